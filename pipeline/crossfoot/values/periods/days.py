"""Shapes of days and months: `Monday, May 4`, `mid-June`, `Nov. 1-3`, `Christmas`."""

from __future__ import annotations

import datetime as dt

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.found import PREPOSITIONS, Found
from crossfoot.values.periods.lexemes import word_set
from crossfoot.values.periods.shapes import Shape

# Lower-case `may` and `march` are verbs; the other months are met in lower case in careless copy.
_VERBS = frozenset({"may", "march"})


def _iso(found: Found) -> m.Meaning | None:
    try:
        day = dt.date.fromisoformat(found.lexemes("iso")[0].text)
    except ValueError:
        return None
    return m.Day(day.day, day.month, day.year)


def _slash(found: Found) -> m.Meaning | None:
    """Month first, as American papers write, unless that is no month."""
    if found.is_before("SLASH") or found.is_after("SLASH"):
        # Part of a page's address.
        return None
    month, day, year = found.tuple("slash")
    if month > 12:
        month, day = day, month
    return m.Day(day, month, year) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _day(found: Found) -> m.Meaning | None:
    if found.lexemes("mon")[0].text in _VERBS:
        return None
    number = found.value("dom")
    if not 1 <= number <= 31 or _counts_something(found):
        return None
    return m.Day(number, found.value("mon"), found.year(), found.maybe("wd"))


def _counts_something(found: Found) -> bool:
    """True for `in May 20 people`: the number belongs to what follows."""
    end = found.match.end()
    if end >= len(found.lexed.lexemes) or found.match.end("dom") != end:
        return False
    return found.lexed.lexemes[end].text.lower() in word_set("counted") | word_set("scales")


def _days(found: Found) -> m.Meaning | None:
    if found.lexemes("mon")[0].text in _VERBS:
        return None
    month, year = found.value("mon"), found.year()
    start, end = found.value("dom"), found.value("dom2")
    if not 1 <= start < end <= 31:
        return None
    return m.Range(m.Day(start, month, year), m.Day(end, month, year))


def _both_days(found: Found, meaning: m.Meaning) -> tuple[m.Phrase, ...]:
    """The two days of a range, each with as much of the month as stands beside it."""
    assert isinstance(meaning, m.Range)
    if found.match.start("mon") < found.match.start("dom"):
        return found.phrase("mon", "dom", meaning.start), found.phrase(
            "dom2", "year" if found.has("year") else "dom2", meaning.end
        )
    return found.phrase("dom", "dom", meaning.start), found.phrase(
        "dom2", "year" if found.has("year") else "mon", meaning.end
    )


def _month(found: Found) -> m.Meaning | None:
    return m.Month(found.value("mon"), found.year())


def _bare_month(found: Found) -> m.Meaning | None:
    word = found.lexemes("mon")[0].text
    if found.glued():
        return None
    if word in _VERBS or (word.islower() and not found.is_before(*PREPOSITIONS)):
        return None
    if len(word) <= 4 and found.value("mon") != 5 and not found.has("dot") and word.lower() not in ("june", "july"):
        return None
    if found.is_before("CAP") and found.previous_word() not in word_set("openers"):
        return None
    if found.is_before("STOP") and _after_title(found):
        return None
    if word == "May" and found.is_before("STOP", "BREAK") and found.next_word() in word_set("after_may"):
        return None
    if found.is_after("CAP") and _adjacent(found) and not found.is_before(*PREPOSITIONS):
        return None
    if found.is_after("WEAK") and found.value("mon") in (4, 5, 6, 8) and not found.is_before(*PREPOSITIONS):
        return None
    return m.Month(found.value("mon"))


def _after_title(found: Found) -> bool:
    """True for `Ms. April Day`."""
    start = found.match.start()
    return start > 1 and found.lexed.lexemes[start - 2].text.lower() in word_set("titles")


def _adjacent(found: Found) -> bool:
    end = found.match.end()
    lexemes = found.lexed.lexemes
    return end < len(lexemes) and lexemes[end].start - lexemes[end - 1].end <= 1


def _month_range(found: Found) -> m.Meaning | None:
    start, end = found.value("mon"), found.value("mon2")
    year = found.year()
    return m.Range(m.Month(start, year), m.Month(end, year)) if start != end else None


def _both_months(found: Found, meaning: m.Meaning) -> tuple[m.Phrase, ...]:
    assert isinstance(meaning, m.Range)
    last = "year" if found.has("year") else "mon2"
    return found.phrase("mon", "mon", meaning.start), found.phrase("mon2", last, meaning.end)


def _weekday(found: Found) -> m.Meaning | None:
    if found.glued():
        return None
    if found.is_before("CAP") and found.previous_word() in word_set("named_days"):
        return None
    if found.is_after("CAP") and _adjacent(found) and not _is_said_before(found):
        return None
    return m.Weekday(found.value("wd"))


def _is_said_before(found: Found) -> bool:
    return found.is_before(
        "UPON", "OTHER", "WEAK", "BY", "SINCE", "UNTIL", "FROM", "LATE", "EARLY", "LAST", "NEXT", "THIS"
    )


def _holiday(found: Found) -> m.Meaning | None:
    return m.Holiday(found.word("rule"), found.year())


_YEAR = "(?:(?:COMMA|OF)? (?P<year>SY))?"

DATES = (
    Shape("iso", "(?P<iso>ISO)", _iso),
    Shape("slash", "(?P<slash>SLASHDATE)", _slash),
    Shape(
        "days of a month",
        f"(?:WD COMMA?)? (?P<mon>MON) (?P<dom>DOM) (?:DASH|TO|THROUGH) (?P<dom2>DOM) (?! (?:DASH|MON)) {_YEAR}",
        _days,
        parts=_both_days,
    ),
    Shape(
        "days of a month, before it",
        f"(?P<dom>DOM) (?:DASH|TO|AND) (?P<dom2>DOM) OF? (?P<mon>MON) {_YEAR}",
        _days,
        parts=_both_days,
    ),
    Shape("month day", f"(?:(?P<wd>WD) COMMA?)? (?P<mon>MON) THE? (?P<dom>DOM) (?! UNITS) {_YEAR}", _day),
    Shape("day month", f"(?:(?P<wd>WD) COMMA?)? THE? (?P<dom>DOM) (?:DASH|OF)? (?P<mon>MON) DASH? {_YEAR}", _day),
    Shape(
        "month to month",
        "(?P<mon>MON) (?:DASH|TO|THROUGH|UNTIL) (?P<mon2>MON) (?! DOM) (?:(?:COMMA|OF)? (?P<year>SY))?",
        _month_range,
        parts=_both_months,
    ),
    Shape("month year", "(?P<mon>MON) (?:COMMA|OF)? (?P<year>SY)", _month),
    Shape("year month", "(?P<year>YR) (?P<mon>MONTH) (?! DOM)", _month),
    Shape("holiday", "(?P<rule>HOLIDAY) (?:COMMA? (?P<year>YR))?", _holiday),
    Shape("named day", "(?P<rule>NAMED (?= UNIT)) (?:QUOTE POSS?)? UNIT (?:COMMA? (?P<year>YR))?", _holiday),
)


BARE_DATES = (
    Shape("weekday", "(?P<wd>WDAY)", _weekday),
    Shape("month", "(?P<mon>MONTH|ABBR (?P<dot>STOP)?)", _bare_month),
)
