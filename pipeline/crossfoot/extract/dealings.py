"""The day on which shares changed hands, once said: it serves the other figures on that trade."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.when import When

_TRADING = frozenset(
    "sell buy offload dispose purchase acquire pick snap lap mop divest unload pare trim place".split()
)
_AFTERWARDS = frozenset({"come", "drop", "fall", "decline", "slip", "shrink", "reduce", "rise", "climb", "go", "stand"})
_BLOCK = frozenset({"stake", "shares_outstanding"})
_OF_IT = _BLOCK | {"deal_value", "offer_price", "price", "share_price", "other"}
_PAST = frozenset({"VBD", "VBN"})
_BULK = frozenset({"stake", "shares", "scrip", "scrips", "stock"})


@dataclass(slots=True)
class Dealings:
    """The last day on which the text said that a block of shares was sold or bought."""

    day: When | None = None

    def note(self, figure: Figure, metric: str, when: When) -> None:
        """Remembers the day of *on Wednesday sold a 6.8 per cent stake*."""
        period = when.period
        if metric in _BLOCK and _is_trade(figure) and period.first is not None and period.first == period.last:
            self.day = when

    def day_of(self, figure: Figure, metric: str) -> When | None:
        """*It disposed of 4 crore shares at Rs 528 apiece*, *its holding has come down to 9%*: on the day of the trade."""
        if self.day is None or metric not in _OF_IT:
            return None
        lemma = figure.verb.lemma_.lower() if figure.verb is not None else ""
        left = metric == "stake" and lemma in _AFTERWARDS
        told = _is_trade(figure) and (metric in _BLOCK or any(t.lower_ in _BULK for t in figure.sentence))
        return When(self.day.period, "day_of_the_trade", 0.45) if left or told else None


def _is_trade(figure: Figure) -> bool:
    """*sold*, *was offloaded*; not *had bought*, which was before."""
    verb = figure.verb
    if verb is None or verb.tag_ not in _PAST or verb.lemma_.lower() not in _TRADING:
        return False
    return not grammar.is_past_perfect(verb)
