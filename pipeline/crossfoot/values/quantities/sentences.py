"""What a figure takes from those before it in its sentence: a unit left unsaid, or the bound of what it converts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from crossfoot.values.intervals import Interval
from crossfoot.values.quantities.amounts import read_amount
from crossfoot.values.quantities.counted import nouns
from crossfoot.values.quantities.lexemes import BREAK, NUMBER, Lexemes
from crossfoot.values.quantities.per_units import read_per
from crossfoot.values.quantities.quantity import Quantity
from crossfoot.values.quantities.unit_words import currency_file

_LINKS = frozenset(
    [
        "from",
        "to",
        "including",
        "than",
        "versus",
        "vs",
        "with",
        "against",
        "and",
        "or",
        "but",
        "at",
        "only",
        "for",
        "beating",
        "beat",
        "exceeding",
        "topping",
        "missing",
        "trailing",
    ]
)
_PERCENT_LINKS = frozenset(["from", "than", "versus", "vs", "with", "against", "and"])
_NEAR = 8.0  # how many times greater or smaller a figure may be that leaves its unit unsaid
_SCALED = 1e6  # "sales rose to 6 billion euros, and profit to 540 million": a sum of millions may be far smaller
_MEMORY = 5
_OVER = frozenset("on from over m y q mom yoy qoq month year quarter week".split())
_TIMES = _OVER | frozenset("the a previous earlier ago before / - and in".split())
_RESTATED = (
    {"percent"},
    {"money", "percent"},
    {"points", "percent"},
    {"number", "percent"},
    {"count", "percent"},
    {"money"},
)


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
            quantity = self._per_of_converted(lex, quantity, first, stop)
            quantity = self._change_restated(lex, quantity, first, stop)
            quantity = self._unit_unsaid(lex, quantity, first)
        if quantity.minor == "cent" and quantity.unit.startswith("USD"):
            quantity = self._cents_of(lex, quantity, stop)
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

    def _cents_of(self, lex: Lexemes, quantity: Quantity, stop: int) -> Quantity:
        """€34.10, down 85 cents; up 15 cents at €12: bare cents are of the currency beside them."""
        word = lex.text[quantity.figure_start : quantity.figure_end].lower()
        if "us" in word or "u.s" in word or "eur" in word:
            return quantity
        beside = next((other.unit for other in reversed(self.seen) if other.kind == "money"), None)
        if lex.word(stop) in {"to", "at"}:
            ahead = (read_amount(lex, at, floor=stop + 1) for at in range(stop + 1, min(stop + 4, lex.size))
                     if lex.kind[at] == NUMBER)  # fmt: skip
            beside = next((amount.unit for amount in ahead if amount and amount.kind == "money"), beside)
        currency = (beside or "USD").split("/")[0]
        if currency == "USD" or currency not in currency_file().cents:
            return quantity
        return replace(quantity, unit=currency + quantity.unit.removeprefix("USD"))

    def _per_of_converted(self, lex: Lexemes, quantity: Quantity, first: int, stop: int) -> Quantity:
        """3,905 ringgit ($831.74) a tonne: the rate behind the bracket holds for both."""
        last = self.seen[-1]
        converted = first - 1 == self.stop and lex.word(first - 1) == "(" and lex.word(stop) == ")"
        if not converted or quantity.kind != "money" or last.kind != "money" or "/" in quantity.unit:
            return quantity
        step = read_per(lex, stop + 1)
        if step is None or not last.unit.endswith("/" + step[0]):
            return quantity
        return replace(quantity, unit=f"{quantity.unit}/{step[0]}")

    def _change_restated(self, lex: Lexemes, quantity: Quantity, first: int, stop: int) -> Quantity:
        """rose 85 points, or 1.3%; gained $4 (2.7%); rose 0.3% on the month and 3.1% on the year: the same move."""
        last = self.seen[-1]
        if quantity.change or not last.change or {quantity.kind, last.kind} not in _RESTATED:
            return quantity
        between = lex.low[self.stop : first]
        restated = between in ([",", "or"], ["or"], ["("], [",", "or", "about"], [",", "or", "nearly"])
        restated = restated or _over_another_time(lex, self.stop, first, stop)
        return replace(quantity, change=last.change) if restated else quantity

    def _unit_unsaid(self, lex: Lexemes, quantity: Quantity, first: int) -> Quantity:
        """6.2 million phones, up from 5.1 million: the unit of the last figure of like size."""
        size = quantity.value.middle
        if quantity.unit or not size or quantity.vague:
            return quantity
        link = lex.word(first - 2 if lex.word(first - 1) == "the" else first - 1)
        for earlier in reversed(self.seen):
            other = earlier.value.middle
            scaled = link == "to" and earlier.kind == "money" and "/" not in earlier.unit and size >= _SCALED
            if not other or not earlier.unit or not (scaled or 1 / _NEAR <= abs(size / other) <= _NEAR):
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


def _over_another_time(lex: Lexemes, last: int, first: int, stop: int) -> bool:
    """True between `0.3% on the month and` and `on the year`."""
    between = lex.low[last:first]
    timed = len(between) > 1 and between[0] in _OVER and between[-1] == "and" and all(low in _TIMES for low in between)
    return timed and lex.word(stop) in _OVER
