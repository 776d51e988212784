"""Verdicts for people: the summary's text with its statements marked, then what is wrong, then what is open."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from crossfoot.check.checking import Checked
from crossfoot.records import Label, Verdict

SIGNS: Final[dict[Label, str]] = {
    "supported": "✓",
    "refuted": "✗",
    "conflicting_evidence": "≠",
    "not_enough_evidence": "?",
}
HEADS: Final[dict[Label, str]] = {
    "refuted": "Refuted",
    "conflicting_evidence": "The articles contradict each other",
    "not_enough_evidence": "Not settled by the articles",
    "supported": "Supported",
}
_WIDTH: Final = 100


def as_text(checked: Checked, name: str) -> str:
    """The terminal view: plain text, wrapped."""
    lines = [f"{name}: {checked.coverage}", "", *_wrapped(marked(checked)), ""]
    for label, head in HEADS.items():
        found = [one for one in checked.verdict_records if one.label == label]
        if found:
            lines += [f"{SIGNS[label]} {head}", *(line for one in found for line in _entry(one)), ""]
    return "\n".join(lines).rstrip() + "\n"


def marked(checked: Checked) -> str:
    """The summary with a sign and brackets around each statement: `rose [✗ 9%]`."""
    pieces, end = [], 0
    for one in _apart(checked.verdict_records):
        pieces += [checked.text[end : one.start], f"[{SIGNS[one.label]} {checked.text[one.start : one.end]}]"]
        end = one.end
    return "".join([*pieces, checked.text[end:]]).replace("\x0b", " ")


def _apart(verdicts: tuple[Verdict, ...]) -> Iterator[Verdict]:
    """Those that do not overlap an earlier one."""
    end = 0
    for one in sorted(verdicts, key=lambda one: (one.start, one.end)):
        if one.start >= end:
            yield one
            end = one.end


def _wrapped(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from textwrap.wrap(line, _WIDTH, initial_indent="  ", subsequent_indent="  ") or [""]


def _entry(one: Verdict) -> list[str]:
    lines = [f"line {one.line}: “{_flat(one.quote)}”: {one.explanation}"]
    if one.correction:
        lines.append(f"   instead: {one.correction}")
    lines += [f"   {place}" for place in places(one)]
    return [
        wrapped
        for line in lines
        for wrapped in textwrap.wrap(
            line, _WIDTH, initial_indent="  ", subsequent_indent="     ", break_long_words=False, break_on_hyphens=False
        )
    ]


def places(one: Verdict) -> Iterator[str]:
    """Where the evidence stands: `article, day, characters 12–18: “the sentence”`."""
    for evidence in one.evidence:
        day = f", {evidence.published[:10]}" if evidence.published else ""
        yield f"{evidence.doc_id}{day}, characters {evidence.start}–{evidence.end}: “{_flat(evidence.sentence)}”"


def as_markdown(checked: Checked, name: str) -> str:
    """A table for a pull request or a note."""
    rows = [
        f"| {one.line} | {SIGNS[one.label]} {one.label.replace('_', ' ')} | {_cell(one.quote)} | "
        f"{_cell(one.explanation)} | {_cell(one.correction or '')} | {'<br>'.join(map(_cell, places(one)))} |"
        for one in checked.verdict_records
    ]
    head = "| line | verdict | statement | why | instead | evidence |\n| --- | --- | --- | --- | --- | --- |"
    return "\n".join([f"# {_cell(name)}", "", checked.coverage, "", head, *rows, ""])


def _cell(text: str) -> str:
    return _flat(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _flat(text: str) -> str:
    return " ".join(text.split())
