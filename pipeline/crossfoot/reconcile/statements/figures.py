"""The figures of a bare statement, each with the words that stand around it and belong to no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crossfoot.reconcile import sentence_words
from crossfoot.reconcile.measurement import dimension, half_unit, worded
from crossfoot.reconcile.statements import vocabulary
from crossfoot.reconcile.statements.marks import Mark, Sort, marks, short_years
from crossfoot.values.intervals import Interval
from crossfoot.values.quantities import Quantity, quantities
from crossfoot.values.quantities.quantity import Change

_WORD: Final = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W_]+)*|\d[\d.,]*")
_PARTED: Final = re.compile(r"[,;:(]|\)|(?<!\w)(?:and|but|with|while|against|based on|of which|for an?)(?!\w)")
_BEFORE: Final = 2  # words before a figure that are its own; further off they are about all of the statement
_AFTER: Final = 6


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it says (`stated`) and what that allows (`allowed`), in base units of `dimension`."""

    sort: Sort
    start: int
    end: int
    quote: str
    stated: Interval
    allowed: Interval
    bound: str
    dimension: str
    near: frozenset[str]  # the words on either side
    noun: str | None = None  # what is counted
    yearly: bool = False  # the words around make it a sum of a year
    change: Change | None = None  # which way a verb beside it moves it
    aged: bool = False  # somebody's age, which is no length of time

    @property
    def closed(self) -> bool:
        """True where both sides are known."""
        return self.stated.low is not None and self.stated.high is not None


def figures(text: str) -> list[Figure]:
    """All figures of a statement in text order; of those that overlap, the one that starts first and reaches furthest."""
    kept: list[Mark | Quantity] = []
    for found in sorted(_found(text), key=lambda found: (found.start, -found.end)):  # a mark before its own words
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    edges = [0, *(edge for found in kept for edge in (found.start, found.end)), len(text)]
    between = [vocabulary.one_phrase(text[edges[at] : edges[at + 1]]) for at in range(0, len(edges), 2)]
    made = []
    for at, found in enumerate(kept):
        left = _parted(between[at])[1] if at else between[0]
        right = _parted(between[at + 1])[0] if at + 1 < len(kept) else between[-1]
        quote = text[found.start : found.end]
        if isinstance(found, Mark):
            made.append(_marked(found, quote, left, right))
        else:
            made.append(_amount(found, quote, left, right))
    return made


def _found(text: str) -> Iterator[Mark | Quantity]:
    marked = list(marks(text))
    yield from marked
    taken = [(mark.start, mark.end) for mark in marked if mark.sort == "odds"] + short_years(text)
    for quantity in quantities(text):
        dated = quantity.calendar and quantity.kind != "duration"  # `ten years later` counts years, `2019` is one
        inside = any(quantity.start < end and start < quantity.end for start, end in taken)
        if not dated and not inside and not quantity.vague and not quantity.value.vague:
            yield quantity


def _parted(between: str) -> tuple[str, str]:
    """The words of one figure, and those of the next; words that no mark parts belong to both."""
    mark = _PARTED.search(between)
    return (between[: mark.start()], between[mark.end() :]) if mark else (between, between)


def _near(left: str, right: str) -> frozenset[str]:
    return frozenset((*words_of(left)[-_BEFORE:], *words_of(right)[:_AFTER]))


def _marked(mark: Mark, quote: str, left: str, right: str) -> Figure:
    near = _near(left, right)
    if mark.sort not in ("rating", "odds") or mark.value.low is None:
        return Figure(mark.sort, mark.start, mark.end, quote, mark.value, mark.value, "=", mark.unit, near)
    bound, points = vocabulary.bound_before(left), mark.value.low
    stated = Interval(None if bound == "<" else points, None if bound == ">" else points)
    digits = mark.allowed or Interval(points - half_unit(points), points + half_unit(points))
    allowed = worded(stated, digits, bound, quote)
    return Figure("amount", mark.start, mark.end, quote, stated, allowed, bound, mark.unit, near)


def _amount(quantity: Quantity, quote: str, left: str, right: str) -> Figure:
    measured = dimension(quantity.unit)
    # A loss in accounting brackets is the size that `a loss of` states; whose sign it is the claims tell.
    value, digits = (
        (quantity.value.scaled(-1), quantity.printed.scaled(-1))
        if "(" in quote and (quantity.value.high or 0.0) < 0
        else (quantity.value, quantity.printed)
    )
    noun = sentence_words.stem(quantity.noun.split()[-1].lower()) if quantity.noun else None
    return Figure(
        sort="amount",
        start=quantity.start,
        end=quantity.end,
        quote=quote,
        stated=value.scaled(measured.factor),
        allowed=worded(value, digits, quantity.bound, quote).scaled(measured.factor),
        bound=quantity.bound,
        dimension="item" if quantity.kind == "count" else measured.name,
        near=_near(left, right),
        noun=vocabulary.same_word(noun) if noun else None,
        yearly=vocabulary.yearly(f"{left} {right}"),
        change=quantity.change,
        aged=quantity.kind == "age",
    )


def words_of(text: str) -> tuple[str, ...]:
    """The words that say something, stemmed, synonyms under one name, in order; phrases are put into one word before."""
    weak = vocabulary.weak()
    found = (word.lower() for word in _WORD.findall(text))
    return tuple(vocabulary.same_word(sentence_words.stem(word)) for word in found if word not in weak)
