"""Which figure of one statement is the same thing as which figure of another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crossfoot.reconcile.statements.entailment import says
from crossfoot.reconcile.statements.figures import Figure

_SAME_NOUN: Final = 2.0
_OTHER_NOUN: Final = 1.0
_A_WORD: Final = 0.8
_MOST_WORDS: Final = 4
_AN_ORDER: Final = 0.8  # off for each order of magnitude between the two
_A_SLIP: Final = 0.3  # the same digits at another scale
_CLOSE: Final = 1.5  # for equal figures, and nothing from twice the size on
_TWICE: Final = math.log10(2)
_TRUE: Final = 0.5
_ENOUGH: Final = 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """Two figures that stand for one thing, and how sure that is."""

    one: Figure
    other: Figure
    points: float


def matched(ones: Sequence[Figure], others: Sequence[Figure]) -> list[Match]:
    """The best pairs, each figure in one at most, the surest first."""
    rated = [
        Match(one, other, points) for one in ones for other in others if (points := likeness(one, other)) is not None
    ]
    rated.sort(key=lambda match: (-match.points, match.one.start, match.other.start))
    taken: set[tuple[int, int]] = set()
    kept = []
    for match in rated:
        places = {(0, match.one.start), (1, match.other.start)}
        if match.points >= _ENOUGH and not places & taken:
            taken |= places
            kept.append(match)
    return kept


def likeness(one: Figure, other: Figure) -> float | None:
    """How sure it is, in points, that two figures are one thing; None where their units exclude it."""
    if one.sort != other.sort or not _comparable(one, other):
        return None
    points = _nouns(one, other)
    points += _A_WORD * min(len(_said(one) & _said(other)), _MOST_WORDS)
    points += _TRUE if says(one, other) == "agrees" else 0.0
    orders = _orders(one, other)
    return points + _CLOSE * max(0.0, 1 - orders / _TWICE) - _AN_ORDER * orders


def _said(figure: Figure) -> frozenset[str]:
    return figure.near | ({figure.noun} if figure.noun else frozenset())


def _comparable(one: Figure, other: Figure) -> bool:
    """Units that fit; a bare number may be a rating, a percentage or a count of what its words name."""
    if one.dimension == other.dimension:
        return True
    if one.yearly and other.yearly and one.dimension.removesuffix("/year") == other.dimension.removesuffix("/year"):
        return True
    for bare, figure in ((one, other), (other, one)):
        if bare.dimension == "":
            if figure.dimension == "item":
                return figure.noun is None or figure.noun in bare.near
            return figure.dimension in ("rating", "percent") and bool(bare.near & figure.near)
    return False


def _nouns(one: Figure, other: Figure) -> float:
    """What they count: the same noun, one that stands beside the other figure too, or two."""
    if one.noun is None and other.noun is None:
        return 0.0
    if one.noun == other.noun or one.noun in other.near or other.noun in one.near:
        return _SAME_NOUN
    return -_OTHER_NOUN if one.noun and other.noun else 0.0


def _orders(one: Figure, other: Figure) -> float:
    first, second = one.stated.middle, other.stated.middle
    if first is None or second is None or one.sort != "amount":
        return 0.0
    if first * second <= 0:
        return 0.0 if first == second else 2.0
    orders = abs(math.log10(first / second))
    if round(orders) and math.isclose(orders, round(orders), abs_tol=1e-9):
        return _A_SLIP  # `$1.2 million` for `$1.2 billion`
    return min(orders, 4.0)
