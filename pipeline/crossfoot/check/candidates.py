"""Which figures of the articles may be what a figure of the summary states, and how sure that is."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from crossfoot.check.evidence import Evidence
from crossfoot.check.levels import Apart, apart
from crossfoot.check.passages import Passage, Stated
from crossfoot.check.printed import as_printed
from crossfoot.check.truth import Says, holds
from crossfoot.reconcile.metrics import same_metric
from crossfoot.reconcile.reading import name_key
from crossfoot.reconcile.statements.figures import Figure

_SAME_NOUN: Final = 2.0
_OTHER_NOUN: Final = -1.0
_A_WORD: Final = 0.7
_MOST_WORDS: Final = 4
_CLAUSE: Final = 2.0  # for all words of the statement's clause
_SENTENCE: Final = 1.5  # for all words of its sentence
_CONTEXT: Final = 0.5  # of that, where they stand in the sentence before
_SAME_FIRM: Final = 1.0
_OTHER_FIRM: Final = -1.5
_SAME_METRIC: Final = 1.0
_OTHER_METRIC: Final = -0.8
_OTHER_MEASURE: Final = -1.5
_SAME_WAY: Final = 0.8
_ONE_WAY: Final = -0.4
_SAME_PART: Final = 0.4
_OTHER_PART: Final = -0.5
_SWAPPED: Final = 2.0  # the same digits in another order
_UNSAID: Final = -0.8
_SLIP: Final = 1.4  # the same digits at another scale
_OTHER_SORT: Final = -0.8  # an age for a length of time
_LEAD: Final = 1.0  # an article says first what it is about
_SAME_TIME: Final = 0.5
_CLOSE: Final = 0.8
_LOOKED_AT: Final = 30  # figures that do not agree
_TWICE: Final = math.log10(2)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of an article, what it says of the summary's, and what tells the two apart."""

    stated: Stated
    says: Says
    points: float
    apart: tuple[Apart, ...]


def candidates(claim: Stated, passages: Iterable[Passage], evidence: Evidence) -> list[Candidate]:
    """Every figure of the passages in a unit that fits, the surest first."""
    found = [
        (likeness(claim, stated, evidence), stated)
        for passage in passages
        for stated in passage.stated
        if comparable(claim.figure, stated.figure)
    ]
    found.sort(key=lambda pair: (-pair[0], pair[1].passage.doc_id, pair[1].start))
    kept: list[Candidate] = []
    for points, stated in found:
        says = _says(claim.figure, stated.figure)
        if says != "agrees" and _age_and_length(claim.figure, stated.figure):
            continue
        if len(kept) < _LOOKED_AT or says == "agrees":
            kept.append(Candidate(stated, says, points, tuple(apart(claim, stated))))
    return kept


def candidate(claim: Stated, stated: Stated, evidence: Evidence) -> Candidate:
    """The pair, judged."""
    says = _says(claim.figure, stated.figure)
    differences = tuple(apart(claim, stated))
    return Candidate(stated, says, likeness(claim, stated, evidence), differences)


def _says(ours: Figure, theirs: Figure) -> Says:
    """What a figure says of another; where one leaves out what its price is for, both count as they are printed."""
    return holds(*_in_one_unit(ours, theirs))


def middles(ours: Figure, theirs: Figure) -> tuple[float | None, float | None]:
    """Two figures as numbers that can be compared."""
    one, other = _in_one_unit(ours, theirs)
    return one.stated.middle, other.stated.middle


