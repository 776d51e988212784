"""The articles that a summary is held against, and which of their sentences a statement of the summary is looked up in."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np

from crossfoot.check.passages import Passage, Stated, of_claims, passages
from crossfoot.check.vocabulary import said, words
from crossfoot.reconcile.comparison import meet
from crossfoot.reconcile.metrics import metric_tags
from crossfoot.reconcile.movement import opposed
from crossfoot.reconcile.reading import Reading, name_key, read
from crossfoot.reconcile.statements.figures import words_of
from crossfoot.records import Article, Claim, Finding

_PRINTED: Final = re.compile(r"\d+(?:[.,]\d+)*")
_WORD_AND_NUMBER: Final = re.compile(r"\b([A-Z][a-z]{2,})\s(\d+)\b")
_MONTHS: Final = {"01": "Q1", "04": "Q2", "07": "Q3", "10": "Q4"}
_ALL: Final = 60  # sentences of which all are looked at
_MOST: Final = 24  # of more, the nearest by words and names
_OF_A_BLOCK: Final = 10  # further sentences whose claim is of the same firm and metric


class Evidence:
    """Sentences of articles, found by their words and by the firm and metric of their claims."""

    def __init__(self, articles: Sequence[Article], claims: Sequence[Claim], findings: Sequence[Finding]) -> None:
        by_article: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_article[claim.doc_id].append(claim)
        self.articles = {article.id: article for article in articles}
        self.passages: list[Passage] = []
        for article in articles:
            self.passages += passages(article, by_article[article.id])
        without = [claim for claim in claims if claim.doc_id not in self.articles]
        self.passages += of_claims(without)
        self.claims = {claim.claim_id: claim for claim in claims}
        self.disputes = _disputes(findings)
        self._index()

    def _index(self) -> None:
        having: dict[str, list[int]] = defaultdict(list)
        self._block: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, passage in enumerate(self.passages):
            for word in passage.words:
                having[word].append(at)
            for key in {key for claim in passage.claims for key in _keys(claim)}:
                self._block[key].append(at)
        self._having = dict(having)
        self._near: dict[str, list[Passage]] = {}
        self._rarity: dict[str, float] = {}
        self._quarters: dict[str, bool] = {}

    @property
    def published(self) -> str | None:
        """The latest day of the articles: a summary without a date is taken to be of it."""
        days = [passage.published for passage in self.passages if passage.published]
        return max(days, default=None)

    def rarity(self, word: str) -> float:
        """How much a shared word tells: little where many sentences have it."""
        known = self._rarity.get(word)
        if known is None:
            known = self._rarity[word] = math.log(1 + len(self.passages) / (1 + len(self._having.get(word, ()))))
        return known

    def shared(self, ones: Iterable[str], others: frozenset[str]) -> float:
        """Which part of the words of one is in the other, by what they tell."""
        weights = {word: self.rarity(word) for word in ones}
        whole = sum(weights.values())
        return sum(weight for word, weight in weights.items() if word in others) / whole if whole else 0.0

    def near(self, passage: Passage) -> list[Passage]:
        """The sentences that a sentence of the summary is held against."""
        if len(self.passages) <= _ALL:
            return self.passages
        if passage.text not in self._near:
            self._near[passage.text] = self._nearest(passage)
        return self._near[passage.text]

    def _nearest(self, passage: Passage) -> list[Passage]:
        points = np.zeros(len(self.passages))
        for word in sorted(passage.words):
            found = self._having.get(word, ())
            points[found] += self.rarity(word) / max(1, int(math.log10(1 + len(found))))
        chosen = _best(np.flatnonzero(points), points, _MOST)
        for key in {key for claim in passage.claims for key in _keys(claim)}:
            chosen |= _best(np.array(self._block.get(key, ()), dtype=int), points, _OF_A_BLOCK)
        return [self.passages[at] for at in sorted(chosen)]

    @cached_property
    def years(self) -> frozenset[str]:
        """The years in which the articles came out, and those on either side: `last year` names one."""
        found = {int(passage.published[:4]) for passage in self.passages if passage.published}
        return frozenset(str(year + step) for year in found for step in (-1, 0, 1))

    def only_other_quarters(self, quarter: str) -> bool:
        """True where articles speak of quarters, and never of this one: neither by name nor in a claim's date."""
        known = self._quarters.get(quarter)
        if known is None:
            others = sorted(set(words().quarters) - {quarter})
            known = self._quarters[quarter] = not self._names(quarter) and any(map(self._names, others))
        return known

    def _names(self, quarter: str) -> bool:
        if any(_quarter_of(claim) == quarter for claim in self.claims.values()):
            return True
        named = said(words().quarters[quarter])
        return any(named.search(passage.text) for passage in self.passages)

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return frozenset(number for passage in self.passages for number in _PRINTED.findall(passage.text))

    @cached_property
    def _values(self) -> frozenset[float]:
        """Numbers in words, where there are few enough articles to read them all."""
        if len(self.passages) > _ALL:
            return frozenset()
        middles = (one.figure.stated.middle for passage in self.passages for one in passage.stated)
        return frozenset(middle for middle in middles if middle is not None)

    @cached_property
    def _numbered(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for passage in self.passages:
            for word, number in _WORD_AND_NUMBER.findall(passage.text):
                found[word.lower()].add(number)
        return found

    def numbered_otherwise(self, word: str, number: str) -> bool:
        """True where the articles number a name, and never so: they have a Tier 1, and no Tier 2."""
        known = self._numbered.get(word.lower(), set())
        return bool(known) and number not in known

    def prints(self, number: str) -> bool:
        """True where some article prints the number, with or without commas, or says it in words."""
        bare = re.sub(r"[^\d.]", "", number)
        return number in self._numbers or bare in self._numbers or (bool(bare) and _as_float(bare) in self._values)

    def names_anywhere(self, name: str) -> bool:
        """True where some article names it."""
        return all(word in self._having for word in words_of(name)) if words_of(name) else False

    def disputed(self, stated: Stated) -> Claim | None:
        """The claim of another article that a finding sets against this figure."""
        if stated.reading is None:
            return None
        for finding in self.disputes.get(stated.reading.claim.claim_id, ()):
            for claim_id in finding.claim_ids:
                other = self.claims.get(claim_id)
                if other is not None and other.doc_id != stated.passage.doc_id and _contradict(stated.reading, other):
                    return other
        return None


def _best(places: np.ndarray[Any, np.dtype[np.int_]], points: np.ndarray[Any, Any], most: int) -> set[int]:
    """The places with the most points; of equal ones the first."""
    order = np.argsort(-points[places], kind="stable")[:most]
    return set(places[order].tolist())


def _disputes(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.kind in ("value_conflict", "direction_conflict"):
            for claim_id in finding.claim_ids:
                found[claim_id].append(finding)
    return found


def _contradict(one: Reading, claim: Claim) -> bool:
    """True of two figures of a finding that cannot both be right; it may hold others that agree."""
    other = read(claim, claim.doc_id)
    return opposed(one, other) if claim.kind == "direction" else not meet(one, other)


def _keys(claim: Claim) -> list[tuple[str, str]]:
    """The blocks of a claim: its firm with each family of its metric."""
    tags = metric_tags(claim.metric, rate="/" in (claim.unit or ""))
    return [(firm, tag) for firm in {name_key(claim.firm), name_key(claim.counterparty)} if firm for tag in tags]


def _quarter_of(claim: Claim) -> str | None:
    """The quarter of a claim's label or, where it is one of the calendar, of its date."""
    if claim.period_label and claim.period_label.startswith("Q"):
        return claim.period_label.split()[0]
    first, slash, last = (claim.date or "").partition("/")
    quarter = _MONTHS.get(first[5:7]) if slash and first[:4] == last[:4] else None
    return quarter if quarter and int(last[5:7] or 0) == int(first[5:7]) + 2 else None


def _as_float(digits: str) -> float | None:
    return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None
