"""Places lengths, times of day, parts of periods and ranges."""

from __future__ import annotations

import datetime as dt

from crossfoot.values.periods import calendar as cal
from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.context import UNKNOWN_UNITS, Context, Reading, placed, unplaced
from crossfoot.values.periods.counting import REPORTS, moved_years
from crossfoot.values.periods.tense import PAST

_LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "month": "M",
            "quarter": "Q", "half": "M", "year": "Y", "decade": "DE", "century": "CE", "weekend": "D"}  # fmt: skip


def timex_length(unit: str, count: float | None) -> str:
    """`P5Y`, `PT30M`, `PXW`: TIMEX3's spelling of a length."""
    if unit == "hour" and count is not None and count % 1:
        unit, count = "minute", count * 60
    if unit == "year" and count == 0.5:
        unit, count = "month", 6
    letter = _LETTERS[unit]
    number = "X" if count is None else f"{count * (2 if unit == 'fortnight' else 1):g}"
    if unit == "half" and count is not None:
        number = f"{count * 6:g}"
    return f"P{'T' if letter[0] == 'T' else ''}{number}{letter.lstrip('T')}"


def read_duration(meaning: m.Duration, context: Context) -> Reading:
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


def read_set_of(meaning: m.SetOf, context: Context) -> Reading:
    return Reading("SET", meaning.value, anchor="none", basis="unknown", role="rate")


def read_vague(meaning: m.Vague, context: Context) -> Reading:
    return Reading("DATE", meaning.value, anchor="none", certainty="unresolved", basis="unknown")


def read_some(meaning: m.Some, context: Context) -> Reading:
    inner = context.resolve(meaning.of, context)
    if meaning.how in ("end", "close") and inner.span is not None and inner.span.unit == "decade" and inner.span.last:
        return placed(cal.year_span(inner.span.last.year), inner.anchor)
    return Reading(inner.type, inner.value, inner.span, inner.edtf, inner.anchor, inner.certainty, inner.basis,
                   inner.role, inner.fiscal_year, inner.fiscal_period, inner.label)  # fmt: skip


def read_first_of(meaning: m.FirstOf, context: Context) -> Reading:
    outer = context.span_of(meaning.of)
    if outer is not None and _is_not_over(meaning, outer, context):
        outer = moved_years(outer, -1)
    length = timex_length(meaning.unit, abs(meaning.count))
    if outer is None or outer.first is None or outer.last is None or meaning.unit in ("hour", "minute", "second"):
        return Reading("DURATION", length, anchor="none", basis="unknown")
    if meaning.count > 0:
        first, last = outer.first, cal.shift(outer.first, meaning.unit, meaning.count) - cal.DAY
    else:
        first, last = cal.shift(outer.last + cal.DAY, meaning.unit, meaning.count), outer.last
    return placed(cal.days_span(first, last), "explicit")


_MIDDLE = 15  # the last day of a month's first half


_BARELY_OVER = dt.timedelta(days=10)


def _is_not_over(meaning: m.FirstOf, year: cal.Span, context: Context) -> bool:
    """*earned $3 in the first nine months*, in a text of February: of the year before."""
    of, today = meaning.of, context.published
    counted = isinstance(of, m.Shifted) and of.ref == "begun" and meaning.count > 0
    if not counted or today is None or year.first is None or context.tense != PAST:
        return False
    return cal.shift(year.first, meaning.unit, meaning.count) > today + _BARELY_OVER and today.month <= REPORTS


def read_nth_of(meaning: m.NthOf, context: Context) -> Reading:
    outer = context.span_of(meaning.of)
    if outer is None or outer.first is None or outer.last is None or meaning.unit in ("decade", "century", "fortnight"):
        return unplaced(UNKNOWN_UNITS.get(meaning.unit, "XXXX"))
    if meaning.number == 0:
        return placed(cal.week_span(outer.first), "explicit")
    if meaning.unit == "week":
        return placed(_nth_week(outer.first, outer.last, meaning.number), "explicit")
    if meaning.unit == "half" and outer.unit == "month":
        middle = outer.first.replace(day=_MIDDLE)
        first, second = cal.days_span(outer.first, middle), cal.days_span(middle + cal.DAY, outer.last)
        half = {1: first, 2: second, -1: second}.get(meaning.number)
        return placed(half, "explicit") if half is not None else unplaced("XXXX")
    if meaning.number < 0:
        return placed(cal.unit_span(meaning.unit, outer.last), "explicit")
    return placed(cal.unit_span(meaning.unit, cal.shift(outer.first, meaning.unit, meaning.number - 1)), "explicit")


def _nth_week(first: dt.date, last: dt.date, number: int) -> cal.Span:
    """The n-th week of a period (-1 the last): those of which most days, and so the Thursday, lie in it."""
    if number < 0:
        return cal.week_span(last - dt.timedelta(days=(last.weekday() - 3) % 7))
    thursday = first + dt.timedelta(days=(3 - first.weekday()) % 7)
    return cal.week_span(thursday + dt.timedelta(days=7 * (number - 1)))


def read_clock(meaning: m.Clock, context: Context) -> Reading:
    time = f"T{meaning.hour:02d}:{meaning.minute:02d}"
    day = context.span_of(meaning.day) if meaning.day else _the_day(context)
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
    today = context.today_to_the("day")
    return cal.day_span(today) if today else None


def read_day_part(meaning: m.DayPart, context: Context) -> Reading:
    day = context.span_of(meaning.day) if meaning.day else _the_day(context)
    if day is None:
        return unplaced(f"XXXX-XX-XXT{meaning.part}", kind="TIME")
    return Reading("TIME", f"{day.value}T{meaning.part}", day, day.edtf, context.today_anchor, "resolved")


def read_range(meaning: m.Range, context: Context) -> Reading:
    end = context.resolve(meaning.end, context)
    start = context.resolve(meaning.start, context)
    if start.span is None or end.span is None:
        return unplaced(f"{start.value}/{end.value}")
    first, last = start.span, end.span
    if first.first and last.last and first.first > last.last:
        first = moved_years(first, last.last.year - first.first.year)
        if first.first and first.first > last.last:
            first = moved_years(first, -1)
    return placed(cal.join_spans(first, last), end.anchor)


def read_to_date(meaning: m.ToDate, context: Context) -> Reading:
    today = context.published
    if today is None:
        return unplaced(UNKNOWN_UNITS[meaning.unit])
    if meaning.unit == "fiscal":
        year = context.span_of(m.FiscalYear(None, 0))
        if year is None or year.first is None or year.first > today:
            return unplaced("XXXX")
        return placed(cal.days_span(year.first, today), "published")
    first = cal.unit_span(meaning.unit, today).first
    assert first is not None
    return placed(cal.days_span(first, today), "published")
