"""Places the meaning of a phrase in the calendar: days, months, years and what counts from them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

from crossfoot.values import calendar as cal
from crossfoot.values import period_meanings as m
from crossfoot.values.period_context import Context, Reading, placed, unplaced
from crossfoot.values.period_fiscal import read_ended, read_fiscal_year, read_part
from crossfoot.values.period_tense import FUTURE, PAST, PLANNED, SINCE, UNKNOWN

_LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "month": "M",
            "quarter": "Q", "half": "M", "year": "Y", "decade": "DE", "century": "CE", "weekend": "D"}  # fmt: skip
_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
            "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX"}  # fmt: skip


def resolve(meaning: m.Meaning, context: Context) -> Reading:
    """The reading of a meaning where the article stands."""
    return _READERS[type(meaning)](meaning, context)


def span_of(meaning: m.Meaning, context: Context) -> cal.Span | None:
    """The span of days of a meaning, where it has one."""
    return resolve(meaning, context).span


# --- days, months, years -----------------------------------------------------------------------------------------


def _day(meaning: m.Day, context: Context) -> Reading:
    if meaning.month is None:
        return _day_of_month(meaning, context)
    value = f"{meaning.month:02d}-{meaning.day:02d}"
    if meaning.year is not None:
        day = _date(meaning.year, meaning.month, meaning.day)
        return unplaced(f"{meaning.year:04d}-{value}") if day is None else placed(cal.day_span(day), "explicit")
    today = context.today
    if today is None:
        return unplaced(f"{_old_year(context)}-{value}")
    years = (today.year - 1, today.year, today.year + 1)
    days = [day for year in years if (day := _date(year, meaning.month, meaning.day))]
    if meaning.weekday is not None and (said := [day for day in days if day.weekday() == meaning.weekday]):
        days = said
    if not days:
        return unplaced(f"XXXX-{value}")
    if context.narrative:
        return placed(cal.day_span(_of_story(days, context, today)), context.today_anchor)
    return placed(cal.day_span(_by_tense([(day, day) for day in days], today, context.tense)[0]), context.today_anchor)


def _day_of_month(meaning: m.Day, context: Context) -> Reading:
    """`the 20th`: of the month last named."""
    day = (context.previous and context.previous.first) or context.today
    found = day and _date(day.year, day.month, meaning.day)
    return placed(cal.day_span(found), "previous period") if found else unplaced(f"XXXX-XX-{meaning.day:02d}")


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


# How far back of the last day named an undated month of a history may lie before the year's turn is likelier.
_BACK = dt.timedelta(days=190)


def _of_story(days: list[dt.date], context: Context, today: dt.date) -> dt.date:
    """The one that a history means: of the year last named, else near to the last day or month named."""
    previous = context.previous
    if previous is None or previous.unit not in ("day", "month", "week"):
        return next((day for day in days if day.year == today.year), days[0])
    ahead = [day for day in days if day >= today - _BACK]
    return ahead[0] if ahead else days[-1]


# A month further off than this is given its year, so that the tense was misread: the nearest one is meant.
_LONGEST_BACK, _LONGEST_AHEAD = dt.timedelta(days=340), dt.timedelta(days=310)


def _by_tense(spans: list[tuple[dt.date, dt.date]], today: dt.date, tense: int) -> tuple[dt.date, dt.date]:
    """The latest span begun for the past, the first not over for the future, the nearest where no verb says."""
    begun = [span for span in spans if span[0] <= today]
    coming = [span for span in spans if span[1] >= today]
    if begun and (tense == SINCE or (tense == PAST and today - begun[-1][0] <= _LONGEST_BACK)):
        return begun[-1]
    if coming and tense in (FUTURE, PLANNED) and coming[0][0] - today <= _LONGEST_AHEAD:
        return coming[0]
    return min(spans, key=lambda span: (abs((span[0] - today).days), span[0]))


def _month(meaning: m.Month, context: Context) -> Reading:
    if meaning.year is not None and meaning.year < 0:
        return unplaced(f"{_before_ours(meaning.year)}-{meaning.month:02d}")
    if meaning.year is not None:
        return placed(cal.month_span(meaning.year, meaning.month), "explicit")
    if meaning.of is not None:
        return _in_year(meaning.of, context, lambda year: cal.month_span(year, meaning.month), f"{meaning.month:02d}")
    today = context.today
    if today is None:
        return unplaced(f"{_old_year(context)}-{meaning.month:02d}")
    if context.narrative:
        days = [dt.date(year, meaning.month, 1) for year in (today.year - 1, today.year, today.year + 1)]
        return placed(cal.month_span(_of_story(days, context, today).year, meaning.month), context.today_anchor)
    spans = [(dt.date(year, meaning.month, 1), cal.month_end(year, meaning.month))
             for year in (today.year - 1, today.year, today.year + 1)]  # fmt: skip
    first, _ = _by_tense(spans, today, context.tense)
    return placed(cal.month_span(first.year, first.month), context.today_anchor)


def _in_year(of: m.Meaning, context: Context, within: Callable[[int], cal.Span], rest: str) -> Reading:
    """A month or season of a year that is counted from another."""
    year = resolve(of, context)
    if year.span is None or year.span.first is None:
        return unplaced(f"XXXX-{rest}")
    return placed(within(year.span.first.year), year.anchor)


def _before_ours(year: int) -> str:
    """TIMEX3's name of a year before our era."""
    return f"BC{-year:04d}"


