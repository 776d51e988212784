"""Our own arithmetic answers as dateparser does for whole dates, weekdays and `N units ago`; rare forms go through it."""

from __future__ import annotations

import datetime as dt
import warnings
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from dateparser.date import DateDataParser

from crossfoot.values.periods import periods
from crossfoot.values.periods.stated import absolute_settings

EXAMPLES = settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))
FORMS = [
    "%B %d, %Y", "%d %B %Y", "%b. %d, %Y", "%d %b %Y", "%A, %B %d, %Y", "%A, %d %B %Y", "%a, %b. %d, %Y", "%Y-%m-%d",
    "%m/%d/%Y", "%Y/%m/%d", "%d-%b-%Y", "%d of %B, %Y", "%a %b %d %Y",
]  # fmt: skip
RARE = ["%d.%m.%Y", "%Y.%m.%d", "%b-%d-%Y", "%Y-%b-%d", "%d/%b/%Y", "%d/%B/%Y", "%Y %B %d", "%Y %b. %d"]
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
LONGEST = {"day": 400, "week": 104, "month": 60, "year": 40}


def theirs(text: str, options: dict[str, Any]) -> tuple[dt.date, str]:
    """dateparser's answer for a whole span, and the length of the period that it says it is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = DateDataParser(languages=["en"], settings=options).get_date_data(text)
    assert read.date_obj is not None, text
    return read.date_obj.date(), read.period


def ours(sentence: str, published: dt.date | None = None) -> tuple[dt.date, dt.date, str]:
    """The days and the text of the one period of a sentence."""
    (period,) = periods(sentence, published)
    assert period.first is not None, sentence
    assert period.last is not None, sentence
    return period.first, period.last, period.text


def printed(day: dt.date, form: str) -> str:
    """The day as printed; May is never cut short."""
    return day.strftime(form).replace("May.", "May")


@EXAMPLES
@given(DAYS, st.sampled_from(FORMS))
def test_whole_dates(day: dt.date, form: str) -> None:
    stated = printed(day, form)
    assert ours(f"It was paid on {stated} in cash.") == (day, day, stated)
    assert theirs(stated, absolute_settings("MDY")) == (day, "day")


@EXAMPLES
@given(DAYS, st.sampled_from(RARE))
def test_rare_forms_of_whole_dates(day: dt.date, form: str) -> None:
    stated = printed(day, form)
    assert ours(f"It was paid on {stated} in cash.") == (day, day, stated)


@EXAMPLES
@given(DAYS, st.integers(min_value=1, max_value=6), st.sampled_from([("rose", "past"), ("will meet", "future")]))
def test_weekdays_by_tense(published: dt.date, away: int, tense: tuple[str, str]) -> None:
    """Not the article's own weekday: news of that Tuesday says `on Tuesday`, which dateparser takes for a week ago."""
    verb, side = tense
    day = published + dt.timedelta(days=-away if side == "past" else away)
    options = {"RELATIVE_BASE": dt.datetime.combine(published, dt.time()), "PREFER_DATES_FROM": side}
    assert ours(f"It {verb} on {day:%A}.", published)[:2] == (day, day)
    assert theirs(f"{day:%A}", options) == (day, "day")


@EXAMPLES
@given(DAYS, st.sampled_from(sorted(LONGEST)), st.data())
def test_units_ago(published: dt.date, unit: str, data: st.DataObject) -> None:
    """A week, month or year ago is all of that unit: dateparser names its length and a day in it."""
    count = data.draw(st.integers(min_value=2, max_value=LONGEST[unit]))
    number = NUMBERS[count - 1] if count <= len(NUMBERS) and data.draw(st.booleans()) else str(count)
    options = {"RELATIVE_BASE": dt.datetime.combine(published, dt.time()), "PARSERS": ["relative-time"]}
    day, length = theirs(f"{number} {unit}s ago", options)
    first, last, text = ours(f"It was sold {number} {unit}s ago.", published)
    assert (text, length) == (f"{number} {unit}s ago", unit)
    assert first <= day <= last
    assert {"day": 1, "week": 7, "month": 31, "year": 366}[unit] >= (last - first).days + 1


@pytest.mark.parametrize(("word", "away"), [("yesterday", -1), ("today", 0), ("tomorrow", 1)])
def test_days_named_from_today(word: str, away: int) -> None:
    published = dt.date(2024, 2, 29)
    day = published + dt.timedelta(days=away)
    assert ours(f"It was signed {word}.", published)[:2] == (day, day)
    assert theirs(word, {"RELATIVE_BASE": dt.datetime(2024, 2, 29)}) == (day, "day")


@pytest.mark.parametrize("text", ["It paid 17-08-2024 in cash.", "It paid on 17.08.2024."])
def test_rare_forms_in_figures(text: str) -> None:
    assert ours(text)[0] == dt.date(2024, 8, 17)


@pytest.mark.parametrize(
    "text",
    [
        "It paid on 03-04-2024.",  # March or April
        "Version 31.02.2024 and 10.12.20.24 were out.",
        "Prices may rise, they won 2-1, 1 in 10 left, the 10-year yield, Sun and March Networks.",
    ],
)
def test_what_dateparser_alone_would_make_a_day_of_is_none(text: str) -> None:
    assert [period for period in periods(text) if period.first == period.last and period.first] == []


def test_a_count_after_a_year_is_no_day() -> None:
    assert next(period.text for period in periods("In 2024 May 20 people left.", dt.date(2025, 1, 1))) == "2024"
