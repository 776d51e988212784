"""Finds the claims that stand in a relation's roles: by unit, metric, measure and nearness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from crossfoot.reconcile import words
from crossfoot.reconcile.dates import STORY_DAYS, near
from crossfoot.reconcile.dates import compare as compare_days
from crossfoot.reconcile.movement import way
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.relations import Bound, Relation, Role, RoleGroup, Shared, bind

_BUCKET: Final = 16  # figures of one sentence, or of one article's firm and metric, that are tried together
_PARTS: Final = 8


@dataclass(frozen=True, slots=True)
class Operands:
    """Claims in roles, and the units that the roles' variables stand for."""

    roles: dict[str, tuple[Reading, ...]]
    bound: Bound = field(default_factory=dict)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All claims, in the roles' order."""
        return tuple(reading for readings in self.roles.values() for reading in readings)

    @property
    def first(self) -> Reading:
        """The claim that stands for the group where groups are joined."""
        return self.readings[0]


def usable(reading: Reading) -> bool:
    """True for a figure that arithmetic can use."""
    return reading.claim.kind == "figure" and not reading.interval.vague and reading.claim.modality != "negated"


class Places:
    """Claims by the place that a group's roles are looked for in; made once for all relations that share it."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings
        self._made: dict[tuple[object, ...], list[list[Reading]]] = {}

    def buckets(self, group: RoleGroup) -> list[list[Reading]]:
        """Sets of two claims or more of one sentence or article (and firm, and metric)."""
        shape = (group.within, "firm" in group.same, "metric" in group.same)
        if shape not in self._made:
            self._made[shape] = self._gathered(*shape)
        return self._made[shape]

    def _gathered(self, within: str | None, by_firm: bool, by_metric: bool) -> list[list[Reading]]:
        gathered: dict[tuple[str | None, ...], list[Reading]] = defaultdict(list)
        for reading in self.readings:
            if by_firm and reading.firm is None:
                continue
            place = reading.sentence_key if within == "sentence" else (reading.claim.doc_id,)
            firm = reading.firm if by_firm else None
            gathered[(*place, firm, reading.claim.metric if by_metric else None)].append(reading)
        return [bucket[:_BUCKET] for bucket in gathered.values() if len(bucket) > 1]


def _worth_trying(group: RoleGroup, bucket: list[Reading]) -> bool:
    """False where some role finds no claim at all, which is nearly always."""
    for role in group.roles.values():
        if not any(
            (role.any_measure or reading.claim.measure == role.measure)
            and (role.metrics is None or reading.claim.metric in role.metrics)
            and (role.unit != "percent" or reading.dimension == "percent")
            for reading in bucket
        ):
            return False
    return True


def found(places: Places, group: RoleGroup) -> Iterator[Operands]:
    """Every way to fill a group's roles."""
    if group.within is None:
        ((name, role),) = group.roles.items()
        for reading in places.readings:
            bound = _fits(role, reading, {})
            if bound is not None:
                yield Operands({name: (reading,)}, bound)
        return
    for bucket in places.buckets(group):
        if _worth_trying(group, bucket):
            yield from _filled(group, list(group.roles.items()), bucket, Operands({}))


def _filled(
    group: RoleGroup, left: list[tuple[str, Role]], bucket: list[Reading], taken: Operands
) -> Iterator[Operands]:
    if not left:
        yield taken
        return
    (name, role), *rest = left
    used = {id(reading) for reading in taken.readings}
    if role.many:
        parts = _parts(group, role, [reading for reading in bucket if id(reading) not in used], taken)
        if parts is not None:
            yield from _filled(group, rest, bucket, parts(name))
        return
    for reading in bucket:
        if id(reading) in used:
            continue
        bound = _fits(role, reading, taken.bound)
        if bound is not None and _belongs(group, role, reading, taken):
            yield from _filled(group, rest, bucket, Operands({**taken.roles, name: (reading,)}, bound))


@dataclass(frozen=True, slots=True)
class _Parts:
    """Parts that were found, to be put under their role's name."""

    taken: Operands
    parts: tuple[Reading, ...]
    bound: Bound

    def __call__(self, name: str) -> Operands:
        return Operands({**self.taken.roles, name: self.parts}, self.bound)


