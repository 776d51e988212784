"""A claim as the reconciler reads it: interval, dimension, days, and what its own words say of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import combining, normalize

from crossfoot.reconcile import metrics, qualifiers, sentence_words, words
from crossfoot.reconcile.context import surroundings
from crossfoot.reconcile.cost_items import spent_on
from crossfoot.reconcile.dates import Span, span
from crossfoot.reconcile.measurement import BASES, dimension, printed
from crossfoot.records import Claim
from crossfoot.values.intervals import Interval

_SENTENCE_CAP = 2000
_SEVERAL = 3
_THING = re.compile(r"[a-z_]*")
_TO_A_LEVEL = re.compile(
    r"(?<!\w)(?:to|at)\s[$€£¥]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d%])(?!\s?percent)"
)
_NO_THINGS = frozenset({*BASES, "x", "point"})


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
    after: str
    counts: str | None
    spent_on: str | None
    happened: bool
    moved_to: float | None
    sentence_key: tuple[str, str]
    group: str
    refers_to: str | None = None  # the claim that `the €640 million` refers back to
    crowd: int = 0  # how many values beyond three the article gives for this very firm, metric, unit and period

    @property
    def unit_key(self) -> str:
        """The dimension under which it is compared: savings of $600 million and of $600 million a year are one thing."""
        if self.claim.metric in metrics.families().yearly and self.dimension.count("/") == 1:
            return self.dimension.removesuffix("/year")
        return self.dimension

    @property
    def measure(self) -> str:
        """`level` or `change`; a rise of consumer prices is a level of inflation."""
        rate = self.claim.metric in metrics.families().themselves_changes and self.dimension == "percent"
        return "level" if rate else self.claim.measure

    @property
    def when(self) -> Span | None:
        """Its days; for a price, which runs from day to day, the article's day where it names none."""
        if self.span is None and self.published is not None and self.claim.metric in metrics.families().running:
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
    counts = qualifiers.counts(claim, context)
    day = span(claim.published[:10]) if claim.published else None
    shown = printed(claim)
    return Reading(
        claim=claim,
        order=(claim.doc_id, claim.start, claim.end, claim.claim_id),
        firm=name_key(claim.firm),
        counterparty=name_key(claim.counterparty),
        interval=shown.scaled(measured.factor),
        stated=shown,
        dimension=_counted(measured.name, claim.metric, by_noun=counts is not None),
        span=span(claim.date),
        published=day.anchor if day else None,
        answers=qualifiers.answers(context),
        scopes=qualifiers.scopes(claim, context),
        models=qualifiers.models(context.near),
        words=sentence_words.content(claim.sentence[:_SENTENCE_CAP], claim.firm, claim.counterparty),
        nearest=sentence_words.nearest(context, claim.quote.lower()),
        names=frozenset() if claim.firm else sentence_words.names(claim.sentence[:_SENTENCE_CAP]),
        sure_names=frozenset() if claim.firm else sentence_words.names(claim.sentence[:_SENTENCE_CAP], first=False),
        before=context.left[-40:],
        after=context.right,
        counts=counts,
        spent_on=spent_on(claim, context),
        happened=words.happened().search(context.left) is not None,
        moved_to=_moved_to(claim, context.right),
        sentence_key=(claim.doc_id, claim.sentence[:120]),
        group=group,
    )


def _moved_to(claim: Claim, right: str) -> float | None:
    """The level that a price moved to, where it stands behind the move: *rose 34 points, or 1.7%, to 2,070*."""
    if claim.measure != "change" or claim.metric not in metrics.families().running:
        return None
    level = _TO_A_LEVEL.search(right)
    return float(level[1].replace(",", "")) if level else None


@lru_cache(maxsize=4096)
def _counted(dimension: str, metric: str, *, by_noun: bool) -> str:
    """Things that are counted go by the metric, or by what `counts` them, and not by the noun's own unit: 4,000 jobs, people
    or employees are cut alike."""
    head, *tail = dimension.split("/")
    if (metric == "other" and not by_noun) or tail or not _THING.fullmatch(head) or head in _NO_THINGS:
        return dimension
    return "item"


@lru_cache(maxsize=16384)
def name_key(name: str | None) -> str | None:
    """A canonical name without case and accents (*Nestlé* is *Nestle*); None for none."""
    plain = "".join(char for char in normalize("NFD", name) if not combining(char)) if name else ""
    return " ".join(plain.casefold().split()) or None


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
            reading.counts,
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
