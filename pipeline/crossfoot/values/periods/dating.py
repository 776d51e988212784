"""Places days, months, seasons and years in the calendar, by the article's day and the tense where they are not said in full."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from crossfoot.values.periods import calendar as cal
from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.context import Context, Reading, placed, unplaced
from crossfoot.values.periods.tense import FUTURE, PAST, PLANNED, SINCE


def read_day(meaning: m.Day, context: Context) -> Reading:
    if meaning.month is None:
        return _day_of_month(meaning, context)
    value = f"{meaning.month:02d}-{meaning.day:02d}"
    if meaning.year is not None:
        day = date_or_none(meaning.year, meaning.month, meaning.day)
        return unplaced(f"{meaning.year:04d}-{value}") if day is None else placed(cal.day_span(day), "explicit")
    today = context.today
    if today is None:
        return unplaced(f"{_old_year(context)}-{value}")
    years = (today.year - 1, today.year, today.year + 1)
    days = [day for year in years if (day := date_or_none(year, meaning.month, meaning.day))]
    if meaning.weekday is not None and (said := [day for day in days if day.weekday() == meaning.weekday]):
        days = said
    if not days:
        return unplaced(f"XXXX-{value}")
    if context.narrative:
        return placed(cal.day_span(_of_story(days, context, today)), context.today_anchor)
    return placed(cal.day_span(_by_tense([(day, day) for day in days], today, context.tense)[0]), context.today_anchor)


def _day_of_month(meaning: m.Day, context: Context) -> Reading:
    """`the 20th`: of the month last named."""
    named = context.previous
    close = context.previous_to_the("month")
    day = close.first if close else context.today if named is None or named.first is None else None
    found = day and date_or_none(day.year, day.month, meaning.day)
    return placed(cal.day_span(found), "previous period") if found else unplaced(f"XXXX-XX-{meaning.day:02d}")


def date_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The day, where the calendar has it."""
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
_MONTHS_BACK = dt.timedelta(days=358)  # "In March, it offered": told on the 20th of a February
_LONGEST_BACK, _LONGEST_AHEAD = dt.timedelta(days=340), dt.timedelta(days=310)


def _by_tense(spans: list[tuple[dt.date, dt.date]], today: dt.date, tense: int) -> tuple[dt.date, dt.date]:
    """The latest span begun for the past, the first not over for the future, the nearest where no verb says."""
    begun = [span for span in spans if span[0] <= today]
    coming = [span for span in spans if span[1] >= today]
    back = _LONGEST_BACK if begun and begun[-1][0] == begun[-1][1] else _MONTHS_BACK
    if begun and (tense == SINCE or (tense == PAST and today - begun[-1][0] <= back)):
        return begun[-1]
    if coming and tense in (FUTURE, PLANNED) and coming[0][0] - today <= _LONGEST_AHEAD:
        return coming[0]
    return min(spans, key=lambda span: (abs((span[0] - today).days), span[0]))


def read_month(meaning: m.Month, context: Context) -> Reading:
    if meaning.year is not None and meaning.year < 0:
        return unplaced(f"{before_ours(meaning.year)}-{meaning.month:02d}")
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
    year = context.resolve(of, context)
    if isinstance(of, m.FiscalYear) and of.year is None and year.span is None and year.value.isdigit():
        return placed(within(int(year.value)), year.anchor)  # "the April-June quarter of the previous fiscal"
    if year.span is None or year.span.first is None:
        return unplaced(f"XXXX-{rest}")
    placed_in = within(year.span.first.year)
    if placed_in.first is not None and placed_in.first < year.span.first and year.span.last is not None:
        placed_in = within(year.span.last.year)  # "the January-March quarter of FY24", a year that begins in April
    return placed(placed_in, year.anchor)


def before_ours(year: int) -> str:
    """TIMEX3's name of a year before our era."""
    return f"BC{-year:04d}"


def _old_year(context: Context) -> str:
    return before_ours(context.before_ours) if context.before_ours else "XXXX"


def read_named_month(meaning: m.NamedMonth, context: Context) -> Reading:
    """`last May` is the one before this month, `next May` the one after it."""
    today = context.today_to_the("month")
    if today is None:
        return unplaced(f"XXXX-{meaning.month:02d}")
    year = today.year
    if meaning.shift < 0 and meaning.month >= today.month:
        year -= 1
    if meaning.shift > 0 and meaning.month <= today.month:
        year += 1
    return placed(cal.month_span(year, meaning.month), context.today_anchor)


def read_year(meaning: m.Year, context: Context) -> Reading:
    if meaning.year < 0:
        # ISO 8601 has a year 0, so that 1 BC is 0000 and 2 BC is -0001.
        return Reading("DATE", before_ours(meaning.year), edtf=f"-{-meaning.year - 1:04d}", basis="unknown")
    if not 1 <= meaning.year <= 9999:
        return unplaced("XXXX")
    return placed(cal.year_span(meaning.year), "explicit")


def read_season(meaning: m.Season, context: Context) -> Reading:
    if meaning.year is not None and meaning.year < 0:
        return unplaced(f"{before_ours(meaning.year)}-{meaning.season}")
    if meaning.year is not None:
        return placed(cal.season_span(meaning.year, meaning.season), "explicit")
    if meaning.of is not None:
        return _in_year(meaning.of, context, lambda year: cal.season_span(year, meaning.season), meaning.season)
    today = context.today if meaning.shift is None else context.today_to_the("season")
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


def read_decade(meaning: m.Decade, context: Context) -> Reading:
    if meaning.first < 0:
        return unplaced(f"BC{-meaning.first // 10:03d}")
    return placed(cal.decade_span(meaning.first), "explicit")


def read_century(meaning: m.Century, context: Context) -> Reading:
    if meaning.number < 0:
        return unplaced(f"BC{-meaning.number - 1:02d}")
    return placed(cal.century_span(meaning.number), "explicit") if 1 < meaning.number < 90 else unplaced("XX")


def read_weekday(meaning: m.Weekday, context: Context) -> Reading:
    today = context.today_to_the("day")
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


def read_holiday(meaning: m.Holiday, context: Context) -> Reading:
    numbers = [int(number) for number in meaning.rule.split("-")]
    if len(numbers) == 2:
        return read_day(m.Day(numbers[1], numbers[0], meaning.year), context)
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
