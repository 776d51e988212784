"""A closed interval with open sides, the shape of every printed figure."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """`low` to `high` in some unit; None on an open side, both None where nothing is known (a vague figure).

    Raises ValueError for a NaN, an infinity, or ends in the wrong order.
    """

    low: float | None
    high: float | None

    def __post_init__(self) -> None:
        for end in (self.low, self.high):
            if end is not None and not math.isfinite(end):
                raise ValueError(f"an interval's end must be finite, not {end}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval's ends are in the wrong order: {self.low} > {self.high}")

    @classmethod
    def point(cls, value: float) -> Interval:
        """The interval that holds one value."""
        return cls(value, value)

    @property
    def vague(self) -> bool:
        """True where neither end is known."""
        return self.low is None and self.high is None

    @property
    def middle(self) -> float | None:
        """The figure as one number: the point, the middle of a range, the bound of an open one."""
        if self.low is None:
            return self.high
        if self.high is None or self.low == self.high:
            return self.low
        return (self.low + self.high) / 2

    def scaled(self, factor: float) -> Interval:
        """Both ends times `factor`; a negative factor swaps them."""
        low = None if self.low is None else self.low * factor + 0.0  # no -0.0
        high = None if self.high is None else self.high * factor + 0.0
        return Interval(low, high) if factor >= 0 else Interval(high, low)

    def meets(self, other: Interval) -> bool:
        """True where some value lies in both; an open side reaches without end."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)
