"""Sentences of a summary or an article, each with its figures, and what is said about every figure."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, Literal

from crossfoot.check.sentences import sentences
from crossfoot.check.vocabulary import said, words
from crossfoot.check.worded_figures import TOKEN, as_prose, worded_figures
from crossfoot.reconcile.dates import Span, span
from crossfoot.reconcile.reading import Reading, read
from crossfoot.reconcile.statements import vocabulary
from crossfoot.reconcile.statements.figures import Figure, words_of
from crossfoot.records import Article, Claim
from crossfoot.values.edtf import in_words
from crossfoot.values.periods import Period, periods

Way = Literal["up", "down", "flat"]
Part = Literal["from", "to", "by"]

_NAME: Final = re.compile(r"(?<![\w.])[A-Z][\w&]*(?:[’'-][A-Z]\w+)*")
_CLAUSE: Final = re.compile(r"[;:]|,?\s(?:while|whereas|but|although|though)\s|,\s(?:and|which|who|with)\s|\s[–—-]\s")
_MOVED_FROM: Final = re.compile(r",?\s+(up|down|higher|lower)(?:\s+from|[.,;]|$)")
_PURPOSE: Final = re.compile(r"\s(?:to|if|that)\s", re.IGNORECASE)  # `by 2% to slow inflation` is no fall
_MODAL: Final = re.compile(r"\s+(?:not\s+)?[A-Z]?[a-z]")  # `May Do No Good`, but `May 3`
YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d")
_NO_DATE: Final = "date:none"  # the rule of a claim for which its text gives no time
_WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_BESIDE: Final = 14  # characters within which a bare `up` or `down` is about a figure
_BEHIND: Final = 4  # words behind a figure among which its direction may stand (`settled 3.1% higher`)
_SOME_DAY: Final = "2001-01-01"  # where no text has a day, relative times are still compared with each other


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of a passage and what the passage says about it."""

    passage: Passage
    figure: Figure
    way: Way | None
    part: Part | None
    when: Span | None
    period: str | None
    reading: Reading | None
    clause: str
    about: frozenset[str]  # the words of its clause that stand nearer to it than to the next figure
    label: str | None = None  # `Q3`, `Q3 FY2025`: its fiscal period, days known or not
    day_named: bool = False  # the passage itself names the day that it is of
    placed: bool = True  # on the calendar; `this year` is not in a text without a day

    @property
    def source(self) -> str | None:
        """Who is cited for it."""
        return self.reading.claim.source if self.reading else None

    @property
    def firm(self) -> str | None:
        """Whom it is about."""
        return self.reading.claim.firm if self.reading else None

    @property
    def start(self) -> int:
        """Its first character in the text that the passage is from."""
        return self.passage.start + self.figure.start

    @property
    def end(self) -> int:
        """The character behind it."""
        return self.passage.start + self.figure.end


