"""Sentences and figures that send one thing in opposite directions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from crossfoot.reconcile import metrics, words
from crossfoot.reconcile.comparability import apart
from crossfoot.reconcile.comparison import Comparison
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.support import supported

_NEEDED: Final = 2.0
_MOST: Final = 40


def way(reading: Reading) -> str | None:
    """`up` or `down` for a change that says so, by its figure or its words."""
    claim = reading.claim
    if claim.measure != "change":
        return None
    if claim.kind == "direction":
        if words.no_movement().search(_said(reading)):
            return None
        return claim.direction if claim.direction in ("up", "down") else None
    low, high = reading.interval.low, reading.interval.high
    if low is not None and low > 0:
        return "up"
    if high is not None and high < 0:
        return "down"
    return None


def _said(reading: Reading) -> str:
    """The statement and the few words behind it, lower case."""
    claim = reading.claim
    at = max(claim.sentence.find(claim.quote), 0)
    return claim.sentence[at : at + len(claim.quote) + 8].lower()


def conflicts(readings: Sequence[Reading]) -> Iterator[Comparison]:
    """Pairs of one firm and metric, at least one of them a stated direction, that go opposite ways."""
    by_metric: dict[tuple[str | None, str], list[Reading]] = {}
    for reading in readings:
        if way(reading):
            by_metric.setdefault((reading.firm, reading.claim.metric), []).append(reading)
    for key in sorted(by_metric, key=lambda pair: (pair[0] or "", pair[1])):
        moves = sorted(by_metric[key], key=lambda reading: (reading.anchor or 0, reading.order))
        for place, one in enumerate(moves):
            for other in moves[place + 1 : place + 1 + _MOST]:
                if "direction" in (one.claim.kind, other.claim.kind) and way(one) != way(other):
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
        return None
    support = supported(one, other)
    if one.claim.metric in metrics.families().running:
        support += 1.0  # a market moves once on one piece of news
    if support < _NEEDED:
        return None
    return Comparison(one, other, "flag", "direction_conflict", "direction", "", support, 1.0)


def _asserted(one: Reading, other: Reading) -> bool:
    """A condition or forecast counts only against another for the same named period."""
    if one.claim.modality == other.claim.modality == "asserted":
        return True
    return one.claim.modality == other.claim.modality and one.span is not None and one.span == other.span
