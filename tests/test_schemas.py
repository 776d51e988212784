"""The schemas in the repository are those of the records."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from crossfoot.flow import Run
from crossfoot.schemas import schemas


def test_the_files_are_generated_from_the_records(root: Path) -> None:
    held = {path.name: path.read_text(encoding="utf-8") for path in (root / "schemas").glob("*.schema.json")}
    assert held == schemas(), "run `crossfoot schema --out schemas`"


def test_records_of_a_run_satisfy_their_schema(seed_run: Run) -> None:
    texts = schemas()
    for name, records in (
        ("claim", seed_run.claim_records),
        ("finding", seed_run.finding_records),
        ("article", seed_run.article_records),
    ):
        validator = jsonschema.Draft202012Validator(json.loads(texts[f"{name}.schema.json"]))
        for record in records:
            validator.validate(record.model_dump(mode="json"))
