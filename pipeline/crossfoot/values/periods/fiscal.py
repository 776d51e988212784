"""Places quarters, halves and fiscal years: by the calendar, or by the year end that the article names."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from crossfoot.values.periods import calendar as cal
from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.context import Context, Reading, placed, unplaced
from crossfoot.values.periods.tense import FUTURE, PAST, PLANNED, SINCE

_PER_YEAR = {"quarter": 4, "half": 2}
# A quarter's figures come out after it: news of the past tells of one that is over or nearly so, and news of what
# is expected may still tell of one that ended some weeks ago.
_NEARLY_OVER = dt.timedelta(days=10)
_SOON = dt.timedelta(days=200)
_UNREPORTED = dt.timedelta(days=62)


def read_part(meaning: m.Part, context: Context) -> Reading:
    """A quarter or half: of a said year, else the one that tense and the article's day point to."""
    per_year = _PER_YEAR[meaning.unit]
    number = per_year if meaning.number < 0 else meaning.number
    name = f"{'Q' if meaning.unit == 'quarter' else 'H'}{number}"
    fiscal = meaning.fiscal or isinstance(meaning.of, m.FiscalYear) or _off_calendar(context)
    named = context.fiscal
    if meaning.of is None and named is not None and named.fiscal_period == name:
        return replace(named, anchor="previous period", certainty="inferred")
    year = _year_of(meaning, context)
    if year is None:
        year = _year_by_tense(meaning.unit, number, context, fiscal=fiscal)
    if year is None:
        return Reading("DATE", f"XXXX-{name}", anchor="none", certainty="unresolved", basis="unknown",
                       fiscal_period=name, label=name)  # fmt: skip
    said = meaning.of is not None
    anchor = "explicit" if isinstance(meaning.of, m.Year | m.FiscalYear) else context.today_anchor
    if not fiscal:
        span = (cal.quarter_span if meaning.unit == "quarter" else cal.half_span)(year, number)
        return Reading("DATE", span.value, span, span.edtf, anchor, "explicit" if anchor == "explicit" else "inferred",
                       "calendar", fiscal_period=name, label=f"{name} {year}")  # fmt: skip
    value = f"{year:04d}-{name}"
    label = f"{name} FY{year}" if said else name
    fiscal_year = year if said else None
    if context.year_end is None:
        return Reading("DATE", value, None, None, anchor, "inferred", "fiscal", fiscal_year=fiscal_year,
                       fiscal_period=name, label=label)  # fmt: skip
    span = part_of_year(context.year_end, year, meaning.unit, number)
    return Reading("DATE", span.value, span, span.edtf, "fiscal year end", "resolved", "fiscal", fiscal_year=year,
                   fiscal_period=name, label=f"{name} FY{year}")  # fmt: skip


def read_part_beside(meaning: m.PartBeside, context: Context) -> Reading:
    """The quarter or half of that number next to the one just named: behind it, or before it where it is the older one."""
    named = context.part
    if named is None or not cal.is_as_long(named, meaning.unit) or named.first is None or meaning.number < 1:
        return unplaced(f"XXXX-{'Q' if meaning.unit == 'quarter' else 'H'}{meaning.number}")
    per_year = _PER_YEAR[meaning.unit]
    ahead = meaning.number > context.part_number and not meaning.back
    back = context.part_number - meaning.number if ahead else (context.part_number - meaning.number) % per_year
    first = cal.shift(named.first, meaning.unit, -back)
    span = cal.days_span(first, cal.shift(first, meaning.unit, 1) - cal.DAY)
    return Reading("DATE", span.value, span, span.edtf, "previous period", "inferred")


def _off_calendar(context: Context) -> bool:
    return context.off_calendar or context.year_end is not None and context.year_end.month != 12


def part_of_year(year_end: m.YearEnd, year: int, unit: str, number: int) -> cal.Span:
    """The n-th quarter or half of the fiscal year of that number."""
    months = 12 // _PER_YEAR[unit]
    end = year_end.of(year + year_end.named_before)
    last = cal.shift_months(end + cal.DAY, -months * (_PER_YEAR[unit] - number)) - cal.DAY
    return ended_span(last, "month", months)


_FRIDAY, _WEEK = 4, 7
_WHOLE = frozenset({("month", 3), ("month", 6), ("month", 9), ("month", 12), ("quarter", 1), ("half", 1), ("year", 1)})


def ended_span(last: dt.date, unit: str, count: float) -> cal.Span:
    """So many months, weeks or the like that end on a day; whole months where the day ends a month.

    Quarters and years that end on a weekend beside a month's end are those of a 52-week year: they count as the months
    nearest to them, and so meet the calendar quarters of other firms.
    """
    if unit in ("week", "fortnight", "day"):
        return cal.days_span(cal.shift(last, unit, -count) + cal.DAY, last)
    if (unit, count) in _WHOLE and last.weekday() >= _FRIDAY:
        last = _month_end_near(last)
    return cal.days_span(cal.shift(last + cal.DAY, unit, -count), last)


def _month_end_near(day: dt.date) -> dt.date:
    """The month's end that lies within a week of a day, else the day."""
    if day.day <= _WEEK:
        return day.replace(day=1) - cal.DAY
    end = cal.month_end(day.year, day.month)
    return end if (end - day).days <= _WEEK else day


def _year_of(meaning: m.Part, context: Context) -> int | None:
    if isinstance(meaning.of, m.FiscalYear) and meaning.of.year is not None:
        return meaning.of.year
    if isinstance(meaning.of, m.Year):
        return meaning.of.year
    if meaning.of is not None:
        span = context.span_of(meaning.of)
        return span.first.year if span and span.first else None
    return None


