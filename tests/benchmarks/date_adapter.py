"""Periods in the form that scorers of TIMEX3 ask for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from crossfoot.values.periods import Period, periods

_DASHED = re.compile(r"\d{1,2} ?[-–] ?\d{1,2} [A-Z]\w+(?:,? \d{4})?|[A-Z]\w+ \d{1,2} ?[-–] ?\d{1,2}(?:,? \d{4})?|\d{4}[-–]\d{2,4}")


def dates(text: str, dct: dt.date) -> list[dict[str, object]]:
    """What `periods` finds, as dicts of start, end, type and value; a range is given whole and by its ends.

    Corpora of news take `1939-1945` for two dates, joined by a dash as they are, and give no whole.
    """
    return [_plain(period) for found in periods(text, dct) for period in _with_parts(found)]


def _with_parts(period: Period) -> Iterator[Period]:
    if not _DASHED.fullmatch(period.text):
        yield period
    for part in period.parts:
        yield from _with_parts(part)


def _plain(period: Period) -> dict[str, object]:
    return {"start": period.start, "end": period.end, "type": period.type, "value": period.value}
