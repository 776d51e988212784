"""Shapes of days, months, years and times of day: `Monday, May 4`, `mid-June`, `2021 to 2024`, `5 p.m.`."""

from __future__ import annotations

import datetime as dt

from crossfoot.values import period_meanings as m
from crossfoot.values.period_found import Found
from crossfoot.values.period_shapes import Shape

# Lower-case `may` and `march` are verbs; the other months are met in lower case in careless copy.
_VERBS = frozenset({"may", "march"})
_NOT_COUNTED = frozenset(
    [
        "percent",
        "people",
        "men",
        "women",
        "workers",
        "employees",
        "jobs",
        "troops",
        "soldiers",
        "miles",
        "feet",
        "meters",
        "metres",
        "tons",
        "tonnes",
        "units",
        "stores",
        "shares",
        "dollars",
        "euros",
        "pounds",
        "yen",
        "points",
        "barrels",
        "homes",
        "words",
        "members",
        "students",
        "prisoners",
        "ships",
        "votes",
        "cars",
        "vehicles",
        "acres",
        "pages",
        "seats",
        "kilometers",
        "kilometres",
        "km",
        "kg",
        "rpm",
        "customers",
    ]
)
_BEFORE_DATE = ("IN", "SINCE", "BY", "UNTIL", "THROUGH", "FROM", "TO", "BETWEEN", "DURING", "OF", "BEFORE", "AFTER",
                "AND", "UPON", "FOR", "AT", "OVER", "EARLY", "LATE", "MID", "THE", "DASH", "OPEN", "THIS", "LAST",
                "NEXT", "PREV", "OR", "EARLIER", "LATER", "FISCAL", "COMMA", "FULL", "YEAR", "THAT", "EVERY", "SAME")  # fmt: skip
_PREPOSITIONS = tuple(name for name in _BEFORE_DATE if name not in ("AND", "OR", "COMMA", "OPEN", "DASH", "THE"))


def _iso(found: Found) -> m.Meaning | None:
    try:
        day = dt.date.fromisoformat(found.lexemes("iso")[0].text)
    except ValueError:
        return None
    return m.Day(day.day, day.month, day.year)


def _slash(found: Found) -> m.Meaning | None:
    """Month first, as American papers write, unless that is no month."""
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
    return found.lexed.lexemes[end].text.lower() in _NOT_COUNTED | {"million", "billion", "trillion", "cents"}


def _days(found: Found) -> m.Meaning | None:
    if found.lexemes("mon")[0].text in _VERBS:
        return None
    month, year = found.value("mon"), found.year()
    start, end = found.value("dom"), found.value("dom2")
    if not 1 <= start < end <= 31:
        return None
    return m.Range(m.Day(start, month, year), m.Day(end, month, year))


def _month(found: Found) -> m.Meaning | None:
    return m.Month(found.value("mon"), found.year())


def _bare_month(found: Found) -> m.Meaning | None:
    word = found.lexemes("mon")[0].text
    if word in _VERBS or (word.islower() and not found.is_before(*_PREPOSITIONS)):
        return None
    if len(word) <= 4 and found.value("mon") != 5 and not found.has("dot") and word.lower() not in ("june", "july"):
        return None
    if found.is_before("CAP") and _previous_text(found).lower() not in _OPENERS:
        return None
    if found.is_before("STOP") and _after_title(found):
        return None
    if found.is_after("CAP") and _adjacent(found) and not found.is_before(*_PREPOSITIONS):
        return None
    if found.is_after("WEAK") and found.value("mon") in (4, 5, 6, 8) and not found.is_before(*_PREPOSITIONS):
        return None
    return m.Month(found.value("mon"))


def _after_title(found: Found) -> bool:
    """True for `Ms. April Day`."""
    start = found.match.start()
    return start > 1 and found.lexed.lexemes[start - 2].text in ("Ms", "Mr", "Mrs", "Dr", "Prof", "Sen", "Rep", "Gov")


def _adjacent(found: Found) -> bool:
    end = found.match.end()
    lexemes = found.lexed.lexemes
    return end < len(lexemes) and lexemes[end].start - lexemes[end - 1].end <= 1


def _month_range(found: Found) -> m.Meaning | None:
    start, end = found.value("mon"), found.value("mon2")
    year = found.year()
    return m.Range(m.Month(start, year), m.Month(end, year)) if start != end else None


