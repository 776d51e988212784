"""Places what is counted from another time: `last year`, `two weeks ago`, `a year earlier`, `the same month`."""

from __future__ import annotations

import dataclasses
import datetime as dt

from crossfoot.values.periods import calendar as cal
from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.context import UNKNOWN_UNITS, Context, Reading, placed, unplaced
from crossfoot.values.periods.dating import before_ours
from crossfoot.values.periods.tense import FUTURE, PAST, PLANNED, UNKNOWN


def _reference(ref: str, unit: str, context: Context) -> tuple[dt.date | None, str]:
    """The day to count units of that length from, and what it is known by."""
    if ref == "previous" and context.previous is not None and context.previous.first is not None:
        told = context.reporting if context.beside is None and context.day_beside is None else None
        if unit in ("month", "quarter") and told is not None and told.unit == unit:
            return told.first, "previous period"  # "a month earlier", where another sentence named an older time
        previous = context.previous_to_the(unit)
        return (previous.first if previous else None), "previous period"
    if ref == "year end" and not context.narrative and context.published is not None:
        return _nearest_year_end(context, context.published), "published"
    if ref in _TOLD and not context.narrative and context.published is not None:
        day, anchor = _year_under_report(context)
        past = ref == "year over" or ref == "same" and _tells_of_the_year_over(context)
        over = anchor == "published" and past
        return (_nearest_year_end(context, context.published) if over else day), anchor
    return context.today_to_the(unit), context.today_anchor


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


_TOLD = ("same", "begun", "year over")  # what `the year` may be
REPORTS = 3  # months in which the figures of the year before come out


def _tells_of_the_year_over(context: Context) -> bool:
    """*Sales for the year rose 4%*, in the first months of the next one."""
    return context.published is not None and context.published.month <= REPORTS and context.tense == PAST


def _is_told_year(context: Context, day: dt.date | None) -> bool:
    """*In the year to June it made $3 million, and it ended the year with debt of $2 million*."""
    told = context.reporting
    return told is not None and told.unit == "year" and told.first == day


def _is_an_own_year(span: cal.Span | None) -> bool:
    """*in the year to 30 March, against what it made in the prior year*: twelve months that are no calendar year."""
    if span is None or span.first is None or (span.first.month, span.first.day) == (1, 1):
        return False
    return cal.is_as_long(span, "year")


def read_shifted(meaning: m.Shifted, context: Context) -> Reading:
    if meaning.ref == "latest":
        return latest(meaning, context)
    if context.narrative and meaning.unit == "day" and meaning.ref == "published":
        return unplaced("PRESENT_REF")
    day, anchor = _reference(meaning.ref, meaning.unit, context)
    year = context.previous
    if meaning.unit == "year" and meaning.ref == "previous" and meaning.count == -1 and _is_an_own_year(year):
        return placed(moved_years(year, -1), anchor)  # type: ignore[arg-type]
    told = meaning.ref in _TOLD and anchor == "previous period" and not meaning.count
    if told and _is_told_year(context, day):
        return placed(context.reporting, anchor)  # type: ignore[arg-type]
    if day is None and meaning.unit == "year" and context.before_ours:
        return unplaced(before_ours(context.before_ours + meaning.count))
    if day is None:
        return unplaced(UNKNOWN_UNITS.get(meaning.unit, "XXXX-XX-XX"))
    if meaning.unit == "fortnight":
        return unplaced("P2W")
    moved = cal.unit_span(
        meaning.unit, cal.shift(cal.unit_span(meaning.unit, day).first or day, meaning.unit, meaning.count)
    )
    return placed(moved, anchor)


def latest(meaning: m.Shifted, context: Context) -> Reading:
    """`the latest quarter`: the last one that is over; a quarter just named is meant by it."""
    named = _lasting(meaning.unit, context)
    if named is not None:
        return placed(named, "previous period")
    if context.published is None:
        return unplaced(UNKNOWN_UNITS.get(meaning.unit, "XXXX"))
    first = cal.unit_span(meaning.unit, context.published).first
    assert first is not None
    return placed(cal.unit_span(meaning.unit, first - cal.DAY), "published", certainty="inferred")


def read_ago(meaning: m.Ago, context: Context) -> Reading:
    day, anchor = _reference(meaning.ref, meaning.unit, context)
    if meaning.anchor is not None:
        span = context.span_of(meaning.anchor)
        day, anchor = (span.first if span else None), "explicit"
        if span and meaning.sign > 0:
            day = span.last or span.first
        count = meaning.count
        # `a week from Friday` is a day, `the week before Christmas` a week.
        if (
            span
            and span.unit == "day"
            and day
            and meaning.unit == "week"
            and count
            and (meaning.sign, count) != (-1, 1)
        ):
            return placed(cal.day_span(cal.shift(day, "week", meaning.sign * count)), anchor)
    if meaning.count is None:
        return Reading("DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF", anchor=anchor, certainty="unresolved")
    if meaning.unit in ("hour", "minute", "second"):
        return _clock_ago(meaning, day, anchor)
    if day is None and (back := _months_before(meaning, context)) is not None:
        return placed(back, anchor)
    if day is None:
        return unplaced(UNKNOWN_UNITS.get(meaning.unit, "XXXX-XX-XX"))
    try:
        moved = cal.shift(day, meaning.unit, meaning.sign * meaning.count)
    except (ValueError, OverflowError):
        return unplaced(UNKNOWN_UNITS.get(meaning.unit, "XXXX"))
    unit = {"fortnight": "week", "decade": "year", "half": "month", "century": "year", "weekend": "week"}.get(
        meaning.unit, meaning.unit
    )
    return placed(cal.unit_span(unit, moved), anchor)


