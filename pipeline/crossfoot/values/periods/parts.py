"""Shapes of parts of another period: `early May`, `the end of 2029`, `the first nine months`, `year to date`."""

from __future__ import annotations

from dataclasses import replace

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.found import Found
from crossfoot.values.periods.lexemes import word_set
from crossfoot.values.periods.shapes import Shape


def _first_of(found: Found, inner: m.Meaning) -> m.Meaning | None:
    count = found.count("count")
    if found.maybe("dir") not in (None, 1) if found.text("dir") not in ("last", "final", "closing") else False:
        return None
    if count is None:
        return m.Some(inner, "part")
    if found.text("dir") == "first" and isinstance(inner, m.Shifted) and inner.ref == "same":
        inner = replace(inner, ref="begun")
    return m.FirstOf(
        found.word("unit"), round(count) * (-1 if found.text("dir") in ("last", "final", "closing") else 1), inner
    )


def _first_months(found: Found) -> m.Meaning | None:
    """`the first nine months`: of the year that the article tells of."""
    count = found.count("count")
    if count is None or found.value("n") != 1 or found.word("unit") not in ("month", "week", "quarter"):
        return None
    return m.FirstOf(found.word("unit"), round(count), m.Shifted("year", 0, ref="begun"))


def _months_of_results(found: Found) -> m.Meaning | None:
    """`nine-month figures`, `half-year profit`: the time up to the end of the last quarter."""
    if found.next_word() not in word_set("reported"):
        return None
    if found.has("half"):
        return m.Shifted("half", -1, "latest")
    months = found.count("count")
    return m.Ended("month", months, m.Shifted("quarter", -1, "latest")) if months in _WHOLE else None


_WHOLE = (3.0, 6.0, 9.0)  # months


def _nth_of(found: Found, inner: m.Meaning) -> m.Meaning | None:
    number = -1 if found.text("n") == "last" else found.ordinal("n")
    return m.NthOf(found.word("unit"), number, inner)


def _week_of(found: Found, inner: m.Meaning) -> m.Meaning | None:
    return m.NthOf("week", 0, inner) if isinstance(inner, m.Day) else None


_STARTS = ("start", "beginning", "outset", "turn")


def _some(found: Found, inner: m.Meaning) -> m.Meaning | None:
    if isinstance(inner, m.Duration | m.SetOf | m.Vague | m.DayPart | m.Clock | m.Ago | m.Some):
        return None
    how = found.text("how")
    if isinstance(inner, m.Weekday | m.Day) and how in ("early", "late"):
        return m.DayPart("MO" if how == "early" else "EV", inner)
    if isinstance(inner, m.Year) and how in ("close", "earlier", "later") and not found.has("of"):
        return None
    if how in _STARTS and found.is_before("SINCE") and isinstance(inner, m.Shifted):
        inner = replace(inner, ref="published")  # "since the start of the year": of the one under way
    if how in (*_STARTS, "early") and isinstance(inner, m.Shifted) and inner.ref == "same":
        inner = replace(inner, ref="begun")
    if how in _STARTS and isinstance(inner, m.SameAs) and inner.unit in ("week", "month"):
        inner = m.Shifted(inner.unit, 0)  # "from 38% at the start of the month": of the one under way
    return m.Some(inner, how)


_NAME = 5  # lexemes: "its year-end S&P 500 target"


def _year_end(found: Found) -> m.Meaning | None:
    hyphened = any(lexeme.text in "-–‑‐" for lexeme in found.lexed.lexemes[found.match.start() : found.match.end()])
    if not hyphened and not found.is_before("AT", "BY", "SINCE", "OF"):
        return None
    if found.has("year") or found.has("year2"):
        return m.Some(m.Year(found.value("year" if found.has("year") else "year2")), "end")
    behind = {lexeme.text.lower() for lexeme in found.lexed.lexemes[found.match.end() : found.match.end() + _NAME]}
    ahead = not behind.isdisjoint(word_set("aims"))  # "raised its year-end target for the index"
    return m.Some(m.Shifted("year", 0, ref="published" if ahead else "year end"), "end")


def _annual(found: Found) -> m.Meaning | None:
    """*narrows its annual forecast*, *cut its annual profit guidance*: for the year that is told of."""
    behind = found.lexed.lexemes[found.match.end() : found.match.end() + 3]
    aimed = not {lexeme.text.lower() for lexeme in behind}.isdisjoint(word_set("aims"))
    aimed = (
        aimed or found.is_before("FOR") and _second_before(found) in word_set("aims")
    )  # "its forecast for annual sales"
    return m.Shifted("year", 0, ref="begun") if aimed else None


