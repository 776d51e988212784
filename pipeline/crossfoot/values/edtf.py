"""The dates that a claim may have: a day, month or year in ISO 8601-2 (EDTF), or an interval of two, open or closed."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Final

_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[0-9:.+Z-]+)?)?)?[~?%]?")
_OPEN: Final = ("", "..")
_PARTS: Final = {
    "-01-03": "Q1", "-04-06": "Q2", "-07-09": "Q3", "-10-12": "Q4", "-01-06": "first half of", "-07-12": "second half of",
}  # fmt: skip
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")


def in_words(text: str) -> str:
    """A date as a reader would write it: `Q1 2026`, `June 2026`, `up to 2029`; a day and a year stay what they are."""
    first, slash, last = text.partition("/")
    if not slash:
        month = _MONTH.fullmatch(first)
        return f"{calendar.month_name[int(month[2])]} {month[1]}" if month else first
    if first in _OPEN or last in _OPEN:
        return f"up to {in_words(last)}" if first in _OPEN else f"from {in_words(first)} on"
    part = _PARTS.get(f"{first[4:]}{last[4:]}") if first[:4] == last[:4] else None
    return f"{part} {first[:4]}" if part else f"{in_words(first)} to {in_words(last)}"


@lru_cache(maxsize=8192)
def is_edtf(text: str) -> bool:
    """True of `2026-07-01`, `2026-07`, `2026`, `2026-01/2026-03`, `../2029`; not of `2026-Q1`, `July 2026`, `2026-13`."""
    first, slash, last = text.partition("/")
    if not slash:
        return _is_day(first)
    ends = [end for end in (first, last) if end not in _OPEN]
    return bool(ends) and all(_is_day(end) for end in ends)


def _is_day(text: str) -> bool:
    match = _DAY.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
