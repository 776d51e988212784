"""Lengths of time and ages that follow from years: from a year to the article's day, or from one year to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from crossfoot.check.passages import YEAR, Passage, Stated
from crossfoot.check.vocabulary import said, words

_WHOLE: Final = 1e-6  # of a year


@dataclass(frozen=True, slots=True)
class Moment:
    """A year that a passage names; offsets are those of the passage."""

    passage: Passage
    start: int
    end: int
    year: int

    @property
    def quote(self) -> str:
        """The time as it stands."""
        return self.passage.text[self.start : self.end]


def elapsed(claim: Stated, near: list[Passage]) -> tuple[tuple[Moment, ...], str] | None:
    """The years that make a whole number of years of the summary, and how, in words."""
    years = claim.figure.stated.middle
    whole = years is not None and abs(years - round(years)) < _WHOLE
    if claim.figure.dimension != "year" or claim.figure.bound not in ("=", "~") or not years or not whole:
        return None
    asked = claim.figure.aged or said(words().elapsed).search(claim.passage.text)
    for passage in near if asked else ():
        named = list(moments(passage))
        for one, other in pairwise(named):
            if abs(other.year - one.year) == round(years):
                return (one, other), f"from “{one.quote}” to “{other.quote}” it is"
        for one in named:
            if passage.published and int(passage.published[:4]) - one.year == round(years):
                return (one,), f"from “{one.quote}” to the article's day, {passage.published[:10]}, it is"
    return None


def moments(passage: Passage) -> Iterator[Moment]:
    """The years that a passage prints; both of `from 1968 to 1974`."""
    for time in passage.times:
        for match in YEAR.finditer(time.text) if time.role == "period" else ():
            yield Moment(passage, time.start + match.start(), time.start + match.end(), int(match[0]))
