"""Gathers compared pairs into findings: all figures of one finding bear on each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossfoot.reconcile.comparison import Comparison
from crossfoot.reconcile.reading import Reading

_LARGEST = 12  # claims in one finding


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one finding, in text order, and the comparisons between them that carry it."""

    readings: tuple[Reading, ...]
    comparisons: tuple[Comparison, ...]


def groups(carrying: Sequence[Comparison], beside: Iterable[Comparison]) -> list[Group]:
    """Sets of claims in which every two are joined by a comparison of `carrying` or `beside`.

    Each comparison of `carrying` is in at least one group. A claim may stand in several: `below $60` agrees with
    `$58.20` and with `$59`, which do not agree with each other.
    """
    joined: dict[str, set[str]] = defaultdict(set)
    known: dict[str, Reading] = {}
    for comparison in (*carrying, *beside):
        first, second = comparison.one.claim.claim_id, comparison.other.claim.claim_id
        joined[first].add(second)
        joined[second].add(first)
        known[first], known[second] = comparison.one, comparison.other
    by_pair = {_pair(comparison): comparison for comparison in carrying}
    covered: set[tuple[str, str]] = set()
    found = []
    for comparison in sorted(carrying, key=_strongest_first):
        if _pair(comparison) in covered:
            continue
        members = _grown(_pair(comparison), joined, known)
        inside = [
            by_pair[pair] for pair in _pairs_of(members) if pair in by_pair
        ]
        covered.update(_pair(each) for each in inside)
        readings = tuple(sorted((known[member] for member in members), key=lambda reading: reading.order))
        found.append(Group(readings, tuple(sorted(inside, key=_strongest_first))))
    return found


def _grown(pair: tuple[str, str], joined: dict[str, set[str]], known: dict[str, Reading]) -> list[str]:
    """The pair, and every further claim that is joined to all that are in already."""
    members = list(pair)
    for candidate in sorted(joined[pair[0]] & joined[pair[1]], key=lambda name: known[name].order):
        if len(members) >= _LARGEST:
            break
        if all(member in joined[candidate] for member in members):
            members.append(candidate)
    return members


def _pairs_of(members: list[str]) -> Iterable[tuple[str, str]]:
    ordered = sorted(members)
    return ((one, other) for place, one in enumerate(ordered) for other in ordered[place + 1 :])


def _pair(comparison: Comparison) -> tuple[str, str]:
    first, second = sorted((comparison.one.claim.claim_id, comparison.other.claim.claim_id))
    return first, second


def _strongest_first(comparison: Comparison) -> tuple[object, ...]:
    return (-comparison.support, -comparison.gap, comparison.one.order, comparison.other.order)
