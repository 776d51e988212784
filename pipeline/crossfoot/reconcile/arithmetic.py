"""Figures that other figures imply: every relation of the library, tried on the claims it fits."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from crossfoot.reconcile.amounts import operand
from crossfoot.reconcile.comparison import distance
from crossfoot.reconcile.formulas import evaluate
from crossfoot.reconcile.operands import Operands, Places, found, joined, usable
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.relations import Relation
from crossfoot.records import FindingKind, Status
from crossfoot.values.intervals import Interval

_PARTNERS: Final = 12  # right sides that one left side is held against
_SHOWN: Final = 4
_MOST: Final = 40  # derivations of one relation, firm and outcome
_CLOSE: Final = 0.1
_WIDEST: Final = 2.0  # a result whose ends lie further apart meets too much to mean anything


@dataclass(frozen=True, slots=True)
class Derivation:
    """A relation that was tried: the claims on either side, and what came of it. Intervals are in the units of
    formulas; `right` is None where there is nothing to compare with."""

    relation: Relation
    status: Status
    kind: FindingKind
    left: Operands
    others: tuple[Operands, ...]
    result: Interval
    gap: float

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All claims of the derivation in text order."""
        held = {reading.claim.claim_id: reading for side in (self.left, *self.others) for reading in side.readings}
        return tuple(sorted(held.values(), key=lambda reading: reading.order))


def derivations(readings: Sequence[Reading], relations: Sequence[Relation]) -> Iterator[Derivation]:
    """What the relations find in these claims; of one relation and firm no more than anybody reads."""
    figures = Places([reading for reading in readings if usable(reading)])
    for relation in relations:
        made: Counter[tuple[str | None, str]] = Counter()
        sided = _one_sided if len(relation.groups) == 1 else _two_sided
        for derivation in sided(relation, figures):
            subject = (derivation.left.first.firm, derivation.status)
            made[subject] += 1
            if made[subject] <= _MOST:
                yield derivation


def value(formula: str, operands: Operands) -> Interval | None:
    """A formula over printed intervals."""
    intervals = {name: operand(readings) for name, readings in operands.roles.items()}
    return evaluate(formula, {name: interval for name, interval in intervals.items() if interval is not None})


def _one_sided(relation: Relation, figures: Places) -> Iterator[Derivation]:
    """Both sides of the equation stand together."""
    tried: dict[frozenset[str], Derivation] = {}
    for operands in found(figures, relation.groups[0]):
        key = frozenset(reading.claim.claim_id for reading in operands.readings)
        if key in tried:
            continue
        derivation = _derived(relation, operands)
        if derivation is not None:
            tried[key] = derivation
    settled = [key for key, derivation in tried.items() if derivation.status == "agree"]
    by_claim: dict[str, list[frozenset[str]]] = defaultdict(list)
    for key in settled:
        for name in key:
            by_claim[name].append(key)
    for key, derivation in tried.items():
        if derivation.status != "flag" or not _comes_out_otherwise(key, by_claim):
            yield derivation


def _comes_out_otherwise(key: frozenset[str], by_claim: dict[str, list[frozenset[str]]]) -> bool:
    """True where two of the claims come out with another third: *up $2.10, or 3%, to $72.10; 12% this year*."""
    return any(len(key & other) > 1 for name in key for other in by_claim[name])


def _derived(relation: Relation, operands: Operands) -> Derivation | None:
    """What a relation makes of claims that stand together."""
    left = value(relation.left, operands)
    if left is None:
        return None
    if relation.always:
        return Derivation(relation, "explain", relation.always, operands, (), left, 0.0)
    right = value(relation.right, operands)
    outcome = _outcome(relation, left, right, operands)
    if outcome is None or right is None:
        return None
    return Derivation(relation, *outcome, operands, (), left, distance(left, right))


def _outcome(
    relation: Relation, left: Interval, right: Interval | None, *sides: Operands
) -> tuple[Status, FindingKind] | None:
    if right is None:
        return None
    if left.meets(right):
        return ("agree", relation.meets) if relation.meets and _tells(left) and _near(left, right) else None
    if relation.differs and not any(_open(reading) for side in sides for reading in side.readings):
        return "flag", relation.differs
    return None


def _tells(result: Interval) -> bool:
    """True where an interval is narrow enough to mean something."""
    if result.low is None or result.high is None:
        return False
    return result.low * result.high > 0 and max(abs(result.low), abs(result.high)) <= _WIDEST * min(
        abs(result.low), abs(result.high)
    )


