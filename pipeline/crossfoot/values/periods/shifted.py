"""The same period of another year: what a figure is compared with where the text does not say it again."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from crossfoot.values.periods import calendar as cal
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


def closed(period: Period, last: dt.date) -> Period:
    """An open period (`since January`) that ends with a day after its first."""
    assert period.first is not None
    span = cal.days_span(period.first, last)
    return replace(period, value=span.value, edtf=span.edtf, last=last, certainty="inferred")


def the_one_before(period: Period) -> Period | None:
    """The month or quarter before one, inferred: of 2026-01 it is 2025-12; None for other periods."""
    if period.first is None or period.last is None or (period.last + cal.DAY).day != 1 or period.first.day != 1:
        return None
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    if months not in (1, 3):
        return None
    last = period.first - cal.DAY
    span = cal.days_span(cal.shift_months(period.first, -months), last)
    return replace(period, value=span.value, edtf=span.edtf, first=span.first, last=span.last, fiscal_year=None,
                   fiscal_period=None, label=None, certainty="inferred", role="comparison")  # fmt: skip
