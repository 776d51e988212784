"""What a row of a claim table must say beyond the types of its cells, and what of it can only be warned of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from crossfoot.records import Claim
from crossfoot.values.edtf import is_edtf
from crossfoot.values.units import dimension

_ROUNDING: Final = 1e-9
_CLOSED: Final = ("=", "~")


def problem(claim: Claim, given: Mapping[str, Any]) -> tuple[str, str] | None:
    """The first column that is wrong, and why; `given` are the cells that are not blank."""
    return next(_problems(claim, given), None)


def _problems(claim: Claim, given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if claim.date is not None and not is_edtf(claim.date):
        yield "date", f"{claim.date!r} is no date in EDTF, such as 2026-07-01, 2026, 2026-01/2026-03 or ../2029"
    if claim.kind == "direction":
        return
    if "bound" not in given:
        yield "bound", "has no value; a figure as it is stated has ="
    if claim.value is not None:
        yield from _ends(claim, claim.value)


def _ends(claim: Claim, value: float) -> Iterator[tuple[str, str]]:
    low, high = claim.value_low, claim.value_high
    if low is None and high is None:
        yield "value_low", f"has no value, nor has value_high, while value is {value}"
    elif claim.bound in _CLOSED and (low is None or high is None):
        blank = "value_low" if low is None else "value_high"
        yield blank, f"has no value, while bound {claim.bound} closes the figure {value} on both sides"
    if not _is_between(value, low, high):
        yield "value", f"{value} lies outside value_low {low} to value_high {high}"


def _is_between(value: float, low: float | None, high: float | None) -> bool:
    """True where the value lies within the ends that are given, in either order, but for rounding."""
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    room = abs(value) * _ROUNDING
    return (low is None or value >= low - room) and (high is None or value <= high + room)


def unit_warnings(claims: Iterable[Claim]) -> list[str]:
    """A line for each unit that the table of units does not know, and one for figures without a unit."""
    units = Counter(claim.unit or "" for claim in claims if claim.kind == "figure")
    return [_unit_warning(unit, units[unit]) for unit in sorted(units) if dimension(unit) is None]


def _unit_warning(unit: str, count: int) -> str:
    rows = "1 row has" if count == 1 else f"{count} rows have"
    if not unit:
        return f"{rows} a figure without a unit, which is compared with others without one"
    return f"{rows} the unknown unit {unit!r}, which is compared with its like alone"
