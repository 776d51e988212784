"""The same period of another year: what a figure is compared with where the text does not say it again."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from crossfoot.values.periods.reader import Period

_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")


def a_year_before(period: Period) -> Period:
    """The period a year earlier, inferred: of 2026-01/2026-03 it is 2025-01/2025-03."""
    return replace(
        period,
        value=_earlier(period.value),
        edtf=_earlier(period.edtf) if period.edtf is not None else None,
        first=_day(period.first),
        last=_day(period.last),
        fiscal_year=period.fiscal_year - 1 if period.fiscal_year is not None else None,
        label=_earlier(period.label) if period.label is not None else None,
        certainty="inferred",
        role="comparison",
    )


def _earlier(text: str) -> str:
    text = _YEAR.sub(lambda year: f"{int(year[1]) - 1:04}", text)
    return re.sub(r"-02-29(?!\d)", "-02-28", text)


def _day(day: dt.date | None) -> dt.date | None:
    if day is None or day.year == 1:
        return day
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
