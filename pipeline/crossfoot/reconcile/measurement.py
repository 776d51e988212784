"""The printed interval of a claim, in base units, so that any two figures of one dimension can be compared."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from crossfoot.records import Claim
from crossfoot.values.intervals import Interval

try:
    from crossfoot.values.quantities.quantities import quantities
    from crossfoot.values.units import convert, same_dimension
except ImportError:  # for the first days of the house
    def quantities(text): return []
    T={"GW":("W",1e9),"MW":("W",1e6),"W":("W",1),"year":("year",1),"month":("year",1/12),"day":("year",1/365.25),"percent":("percent",1),"percentage_point":("percentage_point",1),"basis_point":("percentage_point",.01)}
    def same_dimension(a,b): return T.get(a,(a,1))[0]==T.get(b,(b,1))[0]
    def convert(v,a,b): return v*T[a][1]/T[b][1]

# What each part of a unit is counted in here; anything else stays what it is.
_BASES: Final = ("percent", "percentage_point", "year", "W", "Wh", "tonne", "barrel", "m", "m**2", "m**3", "byte")
_APPROXIMATE: Final = 0.05
_TWO_DIGITS: Final = 2


@dataclass(frozen=True, slots=True)
class Dimension:
    """A unit reduced to base units: its name there, and the factor that takes a value into it."""

    name: str
    factor: float


@lru_cache(maxsize=4096)
def dimension(unit: str | None) -> Dimension:
    """The dimension of a unit as claims write it: `USD/GW/year` is `USD/W/year`, one to a thousand million."""
    names, factor = [], 1.0
    for place, part in enumerate((unit or "").split("/")):
        base = _base(part)
        names.append(base.name)
        factor = factor * base.factor if place == 0 else factor / base.factor
    head, *tail = names
    return Dimension("/".join([head, *sorted(tail)]), factor)


@lru_cache(maxsize=4096)
def _base(part: str) -> Dimension:
    for base in _BASES:
        if part == base:
            return Dimension(base, 1.0)
        if same_dimension(part, base):
            factor = convert(1.0, part, base)
            if factor is not None and factor > 0 and math.isfinite(factor):
                return Dimension(base, factor)
    return Dimension(part, 1.0)


def printed(claim: Claim) -> Interval:
    """Where the figure lies by its digits and wording, in the claim's unit; vague where nothing is known."""
    stated = _stated(claim)
    if stated.vague:
        return stated
    low, high = _from_quote(claim, stated) or _from_digits(stated, claim.bound)
    return Interval(*_ordered(low, high))


def _stated(claim: Claim) -> Interval:
    """The claim's own ends; a null pair with a value is that point; inverted ends are put in order."""
    low, high = claim.value_low, claim.value_high
    if low is None and high is None:
        low = high = claim.value
    return Interval(*_ordered(low, high))


def _ordered(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    if low is not None and high is not None and low > high:
        return high, low
    return low, high


def _from_quote(claim: Claim, stated: Interval) -> tuple[float | None, float | None] | None:
    """The precision that the quote's own words print, carried over to the claim's unit and sign."""
    found = quantities(claim.quote)
    if len(found) != 1:
        return None
    read = found[0]
    reference, ours = read.value.middle, stated.middle
    if not reference or not ours:
        return None
    factor = ours / reference
    if not math.isfinite(factor) or factor == 0:
        return None
    interval = read.printed.scaled(factor)
    # a quote that holds one end of a range (`$8 to` ...) is no measure of the whole
    if not interval.meets(stated):
        return None
    return interval.low, interval.high


def _from_digits(stated: Interval, bound: str) -> tuple[float | None, float | None]:
    """Half a unit of the last digit that the number itself shows, 5% where it is approximate."""
    loose = _APPROXIMATE if bound == "~" else 0.0
    low, high = stated.low, stated.high
    if bound in (">", ">=") and high is None:
        return low, None
    if bound in ("<", "<=") and low is None:
        return None, high
    return (
        None if low is None else low - max(half_unit(low), abs(low) * loose),
        None if high is None else high + max(half_unit(high), abs(high) * loose),
    )


def half_unit(value: float) -> float:
    """Half a unit of the last digit of a number, trailing zeros counting down to two significant digits."""
    if value == 0 or not math.isfinite(value):
        return 0.0
    _, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    if not isinstance(exponent, int):
        return 0.0
    last = exponent - max(0, _TWO_DIGITS - len(digits)) if exponent > 0 else exponent
    return float(Decimal(1).scaleb(last)) / 2
