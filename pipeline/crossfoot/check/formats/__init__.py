"""Verdicts as a reader or a machine wants them: text, JSON, SARIF, Markdown, HTML, GitHub's annotations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from crossfoot.check.checking import Checked
from crossfoot.check.formats.machine import as_annotations, as_json, as_sarif
from crossfoot.check.formats.page import as_html
from crossfoot.check.formats.prose import as_markdown, as_text

FORMATS: Final[dict[str, Callable[[Checked, str], str]]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "markdown": as_markdown,
    "html": as_html,
    "github": as_annotations,
}

WHOLE: Final = frozenset({"json", "sarif", "html"})  # one document a summary; two behind each other are none

__all__ = ["FORMATS", "WHOLE"]
