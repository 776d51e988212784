"""The library of arithmetic relations as data, and how a role's unit is matched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from crossfoot.reconcile import formulas
from crossfoot.records import FindingKind
from crossfoot.values.units import is_currency
from crossfoot.vocabulary.loader import load, load_file

Shared = Literal["firm", "metric", "measure", "date", "day", "period", "direction"]


class Role(BaseModel):
    """One operand: which claims may stand in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    unit: str
    measure: Literal["level", "change"] = "level"
    any_measure: bool = False
    metrics: frozenset[str] | None = None
    many: bool = False
    after: str | None = None
    earlier_than: str | None = None
    says: str | None = None
    date_of: str | None = None
    one_says: tuple[str, ...] = ()


class RoleGroup(BaseModel):
    """Roles whose claims are found together."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    within: Literal["sentence", "article"] | None = None
    reach: int | None = None
    same: tuple[Shared, ...] = ()
    roles: dict[str, Role]


class Relation(BaseModel):
    """An equation between claims, and the finding that it makes.

    `parts`: it ties a whole to what it consists of; `moments`: it ties two states of one price to where both started.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    left: str
    right: str
    groups: tuple[RoleGroup, ...]
    same: tuple[Shared, ...]
    parts: bool = False
    moments: bool = False
    across: Literal["sentences", "articles"] | None = None
    part_has_metric_of: str | None = None
    unless_level_known: bool = False
    shown_as: str | None = None
    says: str
    meets: FindingKind | None = None
    differs: FindingKind | None = None
    always: FindingKind | None = None
    reason: str = ""

    @property
    def rests_on_periods(self) -> bool:
        """True where the operands' periods say whether they belong together."""
        shared = {*self.same, *(each for group in self.groups for each in group.same)}
        roles = [role for group in self.groups for role in group.roles.values()]
        return bool(shared & {"date", "day"}) or any(role.earlier_than or role.date_of for role in roles)

    @model_validator(mode="after")
    def _speaks_of_its_roles(self) -> Relation:
        roles = {name for group in self.groups for name in group.roles}
        spoken = formulas.names(self.left) | (formulas.names(self.right) if self.right else frozenset())
        if spoken - roles:
            raise ValueError(f"{self.name}: no role {', '.join(sorted(spoken - roles))}")
        if not 1 <= len(self.groups) <= 2:
            raise ValueError(f"{self.name}: one group, or one for each side")
        return self


class Relations(BaseModel):
    """The shape of `relations.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    relations: tuple[Relation, ...]


@cache
def library() -> tuple[Relation, ...]:
    """All relations, in the file's order."""
    vocabulary: Relations = load("relations.yaml", Relations)
    return vocabulary.relations


def added(path: Path) -> tuple[Relation, ...]:
    """The library and an analyst's own relations from a file of the same shape. Raises VocabularyError where it is refused."""
    own: Relations = load_file(path, Relations)
    return (*library(), *own.relations)


Bound = Mapping[str, str]
_RATIOS = frozenset({"percent", "percentage_point", "x", ""})


def bind(pattern: str, dimension: str, bound: Bound) -> Bound | None:
    """The unit variables that make `pattern` the `dimension`, or None where it does not fit.

    A variable by itself stands for a whole unit (`USD/share`), and one variable may stand among the denominators.
    """
    if pattern.startswith("$") and "/" not in pattern:
        return _bind_one(pattern, dimension, bound)
    top, *below = pattern.split("/")
    head, *tail = dimension.split("/")
    if len(below) != len(tail):
        return None
    grown = _bind_one(top, head, bound)
    left = list(tail)
    for part in (part for part in below if not part.startswith("$")):
        if part not in left:
            return None
        left.remove(part)
    for part in (part for part in below if part.startswith("$")):
        grown = None if grown is None else _bind_one(part, left.pop(), grown)
    return grown


def _bind_one(part: str, unit: str, bound: Bound) -> Bound | None:
    if not part.startswith("$"):
        return bound if part == unit else None
    if part in bound:
        return bound if bound[part] == unit else None
    if unit in _RATIOS:
        return None
    if part in ("$c", "$d") and (not is_currency(unit) or unit in (bound.get("$c"), bound.get("$d"))):
        return None
    return {**bound, part: unit}
