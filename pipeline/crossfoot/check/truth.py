"""Whether a figure of an article makes a figure of the summary true: printed intervals, bounds and ranges."""

from __future__ import annotations

import re
from typing import Final, Literal

from crossfoot.reconcile.measurement import half_unit
from crossfoot.reconcile.statements.figures import Figure
from crossfoot.values.intervals import Interval

Says = Literal["agrees", "conflicts", "leaves open"]
_EPSILON: Final = 1e-9
_WIDE: Final = 4.0  # and one that a figure exceeds by so much is about something else
_LOOSE: Final = 2.0  # a bound that lies further off than this says too little


def holds(claim: Figure, evidence: Figure) -> Says:
    """What `evidence` says of `claim`; both are figures of one thing in one unit."""
    if claim.sort != "amount" or evidence.sort != "amount":
        return "agrees" if claim.stated == evidence.stated else "conflicts"
    if claim.closed:
        return _of_closed(claim, evidence)
    return _of_bound(claim, evidence)


def _of_closed(claim: Figure, evidence: Figure) -> Says:
    low, high = claim.stated.low, claim.stated.high
    if not evidence.closed:
        edge = evidence.stated.middle
        if edge is None:
            return "leaves open"
        if claim.bound == "!":
            return "conflicts"
        if low != high and claim.change is None:
            return "leaves open"  # `up to 15 years` is no `3 to 15 years`
        if within(edge, claim.allowed):
            return "agrees"
        return (
            "leaves open" if claim.allowed.meets(evidence.stated) and _near(edge, claim.stated.middle) else "conflicts"
        )
    if evidence.stated.low != evidence.stated.high:
        return _of_range(claim, evidence)
    value = evidence.stated.low
    if value is None or low is None or high is None:
        return "leaves open"
    if low != high and claim.change is None:  # `widened from 40% to 42%` is no range
        return "leaves open" if within(value, claim.allowed) else "conflicts"  # a point makes no range true
    if within(value, claim.allowed):
        return "agrees" if not _leans_apart(claim, evidence) else "conflicts"
    if low == high and digits(claim.quote) > digits(evidence.quote) and claim.allowed.meets(evidence.allowed):
        return "leaves open"  # false precision: the article's figure is the rounder one
    return "conflicts"


def _of_range(claim: Figure, evidence: Figure) -> Says:
    """A range is met by its own ends; a figure in the middle of one is left open."""
    if claim.stated.low != claim.stated.high:
        ends = (
            (claim.stated.low, claim.allowed.low, evidence.stated.low),
            (claim.stated.high, claim.allowed.high, evidence.stated.high),
        )
        return "agrees" if all(_end_meets(*end) for end in ends) else "conflicts"
    middle, value = evidence.stated.middle, claim.stated.low
    if middle is not None and within(middle, claim.allowed):
        return "agrees"
    if value is not None and within(value, evidence.stated) and claim.bound == "~":
        return "agrees"
    return "leaves open" if claim.allowed.meets(evidence.stated) else "conflicts"


def _end_meets(printed: float | None, allowed: float | None, value: float | None) -> bool:
    if printed is None or allowed is None or value is None:
        return printed is value
    room = abs(printed - allowed) + abs(printed) * _EPSILON
    return abs(value - printed) <= room


def _of_bound(claim: Figure, evidence: Figure) -> Says:
    edge = claim.stated.middle
    if edge is None:
        return "leaves open"
    if not evidence.closed:
        return _bound_of_bound(claim, evidence, edge)
    low, high = evidence.stated.low, evidence.stated.high
    if low is None or high is None:
        return "leaves open"
    slack = abs(edge) * _EPSILON
    strict = claim.bound in "<>"
    if not _near(edge, evidence.stated.middle, within_factor=_WIDE):
        return "leaves open"
    if evidence.bound == "~" and low == high and not _touches(evidence.allowed, claim.stated):
        inside = _inside(evidence.allowed, claim.stated)
        return "agrees" if inside else "leaves open"
    if claim.stated.high is None:
        holds_all = low > edge + slack if strict else low >= edge - slack
    else:
        holds_all = high < edge - slack if strict else high <= edge + slack
        if low != high:  # `up to 200` for a range of 200 to 300
            holds_all = abs(high - edge) <= slack or (strict and high < edge)
    if holds_all:
        return "agrees"
    return "conflicts"


def _inside(one: Interval, other: Interval) -> bool:
    above = other.low is None or (one.low is not None and one.low >= other.low)
    return above and (other.high is None or (one.high is not None and one.high <= other.high))


def _bound_of_bound(claim: Figure, evidence: Figure, edge: float) -> Says:
    other = evidence.stated.middle
    if other is None:
        return "leaves open"
    if (claim.stated.low is None) != (evidence.stated.low is None):
        return "conflicts" if _near(edge, other) or not claim.stated.meets(evidence.stated) else "leaves open"
    if abs(edge - other) <= half_unit(edge):
        return "agrees"
    looser = edge <= other if claim.stated.high is None else edge >= other
    return "leaves open" if looser and _near(edge, other) else "conflicts"


def _touches(one: Interval, other: Interval) -> bool:
    """True where two intervals have no more than an end in common, or nothing."""
    return not one.meets(other) or one.high == other.low or one.low == other.high


def _leans_apart(claim: Figure, evidence: Figure) -> bool:
    """`Nearly 460` and `just over 460`: the intervals have only the figure itself in common."""
    if claim.bound != "~" or evidence.bound != "~":
        return False
    low, high = claim.allowed.low, claim.allowed.high
    return low is not None and high is not None and _touches(claim.allowed, evidence.allowed) and low < high


def within(value: float, interval: Interval) -> bool:
    """True where a value lies in a closed interval, but for rounding."""
    slack = abs(value) * _EPSILON
    above = interval.low is None or value >= interval.low - slack
    return above and (interval.high is None or value <= interval.high + slack)


def digits(quote: str) -> int:
    """How many digits a figure prints, leading and trailing zeros of whole numbers left out."""
    found = re.findall(r"\d[\d,]*(?:\.\d+)?", quote)
    if not found:
        return 1
    number = max(found, key=len).replace(",", "")
    number = number if "." in number else number.rstrip("0")
    return len(number.replace(".", "").lstrip("0")) or 1


def _near(one: float, other: float | None, *, within_factor: float = _LOOSE) -> bool:
    if other is None or one * other <= 0:
        return one == other
    return 1 / within_factor <= one / other <= within_factor
