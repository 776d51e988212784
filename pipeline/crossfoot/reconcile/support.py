"""How sure it is that two figures are about one thing, in points, from what they share."""

from __future__ import annotations

from typing import Final

from crossfoot.reconcile import metrics, words
from crossfoot.reconcile.dates import compare as compare_days
from crossfoot.reconcile.measurement import dimension
from crossfoot.reconcile.periods_apart import one_deadline
from crossfoot.reconcile.reading import Reading

_SAME_STORY_DAYS: Final = 2
_SAME_THINGS: Final = 0.5  # consumers and customers: people all
_ONE_COUNT: Final = 3.0  # an equal count of one kind of things in one place
_LINES_OF_A_LIST: Final = 0.5
_FEWEST: Final = 3  # words; of fewer a share says little
_CLOSE_TOGETHER: Final = 400  # characters
_SMALL_COUNT: Final = 10
_CROWDED: Final = 0.75
_ORDER: Final = 6.0
_ANOTHER_ORDER: Final = 1.0


def supported(one: Reading, other: Reading) -> float:
    """How sure it is that two figures are about one thing, from what they share; flags need two points."""
    days = compare_days(one.when, other.when)
    many = one.claim.metric in metrics.families().many_valued
    points = 2.5 * shared_words(one, other) + 2.0 * shared_beside(one, other)
    points += 2.0 if days == "same" or one_deadline(one, other) else 0.5
    points += 0.5 if days == "unknown" and _same_story(one, other) else 0.0
    points += -1.0 if many else 1.0 if one.claim.metric in metrics.families().standing else 0.5
    points += 1.5 if same_moment(one, other) else 0.0
    same_things = (one.counts is not None and one.counts == other.counts) or (
        one.spent_on is not None and one.spent_on == other.spent_on
    )
    points += _SAME_THINGS if same_things else 0.0
    points += 1.0 if one.dimension.count("/") > 1 else 0.0
    points += 1.0 if one.counterparty and other.counterparty else 0.0
    points -= in_one_text(one, other)
    points -= 1.5 if one.claim.metric == "other" or (one.firm is None and not one.names & other.names) else 0.0
    points -= 0.5 if one.claim.metric != other.claim.metric and not same_things else 0.0
    return points


def _same_story(one: Reading, other: Reading) -> bool:
    """True where both articles give their day, and these lie close together."""
    if one.published is None or other.published is None or one.claim.doc_id == other.claim.doc_id:
        return False
    return abs(one.published - other.published) <= _SAME_STORY_DAYS


def in_one_text(one: Reading, other: Reading) -> float:
    """Figures that stand close together in one text are a list of different things; a repeat stands far off."""
    if one.claim.doc_id != other.claim.doc_id:
        return 0.0
    return 4.0 if abs(one.claim.start - other.claim.start) < _CLOSE_TOGETHER else 1.0


def shared_words(one: Reading, other: Reading) -> float:
    """Share of the shorter sentence's content words that the other sentence has too."""
    fewer = min(len(one.words), len(other.words))
    return len(one.words & other.words) / max(fewer, _FEWEST)


def shared_beside(one: Reading, other: Reading) -> float:
    """Share of the words right beside one figure that stand beside the other too."""
    fewer = min(len(one.nearest), len(other.nearest))
    return len(one.nearest & other.nearest) / max(fewer, _FEWEST)


def alike_but_for_a_word(one: Reading, other: Reading) -> bool:
    """True of two lines of an article's list: *sales of vans rose*, *sales of lorries rose*, and so on."""
    if not max(one.crowd, other.crowd):
        return False
    own = (one.nearest & one.words) - other.words
    others_own = (other.nearest & other.words) - one.words
    return bool(own and others_own) and shared_beside(one, other) >= _LINES_OF_A_LIST


def sameness(one: Reading, other: Reading) -> float:
    """What the value itself adds for an agreement: a figure of many digits is seldom equal by chance."""
    ends = {end for end in (one.claim.value_low, one.claim.value_high) if end is not None}
    others = {end for end in (other.claim.value_low, other.claim.value_high) if end is not None}
    factor, other_factor = dimension(one.claim.unit).factor, dimension(other.claim.unit).factor
    shared = {float(f"{end * factor:.9g}") for end in ends} & {float(f"{end * other_factor:.9g}") for end in others}
    if not shared:
        return 0.0
    digits = max(len(f"{abs(end):.9e}".split("e")[0].replace(".", "").rstrip("0")) for end in shared)
    if one.counts is not None and one.counts == other.counts and one.scopes and one.scopes == other.scopes:
        return _ONE_COUNT
    small = max(abs(end) for end in shared) < _SMALL_COUNT and "/" not in one.dimension
    return 0.0 if small and digits < 2 else 1.5 if digits < 3 else 2.0


def doubted(one: Reading, other: Reading) -> float:
    """What speaks against two figures that do not meet being one thing after all."""
    order = _ANOTHER_ORDER if another_order(one, other) else 0.0
    return order + _CROWDED * min(max(one.crowd, other.crowd), 4)


def another_order(one: Reading, other: Reading) -> bool:
    """Figures of another order of magnitude are seldom one thing, unless their digits agree and the scale slipped."""
    first, second = one.interval.middle, other.interval.middle
    if not first or not second or first * second < 0:
        return False
    if f"{abs(first):.1e}"[:3] == f"{abs(second):.1e}"[:3]:
        return False
    ends = [[abs(end) for end in (reading.low, reading.high) if end] for reading in (one.interval, other.interval)]
    lesser, greater = sorted(ends, key=min)
    return min(greater) / max(lesser) > _ORDER


def same_moment(one: Reading, other: Reading) -> bool:
    """The same low, high or close of the same day."""
    return compare_days(one.when, other.when) == "same" and one_name_of_moment(one, other)


def one_name_of_moment(one: Reading, other: Reading) -> bool:
    """The same low, high or close, of whatever day."""
    moment = one.answer("moment")
    return moment is not None and moment == other.answer("moment") and words.answers()["moment", moment].fixed


def named_session(reading: Reading) -> bool:
    """True where the words name the session that a move belongs to, and not a moment in it."""
    moment = reading.answer("moment")
    return moment is not None and words.answers()["moment", moment].session