def _near(result: Interval, held: Interval) -> bool:
    """True where the middles lie close as well: $3 billion and $1 billion, however loose, do not make $3 billion."""
    one, other = result.middle, held.middle
    if one is None or other is None:
        return False
    if held.low is not None and held.high is not None and held.low <= one <= held.high:
        return _tells(held)
    return abs(one - other) <= _CLOSE * max(abs(one), abs(other))


def _open(reading: Reading) -> bool:
    return reading.interval.low is None or reading.interval.high is None


def _two_sided(relation: Relation, figures: Places) -> Iterator[Derivation]:
    """Left sides are held against the right sides of the same firm whose values lie nearest."""
    by_firm = "firm" in relation.same
    rights: dict[str, list[tuple[float, Operands]]] = defaultdict(list)
    lefts = [
        (operands, value(relation.left, operands) if relation.right else None)
        for operands in found(figures, relation.groups[0])
    ]
    if not lefts:
        return
    for operands in found(figures, relation.groups[1]):
        interval = value(relation.right or next(iter(relation.groups[1].roles)), operands)
        if interval is not None and interval.middle is not None:
            rights[(operands.first.firm or "") if by_firm else ""].append((interval.middle, operands))
    for partners in rights.values():
        partners.sort(key=lambda pair: (pair[0], pair[1].first.order))
    levels = _levels(figures.readings) if relation.unless_level_known else frozenset()
    for operands, left in lefts:
        if (operands.first.firm, operands.first.claim.metric) in levels:
            continue
        key = (operands.first.firm or "") if by_firm else ""
        if relation.always:
            yield from _always(relation, operands, [partner for _, partner in rights[key][: 4 * _PARTNERS]])
        elif left is not None:
            yield from _held_against(relation, operands, left, _nearest(rights[key], left))


def _levels(figures: Sequence[Reading]) -> frozenset[tuple[str | None, str]]:
    """Firms and metrics whose level some article gives."""
    return frozenset((each.firm, each.claim.metric) for each in figures if each.claim.measure == "level")


def _nearest(partners: list[tuple[float, Operands]], left: Interval) -> list[Operands]:
    """The right sides whose values lie around the left side's."""
    if len(partners) <= 2 * _PARTNERS:
        return [partner for _, partner in partners]
    at = bisect_left(partners, left.middle or 0.0, key=lambda pair: pair[0])
    return [partner for _, partner in partners[max(0, at - _PARTNERS) : at + _PARTNERS]]


def _held_against(
    relation: Relation, left: Operands, result: Interval, partners: list[Operands]
) -> Iterator[Derivation]:
    meeting, missing, gap = [], [], 0.0
    both_grouped = len(relation.groups[1].roles) > 1
    for right in partners:
        if not joined(relation, left, right) or (both_grouped and not _ahead(left, right)):
            continue
        interval = _right_interval(relation, right)
        outcome = _outcome(relation, result, interval, left, right)
        if outcome is None or interval is None:
            continue
        if outcome[0] == "agree":
            meeting.append(right)
        else:
            missing.append(right)
            gap = max(gap, distance(result, interval))
    if meeting and relation.meets:
        yield Derivation(relation, "agree", relation.meets, left, tuple(meeting[:_SHOWN]), result, 0.0)
    elif missing and relation.differs:
        yield Derivation(relation, "flag", relation.differs, left, tuple(missing[:_SHOWN]), result, gap)


def _ahead(left: Operands, right: Operands) -> bool:
    """Two groups of one shape are held against each other once, and only where they are not the same figures again."""
    if right.first.order <= left.first.order:
        return False
    return [reading.claim.value for reading in left.readings] != [reading.claim.value for reading in right.readings]


def _right_interval(relation: Relation, right: Operands) -> Interval | None:
    """A lone claim keeps its open side: `more than 4,000` is met by 4,100."""
    if len(relation.groups[1].roles) == 1 and relation.right in relation.groups[1].roles:
        reading = right.first
        return reading.interval.scaled(0.01) if reading.dimension == "percent" else reading.interval
    return value(relation.right, right)


def _always(relation: Relation, left: Operands, partners: list[Operands]) -> Iterator[Derivation]:
    """All partners of one left side in one finding."""
    fitting = [right for right in partners if joined(relation, left, right)][:_SHOWN]
    if fitting and relation.always:
        together = Operands({**left.roles, **fitting[0].roles}, left.bound)
        result = value(relation.left, together)
        if result is not None:
            yield Derivation(relation, "explain", relation.always, left, tuple(fitting), result, 0.0)
