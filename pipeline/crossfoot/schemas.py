"""JSON Schema of the records, as `schemas/` holds them."""

from __future__ import annotations

import json
from typing import Final

from pydantic import BaseModel

from crossfoot.records import Article, Claim, Decision, Finding, Rejection, Verdict

RECORDS: Final[tuple[type[BaseModel], ...]] = (Article, Claim, Finding, Verdict, Rejection, Decision)


def schemas() -> dict[str, str]:
    """File name → text of each record's JSON Schema (draft 2020-12), the same bytes in every run."""
    texts = {}
    for record in RECORDS:
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **record.model_json_schema()}
        texts[f"{record.__name__.lower()}.schema.json"] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return texts
