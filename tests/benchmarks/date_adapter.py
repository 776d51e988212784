"""Periods in the form that scorers of TIMEX3 ask for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from crossfoot.values.periods import Period, periods


def dates(text: str, dct: dt.date) -> list[dict[str, object]]:
    """What `periods` finds, as dicts of start, end, type and value; a range is given whole and by its ends.

    Corpora of news take `1939-1945` for two dates, joined by a dash as they are, and give no whole.
    """
    return [_plain(period) for found in periods(text, dct) for period in _with_parts(found)]


def _with_parts(period: Period) -> Iterator[Period]:
    if not _dashed(period):
        yield period
    for part in period.parts:
        yield from _with_parts(part)


def _dashed(period: Period) -> bool:
    """Two dates in full around a dash; `2024-25` is one."""
    if len(period.parts) != 2 or (period.parts[1].text.isdigit() and len(period.parts[1].text) == 2):
        return False
    between = period.text[period.parts[0].end - period.start : period.parts[1].start - period.start]
    return between.strip() in ("-", "–", "—") or period.value.startswith("BC")


def _plain(period: Period) -> dict[str, object]:
    return {"start": period.start, "end": period.end, "type": period.type, "value": period.value}
