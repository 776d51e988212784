"""Shapes that count from another time: `last year`, `two weeks ago`, `the same period a year earlier`."""

from __future__ import annotations

from itertools import pairwise

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.found import Found
from crossfoot.values.periods.lexemes import word_set
from crossfoot.values.periods.shapes import Shape
from crossfoot.values.periods.tense import verb_cue


def _shifted(found: Found) -> m.Meaning | None:
    unit, count = found.word("unit"), found.shift()
    word = found.text("dir")
    if unit in ("decade", "century") and found.has("the") and not found.depth and word not in ("this", "current"):
        return m.Duration(unit, 1, 1 if count > 0 else -1)
    fiscal = found.has("fiscal")
    if word == "coming" and unit == "year" and not fiscal:
        return m.Duration(unit, 1, 1)  # "over the coming year": from now on
    if word == "linked" and (not found.has("the") or found.next_word() == "basis"):
        return None  # "linked-quarter growth", "index-linked"
    if word == "past" and unit != "weekend" and not found.has("these"):
        return m.Duration(unit, 1, -1)
    if fiscal and unit == "year":
        return m.FiscalYear(None, count, beside=word in ("previous", "prior", "preceding"))
    if word == "latest" or word == "current" and unit == "quarter" and found.next_word() in ("results", "earnings"):
        return m.Shifted(unit, -1, "latest", fiscal)
    anaphoric = word in ("previous", "prior", "preceding", "linked", "following", "subsequent", "ensuing", "succeeding")
    anaphoric = anaphoric or (word in ("next",) and found.has("the") and unit != "quarter")
    return m.Shifted(unit, count, "previous" if anaphoric else "published", fiscal)


def _last_weekday(found: Found) -> m.Meaning | None:
    return m.Weekday(found.value("wd"), found.shift())


def _last_month(found: Found) -> m.Meaning | None:
    if found.lexemes("mon")[0].text in ("may", "march"):
        return None
    return m.NamedMonth(found.value("mon"), found.shift())


def _month_of_year(found: Found) -> m.Meaning | None:
    return m.Month(found.value("mon"), None, m.Shifted("year", found.shift()))


def _month_of_that_year(found: Found) -> m.Meaning | None:
    return m.Month(found.value("mon"), None, m.SameAs("year"))


def _ago(found: Found) -> m.Meaning | None:
    unit, count = found.word("unit"), found.count("count")
    word = found.text("dir")
    if word in ("from", "hence"):
        return m.Ago(unit, count, 1)
    if word in ("before", "after", "previously") and not found.is_after(
        "STOP", "COMMA", "BREAK", "CLOSE", "AND", "DASH"
    ):
        # `six days after the strike` is placed by the vote, of which nothing is known here.
        return None
    if unit == "year" and count == 1 and word in ("ago", "earlier", "before"):
        return m.YearAgo()
    if unit == "month" and count == 12 and word in ("earlier", "before"):
        return m.YearAgo()
    if word == "ago":
        return m.Ago(unit, count, -1)
    return m.Ago(unit, count, -1 if word in ("earlier", "before", "previously") else 1, "previous")


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


def _that_stretch(found: Found) -> m.Meaning | None:
    """*over the same stretch*, *at that point*: the time last named, whatever its length; *at the same time* names none."""
    words = _words(found)
    if words[-2:] == ["same", "time"]:
        return None
    if _is_likened(words):
        return m.YearAgo()
    if found.is_before("AT", "BY"):
        return m.SameAs("period")
    return m.SameAs("stretch") if found.is_before("IN", "FOR", "DURING", "OVER") else None


def _the_period(found: Found) -> m.Meaning | None:
    """*It ended the period with 92 million buyers*: that of the results."""
    return (
        m.SameAs("results")
        if (found.depth or found.is_before("IN", "FOR", "DURING", "OVER", "ENDED"))
        and not found.is_after("OF", "ENDED", "FROM", "BETWEEN", "SINCE", "TO", "THROUGH", "WHICH", "COMMA")
        else None
    )


def _then(found: Found) -> m.Meaning | None:
    """*By then it will have 155 planes*, *its best since early 2022 (then 53.2)*: the time last named."""
    back = found.previous_word() in ("by", "back", "until", "till", "before", "since", "from", "(")
    return m.SameAs("period") if back else None


def _fiscal_noun(found: Found) -> m.Meaning | None:
    """*in the previous fiscal*: the year, where nothing follows that it could be an adjective of."""
    ends = found.is_after("STOP", "COMMA", "BREAK", "CLOSE", "AND", "FROM", "TO", "BY", "IN")
    ends = ends or verb_cue(found.next_word()) is not None
    if not ends or found.text("fiscal") != "fiscal":
        return None
    return m.FiscalYear(None, found.shift(), beside=found.text("dir") in ("previous", "prior", "preceding"))


_SERIES = 12  # lexemes


