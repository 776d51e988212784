"""How serious a finding is, and where it stands in the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from crossfoot.reconcile import metrics
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.witnesses import count
from crossfoot.records import FindingKind, Severity, Status

_KINDS: Final[dict[str, float]] = {
    "direction_conflict": 1.0,
    "value_conflict": 1.0,
    "source_divergence": 0.9,
    "derived_divergence": 0.4,
}
_HIGH: Final = 2.2
_MEDIUM: Final = 1.5
_VAGUE: Final = 3.0  # a figure whose ends lie this many times apart is hardly one


def score(readings: Sequence[Reading], status: Status, kind: FindingKind, *, gap: float, support: float) -> float:
    """Greater is more serious: how far apart the figures lie (`gap`, a share), how central the metric, how independent
    the witnesses, and how sure it is (`support`) that the figures are about one thing."""
    metric = readings[0].claim.metric
    points = 1.0 if metric in metrics.families().central else 0.0 if metric in metrics.families().minor else 0.5
    points += min(gap * 2, 0.5) + min(support, 4.0) / 8
    points += 0.3 if count(readings) > 1 else 0.0
    if status == "flag":
        points += _KINDS.get(kind, 0.5)
        points -= 1.2 if any(_hazy(reading) for reading in readings) else 0.0
    return round(max(points, 0.0), 3)


def severity(points: float, status: Status) -> Severity:
    """In three words."""
    if status != "flag":
        return "low" if points < _MEDIUM else "medium"
    return "high" if points >= _HIGH else "medium" if points >= _MEDIUM else "low"


def _hazy(reading: Reading) -> bool:
    """True of `hundreds of millions`, which leaves a factor of ten open."""
    low, high = reading.stated.low, reading.stated.high
    return low is not None and high is not None and low > 0 and high / low > _VAGUE
