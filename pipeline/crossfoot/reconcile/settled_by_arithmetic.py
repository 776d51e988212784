"""Conflicts that arithmetic settles: between a part and its whole, and between a price at two moments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from crossfoot.reconcile import metrics
from crossfoot.reconcile.arithmetic import Derivation
from crossfoot.reconcile.comparison import Comparison
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.support import one_name_of_moment


def unsettled(compared: Sequence[Comparison], derived: Sequence[Derivation]) -> list[Comparison]:
    """The comparisons without conflicts between figures of one equation that comes out: $6 billion and $2 billion make the
    $8 billion of another article. Figures that growth, a rate or a margin ties together stay in conflict."""
    settled = {pair for derivation in derived if derivation.status == "agree" for pair in _settled(derivation)}
    return [comparison for comparison in compared if comparison.status != "flag" or comparison.pair not in settled]


def undisputed(derived: Sequence[Derivation], compared: Sequence[Comparison]) -> list[Derivation]:
    """The derivations without agreements that hold two figures in conflict: what contradicts itself fits nothing."""
    disputed = {comparison.pair for comparison in compared if comparison.status == "flag"}
    return [
        derivation
        for derivation in derived
        if derivation.status != "agree" or disputed.isdisjoint(_pairs(derivation.readings))
    ]


def _pairs(readings: Sequence[Reading]) -> Iterator[frozenset[str]]:
    return (frozenset((one.claim.claim_id, other.claim.claim_id)) for one, other in combinations(readings, 2))


def _settled(derivation: Derivation) -> Iterator[frozenset[str]]:
    """Pairs of claim_ids; two wholes that the same parts make are not of one equation."""
    relation = derivation.relation
    for right in derivation.others or (None,):
        readings = (*derivation.left.readings, *(right.readings if right else ()))
        for one, other in combinations(readings, 2):
            if relation.parts or (relation.moments and _two_moments(one, other)):
                yield frozenset((one.claim.claim_id, other.claim.claim_id))


def _two_moments(one: Reading, other: Reading) -> bool:
    """A price that runs through the day, unless both name one moment: two closes of a day are a conflict."""
    return one.claim.metric in metrics.families().running and not one_name_of_moment(one, other)
