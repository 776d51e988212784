"""Figures that a sentence gives for one unit: $20 billion a year for 1 gigawatt is $20 billion a GW a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from crossfoot.reconcile import words
from crossfoot.reconcile.measurement import PHYSICAL, dimension
from crossfoot.records import Claim

_RATED: Final = frozenset({"estimated", "projected", "hypothetical"})


def rated(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those that hold for one unit with that unit among their denominators.

    Only in forecasts and conditions (*if it let 1 gigawatt, it could earn $20 billion a year*): there the one unit is
    what the figure is counted by, and no deal of its own.
    """
    by_sentence: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_sentence[claim.doc_id, claim.sentence[:120]].append(claim)
    return [_rated(claim, by_sentence[claim.doc_id, claim.sentence[:120]]) for claim in claims]


def _rated(claim: Claim, beside: Sequence[Claim]) -> Claim:
    unit = claim.unit or ""
    head, *tail = unit.split("/")
    if len(beside) == 1 or claim.modality not in _RATED or not _currency(head) or tail not in ([], ["year"]):
        return claim
    if claim.metric not in words.families().earned_by_size:
        return claim
    for other in beside:
        if _one_of(other) and other.firm == claim.firm and other.start < claim.start:
            return claim.model_copy(update={"unit": "/".join([head, other.unit or "", *tail])})
    return claim


def _one_of(claim: Claim) -> bool:
    """True of `1 gigawatt`, `a tonne`."""
    return (
        claim.metric in words.families().sizes
        and claim.measure == "level"
        and claim.value_low == claim.value_high == 1.0
        and dimension(claim.unit).name in PHYSICAL
    )


def _currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isascii() and unit.isupper()
