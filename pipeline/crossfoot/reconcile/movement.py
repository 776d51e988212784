"""Which way a change goes, by its figure or its words."""

from __future__ import annotations

from crossfoot.reconcile import words
from crossfoot.reconcile.reading import Reading


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


def opposed(one: Reading, other: Reading) -> bool:
    """True of a rise and a fall."""
    return {way(one), way(other)} == {"up", "down"}