def _bare_next(found: Found) -> m.Meaning | None:
    """*1.8 percent this year and 2.7 percent next*: the year after the one that was named."""
    start = found.match.start()
    before = found.lexed.lexemes[max(0, start - _SERIES) : start]
    words = [lexeme.text.lower() for lexeme in before]
    pairs = list(pairwise(words))
    unit = next((unit for unit in ("year", "quarter", "month") if ("this", unit) in pairs), None)
    ends = found.is_after("STOP", "COMMA", "BREAK")
    return m.Shifted(unit, 1) if unit is not None and ends and any(word[0].isdigit() for word in words) else None


def _same(found: Found) -> m.Meaning | None:
    unit = found.word("unit")
    likened = unit in ("quarter", "half", "month", "week") and _is_likened(_words(found))
    return m.YearAgo(unit) if likened else m.SameAs(unit)


def _words(found: Found) -> list[str]:
    """The shape's words in lower case."""
    return [lexeme.text.lower() for lexeme in found.lexed.lexemes[found.match.start() : found.match.end()]]


def _is_likened(words: list[str]) -> bool:
    """*in the corresponding quarter*, *than in the comparable period*: the same a year before, where no year is said."""
    return not word_set("likened").isdisjoint(words)


def _same_date(found: Found) -> m.Meaning | None:
    """*At the same date it employed 300*, *in the half to June; at that date it owed $3*: the last day of the time named."""
    return m.SameAs("date") if found.is_before("AT", "UPON", "BY", "OF") else None


def _the_unit(found: Found) -> m.Meaning | None:
    out = found.is_before("BEFORE") and found.next_word() in ("is", "ends")  # "before the year is out"
    unit = found.word("unit")
    if unit != "year" and found.next_word() == "just" and _word_at(found, 1) in word_set("over"):
        return m.Shifted(unit, -1, "latest")  # "in the quarter just ended"
    if unit == "year" and found.previous_word() in word_set("spent") and _is_at_next(found):
        return m.Shifted("year", 0, ref="year over")  # "ended the year with debt of $2 million"
    out = out or unit in ("year", "quarter") and found.previous_word() in word_set("spanning") and _is_at_next(found)
    if not (found.depth or out) and not found.is_before(
        "IN", "FOR", "DURING", "OF", "OVER", "SINCE", "THROUGH", "UNTIL", "UPON", "BY", "ENDED"
    ):
        return None
    if found.is_after("OF") and found.is_before("FOR") and _figure_next(found):
        return m.Shifted("year", 0, ref="same") if unit == "year" else m.SameAs(unit)
    named = not found.depth and found.is_after("CAP")  # "the Week Ahead"; not "the last months of the year Acme earned"
    if (
        named
        or found.is_after("OF", "DASH", "THAT", "BEFORE", "QUOTE")
        or (not found.depth and found.is_before("OF") and found.word("unit") != "year")
    ):
        return None
    return m.Shifted("year", 0, ref="same") if unit == "year" else m.SameAs(unit)


def _word_at(found: Found, places: int) -> str:
    """The word so many places behind the next one, in lower case."""
    place = found.match.end() + places
    return found.lexed.lexemes[place].text.lower() if place < len(found.lexed.lexemes) else ""


def _is_at_next(found: Found) -> bool:
    """*end the year at 4%*, *began the quarter with 300 stores*: what was so when it ended or began."""
    return found.next_word() in ("at", "with", "on", "up", "down", "above", "below", "near", "around", "in", "about")


def _figure_next(found: Found) -> bool:
    """*cost inflation for the year of 4% to 5%*: a figure, and no year, behind the next word."""
    place = found.match.end() + 1
    words = [lexeme.text for lexeme in found.lexed.lexemes[place : place + 1]]
    return any((word[0].isdigit() and len(word) != len("2026")) or word in "$€£¥₩₹" for word in words)


def _plural_ago(found: Found) -> m.Meaning | None:
    back = found.text("dir") in ("ago", "earlier", "before")
    if found.text("dir") == "before" and not found.is_after("STOP", "COMMA", "BREAK", "CLOSE"):
        return None
    return m.Ago(found.word("unit"), None, -1 if back else 1, "published" if found.text("dir") == "ago" else "previous")


def _current_period(found: Found) -> m.Meaning | None:
    """*For the current period, it called for sales of*: the quarter under way."""
    return m.Shifted("quarter", 0) if found.is_before("FOR") else None


def _session_before(found: Found) -> m.Meaning | None:
    """*having ended 1% firmer in the previous session*: the trading day before."""
    return m.SameAs("session before")


def _current_one(found: Found) -> m.Meaning | None:
    """*In the year to March it earned $3; for the present one it expects $4*: as long a time, right behind the one told of."""
    ends = found.is_after("STOP", "COMMA", "BREAK", "CLOSE", "AND") or found.previous_word() == "for"
    return (
        m.SameAs("one after")
        if found.text("one") == "one" and found.is_before("IN", "FOR", "DURING") and ends
        else None
    )


def _most_recent(found: Found) -> m.Meaning | None:
    return m.Shifted(found.word("unit"), -1, "latest")


def _recent(found: Found) -> m.Meaning | None:
    return m.Vague("PAST_REF")


def _weekday_of_week(found: Found) -> m.Meaning | None:
    return m.Weekday(found.value("wd"), found.shift())


