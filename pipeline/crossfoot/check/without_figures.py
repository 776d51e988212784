"""Numbers that an article says without a figure: in a name (`Area 51`), as a pair, as the one of its kind."""

from __future__ import annotations

import re
from typing import Final

from crossfoot.check.passages import Passage, Stated
from crossfoot.check.vocabulary import said, words
from crossfoot.reconcile.statements.figures import words_of
from crossfoot.values.quantities.counted import is_plural

_A_GROUP: Final = 24  # characters behind `a pair of` in which its noun stands
_TWO_BEHIND: Final = re.compile(r"\W+(\w+)(?:\W+(\w+))?")


def printed_so(claim: Stated, near: list[Passage]) -> bool:
    """True of a number that is part of a name, where an article prints it with the same word beside it."""
    text, figure = claim.passage.text, claim.figure
    if figure.sort == "amount" and figure.dimension not in ("", "item"):
        return False
    number = re.escape(figure.quote)
    glued = re.match(r"\w+", text[figure.end :])  # the X of `777X`
    number += glued[0] if glued else ""
    before, behind = re.search(r"(\w+)\W+$", text[: figure.start]), re.match(r"\W+(\w+)", text[figure.end :])
    shapes = [rf"\b{before[1]}\W+{number}\b"] if before else []
    if figure.quote.isalpha():
        shapes.append(rf"\b(?:{number}|{figure.stated.middle:.0f})\b")
    shapes += [rf"\b{number}\W+{behind[1]}\b"] if behind else []
    return any(re.search(shape, passage.text, re.IGNORECASE) for shape in shapes for passage in near)


def grouped(claim: Stated, near: list[Passage]) -> bool:
    """True of `2 gamblers` and `one driver` where an article has a pair of gamblers, a driver."""
    figure, count = claim.figure, claim.figure.stated.middle
    behind = _TWO_BEHIND.match(claim.passage.text[figure.end :])
    if (
        figure.sort != "amount"
        or figure.dimension not in ("", "item")
        or not figure.closed
        or count is None
        or not behind
    ):
        return False
    follow = [word for word in behind.groups() if word]
    nouns = set(words_of(" ".join(follow)))
    if count == 1.0:
        return not any(is_plural(word.lower()) for word in follow) and any(nouns & passage.words for passage in near)
    known = tuple(sorted(words().groups.get(round(count), ())))
    return any(
        nouns & set(words_of(passage.text[match.end() : match.end() + _A_GROUP]))
        for passage in near
        for match in (said(known).finditer(passage.text) if known else ())
    )
