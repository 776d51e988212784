"""What formulas compute with: the intervals of claims in base units, percentages as fractions, several claims added up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from crossfoot.reconcile.measurement import dimension, half_unit
from crossfoot.reconcile.reading import Reading
from crossfoot.values.intervals import Interval

_PERCENT: Final = 0.01  # in formulas a percentage is a fraction


def operand(readings: Sequence[Reading]) -> Interval | None:
    """The interval that formulas use, in base units; several claims are added up, and a bound counts as its figure."""
    total: Interval | None = None
    for reading in readings:
        interval = _closed(reading)
        if interval is None:
            return None
        total = interval if total is None else Interval(_sum(total.low, interval.low), _sum(total.high, interval.high))
    return total


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _closed(reading: Reading) -> Interval | None:
    low, high = reading.stated.low, reading.stated.high
    if low is None or high is None:
        edge = reading.stated.middle
        if edge is None:
            return None
        low, high = edge - half_unit(edge), edge + half_unit(edge)
    return Interval(low, high).scaled(scale(reading))


def scale(reading: Reading) -> float:
    """The factor from the claim's unit to the unit of formulas."""
    measured = dimension(reading.claim.unit)
    return measured.factor * (_PERCENT if measured.name == "percent" else 1.0)


def said(readings: Sequence[Reading]) -> Interval | None:
    """As `operand`, by the figures as they are stated: what a reader would put into the sum."""
    total: Interval | None = None
    for reading in readings:
        claim = reading.claim
        ends = [end for end in (claim.value_low, claim.value_high, claim.value) if end is not None][:2]
        if not ends or reading.interval.vague:
            return None
        interval = Interval(min(ends[0], ends[-1]), max(ends[0], ends[-1])).scaled(scale(reading))
        total = interval if total is None else Interval(_sum(total.low, interval.low), _sum(total.high, interval.high))
    return total
