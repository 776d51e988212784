"""A claim in words: whose figure, of what, how much, when, who says so."""

from __future__ import annotations

from typing import Final

from crossfoot.records import Claim
from crossfoot.values import wording

_DIRECTIONS: Final = {"up": "up", "down": "down", "flat": "unchanged"}


def amount(claim: Claim) -> str:
    """The figure in its unit, or the movement that has none."""
    if claim.kind == "direction":
        return f"{_DIRECTIONS.get(claim.direction or '', 'moved')}, without a figure"
    if claim.value_low is None and claim.value_high is None:
        return f"“{claim.quote}”"
    return wording.figure(claim.value_low, claim.value_high, claim.unit, claim.bound, claim.measure)


def in_words(claim: Claim) -> str:
    """`Meta Platforms, share price, up 8.8%, for 2026-07-02, says JPMorgan, projected`."""
    said = "asserted" if claim.modality == "asserted" else claim.modality
    parts = [
        claim.firm or "nobody named",
        wording.metric(claim.metric),
        *(part for part in (claim.scope, claim.basis) if part),
        amount(claim),
        *([f"for {claim.period_label or claim.date}"] if claim.period_label or claim.date else []),
        *([f"says {claim.source or claim.source_person}"] if claim.source or claim.source_person else []),
        said,
    ]
    return ", ".join(parts)
