"""Where the article's body lies among the lines: the run of lines that holds the most prose and the least furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crossfoot.ingest.furniture import Sign
from crossfoot.ingest.prose import Shape

# Weights in words: a line of prose is worth its words, and each other line costs so many.
_MOST_OF_A_LINE: Final = 60
_SENTENCE: Final = 3
_SHORT_LINE: Final = -4
_FURNITURE: Final = -8
_SECTION: Final = -30
_LINKS_OF_A_PAGE: Final = 12  # short lines outside the body from which a text is taken for a whole page

_FURNITURE_OF_A_PAGE: Final = 3


@dataclass(frozen=True, slots=True)
class Span:
    """Lines `first` to `last` (both in) are the body; `page` where the text holds a whole page around it."""

    first: int
    last: int
    page: bool


def span_of(shapes: Sequence[Shape], signs: Sequence[Sign | None]) -> Span:
    """The run of lines with the greatest sum of weights; all lines where none is prose."""
    best, first, last = 0, 0, len(shapes) - 1
    total, start = 0, 0
    for index, (shape, sign) in enumerate(zip(shapes, signs, strict=True)):
        if total <= 0:
            total, start = 0, index
        total += _weight(shape, sign)
        if total > best:
            best, first, last = total, start, index
    outside = [*range(first), *range(last + 1, len(shapes))]
    links = sum(not shapes[index].prose for index in outside)
    furniture = sum(signs[index] is not None for index in outside)
    return Span(first, last, page=links >= _LINKS_OF_A_PAGE and furniture >= _FURNITURE_OF_A_PAGE)


def _weight(shape: Shape, sign: Sign | None) -> int:
    if sign is not None and sign.place == "anywhere":
        return _SECTION if sign.section else _FURNITURE
    if shape.prose:
        return min(shape.words, _MOST_OF_A_LINE)
    return _SENTENCE if shape.sentence else _SHORT_LINE
