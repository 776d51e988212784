"""A claim as the reconciler reads it: interval, dimension, days, and what its own words say of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from crossfoot.reconcile import words
from crossfoot.reconcile.dates import Span, span
from crossfoot.reconcile.measurement import dimension, printed
from crossfoot.records import Claim
from crossfoot.values.intervals import Interval

_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*")
# product names such as `737`, `787-9` or `A350`: letters and digits in one word, or a hyphen between digits
_MODEL = re.compile(
    r"(?<![\w$€£¥.,-])(?=[A-Za-z-]{0,8}\d)(?=[\d-]{0,8}[A-Za-z]|\d{2,4}-\d)[A-Za-z\d]{1,8}(?:-[A-Za-z\d]{1,8})?(?![\w%])"
)
_UNIT_TAIL = re.compile(
    r"\d+(?:st|nd|rd|th|x|k|m|bn|tn|b|s|gw|mw|kw|pm|am|year|month|day|week|hour)(?:-.*)?|[qh]\d.*|fy.*", re.IGNORECASE
)
# `in the last 24 hours` is no figure but what one counts from
_FIGURE = re.compile(r"(?!24[ -]hour)(?<!\d)\d[\d,.]*%?")
_RIGHT = 45  # characters behind a figure that may still qualify it
_LEFT = 90
_LEFT_OF_SCOPE = 160
_SENTENCE_CAP = 2000
_NEAREST = 5
_SEVERAL = 3
_THING = re.compile(r"[a-z_]*")
_NO_THINGS = frozenset(
    {"percent", "percentage_point", "basis_point", "x", "year", "point", "tonne", "barrel", "m", "byte"}
)
_ARTICLES = frozenset({"the", "a", "an", "of", "to", "in", "it", "its", "is", "was", "and", "that", "at", "on"})


@dataclass(frozen=True, slots=True)
class Context:
    """The sentence around a figure, lower case, cut where the reconciler looks."""

    left: str
    clause: str
    near: str
    right: str
    tight: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One claim, ready to be compared. `interval` is in base units of `dimension`."""

    claim: Claim
    order: tuple[str, int, int, str]
    firm: str | None
    counterparty: str | None
    interval: Interval
    stated: Interval
    dimension: str
    span: Span | None
    published: int | None
    answers: tuple[tuple[str, str], ...]
    scopes: frozenset[str]
    models: frozenset[str]
    words: frozenset[str]
    nearest: frozenset[str]
    names: frozenset[str]
    sure_names: frozenset[str]
    before: str
    sentence_key: tuple[str, str]
    group: str
    crowd: int = 0  # how many values beyond three the article gives for this very firm, metric, unit and period

    @property
    def unit_key(self) -> str:
        """The dimension under which it is compared: savings of $600 million and of $600 million a year are one thing."""
        if self.claim.metric in words.families().yearly and self.dimension.count("/") == 1:
            return self.dimension.removesuffix("/year")
        return self.dimension

    @property
    def when(self) -> Span | None:
        """Its days; for a price, which runs from day to day, the article's day where it names none."""
        if self.span is None and self.published is not None and self.claim.metric in words.families().running:
            return Span(self.published, self.published)
        return self.span

    @property
    def measured_in_days(self) -> bool:
        """True where it names a single day."""
        return self.span is not None and self.span.days == 1

    @property
    def anchor(self) -> int | None:
        """The day it is sorted by: its own, or the article's."""
        return self.span.anchor if self.span else self.published

    def answer(self, aspect: str) -> str | None:
        """What its words answer to an aspect's question."""
        for name, answer in self.answers:
            if name == aspect:
                return answer
        return None


def read(claim: Claim, group: str) -> Reading:
    """The claim with everything that comparing needs; never raises on odd values."""
    measured = dimension(claim.unit)
    context = surroundings(claim)
    day = span(claim.published[:10]) if claim.published else None
    shown = printed(claim)
    return Reading(
        claim=claim,
        order=(claim.doc_id, claim.start, claim.end, claim.claim_id),
        firm=name_key(claim.firm),
        counterparty=name_key(claim.counterparty),
        interval=shown.scaled(measured.factor),
        stated=shown,
        dimension=_counted(measured.name, claim.metric),
        span=span(claim.date),
        published=day.anchor if day else None,
        answers=_answers(context),
        scopes=_scopes(claim, context),
        models=_models(context.near, claim.quote),
        words=_content(claim.sentence[:_SENTENCE_CAP], claim.firm, claim.counterparty),
        nearest=_nearest(context, claim.quote.lower()),
        names=frozenset() if claim.firm else _names(claim.sentence[:_SENTENCE_CAP]),
        sure_names=frozenset() if claim.firm else _names(claim.sentence[:_SENTENCE_CAP], first=False),
        before=context.left[-40:],
        sentence_key=(claim.doc_id, claim.sentence[:120]),
        group=group,
    )


@lru_cache(maxsize=4096)
def _counted(dimension: str, metric: str) -> str:
    """Things that are counted go by the metric, not by the noun: 4,000 jobs, people or employees are cut alike."""
    head, *tail = dimension.split("/")
    if metric == "other" or tail or not _THING.fullmatch(head) or head in _NO_THINGS:
        return dimension
    return "item"


@lru_cache(maxsize=16384)
def name_key(name: str | None) -> str | None:
    """A canonical name without case; None for none."""
    key = " ".join(name.casefold().split()) if name else ""
    return key or None


