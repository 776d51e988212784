"""Texts that a page holds once, however often they are shown."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

# An explanation is told in clauses that many findings share.
_CLAUSE: Final = re.compile(r"(?<=[;.:,]) ")
_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")


class Strings:
    """The page's table of texts; the empty one is number 0."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {"": 0}

    def number(self, text: str | None) -> int:
        """The number of a text, a new one where the table does not hold it yet."""
        return self._numbers.setdefault(text or "", len(self._numbers))

    def clauses(self, text: str) -> list[int]:
        """The numbers of a text's clauses, which a blank joins."""
        return [self.number(clause) for clause in _CLAUSE.split(text)]

    @property
    def table(self) -> list[str]:
        """Every text, by its number."""
        return list(self._numbers)


class Offsets:
    """Offsets into a text as a browser counts them: in UTF-16, where an emoji is two."""

    def __init__(self, text: str) -> None:
        self._double = [found.start() for found in _ASTRAL.finditer(text)]

    def at(self, offset: int) -> int:
        """The browser's number for the character at `offset`."""
        return offset + bisect_left(self._double, offset)
