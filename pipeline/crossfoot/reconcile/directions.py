"""Sentences and figures that send one thing in opposite directions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from crossfoot.reconcile import metrics
from crossfoot.reconcile.apart import Apart
from crossfoot.reconcile.comparability import apart
from crossfoot.reconcile.comparison import Comparison
from crossfoot.reconcile.dates import STORY_DAYS, near
from crossfoot.reconcile.movement import opposed, way
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.support import supported

_NEEDED: Final = 2.0
_MOST: Final = 40
_TIMES: Final = frozenset({"period", "moment", "named_period", "window"})  # levels of comparability


def opposites(readings: Sequence[Reading]) -> Iterator[Comparison]:
    """Pairs of one firm and metric, at least one of them a stated direction, that go opposite ways: in conflict, or of
    two sessions, days or starting points."""
    by_metric: dict[tuple[str | None, str], list[Reading]] = {}
    for reading in readings:
        if way(reading):
            by_metric.setdefault((reading.firm, reading.claim.metric), []).append(reading)
    for key in sorted(by_metric, key=lambda pair: (pair[0] or "", pair[1])):
        moves = sorted(by_metric[key], key=lambda reading: (reading.anchor or 0, reading.order))
        for place, one in enumerate(moves):
            for other in moves[place + 1 : place + 1 + _MOST]:
                if "direction" in (one.claim.kind, other.claim.kind) and opposed(one, other):
                    found = _compared(one, other)
                    if found:
                        yield found


def _compared(one: Reading, other: Reading) -> Comparison | None:
    if one.order > other.order:
        one, other = other, one
    if one.firm is None or one.claim.doc_id == other.claim.doc_id or not _asserted(one, other):
        return None
    difference = apart(one, other, direction=True)
    if difference is not None:
        return _explained(one, other, difference)
    support = supported(one, other)
    if one.claim.metric in metrics.families().running:
        support += 1.0  # a market moves once on one piece of news
    if support < _NEEDED:
        return None
    return Comparison(one, other, "flag", "direction_conflict", "direction", "", support, 1.0)


def _explained(one: Reading, other: Reading, difference: Apart) -> Comparison | None:
    """A market that rose and fell, in articles of one story, at two times that they name."""
    if difference.kind is None or difference.level not in _TIMES or one.claim.metric not in metrics.families().running:
        return None
    if not near(one.published, other.published, STORY_DAYS):
        return None
    support = supported(one, other)
    return Comparison(one, other, "explain", difference.kind, difference.level, difference.reason, support, 1.0)


def _asserted(one: Reading, other: Reading) -> bool:
    """A condition or forecast counts only against another for the same named period."""
    if one.claim.modality == other.claim.modality == "asserted":
        return True
    return one.claim.modality == other.claim.modality and one.span is not None and one.span == other.span
