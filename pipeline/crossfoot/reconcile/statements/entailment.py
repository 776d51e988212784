"""What one figure says of another: it makes it true, it cannot stand beside it, or it leaves it open."""

from __future__ import annotations

from typing import Final, Literal

from crossfoot.reconcile.statements.figures import Figure
from crossfoot.values.intervals import Interval

Says = Literal["agrees", "conflicts", "leaves open"]
_NEAR: Final = 1.6  # two bounds, or a bound and a figure, further apart than this tell nothing of each other
_EPSILON: Final = 1e-9
_TOUCH: Final = 1e-6  # of the narrower figure; less in common is an end in common


def says(one: Figure, other: Figure) -> Says:
    """What `one` says of `other`, whose subject and unit are the same."""
    if one.sort != "amount" or other.sort != "amount":
        return "agrees" if one.stated == other.stated else "conflicts"
    if one.closed and other.closed:
        return "agrees" if _meet(one.allowed, other.allowed) else "conflicts"
    if one.closed:
        return _figure_of_bound(one, other)
    if other.closed:
        return _bound_of_figure(one, other)
    return _bound_of_bound(one, other)


def _meet(one: Interval, other: Interval) -> bool:
    """True where two printed figures can be one; those that only touch cannot."""
    if not one.meets(other):
        return False
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return True
    shared = min(one.high, other.high) - max(one.low, other.low)
    width = min(one.high - one.low, other.high - other.low)
    return width <= 0 or shared > width * _TOUCH


def _figure_of_bound(figure: Figure, bound: Figure) -> Says:
    """`4.3 million` makes `more than 4 million` true, and `4 million` makes it false."""
    low, high = figure.stated.low, figure.stated.high
    edge = bound.stated.middle
    if low is None or high is None or edge is None:
        return "leaves open"
    strict = bound.bound in "<>"
    slack = abs(edge) * _EPSILON
    if bound.stated.high is None:
        inside, outside = (low > edge + slack if strict else low >= edge - slack), high < edge + slack
    else:
        inside, outside = (high < edge - slack if strict else high <= edge + slack), low > edge - slack
    if figure.bound == "~" and not inside and figure.allowed.meets(bound.stated):
        return "leaves open"
    return "agrees" if inside else "conflicts" if outside or strict else "agrees"


def _bound_of_figure(bound: Figure, figure: Figure) -> Says:
    """`More than 4 million` agrees with 4.3 million, says nothing of 40 million, and does not stand beside 3 million."""
    edge, value = bound.stated.middle, figure.stated.middle
    if edge is None or value is None:
        return "leaves open"
    if not bound.stated.meets(figure.allowed):
        return "conflicts"
    return "agrees" if _near(edge, value) else "leaves open"


def _bound_of_bound(one: Figure, other: Figure) -> Says:
    first, second = one.stated.middle, other.stated.middle
    if first is None or second is None:
        return "leaves open"
    if (one.stated.low is None) == (other.stated.low is None):
        looser = second <= first if one.stated.high is None else second >= first
        if looser:
            return "agrees"
        return "conflicts" if one.stated.high is None and _near(first, second) else "leaves open"
    if not one.stated.meets(other.stated) or (first == second and (one.bound in "<>" or other.bound in "<>")):
        return "conflicts"
    return "agrees" if _near(first, second) else "leaves open"


def _near(one: float, other: float) -> bool:
    if one == other:
        return True
    if one * other <= 0:
        return False
    return 1 / _NEAR <= one / other <= _NEAR
