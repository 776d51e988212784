"""Periods in the form that scorers of TIMEX3 ask for."""

from __future__ import annotations

import datetime as dt

from crossfoot.values.periods import Period, periods


def dates(text: str, dct: dt.date) -> list[dict[str, object]]:
    """What `periods` finds, as dicts of start, end, type and value."""
    return [_plain(period) for period in periods(text, dct)]


def _plain(period: Period) -> dict[str, object]:
    return {"start": period.start, "end": period.end, "type": period.type, "value": period.value}
