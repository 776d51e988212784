"""When a figure is for, as days that can be compared."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[0-9:.+Z-]*)?[~?%]?")
Agreement = Literal["same", "different", "unknown"]
STORY_DAYS = 10  # articles this close together may tell one story
_CALENDAR = frozenset({"-01-03", "-04-06", "-07-09", "-10-12", "-01-06", "-07-12", "-01-12"})
_SLACK_DAYS = 3  # articles of one event carry days that lie this near
_LONG_DAYS = 27  # from here on a span is a month or more, a period and no longer a day


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day as ordinals; None on an open side."""

    first: int | None
    last: int | None

    @property
    def days(self) -> int | None:
        """How many days it holds; None where it is open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1

    @property
    def anchor(self) -> int:
        """The day that it is sorted by."""
        return self.last if self.last is not None else self.first or 0


@lru_cache(maxsize=8192)
def span(edtf: str | None) -> Span | None:
    """The days of an EDTF date or interval; None where it says none or cannot be read."""
    if not edtf:
        return None
    first, slash, last = edtf.partition("/")
    if not slash:
        return _single(first)
    left, right = _single(first), _single(last)
    if left is None and right is None:
        return None
    start = left.first if left else None
    end = right.last if right else None
    if start is not None and end is not None and start > end:
        start, end = end, start
    return Span(start, end)


def _single(text: str) -> Span | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None:
            return None
        if month is None:
            return Span(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
        if day is None:
            final = calendar.monthrange(year, month)[1]
            return Span(date(year, month, 1).toordinal(), date(year, month, final).toordinal())
        ordinal = date(year, month, day).toordinal()
    except (ValueError, calendar.IllegalMonthError):
        return None
    return Span(ordinal, ordinal)


def free_range(edtf: str | None) -> bool:
    """True of an interval that is no quarter, half or year: the time in which something happened, not a day of counting."""
    first, slash, last = (edtf or "").partition("/")
    if not slash or first in ("", "..") or last in ("", ".."):
        return False
    return f"{first[4:7]}{last[4:7]}" not in _CALENDAR or first[:4] != last[:4]


def compare(one: Span | None, other: Span | None) -> Agreement:
    """Whether two spans are one period. Two near ones of some length (a week read two ways) are one."""
    if one is None or other is None:
        return "unknown"
    if one == other:
        return "same"
    if one.days is None or other.days is None:
        return "unknown" if _overlap(one, other) else "different"
    if not _overlap(one, other):
        near = one.days < _SLACK_DAYS and other.days < _SLACK_DAYS and abs(one.anchor - other.anchor) <= 1
        return "unknown" if near else "different"
    shorter, longer = sorted((one.days, other.days))
    if longer < _LONG_DAYS:
        return "unknown"
    return "same" if shorter >= 0.9 * longer else "different"


def _overlap(one: Span, other: Span) -> bool:
    before = one.last is not None and other.first is not None and one.last < other.first
    after = one.first is not None and other.last is not None and one.first > other.last
    return not (before or after)


def near(one: int | None, other: int | None, days: int) -> bool:
    """True where two days lie within `days` of each other, or one is not known."""
    return one is None or other is None or abs(one - other) <= days
