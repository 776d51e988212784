"""A text as lines, each with its offsets: the grain at which furniture is told from prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What str.splitlines breaks at, minus the separators that occur inside a line of scraped prose (form feed and the like
# stay: nobody writes prose across them).
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"[•‣▪●◦∙][ \t\u00a0]*|[·*–—-][ \t\u00a0]+|\d{1,3}[.)][ \t\u00a0]+|\d{1,3}、[ \t\u00a0]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `text` is `original[start:end]`, white space at both ends left out."""

    start: int
    end: int
    text: str

    @property
    def bullet(self) -> bool:
        """True where the line opens with a list's sign or number."""
        return _BULLET.match(self.text) is not None

    @property
    def content(self) -> str:
        """The text behind the bullet."""
        match = _BULLET.match(self.text)
        return self.text[match.end() :] if match else self.text


def split(text: str) -> Iterator[Line]:
    """The lines of a text that hold anything but white space."""
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip()
        if body:
            start = match.start() + len(line) - len(line.lstrip())
            yield Line(start, start + len(body), body)