def crowded(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with their `crowd`: an article that gives five growth rates of one year is listing parts."""
    values: dict[tuple[object, ...], set[float | None]] = defaultdict(set)

    def key(reading: Reading) -> tuple[object, ...]:
        claim = reading.claim
        return (
            claim.doc_id,
            reading.firm,
            reading.counterparty,
            claim.metric,
            claim.measure,
            reading.unit_key,
            claim.date,
        )

    for reading in readings:
        values[key(reading)].add(reading.interval.middle)
    return [
        replace(reading, crowd=len(values[key(reading)]) - _SEVERAL)
        if len(values[key(reading)]) > _SEVERAL
        else reading
        for reading in readings
    ]


def surroundings(claim: Claim) -> Context:
    """Cuts the sentence around the figure; an odd offset falls back on the first place of the quote."""
    sentence = claim.sentence
    at = claim.start - claim.sentence_start
    if at < 0 or sentence[at : at + len(claim.quote)] != claim.quote:
        at = max(sentence.find(claim.quote), 0)
    end = at + len(claim.quote)
    before = sentence[max(0, at - 400) : at].lower().replace("’", "'")
    after = sentence[end : end + 400].lower().replace("’", "'")
    ends = words.comparability().clause_ends
    opening = max((before.rfind(mark) + len(mark) for mark in ends if mark in before), default=0)
    closing = min((after.find(mark) for mark in ends if mark in after), default=len(after))
    clause = before[opening:] + claim.quote.lower() + after[:closing]
    near = _cut(before[-_LEFT:], claim.quote.lower(), after[:_RIGHT])
    return Context(left=before, clause=clause, near=near, right=after[:_RIGHT], tight=before[-25:])


def _cut(left: str, quote: str, right: str) -> str:
    """The words around a figure up to the nearest figure on either side, which has words of its own."""
    start = max((match.end() for match in _FIGURE.finditer(left)), default=0)
    end = _FIGURE.search(right)
    return left[start:] + quote + (right[: end.start()] if end else right)


def _answers(context: Context) -> tuple[tuple[str, str], ...]:
    """The aspects that the words answer, one answer each: the nearest before the figure, else behind it."""
    found: dict[str, str] = {}
    places: tuple[tuple[words.Where, str], ...] = (
        ("near", context.near),
        ("clause", context.clause),
        ("right", context.right),
        ("left", context.left),
    )
    for where, text in places:
        pattern, said = words.cues(where)
        for match in pattern.finditer(text):
            for cue in said[match.group()]:
                if where != "left":
                    found.setdefault(cue.aspect, cue.answer)
                else:
                    found[cue.aspect] = cue.answer
    pattern, said = words.cues("tight")
    for match in pattern.finditer(context.tight):
        if not context.tight[match.end() :].strip(" $€£¥abouterlymsx"):
            for cue in said[match.group()]:
                found[cue.aspect] = cue.answer
    return tuple(sorted(found.items()))


def _scopes(claim: Claim, context: Context) -> frozenset[str]:
    """The parts that the words beside the figure limit it to, else the nearest one named before it in the sentence."""
    pattern, said = words.scope_cues()
    found = {said[match.group()] for match in pattern.finditer(context.near)}
    if not found:
        before = [said[match.group()] for match in pattern.finditer(context.left[-_LEFT_OF_SCOPE:])]
        found = set(before[-1:])
    if claim.scope:
        found.add(words.scope_named(claim.scope))
    return frozenset(found - words.whole_scopes())


def _models(near: str, quote: str) -> frozenset[str]:
    """Product names with digits beside the figure (`737`, `787-9`, `a350`), which are other things."""
    text = near.replace(quote.lower(), " ", 1)
    return frozenset(m.group() for m in _MODEL.finditer(text) if not _UNIT_TAIL.fullmatch(m.group()))


@lru_cache(maxsize=2048)
def _content(sentence: str, firm: str | None, counterparty: str | None) -> frozenset[str]:
    """The words of a sentence that say what it is about, stemmed a little, without the firm's own."""
    names = {stem(word) for word in _WORD.findall(f"{firm or ''} {counterparty or ''}".lower())}
    weak = words.comparability().weak_words
    found = (word.strip("'’-") for word in _WORD.findall(sentence.lower()))
    return frozenset(stem(word) for word in found if len(word) > 2 and word not in weak) - names


def _nearest(context: Context, quote: str) -> frozenset[str]:
    """The words on either side of the figure, stemmed: verbs and little words too, for a statement that is repeated
    keeps them."""
    left = _WORD.findall(context.left[-60:])[-_NEAREST:]
    right = _WORD.findall(context.right)[:_NEAREST]
    beside = (*left, *_WORD.findall(quote), *right)
    return frozenset(stem(word) for word in beside if len(word) > 1 and word not in _ARTICLES)


@lru_cache(maxsize=2048)
def _names(sentence: str, *, first: bool = True) -> frozenset[str]:
    """Capitalised words, for a figure whose firm is not known: what the sentence may be about.

    The first word of a sentence is capitalised anyway: without `first` it counts only where it owns something (`Azur's`).
    """
    weak = words.comparability().weak_words
    found = [word for word in _WORD.findall(sentence) if word[0].isupper()]
    opening = sentence.lstrip()
    if not first and found and opening.startswith(found[0]) and not opening[len(found[0]) :].startswith(("'s", "’s")):
        del found[0]
    return frozenset(stem(word.lower()) for word in found if stem(word.lower()) not in weak)


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """Cuts plural, tense and possessive endings; crude on purpose, it only serves to count shared words."""
    word = word.split("'")[0].split("’")[0]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word
