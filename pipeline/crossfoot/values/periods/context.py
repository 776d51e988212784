"""What a phrase of time is placed by: the article's day, the periods named before it, its tense, the year end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from crossfoot.values.periods.calendar import Span
from crossfoot.values.periods.meanings import Meaning, YearEnd
from crossfoot.values.periods.tense import UNKNOWN

# TIMEX3's spelling of a unit of which it is not known which one it is.
UNKNOWN_UNITS = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}

# How many days the period may have from which a unit is counted.
_CLOSE = {
    "second": 1, "minute": 1, "hour": 1, "day": 1, "weekend": 7, "week": 7, "fortnight": 7, "month": 31, "quarter": 92,
    "half": 184,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A meaning placed in the calendar, or the reason why it is not (`certainty` unresolved)."""

    type: str
    value: str
    span: Span | None = None
    edtf: str | None = None
    anchor: str = "explicit"
    certainty: str = "explicit"
    basis: str = "calendar"
    role: str = "period"
    fiscal_year: int | None = None
    fiscal_period: str | None = None
    label: str | None = None


def _no_tense() -> int:
    return UNKNOWN


@dataclass(slots=True)
class Context:
    """Grows as an article is read from its start to its end.

    `previous` is the last period named, `reporting` the last month or longer one that figures are reported for,
    `stretch` the last one of more than a day, `lasting` the last ones of each length (month, quarter, half, year),
    `part` the last quarter or half named by its number (`part_number`), `beside` and `day_beside` what is reported for
    and the day of the same sentence; `fiscal` is the fiscal quarter or year named after `reporting` of which the days
    are not known. `narrative`: a history, whose undated months belong to the year last named; `before_ours` is that
    year where it lies before our era, `astray` a year far from it that was named once. `off_calendar`: its bare
    quarters are those of a fiscal year of which the end is not known. `resolve` reads a meaning that is part of
    another. `look` finds the tense of the phrase at hand, when it is asked for.
    """

    published: dt.date | None
    resolve: Callable[[Meaning, Context], Reading]
    year_end: YearEnd | None = None
    narrative: bool = False
    off_calendar: bool = False
    look: Callable[[], int] = _no_tense
    found_tense: int | None = None
    previous: Span | None = None
    reporting: Span | None = None
    lasting: dict[str, Span] = field(default_factory=dict)
    stretch: Span | None = None
    part: Span | None = None
    part_number: int = 0
    beside: Span | None = None
    day_beside: Span | None = None
    before_ours: int | None = None
    astray: int | None = None
    fiscal: Reading | None = None

    def span_of(self, meaning: Meaning) -> Span | None:
        """The days of a meaning, where it has some."""
        return self.resolve(meaning, self).span

    @property
    def tense(self) -> int:
        """The tense of the phrase at hand."""
        if self.found_tense is None:
            self.found_tense = self.look()
        return self.found_tense

    def turn_to(self, look: Callable[[], int]) -> None:
        """Go on to the next phrase."""
        self.look, self.found_tense = look, None

    @property
    def today(self) -> dt.date | None:
        """The day that a phrase without a year is placed by: the article's, or in a history the last one named."""
        if self.narrative or self.published is None:
            return self.previous.first if self.previous and self.previous.first and not self.before_ours else None
        return self.published

    def today_to_the(self, unit: str) -> dt.date | None:
        """The day that `yesterday` or `last month` is counted from, where it is known as closely as the unit asks.

        An article without a day of its own was not written on a day that it names: its `Tuesday` stays unplaced. No
        weekday of a history is counted from `in March 1919`.
        """
        if self.published is None:
            return None
        return self.today if not self.narrative or self.previous_to_the(unit) else None

    def previous_to_the(self, unit: str) -> Span | None:
        """The last period named, where its days are known as closely as a unit asks."""
        span = self.previous
        if span is None or span.first is None or span.last is None:
            return None
        longest = _CLOSE.get(unit)
        return span if longest is None or (span.last - span.first).days < longest else None

    @property
    def today_anchor(self) -> str:
        """The name of `today`, for the reader."""
        return "previous period" if self.narrative or self.published is None else "published"


def placed(span: Span, anchor: str, *, certainty: str = "resolved", kind: str = "DATE") -> Reading:
    """A reading that is a span of the calendar."""
    return Reading(kind, span.value, span, span.edtf, anchor, "explicit" if anchor == "explicit" else certainty)


def unplaced(value: str, *, kind: str = "DATE") -> Reading:
    """A reading of which it is known what it is, and not when."""
    return Reading(kind, value, anchor="none", certainty="unresolved", basis="unknown")
