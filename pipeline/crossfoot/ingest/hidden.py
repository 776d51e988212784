"""Characters that show nothing and can change how a figure reads: bidirectional controls and zero-width signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\u180e\ufeff\u00ad]")
_NEAR: Final = 3  # characters on either side in which a digit makes it worth a note
_MOST: Final = 5  # places that one note names


def notes(text: str) -> Iterator[str]:
    """One note a character that stands beside a figure, with its places; the characters themselves stay."""
    places: dict[str, list[int]] = {}
    for match in _HIDDEN.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if any(char.isdigit() for char in around):
            places.setdefault(match.group(), []).append(match.start())
    for char, found in places.items():
        shown = ", ".join(map(str, found[:_MOST])) + (", …" if len(found) > _MOST else "")
        name = unicodedata.name(char, "unnamed").lower()
        yield f"hidden character beside a figure: U+{ord(char):04X} ({name}) at {shown}"
