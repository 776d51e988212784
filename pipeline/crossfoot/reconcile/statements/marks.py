"""Figures that are no quantities: ratings (`4.5/10`), places (`42nd`, `No. 3`), results (`3–1`), clock times, odds (`1 in 5`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from crossfoot.reconcile.statements import vocabulary
from crossfoot.values.intervals import Interval

Sort = Literal["amount", "rating", "place", "result", "clock", "odds"]

_RATING: Final = re.compile(r"(?<![\d./-])(\d+(?:\.\d+)?)\s?(?:/\s?|out of\s)(\d{1,3})(?![\d/]|\.\d)")
_RESULT: Final = re.compile(
    r"(?<![\d–—./-])(\d{1,3})\s?[-–—]\s?(\d{1,3})(?![\d–—%/-])(?!\s?(?:km|m|years?|days?|percent)\b)"
)
_PLACE: Final = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?:st|nd|rd|th)(?![\w])")
_CLOCK: Final = re.compile(r"(?<![\w.:])(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m\b\.?", re.IGNORECASE)
_SHORT_YEAR: Final = re.compile(r"(?<![\w’'])[’']\d\d(?![\w.,%])")
_MOST_GOALS: Final = 150  # of one side; higher pairs of numbers are a range
_NOON: Final = 720  # minutes


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure that is no quantity, and its place in the text."""

    sort: Sort
    start: int
    end: int
    value: Interval
    unit: str
    allowed: Interval | None = None  # what its rounding leaves, where that is not half a unit of its last digit


def marks(text: str) -> Iterator[Mark]:
    """Everything in a text that may be one; what they overlap is for the caller to sort out."""
    yield from _odds(text)
    for pattern, read in ((_RATING, _rating), (_RESULT, _result), (_CLOCK, _clock)):
        yield from _read(pattern, read, text)
    for pattern in (_PLACE, vocabulary.numbered(), vocabulary.ordinals()):
        yield from _read(pattern, _place, text)


def short_years(text: str) -> list[tuple[int, int]]:
    """Where a text names a year by its last two digits (`the '61 crash`)."""
    return [match.span() for match in _SHORT_YEAR.finditer(text)]


@cache
def _odds_pattern() -> re.Pattern[str]:
    """`1 in 5`, `one in every five`, `3 out of 10 adults`; not `two in five years` nor a grade (`7 out of 10`)."""
    numbers = rf"(?:\d{{1,3}}(?:,\d{{3}})*|{'|'.join(vocabulary.statements().cardinals)})"
    times = r"(?!\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?)\b)"
    people = r"(?=\s[a-z])(?!\s(?:for|in|on|by|from|and|or|but|with|at)\b)"
    return re.compile(
        rf"(?<![\w.,$€£¥-])({numbers})\s(?:in(?:\severy)?\s({numbers})(?![\w,.-]*\d|\w|%){times}|"
        rf"out\sof\s(?:every\s)?({numbers})(?![\w,.-]*\d|\w|%){people})",
        re.IGNORECASE,
    )


def _odds(text: str) -> Iterator[Mark]:
    """Odds as percentages, as wide as the whole numbers next to theirs leave them."""
    for match in _odds_pattern().finditer(text):
        lucky, of = (vocabulary.cardinal(number) for number in (match[1], match[2] or match[3]))
        if lucky and of and lucky < of:
            ends = [1 / (of + 0.5), 1 / (of - 0.5)] if lucky == 1.0 else [(lucky - 0.5) / of, (lucky + 0.5) / of]
            value, allowed = Interval.point(100.0 * lucky / of), Interval(100.0 * ends[0], 100.0 * ends[1])
            yield Mark("odds", *match.span(), value, "percent", allowed)


def _read(
    pattern: re.Pattern[str], read: Callable[[re.Match[str]], tuple[Sort, Interval, str] | None], text: str
) -> Iterator[Mark]:
    for match in pattern.finditer(text):
        found = read(match)
        if found is not None:
            sort, value, unit = found
            yield Mark(sort, *match.span(), value, unit)


def _rating(match: re.Match[str]) -> tuple[Sort, Interval, str] | None:
    points, of = float(match[1]), float(match[2])
    return None if points > of else ("rating", Interval.point(points), "percent" if of == 100 else "rating")


def _result(match: re.Match[str]) -> tuple[Sort, Interval, str] | None:
    """Either side may be named first."""
    fewer, more = sorted((float(match[1]), float(match[2])))
    return None if more > _MOST_GOALS else ("result", Interval(fewer, more), "result")


def _clock(match: re.Match[str]) -> tuple[Sort, Interval, str]:
    minute = int(match[1]) % 12 * 60 + int(match[2] or 0) + (_NOON if match[3] in "pP" else 0)
    return "clock", Interval.point(float(minute)), "clock"


def _place(match: re.Match[str]) -> tuple[Sort, Interval, str] | None:
    place = vocabulary.ordinal(match[0])
    return None if place is None else ("place", Interval.point(place), "place")
