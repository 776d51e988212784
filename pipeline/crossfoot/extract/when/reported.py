"""Which periods results are told for: over, no shorter than a month, and how an older or a longer one lies to them."""

from __future__ import annotations

import datetime as dt

from crossfoot.values.periods import Period

_SHORTEST = 25  # days
_LONG = 350  # days
_NEARLY_OVER = dt.timedelta(days=10)


def is_short(period: Period) -> bool:
    """Whether it is shorter than a month: no firm or office reports for *last week*."""
    return period.first is not None and period.last is not None and (period.last - period.first).days < _SHORTEST


def is_a_year(period: Period) -> bool:
    """Whether it is as long as a year."""
    return period.first is None or period.last is None or (period.last - period.first).days > _LONG


def is_background(period: Period, results: Period, published: dt.date | None) -> bool:
    """*The rate peaked at 11% in October 2022*: an older time than that of the results, which go on behind it."""
    if period.last is None or results.first is None or published is None:
        return False
    return period.last < results.first and is_over(results, published)


def is_under_way(period: Period, published: dt.date, *, counted: bool) -> bool:
    """A quarter or month that is not over: *for the current period it called for sales of $1 billion*.

    A firm's year may be over before the calendar's of its number, what is `counted` of a country's goes by the calendar.
    """
    whole = len(period.edtf or "") == len("2026") and not counted
    return not whole and period.last is not None and period.last > published + _NEARLY_OVER


def is_over(period: Period, published: dt.date | None) -> bool:
    """Whether results for it may be told: *trimmed its forecast for the year* announces none."""
    return published is None or period.last is None or period.last <= published
