"""Compares two figures: first whether they are about one thing, then by value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from crossfoot.reconcile import metrics
from crossfoot.reconcile.apart import Apart
from crossfoot.reconcile.comparability import apart
from crossfoot.reconcile.dates import STORY_DAYS, near
from crossfoot.reconcile.movement import opposed
from crossfoot.reconcile.named_parts import parts_apart
from crossfoot.reconcile.quoting import quoted
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.support import (
    alike_but_for_a_word,
    doubted,
    in_one_text,
    named_session,
    one_name_of_moment,
    same_moment,
    sameness,
    shared_beside,
    shared_words,
    supported,
)
from crossfoot.records import FindingKind, Status
from crossfoot.values.intervals import Interval

_FLAG_SUPPORT: Final = 2.0
_AGREE_SUPPORT: Final = 1.0
_UNSURE_PART: Final = 1.0  # only one of two equal figures says that it is a part, or of another definition
_FAR_FROM_BOUND: Final = 2.0  # a bound says nothing of a figure twice as large
_NO_ROOM: Final = 1e-6  # of the narrower interval; arithmetic on floats may leave as much
_FORECASTS: Final = frozenset({"estimated", "projected", "hypothetical"})
_TOLD_AGAIN: Final = 0.8  # of the shorter sentence's words
_REPEATED: Final = 0.6  # words beside two figures that make one statement of them
_EVEN_IF_EQUAL: Final = frozenset({"contrast", "version"})  # worth saying even where the printed intervals meet
_TO_THE_DIGIT: Final = frozenset({"version", "period"})
_PLAIN_IN_ONE_TEXT: Final = frozenset({"period", "scope", "metric", "named_period"})


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

    @property
    def pair(self) -> frozenset[str]:
        """The two claim_ids."""
        return frozenset((self.one.claim.claim_id, self.other.claim.claim_id))


def compare(one: Reading, other: Reading) -> Comparison | None:
    """What two figures say of each other, or None where no finding needs to mention them."""
    if one.order > other.order:
        one, other = other, one
    if one.interval.vague or other.interval.vague or one.claim.kind != "figure" or other.claim.kind != "figure":
        return None
    difference = told_apart(one, other)
    if difference is not None and difference.kind is None:
        return None
    meets = meet(one, other)
    if difference is not None and not (meets and _may_be_one(one, other, difference)):
        return _explained(one, other, difference, meets=meets)
    support = supported(one, other)
    if not meets:
        return _apart_in_value(one, other, support)
    same = sameness(one, other)
    if one.sentence_key == other.sentence_key and not same:
        return None  # `up as much as 9%, last 7%`: set side by side because they are two
    support += same - (_UNSURE_PART if difference is not None else 0.0)
    support += min(in_one_text(one, other), 3.0)  # nearness tells different figures apart, not equal ones
    if support < _AGREE_SUPPORT or not _bounds_tell(one, other):
        return None
    return Comparison(one, other, "agree", "corroboration", "value", "", support, 0.0)


def told_apart(one: Reading, other: Reading) -> Apart | None:
    """What tells two figures apart; of one statement told twice, as in a text and its caption, either may leave out which
    part it is about."""
    found = apart(one, other)
    if found is not None and found.one_sided and found.level == "scope" and shared_words(one, other) >= _TOLD_AGAIN:
        return None
    return found


def meet(one: Reading, other: Reading) -> bool:
    """True where both figures can be right. Neighbours only touch (4.2% ends where 4.3% begins), and so do `more than
    4 million` and `fewer than 4 million`: that is no agreement."""
    first, second = one.interval, other.interval
    return first.meets(second) and not _digits_touch(first, second) and not _bounds_touch(one, other)


def _digits_touch(first: Interval, second: Interval) -> bool:
    """True of two printed intervals that have no more than an end in common."""
    if first.low is None or first.high is None or second.low is None or second.high is None:
        return False
    narrower = min(first.high - first.low, second.high - second.low)
    shared = min(first.high, second.high) - max(first.low, second.low)
    return narrower > 0 and shared <= _NO_ROOM * narrower


def _bounds_touch(one: Reading, other: Reading) -> bool:
    return any(
        below.interval.high is not None
        and below.interval.high == above.interval.low
        and (below.claim.bound in "<>" or above.claim.bound in "<>")
        and (below.interval.low is None or above.interval.high is None)
        for below, above in ((one, other), (other, one))
    )


def _may_be_one(one: Reading, other: Reading, difference: Apart) -> bool:
    """Equal figures of which only one says more are one after all; an earlier version that differs is not, nor is a sum
    of some period that only lies near."""
    if difference.level == "version" and "earlier" not in (one.answer("version"), other.answer("version")):
        return True  # `now expects` is said of the figure that another text gives plainly
    return difference.one_sided and (difference.level not in _TO_THE_DIGIT or one.claim.value == other.claim.value)


def _explained(one: Reading, other: Reading, difference: Apart, *, meets: bool) -> Comparison | None:
    """Two figures that differ, or seem to, for a reason that the texts give."""
    if meets and difference.level not in _EVEN_IF_EQUAL:
        return None
    if difference.kind is None or not _would_be_confronted(one, other, difference):
        return None
    support, gap = supported(one, other), distance(one.interval, other.interval)
    return Comparison(one, other, "explain", difference.kind, difference.level, difference.reason, support, gap)


def _apart_in_value(one: Reading, other: Reading, support: float) -> Comparison | None:
    """Two figures of one thing that do not meet."""
    if one.sentence_key == other.sentence_key:
        return None  # a writer who sets two figures side by side knows that they differ
    if one.claim.doc_id == other.claim.doc_id and alike_but_for_a_word(one, other):
        return None
    first, second = one.claim, other.claim
    gap = distance(one.interval, other.interval)
    if _two_moments(one, other, gap):
        reason = "the price moves through the day, and the texts do not name one moment"
        return Comparison(one, other, "explain", "period_difference", "moment", reason, support, gap)
    if _replaced(one, other) and support >= _FLAG_SUPPORT:
        earlier, later = sorted((one, other), key=lambda reading: reading.published or 0)
        reason = f"{quoted(later)} is told later, and may be what became of {quoted(earlier)}"
        return Comparison(one, other, "explain", "revision", "later", reason, support, gap)
    support -= doubted(one, other)
    if support < _FLAG_SUPPORT:
        return None
    if _houses(one, other):
        reason = f"{first.source} and {second.source} each give their own estimate"
        return Comparison(one, other, "flag", "source_divergence", "value", reason, support, gap)
    of_parts = parts_apart(one, other)
    if of_parts is not None:
        return Comparison(one, other, "explain", "scope_difference", "named part", of_parts, support, gap)
    if opposed(one, other):
        return Comparison(one, other, "flag", "direction_conflict", "direction", "", support, gap)
    return Comparison(one, other, "flag", "value_conflict", "value", "", support, gap)


def _replaced(one: Reading, other: Reading) -> bool:
    """True of two figures for one period that are told weeks apart, and that whoever gave the first may have changed since:
    a statistic, a forecast, the terms of a plan."""
    if one.published is None or other.published is None or abs(one.published - other.published) <= STORY_DAYS:
        return False
    first, second = one.claim, other.claim
    if first.source and second.source and first.source.casefold() != second.source.casefold():
        return False
    if first.metric in metrics.families().revised | metrics.families().planned:
        return True
    return first.modality in _FORECASTS and second.modality in _FORECASTS


def _two_moments(one: Reading, other: Reading, gap: float) -> bool:
    """Prices of one day that may have been read off at two moments."""
    if one.claim.metric not in metrics.families().running or same_moment(one, other):
        return False
    if one.claim.doc_id == other.claim.doc_id:
        return shared_beside(one, other) < _REPEATED
    if one.claim.measure == "change":
        if one_name_of_moment(one, other) or (opposed(one, other) and named_session(one) and named_session(other)):
            return False
        return one.answer("moment") is not None and other.answer("moment") is not None
    return gap <= metrics.families().drift


def _houses(one: Reading, other: Reading) -> bool:
    first, second = one.claim, other.claim
    if not first.source or not second.source or first.source.casefold() == second.source.casefold():
        return False
    return first.modality in _FORECASTS and second.modality in _FORECASTS


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


def _would_be_confronted(one: Reading, other: Reading, difference: Apart) -> bool:
    """Explained are only pairs that a hurried reader would set against each other: of one story, and not of one text
    whose author plainly tells the one from the other."""
    if difference.level == "contrast":
        return True
    if one.claim.doc_id == other.claim.doc_id and difference.level in _PLAIN_IN_ONE_TEXT:
        return False
    if not near(one.published, other.published, STORY_DAYS):
        return False
    if one.claim.metric == "other" and shared_words(one, other) < 0.5:
        return False
    return one.claim.metric not in metrics.families().many_valued or supported(one, other) >= 0.0
