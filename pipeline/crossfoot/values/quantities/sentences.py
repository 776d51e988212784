"""What a figure takes from those before it in its sentence: a unit left unsaid, or the bound of what it converts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from crossfoot.values.intervals import Interval
from crossfoot.values.quantities.counted import nouns
from crossfoot.values.quantities.lexemes import BREAK, Lexemes
from crossfoot.values.quantities.quantity import Quantity

_LINKS = frozenset(
    ["from", "to", "including", "than", "versus", "vs", "with", "against", "and", "or", "but", "at", "only", "for"]
)
_PERCENT_LINKS = frozenset(["from", "than", "versus", "vs", "with", "against", "and"])
_NEAR = 8.0  # how many times greater or smaller a figure may be that leaves its unit unsaid
_MEMORY = 5
_RESTATED = ({"money", "percent"}, {"points", "percent"}, {"number", "percent"}, {"count", "percent"}, {"money"})


@dataclass(slots=True)
class Sentence:
    """The figures read so far in the sentence that is being read."""

    stop: int = 0
    seen: list[Quantity] = field(default_factory=list)

    def complete(self, lex: Lexemes, quantity: Quantity, first: int, stop: int) -> Quantity:
        """`quantity` (at lexemes `first` to `stop`) with what the sentence's earlier figures give it."""
        if any(lex.kind[at] == BREAK or lex.word(at) in {".", "?", "!"} for at in range(self.stop, first)):
            self.seen.clear()
        elif self.seen:
            quantity = self._bound_of_converted(lex, quantity, first)
            quantity = self._change_restated(lex, quantity, first)
            quantity = self._unit_unsaid(lex, quantity, first)
        self.seen = [*self.seen[-_MEMORY:], quantity]
        self.stop = stop
        return quantity

    def _bound_of_converted(self, lex: Lexemes, quantity: Quantity, first: int) -> Quantity:
        """more than £4bn ($5.1bn): the bracket says the same in another unit."""
        last = self.seen[-1]
        converted = first - 1 == self.stop and lex.word(first - 1) == "(" and quantity.kind == last.kind != "percent"
        if not converted or quantity.bound != "=" or last.bound == "=" or quantity.unit == last.unit:
            return quantity
        low, high = quantity.value.low, quantity.value.high
        if last.bound in {">", ">="}:
            high = None
        if last.bound in {"<", "<="}:
            low = None
        return replace(quantity, bound=last.bound, value=Interval(low, high))

    def _change_restated(self, lex: Lexemes, quantity: Quantity, first: int) -> Quantity:
        """rose 85 points, or 1.3%; gained $4 (2.7%): the same move in another unit."""
        last = self.seen[-1]
        if quantity.change or not last.change or {quantity.kind, last.kind} not in _RESTATED:
            return quantity
        between = lex.low[self.stop : first]
        restated = between in ([",", "or"], ["or"], ["("], [",", "or", "about"], [",", "or", "nearly"])
        return replace(quantity, change=last.change) if restated else quantity

    def _unit_unsaid(self, lex: Lexemes, quantity: Quantity, first: int) -> Quantity:
        """6.2 million phones, up from 5.1 million: the unit of the last figure of like size."""
        size = quantity.value.middle
        if quantity.unit or not size or quantity.vague:
            return quantity
        link = lex.word(first - 1)
        for earlier in reversed(self.seen):
            other = earlier.value.middle
            if not other or not earlier.unit or not 1 / _NEAR <= abs(size / other) <= _NEAR:
                continue
            if earlier.kind == "percent" and earlier.change and quantity.change:
                return replace(quantity, unit="percent", kind="percent", inherited=True)  # "and the other is down 31"
            if link == "of" and lex.word(first - 2) in nouns().expectations:
                link = "with"
            if link not in (_PERCENT_LINKS if earlier.kind == "percent" else _LINKS) or earlier.kind in {
                "age",
                "multiple",
                "duration",
            }:
                continue
            return replace(
                quantity, unit=earlier.unit, kind=earlier.kind, noun=earlier.noun, noun_start=earlier.noun_start,
                noun_end=earlier.noun_end, group_start=earlier.group_start, inherited=True,
            )  # fmt: skip
        return quantity
