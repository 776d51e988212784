"""Compares two figures: first whether they are about one thing, then by value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from crossfoot.reconcile import words
from crossfoot.reconcile.comparability import apart
from crossfoot.reconcile.dates import compare as compare_days
from crossfoot.reconcile.reading import Reading
from crossfoot.records import FindingKind, Status
from crossfoot.values.intervals import Interval

_FLAG_SUPPORT: Final = 2.0
_AGREE_SUPPORT: Final = 1.0
_FAR_FROM_BOUND: Final = 2.0  # a bound says nothing of a figure twice as large
_FORECASTS: Final = frozenset({"estimated", "projected", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures and what comparing them says. `gap` is the distance of their intervals over the greater one."""

    one: Reading
    other: Reading
    status: Status
    kind: FindingKind
    level: str
    reason: str
    support: float
    gap: float


def compare(one: Reading, other: Reading) -> Comparison | None:
    """What two figures say of each other, or None where no finding needs to mention them."""
    if one.order > other.order:
        one, other = other, one
    if one.interval.vague or other.interval.vague or one.claim.kind != "figure" or other.claim.kind != "figure":
        return None
    meets = one.interval.meets(other.interval)
    difference = apart(one, other)
    support = supported(one, other)
    gap = distance(one.interval, other.interval)
    if difference is not None:
        if difference.kind is None or (meets and difference.level != "contrast"):
            return None
        if not _would_be_confronted(one, other, support, difference.level):
            return None
        return Comparison(one, other, "explain", difference.kind, difference.level, difference.reason, support, gap)
    if meets:
        if support < _AGREE_SUPPORT or not _bounds_tell(one, other):
            return None
        return Comparison(one, other, "agree", "corroboration", "value", "", support, gap)
    return _apart_in_value(one, other, support, gap)


def _apart_in_value(one: Reading, other: Reading, support: float, gap: float) -> Comparison | None:
    """Two figures of one thing that do not meet."""
    if one.sentence_key == other.sentence_key:
        return None  # a writer who sets two figures side by side knows that they differ
    first, second = one.claim, other.claim
    if _runs(one) and gap <= words.families().drift and not _same_moment(one, other):
        reason = "the price moves through the day, and the texts do not name one moment"
        return Comparison(one, other, "explain", "period_difference", "moment", reason, support, gap)
    if support < _FLAG_SUPPORT:
        return None
    if _houses(one, other):
        reason = f"{first.source} and {second.source} each give their own estimate"
        return Comparison(one, other, "flag", "source_divergence", "value", reason, support, gap)
    return Comparison(one, other, "flag", "value_conflict", "value", "", support, gap)


def _runs(one: Reading) -> bool:
    return one.claim.measure == "level" and one.claim.metric in words.families().running


def _same_moment(one: Reading, other: Reading) -> bool:
    return one.answer("moment") is not None and one.answer("moment") == other.answer("moment")


def _houses(one: Reading, other: Reading) -> bool:
    first, second = one.claim, other.claim
    if not first.source or not second.source or first.source.casefold() == second.source.casefold():
        return False
    return first.modality in _FORECASTS and second.modality in _FORECASTS


def supported(one: Reading, other: Reading) -> float:
    """How sure it is that two figures are about one thing, from what they share; flags need two points."""
    days = compare_days(one.span, other.span)
    many = one.claim.metric in words.families().many_valued
    points = 3.0 * shared_words(one, other)
    points += 2.0 if days == "same" else 0.5
    points += -1.0 if many else 0.5
    points += 1.0 if one.dimension.count("/") > 1 else 0.0
    points += 1.0 if one.counterparty and other.counterparty else 0.0
    points -= 1.5 if one.claim.doc_id == other.claim.doc_id else 0.0
    points -= 1.5 if one.claim.metric == "other" or one.firm is None else 0.0
    points -= 0.5 if one.claim.metric != other.claim.metric else 0.0
    return points


def shared_words(one: Reading, other: Reading) -> float:
    """Share of the shorter sentence's content words that the other sentence has too."""
    fewer = min(len(one.words), len(other.words))
    return len(one.words & other.words) / max(fewer, 4)


def distance(one: Interval, other: Interval) -> float:
    """How far apart two intervals lie, as a share of the greater figure; 0 where they meet."""
    if one.meets(other):
        return 0.0
    below, above = (one, other) if _low(one) < _low(other) else (other, one)
    if below.high is None or above.low is None:
        return 0.0
    greatest = max(abs(end) for end in (one.low, one.high, other.low, other.high) if end is not None)
    return (above.low - below.high) / greatest if greatest else 0.0


def _low(one: Interval) -> float:
    return one.low if one.low is not None else float("-inf")


def _bounds_tell(one: Reading, other: Reading) -> bool:
    """An open bound agrees only with figures near it: `at least 1` says nothing of 50."""
    for bound, figure in ((one.interval, other.interval), (other.interval, one.interval)):
        if bound.low is None or bound.high is None:
            edge, value = bound.middle, figure.middle
            if edge is None or value is None or edge * value <= 0:
                return False
            if not 1 / _FAR_FROM_BOUND <= value / edge <= _FAR_FROM_BOUND:
                return False
    return True


def _would_be_confronted(one: Reading, other: Reading, support: float, level: str) -> bool:
    """Explained are only pairs that a hurried reader would set against each other: of one story, or of one text."""
    if level == "contrast":
        return True
    if one.claim.metric == "other" and shared_words(one, other) < 0.5:
        return False
    if one.claim.metric in words.families().many_valued and support < 0.0:
        return False
    from_one_story = one.published is None or other.published is None or abs(one.published - other.published) <= 7
    return from_one_story