def _old_year(context: Context) -> str:
    return _before_ours(context.before_ours) if context.before_ours else "XXXX"


def _named_month(meaning: m.NamedMonth, context: Context) -> Reading:
    """`last May` is the one before this month, `next May` the one after it."""
    today = context.today
    if today is None:
        return unplaced(f"XXXX-{meaning.month:02d}")
    year = today.year
    if meaning.shift < 0 and meaning.month >= today.month:
        year -= 1
    if meaning.shift > 0 and meaning.month <= today.month:
        year += 1
    return placed(cal.month_span(year, meaning.month), context.today_anchor)


def _year(meaning: m.Year, context: Context) -> Reading:
    if meaning.year < 0:
        # ISO 8601 has a year 0, so that 1 BC is 0000 and 2 BC is -0001.
        return Reading("DATE", _before_ours(meaning.year), edtf=f"-{-meaning.year - 1:04d}", basis="unknown")
    if not 1 <= meaning.year <= 9999:
        return unplaced("XXXX")
    return placed(cal.year_span(meaning.year), "explicit")


def _season(meaning: m.Season, context: Context) -> Reading:
    if meaning.year is not None and meaning.year < 0:
        return unplaced(f"{_before_ours(meaning.year)}-{meaning.season}")
    if meaning.year is not None:
        return placed(cal.season_span(meaning.year, meaning.season), "explicit")
    if meaning.of is not None:
        return _in_year(meaning.of, context, lambda year: cal.season_span(year, meaning.season), meaning.season)
    today = context.today
    if today is None:
        return unplaced(f"{_old_year(context)}-{meaning.season}")
    spans = [cal.season_span(year, meaning.season) for year in range(today.year - 2, today.year + 3)]
    begun = [span for span in spans if span.first and span.first <= today]
    over = [span for span in spans if span.last and span.last < today]
    coming = [span for span in spans if span.last and span.last >= today]
    if meaning.shift is None and context.narrative:
        span = next(span for span in spans if span.first and span.first.year == today.year)
    elif meaning.shift is not None and meaning.shift < 0:
        span = over[-1]
    elif meaning.shift is not None and meaning.shift > 0:
        span = next(span for span in coming if span.first and span.first > today)
    elif meaning.shift is None and context.tense in (PAST, SINCE):
        span = begun[-1]
    elif meaning.shift is None and context.tense == FUTURE:
        span = coming[0]
    else:
        span = next(span for span in spans if span.first and span.first.year == today.year)
    return placed(span, context.today_anchor)


def _decade(meaning: m.Decade, context: Context) -> Reading:
    if meaning.first < 0:
        return unplaced(f"BC{-meaning.first // 10:03d}")
    return placed(cal.decade_span(meaning.first), "explicit")


def _century(meaning: m.Century, context: Context) -> Reading:
    if meaning.number < 0:
        return unplaced(f"BC{-meaning.number - 1:02d}")
    return placed(cal.century_span(meaning.number), "explicit") if 1 < meaning.number < 90 else unplaced("XX")