class Passage:
    """A sentence in its text; figures are read when they are first asked for."""

    def __init__(self, doc_id: str, start: int, text: str, published: str | None, claims: Sequence[Claim]) -> None:
        self.doc_id, self.start, self.text, self.published = doc_id, start, text, published
        self.claims = tuple(claims)
        self.before: Passage | None = None
        self.place = 0  # among the sentences of its text

    @property
    def end(self) -> int:
        """The character behind it."""
        return self.start + len(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that say something, stemmed."""
        return frozenset(filter(None, map(_telling, TOKEN.findall(self.text.lower()))))

    @cached_property
    def names(self) -> frozenset[str]:
        """The capitalised words, in lower case."""
        return names(self.text)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The claims of the sentence, ready to be compared."""
        return tuple(read(claim, claim.doc_id) for claim in self.claims)

    @cached_property
    def times(self) -> tuple[Period, ...]:
        """The times that it names, placed by the day of its text."""
        return _times(self.text, (self.published or _SOME_DAY)[:10])

    @cached_property
    def stated(self) -> tuple[Stated, ...]:
        """Its figures in text order."""
        dates = [time for time in self.times if time.type in ("DATE", "TIME") and time.role != "rate"]
        named = [time for time in dates if time.text.lower() not in words().any_time]
        kept = [
            figure
            for figure in worded_figures(self.text)
            if figure.dimension == "year"  # `35 years ago` is a day and a length
            or not any(figure.start < time.end and time.start < figure.end for time in dates)
        ]
        return tuple(self._stated(kept, at, named) for at in range(len(kept)))

    @cached_property
    def way(self) -> Way | None:
        """The way it goes as a whole: that of its first word of direction."""
        ways = moves(self.text)
        return ways[0][2] if ways else None

    def _stated(self, kept: list[Figure], at: int, dates: list[Period]) -> Stated:
        figure = kept[at]
        lower = kept[at - 1].end if at else 0
        upper = kept[at + 1].start if at + 1 < len(kept) else len(self.text)
        start, end = clause_around(self.text, figure.start, figure.end)
        reading = self._reading(figure)
        alone = len(kept) == 1 or reading is None or _NO_DATE not in reading.claim.rules
        time = _time_of(figure, lower, upper, dates, any_place=alone)
        if time is not None and _told_on(time, reading):
            time = None
        time = None if time is not None and time.role == "comparison" else time
        known = reading.span if reading else None
        return Stated(
            passage=self,
            figure=figure,
            way=figure.change or _way(self.text, figure, lower, upper),
            part=_part(self.text[lower : figure.start]),
            when=known or (span(time.edtf) if time else None),
            period=self._period(time, reading),
            reading=reading,
            clause=self.text[start:end],
            label=(time.label if time else None) or (reading.claim.period_label if reading else None),
            day_named=time is not None and _is_a_day(span(time.edtf)) and (known is None or known == span(time.edtf)),
            placed=self.published is not None or time is None or YEAR.search(time.text) is not None,
            about=frozenset(words_of(vocabulary.one_phrase(self.text[max(start, lower) : min(end, upper)]))),
        )

    def _period(self, time: Period | None, reading: Reading | None) -> str | None:
        """How the passage calls the figure's period: `Thursday`, on which it was told, is not that of a quarter's sales."""
        if reading is None or reading.span is None or (time and span(time.edtf) == reading.span):
            return time.text if time else reading.claim.period_label if reading else None
        said = next((each.text for each in self.times if span(each.edtf) == reading.span), None)
        return said or reading.claim.period_label or (in_words(reading.claim.date) if reading.claim.date else None)

    def _reading(self, figure: Figure) -> Reading | None:
        for reading in self.readings:
            start = reading.claim.start - self.start
            if start < figure.end and figure.start < start + len(reading.claim.quote):
                return reading
        return None


def _told_on(time: Period, reading: Reading | None) -> bool:
    """True of the weekday on which a figure was told, where its claim has no time of its own: *it is cutting 900 jobs, it
    said on Tuesday*."""
    return reading is not None and _NO_DATE in reading.claim.rules and _WEEKDAY.search(time.text) is not None


def _is_a_day(when: Span | None) -> bool:
    return when is not None and when.days == 1


@lru_cache(maxsize=131072)
def _telling(word: str) -> str | None:
    """A word's stem, synonyms under one name; None for one that says nothing."""
    return next(iter(words_of(word)), None)


@lru_cache(maxsize=8192)
def _times(text: str, day: str) -> tuple[Period, ...]:
    found = periods(text, dt.date.fromisoformat(day))
    if as_prose(text) == text:
        return tuple(found)
    return tuple(time for time in found if time.text != "May" or not _MODAL.match(text, time.end))


@lru_cache(maxsize=65536)
def names(text: str) -> frozenset[str]:
    """The capitalised words of a text, in lower case, without possessive endings."""
    return frozenset(name.lower() for name in _NAME.findall(text))


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause in which a figure stands."""
    first, last = 0, len(text)
    for mark in _CLAUSE.finditer(text):
        if mark.end() <= start:
            first = mark.end()
        elif mark.start() >= end:
            last = mark.start()
            break
    return first, last


def moves(text: str) -> list[tuple[int, int, Way]]:
    """The words of direction in a text, by place."""
    known = words()
    idle = [match.span() for match in said(known.no_way).finditer(text)]
    found: list[tuple[int, int, Way]] = []
    for match in TOKEN.finditer(text):
        word = match[0].lower()
        way: Way | None = "up" if word in known.up else "down" if word in known.down else None
        way = "flat" if word in known.flat else way
        if way and not any(start <= match.start() < end for start, end in idle):
            found.append((*match.span(), way))
    return found


def _way(text: str, figure: Figure, lower: int, upper: int) -> Way | None:
    """By the last word of direction before the figure in its clause, the figures before it passed over where `to`, `or`
    or `from` ties them together, or by one right behind it."""
    right_behind = _MOVED_FROM.match(text[figure.end :])
    if right_behind:
        return "up" if right_behind[1] in ("up", "higher") else "down"
    start, end = clause_around(text, figure.start, figure.end)
    if not re.search(r"[;:.]", text[start : figure.start]):
        lower = start
    before = [
        way
        for first, last, way in moves(text[lower : figure.start])
        if text[lower + first : lower + last].lower() not in ("up", "down") or figure.start - lower - last < _BESIDE
    ]
    if before:
        return before[-1]
    behind = text[figure.end : min(upper, end)]
    reach = TOKEN.finditer(behind)
    limit = next((match.end() for count, match in enumerate(reach, 1) if count == _BEHIND), len(behind))
    behind = _PURPOSE.split(behind[:limit])[0]
    after = [way for first, last, way in moves(behind) if behind[first:last].lower() not in ("up", "down")]
    return after[0] if after else None


def _part(before: str) -> Part | None:
    """What the words right before a figure make of it: the start of a move, its end or its size."""
    known = words()
    tail = before[-24:].rstrip().lower()
    tail = re.sub(r"\s*(?:about|around|roughly|nearly|almost|just|an?|the|over|under|some|~)+$", "", tail)
    for part, phrases in (("from", known.from_words), ("by", known.by_words), ("to", known.to_words)):
        if any(re.search(rf"(?<!\w){re.escape(phrase)}$", tail) for phrase in phrases):
            return part  # type: ignore[return-value]
    return None


def _time_of(figure: Figure, lower: int, upper: int, dates: list[Period], *, any_place: bool) -> Period | None:
    """The time that stands nearest between the figures on either side, behind it first; where `any_place` will do, the
    only one of the sentence."""
    if any(figure.start < time.end and time.start < figure.end for time in dates):
        return None  # `35 years ago` is no time of its 35 years
    behind = [time for time in dates if figure.end <= time.start < upper]
    if behind:
        return behind[0]
    before = [time for time in dates if lower <= time.start and time.end <= figure.start]
    if before:
        return before[-1]
    real = [time for time in dates if any_place and time.role == "period"]
    return real[0] if len(real) == 1 else None


def passages(article: Article, claims: Sequence[Claim]) -> list[Passage]:
    """The sentences of an article, furniture left out, each with its claims."""
    text = article.masked_text
    found: list[Passage] = []
    by_start = sorted(claims, key=lambda claim: claim.start)
    starts = [claim.start for claim in by_start]
    for start, end in sentences(text):
        held = by_start[bisect_left(starts, start) : bisect_left(starts, end)]
        passage = Passage(article.id, start, text[start:end], article.published_day, held)
        passage.before, passage.place = found[-1] if found else None, len(found)
        found.append(passage)
    return found


def of_claims(claims: Sequence[Claim]) -> list[Passage]:
    """The sentences that a claim table quotes, where the articles themselves are not at hand."""
    held: dict[tuple[str, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.doc_id, claim.sentence_start, claim.sentence].append(claim)
    return [
        Passage(doc_id, start, sentence, some[0].published, some) for (doc_id, start, sentence), some in held.items()
    ]