def _year(found: Found) -> m.Meaning | None:
    year = found.value("year")
    if found.is_before("OTHER") and found.lexed.text[found.lexemes("year")[0].start - 1] in "$€£¥₩₹@#*+=<>&_":
        return None
    if found.is_before("SLASH", "STOP") and not _spaced(found):
        return None
    if found.is_before("DASH") and not _spaced(found) and not found.depth:
        return None
    if found.is_before("CAP") and _previous_text(found).lower() not in _OPENERS:
        return None
    if _counted(found) or (not 1900 <= year <= 2100 and not found.is_before(*_BEFORE_DATE)):
        return None
    return m.Year(year)


def _spaced(found: Found) -> bool:
    """True where a blank stands before the shape."""
    start = found.lexed.lexemes[found.match.start()].start
    return start == 0 or found.lexed.text[start - 1].isspace()


def _counted(found: Found) -> bool:
    end = found.match.end()
    lexemes = found.lexed.lexemes
    if end >= len(lexemes):
        return False
    after = lexemes[end]
    if after.text in ("%", "°", "x", "X") or (
        after.text == "-"
        and after.start == lexemes[end - 1].end
        and end + 1 < len(lexemes)
        and lexemes[end + 1].text.lower() in _NOT_COUNTED
    ):
        return True
    return after.text.lower() in _NOT_COUNTED and not found.is_before("IN", "SINCE", "DURING")


def _years(found: Found) -> m.Meaning | None:
    start = found.value("year")
    last = found.lexemes("year2")[0]
    end = int(last.value) if isinstance(last.value, int) else 0
    if len(last.text) == 2:
        end += start // 100 * 100
    if not 1000 <= start < end <= 2199:
        return None
    return m.Range(m.Year(start), m.Year(end))


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


def _both_months(found: Found, meaning: m.Meaning) -> tuple[m.Phrase, ...]:
    assert isinstance(meaning, m.Range)
    last = "year" if found.has("year") else "mon2"
    return found.phrase("mon", "mon", meaning.start), found.phrase("mon2", last, meaning.end)


def _both_years(found: Found, meaning: m.Meaning) -> tuple[m.Phrase, ...]:
    assert isinstance(meaning, m.Range)
    return found.phrase("year", "year", meaning.start), found.phrase("year2", "year2", meaning.end)


def _years_short(found: Found) -> m.Meaning | None:
    return _years(found) if len(found.lexemes("year2")[0].text) == 2 else None


def _year_of_era(found: Found) -> m.Meaning | None:
    year = found.year()
    return m.Year(year) if year else None


def _years_of_era(found: Found) -> m.Meaning | None:
    end = found.year("year2")
    return m.Range(m.Year(-found.value("year")), m.Year(end)) if end is not None and end < 0 else None


def _apostrophe_year(found: Found) -> m.Meaning | None:
    return (
        m.Year(found.value("year"))
        if found.is_before("IN", "SINCE", "OF", "BY", "FROM", "EARLY", "LATE", "FOR")
        else None
    )


def _weekday(found: Found) -> m.Meaning | None:
    if found.is_before("CAP") and _previous_text(found) in _NAMED_DAYS:
        return None
    if found.is_after("CAP") and _adjacent(found) and not _is_said_before(found):
        return None
    return m.Weekday(found.value("wd"))


# Words that open a sentence with a capital and are no names.
_OPENERS = frozenset(
    [
        "throughout",
        "although",
        "though",
        "when",
        "while",
        "despite",
        "under",
        "following",
        "because",
        "with",
        "as",
        "unlike",
        "even",
        "only",
        "both",
        "whereas",
        "if",
        "once",
        "around",
        "about",
        "circa",
        "sometime",
        "some",
        "most",
        "all",
        "not",
        "until",
        "but",
        "so",
        "its",
        "our",
        "their",
        "his",
        "her",
        "these",
        "those",
        "what",
        "where",
        "how",
        "compared",
        "versus",
        "than",
        "expected",
        "total",
        "net",
        "full-year",
        "autumn",
        "summer",
        "spring",
        "winter",
        "fall",
        "sales",
        "revenue",
        "profit",
    ]
)
_NAMED_DAYS = frozenset(
    [
        "Black",
        "Cyber",
        "Good",
        "Super",
        "Ash",
        "Bloody",
        "Easter",
        "Palm",
        "Holy",
        "Ruby",
        "Giving",
        "Shrove",
        "Maundy",
        "Whit",
        "Fat",
    ]
)


def _previous_text(found: Found) -> str:
    start = found.match.start()
    return found.lexed.lexemes[start - 1].text if start else ""


def _is_said_before(found: Found) -> bool:
    return found.is_before(
        "UPON", "OTHER", "WEAK", "BY", "SINCE", "UNTIL", "FROM", "LATE", "EARLY", "LAST", "NEXT", "THIS"
    )


def _decade(found: Found) -> m.Meaning | None:
    first = found.value("decade")
    return m.Decade(-first if found.word("era") == "BC" else first) if first % 10 == 0 else None