def _weekday(meaning: m.Weekday, context: Context) -> Reading:
    today = context.today
    value = f"XXXX-WXX-{meaning.weekday + 1}"
    if today is None:
        return unplaced(value)
    back = (today.weekday() - meaning.weekday) % 7
    ahead = (meaning.weekday - today.weekday()) % 7
    if meaning.shift is None:
        days = ahead if context.tense == FUTURE or context.narrative else -back
    elif meaning.shift < 0:
        days = -(back or 7)
    elif meaning.shift > 0:
        days = ahead or 7
    else:
        days = meaning.weekday - today.weekday()
    return placed(cal.day_span(today + dt.timedelta(days=days)), context.today_anchor)


def _holiday(meaning: m.Holiday, context: Context) -> Reading:
    numbers = [int(number) for number in meaning.rule.split("-")]
    if len(numbers) == 2:
        return _day(m.Day(numbers[1], numbers[0], meaning.year), context)
    today = context.today
    if meaning.year is None and today is None:
        return unplaced(f"XXXX-{numbers[0]:02d}-XX")
    month, week, weekday = numbers
    if meaning.year is not None or today is None:
        return placed(cal.day_span(_nth_weekday(meaning.year or 1, month, week, weekday)), "explicit")
    days = [_nth_weekday(year, month, week, weekday) for year in (today.year - 1, today.year, today.year + 1)]
    if context.narrative:
        return placed(cal.day_span(days[1]), context.today_anchor)
    return placed(cal.day_span(_by_tense([(day, day) for day in days], today, context.tense)[0]), context.today_anchor)


def _nth_weekday(year: int, month: int, week: int, weekday: int) -> dt.date:
    """The n-th such weekday of a month; week 5 is its last one."""
    first = dt.date(year, month, 1)
    day = first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (week - 1))
    return day if day.month == month else day - dt.timedelta(days=7)


# --- counted from another time -----------------------------------------------------------------------------------


def _reference(ref: str, context: Context) -> tuple[dt.date | None, str]:
    if ref == "previous" and context.previous is not None and context.previous.first is not None:
        return context.previous.first, "previous period"
    if ref == "year end" and not context.narrative and context.published is not None:
        return _nearest_year_end(context, context.published), "published"
    if ref == "same" and not context.narrative and context.published is not None:
        return _year_under_report(context)
    return context.today, context.today_anchor


def _nearest_year_end(context: Context, today: dt.date) -> dt.date:
    """`year-end`: the last one in news of what was, the coming one in news of what will be or late in the year."""
    if context.tense in (FUTURE, PLANNED) or (context.tense == UNKNOWN and today.month > 6):
        return today
    return today if (today.month, today.day) == (12, 31) else dt.date(today.year - 1, 12, 31)


_LATE_NEWS = dt.timedelta(days=200)


def _year_under_report(context: Context) -> tuple[dt.date | None, str]:
    """`the year`: the one whose figures the article gives, else the one it is written in."""
    named = context.reporting
    today = context.published
    over = (
        named is not None
        and named.last is not None
        and today is not None
        and named.last < today <= named.last + _LATE_NEWS
    )
    if named and named.last and over and (named.unit == "year" or (named.unit == "quarter" and named.last.month == 12)):
        return named.first, "previous period"
    return today, "published"


def _shifted(meaning: m.Shifted, context: Context) -> Reading:
    if meaning.ref == "latest":
        return _latest(meaning, context)
    if context.narrative and meaning.unit == "day" and meaning.ref == "published":
        return _vague(m.Vague("PRESENT_REF"), context)
    day, anchor = _reference(meaning.ref, context)
    if day is None and meaning.unit == "year" and context.before_ours:
        return unplaced(_before_ours(context.before_ours + meaning.count))
    if day is None:
        return unplaced(_UNKNOWN.get(meaning.unit, "XXXX-XX-XX"))
    if meaning.unit == "fortnight":
        return unplaced("P2W")
    moved = cal.unit_span(
        meaning.unit, cal.shift(cal.unit_span(meaning.unit, day).first or day, meaning.unit, meaning.count)
    )
    return placed(moved, anchor)


def _latest(meaning: m.Shifted, context: Context) -> Reading:
    """`the latest quarter`: the last one that is over; a quarter just named is meant by it."""
    named = context.reporting
    if named is not None and named.unit == meaning.unit:
        return placed(named, "previous period")
    if context.published is None:
        return unplaced(_UNKNOWN.get(meaning.unit, "XXXX"))
    first = cal.unit_span(meaning.unit, context.published).first
    assert first is not None
    return placed(cal.unit_span(meaning.unit, first - cal.DAY), "published", certainty="inferred")


