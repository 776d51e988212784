"""Verdicts for programs: JSON, and SARIF 2.1.0 for code review and editors."""

from __future__ import annotations

import json
from typing import Any, Final

from crossfoot.check.checking import Checked
from crossfoot.records import Label, Verdict
from crossfoot.values.wording import ended

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final[dict[Label, str]] = {
    "refuted": "error",
    "conflicting_evidence": "error",
    "not_enough_evidence": "warning",
    "supported": "note",
}


def as_json(checked: Checked, name: str) -> str:
    """One object: the worst label, the coverage, the verdict records."""
    verdicts = [one.model_dump(mode="json") for one in checked.verdict_records]
    whole = {"summary": name, "label": checked.label, "coverage": checked.coverage, "verdicts": verdicts}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_sarif(checked: Checked, name: str) -> str:
    """A run with one result for each statement that is not supported."""
    open_ones = [one for one in checked.verdict_records if one.label != "supported"]
    rules = sorted({one.label for one in open_ones})
    run = {
        "tool": {"driver": {"name": "crossfoot", "rules": [{"id": rule, "name": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, checked.text, name) for one in open_ones],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(one: Verdict, text: str, name: str) -> dict[str, Any]:
    instead = f" Instead: {one.correction}" if one.correction else ""
    region = {
        "startLine": one.line,
        "startColumn": one.start - text.rfind("\n", 0, one.start),
        "endLine": one.line + text.count("\n", one.start, one.end),
        "endColumn": one.end - text.rfind("\n", 0, one.end),
    }
    return {
        "ruleId": one.label,
        "level": _LEVELS[one.label],
        "message": {"text": f"“{' '.join(one.quote.split())}”: {ended(one.explanation)}{instead}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": name}, "region": region}}],
        "partialFingerprints": {"crossfoot/v1": one.verdict_id},
    }


def as_annotations(checked: Checked, name: str) -> str:
    """GitHub's workflow commands: an annotation on the line of each statement that is not supported."""
    lines = [_annotation(one, name) for one in checked.verdict_records if one.label != "supported"]
    return "".join(f"{line}\n" for line in [*lines, f"::notice file={_property(name)}::{_message(checked.coverage)}"])


def _annotation(one: Verdict, name: str) -> str:
    instead = f" Instead: {one.correction}" if one.correction else ""
    text = f"“{' '.join(one.quote.split())}”: {ended(one.explanation)}{instead}"
    title = one.label.replace("_", " ")
    return f"::{_LEVELS[one.label]} file={_property(name)},line={one.line},title={title}::{_message(text)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