_MONTHS_OF = {"quarter": 3, "half": 6}


def _months_before(meaning: m.Ago, context: Context) -> cal.Span | None:
    """*$23 billion at the end of the quarter, against $15 billion three months earlier*: the quarter before."""
    named = context.previous
    if named is None or meaning.ref != "previous" or meaning.sign > 0 or meaning.unit != "month" or named.first is None:
        return None
    months = next((months for unit, months in _MONTHS_OF.items() if cal.is_as_long(named, unit)), None)
    if months is None or not meaning.count or meaning.count % months:
        return None
    first = cal.shift(named.first, "month", meaning.sign * meaning.count)
    return cal.days_span(first, cal.shift(first, "month", months) - cal.DAY)


def _clock_ago(meaning: m.Ago, day: dt.date | None, anchor: str) -> Reading:
    """Hours ago is the same day as far as figures go, or the one before; only that it is past is said."""
    return Reading("TIME", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF", anchor=anchor, certainty="unresolved")


def read_year_ago(meaning: m.YearAgo, context: Context) -> Reading:
    base = context.beside or context.reporting
    if context.fiscal is not None and meaning.of is None:
        return _fiscal_year_ago(context.fiscal, meaning.years)
    if meaning.of is not None:
        year = context.span_of(meaning.of)
        if year is None or year.first is None:
            return unplaced("XXXX")
        if meaning.unit == "quarter" and (base is None or base.unit == "year"):
            base = _quarter_just_over(context)
        if base is None or base.first is None or base.unit == "year":
            return _comparison(year, "explicit", "explicit")
        return _comparison(moved_years(base, year.first.year - base.first.year), "previous period")
    if base is None or base.first is None or (meaning.unit in ("quarter", "month") and base.unit != meaning.unit):
        return _year_ago_by_unit(meaning, context)
    return _comparison(moved_years(base, -meaning.years), "previous period")


def _quarter_just_over(context: Context) -> cal.Span | None:
    """What an article compares with *the same quarter of 2023* where it names no quarter: the last one."""
    today = context.today_to_the("quarter")
    return cal.unit_span("quarter", cal.shift(today, "quarter", -1)) if today is not None else None


def _fiscal_year_ago(named: Reading, years: int) -> Reading:
    """The same fiscal quarter or year, so many years before, where its days are not known."""
    year = named.fiscal_year - years if named.fiscal_year is not None else None
    name = named.fiscal_period or "FY"
    label = name if year is None else f"FY{year}" if name == "FY" else f"{name} FY{year}"
    value = f"{int(named.value[:4]) - years:04d}{named.value[4:]}" if named.value[:4].isdigit() else named.value
    return Reading("DATE", value, None, str(year) if name == "FY" and year else None, "previous period", "inferred",
                   "fiscal", "comparison", year, name, label)  # fmt: skip


def _year_ago_by_unit(meaning: m.YearAgo, context: Context) -> Reading:
    unit = meaning.unit if meaning.unit in ("quarter", "month", "half", "week") else "year"
    today = context.today_to_the(unit)
    if today is None:
        return Reading(
            "DATE", UNKNOWN_UNITS[unit], anchor="none", certainty="unresolved", basis="unknown", role="comparison"
        )
    day = cal.shift(today, "year", -meaning.years)
    if unit == "quarter":
        # What is compared with the year-ago quarter is the quarter just over.
        day = cal.shift(day, "quarter", -1)
    return _comparison(cal.unit_span(unit, day), context.today_anchor)


def _comparison(span: cal.Span, anchor: str, certainty: str = "resolved") -> Reading:
    return Reading("DATE", span.value, span, span.edtf, anchor, certainty, role="comparison")


_WEEKS = 28  # days


def _is_weeks(first: dt.date, last: dt.date) -> bool:
    """Whether a span is so many whole weeks, and four at least."""
    days = (last - first).days + 1
    return days >= _WEEKS and days % 7 == 0


def moved_years(span: cal.Span, years: int) -> cal.Span:
    """The same days of another year."""
    assert span.first is not None
    if span.unit == "days" and span.last is not None and _is_weeks(span.first, span.last):
        back = dt.timedelta(days=364 * years)  # "the 26 weeks to Sept. 27": as many weeks, 52 weeks before
        return cal.days_span(span.first + back, span.last + back)
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
    today = context.today_to_the("weekend")
    if today is None:
        return unplaced(UNKNOWN_UNITS["weekend"])
    weekend = cal.weekend_span(today)
    if weekend.first and weekend.first > today and context.tense != FUTURE:
        weekend = cal.weekend_span(today - dt.timedelta(days=7))
    return placed(weekend, context.today_anchor)


def _lasting(unit: str, context: Context) -> cal.Span | None:
    """The last period of that length that figures were told for: *the quarter* after *in the first nine months*."""
    if context.reporting is not None and cal.is_as_long(context.reporting, unit):
        return context.reporting
    return context.lasting.get(unit) if unit in ("quarter", "month") else None


_SHORT = 25  # days


def _is_short(span: cal.Span | None) -> bool:
    """*said last week that sales fell in the same stretch*: a week in which something was said."""
    return (
        span is not None and span.first is not None and span.last is not None and (span.last - span.first).days < _SHORT
    )


_SATURDAY = 5


def _session_before(context: Context) -> Reading:
    """The last weekday before the day that the sentence, else the article, is of."""
    day = context.day_beside.first if context.day_beside is not None else context.today_to_the("day")
    if day is None:
        return unplaced(UNKNOWN_UNITS["day"])
    day -= cal.DAY
    while day.weekday() >= _SATURDAY:
        day -= cal.DAY
    return placed(cal.day_span(day), context.today_anchor)


def _one_after(context: Context) -> Reading:
    """The year or quarter behind the last one that figures were told for."""
    told = context.reporting
    unit = next((unit for unit in ("year", "quarter") if told is not None and cal.is_as_long(told, unit)), None)
    if told is None or told.last is None or unit is None:
        return unplaced("XXXX")
    first = told.last + cal.DAY
    return placed(cal.days_span(first, cal.shift(first, unit, 1) - cal.DAY), "previous period", certainty="inferred")


def read_same_as(meaning: m.SameAs, context: Context) -> Reading:
    """`the same month`, `the quarter`: the one last named, or the one that holds it."""
    if meaning.unit == "weekend":
        return _weekend(context)
    if meaning.unit == "results":
        known = context.reporting is not None and context.fiscal is None
        return placed(context.reporting, "previous period", certainty="inferred") if known else unplaced("XXXX")  # type: ignore[arg-type]
    if meaning.unit == "stretch" and _is_short(context.stretch) and context.reporting is not None:
        return placed(context.reporting, "previous period", certainty="inferred")
    if meaning.unit == "stretch" and context.stretch is not None:
        return placed(context.stretch, "previous period", certainty="inferred")
    if meaning.unit == "session before":
        return _session_before(context)
    if meaning.unit == "one after":
        return _one_after(context)
    if meaning.unit == "date":
        last = context.previous.last if context.previous is not None else None
        return placed(cal.day_span(last), "previous period", certainty="inferred") if last else unplaced("XXXX")
    if meaning.unit in ("period", "stretch"):
        known = context.previous is not None and context.previous.first is not None
        return placed(context.previous, "previous period", certainty="inferred") if known else unplaced("XXXX")  # type: ignore[arg-type]
    named = context.fiscal
    if named is not None and named.fiscal_period and (named.fiscal_period[0] == "Q") == (meaning.unit == "quarter"):
        return dataclasses.replace(named, anchor="previous period", certainty="inferred")
    lasting = _lasting(meaning.unit, context)
    if lasting is not None:
        return placed(lasting, "previous period")
    if meaning.unit == "quarter" and context.off_calendar:
        return unplaced(UNKNOWN_UNITS["quarter"])
    if meaning.unit == "quarter" and not context.narrative and context.published is not None:
        return latest(m.Shifted("quarter", -1, "latest"), context)
    ahead = meaning.unit == "decade" and not context.narrative and context.published is not None
    if context.previous is None or context.previous.first is None or ahead:
        if meaning.unit in ("quarter", "month") and context.published is not None:
            return latest(m.Shifted(meaning.unit, -1, "latest"), context)
        day, anchor = context.today_to_the(meaning.unit), context.today_anchor
    else:
        previous = context.previous_to_the(meaning.unit)
        day, anchor = (previous.first if previous else None), "previous period"
    if day is None or meaning.unit == "fortnight":
        return unplaced(UNKNOWN_UNITS.get(meaning.unit, "XXXX-XX-XX"))
    return placed(cal.unit_span(meaning.unit, day), anchor, certainty="inferred")


def read_in_a_row(meaning: m.InARow, context: Context) -> Reading:
    """`the third straight quarter`: the last one over, or for short units the one under way."""
    if context.reporting is not None and context.reporting.unit == meaning.unit:
        return placed(context.reporting, "previous period")
    if meaning.unit in ("quarter", "month", "year"):
        return latest(m.Shifted(meaning.unit, -1, "latest"), context)
    return read_shifted(m.Shifted(meaning.unit, 0), context)