def _ago(meaning: m.Ago, context: Context) -> Reading:
    day, anchor = _reference(meaning.ref, context)
    if meaning.anchor is not None:
        span = span_of(meaning.anchor, context)
        day, anchor = (span.first if span else None), "explicit"
        if span and meaning.sign > 0:
            day = span.last or span.first
    if meaning.count is None:
        return Reading("DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF", anchor=anchor, certainty="unresolved")
    if meaning.unit in ("hour", "minute", "second"):
        return _clock_ago(meaning, day, anchor)
    if day is None:
        return unplaced(_UNKNOWN.get(meaning.unit, "XXXX-XX-XX"))
    try:
        moved = cal.shift(day, meaning.unit, meaning.sign * meaning.count)
    except (ValueError, OverflowError):
        return unplaced(_UNKNOWN.get(meaning.unit, "XXXX"))
    unit = {"fortnight": "week", "decade": "year", "half": "month", "century": "year", "weekend": "week"}.get(
        meaning.unit, meaning.unit
    )
    return placed(cal.unit_span(unit, moved), anchor)


def _clock_ago(meaning: m.Ago, day: dt.date | None, anchor: str) -> Reading:
    """Hours ago is the same day as far as figures go, or the one before; only that it is past is said."""
    return Reading("TIME", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF", anchor=anchor, certainty="unresolved")


def _year_ago(meaning: m.YearAgo, context: Context) -> Reading:
    base = context.beside or context.reporting
    if context.fiscal is not None and meaning.of is None:
        return _fiscal_year_ago(context.fiscal, meaning.years)
    if meaning.of is not None:
        year = span_of(meaning.of, context)
        if year is None or year.first is None:
            return unplaced("XXXX")
        if base is None or base.first is None or base.unit == "year":
            return _comparison(year, "explicit", "explicit")
        return _comparison(_moved_years(base, year.first.year - base.first.year), "previous period")
    if base is None or base.first is None or (meaning.unit in ("quarter", "month") and base.unit != meaning.unit):
        return _year_ago_by_unit(meaning, context)
    return _comparison(_moved_years(base, -meaning.years), "previous period")


def _fiscal_year_ago(named: Reading, years: int) -> Reading:
    """The same fiscal quarter or year, so many years before, where its days are not known."""
    year = named.fiscal_year - years if named.fiscal_year is not None else None
    name = named.fiscal_period or "FY"
    label = name if year is None else f"FY{year}" if name == "FY" else f"{name} FY{year}"
    value = f"{int(named.value[:4]) - years:04d}{named.value[4:]}" if named.value[:4].isdigit() else named.value
    return Reading("DATE", value, None, str(year) if name == "FY" and year else None, "previous period", "inferred",
                   "fiscal", "comparison", year, name, label)  # fmt: skip


def _year_ago_by_unit(meaning: m.YearAgo, context: Context) -> Reading:
    today = context.today
    unit = meaning.unit if meaning.unit in ("quarter", "month", "half", "week") else "year"
    if today is None:
        return Reading(
            "DATE", _UNKNOWN[unit], anchor="none", certainty="unresolved", basis="unknown", role="comparison"
        )
    day = cal.shift(today, "year", -meaning.years)
    if unit == "quarter":
        # What is compared with the year-ago quarter is the quarter just over.
        day = cal.shift(day, "quarter", -1)
    return _comparison(cal.unit_span(unit, day), context.today_anchor)


def _comparison(span: cal.Span, anchor: str, certainty: str = "resolved") -> Reading:
    return Reading("DATE", span.value, span, span.edtf, anchor, certainty, role="comparison")


def _moved_years(span: cal.Span, years: int) -> cal.Span:
    """The same days of another year."""
    assert span.first is not None
    first = cal.shift(span.first, "year", years)
    last = span.last and cal.shift(span.last, "year", years)
    if span.unit == "season":
        return cal.season_span(first.year, span.value[-2:])
    if last is None:
        return cal.from_span(cal.day_span(first))
    if span.last == cal.month_end(span.last.year, span.last.month):  # type: ignore[union-attr]
        last = cal.month_end(last.year, last.month) if span.unit != "day" else last
    return cal.days_span(first, last)


def _weekend(context: Context) -> Reading:
    """`over the weekend`: the last one begun, or by tense the coming one."""
    today = context.today
    if today is None:
        return unplaced(_UNKNOWN["weekend"])
    weekend = cal.weekend_span(today)
    if weekend.first and weekend.first > today and context.tense != FUTURE:
        weekend = cal.weekend_span(today - dt.timedelta(days=7))
    return placed(weekend, context.today_anchor)


def _same_as(meaning: m.SameAs, context: Context) -> Reading:
    """`the same month`, `the quarter`: the one last named, or the one that holds it."""
    if meaning.unit == "weekend":
        return _weekend(context)
    named = context.fiscal
    if named is not None and named.fiscal_period and (named.fiscal_period[0] == "Q") == (meaning.unit == "quarter"):
        return dataclasses.replace(named, anchor="previous period", certainty="inferred")
    if context.reporting is not None and context.reporting.unit == meaning.unit:
        return placed(context.reporting, "previous period")
    previous = context.previous
    if previous is None or previous.first is None:
        if meaning.unit in ("quarter", "month") and context.published is not None:
            return _latest(m.Shifted(meaning.unit, -1, "latest"), context)
        day, anchor = context.today, context.today_anchor
    else:
        day, anchor = previous.first, "previous period"
    if day is None or meaning.unit == "fortnight":
        return unplaced(_UNKNOWN.get(meaning.unit, "XXXX-XX-XX"))
    return placed(cal.unit_span(meaning.unit, day), anchor, certainty="inferred")


# --- lengths, sets, parts ----------------------------------------------------------------------------------------


def timex_length(unit: str, count: float | None) -> str:
    """`P5Y`, `PT30M`, `PXW`: TIMEX3's spelling of a length."""
    letter = _LETTERS[unit]
    number = "X" if count is None else f"{count * (2 if unit == 'fortnight' else 1):g}"
    if unit == "half" and count is not None:
        number = f"{count * 6:g}"
    return f"P{'T' if letter[0] == 'T' else ''}{number}{letter.lstrip('T')}"


def _duration(meaning: m.Duration, context: Context) -> Reading:
    value = timex_length(meaning.unit, meaning.count)
    if meaning.rate:
        return Reading("SET", value, anchor="none", certainty="explicit", basis="unknown", role="rate")
    if meaning.end is None or meaning.count is None or context.published is None or context.narrative:
        return Reading("DURATION", value, anchor="none", basis="unknown")
    if meaning.unit in ("hour", "minute", "second"):
        return Reading("DURATION", value, anchor="published", basis="unknown")
    try:
        other = cal.shift(context.published, meaning.unit, meaning.end * meaning.count)
    except (ValueError, OverflowError):
        return Reading("DURATION", value, anchor="none", basis="unknown")
    span = cal.days_span(min(other, context.published), max(other, context.published))
    return Reading("DURATION", value, span, span.edtf, "published", "resolved")


def _set_of(meaning: m.SetOf, context: Context) -> Reading:
    return Reading("SET", meaning.value, anchor="none", basis="unknown", role="rate")


def _vague(meaning: m.Vague, context: Context) -> Reading:
    return Reading("DATE", meaning.value, anchor="none", certainty="unresolved", basis="unknown")


def _in_a_row(meaning: m.InARow, context: Context) -> Reading:
    """`the third straight quarter`: the last one over, or for short units the one under way."""
    if context.reporting is not None and context.reporting.unit == meaning.unit:
        return placed(context.reporting, "previous period")
    if meaning.unit in ("quarter", "month", "year"):
        return _latest(m.Shifted(meaning.unit, -1, "latest"), context)
    return _shifted(m.Shifted(meaning.unit, 0), context)


def _some(meaning: m.Some, context: Context) -> Reading:
    inner = resolve(meaning.of, context)
    return Reading(inner.type, inner.value, inner.span, inner.edtf, inner.anchor, inner.certainty, inner.basis,
                   inner.role, inner.fiscal_year, inner.fiscal_period, inner.label)  # fmt: skip


def _first_of(meaning: m.FirstOf, context: Context) -> Reading:
    outer = span_of(meaning.of, context)
    length = timex_length(meaning.unit, abs(meaning.count))
    if outer is None or outer.first is None or outer.last is None or meaning.unit in ("hour", "minute", "second"):
        return Reading("DURATION", length, anchor="none", basis="unknown")
    if meaning.count > 0:
        first, last = outer.first, cal.shift(outer.first, meaning.unit, meaning.count) - cal.DAY
    else:
        first, last = cal.shift(outer.last + cal.DAY, meaning.unit, meaning.count), outer.last
    return placed(cal.days_span(first, last), "explicit")


def _nth_of(meaning: m.NthOf, context: Context) -> Reading:
    outer = span_of(meaning.of, context)
    if outer is None or outer.first is None or outer.last is None or meaning.unit in ("decade", "century", "fortnight"):
        return unplaced(_UNKNOWN.get(meaning.unit, "XXXX"))
    if meaning.number == 0:
        return placed(cal.week_span(outer.first), "explicit")
    if meaning.unit == "week":
        return placed(_nth_week(outer.first, outer.last, meaning.number), "explicit")
    if meaning.number < 0:
        return placed(cal.unit_span(meaning.unit, outer.last), "explicit")
    return placed(cal.unit_span(meaning.unit, cal.shift(outer.first, meaning.unit, meaning.number - 1)), "explicit")


def _nth_week(first: dt.date, last: dt.date, number: int) -> cal.Span:
    """The n-th week of a period (-1 the last): those of which most days, and so the Thursday, lie in it."""
    if number < 0:
        return cal.week_span(last - dt.timedelta(days=(last.weekday() - 3) % 7))
    thursday = first + dt.timedelta(days=(3 - first.weekday()) % 7)
    return cal.week_span(thursday + dt.timedelta(days=7 * (number - 1)))


def _clock(meaning: m.Clock, context: Context) -> Reading:
    time = f"T{meaning.hour:02d}:{meaning.minute:02d}"
    day = span_of(meaning.day, context) if meaning.day else _the_day(context)
    if day is None:
        return unplaced(f"XXXX-XX-XX{time}", kind="TIME")
    return Reading(
        "TIME", f"{day.value}{time}", day, day.edtf, "explicit" if meaning.day else context.today_anchor, "resolved"
    )


def _the_day(context: Context) -> cal.Span | None:
    """The day of a bare time: of the same sentence, in a history the last one named, else the article's."""
    if context.day_beside is not None:
        return context.day_beside
    if context.narrative and context.previous is not None and context.previous.unit == "day":
        return context.previous
    return cal.day_span(context.today) if context.today else None


def _day_part(meaning: m.DayPart, context: Context) -> Reading:
    day = span_of(meaning.day, context) if meaning.day else _the_day(context)
    if day is None:
        return unplaced(f"XXXX-XX-XXT{meaning.part}", kind="TIME")
    return Reading("TIME", f"{day.value}T{meaning.part}", day, day.edtf, context.today_anchor, "resolved")


def _range(meaning: m.Range, context: Context) -> Reading:
    end = resolve(meaning.end, context)
    start = resolve(meaning.start, context)
    if start.span is None or end.span is None:
        return unplaced(f"{start.value}/{end.value}")
    first, last = start.span, end.span
    if first.first and last.last and first.first > last.last:
        first = _moved_years(first, last.last.year - first.first.year)
        if first.first and first.first > last.last:
            first = _moved_years(first, -1)
    return placed(cal.join_spans(first, last), end.anchor)


def _to_date(meaning: m.ToDate, context: Context) -> Reading:
    today = context.published
    if today is None:
        return unplaced(_UNKNOWN[meaning.unit])
    first = cal.unit_span(meaning.unit, today).first
    assert first is not None
    return placed(cal.days_span(first, today), "published")


_READERS: dict[type, Callable[[Any, Context], Reading]] = {
    m.Day: _day, m.Month: _month, m.NamedMonth: _named_month, m.Year: _year, m.Season: _season, m.Decade: _decade,
    m.Century: _century, m.Weekday: _weekday, m.Holiday: _holiday, m.Shifted: _shifted, m.Ago: _ago,
    m.YearAgo: _year_ago, m.SameAs: _same_as, m.Duration: _duration, m.SetOf: _set_of, m.Vague: _vague,
    m.InARow: _in_a_row, m.Some: _some, m.FirstOf: _first_of, m.NthOf: _nth_of, m.Clock: _clock,
    m.DayPart: _day_part, m.Range: _range, m.ToDate: _to_date,
    m.Part: lambda meaning, context: read_part(meaning, context, span_of),
    m.FiscalYear: read_fiscal_year,
    m.Ended: lambda meaning, context: read_ended(meaning, context, span_of),
}  # fmt: skip