def _second_before(found: Found) -> str:
    """The word before the one before the shape, in lower case."""
    start = found.match.start()
    return found.lexed.lexemes[start - 2].text.lower() if start > 1 else ""


def _unit_end(found: Found) -> m.Meaning | None:
    """*at quarter end*, *as of period-end*: of what the text reports on."""
    unit = found.word("unit") or "results"
    if not found.is_before("AT", "OF", "BY", "SINCE", "FROM", "THE"):
        return None
    if unit in ("week", "day", "decade", "century", "weekend", "fortnight"):
        return None
    return m.Some(m.SameAs(unit), "end")


def _to_date(found: Found) -> m.Meaning | None:
    if found.has("fiscal") or found.has("fiscal2"):
        return m.ToDate("fiscal")
    return m.ToDate(found.word("unit") or found.word("unit2") or "year")


def _in_a_row(found: Found) -> m.Meaning | None:
    return m.InARow(found.word("unit") or found.word("unit2"), found.ordinal("n"))


def _its_nth(found: Found) -> m.Meaning | None:
    """`a strike in its tenth week`: the week under way."""
    start = found.match.start()
    owner = found.lexed.lexemes[start - 1].text.lower() if start else ""
    unit = found.word("unit")
    if unit in ("decade", "century"):
        return None  # "over its first decade"
    return m.InARow(unit, found.ordinal("n")) if owner in ("its", "their", "his", "her") and unit != "day" else None


PARTS = (
    Shape("year to date", "(?:THE? (?P<unit>YEAR|QTR|UNIT) DASH? TO DASH? DATE|YTD)", _to_date),
    Shape(
        "so far",
        "(?:(?:THE CURRENT|THIS) (?P<fiscal>FISCAL) YEAR? SO FAR | SO FAR (?:IN|THIS|THE|CURRENT)* (?P<fiscal2>FISCAL) YEAR?"
        " | SO FAR (?:THIS|IN THE|UPON THE|IN THIS)? (?P<unit>YEAR|QTR|UNIT) | (?:THIS|THE) (?P<unit2>YEAR|QTR|UNIT) SO FAR)",
        _to_date,
    ),
    Shape("in a row", "(?:THE|A)? (?P<n>ORDX) DASH? (?:STRAIGHT (?P<unit>UN)|(?P<unit2>UN) IN A ROW)", _in_a_row),
    Shape("first of", "THE? (?P<dir>LAST|FINAL|ORD) (?P<count>CNT|FEW) (?P<unit>UNITS) OF", bind=_first_of),
    Shape("first nine months", "THE? (?P<n>ORD) (?P<count>CNT) DASH? (?P<unit>UNITS|UNIT)", _first_months),
    Shape("months of results", "THE? (?: (?P<half>HALF) DASH? YEAR | (?P<count>CNT) DASH UNIT )", _months_of_results),
    Shape("nth of", "THE? (?P<n>ORDX|LAST) (?P<unit>UNIT|QTR|HALF) (?:OF|IN)", bind=_nth_of),
    Shape("week of", "THE? UNIT OF (?= MON|WD|DOM)", bind=_week_of),
    Shape("its tenth week", "(?P<n>ORDX) (?P<unit>UNIT|YEAR|QTR)", _its_nth),
    Shape("year-end", "THE? (?P<year>YR)? YEAR (?:QUOTE POSS)? DASH? END (?P<year2>YR)?", _year_end),
    Shape("annual", "YEARLY", _annual),
    Shape("quarter-end", "THE? (?P<unit>QTR|HALF|UNIT) (?:QUOTE POSS)? DASH? END", _unit_end),
    Shape("period-end", "THE? PERIOD DASH? END", _unit_end),
    Shape(
        "some of",
        "THE? (?P<how>EARLY|LATE|MID|EARLIER|LATER) (?:DASH TO DASH LATE)? (?: DASH | IN | (?P<of>UPON) )? (?: PART OF )?"
        " (?! EARLY|LATE|EARLIER|LATER)",
        bind=_some,
    ),
    Shape("end-June", "(?P<how>END) (?P<of>DASH) (?= MON|YR)", bind=_some),
    Shape(
        "end of",
        "THE? (?:EARLY|LATE)? (?P<how>START|END|MID|REST) (?P<of>OF) (?! THE? (?:START|END|MID|REST) OF)",
        bind=_some,
    ),
)