def _parts(group: RoleGroup, role: Role, bucket: list[Reading], taken: Operands) -> _Parts | None:
    """All figures that can be parts, where they are two or more and one says so if it must."""
    parts: list[Reading] = []
    bound: Bound | None = taken.bound
    for reading in bucket:
        fits = _fits(role, reading, bound or {})
        if fits is not None and _belongs(group, role, reading, taken):
            parts.append(reading)
            bound = fits
    if not 2 <= len(parts) <= _PARTS or not _one_says(role, parts):
        return None
    return _Parts(taken, tuple(parts), bound or {})


def _one_says(role: Role, parts: list[Reading]) -> bool:
    """`the remaining 35%`: the last part says that the parts are all there is."""
    if not role.one_says:
        return True
    spoken = f"{parts[-1].before} {parts[-1].claim.quote.lower()}"
    return any(phrase in spoken for phrase in role.one_says)


def _fits(role: Role, reading: Reading, bound: Bound) -> Bound | None:
    if role.metrics is not None and reading.claim.metric not in role.metrics:
        return None
    if not role.any_measure and reading.claim.measure != role.measure:
        return None
    return bind(role.unit, reading.dimension, bound)


def _belongs(group: RoleGroup, role: Role, reading: Reading, taken: Operands) -> bool:
    """Near enough, in the right order, and sharing what the group shares."""
    for name, readings in taken.roles.items():
        other = readings[0]
        if not all(share(shared, other, reading) for shared in group.same):
            return False
        if role.after == name and reading.order < other.order:
            return False
        if role.date_of == name and reading.claim.date != other.claim.date:
            return False
        if role.earlier_than == name and not _earlier(reading, other):
            return False
    if role.says is not None and not any(answer == role.says for _, answer in reading.answers):
        return False
    if group.reach is not None and taken.roles:
        return any(_gap(reading, other) <= group.reach for other in taken.readings)
    return True


def _earlier(one: Reading, other: Reading) -> bool:
    """By its days, or by its words (`from $3.1 billion`, `a year earlier`)."""
    last, others_last = (reading.span.last if reading.span else None for reading in (one, other))
    if last is not None and others_last is not None and last != others_last:
        return last < others_last
    return _says_earlier(one) and not _says_earlier(other)


def _says_earlier(reading: Reading) -> bool:
    return any(words.answers()[said].earlier for said in reading.answers)


def _gap(one: Reading, other: Reading) -> int:
    """Characters between two figures of one text."""
    return max(one.claim.start, other.claim.start) - min(one.claim.end, other.claim.end)


def share(shared: Shared, one: Reading, other: Reading) -> bool:
    """Whether two claims have this in common."""
    first, second = one.claim, other.claim
    if shared == "firm":
        return bool({one.firm, one.counterparty} & {other.firm, other.counterparty} - {None})
    if shared == "metric":
        return first.metric == second.metric
    if shared == "measure":
        return first.measure == second.measure
    if shared == "date":
        return first.date == second.date
    if shared == "day":
        return compare_days(one.span, other.span) == "same"
    if shared == "direction":
        return way(one) == way(other)
    return compare_days(one.span, other.span) != "different" and near(one.published, other.published, STORY_DAYS)


def joined(relation: Relation, left: Operands, right: Operands) -> bool:
    """Whether two sides of a relation are about one thing."""
    names = {reading.claim.claim_id for reading in left.readings}
    if any(reading.claim.claim_id in names for reading in right.readings):
        return False
    if relation.across == "articles" and left.first.claim.doc_id == right.first.claim.doc_id:
        return False
    if relation.across == "sentences" and left.first.sentence_key == right.first.sentence_key:
        return False
    if relation.part_has_metric_of:
        share_of = left.roles[relation.part_has_metric_of][0]
        if share_of.claim.metric != right.first.claim.metric:
            return False
    if any(name in right.bound and right.bound[name] != unit for name, unit in left.bound.items()):
        return False
    return all(share(shared, one, right.first) for shared in relation.same for one in left.readings[:1])
