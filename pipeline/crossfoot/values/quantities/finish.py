"""Completes a reading: its bound, direction, denominators behind the noun, and offsets."""

from __future__ import annotations

from crossfoot.values.intervals import Interval
from crossfoot.values.quantities.bounds import bound_after, bound_before
from crossfoot.values.quantities.counted import nouns
from crossfoot.values.quantities.directions import change_after, change_before, restated_after
from crossfoot.values.quantities.figure_guards import is_calendar
from crossfoot.values.quantities.lexemes import NUMBER, WORD, Lexemes
from crossfoot.values.quantities.per_units import read_per
from crossfoot.values.quantities.quantity import Bound, Change, Quantity
from crossfoot.values.quantities.readings import Reading

_MOVING = frozenset(
    ["percent", "percentage_point", "basis_point", "points", "money", "multiple", "volume", "mass", "power", "energy"]
)


def finish(lex: Lexemes, reading: Reading, *, floor: int) -> tuple[Quantity, int]:
    """The quantity of a reading, with its bound, direction and offsets, and the lexeme to go on from."""
    first, stop = reading.first, reading.stop
    bound: Bound = reading.bound
    start, end = first, stop
    ahead = bound_before(lex, first, floor=floor)
    if ahead is not None and not (reading.kind == "duration" and _means_during(lex, ahead[1], first)):
        bound, start = ahead
    behind_at = reading.counted.head + 1 if reading.counted is not None else stop
    behind = bound_after(lex, stop) or bound_after(lex, behind_at)
    if behind is not None and bound in {"=", "~"}:
        bound, end = behind
    unit, stop = _late_per(lex, reading)
    within = 2 if reading.vague and lex.low[max(start - 2, 0) : start] == ["in", "the"] else 0  # grew in the low teens
    change = reading.change or change_before(lex, start - within, floor=floor) or _after(lex, reading, max(end, stop))
    if reading.value.low != reading.value.high and bound != "~":
        bound = reading.bound  # "from up to 50 tonnes to 65": a range keeps its own ends
    value = bounded(reading.value, bound)
    counted = reading.counted
    if stop > reading.stop and NUMBER not in lex.kind[reading.stop : stop]:
        end = max(end, stop)
    quantity = Quantity(
        start=lex.start[start],
        end=lex.end[max(end, reading.stop) - 1],
        figure_start=lex.start[first],
        figure_end=lex.end[reading.stop - 1],
        value=value,
        unit=unit,
        bound=bound,
        change=change,
        kind=reading.kind,
        printed=reading.printed,
        noun=counted.text if counted else None,
        noun_start=lex.start[counted.head] if counted else None,
        noun_end=lex.end[counted.head] if counted else None,
        group_start=lex.start[counted.first] if counted else None,
        minor=reading.minor,
        vague=reading.vague,
        words=reading.words,
        calendar=reading.kind == "duration" and "/" not in unit and is_calendar(lex, start, reading.stop),
        compound=reading.compound,
        multiplier=reading.multiplier,
    )
    return quantity, max(end, reading.stop)


def _means_during(lex: Lexemes, start: int, first: int) -> bool:
    """over 10 years, within two weeks: how long it takes, and no bound on it."""
    return first - start == 1 and lex.word(start) in {"over", "within"}


def _after(lex: Lexemes, reading: Reading, at: int) -> Change | None:
    if reading.kind in _MOVING:
        return change_after(lex, at) or restated_after(lex, at)
    return change_after(lex, at) if reading.compound else None  # "a 4,000-job cut"


def _late_per(lex: Lexemes, reading: Reading) -> tuple[str, int]:
    """The unit with denominators behind the counted thing: 3,000 tests per day, 2.4bn gallons of fuel a year."""
    if "/" in reading.unit or reading.kind not in {"count", "volume", "mass", "data", "energy"}:
        return reading.unit, reading.stop
    at = reading.counted.head + 1 if reading.counted is not None else reading.stop
    if lex.word(at) == "of":
        thing = at + 1
        while thing < min(at + 4, lex.size) and lex.kind[thing] == WORD and lex.word(thing) not in nouns().stops:
            thing += 1
        at = thing if read_per(lex, thing) is not None else at
    step = read_per(lex, at)
    if step is None or step[0] == "item":
        return reading.unit, reading.stop
    return f"{reading.unit}/{step[0]}", step[1]


def bounded(value: Interval, bound: Bound) -> Interval:
    if value.low is None and value.high is None:
        return value
    if bound in {">", ">="}:
        return Interval(value.low, None)
    if bound in {"<", "<="}:
        return Interval(None, value.high)
    return value
