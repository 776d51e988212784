"""Days stated in full in a rare form (`17.08.2024`, `Aug-17-2024`, `2024 August 17`), normalised by dateparser.

What was decided, and why. dateparser reads whole spans that are known to be absolute dates, weekdays or `N units ago`
rightly under the settings below, but takes 0.7 to 1.0 ms a span; the arithmetic of this package finds and places the
same span in 0.08 ms (one process of a 2-core machine, 2026). A year of a newspaper holds millions of such spans, so
that the common forms keep our own arithmetic, and `tests/test_periods_dateparser.py` proves over a grid of dates,
weekdays and `N units ago` that it answers as dateparser does. The rare forms, which the arithmetic does not know, go
through dateparser: it is imported when the first one is met, and costs the common case nothing.

dateparser never searches a text (it makes dates of `may`, `2-1` and `1 in 10`), is never given less than day, month and
year together, and never the clock of the machine.
"""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from typing import Any

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.found import Found
from crossfoot.values.periods.lexemes import word_set
from crossfoot.values.periods.shapes import Shape

_LANGUAGES = ["en"]


def absolute_settings(order: str) -> dict[str, Any]:
    """How dateparser is to read a whole date: nothing guessed, nothing left out, days before months or after them."""
    return {
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "DATE_ORDER": order,
        "RELATIVE_BASE": dt.datetime(2000, 1, 1),
    }


@cache
def _parser(order: str) -> Any:
    from dateparser.date import DateDataParser  # takes a sixth of a second to import, and few articles need it

    return DateDataParser(languages=_LANGUAGES, settings=absolute_settings(order))


@lru_cache(maxsize=65536)  # a table of prices holds the same days in every row
def _day(text: str, order: str) -> m.Day | None:
    read = _parser(order).get_date_data(text)
    if read.date_obj is None or read.period != "day":
        return None
    return m.Day(read.date_obj.day, read.date_obj.month, read.date_obj.year)


def _text(found: Found) -> str:
    lexemes = found.lexed.lexemes[found.match.start() : found.match.end()]
    return found.lexed.text[lexemes[0].start : lexemes[-1].end]


def _with_points(found: Found) -> m.Meaning | None:
    """`17.08.2024`: day first wherever points are written, year first in `2024.08.17`."""
    text = _text(found)
    return _day(text, "YMD" if text[4:5] == "." else "DMY")


def _in_figures(found: Found) -> m.Meaning | None:
    """`17-08-2024`; not `03-04-2024`, which may be March or April."""
    text = _text(found)
    if any(char.isspace() for char in text):
        return None
    readings = {_day(text, "DMY"), _day(text, "MDY")} - {None}
    return readings.pop() if len(readings) == 1 else None


def _with_month(found: Found) -> m.Meaning | None:
    """`Aug-17-2024`, `2024-Aug-17`, `17/Aug/2024`, `2024 August 17`; not `in 2024 May 20 people`."""
    if found.lexemes("mon")[0].text.islower() or found.next_word() in word_set("counted") | word_set("scales"):
        return None
    return _day(_text(found), "DMY")


STATED = (
    Shape("date with points", "(?P<date>POINTDATE)", _with_points),
    Shape("date in figures", "(?P<dom>DD) DASH (?P<mon>DD) DASH (?P<year>YR) (?! DASH)", _in_figures),
    Shape("month-day-year", "(?P<mon>MONTH|ABBR) DASH DD DASH YR", _with_month),
    Shape("year-month-day", "YR DASH (?P<mon>MONTH|ABBR) DASH DD", _with_month),
    Shape("day/month/year", "DD SLASH (?P<mon>MONTH|ABBR) SLASH YR", _with_month),
    Shape("year month day", "YR (?P<mon>MONTH|ABBR STOP?) DD (?! DASH|TO|AND|YR|COMMA YR)", _with_month),
)
