"""What a spreadsheet may not do to a text: run it, take it for a number, or lose its end unseen."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 32_767  # characters that a cell of Excel holds
# Where a program may see a cell begin: at the text's start, and, where it splits at another sign than ours, behind that.
_CELL_STARTS: Final = re.compile(r"(^|[;\t\r\n])(?=[\s\ufeff\x00-\x1f]*[=+\-@＝＋－＠])")
_CONTROL_FIRST: Final = re.compile(r"^(?=[\t\r\n\x00-\x1f])")
_SUSPECT: Final = re.compile(r"^[^A-Za-z_“$€£(]|[;\t\r\n]")  # what the others need not look at is most of it
# What Excel would take for a number and print otherwise: 007, 12345678901234567, 12e5.
_RENUMBERED: Final = re.compile(r"0\d+|\d{16,}|\d+(?:\.\d+)?[eE][+-]?\d+")


def inert(text: str) -> str:
    """A text that stays one when a spreadsheet opens it from CSV: an apostrophe stands before what it would run."""
    if not _SUSPECT.search(text):
        return text
    if _RENUMBERED.fullmatch(text):
        return f"'{text}"
    guarded = _CELL_STARTS.sub(r"\1'", text)
    return guarded if guarded.startswith("'") else _CONTROL_FIRST.sub("'", guarded)


def fitted(text: str) -> str:
    """A text that fits a cell, which says where it was cut; what is no character becomes one that says so."""
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode()
    if len(text) <= LONGEST:
        return text
    note = f" … (cut: {len(text):,} characters)"
    return text[: LONGEST - len(note)] + note
