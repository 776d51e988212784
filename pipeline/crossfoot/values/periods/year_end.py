"""Finds the fiscal year end that an article names once: `the fiscal year ended January 31, 2025`."""

from __future__ import annotations

import dataclasses
import datetime as dt
from operator import attrgetter

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.calendar import DAY, month_end, shift_months
from crossfoot.values.periods.context import Context
from crossfoot.values.periods.lexemes import Lexed, word_set

_APPOSITION = 5
_TEXT = attrgetter("text")
_QUARTERS = (("month", 3.0), ("week", 13.0), ("quarter", 1.0))


def named_year_end(lexed: Lexed, phrases: list[m.Phrase], context: Context) -> m.YearEnd | None:
    """The year end that the article states, or that follows from the end of a quarter by its number; else None."""
    found = _stated_year_end(lexed, phrases, context)
    if found is None or found.month > _EARLY or found.named_before:
        return found
    return dataclasses.replace(found, named_before=1) if _is_named_by_its_start(phrases, context) else found


_EARLY, _AFTER_REPORTS = 2, 3  # months


def _is_named_by_its_start(phrases: list[m.Phrase], context: Context) -> bool:
    """*For fiscal 2024*, in an article of May 2024 that names no later one: the year under way, to January 2025."""
    meanings = [phrase.meaning for phrase in phrases]
    parts = [meaning.of for meaning in meanings if isinstance(meaning, m.Part)]
    years = [meaning.year for meaning in [*meanings, *parts] if isinstance(meaning, m.FiscalYear)]
    latest = max((year for year in years if year is not None), default=None)
    today = context.published
    return today is not None and latest == today.year and today.month > _AFTER_REPORTS


def _stated_year_end(lexed: Lexed, phrases: list[m.Phrase], context: Context) -> m.YearEnd | None:
    for index, phrase in enumerate(phrases):
        if isinstance(phrase.meaning, m.Ended) and (found := _by_ended(lexed, phrase, phrase.meaning, context)):
            return found
        if isinstance(phrase.meaning, m.Part | m.FiscalYear) and index + 1 < len(phrases):
            found = _by_apposition(lexed, phrase, phrases[index + 1], context)
            if found:
                return found
    return customary_year_end(lexed) or _by_lone_quarter(phrases, context)


_ENOUGH = 2


def customary_year_end(lexed: Lexed) -> m.YearEnd | None:
    """March 31 where a text counts in crore and lakh: so it is by law for firms in India, and by custom for its state."""
    words = word_set("april_years")
    told = sum(map(words.__contains__, map(str.lower, map(_TEXT, lexed.lexemes))))
    return m.YearEnd(3, 31) if told >= _ENOUGH else None


def _end_day(until: m.Meaning, context: Context) -> dt.date | None:
    if not isinstance(until, m.Day | m.Month | m.Some):
        return None
    span = context.span_of(until)
    return span.last if span and span.last and dt.MINYEAR + 2 < span.last.year < dt.MAXYEAR - 2 else None


def _by_ended(lexed: Lexed, phrase: m.Phrase, meaning: m.Ended, context: Context) -> m.YearEnd | None:
    """`the year ended May 31`; `the second fiscal quarter ended Feb. 28`, whose year ends a quarter later."""
    end = _end_day(meaning.until, context)
    if end is None:
        return None
    words = {lexeme.text.lower() for lexeme in lexed.lexemes[phrase.first : phrase.last]}
    named = words & {"ended", "ending", "ends", "closed"}
    if meaning.fiscal_unit == "year" and (named or words & {"fiscal", "financial", "business"}):
        return _year_end(end, 0)
    if meaning.fiscal_number and meaning.fiscal_unit == "quarter" and meaning.fiscal_number <= 4:
        return _year_end(end, 3 * (4 - meaning.fiscal_number))
    return None


def _by_apposition(lexed: Lexed, phrase: m.Phrase, after: m.Phrase, context: Context) -> m.YearEnd | None:
    """`the fiscal second quarter, ended in July`; `fiscal 2024, which ended Feb. 1, 2025`; `fiscal year-end is`."""
    between = lexed.lexemes[phrase.last : after.first]
    words = {lexeme.text.lower() for lexeme in between}
    if len(between) > _APPOSITION or not words & {"ended", "ending", "ends", "end", "runs", "closed", "closes"}:
        return None
    if "end" in words and not (isinstance(phrase.meaning, m.FiscalYear) and phrase.meaning.year is None):
        return None
    end = _end_day(after.meaning, context)
    if end is None:
        return None
    if isinstance(phrase.meaning, m.FiscalYear):
        named = phrase.meaning.year
        return _year_end(end, 0, named_before=1 if named is not None and named == end.year - 1 else 0)
    if isinstance(phrase.meaning, m.Part) and phrase.meaning.unit == "quarter":
        number = 4 if phrase.meaning.number < 0 else phrase.meaning.number
        return _year_end(end, 3 * (4 - number))
    return None


def _by_lone_quarter(phrases: list[m.Phrase], context: Context) -> m.YearEnd | None:
    """An article of one third quarter and `the three months ended Oct. 31`: the two are one."""
    numbers = {phrase.meaning.number for phrase in phrases
               if isinstance(phrase.meaning, m.Part) and phrase.meaning.unit == "quarter"}  # fmt: skip
    ends = [phrase.meaning for phrase in phrases
            if isinstance(phrase.meaning, m.Ended) and (phrase.meaning.unit, phrase.meaning.count) in _QUARTERS
            and (phrase.meaning.over or isinstance(phrase.meaning.until, m.Day))]  # no `June quarter`  # fmt: skip
    if len(numbers) != 1 or not ends:
        return None
    number = numbers.pop()
    end = _end_day(ends[0].until, context)
    return _year_end(end, 3 * (4 - (4 if number < 0 else number))) if end else None


def _year_end(end: dt.date, months: int, *, named_before: int = 0) -> m.YearEnd:
    """The year end so many months on; that of a 52-week year counts as the end of the month nearest to it."""
    if end.day <= 7:
        end = end.replace(day=1) - DAY
    elif end.day >= 24:
        end = month_end(end.year, end.month)
    last = shift_months(end + DAY, months) - DAY if (end + DAY).day == 1 else shift_months(end, months)
    return m.YearEnd(last.month, last.day, named_before)