def _deictic(found: Found) -> m.Meaning | None:
    if found.lexemes("day")[0].text == "Today" and found.is_before("CAP", "POSS"):
        return None
    day = m.Shifted("day", found.value("day"))
    return m.DayPart(found.word("part"), day) if found.has("part") else day


def _now(found: Found) -> m.Meaning | None:
    return m.Vague("PRESENT_REF")


def _current(found: Found) -> m.Meaning | None:
    """`the current chairman`; not `current assets`, which is a term of accounts."""
    if found.is_before("CAP") or found.is_after("CAP") or found.next_word() in word_set("current_terms"):
        return None
    return m.Vague("PRESENT_REF")


def _past(found: Found) -> m.Meaning | None:
    return m.Vague("PAST_REF")


def _future(found: Found) -> m.Meaning | None:
    if found.is_before("CAP") or found.is_after("CAP"):
        return None
    return m.Vague("FUTURE_REF")


_DIR = "(?P<dir>LAST|PAST|PREV|THIS|CURRENT|NEXT|FOLLOWING|LATEST)"

_COUNT = "(?P<count>CNT|VC|A)"

RELATIVE = (
    Shape(
        "the same period last year",
        "(?:THE? SAME|THIS (?=STRETCH)) (?:(?P<unit>QTR|UNIT|HALF|PERIOD|STRETCH) | (?:CNT DASH?)? UNITS PERIOD?)"
        " (?:OF|IN|A|THE|DURING)*"
        " (?:(?:LAST|PREV) (?:FISCAL|FISCAL? YEAR)|YEAR (?:AGO|EARLIER|BEFORE)|(?P<year>YR))",
        _same_last_year,
    ),
    Shape(
        "last year's quarter",
        "THE? (?:LAST|PREV) YEAR (?:QUOTE POSS) SAME? (?P<unit>QTR|PERIOD)",
        _year_ago,
    ),
    Shape("the same stretch", "(?:THE? SAME|THAT|WHICH) (?:PERIOD|STRETCH) (?! OF)", _that_stretch),
    Shape("the same date", "(?:THE? SAME|THAT) DATE (?! OF)", _same_date),
    Shape("then", "THEN", _then),
    Shape("the period", "THE REVIEWED? PERIOD", _the_period),
    Shape("last fiscal", "THE? (?P<dir>LAST|PREV|THIS|CURRENT|NEXT) (?P<fiscal>FISCAL)", _fiscal_noun),
    Shape(
        "the year-ago quarter",
        "(?:THE|A)? (?:YEAR DASH? (?:AGO|EARLIER)|PREV DASH? YEAR (?:QUOTE POSS)?) DASH? (?P<unit>QTR|PERIOD|UNIT|HALF)",
        _year_ago,
    ),
    Shape("year-ago", "(?:THE|A)? YEAR DASH? (?:AGO|EARLIER)", _year_ago),
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
    Shape("last weekday", "(?P<dir>LAST|PAST|THIS|NEXT|FOLLOWING) (?P<wd>WDAY)", _last_weekday),
    Shape("weekday of last week", "(?P<wd>WDAY) (?:OF)? (?P<dir>LAST|THIS|NEXT) UNIT", _weekday_of_week),
    Shape("last May", "(?P<dir>LAST|PAST|THIS|NEXT|FOLLOWING) (?P<mon>MON) (?! THE? (?:DD|ORDN))", _last_month),
    Shape("month of last year", "(?P<mon>MON) (?:OF)? (?P<dir>LAST|THIS|NEXT|PREV) YEAR", _month_of_year),
    Shape("month of that year", "(?P<mon>MON) (?:OF|IN)? (?:THE? SAME|THAT) YEAR", _month_of_that_year),
    Shape(
        "last year",
        f"(?P<the>THE)? (?P<these>THIS (?= PAST|FOLLOWING))? {_DIR} DASH? (?P<fiscal>FISCAL DASH?)? (?P<unit>UN)",
        _shifted,
    ),
    Shape("next", "NEXT", _bare_next),
    Shape("the same month", "(?:THE? SAME|THAT) (?P<unit>UN)", _same),
    Shape("today", "(?P<day>DEICTIC) (?P<part>PART)?", _deictic),
    Shape("the year", "THE (?P<unit>YEAR|QTR|UNIT)", _the_unit),
    Shape("now", "NOW", _now),
    Shape("at present", "AT PRESENT (?! CAP)", _now),
    Shape("the most recent quarter", "THE OTHER? RECENT (?P<unit>UN)", _most_recent),
    Shape("recent weeks", "RECENT (?:UNITS)", _recent),
    Shape("recently", "PASTW|RECENT", _past),
    Shape("the future", "(?:THE OTHER?)? FUTURE", _future),
    Shape("the past", "THE PAST (?! UNIT|UNITS|YEAR|QTR|HALF|CNT)", _past),
    Shape("the previous session", "(?:THE|A)? PREV DASH? SESSION", _session_before),
    Shape("the current one", "(?:THE (?:CURRENT|PRESENT)|THIS) (?P<one>NW)", _current_one),
    Shape("the current period", "THE? CURRENT PERIOD", _current_period),
    Shape("current", "CURRENT", _current),
)
