"""Shapes of lengths of time, rates and sets: `five years`, `the next 12 months`, `$5 a year`, `every Friday`."""

from __future__ import annotations

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.found import Found
from crossfoot.values.periods.lexemes import word_set
from crossfoot.values.periods.shapes import Shape


def _half_ago(found: Found) -> m.Meaning | None:
    """`a year and a half ago`, `two and a half years later`, `half a century earlier`."""
    unit = found.word("unit") or found.word("unit2")
    count = 0.5 if found.has("only") else (found.count("count") or 0) + 0.5
    if not found.has("dir"):
        return m.Duration(unit, count) if unit != "quarter" else None
    back = found.text("dir") in ("ago", "earlier", "before")
    return m.Ago(unit, count, -1 if back else 1, "published" if found.text("dir") == "ago" else "previous")


def _duration(found: Found) -> m.Meaning | None:
    unit = found.word("unit")
    count = found.count("count")
    if found.has("half"):
        count = (count or 0) + 0.5
    if found.text("count") in ("many", "few", "some") and found.previous_word() in ("as", "so", "too"):
        return None
    hyphenated = found.lexed.text[found.lexed.lexemes[found.match.end() - 1].start - 1] == "-"
    if (hyphenated and found.is_after("BOND")) or (hyphenated and _says_bond(found)):
        return None
    if unit == "second" and count is not None and found.text("unit") == "second" and not hyphenated:
        return None
    if found.text("count") == "one" and unit == "day" and not hyphenated and found.is_before("BREAK", "STOP"):
        return None
    if unit == "quarter" and (found.is_after("OF") or hyphenated or found.text("count") in ("some", "many")):
        return None
    if unit == "weekend" or (unit in ("half", "quarter") and found.text("unit") in ("half", "halves", "quarter")):
        return None
    return m.Duration(unit, count)


def _says_bond(found: Found) -> bool:
    """True for `10-year U.S. Treasury`, `10-year benchmark yields`: a bond soon after."""
    end = found.match.end()
    words = [lexeme.text.lower().rstrip("s") for lexeme in found.lexed.lexemes[end : end + 5]]
    return any(word in ("treasury", "yield", "bond", "note", "gilt", "bund", "treasurie") for word in words)


def _a_unit(found: Found) -> m.Meaning | None:
    unit = found.word("unit")
    if unit in ("half", "quarter", "second", "weekend") or found.is_after("DASH"):
        return None
    if found.is_after("AND") or unit == "minute":
        return None
    return m.Duration(unit, 1, rate=_is_rate(found))


_RATE_REACH = 4


def _is_rate(found: Found) -> bool:
    """True for `$5 a year`, `500,000 barrels a day`; not for `within a year`."""
    start = found.match.start()
    if found.is_before("FOR", "IN", "OVER", "DURING", "OF", "BREAK", "STOP", "COMMA"):
        return False
    before = found.lexed.lexemes[max(start - _RATE_REACH, 0) : start]
    return any(lexeme.text[0].isdigit() or lexeme.text.lower() in word_set("rated") for lexeme in before)


def _per_unit(found: Found) -> m.Meaning | None:
    return m.Duration(found.word("unit"), 1, rate=True)


# `it could last several weeks`


def _anchored(found: Found) -> m.Meaning | None:
    unit = found.word("unit")
    count = found.count("count")
    if found.text("dir") == "last" and not found.has("the") and found.previous_word() in word_set("before_verb"):
        return None
    if (unit, count) == ("month", 3) and found.text("dir") in ("previous", "prior", "preceding"):
        return m.Shifted("quarter", -1, "previous")  # "more than in the prior three months", of a quarter's results
    return m.Duration(unit, count, 1 if found.shift() > 0 else -1)


def _plural(found: Found) -> m.Meaning | None:
    if found.is_before("FOR", "IN", "DURING", "OVER", "AFTER", "BEFORE", "BREAK", "STOP") and not found.is_after("OF"):
        return m.Duration(found.word("unit"), None)
    return None


def _set(found: Found) -> m.Meaning | None:
    if found.lexemes("set")[0].text[0].isupper() and (found.is_before("CAP") or found.is_after("CAP")):
        # The name of a paper: `China Daily`.
        return None
    return m.SetOf(found.word("set"))


_LETTERS = {"day": "P1D", "week": "P1W", "month": "P1M", "quarter": "P3M", "year": "P1Y", "hour": "PT1H",
            "decade": "P10Y", "minute": "PT1M", "fortnight": "P2W", "weekend": "XXXX-WXX-WE", "century": "P100Y"}  # fmt: skip


def _every(found: Found) -> m.Meaning | None:
    if found.has("wd"):
        return m.SetOf(f"XXXX-WXX-{found.value('wd') + 1}")
    if found.has("count"):
        count = found.count("count")
        return m.SetOf(f"P{round(count or 1)}{found.word('unit2')[0].upper()}")
    value = _LETTERS.get(found.word("unit"))
    return m.SetOf(value) if value else None


LENGTHS = (
    Shape(
        "and a half",
        "(?P<count>CNT) DASH? AND DASH? A DASH? HALF DASH? (?P<unit>UNITS|UNIT|YEAR|CUNITS|CUNIT) (?P<dir>AGO|EARLIER|LATER)?",
        _half_ago,
    ),
    Shape(
        "a year and a half",
        "(?P<count>A|CNT) (?P<unit>UNIT|YEAR|UNITS|CUNIT) AND A HALF (?P<dir>AGO|EARLIER|LATER)?",
        _half_ago,
    ),
    Shape(
        "half a year",
        "(?P<only>HALF A|A HALF|HALF) DASH? (?P<unit>UNIT|YEAR|CUNIT) (?P<dir>AGO|EARLIER|LATER)?",
        _half_ago,
    ),
    Shape(
        "the past five years",
        "(?P<the>THE)? (?P<dir>LAST|PAST|PREV|NEXT|FOLLOWING|CURRENT) (?P<count>CNT|VC)? DASH? (?P<unit>UNITS|CUNITS)",
        _anchored,
    ),
    Shape("every", "EVERY (?: (?P<wd>WDAY) | (?P<count>CNT) (?P<unit2>UNITS) | (?P<unit>UN|CUNIT))", _every),
    Shape("per unit", "PER (?P<unit>UN|CUNIT)", _per_unit),
    Shape(
        "duration and a half", "(?P<count>CNT|A) (?:UNIT|YEAR)? (?P<half>AND A HALF) (?P<unit>UNITS|CUNITS)", _duration
    ),
    Shape("duration", "(?P<count>CNT|VC) DASH? (?P<unit>UNITS|CUNITS|UNIT|YEAR|QTR|HALF|CUNIT|SECOND)", _duration),
    Shape("a year", "A SINGLE? (?P<unit>UNIT|YEAR|CUNIT)", _a_unit),
    Shape("years", "(?P<unit>UNITS|CUNITS)", _plural),
    Shape("set", "(?P<set>SETW)", _set),
)
