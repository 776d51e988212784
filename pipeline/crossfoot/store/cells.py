"""One value as a table's cell, and back: the same rules for every table."""

from __future__ import annotations

from typing import Any, Final

JOINT: Final = "|"  # between the items of a list in CSV


def as_cell(value: Any) -> str:
    """A value in CSV: null is empty, a list is joined by `|`, a whole number has no point."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return JOINT.join(as_cell(item) for item in value)
    return str(plain(value))


def plain(value: Any) -> Any:
    """A float that is whole, and small enough to be exact, as an int: 40000000000 rather than 4e+10."""
    if type(value) is str:
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**63:
        return int(value)
    if isinstance(value, dict):
        return {key: item if item is None or type(item) is str else plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [item if type(item) is str else plain(item) for item in value]
    return value
