"""Figures in text: numbers, units, ranges, bounds and directions, as a grammar over typed lexemes."""

from crossfoot.values.quantities.quantity import Quantity
from crossfoot.values.quantities.reader import quantities

__all__ = ["Quantity", "quantities"]
