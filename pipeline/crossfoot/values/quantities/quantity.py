"""The shape of a figure as read from text: Quantity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossfoot.values.intervals import Interval

Bound = Literal["=", "~", ">", ">=", "<", "<="]
Change = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure of a text.

    `start`..`end` are characters of figure, unit and approximator; `figure_start`..`figure_end` leave out the latter.
    `value` is in `unit`, scale words applied; open on one side where the bound says so, on both where the figure is
    vague. A minus sign or accounting brackets make it negative; a verb of falling does not: it sets `change`.
    `printed` is what the printed digits stand for (half a unit of the last one to either side), bounds aside.
    `kind` is the numerator's dimension (money, percent, percentage_point, basis_point, multiple, points, count, age,
    duration, power, energy, mass, volume, length, area, ..., or `number` where neither unit nor noun is written: `unit`
    is "" then). `minor` names the coin where the text counts in coins (`cent`, `penny`), though `value` does not.
    """

    start: int
    end: int
    figure_start: int
    figure_end: int
    value: Interval
    unit: str
    bound: Bound
    change: Change | None
    kind: str
    printed: Interval
    noun: str | None = None
    noun_start: int | None = None
    noun_end: int | None = None
    group_start: int | None = None
    minor: str | None = None
    vague: bool = False
    words: bool = False
    calendar: bool = False
    compound: bool = False
    multiplier: bool = False
    inherited: bool = False

    @property
    def ranged(self) -> bool:
        """True for a range with two ends."""
        return self.value.low is not None and self.value.high is not None and self.value.low != self.value.high
