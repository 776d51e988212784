"""Where the article's body lies among the lines: the run of lines that holds the most prose and the least furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crossfoot.ingest.furniture import Sign
from crossfoot.ingest.lines import Line
from crossfoot.ingest.prose import Shape

# Weights in words: a line of prose is worth its words, and each other line costs so many.
_MOST_OF_A_LINE: Final = 60
_MOST_OF_A_TEASER: Final = 20  # prose with no prose beside it, and not very long: the teaser in a list of other stories
_LONGEST_TEASER: Final = 60
_SENTENCE: Final = 3
_SHORT_LINE: Final = -3
_SHORT_RUN: Final = -7  # a short line after another
_FURNITURE: Final = -6
_REPEATED: Final = -6
_SECTION: Final = -50
_ENOUGH: Final = 60  # words of body after which readers' comments, which may be longer than the article, end it
_LINKS_OF_A_PAGE: Final = 12  # short lines outside the body from which a text is taken for a whole page
_FURNITURE_OF_A_PAGE: Final = 5  # different lines of furniture there

_MENU_OF_A_PAGE: Final = 8  # short lines without a figure above the body


@dataclass(frozen=True, slots=True)
class Span:
    """Lines `first` to `last` (both in) are the body; `page` where the text holds a whole page around it."""

    first: int
    last: int
    page: bool


def span_of(lines: Sequence[Line], shapes: Sequence[Shape], signs: Sequence[Sign | None]) -> Span:
    """The run of lines with the greatest sum of weights; all lines where none is prose."""
    best, first, last = 0, 0, len(lines) - 1
    total, start = 0, 0
    for index, weight in enumerate(_weights(lines, shapes, signs)):
        sign = signs[index]
        if sign is not None and sign.reason == "comments" and best >= _ENOUGH:
            break
        if total <= 0:
            total, start = 0, index
        total += weight
        if total > best:
            best, first, last = total, start, index
    last = _with_list(lines, signs, last)
    return Span(first, last, page=_is_page(lines, shapes, signs, first, last))


def _is_page(
    lines: Sequence[Line], shapes: Sequence[Shape], signs: Sequence[Sign | None], first: int, last: int
) -> bool:
    """Many short lines around the body, and furniture among them or a menu above it, which no article begins with."""
    outside = [*range(first), *range(last + 1, len(lines))]
    links = sum(not shapes[index].prose for index in outside)
    furniture = {lines[index].text for index in outside if signs[index]}
    menu = sum(not shapes[index].sentence and not shapes[index].digits for index in range(first))
    return links >= _LINKS_OF_A_PAGE and (len(furniture) >= _FURNITURE_OF_A_PAGE or menu >= _MENU_OF_A_PAGE)


def _with_list(lines: Sequence[Line], signs: Sequence[Sign | None], last: int) -> int:
    """The last line of the list that the body's last line announces (`...:`), else that line."""
    if lines and lines[last].text.endswith(":"):
        while last + 1 < len(lines) and lines[last + 1].bullet and signs[last + 1] is None:
            last += 1
    return last


def _weights(lines: Sequence[Line], shapes: Sequence[Shape], signs: Sequence[Sign | None]) -> list[int]:
    counts = Counter(line.text for line in lines)
    own = [index for index in range(len(lines)) if signs[index] is None and counts[lines[index].text] == 1]
    weights = [_weight_of_sign(sign) if sign else _REPEATED for sign in signs]
    for at, index in enumerate(own):
        shape = shapes[index]
        before = shapes[own[at - 1]] if at else None
        after = shapes[own[at + 1]] if at + 1 < len(own) else None
        if shape.prose:
            beside = any(other is not None and (other.prose or other.sentence) for other in (before, after))
            teaser = not beside and shape.words <= _LONGEST_TEASER
            weights[index] = min(shape.words, _MOST_OF_A_TEASER if teaser else _MOST_OF_A_LINE)
        elif shape.sentence:
            weights[index] = _SENTENCE
        else:
            run = before is not None and not before.prose and not before.sentence
            weights[index] = _SHORT_RUN if run else _SHORT_LINE
    return weights


def _weight_of_sign(sign: Sign) -> int:
    if sign.place != "anywhere":
        return 0
    return _SECTION if sign.section else _FURNITURE
