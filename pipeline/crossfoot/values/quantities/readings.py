"""A figure as it is read, before its bound and direction: its lexemes, interval, unit and counted thing."""

from __future__ import annotations

from typing import NamedTuple

from crossfoot.values.intervals import Interval
from crossfoot.values.quantities.amounts import Amount, tidy
from crossfoot.values.quantities.bounds import bound_after, bound_before
from crossfoot.values.quantities.counted import Counted, read_counted
from crossfoot.values.quantities.lexemes import HYPHENS, NUMBER, WORD, Lexemes
from crossfoot.values.quantities.per_units import read_per
from crossfoot.values.quantities.quantity import Bound, Change
from crossfoot.values.quantities.unit_words import UnitName, read_unit
from crossfoot.values.quantities.vague import Multiplied, Vague


class Reading(NamedTuple):
    """A figure at lexemes `first` to `stop` (exclusive), before bounds and directions are looked for."""

    first: int
    stop: int
    value: Interval
    printed: Interval
    unit: str
    kind: str
    words: bool = False
    minor: str | None = None
    compound: bool = False
    vague: bool = False
    counted: Counted | None = None
    signed: bool = False
    change: Change | None = None
    multiplier: bool = False
    bound: Bound = "="


def single(lex: Lexemes, amount: Amount, counted: Counted | None) -> Reading:
    value, half = _valued(amount)
    unit, kind = _unit(amount, counted)
    change: Change | None = None
    if amount.signed and kind in {"percent", "points", "number", "percentage_point", "basis_point"}:
        change = "down" if value < 0 else "up"
    return Reading(
        amount.first,
        amount.stop,
        Interval.point(value),
        Interval(value - half, value + half),
        unit,
        kind,
        amount.number.words,
        amount.minor,
        amount.compound,
        counted=counted,
        signed=amount.signed,
        change=change,
    )


def ranged(lex: Lexemes, first: int, stop: int, low: Amount, high: Amount) -> Reading:
    left, right = _valued(low), _valued(high)
    value = Interval(left[0], right[0])
    printed = Interval(left[0] - left[1], right[0] + right[1])
    counted = count(lex, high._replace(stop=stop)) if low.bare else None
    unit, kind = _unit(high, counted)
    return Reading(
        first, stop, value, printed, unit, kind, low.number.words, high.minor, high.compound, counted=counted
    )


def multiplied(found: Multiplied) -> Reading:
    if found.percent is not None:
        value = Interval.point(abs(found.percent))
        change: Change = "up" if found.percent > 0 else "down"
        return Reading(
            found.first, found.stop, value, value, "percent", "percent", True, change=change, multiplier=True
        )
    value = Interval.point(found.times or 0.0)
    return Reading(found.first, found.stop, value, value, "x", "multiple", True, multiplier=True)


def one_unit(lex: Lexemes, index: int) -> Reading | None:
    """less than a week, about a month: one unit of time behind a bound."""
    if lex.word(index) not in {"a", "an"} or bound_before(lex, index) is None:
        return None
    found = read_unit(lex, index + 1)
    if (
        found is None
        or found.unit.kind != "duration"
        or lex.word(found.stop) in {"ago", "earlier", "later", "before", "-"}
    ):
        return None
    near = Interval(0.5, 1.5)
    return Reading(index, found.stop, Interval.point(1.0), near, found.unit.name, "duration", words=True)


def vague_reading(lex: Lexemes, vague: Vague) -> Reading | None:
    if vague.percent:
        return Reading(
            vague.first, vague.stop, vague.value, vague.value, "percent", "percent", True, vague=True, bound="~"
        )
    unit = read_unit(lex, vague.stop)
    if unit is not None and not _reads_as_noun(lex, vague.stop, unit.unit):
        value = vague.value
        if unit.unit.kind == "money" and lex.word(vague.first) in {"thousands", "millions", "billions", "trillions"}:
            value = Interval(None, None)  # "billions of dollars" bounds nothing that a reader could check
        name, *below = unit.unit.name.split("/")
        per = read_per(lex, unit.stop, durations=unit.unit.kind == "duration")
        full = "/".join([name, *below, *([per[0]] if per else [])])
        value = value.scaled(unit.unit.factor)
        stop = per[1] if per else unit.stop
        return Reading(
            vague.first, stop, value, value, full, unit.unit.kind, True, unit.unit.minor, vague=True, bound="~"
        )
    counted = read_counted(lex, vague.stop)
    if counted is None and vague.value.low is None and vague.magnitude == 1.0:
        return None
    kind, name = ("count", counted.unit) if counted else ("number", "")
    return Reading(
        vague.first, vague.stop, vague.value, vague.value, name, kind, True, vague=True, counted=counted, bound="~"
    )


def _reads_as_noun(lex: Lexemes, at: int, unit: UnitName) -> bool:
    return unit.kind in {"points", "multiple"} or (len(lex.word(at)) == 1 and lex.kind[at] == WORD)


def _valued(amount: Amount) -> tuple[float, float]:
    """The amount in its unit, and half a unit of its last printed digit."""
    sign = -1.0 if amount.negative else 1.0
    value = tidy(amount.value * amount.factor)
    return sign * value, amount.step * amount.factor / 2


def _unit(amount: Amount, counted: Counted | None) -> tuple[str, str]:
    if amount.unit:
        return "/".join([amount.unit, *amount.denominators]), amount.kind
    if counted is not None:
        return "/".join([counted.unit, *amount.denominators]), "count"
    return "", "number"


def count(lex: Lexemes, amount: Amount) -> Counted | None:
    """The counted thing behind a bare number."""
    if not amount.bare:
        return None
    open_end = bound_after(lex, amount.stop)
    at = open_end[1] if open_end is not None else amount.stop
    if (
        lex.word(at) in HYPHENS
        and lex.is_kind(at + 1, WORD)
        and lex.glued(at) == lex.glued(at + 1)
        and not amount.scale > 1
    ):
        return read_counted(lex, at + 1, singular=True)
    if lex.word(at) == "of" and amount.value > 1:
        start = at + 2 if lex.word(at + 1) in {"the", "its", "their", "his", "her", "our", "those", "these"} else at + 1
        if lex.is_kind(start, NUMBER):
            start += 1  # 60,000 of its 120,000 staff
        return read_counted(lex, start)
    one = amount.value == 1.0 and amount.number.words
    return read_counted(
        lex, at, one=one, singular=_attributive(lex, amount), numbers=amount.scale > 1 or _type_number(lex, at)
    )


def _type_number(lex: Lexemes, at: int) -> bool:
    """90 320 Neo jets: the second number is a type."""
    return (
        lex.is_kind(at, NUMBER) and len(lex.raw[at]) == 3 and lex.is_kind(at + 1, WORD) and lex.raw[at + 1][0].isupper()
    )


def _attributive(lex: Lexemes, amount: Amount) -> bool:
    """3 cylinder engine, 12 page document: a small whole number before two nouns or more."""
    at = amount.stop
    whole = (amount.number.plain or amount.number.words) and amount.scale == 1.0 and amount.value <= 1000
    return whole and lex.is_kind(at, WORD) and lex.raw[at].islower() and lex.is_kind(at + 1, WORD)
