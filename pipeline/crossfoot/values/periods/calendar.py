"""Calendar units as spans of days: their arithmetic, their TIMEX3 value and their EDTF spelling."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

DAY = dt.timedelta(days=1)
# Months of a season's first month; winter runs over the turn of the year and is named by the year it begins in.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day (None on an open side), the TIMEX3 value, the EDTF spelling, and the unit's name."""

    first: dt.date | None
    last: dt.date | None
    value: str
    edtf: str | None
    unit: str


@lru_cache(maxsize=4096)
def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def shift_months(day: dt.date, months: int) -> dt.date:
    """`day` so many months on; the last day of a shorter month where the day is not in it."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@lru_cache(maxsize=512)
def year_span(year: int) -> Span:
    """One calendar year."""
    return Span(dt.date(year, 1, 1), dt.date(year, 12, 31), f"{year:04d}", f"{year:04d}", "year")


@lru_cache(maxsize=2048)
def months_span(year: int, month: int, count: int) -> Span:
    """`count` whole months from one on, as a month, a quarter, a half, a year or an interval of months."""
    first = dt.date(year, month, 1)
    end = shift_months(first, count - 1)
    last = month_end(end.year, end.month)
    return Span(
        first,
        last,
        _months_value(first, count, end),
        _months_edtf(first, count, end),
        _MONTH_UNITS.get(count, "months"),
    )


_MONTH_UNITS = {1: "month", 3: "quarter", 6: "half", 12: "year"}


def _months_value(first: dt.date, count: int, end: dt.date) -> str:
    if count == 1:
        return f"{first.year:04d}-{first.month:02d}"
    if count == 3 and first.month % 3 == 1:
        return f"{first.year:04d}-Q{first.month // 3 + 1}"
    if count == 6 and first.month in (1, 7):
        return f"{first.year:04d}-H{first.month // 6 + 1}"
    return _months_edtf(first, count, end)


def _months_edtf(first: dt.date, count: int, end: dt.date) -> str:
    if count == 1:
        return f"{first.year:04d}-{first.month:02d}"
    if count == 12 and first.month == 1:
        return f"{first.year:04d}"
    return f"{first.year:04d}-{first.month:02d}/{end.year:04d}-{end.month:02d}"


def month_span(year: int, month: int) -> Span:
    """One month."""
    return months_span(year, month, 1)


def quarter_span(year: int, quarter: int) -> Span:
    """One calendar quarter."""
    return months_span(year, 3 * quarter - 2, 3)


def half_span(year: int, half: int) -> Span:
    """One calendar half."""
    return months_span(year, 6 * half - 5, 6)


def day_span(day: dt.date) -> Span:
    """One day."""
    return Span(day, day, day.isoformat(), day.isoformat(), "day")


def week_span(day: dt.date) -> Span:
    """The ISO week, Monday to Sunday, that holds `day`."""
    monday = day - dt.timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    sunday = monday + dt.timedelta(days=6)
    return Span(monday, sunday, f"{year:04d}-W{week:02d}", f"{monday}/{sunday}", "week")


def weekend_span(day: dt.date) -> Span:
    """The Saturday and Sunday of the ISO week that holds `day`."""
    week = week_span(day)
    assert week.first is not None
    saturday = week.first + dt.timedelta(days=5)
    return Span(saturday, week.last, f"{week.value}-WE", f"{saturday}/{week.last}", "weekend")


def season_span(year: int, season: str) -> Span:
    """Three whole months; a winter is named by the year that it begins in."""
    span = months_span(year, SEASONS[season], 3)
    return Span(span.first, span.last, f"{year:04d}-{season}", span.edtf, "season")


def years_span(first: int, last: int, value: str, unit: str) -> Span:
    """Whole years, both included."""
    return Span(dt.date(first, 1, 1), dt.date(last, 12, 31), value, f"{first:04d}/{last:04d}", unit)


def decade_span(first: int) -> Span:
    """Ten years from a year that ends in 0."""
    return years_span(first, first + 9, f"{first // 10:03d}", "decade")


def century_span(number: int) -> Span:
    """The 20th century as 1900 to 1999, as newspapers count."""
    first = max((number - 1) * 100, 1)
    return years_span(first, (number - 1) * 100 + 99, f"{number - 1:02d}", "century")


def days_span(first: dt.date, last: dt.date) -> Span:
    """Two days and all between, spelled in whole years or months where it is made of them."""
    if first == last:
        return day_span(first)
    if first > last:
        first, last = last, first
    if first.day == 1 and last == month_end(last.year, last.month):
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        if first.month == 1 and last.month == 12:
            if count == 12:
                return year_span(first.year)
            return years_span(first.year, last.year, f"{first.year:04d}/{last.year:04d}", "years")
        return months_span(first.year, first.month, count)
    edtf = f"{first}/{last}"
    return Span(first, last, edtf, edtf, "days")


def until_span(end: Span) -> Span:
    """All up to the end of a span."""
    return Span(None, end.last, f"../{_end_of(end)}", f"../{_end_of(end)}", end.unit)


def before_span(end: Span) -> Span:
    """All before a span, and a day to its end: what is to be done *before Christmas* may still be done on it."""
    if end.first is None or end.unit == "day":
        return until_span(end)
    last = unit_span("year" if end.unit == "year" else "month", end.first - DAY)
    return until_span(last)


def from_span(start: Span) -> Span:
    """All from the start of a span on."""
    return Span(start.first, None, f"{_start_of(start)}/..", f"{_start_of(start)}/..", start.unit)


def join_spans(start: Span, end: Span) -> Span:
    """From the first day of one to the last day of the other, spelled as coarsely as the two are."""
    if start.first is None or end.last is None or start.first > end.last:
        return end
    whole = days_span(start.first, end.last)
    if start.unit == end.unit and start.unit in ("year", "month", "day"):
        edtf = f"{start.edtf}/{end.edtf}"
        return Span(start.first, end.last, whole.value if whole.unit in _EXACT else edtf, whole.edtf, whole.unit)
    return whole


_EXACT = ("quarter", "half")


def _start_of(span: Span) -> str:
    return (span.edtf or "").split("/")[0]


def _end_of(span: Span) -> str:
    return (span.edtf or "").split("/")[-1]


def unit_span(unit: str, day: dt.date) -> Span:
    """The calendar unit of that name that holds `day`. Raises KeyError for a unit shorter than a day."""
    if unit == "day":
        return day_span(day)
    if unit in ("week", "fortnight"):
        return week_span(day)
    if unit == "weekend":
        return weekend_span(day)
    if unit == "decade":
        return decade_span(day.year // 10 * 10)
    if unit == "century":
        return century_span(day.year // 100 + 1)
    count = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    return months_span(day.year, (day.month - 1) // count * count + 1, count)


_DAYS_OF = {"month": (27, 31), "quarter": (82, 98), "half": (175, 190), "year": (355, 375)}


def is_as_long(span: Span, unit: str) -> bool:
    """Whether a span is such a unit, or as long as one: the thirteen weeks to May 4 are *the quarter*."""
    if span.unit == unit or span.first is None or span.last is None:
        return span.unit == unit
    shortest, longest = _DAYS_OF.get(unit, (0, 0))
    return shortest <= (span.last - span.first).days + 1 <= longest + 1


_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def shift(day: dt.date, unit: str, count: float) -> dt.date:
    """`day` moved by `count` units, backwards where negative. Raises KeyError for hours and the like."""
    if unit in _DAYS:
        return day + dt.timedelta(days=round(count * _DAYS[unit]))
    return shift_months(day, round(count * _MONTHS[unit]))
