"""A file of decisions, read back: what an analyst accepted and dismissed on the page."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from crossfoot.errors import UsageError
from crossfoot.records import Decision


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a `decisions.jsonl`, one for each finding: of two, the later line's.

    Raises UsageError where the file cannot be read, with the number of the line that holds no decision.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 text, at byte {error.start}") from error
    except OSError as error:
        raise UsageError(f"cannot read the decisions {path}: {error.strerror or error}") from error
    found: dict[str, Decision] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            decision = _decision(line, f"{path}, line {number}")
            found[decision.finding_id] = decision
    return tuple(found.values())


def _decision(line: str, place: str) -> Decision:
    try:
        return Decision.model_validate(json.loads(line))
    except (json.JSONDecodeError, RecursionError) as error:
        raise UsageError(f"{place}: not JSON") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "the line"
        raise UsageError(f"{place}: {field}: {first['msg']}") from error
