"""Shapes that count from another time: `last year`, `two weeks ago`, `the same period a year earlier`, `early May`."""

from __future__ import annotations

from crossfoot.values import period_meanings as m
from crossfoot.values.period_found import Found
from crossfoot.values.period_shapes import Shape

_SHIFTS = {"last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "this": 0, "current": 0, "latest": 0}


def _direction(found: Found) -> int:
    return _SHIFTS.get(found.text("dir"), 1)


def _shifted(found: Found) -> m.Meaning | None:
    unit, count = found.word("unit"), _direction(found)
    word = found.text("dir")
    fiscal = found.has("fiscal")
    if word == "past" and unit != "weekend" and not found.has("these"):
        return m.Duration(unit, 1, -1)
    if fiscal and unit == "year":
        return m.FiscalYear(None, count)
    if word == "latest":
        return m.Shifted(unit, -1, "latest", fiscal)
    anaphoric = word in ("previous", "prior", "preceding", "following", "subsequent", "ensuing", "succeeding")
    anaphoric = anaphoric or (word in ("next",) and found.has("the") and unit != "quarter")
    return m.Shifted(unit, count, "previous" if anaphoric else "published", fiscal)


def _last_weekday(found: Found) -> m.Meaning | None:
    return m.Weekday(found.value("wd"), _direction(found))


def _last_month(found: Found) -> m.Meaning | None:
    if found.lexemes("mon")[0].text in ("may", "march"):
        return None
    return m.NamedMonth(found.value("mon"), _direction(found))


def _month_of_year(found: Found) -> m.Meaning | None:
    return m.Month(found.value("mon"), None, m.Shifted("year", _direction(found)))


def _month_of_that_year(found: Found) -> m.Meaning | None:
    return m.Month(found.value("mon"), None, m.SameAs("year"))


def _season_of_year(found: Found) -> m.Meaning | None:
    if found.has("dir"):
        return m.Season(found.word("season"), None, None, m.Shifted("year", _direction(found)))
    return m.Season(found.word("season"), None, None, m.SameAs("year"))


def _season(found: Found) -> m.Meaning | None:
    if found.has("year"):
        return m.Season(found.word("season"), found.year())
    if found.has("dir"):
        return m.Season(found.word("season"), None, _direction(found))
    return m.Season(found.word("season"))


def _bare_season(found: Found) -> m.Meaning | None:
    season = found.lexemes("season")[0].text
    if found.is_after("CAP") or found.is_before("CAP"):
        return None
    if season.lower() == "fall":
        return (
            m.Season("FA")
            if found.has("the")
            and found.is_before("IN", "BY", "UNTIL", "SINCE", "THROUGH", "DURING")
            and not found.is_after("OF", "IN")
            else None
        )
    before = (
        "IN",
        "BY",
        "SINCE",
        "UNTIL",
        "DURING",
        "FOR",
        "OF",
        "THROUGH",
        "EARLY",
        "LATE",
        "MID",
        "OVER",
        "AND",
        "THAT",
        "OR",
    )
    if season.startswith("spring") and not (found.depth or found.has("the") or found.is_before(*before)):
        return None
    return m.Season(found.word("season"))


def _ago(found: Found) -> m.Meaning | None:
    unit, count = found.word("unit"), found.count("count")
    word = found.text("dir")
    if word in ("from", "hence"):
        return m.Ago(unit, count, 1)
    if word in ("before", "after", "previously") and not found.is_after(
        "STOP", "COMMA", "BREAK", "CLOSE", "AND", "DASH"
    ):
        # `two days after the vote` is placed by the vote, of which nothing is known here.
        return None
    if unit == "year" and count == 1 and word in ("ago", "earlier", "before"):
        return m.YearAgo()
    if word == "ago":
        return m.Ago(unit, count, -1)
    return m.Ago(unit, count, -1 if word in ("earlier", "before", "previously") else 1, "previous")


def _half_ago(found: Found) -> m.Meaning | None:
    """`a year and a half ago`, `two and a half years later`, `half a century earlier`."""
    unit = found.word("unit") or found.word("unit2")
    count = 0.5 if found.has("only") else (found.count("count") or 0) + 0.5
    if not found.has("dir"):
        return m.Duration(unit, count) if unit != "quarter" else None
    back = found.text("dir") in ("ago", "earlier", "before")
    return m.Ago(unit, count, -1 if back else 1, "published" if found.text("dir") == "ago" else "previous")


def _from_anchor(found: Found, inner: m.Meaning) -> m.Meaning | None:
    """`two days after Christmas`, `six months before July 1`, `the week before Easter`."""
    if not isinstance(inner, m.Day | m.Month | m.Holiday | m.Weekday | m.Shifted):
        return None
    if not found.has("count"):
        return m.Ago(found.word("unit"), 1, -1 if found.text("dir") == "before" else 1, "published", inner)
    if found.count("count") is None:
        return None
    return m.Ago(
        found.word("unit"), found.count("count"), -1 if found.text("dir") == "before" else 1, "published", inner
    )


def _unit_before(found: Found) -> m.Meaning | None:
    unit = found.word("unit")
    back = found.text("dir") in ("before", "earlier", "previously", "ago")
    if unit == "year" and back:
        return m.YearAgo()
    return m.Shifted(unit, -1 if back else 1, "previous")


def _year_ago(found: Found) -> m.Meaning | None:
    return m.YearAgo(found.word("unit") or None)


def _same_last_year(found: Found) -> m.Meaning | None:
    unit = found.word("unit") or None
    if found.has("year"):
        return m.YearAgo(unit, of=m.Year(found.value("year")))
    return m.YearAgo(unit)


def _same(found: Found) -> m.Meaning | None:
    return m.SameAs(found.word("unit"))


def _the_unit(found: Found) -> m.Meaning | None:
    if not found.depth and not found.is_before(
        "IN", "FOR", "DURING", "OF", "OVER", "SINCE", "THROUGH", "UNTIL", "UPON", "BY"
    ):
        return None
    if found.is_after("OF", "CAP", "DASH", "THAT", "BEFORE", "QUOTE") or (
        not found.depth and found.is_before("OF") and found.word("unit") != "year"
    ):
        return None
    unit = found.word("unit")
    return m.Shifted("year", 0, ref="same") if unit == "year" else m.SameAs(unit)


def _duration(found: Found) -> m.Meaning | None:
    unit = found.word("unit")
    count = found.count("count")
    if found.has("half"):
        count = (count or 0) + 0.5
    if found.text("count") in ("many", "few", "some") and _previous_word(found) in ("as", "so", "too"):
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


def _is_rate(found: Found) -> bool:
    """True for `$5 a year`, `500,000 barrels a day`; not for `within a year`."""
    start = found.match.start()
    if found.is_before("FOR", "IN", "OVER", "DURING", "OF", "BREAK", "STOP", "COMMA"):
        return False
    before = found.lexed.lexemes[max(start - _RATE_REACH, 0) : start]
    return any(lexeme.text[0].isdigit() or lexeme.text.lower() in _RATED for lexeme in before)


_RATE_REACH = 4
_RATED = frozenset(("percent", "million", "billion", "trillion", "once", "twice", "times", "thousand", "dollars", "cents",
                    "hundreds", "thousands", "millions", "billions"))  # fmt: skip


def _per_unit(found: Found) -> m.Meaning | None:
    return m.Duration(found.word("unit"), 1, rate=True)


def _anchored(found: Found) -> m.Meaning | None:
    unit = found.word("unit")
    count = found.count("count")
    if found.text("dir") == "last" and not found.has("the") and _previous_word(found) in _BEFORE_VERB:
        return None
    return m.Duration(unit, count, 1 if _direction(found) > 0 else -1)


# `it could last several weeks`
_BEFORE_VERB = frozenset(
    ("could", "would", "will", "may", "might", "to", "should", "can", "must", "not", "t", "likely", "ll")
)


def _previous_word(found: Found) -> str:
    start = found.match.start()
    return found.lexed.lexemes[start - 1].text.lower() if start else ""


def _plural(found: Found) -> m.Meaning | None:
    if found.is_before("FOR", "IN", "DURING", "OVER", "AFTER", "BEFORE", "BREAK", "STOP") and not found.is_after("OF"):
        return m.Duration(found.word("unit"), None)
    return None


def _plural_ago(found: Found) -> m.Meaning | None:
    back = found.text("dir") in ("ago", "earlier", "before")
    if found.text("dir") == "before" and not found.is_after("STOP", "COMMA", "BREAK", "CLOSE"):
        return None
    return m.Ago(found.word("unit"), None, -1 if back else 1, "published" if found.text("dir") == "ago" else "previous")


def _recent(found: Found) -> m.Meaning | None:
    return m.Vague("PAST_REF")


def _first_of(found: Found, inner: m.Meaning) -> m.Meaning | None:
    count = found.count("count")
    if found.maybe("dir") not in (None, 1) if found.text("dir") not in ("last", "final", "closing") else False:
        return None
    if count is None:
        return m.Some(inner, "part")
    return m.FirstOf(
        found.word("unit"), round(count) * (-1 if found.text("dir") in ("last", "final", "closing") else 1), inner
    )


def _first_months(found: Found) -> m.Meaning | None:
    """`the first nine months`: of the year that the article tells of."""
    count = found.count("count")
    if count is None or found.value("n") != 1 or found.word("unit") not in ("month", "week", "quarter"):
        return None
    return m.FirstOf(found.word("unit"), round(count), m.Shifted("year", 0, ref="same"))


def _nth_of(found: Found, inner: m.Meaning) -> m.Meaning | None:
    number = -1 if found.text("n") == "last" else found.ordinal("n")
    return m.NthOf(found.word("unit"), number, inner)


def _week_of(found: Found, inner: m.Meaning) -> m.Meaning | None:
    return m.NthOf("week", 0, inner) if isinstance(inner, m.Day) else None


def _some(found: Found, inner: m.Meaning) -> m.Meaning | None:
    if isinstance(inner, m.Duration | m.SetOf | m.Vague | m.DayPart | m.Clock | m.Ago | m.Some):
        return None
    how = found.text("how")
    if isinstance(inner, m.Weekday | m.Day) and how in ("early", "late"):
        return m.DayPart("MO" if how == "early" else "EV", inner)
    if isinstance(inner, m.Year) and how in ("close", "earlier", "later") and not found.has("of"):
        return None
    return m.Some(inner, how)


def _year_end(found: Found) -> m.Meaning | None:
    if found.has("year") or found.has("year2"):
        return m.Some(m.Year(found.value("year" if found.has("year") else "year2")), "end")
    return m.Some(m.Shifted("year", 0, ref="year end"), "end")


def _weekday_of_week(found: Found) -> m.Meaning | None:
    return m.Weekday(found.value("wd"), _direction(found))


def _to_date(found: Found) -> m.Meaning | None:
    return m.ToDate(found.word("unit") or found.word("unit2") or "year")


def _set(found: Found) -> m.Meaning | None:
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


def _in_a_row(found: Found) -> m.Meaning | None:
    return m.InARow(found.word("unit") or found.word("unit2"), found.ordinal("n"))


def _its_nth(found: Found) -> m.Meaning | None:
    """`now in its fifth week`: the week under way."""
    start = found.match.start()
    owner = found.lexed.lexemes[start - 1].text.lower() if start else ""
    unit = found.word("unit")
    return m.InARow(unit, found.ordinal("n")) if owner in ("its", "their", "his", "her") and unit != "day" else None


def _deictic(found: Found) -> m.Meaning | None:
    if found.lexemes("day")[0].text == "Today" and found.is_before("CAP", "POSS"):
        return None
    day = m.Shifted("day", found.value("day"))
    return m.DayPart(found.word("part"), day) if found.has("part") else day


def _day_part_after(found: Found) -> m.Meaning | None:
    return m.DayPart(found.word("part"), m.Weekday(found.value("wd")))


def _this_part(found: Found) -> m.Meaning | None:
    return m.DayPart(found.word("part"), m.Shifted("day", -1 if found.text("dir") == "last" else 0))


def _tonight(found: Found) -> m.Meaning | None:
    return m.DayPart("NI", m.Shifted("day", 0))


def _now(found: Found) -> m.Meaning | None:
    return m.Vague("PRESENT_REF")


def _past(found: Found) -> m.Meaning | None:
    return m.Vague("PAST_REF")


def _future(found: Found) -> m.Meaning | None:
    return m.Vague("FUTURE_REF")


_DIR = "(?P<dir>LAST|PAST|PREV|THIS|CURRENT|NEXT|FOLLOWING|LATEST)"
_COUNT = "(?P<count>CNT|VC|A)"

RELATIVE = (
    Shape("year to date", "(?:THE? (?P<unit>YEAR|QTR|UNIT) DASH? TO DASH? DATE|YTD)", _to_date),
    Shape(
        "so far",
        "(?:SO FAR (?:THIS|IN THE|UPON THE|IN THIS)? (?P<unit>YEAR|QTR|UNIT) | (?:THIS|THE) (?P<unit2>YEAR|QTR|UNIT) SO FAR)",
        _to_date,
    ),
    Shape(
        "the same period last year",
        "THE? SAME (?P<unit>QTR|UNIT|HALF|PERIOD) (?:OF|IN|A|THE|DURING)* (?:(?:LAST|PREV) YEAR|YEAR (?:AGO|EARLIER|BEFORE)|(?P<year>YR))",
        _same_last_year,
    ),
    Shape(
        "the year-ago quarter",
        "(?:THE|A)? (?:YEAR DASH? (?:AGO|EARLIER)|PREV DASH? YEAR (?:QUOTE POSS)?) DASH? (?P<unit>QTR|PERIOD|UNIT|HALF)",
        _year_ago,
    ),
    Shape("year-ago", "(?:THE|A)? YEAR DASH? (?:AGO|EARLIER)", _year_ago),
    Shape("in a row", "(?:THE|A)? (?P<n>ORDX) DASH? (?:STRAIGHT (?P<unit>UN)|(?P<unit2>UN) IN A ROW)", _in_a_row),
    Shape("first of", "THE? (?P<dir>LAST|FINAL|ORD) (?P<count>CNT|FEW) (?P<unit>UNITS) OF", bind=_first_of),
    Shape("first nine months", "THE? (?P<n>ORD) (?P<count>CNT) DASH? (?P<unit>UNITS|UNIT)", _first_months),
    Shape("nth of", "THE? (?P<n>ORDX|LAST) (?P<unit>UNIT|QTR|HALF) (?:OF|IN)", bind=_nth_of),
    Shape("week of", "THE? UNIT OF (?= MON|WD|DOM)", bind=_week_of),
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
    Shape("the week before", "THE (?P<unit>UNIT) (?P<dir>AFTER|BEFORE) (?= MON|WD|HOLIDAY|ISO)", bind=_from_anchor),
    Shape(
        "from a day",
        f"{_COUNT} (?P<unit>UN|UNITS) (?P<dir>AFTER|BEFORE|FROM) (?= MON|WD|DD|HOLIDAY|DEICTIC|ISO)",
        bind=_from_anchor,
    ),
    Shape(
        "ago",
        f"{_COUNT} DASH? (?P<unit>UN|UNITS|CUN) (?P<dir>AGO|EARLIER|LATER|BEFORE|AFTER|FROM (?=NOW|DEICTIC))",
        _ago,
    ),
    Shape("the year before", "THE (?P<unit>UN) (?P<dir>BEFORE|EARLIER|AFTER)", _unit_before),
    Shape("units ago", "(?P<unit>UNITS|CUNITS) (?P<dir>AGO|EARLIER|LATER|BEFORE)", _plural_ago),
    Shape(
        "the past five years",
        "(?P<the>THE)? (?P<dir>LAST|PAST|PREV|NEXT|FOLLOWING|CURRENT) (?P<count>CNT|VC)? DASH? (?P<unit>UNITS|CUNITS)",
        _anchored,
    ),
    Shape("this part of a day", "(?P<dir>THIS|LAST) (?P<part>PART)", _this_part),
    Shape("last weekday", "(?P<dir>LAST|PAST|THIS|NEXT|FOLLOWING) (?P<wd>WDAY)", _last_weekday),
    Shape("weekday of last week", "(?P<wd>WDAY) (?:OF)? (?P<dir>LAST|THIS|NEXT) UNIT", _weekday_of_week),
    Shape("last May", "(?P<dir>LAST|PAST|THIS|NEXT|FOLLOWING) (?P<mon>MON) (?! THE? (?:DD|ORDN))", _last_month),
    Shape("month of last year", "(?P<mon>MON) (?:OF)? (?P<dir>LAST|THIS|NEXT|PREV) YEAR", _month_of_year),
    Shape("month of that year", "(?P<mon>MON) (?:OF|IN)? (?:THE? SAME|THAT) YEAR", _month_of_that_year),
    Shape(
        "season of that year",
        "THE? (?P<season>SEASON) OF (?:(?P<dir>LAST|THIS|NEXT|PREV)|(?:THE? SAME|THAT)) YEAR",
        _season_of_year,
    ),
    Shape("season", f"THE? (?:{_DIR} DASH?)? (?P<season>SEASON) (?:COMMA|OF)? (?P<year>SY)", _season),
    Shape("year season", "(?P<year>YR) (?P<season>SEASON)", _season),
    Shape("last summer", f"(?:THE)? {_DIR} DASH? (?P<season>SEASON)", _season),
    Shape(
        "last year",
        f"(?P<the>THE)? (?P<these>THIS (?= PAST|FOLLOWING))? {_DIR} DASH? (?P<fiscal>FISCAL DASH?)? (?P<unit>UN)",
        _shifted,
    ),
    Shape("the same month", "(?:THE? SAME|THAT) (?P<unit>UN)", _same),
    Shape("recent weeks", "RECENT (?:UNITS)", _recent),
    Shape("every", "EVERY (?: (?P<wd>WDAY) | (?P<count>CNT) (?P<unit2>UNITS) | (?P<unit>UN|CUNIT))", _every),
    Shape("today", "(?P<day>DEICTIC) (?P<part>PART)?", _deictic),
    Shape("weekday morning", "(?P<wd>WD) (?P<part>PART)", _day_part_after),
    Shape("tonight", "TONIGHT|OVERNIGHT", _tonight),
    Shape("year-end", "THE? (?P<year>YR)? YEAR DASH END (?P<year2>YR)?", _year_end),
    Shape(
        "some of",
        "THE? (?P<how>EARLY|LATE|MID|EARLIER|LATER) (?:DASH TO DASH LATE)? (?: DASH | IN | (?P<of>UPON) )? (?: PART OF )? (?! EARLY|LATE|EARLIER|LATER)",
        bind=_some,
    ),
    Shape("end of", "THE? (?:EARLY|LATE)? (?P<how>START|END|MID|REST) (?P<of>OF) (?! THE? (?:START|END|MID|REST) OF)", bind=_some),
    Shape("per unit", "PER (?P<unit>UN|CUNIT)", _per_unit),
    Shape(
        "duration and a half", "(?P<count>CNT|A) (?:UNIT|YEAR)? (?P<half>AND A HALF) (?P<unit>UNITS|CUNITS)", _duration
    ),
    Shape("duration", "(?P<count>CNT|VC) DASH? (?P<unit>UNITS|CUNITS|UNIT|YEAR|QTR|HALF|CUNIT|SECOND)", _duration),
    Shape("a year", "A SINGLE? (?P<unit>UNIT|YEAR|CUNIT)", _a_unit),
    Shape("its fifth week", "(?P<n>ORDX) (?P<unit>UNIT|YEAR|QTR)", _its_nth),
    Shape("premarket", "PREMARKET", lambda found: m.DayPart("MO", m.Shifted("day", 0))),
    Shape("at night", "(?<=AT) (?P<part>PART)", lambda found: m.DayPart(found.word("part"), None)),
    Shape("years", "(?P<unit>UNITS|CUNITS)", _plural),
    Shape("set", "(?P<set>SETW)", _set),
    Shape("bare season", "(?P<the>THE)? (?P<season>SEASON)", _bare_season),
    Shape("the year", "THE (?P<unit>YEAR|QTR|UNIT)", _the_unit),
    Shape("now", "NOW", _now),
    Shape("recently", "PASTW|RECENT", _past),
    Shape("the future", "THE FUTURE", _future),
)
