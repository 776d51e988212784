"""What a phrase of time means before it is placed in the calendar: `the third quarter`, `two years ago`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Day:
    """A day; month and year may be unsaid, the weekday may be said besides."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month, of a year that may be unsaid, or that is another phrase (`May of last year`)."""

    month: int
    year: int | None = None
    of: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year; years before ours are negative (480 BC is -480), here as in all that follows."""

    year: int


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A firm's year by its number, or (`shift`) counted from the one under way, else (`beside`) from the one just named."""

    year: int | None = None
    shift: int = 0
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The n-th quarter (or half) of a year; n is -1 for the last one. `of` is the year where it is said."""

    unit: str
    number: int
    of: Meaning | None = None
    fiscal: bool = False
    shift: int = 0


@dataclass(frozen=True, slots=True)
class PartBeside:
    """The n-th quarter (or half) beside one that was just named; `back` where it is the older: *after 1.9% in the second*."""

    unit: str
    number: int
    back: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """A season, of a year that may be unsaid (`shift`: last, this, next) or another phrase."""

    season: str
    year: int | None = None
    shift: int | None = None
    of: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from one that ends in 0."""

    first: int


@dataclass(frozen=True, slots=True)
class Century:
    """The n-th century."""

    number: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: the nearest one by tense, or of last, this or next week."""

    weekday: int
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """`last May`, `next March`, `this June`."""

    month: int
    shift: int


@dataclass(frozen=True, slots=True)
class Shifted:
    """The calendar unit so many units from the one that holds the reference day: `last month`, `this quarter`.

    `ref`: `published`, or `previous` where the last period that was named counts (`the following year`).
    """

    unit: str
    count: int
    ref: str = "published"
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Ago:
    """A time so many units before (negative) or after the reference: `two years ago`, `three days later`."""

    unit: str
    count: float | None
    sign: int
    ref: str = "published"
    anchor: Meaning | None = None


@dataclass(frozen=True, slots=True)
class YearAgo:
    """The same period a year before: `a year earlier`, `the year-ago quarter`, `the same period last year`."""

    unit: str | None = None
    years: int = 1
    of: Meaning | None = None


@dataclass(frozen=True, slots=True)
class SameAs:
    """`the same day`, `that month`: the unit that holds the last period named."""

    unit: str


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `count` is None where it is vague. `end`: -1 up to now, 1 from now on, None unplaced."""

    unit: str
    count: float | None
    end: int | None = None
    rate: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """So many months (or weeks) up to a day or month: `the three months ended May 31`; `over` where it says *ended*."""

    unit: str
    count: float
    until: Meaning
    fiscal_number: int | None = None
    fiscal_unit: str | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class FirstOf:
    """`the first two weeks of June`, `the last two months of 2019`: count negative from the end."""

    unit: str
    count: int
    of: Meaning


@dataclass(frozen=True, slots=True)
class NthOf:
    """`the second week of May`: the n-th unit of another one, -1 the last."""

    unit: str
    number: int
    of: Meaning


@dataclass(frozen=True, slots=True)
class Some:
    """Some of a period, which is said to be that period: `early 2019`, `the end of May`, `later this year`."""

    of: Meaning
    how: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, on a day that may be unsaid."""

    hour: int
    minute: int
    day: Meaning | None = None


@dataclass(frozen=True, slots=True)
class DayPart:
    """Morning to night (TIMEX3's MO, MI, AF, EV, NI) of a day that may be unsaid."""

    part: str
    day: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From one period to another, both included."""

    start: Meaning
    end: Meaning


@dataclass(frozen=True, slots=True)
class ToDate:
    """From the start of the year (or another unit) to the reference day."""

    unit: str = "year"


@dataclass(frozen=True, slots=True)
class SetOf:
    """Again and again: `daily`, `every quarter`. `value` is TIMEX3's."""

    value: str


@dataclass(frozen=True, slots=True)
class InARow:
    """`the third straight quarter`: the unit under way or just over, the n-th of a run."""

    unit: str
    number: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day of the year by its name: `rule` is month-day, or month-week-weekday (11-4-3 is the fourth Thursday)."""

    rule: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """Now, the past or the future, with no date to it: TIMEX3's PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str


Meaning = (
    Day | Month | Year | FiscalYear | Part | PartBeside | Season | Decade | Century | Weekday | NamedMonth | Shifted | Ago | YearAgo
    | SameAs | Duration | Ended | FirstOf | NthOf | Some | Clock | DayPart | Range | ToDate | SetOf | InARow | Holiday
    | Vague
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of time as found: its place in lexemes and in characters, and what it means."""

    first: int
    last: int
    start: int
    end: int
    meaning: Meaning
    parts: tuple[Phrase, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The day on which a firm's fiscal year ends, as the article gives it.

    `named_before` is 1 where the year that ends in January 2025 is called 2024, else 0.
    """

    month: int
    day: int
    named_before: int = 0

    def of(self, year: int) -> dt.date:
        """The end of the fiscal year that ends in calendar year `year`."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return dt.date(year, self.month, 28)