def _year_by_tense(unit: str, number: int, context: Context, *, fiscal: bool) -> int | None:
    """The year whose n-th quarter news of that tense and day tells of."""
    today = context.today
    if today is None:
        return None
    years = range(today.year - 2, today.year + 3)
    if fiscal and context.year_end is not None:
        ends = [(part_of_year(context.year_end, year, unit, number).last, year) for year in years]
    else:
        ends = [((cal.quarter_span if unit == "quarter" else cal.half_span)(year, number).last, year) for year in years]
    if context.narrative or (fiscal and context.year_end is None):
        return today.year
    past = [year for last, year in ends if last and last <= today + _NEARLY_OVER]
    coming = [year for last, year in ends if last and last >= today - _UNREPORTED]
    soon = [year for last, year in ends if last and last <= today + _SOON]
    if context.tense in (PAST, SINCE):
        return past[-1]
    if context.tense == FUTURE or (context.tense == PLANNED and coming[0] in soon):
        return coming[0]
    return min(ends, key=lambda item: (abs(((item[0] or today) - today).days), item[1]))[1]


def read_fiscal_year(meaning: m.FiscalYear, context: Context) -> Reading:
    """A fiscal year: its days where the year end is known, else its number alone."""
    year = meaning.year
    if year is None:
        if context.today_to_the("year") is None:
            return unplaced("XXXX")
        named = context.beside
        if meaning.beside and named is not None and named.first is not None and cal.is_as_long(named, "year"):
            first = cal.shift(named.first, "year", -1)
            return placed(cal.days_span(first, named.first - cal.DAY), "previous period")
        year = _fiscal_year_now(context) + meaning.shift
    anchor = "explicit" if meaning.year is not None else context.today_anchor
    if context.year_end is None:
        return Reading("DATE", f"{year:04d}", None, f"{year:04d}", anchor,
                       "explicit" if meaning.year is not None else "inferred", "fiscal",
                       fiscal_year=year if meaning.year is not None else None, fiscal_period="FY",
                       label=f"FY{year}" if meaning.year is not None else "FY")  # fmt: skip
    end = context.year_end.of(year + context.year_end.named_before)
    span = ended_span(end, "year", 1)
    return Reading("DATE", f"{year:04d}", span, span.edtf, "fiscal year end", "resolved", "fiscal", fiscal_year=year,
                   fiscal_period="FY", label=f"FY{year}")  # fmt: skip


def _fiscal_year_now(context: Context) -> int:
    today = context.today
    assert today is not None
    if context.year_end is None:
        return today.year
    ends = context.year_end.of(today.year)
    return today.year - context.year_end.named_before + (1 if today > ends else 0)


def read_ended(meaning: m.Ended, context: Context) -> Reading:
    """`the three months ended May 31`: the days up to the one that is said."""
    until = context.span_of(meaning.until)
    if until is None or until.last is None:
        return unplaced(f"P{meaning.count:g}{meaning.unit[0].upper()}")
    last = _not_far_ahead(_already_over(until.last, meaning, context), meaning, context)
    span = ended_span(last, meaning.unit, meaning.count)
    number, unit = meaning.fiscal_number, meaning.fiscal_unit
    name = None
    if number is not None and unit in _PER_YEAR:
        name = f"{'Q' if unit == 'quarter' else 'H'}{number}"
    elif unit == "year":
        name = "FY"
    year = _fiscal_year_of(last, name, context) if name else None
    label = f"{name} FY{year}" if year else name
    if name == "FY":
        label = f"FY{year}" if year else None
    return Reading("DATE", span.value, span, span.edtf, "explicit", "explicit",
                   "fiscal" if unit else "calendar", fiscal_year=year, fiscal_period=name, label=label)  # fmt: skip


_NEAR = dt.timedelta(days=10)
_ANNOUNCED = dt.timedelta(days=31)  # a report is announced some weeks before the quarter that it is on is over


def _already_over(last: dt.date, meaning: m.Ended, context: Context) -> dt.date:
    """The end of what *ended*: a year before, where the day without a year would lie well ahead of the article."""
    inner = meaning.until.of if isinstance(meaning.until, m.Some) else meaning.until
    dated = not isinstance(inner, m.Day | m.Month) or inner.year is not None
    if not meaning.over or dated or context.published is None or last <= context.published + _ANNOUNCED:
        return last
    return cal.shift(last, "year", -1)


def _not_far_ahead(last: dt.date, meaning: m.Ended, context: Context) -> dt.date:
    """`the December quarter` of a text of February: the one that is over, whatever lies ahead beside it."""
    until = meaning.until
    if not isinstance(until, m.Month) or until.year is not None or until.of is not None or meaning.over:
        return last
    if (meaning.unit, meaning.count) != ("month", 3) or context.narrative or context.published is None:
        return last
    return last if last <= context.published + _SOON else cal.shift(last, "year", -1)


def _fiscal_year_of(last: dt.date, name: str, context: Context) -> int | None:
    """The number of the fiscal year whose part of that name ends on a day or so."""
    if context.year_end is None:
        return None
    for year in (last.year - 1, last.year, last.year + 1):
        if name == "FY":
            end: dt.date | None = context.year_end.of(year + context.year_end.named_before)
        else:
            unit = "quarter" if name[0] == "Q" else "half"
            end = part_of_year(context.year_end, year, unit, int(name[1:])).last
        if end is not None and abs(end - last) <= _NEAR:
            return year
    return None