def _century(found: Found) -> m.Meaning | None:
    number = found.ordinal("n")
    return m.Century(-number if found.word("era") == "BC" else number) if found.word("unit") == "century" else None


def _clock(found: Found) -> m.Meaning | None:
    hour, minute, half = found.tuple("clock")
    if found.has("ampm"):
        half = 1 if found.word("ampm") == "am" else 2
    elif not half and not found.is_before("AT", "BY", "UNTIL") and not (found.is_after("CAP") and _zone(found)):
        return None
    return m.Clock(_full_hour(hour, half), minute)


def _full_hour(hour: int, half: int) -> int:
    if half == 0 or hour > 12:
        return hour
    return hour % 12 + (12 if half == 2 else 0)


def _zone(found: Found) -> bool:
    text = found.lexed.lexemes[found.match.end()].text
    return text.isupper() and len(text) <= 4


def _hour(found: Found) -> m.Meaning | None:
    hour = found.value("hour")
    return m.Clock(_full_hour(hour, 1 if found.word("ampm") == "am" else 2), 0) if 1 <= hour <= 12 else None


def _on_day(found: Found, inner: m.Meaning) -> m.Meaning | None:
    if not isinstance(inner, m.Day | m.Weekday | m.Shifted | m.Holiday | m.SameAs):
        return None
    if found.has("clock"):
        clock = _clock(found)
    elif found.has("hour"):
        clock = _hour(found)
    elif found.text("part") == "midnight":
        clock = m.Clock(24, 0)
    else:
        return m.DayPart(found.word("part"), inner)
    return m.Clock(clock.hour, clock.minute, inner) if isinstance(clock, m.Clock) else None


_YEAR = "(?:(?:COMMA|OF)? (?P<year>SY))?"


def _holiday(found: Found) -> m.Meaning | None:
    return m.Holiday(found.word("rule"), found.year())


DAYS = (
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
    Shape("years", "(?P<year>YR) (?:DASH|TO|THROUGH|UNTIL) (?P<year2>YR)", _years, parts=_both_years),
    Shape("years, short", "(?P<year>YR) (?:DASH|SLASH) (?P<year2>DD|NUM)", _years_short, parts=_both_years),
    Shape("holiday", "(?P<rule>HOLIDAY) (?:COMMA? (?P<year>YR))?", _holiday),
    Shape("named day", "(?P<rule>NAMED (?= UNIT)) (?:QUOTE POSS?)? UNIT (?:COMMA? (?P<year>YR))?", _holiday),
    Shape("decade", "THE? (?:(?:EARLY|LATE|MID) DASH?)? (?P<decade>DECADE) (?P<era>AD)?", _decade),
    Shape("century", "THE? (?:(?:EARLY|LATE|MID) DASH?)? (?P<n>ORDX) DASH? (?P<unit>UNIT) (?P<era>AD)?", _century),
    Shape(
        "years of an era",
        "(?P<year>NUM|DD|YR) (?:AD)? (?:DASH|TO) (?P<year2>(?:NUM|DD|YR) AD)",
        _years_of_era,
        parts=_both_years,
    ),
    Shape("year of an era", "(?P<year>(?:NUM|DD|YR) AD)", _year_of_era),
    Shape(
        "clock on a day",
        "(?P<clock>CLOCK) (?P<ampm>AMPM)? CAP? COMMA? (?:UPON|OF)? (?= WD|MON|DD|DEICTIC|ISO|THE)",
        bind=_on_day,
    ),
    Shape(
        "hour on a day",
        "(?P<hour>DD) (?P<ampm>AMPM) CAP? COMMA? (?:UPON|OF)? (?= WD|MON|DD|DEICTIC|ISO|THE)",
        bind=_on_day,
    ),
    Shape(
        "part of a day",
        "THE? (?:EARLY|LATE)? (?P<part>PART) COMMA? (?:OF|UPON)? (?= WD|MON|DD|DEICTIC|ISO|THE)",
        bind=_on_day,
    ),
    Shape("clock", "(?P<clock>CLOCK) (?P<ampm>AMPM)?", _clock),
    Shape("hour", "(?P<hour>DD) (?P<ampm>AMPM)", _hour),
)

BARE = (
    Shape("weekday", "(?P<wd>WDAY)", _weekday),
    Shape("month", "(?P<mon>MONTH|ABBR (?P<dot>STOP)?)", _bare_month),
    Shape("year", "(?P<fixed>THE? YEAR)? (?P<year>YR) (?! (?:DASH CNT|COMMA YR YR))", _year),
    Shape("apostrophe year", "QUOTE (?P<year>APOSYR)", _apostrophe_year),
)
