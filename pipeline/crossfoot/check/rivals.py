"""Figures of articles that say otherwise than the summary: which of them bear on it, and which beat an equal one."""

from __future__ import annotations

import math
from typing import Final

from crossfoot.check.candidates import Candidate, middles
from crossfoot.check.passages import Stated
from crossfoot.reconcile.comparison import told_apart
from crossfoot.reconcile.metrics import same_metric

_A_RIVAL: Final = 0.6  # points by which a figure that says otherwise beats an equal one
_SURE: Final = 3.5  # points of a pair that cannot well be two things
_SAME: Final = 1.0
_A_YEAR: Final = 366  # days
_OF_ITS_TIME: Final = 0.5  # points by which a figure of the very time that is named may lag behind an undated one
_ORDERS: Final = 1.3
_BESIDE: Final = 0.2  # the same in one sentence, where the two are told apart by their own words alone
SAME_THING: Final = 2.4  # points from which on two figures are one thing


def of_another_thing(claim: Stated, one: Candidate) -> bool:
    """True of a figure of another time, source, firm, ...: it does not contradict. One that goes the other way does."""
    if _change_and_level(claim, one.stated) or _from_two_starts(claim, one.stated):
        return True
    return any(apart.level not in ("direction", "part", "subject") or apart.named for apart in one.apart)


def _change_and_level(claim: Stated, stated: Stated) -> bool:
    """True of how much a sum grew by and how much it is; percentages are told either way."""
    known = claim.reading and stated.reading
    if not known or claim.figure.dimension in ("percent", "percentage_point", "item", "", "x", "year"):
        return False
    return claim.part == "by" and claim.reading.measure == "change" and stated.reading.measure == "level"  # type: ignore[union-attr]


def _from_two_starts(claim: Stated, stated: Stated) -> bool:
    """True of 70% below a peak and of 14% on the day: two movements from two starting points."""
    if claim.figure.dimension != "percent" or claim.reading is None or stated.reading is None:
        return False
    difference = told_apart(claim.reading, stated.reading)
    return difference is not None and difference.level == "window"


def of_another_firm(one: Candidate) -> bool:
    """True of a figure that the articles give for a firm of another name."""
    return any(apart.level == "subject" for apart in one.apart)


def of_another_kind(claim: Stated, one: Candidate, clean: list[Candidate]) -> bool:
    """True of another article's figure by another definition or of a part, though only one of the two says so: a core
    inflation of 3.1%, which an article gives, and 2.9%."""
    if claim.reading is None or one.stated.reading is None:
        return False
    if not clean or one.stated.passage.doc_id == clean[0].stated.passage.doc_id:
        return False
    difference = told_apart(claim.reading, one.stated.reading)
    return difference is not None and difference.kind in ("basis_difference", "scope_difference")


def far(claim: Stated, one: Candidate) -> bool:
    """True of figures so unlike that nobody would take one for the other; a slip of scale is not one of these."""
    ours, theirs = middles(claim.figure, one.stated.figure)
    if not ours or not theirs or claim.figure.sort != "amount":
        return False
    orders = abs(math.log10(abs(ours / theirs)))
    slip = math.isclose(orders, round(orders), abs_tol=0.02) and one.points >= _SURE
    return orders > _ORDERS and not slip


def slipped(claim: Stated, one: Candidate) -> bool:
    """True of the same digits at another scale, said of the same thing."""
    ours, theirs = middles(claim.figure, one.stated.figure)
    if not ours or not theirs or ours * theirs < 0 or one.points < SAME_THING:
        return False
    orders = math.log10(ours / theirs)
    return round(orders) != 0 and math.isclose(orders, round(orders), abs_tol=1e-6)


def told_of_it(claim: Stated, clean: list[Candidate], one: Candidate) -> bool:
    """True of the very figure that the summary speaks of by its basis or its year (*adjusted profit*, *in 2023*), where the
    equal ones are said of none: of another basis or of today."""
    ours, theirs = claim.reading, one.stated.reading
    if (
        ours is None
        or theirs is None
        or one.points < SAME_THING
        or not same_metric(ours.claim.metric, theirs.claim.metric)
    ):
        return False
    equal = [each.stated for each in clean]
    basis = ours.answer("definition")
    if basis and basis == theirs.answer("definition"):
        return not any(each.reading and each.reading.answer("definition") == basis for each in equal)
    last = claim.when.last if claim.when and claim.when == one.stated.when else None
    return last is not None and all(_of_today(each, last) for each in equal)


def _of_today(stated: Stated, last: int) -> bool:
    """True of a figure without a time in an article that came out more than a year after a day."""
    day = stated.reading.published if stated.reading else None
    return stated.when is None and day is not None and day - last > _A_YEAR


def two_stories(ours: Candidate, rival: Candidate, found: list[Candidate]) -> bool:
    """True where another article, which does not give this figure, gives a near one for the same thing."""
    document = rival.stated.passage.doc_id
    if document == ours.stated.passage.doc_id:
        return False
    known = _of_one_thing(ours, rival)
    enough = SAME_THING if known else _SURE
    if known is False or rival.points < enough or ours.points < enough:
        return False
    if (rival.points < ours.points - _SAME and not known) or rival.stated.figure.bound != "=":
        return False
    return not any(one.says == "agrees" and one.stated.passage.doc_id == document for one in found)


def _of_one_thing(one: Candidate, other: Candidate) -> bool | None:
    """Whether the claims of two articles' figures are of one firm, metric, period and kind; None where they do not tell."""
    first, second = one.stated.reading, other.stated.reading
    if first is None or second is None:
        return None
    difference = told_apart(first, second)
    if difference is None:
        return True if first.firm and first.claim.metric != "other" else None
    return False if difference.kind is not None else None


def beaten(claim: Stated, ours: Candidate, rival: Candidate | None) -> bool:
    if rival is None:
        return False
    if rival.stated.figure.stated.middle == ours.stated.figure.stated.middle:  # the very figure under another bound
        return rival.points >= ours.points - _SAME
    if claim.when and rival.stated.when == claim.when and ours.stated.when is None and _of_one_metric(claim, rival):
        return rival.points >= ours.points - _OF_ITS_TIME
    beside = rival.stated.passage is ours.stated.passage
    return rival.points >= ours.points + (_BESIDE if beside else _A_RIVAL)


def _of_one_metric(claim: Stated, one: Candidate) -> bool:
    ours, theirs = claim.reading, one.stated.reading
    return ours is not None and theirs is not None and same_metric(ours.claim.metric, theirs.claim.metric)
