"""Gathers compared pairs into findings: all figures of one finding bear on each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from crossfoot.reconcile.comparison import Comparison
from crossfoot.reconcile.reading import Reading

_LARGEST = 12  # claims in one finding


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one finding, in text order, and the comparisons between them that carry it."""

    readings: tuple[Reading, ...]
    comparisons: tuple[Comparison, ...]

    def sides(self) -> tuple[list[Reading], list[Reading]] | None:
        """The two sets of which each figure of the one is compared with each of the other and with none of its own; None
        where the comparisons have no such shape."""
        pairs = {comparison.pair for comparison in self.comparisons}
        first = self.readings[0].claim.claim_id
        across = [reading for reading in self.readings if {first, reading.claim.claim_id} in pairs]
        names = {reading.claim.claim_id for reading in across}
        beside = [reading for reading in self.readings if reading.claim.claim_id not in names]
        crossing = {frozenset((one.claim.claim_id, other.claim.claim_id)) for one in across for other in beside}
        return (beside, across) if pairs == crossing else None


def cliques(carrying: Sequence[Comparison], beside: Iterable[Comparison]) -> list[Group]:
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
        inside = [by_pair[pair] for pair in _pairs_of(members) if pair in by_pair]
        covered.update(_pair(each) for each in inside)
        found.append(_group(inside))
    return found


def components(carrying: Sequence[Comparison], apart: Set[frozenset[str]] = frozenset()) -> list[Group]:
    """Sets of claims that hang together through `carrying`; one that is too large for a reader is cut in text order.

    Two claims of a pair in `apart` never stand in one set: a forecast is explained against each of two results that
    contradict each other, but not against both at once.
    """
    root: dict[str, str] = {}

    def top(name: str) -> str:
        root.setdefault(name, name)
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    for comparison in carrying:
        first, second = _pair(comparison)
        lesser, greater = sorted((top(first), top(second)))
        root[greater] = lesser
    gathered: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in carrying:
        gathered[top(comparison.one.claim.claim_id)].append(comparison)
    torn = {top(min(pair)) for pair in apart if top(min(pair)) == top(max(pair))}
    return [
        group
        for name in sorted(gathered)
        for group in (_kept_apart(gathered[name], apart) if name in torn else _cut(gathered[name]))
    ]


def _kept_apart(hanging: list[Comparison], apart: Set[frozenset[str]]) -> Iterator[Group]:
    """Each comparison in the first set that shares a claim with it and holds nothing that its claims are kept apart from."""
    sets: list[tuple[set[str], list[Comparison]]] = []
    sets_of: dict[str, list[int]] = defaultdict(list)
    for comparison in sorted(hanging, key=_in_text_order):
        pair = comparison.pair
        sharing = sorted({at for name in pair for at in sets_of[name]})
        at = next((at for at in sharing if _admits(sets[at][0], pair, apart)), len(sets))
        if at == len(sets):
            sets.append((set(), []))
        held, taken = sets[at]
        for name in pair - held:
            sets_of[name].append(at)
        held |= pair
        taken.append(comparison)
    return (_group(taken) for _, taken in sets)


def _admits(held: Set[str], pair: Set[str], apart: Set[frozenset[str]]) -> bool:
    return len(held | pair) <= _LARGEST and not any(frozenset((one, other)) in apart for one in held for other in pair)


def _cut(hanging: list[Comparison]) -> Iterator[Group]:
    """Whole where it is small; else comparisons in text order, as many to a group as fit."""
    taken: list[Comparison] = []
    names: set[str] = set()
    for comparison in sorted(hanging, key=_in_text_order):
        more = {comparison.one.claim.claim_id, comparison.other.claim.claim_id} - names
        if taken and len(names) + len(more) > _LARGEST:
            yield _group(taken)
            taken, names = [], set()
        taken.append(comparison)
        names |= {comparison.one.claim.claim_id, comparison.other.claim.claim_id}
    if taken:
        yield _group(taken)


def _group(comparisons: Iterable[Comparison]) -> Group:
    """The claims that these comparisons are about, and no others."""
    ordered = tuple(sorted(comparisons, key=_strongest_first))
    readings = {reading.claim.claim_id: reading for each in ordered for reading in (each.one, each.other)}
    return Group(tuple(sorted(readings.values(), key=lambda reading: reading.order)), ordered)


def _in_text_order(comparison: Comparison) -> tuple[object, ...]:
    return (comparison.one.order, comparison.other.order)


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
