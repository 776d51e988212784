"""Finds the days, quarters, years and other times that a text names, and places them in the calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.calendar import Span, before_span, from_span, is_as_long, until_span
from crossfoot.values.periods.comparison import is_benchmark, is_compared, is_joined
from crossfoot.values.periods.context import Context, Reading
from crossfoot.values.periods.counting import moved_years
from crossfoot.values.periods.dateline import dateline
from crossfoot.values.periods.grammar import grammar, phrase_at
from crossfoot.values.periods.lexemes import Lexed, lex, lexicon
from crossfoot.values.periods.resolution import resolve
from crossfoot.values.periods.tense import PAST, is_abbreviation, tense_of
from crossfoot.values.periods.year_end import named_year_end


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a text names, and when that is.

    `start`, `end`: characters of the text, end exclusive; `text` is what stands there.
    `type`: DATE, TIME, DURATION or SET; `value`: TIMEX3's (2026-Q1, P5Y, 2026-07-10T17:00).
    `edtf`: ISO 8601-2, None where the days are not known (a fiscal quarter of an unknown year end, `recently`).
    `first`, `last`: days, both included; None on an open side or where not known.
    `fiscal_year`, `fiscal_period` (Q3, H1, FY), `label` (Q3 FY2019): as the text names it.
    `basis`: calendar, fiscal or unknown. `anchor`: what it was placed by (explicit, published, previous period,
    fiscal year end, none). `certainty`: explicit (said in full), resolved (by the anchor), inferred (by tense or
    custom), unresolved. `role`: comparison for `a year earlier` and the like, rate for `a year` in `$5 a year`,
    else period. `parts`: the ends of a range; the length and the last day of
    `the three months ended May 31`.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    edtf: str | None
    first: dt.date | None
    last: dt.date | None
    fiscal_year: int | None
    fiscal_period: str | None
    label: str | None
    basis: str
    anchor: str
    certainty: str
    role: str
    parts: tuple[Period, ...] = ()


def periods(text: str, published: dt.date | None = None) -> list[Period]:
    """Every time that `text` names, in text order; none overlaps another. Linear in the length of the text.

    In a text longer than 65,536 characters a dump of dates (4,096 words and signs on end with 70 dates or more in
    1,000 characters) is taken for no prose, and is not read.

    `published` is the day that relative words count from. Without it, and without a dateline, they stay unresolved,
    unless the text dates them itself (`in March 2019 ... the next month`).
    """
    lexed = lex(text)
    phrases = list(_phrases(lexed))
    published = published or dateline(lexed, phrases)
    context = Context(published, resolve, narrative=_is_history(phrases, published))
    if not context.narrative:
        context.year_end = named_year_end(lexed, phrases, context)
    found = list(_read(lexed, phrases, context))
    if context.narrative or context.year_end is not None or not _reports_late(found, published, text):
        return found
    return list(_read(lexed, phrases, Context(published, resolve, off_calendar=True)))


_LATE = 110  # days: by then a calendar quarter has been reported


_ECONOMY = re.compile(
    r"\b(GDP|gross domestic product|econom(y|ies)|economic (growth|output|activity))\b", re.IGNORECASE
)
_AROUND = 90  # characters


def _is_of_an_economy(period: Period, text: str) -> bool:
    """*GDP contracted by 1.6% in the second quarter*: a country's quarters are the calendar's."""
    return _ECONOMY.search(text, max(0, period.start - _AROUND), period.end + _AROUND) is not None


def _reports_late(found: Sequence[Period], published: dt.date | None, text: str) -> bool:
    """True where a text of June tells of *fourth-quarter revenue*, and of no other quarter gone: its firm's year is another.

    Such a text's quarters keep their labels and get no days.
    """
    if published is None:
        return False
    halves = (each for each in found if (each.fiscal_period or "")[:1] == "H" and each.role == "period")
    if any(half.last is not None and 0 <= (published - half.last).days <= _LATE for half in halves):
        return False  # "0.4% in the first quarter", of a firm that tells of its first half in August
    gone = [
        (period, (published - period.last).days)
        for period in found
        if (period.fiscal_period or "")[:1] == "Q" and period.role == "period"
        if period.last is not None and period.last <= published and not _is_of_an_economy(period, text)
    ]
    if any(days <= _LATE for _, days in gone):
        return False  # "for the first quarter of 2026 ..., 9 basis points over the fourth quarter"
    return len({(period.fiscal_period, period.last) for period, _ in gone if period.certainty == "inferred"}) == 1


def _phrases(lexed: Lexed) -> Iterator[m.Phrase]:
    """The phrases of time, left to right, each as long as its first fitting shape (and a range) reaches."""
    anywhere = grammar().anywhere
    block: list[m.Phrase] = []
    place, end, most = 0, 0, 0
    while match := anywhere.search(lexed.codes, place):
        if match.start() >= end:
            yield from block
            block, (end, most) = [], _next_block(lexed, match.start())
        phrase = phrase_at(lexed, match.start())
        if phrase is None:
            place = match.start() + 1
            continue
        phrase = _with_range(lexed, phrase)
        place = phrase.last
        block.append(phrase)
        if len(block) > most:
            block, place = [], max(end, place)
    yield from block


_WHOLE = 65_536  # characters
_BLOCK = 4096  # lexemes
_DENSE = 0.07  # phrases of time a character


def _next_block(lexed: Lexed, first: int) -> tuple[int, int]:
    """Where the block of lexemes from `first` ends, and how many phrases of time are prose there."""
    if len(lexed.text) <= _WHOLE:
        return len(lexed.lexemes), len(lexed.lexemes)
    end = min(first + _BLOCK, len(lexed.lexemes))
    return end, int(_DENSE * (lexed.lexemes[end - 1].end - lexed.lexemes[first].start)) + 1


@cache
def _range_marks() -> re.Pattern[str]:
    codes = lexicon().codes
    words = "".join(codes[name] for name in ("TO", "THROUGH", "UNTIL", "DASH"))
    return re.compile(f"[{words}{codes['AND']}]")


_RANGED = (m.Day, m.Month, m.Year, m.Decade, m.Weekday, m.Part, m.FiscalYear, m.Some)


def _with_range(lexed: Lexed, start: m.Phrase) -> m.Phrase:
    """`between June 2 and July 8`, `from 2021 to 2024`: two phrases as one."""
    if not isinstance(start.meaning, _RANGED) or not _range_marks().match(lexed.codes, start.last):
        return start
    mark = lexed.codes[start.last]
    codes = lexicon().codes
    before = lexed.codes[start.first - 1] if start.first else codes["BREAK"]
    both = mark == codes["AND"] and before != codes["BETWEEN"]
    if both and (type(start.meaning) is not m.Month or before not in (codes["IN"], codes["DURING"], codes["FOR"])):
        return start
    if mark == codes["TO"] and before != codes["FROM"] and type(start.meaning) is not m.Weekday:
        return start
    end = phrase_at(lexed, start.last + 1)
    if end is None or not isinstance(end.meaning, _RANGED) or _kind(start) != _kind(end):
        return start
    if both and not _are_neighbours(start.meaning, end.meaning):
        return start
    meaning = m.Range(_with_year(start.meaning, end.meaning), end.meaning)
    return m.Phrase(start.first, end.last, start.start, end.end, meaning, (start, end))


def _are_neighbours(start: m.Meaning, end: m.Meaning) -> bool:
    """`in February and March`: two months on end, of one year."""
    if not isinstance(start, m.Month) or not isinstance(end, m.Month):
        return False
    return start.month + 1 == end.month and start.of is None and start.year in (None, end.year)


def _kind(phrase: m.Phrase) -> str:
    meaning = phrase.meaning.of if isinstance(phrase.meaning, m.Some) else phrase.meaning
    return "date" if isinstance(meaning, m.Day | m.Month | m.Year | m.Decade) else type(meaning).__name__


def _with_year(start: m.Meaning, end: m.Meaning) -> m.Meaning:
    """`March to June 2019`: the year is said once."""
    year = getattr(end, "year", None)
    if year is None or not isinstance(end, m.Day | m.Month):
        return start
    if isinstance(start, m.Month) and start.year is None and start.month <= end.month:  # type: ignore[operator]
        return m.Month(start.month, year)
    if isinstance(start, m.Day) and start.year is None and start.month and end.month and start.month <= end.month:
        return m.Day(start.day, start.month, year)
    return start


_SOME_YEARS, _LONG_AGO = 5, 4
_MANY_YEARS, _SOME_TIME_AGO = 15, 2


def _is_history(phrases: list[m.Phrase], published: dt.date | None) -> bool:
    """True where most of the years that a text says lie well before its own day: undated months are then not new."""
    if published is None:
        return False
    years = sorted(year for phrase in phrases if (year := _said_year(phrase.meaning)) is not None)
    if len(years) < _SOME_YEARS:
        return False
    ago = published.year - years[len(years) // 2]
    return ago >= (_SOME_TIME_AGO if len(years) >= _MANY_YEARS else _LONG_AGO)


def _said_year(meaning: m.Meaning) -> int | None:
    if isinstance(meaning, m.Some):
        return _said_year(meaning.of)
    return meaning.year if isinstance(meaning, m.Day | m.Month | m.Year | m.Season) else None


def _read(lexed: Lexed, phrases: list[m.Phrase], context: Context) -> Iterator[Period]:
    place = 0
    compared: m.Phrase | None = None
    for phrase in phrases:
        ends = [index for index in range(place, phrase.first) if _ends_sentence(lexed, index)]
        if ends:
            context.beside = context.stretch if _compares(lexed, ends[-1] + 1) else None
            context.day_beside = None
        place = phrase.last
        context.turn_to(partial(tense_of, lexed, phrase.first, phrase.last))
        if isinstance(phrase.meaning, m.Month | m.Part) and is_compared(lexed, phrase):
            context.found_tense = PAST  # "expected to rise to 7% from 6% in April"
        reading = _governed(lexed, phrase, resolve(phrase.meaning, context))
        if reading.role == "comparison" and _is_from_then_on(lexed, phrase, reading, context):
            reading = replace(reading, role="period")
        if reading.role == "period" and compared is not None and is_joined(lexed, compared, phrase):
            reading = replace(reading, role="comparison")
        compared = phrase if reading.role == "comparison" else None
        yield _period(lexed, phrase, reading, context)
        if reading.role == "period" and not _is_in_an_aside(lexed, phrase):
            _remember(context, phrase.meaning, reading)


def _is_from_then_on(lexed: Lexed, phrase: m.Phrase, reading: Reading, context: Context) -> bool:
    """*save $3 a year from 2027*: a time to come, with which nothing is compared."""
    if isinstance(phrase.meaning, m.Range) or not phrase.first or reading.span is None:
        return False
    if lexed.lexemes[phrase.first - 1].text.lower() != "from":
        return False
    first = reading.span.first
    return context.published is not None and first is not None and first > context.published


def _compares(lexed: Lexed, first: int) -> bool:
    """*For the fourth quarter it sees $4. That compares with $3 a year earlier*: with the time last named."""
    words = [lexeme.text.lower() for lexeme in lexed.lexemes[first : first + 2]]
    return words[:1] in (["that"], ["this"], ["it"]) and words[1:] in (["compares"], ["compared"])


@cache
def _sentence_ends() -> str:
    codes = lexicon().codes
    return codes["STOP"] + codes["BREAK"]


def _ends_sentence(lexed: Lexed, index: int) -> bool:
    if lexed.codes[index] not in _sentence_ends():
        return False
    mark = lexed.lexemes[index]
    if mark.text in (":", ";") or is_abbreviation(lexed, index):
        return False
    after = mark.end
    return after >= len(lexed.text) or lexed.text[after].isspace() or lexed.text[after] in "\"'”’)"


_ASIDE = 16  # lexemes: "which filed the papers for its long-awaited listing in September"


def _is_in_an_aside(lexed: Lexed, phrase: m.Phrase) -> bool:
    """*Acme, which filed its papers in September, sold 300 during the month*: a month of another event."""
    if not isinstance(phrase.meaning, m.Month | m.Day) or phrase.last >= len(lexed.codes):
        return False
    if lexed.lexemes[phrase.last].text != ",":
        return False
    words = [lexeme.text.lower() for lexeme in lexed.lexemes[max(0, phrase.first - _ASIDE) : phrase.first]]
    comma = next((at for at in range(len(words) - 1, -1, -1) if words[at] in (",", ".", ";")), None)
    if comma is None or words[comma] != "," or not words[comma + 1 :]:
        return False
    inside = words[comma + 1 :]
    return inside[0] in ("which", "who", "whose") and not any(word[0].isdigit() for word in inside)


# What is older is background, and not what an article reports on.
_NEWS = dt.timedelta(days=550)
_REPORTED = frozenset(("month", "quarter", "half", "year", "months", "season", "years"))


def _remember(context: Context, meaning: m.Meaning, reading: Reading) -> None:
    """Let what was read serve the phrases after it."""
    span = reading.span
    if isinstance(meaning, m.Part) and span is not None:
        context.part, context.part_number = span, int(reading.fiscal_period[1:]) if reading.fiscal_period else 0
    year = _said_year(meaning.end if isinstance(meaning, m.Range) else meaning)
    if year is not None:
        context.before_ours = year if year < 0 else None
    if reading.basis == "fiscal" and span is None and reading.fiscal_period:
        context.fiscal = reading
    if span is None or reading.type not in ("DATE", "TIME"):
        return
    if span.unit == "day":
        context.day_beside = span
    if isinstance(meaning, m.Shifted) and meaning.ref == "previous" and meaning.count < 0:
        return
    if context.narrative and isinstance(meaning, m.Ago | m.Shifted) and meaning.unit in ("year", "decade", "century"):
        return
    named = (context.span_of(meaning.end) or span) if isinstance(meaning, m.Range) else span
    if context.narrative and _strays(context, named):
        return
    context.previous = named
    if named.unit != "day":
        context.stretch = named
    behind = context.published is None or span.first is None or span.first <= context.published
    behind = behind and not _is_under_way(meaning, span, context.published)
    ended = isinstance(meaning, m.Ended)
    if (span.unit in _REPORTED or ended) and behind:
        context.beside = span
        if context.published is None or span.last is None or context.published - span.last <= _NEWS:
            context.fiscal = None
            if not _is_older_like(span, context.reporting, context.published):
                context.reporting = span
                context.lasting.update(
                    {unit: span for unit in ("month", "quarter") if is_as_long(span, unit) and span.unit != "season"}
                )
    elif isinstance(meaning, m.Day) and context.beside is None:
        context.beside = span


def _is_under_way(meaning: m.Meaning, span: Span, published: dt.date | None) -> bool:
    """*for the current quarter it expects*: no quarter that figures are told for."""
    current = isinstance(meaning, m.Shifted) and meaning.unit in ("quarter", "half") and not meaning.count
    return current and published is not None and span.last is not None and span.last - published > _NEARLY_OVER


_NEARLY_OVER = dt.timedelta(days=10)
_NEAR = {"month": 100, "quarter": 1}  # days that what is told beside the newest one lies before it


def _is_older_like(span: Span, reporting: Span | None, published: dt.date | None) -> bool:
    """True for the quarter or months before the one that is told of, the one a year before it, or a season beside it."""
    if reporting is None or reporting.first is None or span.first is None or span.last is None or span.unit == "year":
        return False
    if published is not None and (reporting.last is None or reporting.last > published):
        return False
    if published is not None and span.last > published:
        return True
    if span in (moved_years(reporting, -1), moved_years(reporting, -2)) or span.unit == "season" != reporting.unit:
        return True
    near = dt.timedelta(days=_NEAR.get(span.unit, -1))
    return span.unit == reporting.unit and dt.timedelta() < reporting.first - span.last <= near


_ASTRAY = 25


def _strays(context: Context, named: Span) -> bool:
    """True for a year far from those of a history (`a 2004 study found`), unless the next one named is near it."""
    if named.first is None or context.previous is None or context.previous.first is None:
        return False
    if abs(named.first.year - context.previous.first.year) <= _ASTRAY:
        context.astray = None
        return False
    if context.astray is not None and abs(named.first.year - context.astray) <= _ASTRAY:
        context.astray = None
        return False
    context.astray = named.first.year
    return True


def _period(lexed: Lexed, phrase: m.Phrase, reading: Reading, context: Context) -> Period:
    span = _opened(lexed, phrase, reading, context)
    edtf = span.edtf if span is not None and span is not reading.span else reading.edtf
    first, last = (span.first, span.last) if span else (None, None)
    return Period(phrase.start, phrase.end, lexed.text[phrase.start : phrase.end], reading.type, reading.value, edtf,
                  first, last, reading.fiscal_year, reading.fiscal_period, reading.label, reading.basis,
                  reading.anchor, reading.certainty, reading.role, _parts(lexed, phrase, context))  # fmt: skip


def _governed(lexed: Lexed, phrase: m.Phrase, reading: Reading) -> Reading:
    """A reading with its role: what a figure is compared with is not what it is about."""
    if reading.role != "period":
        return reading
    since = phrase.first > 0 and lexed.codes[phrase.first - 1] == lexicon().codes["SINCE"]
    if is_compared(lexed, phrase) or (since and is_benchmark(lexed, phrase)):
        return replace(reading, role="comparison")
    return reading


def _opened(lexed: Lexed, phrase: m.Phrase, reading: Reading, context: Context) -> Span | None:
    """`since 2019` has no last day, `through 2029` and `before 2030` no first one."""
    span = reading.span
    if span is None or reading.type != "DATE" or phrase.first == 0 or isinstance(phrase.meaning, m.Range | m.ToDate):
        return span
    if reading.role != "period" or span.first is None or span.last is None:
        return span
    codes = lexicon().codes
    before = lexed.codes[phrase.first - 1]
    if lexed.lexemes[phrase.first - 1].text.lower() == "before" and _is_a_limit(phrase, span, context):
        return until_span(span) if isinstance(phrase.meaning, m.Some) else before_span(span)  # "before the end of 2028"
    if before == codes["SINCE"]:
        return from_span(span)
    return until_span(span) if before in (codes["THROUGH"], codes["UNTIL"]) else span


def _is_a_limit(phrase: m.Phrase, span: Span, context: Context) -> bool:
    """`will open before December`, `no cuts before 2027`: a time to come by which something is done."""
    ahead = context.published is not None and span.first is not None and span.first > context.published
    return ahead and isinstance(phrase.meaning, m.Month | m.Year | m.Season | m.Holiday | m.FiscalYear | m.Some)


def _parts(lexed: Lexed, phrase: m.Phrase, context: Context) -> tuple[Period, ...]:
    if not isinstance(phrase.meaning, m.Range | m.Ended):
        return ()
    parts = phrase.parts
    if isinstance(phrase.meaning, m.Ended) and parts and phrase.meaning.fiscal_unit is None:
        parts = (_length(lexed, phrase, phrase.meaning), *parts)
    return tuple(_period(lexed, part, resolve(part.meaning, context), context) for part in parts)


def _length(lexed: Lexed, phrase: m.Phrase, meaning: m.Ended) -> m.Phrase:
    """`the three months` of `the three months ended May 31`."""
    units = (lexicon().codes["UNITS"], lexicon().codes["UNIT"])
    last = next(place for place in range(phrase.first, phrase.last) if lexed.codes[place] in units) + 1
    length = m.Duration(meaning.unit, meaning.count)
    return m.Phrase(phrase.first, last, phrase.start, lexed.lexemes[last - 1].end, length)
