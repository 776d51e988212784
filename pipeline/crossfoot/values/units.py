"""Arithmetic of units over the closed table of units.yaml; text never reaches the algebra."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from crossfoot.values.quantities.counted import nouns
from crossfoot.values.quantities.unit_words import unit_file, unit_tables
from crossfoot.vocabulary.loader import read_text

_CURRENCY = re.compile(r"[A-Z]{3}\Z")


@cache
def _known_bases() -> dict[str, tuple[float, dict[str, int]]]:
    """What pint makes of the units of the table, written down: loading pint takes half a second."""
    bases = {}
    for line in read_text("data/unit_bases.tsv").splitlines():
        unit, factor, powers = line.split("\t")
        bases[unit] = float(factor), {dim: int(power) for dim, power in (each.split("^") for each in powers.split())}
    return bases


@cache
def _registry() -> Any:
    """pint, loaded at first need."""
    import pint

    return pint.UnitRegistry(cache_folder=None)


def worked_out(pint_name: str) -> tuple[float, dict[str, int]]:
    """A unit as pint works it out: its factor in base units, and the powers of these."""
    quantity = (1 * _registry().parse_expression(pint_name)).to_base_units()
    return float(quantity.magnitude), {str(dim): int(power) for dim, power in quantity.dimensionality.items()}


@cache
def dimension(unit: str) -> str | None:
    """What `unit` measures, as a name that equals another's where the two convert; None for an unknown unit.

    Counted things are dimensions of their own (`user` is no `employee`), and so are currencies.
    """
    parts = _parts(unit)
    if parts is None:
        return None
    return " ".join(sorted(f"{name}^{power}" for name, power in parts[1].items() if power)) or "1"


@cache
def is_currency(unit: str) -> bool:
    """True of an ISO 4217 code; a unit of the table that only looks like one is none (`TEU`)."""
    return _CURRENCY.match(unit) is not None and unit_tables().kinds.get(unit, "money") == "money"


def same_dimension(left: str, right: str) -> bool:
    """True where a value in `left` can be said in `right`."""
    one = dimension(left)
    return one is not None and one == dimension(right)


def convert(value: float, from_unit: str, to_unit: str) -> float | None:
    """`value` of `from_unit` in `to_unit`, or None where they do not measure the same."""
    if from_unit == to_unit:
        return value
    source, target = _parts(from_unit), _parts(to_unit)
    if source is None or target is None or dimension(from_unit) != dimension(to_unit):
        return None
    return value * source[0] / target[0]


@cache
def _parts(unit: str) -> tuple[float, dict[str, int]] | None:
    """A unit as its factor in base units, and the powers of these; None where a part is not in the table."""
    factor = 1.0
    powers: dict[str, int] = {}
    for index, name in enumerate(unit.split("/")):
        base = _base(name)
        if base is None:
            return None
        sign = 1 if index == 0 else -1
        factor *= base[0] ** sign
        for dim, power in base[1].items():
            powers[dim] = powers.get(dim, 0) + sign * power
    return factor, powers


_SHARES = {"percent": 1.0, "percentage_point": 1.0, "basis_point": 0.01}


@cache
def _base(name: str) -> tuple[float, dict[str, int]] | None:
    if name in {"percentage_point", "basis_point"}:
        return _SHARES[name], {"percentage_point": 1}
    pint_name = unit_tables().pint.get(name, "")
    if pint_name:
        return _known_bases().get(pint_name) or worked_out(pint_name)
    if name in unit_tables().kinds or is_currency(name) or _is_counted(name):
        return 1.0, {name: 1}
    return None


@cache
def _counted() -> frozenset[str]:
    """Counted things, and what compound units of the table (revolution/minute) are made of."""
    parts = (part for unit in unit_file().units for part in unit.name.split("/"))
    return frozenset({"item", *nouns().units, *(thing.name for thing in unit_file().denominators), *parts})


def _is_counted(name: str) -> bool:
    return name in _counted()
