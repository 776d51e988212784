"""Verdicts as a reader or a machine wants them: text, JSON, SARIF, Markdown, GitHub's annotations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from crossfoot.check.checking import Checked
from crossfoot.check.formats.machine import as_annotations, as_json, as_sarif
from crossfoot.check.formats.prose import as_markdown, as_text

FORMATS: Final[dict[str, Callable[[Checked, str], str]]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "markdown": as_markdown,
    "github": as_annotations,
}


__all__ = ["FORMATS"]
