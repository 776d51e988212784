"""Shapes of quarters, halves and fiscal years: `third-quarter`, `Q3 fiscal 2019`, `the three months ended May 31`."""

from __future__ import annotations

from dataclasses import replace

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.found import Found
from crossfoot.values.periods.lexemes import word_set
from crossfoot.values.periods.shapes import Shape


def _of_year(found: Found) -> m.Meaning | None:
    """The year that a quarter is said to be of, before it or after it."""
    for name in ("year", "year2"):
        if found.has(name):
            number = found.lexemes(name)[-1].value
            if isinstance(number, tuple):
                return m.Year(number[0]) if number[1] else m.FiscalYear(number[0])
            if isinstance(number, int):
                return m.Year(number)
    for name in ("shift", "shift2"):
        if found.has(name):
            return m.Shifted("year", found.shift(name))
    first = found.has("n") and found.ordinal("n") == 1  # of the year that has begun, whatever is told
    return m.Shifted("year", 0, ref="begun" if first else "same") if found.has("theyear") else None


def _fiscal(found: Found) -> bool:
    codes = [lexeme for name in ("year", "year2") for lexeme in found.lexemes(name)]
    by_code = any(isinstance(lexeme.value, tuple) and not lexeme.value[1] for lexeme in codes)
    words = found.lexed.lexemes[found.match.start() : found.match.end()]
    return by_code or any(lexeme.text.lower() in ("fiscal", "financial") for lexeme in words)


def _part(found: Found) -> m.Meaning | None:
    unit = found.word("unit")
    number = found.ordinal("n")
    if unit not in ("quarter", "half") or number > (4 if unit == "quarter" else 2):
        return None
    return m.Part(unit, number, _of_year(found), _fiscal(found))


_BESIDE = 24  # lexemes
_COMPARED = 10  # lexemes: "after the 1.9% growth that it saw in"


def _bare_part(found: Found) -> m.Meaning | None:
    """*3.1% in the third quarter, after 1.9% in the second*: another quarter beside one that is named."""
    if not found.is_before("IN", "DURING") or not found.is_after(
        "STOP", "COMMA", "BREAK", "CLOSE", "AND", "TO", "FROM"
    ):
        return None
    before = found.lexed.lexemes[max(0, found.match.start() - _BESIDE) : found.match.start()]
    parts = [str(lexeme.value) for lexeme in before if lexeme.value in ("quarter", "half")]
    if not parts or found.ordinal("n") > (4 if parts[-1] == "quarter" else 2):
        return None
    near = {lexeme.text.lower() for lexeme in before[-_COMPARED:]}
    back = not near.isdisjoint(word_set("comparing")) or not near.isdisjoint(("after", "from", "following"))
    return m.PartBeside(parts[-1], found.ordinal("n"), back)


def _half_of_month(found: Found, inner: m.Meaning) -> m.Meaning | None:
    """`the second half of November`: its days from the 16th on."""
    month = isinstance(inner, m.Month) and found.ordinal("n") in (1, 2)
    return m.NthOf("half", found.ordinal("n"), inner) if month else None


def _elided(found: Found, after: m.Meaning) -> m.Meaning | None:
    """`Second-` in `second- and third-quarter sales`, `the three` in `the three and nine months ended June 30`."""
    if isinstance(after, m.Part) and found.has("n") and found.ordinal("n") <= 4:
        return replace(after, number=found.ordinal("n"))
    if isinstance(after, m.Ended) and found.has("count"):
        return replace(after, count=found.count("count") or 1.0)
    return None


def _months_code(found: Found) -> m.Meaning | None:
    months, year = found.tuple("code")
    return m.FirstOf("month", months, m.Year(year))


def _is_visa(found: Found) -> bool:
    """True for `H1-B`."""
    after = found.lexed.lexemes[found.match.end() + 1 :][:1]
    return bool(after) and after[0].text in ("A", "B") and found.text("code") in ("h1", "h2")


