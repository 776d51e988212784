"""The printed interval of a claim, in base units, so that any two figures of one dimension can be compared."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from crossfoot.reconcile import words
from crossfoot.records import Claim
from crossfoot.values.intervals import Interval
from crossfoot.values.quantities import quantities
from crossfoot.values.units import convert, same_dimension

# What each part of a unit is counted in here; anything else stays what it is.
BASES: Final = ("percent", "percentage_point", "year", "W", "Wh", "tonne", "barrel", "m", "m**2", "m**3", "byte")
_APPROXIMATE: Final = 0.05
_TWO_DIGITS: Final = 2
_SMALLEST: Final = 1e-40
_LARGEST: Final = 1e60


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
    for base in BASES:
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
    if stated.vague or not all(_of_this_world(end) for end in (stated.low, stated.high)):
        return Interval(None, None)
    return worded(stated, _from_quote(claim, stated) or _from_digits(stated), claim.bound, claim.quote)


def worded(stated: Interval, digits: Interval, bound: str, quote: str) -> Interval:
    """What a figure allows: its printed digits, narrowed or widened by the wording of its quote."""
    said = quote.lower()
    below, above = words.leaning()
    middle = stated.middle
    if middle is not None and (stated.low is None or stated.high is None or stated.low == stated.high):
        falls = middle < 0  # a fall of nearly 5% lies between -5 and -4.75
        if below.search(said):
            return _towards(middle, digits, up=falls)
        if above.search(said):
            return _towards(middle, digits, up=not falls)
    return _as_worded(stated, digits, bound)


def _of_this_world(end: float | None) -> bool:
    """False for a size that nothing in the news has, and that arithmetic would carry beyond what a float holds."""
    return not end or _SMALLEST < abs(end) < _LARGEST


def _towards(middle: float, digits: Interval, *, up: bool) -> Interval:
    """From the figure to 5% beside it."""
    room = abs(middle) * _APPROXIMATE
    if up:
        return Interval(middle, max(middle + room, digits.high or middle))
    return Interval(min(middle - room, digits.low or middle), middle)


def _as_worded(stated: Interval, digits: Interval, bound: str) -> Interval:
    """Open where a bound leaves it open; 5% wide where the figure is approximate."""
    low, high = digits.low, digits.high
    if bound == "~":
        low = None if stated.low is None or low is None else min(low, stated.low - abs(stated.low) * _APPROXIMATE)
        high = None if stated.high is None or high is None else max(high, stated.high + abs(stated.high) * _APPROXIMATE)
    if stated.low is None:
        return Interval(None, stated.high)
    if stated.high is None:
        return Interval(stated.low, None)
    return Interval(*_ordered(low, high))


def _stated(claim: Claim) -> Interval:
    """The claim's own ends; a null pair with a value is that point; inverted ends are put in order."""
    low, high = claim.value_low, claim.value_high
    if low is None and high is None and claim.bound in "=~":
        low = high = claim.value
    return Interval(*_ordered(low, high))


def _ordered(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    if low is not None and high is not None and low > high:
        return high, low
    return low, high


def _from_quote(claim: Claim, stated: Interval) -> Interval | None:
    """The precision that the quote's own digits print, carried over to the claim's unit and sign."""
    read = _reading_of(claim.quote)
    if read is None:
        return None
    (value, digits), ours = read, stated.middle
    reference = value.middle
    if not reference or not ours:
        return None
    factor = ours / reference
    if not math.isfinite(factor) or factor == 0:
        return None
    interval = digits.scaled(factor)
    # a quote that holds one end of a range (`$8 to` ...) is no measure of the whole
    return interval if interval.meets(stated) and _as_wide(value.scaled(factor), stated) else None


@lru_cache(maxsize=8192)
def _reading_of(quote: str) -> tuple[Interval, Interval] | None:
    """Value and printed interval of the one quantity in a quote."""
    found = quantities(quote)
    return (found[0].value, found[0].printed) if len(found) == 1 else None


def _as_wide(read: Interval, stated: Interval) -> bool:
    """True where both are points, or both ranges of about one width."""
    widths = [0.0 if None in (end.low, end.high) else (end.high or 0.0) - (end.low or 0.0) for end in (read, stated)]
    return math.isclose(*widths, rel_tol=0.05, abs_tol=1e-9)


def _from_digits(stated: Interval) -> Interval:
    """Half a unit of the last digit that the number itself shows."""
    low, high = stated.low, stated.high
    return Interval(None if low is None else low - half_unit(low), None if high is None else high + half_unit(high))


@lru_cache(maxsize=16384)
def half_unit(value: float) -> float:
    """Half a unit of the last digit of a number, trailing zeros counting down to two significant digits."""
    if value == 0 or not math.isfinite(value):
        return 0.0
    _, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    if not isinstance(exponent, int):
        return 0.0
    last = exponent - max(0, _TWO_DIGITS - len(digits)) if exponent > 0 else exponent
    return float(Decimal(1).scaleb(last)) / 2