def _in_one_unit(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    if one.sort == other.sort == "amount" and _unsaid(one, other):
        return as_printed(one), as_printed(other)
    return one, other


def comparable(one: Figure, other: Figure) -> bool:
    """Units that fit; a bare number may be a count of what its words name."""
    if one.sort != other.sort:
        return False
    if _kind(one) == _kind(other):
        return True
    if _unsaid(one, other):
        return True
    if _yearly(one) and _yearly(other) and one.dimension.removesuffix("/year") == other.dimension.removesuffix("/year"):
        return True
    return {one.dimension, other.dimension} <= {"", "item"} or _bare(one, other) or _bare(other, one)


def _age_and_length(one: Figure, other: Figure) -> bool:
    """True of somebody's age and a length of time: where they are not equal, the one says nothing of the other."""
    return one.dimension == other.dimension == "year" and one.aged != other.aged


def _bare_length(one: Figure, other: Figure) -> bool:
    return one.dimension == "" and other.dimension == "year" and not other.aged


def _anagrams(one: str, other: str) -> bool:
    """True of 31,054 and 30,154: the same digits in another order."""
    first, second = (re.sub(r"\D", "", quote) for quote in (one, other))
    return len(first) > 2 and first != second and sorted(first) == sorted(second)


def _kind(figure: Figure) -> str:
    return figure.dimension.removesuffix("/item")


def _unsaid(one: Figure, other: Figure) -> bool:
    """True where one leaves out what its price is for: *10 cents a watt*, and *$0.10*."""
    first, second = one.dimension.split("/"), other.dimension.split("/")
    below = {*first[1:], *second[1:]}
    return (
        first[0] == second[0] and len(first) != len(second) and 1 in (len(first), len(second)) and "year" not in below
    )


def _yearly(figure: Figure) -> bool:
    return figure.yearly or figure.dimension.endswith("/year")


def _bare(bare: Figure, figure: Figure) -> bool:
    return bare.dimension == "" and (figure.dimension in ("rating", "point", "year"))


def likeness(claim: Stated, stated: Stated, evidence: Evidence) -> float:
    """Points for everything that makes the two one thing; their values hardly count."""
    ours, theirs = claim.figure, stated.figure
    points = _nouns(ours, theirs) + (_UNSAID if _unsaid(ours, theirs) else 0.0)
    points += _A_WORD * min(len(ours.near & theirs.near), _MOST_WORDS)
    points += _CLAUSE * evidence.shared(claim.about, stated.about)
    points += _SENTENCE * _sentence(claim, stated, evidence)
    points += _OTHER_SORT if _age_and_length(ours, theirs) or _bare_length(ours, theirs) else 0.0
    points += _LEAD / (1 + stated.passage.place)
    points += _claims(claim, stated) + _parts(claim, stated)
    return points + _values(ours, theirs)


def _nouns(one: Figure, other: Figure) -> float:
    if one.noun is None and other.noun is None:
        return 0.0
    if one.noun == other.noun or one.noun in other.near or other.noun in one.near:
        return _SAME_NOUN
    return _OTHER_NOUN if one.noun and other.noun else 0.0


def _sentence(claim: Stated, stated: Stated, evidence: Evidence) -> float:
    here = evidence.shared(claim.passage.words, stated.passage.words)
    before = stated.passage.before
    return here + (
        _CONTEXT * evidence.shared(claim.passage.words - stated.passage.words, before.words) if before else 0
    )


def _claims(claim: Stated, stated: Stated) -> float:
    """What the two claims know of firm, metric and measure."""
    if claim.reading is None or stated.reading is None:
        return 0.0
    ours, theirs = claim.reading.claim, stated.reading.claim
    points = 0.0
    if ours.firm and theirs.firm:
        firms = {name_key(theirs.firm), name_key(theirs.counterparty)}
        points += _SAME_FIRM if name_key(ours.firm) in firms else _OTHER_FIRM
    if "other" not in (ours.metric, theirs.metric):
        points += _SAME_METRIC if same_metric(ours.metric, theirs.metric) else _OTHER_METRIC
    return points + (_OTHER_MEASURE if ours.measure != theirs.measure else 0.0)


def _parts(claim: Stated, stated: Stated) -> float:
    points = 0.0
    if claim.way and stated.way:
        points += _SAME_WAY if claim.way == stated.way else 0.0
    elif claim.way or stated.way:
        points += _ONE_WAY
    if claim.part and stated.part:
        points += _SAME_PART if claim.part == stated.part else _OTHER_PART
    if claim.when and claim.when == stated.when:
        points += _SAME_TIME
    return points


def _values(one: Figure, other: Figure) -> float:
    """A little for nearness, and for the same digits at another scale: that is how slips look."""
    first, second = middles(one, other)
    if first is None or second is None or first * second <= 0 or one.sort != "amount":
        return 0.0
    if _anagrams(one.quote, other.quote):
        return _SWAPPED
    orders = abs(math.log10(first / second))
    if round(orders) and math.isclose(orders, round(orders), abs_tol=1e-6):
        return _SLIP if one.dimension not in ("percent", "item", "") or orders > 1.5 else 0.0
    return _CLOSE * max(0.0, 1 - orders / _TWICE)