def _code(found: Found) -> m.Meaning | None:
    half, number, year = found.tuple("code")
    if (half and number > 2) or found.next_word() == "-" and _is_visa(found):
        return None
    unit = "half" if half else "quarter"
    of: m.Meaning | None = m.Year(year) if year else _of_year(found)
    return m.Part(
        unit,
        number,
        of,
        _fiscal(found) or found.lexemes("code")[0].text[0] == "F" or "FY" in found.lexemes("code")[0].text,
    )


def _fiscal_year(found: Found) -> m.Meaning | None:
    of = _of_year(found)
    if isinstance(of, m.Year):
        return m.FiscalYear(of.year)
    return of if isinstance(of, m.FiscalYear | m.Year) else None


def _fiscal_code(found: Found) -> m.Meaning | None:
    year, calendar = found.tuple("year")
    return m.Year(year) if calendar else m.FiscalYear(year)


def _split_year(found: Found) -> m.Meaning | None:
    """`2026/27`: a year that runs over the turn of one."""
    first, last = found.tuple("years")
    return m.Range(m.Year(first), m.Year(last))


def _fiscal_shift(found: Found) -> m.Meaning | None:
    return m.FiscalYear(None, found.shift("shift") if found.has("shift") else 0)


def _full_year(found: Found) -> m.Meaning | None:
    if found.is_before("ORD") and not found.has("year"):
        return None  # "add to earnings in its first full year"
    return m.Year(found.value("year")) if found.has("year") else m.Shifted("year", 0, ref="same")


def _month_quarter(found: Found) -> m.Meaning | None:
    year = found.maybe("year")
    of = None if year is not None else _year_counted(found)
    if found.has("mon2"):
        return m.Range(m.Month(found.value("mon"), year, of), m.Month(found.value("mon2"), year, of))
    return m.Ended("month", 3, m.Month(found.value("mon"), year, of))


def _year_counted(found: Found) -> m.Meaning | None:
    """`of the previous fiscal`, `of FY24`, `of last year`."""
    if found.has("code"):
        year, calendar = found.tuple("code")
        return m.Year(year) if calendar else m.FiscalYear(year)
    if not found.has("shift"):
        return None
    return m.FiscalYear(None, found.shift("shift")) if found.has("fiscal") else m.Shifted("year", found.shift("shift"))


def _ended(found: Found, inner: m.Meaning) -> m.Meaning | None:
    """`the three months ended` + a day; refuses what is no end (`the year ended last week`)."""
    unit = found.word("unit")
    if not isinstance(inner, m.Day | m.Month | m.NamedMonth | m.Year | m.Some) and not (
        isinstance(inner, m.Weekday) and unit == "week"
    ):
        return None
    ended = found.text("verb") in ("ended", "ending", "ends", "closed")
    until = inner.of if isinstance(inner, m.Some) and inner.how == "end" else inner  # "to the end of September"
    if not ended and not isinstance(until, m.Day | m.Month | m.NamedMonth | m.Weekday):
        return None
    over = found.text("verb") in ("ended", "closed")
    if found.has("n"):
        return m.Ended(unit, found.ordinal("n") and 1.0, inner, found.ordinal("n"), unit, over)
    count = found.count("count") if found.has("count") else 1.0
    if count is None or unit in ("decade", "century", "day"):
        return None
    fiscal = unit if count == 1 and unit in ("quarter", "half", "year") else None
    return m.Ended(unit, count, inner, None, fiscal, over)


# The year after a quarter: `of 2019`, `of fiscal year 2019`, `FY19`, `of last year`, `of the year`.
_AFTER = (
    "(?: COMMA? (?:OF|IN)? THE? (?:FISCAL DASH?)? (?:FULL DASH?)? (?:YEAR DASH?)? (?P<year2>YR|QUOTE APOSYR|FYCODE)"
    " | (?:OF|IN)? THE? (?P<shift2>LAST|PREV|THIS|CURRENT|NEXT|FOLLOWING) FISCAL? DASH? YEAR (?! DASH|QUOTE)"
    " | OF (?P<theyear>THE FISCAL? YEAR) )?"
)
_BEFORE = (
    "(?: (?:FISCAL DASH? (?:YEAR)? DASH?)? (?P<year>YR|FYCODE) (?:QUOTE POSS|QUOTE)? DASH?"
    " | FISCAL DASH? (?:YEAR DASH?)?"
    " | (?P<shift>LAST|PREV|THIS|NEXT) FISCAL? YEAR QUOTE POSS )?"
)
# The year of a quarter that goes by its months: `of FY24`, `of the previous fiscal`, `last year`.
_OF_YEAR = "(?: OF? THE? (?P<code>FYCODE) | OF? THE? (?P<shift>LAST|PREV|THIS|CURRENT|NEXT) (?:(?P<fiscal>FISCAL) YEAR?|YEAR) )?"

