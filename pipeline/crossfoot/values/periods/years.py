"""Shapes of years, decades and centuries: `2021 to 2024`, `the 1990s`, `480 BC`; and what only looks like a year."""

from __future__ import annotations

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.found import BEFORE_DATE, Found
from crossfoot.values.periods.lexemes import word_set
from crossfoot.values.periods.shapes import Shape


def _year(found: Found) -> m.Meaning | None:
    year = found.value("year")
    if found.is_before("OTHER") and found.lexed.text[found.lexemes("year")[0].start - 1] in "$€£¥₩₹@#*+=<>&_":
        return None
    if found.is_before("SLASH", "STOP") and not _spaced(found):
        return None
    if found.is_before("DASH") and not _spaced(found) and not found.depth:
        return None
    if found.is_before("CAP") and found.previous_word() not in word_set("openers") and not _in_headline(found):
        return None
    if found.is_before("AT") and found.is_after("STOP", "COMMA", "BREAK"):
        # `the index closed at 2031.`
        return None
    if found.is_after("DASH") and _word_behind_the_dash(found) in word_set("made"):
        return None
    if found.is_after("AND", "TO", "OR", "DASH") and _large_number_next(found):
        return None
    if _counted(found) or (not 1900 <= year <= 2100 and not found.is_before(*BEFORE_DATE)):
        return None
    return m.Year(year)


def _word_behind_the_dash(found: Found) -> str:
    """The *built* of `a 2019-built ship`, which tells of what year the thing is."""
    behind = found.lexed.lexemes[found.match.end() + 1 : found.match.end() + 2]
    return behind[0].text.lower() if behind else ""


def _in_headline(found: Found) -> bool:
    """True for `Maker Raises 2026 Outlook`: what follows has a year."""
    return found.next_word() in word_set("of_a_year")


def _large_number_next(found: Found) -> bool:
    """True for `between 2000 and 3000`."""
    place = found.match.end() + 1
    if place >= len(found.lexed.lexemes):
        return False
    value = found.lexed.lexemes[place].value
    return isinstance(value, int | float) and value >= 2200


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
        and lexemes[end + 1].text.lower() in word_set("counted")
    ):
        return True
    return after.text.lower() in word_set("counted") and not found.is_before("IN", "SINCE", "DURING")


def _years(found: Found) -> m.Meaning | None:
    start = found.value("year")
    last = found.lexemes("year2")[0]
    end = int(last.value) if isinstance(last.value, int) else 0
    if len(last.text) == 2:
        end += start // 100 * 100
    if not 1000 <= start < end <= 2199 or found.next_word() in word_set("counted"):
        return None
    return m.Range(m.Year(start), m.Year(end))


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


def _decade(found: Found) -> m.Meaning | None:
    first = found.value("decade")
    if _is_a_level(found):
        return None
    return m.Decade(-first if found.word("era") == "BC" else first) if first % 10 == 0 else None


def _is_a_level(found: Found) -> bool:
    """*a margin in the mid-20s*, *a share in the low 30s*: per cent, or an age; *the mid-90s* and *the 1920s* are times."""
    words = [lexeme.text.lower() for lexeme in found.lexed.lexemes[max(0, found.match.start() - 2) : found.match.end()]]
    if words[-1] not in _LEVELS:
        return False
    return not _DEGREES.isdisjoint(words)


_LEVELS = frozenset({"10s", "20s", "30s", "40s"})
_DEGREES = frozenset({"mid", "low", "high", "upper", "lower", "middle"})


def _century(found: Found) -> m.Meaning | None:
    number = found.ordinal("n")
    return m.Century(-number if found.word("era") == "BC" else number) if found.word("unit") == "century" else None


YEARS = (
    Shape("years", "(?P<year>YR) (?:DASH|TO|THROUGH|UNTIL) (?P<year2>YR)", _years, parts=_both_years),
    Shape("years, short", "(?P<year>YR) (?:DASH|SLASH) (?P<year2>DD|NUM)", _years_short, parts=_both_years),
    Shape("decade", "THE? (?:(?:EARLY|LATE|MID) DASH?)? (?P<decade>DECADE) (?P<era>AD)?", _decade),
    Shape("century", "THE? (?:(?:EARLY|LATE|MID) DASH?)? (?P<n>ORDX) DASH? (?P<unit>UNIT) (?P<era>AD)?", _century),
    Shape(
        "years of an era",
        "(?P<year>NUM|DD|YR) (?:AD)? (?:DASH|TO) (?P<year2>(?:NUM|DD|YR) AD)",
        _years_of_era,
        parts=_both_years,
    ),
    Shape("year of an era", "(?P<year>(?:NUM|DD|YR) AD)", _year_of_era),
)


BARE_YEARS = (
    Shape("year", "(?P<fixed>THE? YEAR)? (?P<year>YR) (?! (?:DASH CNT|COMMA YR YR))", _year),
    Shape("apostrophe year", "QUOTE (?P<year>APOSYR)", _apostrophe_year),
)
