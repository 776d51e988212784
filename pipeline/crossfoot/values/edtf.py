"""The dates that a claim may have: a day, month or year in ISO 8601-2 (EDTF), or an interval of two, open or closed."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final

_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[0-9:.+Z-]+)?)?)?[~?%]?")
_OPEN: Final = ("", "..")


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
