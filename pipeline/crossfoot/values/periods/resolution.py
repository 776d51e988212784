"""Places the meaning of any phrase of time in the calendar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crossfoot.values.periods import counting as counting
from crossfoot.values.periods import dating as dating
from crossfoot.values.periods import fiscal as fiscal
from crossfoot.values.periods import meanings as m
from crossfoot.values.periods import measuring as measuring
from crossfoot.values.periods.context import Context, Reading, unplaced


def resolve(meaning: m.Meaning, context: Context) -> Reading:
    """The reading of a meaning where the article stands; unresolved where that is outside the years 1 to 9999."""
    try:
        return _READERS[type(meaning)](meaning, context)
    except (OverflowError, ValueError):
        # `9999 AD, and the quarter after`: the calendar has no such day.
        return unplaced("XXXX")


_READERS: dict[type, Callable[[Any, Context], Reading]] = {
    m.Day: dating.read_day,
    m.Month: dating.read_month,
    m.NamedMonth: dating.read_named_month,
    m.Year: dating.read_year,
    m.Season: dating.read_season,
    m.Decade: dating.read_decade,
    m.Century: dating.read_century,
    m.Weekday: dating.read_weekday,
    m.Holiday: dating.read_holiday,
    m.Part: fiscal.read_part,
    m.PartBeside: fiscal.read_part_beside,
    m.FiscalYear: fiscal.read_fiscal_year,
    m.Ended: fiscal.read_ended,
    m.Shifted: counting.read_shifted,
    m.Ago: counting.read_ago,
    m.YearAgo: counting.read_year_ago,
    m.SameAs: counting.read_same_as,
    m.InARow: counting.read_in_a_row,
    m.Duration: measuring.read_duration,
    m.SetOf: measuring.read_set_of,
    m.Vague: measuring.read_vague,
    m.Some: measuring.read_some,
    m.FirstOf: measuring.read_first_of,
    m.NthOf: measuring.read_nth_of,
    m.Clock: measuring.read_clock,
    m.DayPart: measuring.read_day_part,
    m.Range: measuring.read_range,
    m.ToDate: measuring.read_to_date,
}