QUARTERS = (
    Shape(
        "months ended",
        "THE? (?:FULL DASH?)? (?:FISCAL DASH?)? (?:(?P<n>ORDX) DASH? FISCAL? DASH? | (?P<count>CNT) DASH? FISCAL? )?"
        " (?P<unit>UNITS|UNIT|QTR|YEAR|HALF (?:DASH? YEAR)?) DASH? PERIOD? THAT? (?P<verb>ENDED|CLOSED|THROUGH|TO) (?:UPON|IN|AT)?"
        " (?= WD|MON|DOM|ISO|THE (?:END|DOM)|END|SLASHDATE|YR|LATE|MID|EARLY|(?:LAST|NEXT|THIS|PAST) MON)",
        bind=_ended,
    ),
    Shape(
        "elided quarter",
        "(?P<own>THE? (?P<n>ORDX) DASH?) (?:AND|OR|TO) (?= ORDX DASH? FISCAL? DASH? (?:QTR|HALF|UNITS))",
        bind=_elided,
        own="own",
    ),
    Shape(
        "elided months",
        "(?P<own>THE? (?P<count>CNT)) DASH? (?:AND|OR) (?= CNT DASH? UNITS PERIOD? (?:ENDED|THROUGH|TO))",
        bind=_elided,
        own="own",
    ),
    Shape("half of a month", "THE? (?P<n>ORDX) DASH? HALF OF (?= MON)", bind=_half_of_month),
    Shape("months code", "(?P<code>MCODE)", _months_code),
    Shape(
        "quarter code",
        "(?:(?P<year>YR|FYCODE) DASH?)? (?P<code>QCODE) (?:(?:DASH|SLASH) (?= YR|QUOTE|FYCODE))?" + _AFTER,
        _code,
    ),
    Shape("quarter", "THE? " + _BEFORE + " (?P<n>ORDX) DASH? FISCAL? DASH? (?P<unit>QTR|HALF|UNITS)" + _AFTER, _part),
    Shape("quarter beside another", "THE (?P<n>ORD|SECOND)", _bare_part),
    Shape(
        "months of a quarter",
        "THE? (?P<mon>MON) (?:DASH|DASH? (?:TO|THROUGH) DASH?) (?P<mon2>MON) DASH? (?:QTR|PERIOD|HALF)"
        " (?:OF? (?P<year>SY))?" + _OF_YEAR,
        _month_quarter,
    ),
    Shape("quarter by its last month", "THE? (?P<mon>MON) DASH? QTR (?:OF? (?P<year>SY))?" + _OF_YEAR, _month_quarter),
    Shape(
        "fiscal year",
        "THE? (?:FULL DASH? (?:YEAR DASH?)?)? FISCAL DASH? (?:YEAR DASH?)? OF? (?P<year>YR|QUOTE APOSYR|FYCODE)",
        _fiscal_year,
    ),
    Shape("fiscal year after its number", "THE? (?P<year>YR) DASH? FISCAL DASH? YEAR", _fiscal_year),
    Shape("split year", "(?P<years>YRS)", _split_year),
    Shape("fiscal year code", "(?P<year>FYCODE) (?! (?:SLASH|DASH) DD)", _fiscal_code),
    Shape(
        "fiscal year by its place",
        "(?:THE|THIS)? (?P<shift>LAST|PREV|THIS|CURRENT|NEXT|FOLLOWING)? FISCAL DASH? YEAR",
        _fiscal_shift,
    ),
    Shape("full year", "THE? FULL DASH? YEAR (?: OF? (?P<year>YR))?", _full_year),
)
