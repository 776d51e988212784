"""Figures in the unit that they print: *600 MW* are 600 of these, where the base unit is the watt."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from crossfoot.reconcile.measurement import dimension
from crossfoot.reconcile.statements.figures import Figure
from crossfoot.values.quantities import quantities


@lru_cache(maxsize=4096)
def printed_unit(quote: str, dimension_name: str) -> tuple[str, float]:
    """The unit of a figure as it is printed, and its factor in base units; the base unit where that cannot be told."""
    found = [each.unit for each in quantities(quote) if each.unit and dimension(each.unit).name == dimension_name]
    return (found[0], dimension(found[0]).factor) if len(found) == 1 else (dimension_name, 1.0)


def as_printed(figure: Figure) -> Figure:
    """The figure in the unit that it prints: *$3.87 per million British thermal units* is 3.87."""
    factor = printed_unit(figure.quote, figure.dimension)[1]
    return replace(figure, stated=figure.stated.scaled(1 / factor), allowed=figure.allowed.scaled(1 / factor))
