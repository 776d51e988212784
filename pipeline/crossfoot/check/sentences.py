"""Where the sentences of a text start and end; a table without stops is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crossfoot.check.vocabulary import words

_STOP: Final = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9$€£¥])")
_LAST_WORD: Final = re.compile(r"([\w.]+)\.[\"”’')\]]*$")
_LONGEST: Final = 1500  # characters of a sentence; a table without stops is cut


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences start and end: at stops that no abbreviation makes, and at line ends."""
    first = 0
    for line in text.split("\n"):
        yield from _of_line(text, first, first + len(line))
        first += len(line) + 1


def _of_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    known = words().abbreviations
    for match in _STOP.finditer(text, start, end):
        last = _LAST_WORD.search(text[max(start, match.start() - 12) : match.start() + 1])
        if last and (last[1].lower() in known or (len(last[1]) == 1 and last[1].isalpha())):
            continue
        yield from _cut(text, start, match.end())
        start = match.end()
    yield from _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        space = text.rfind(" ", start, start + _LONGEST)
        middle = space if space > start else start + _LONGEST
        yield start, middle
        start = middle + (space > start)
    if start < end:
        yield start, end
