"""A figure and a metric's name in its sentence, side by side: what every test of their belonging together reads."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.extract.figures import Figure
from crossfoot.extract.metrics import MetricMention
from crossfoot.extract.tokens import Doc, Span, Token

QUANTITIES = "crossfoot_quantities"
CHANGE_KINDS = frozenset({"percent", "points"})
_PURPOSE_REACH = 8  # tokens
# What an allocation is for says more than the allocation: "set aside $2bn for its buyback".
_PURPOSES = frozenset({"share_buyback", "dividend", "capital_expenditure", "research_and_development", "debt"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A figure and a metric that a name in its sentence may give it; `word` is the name's head."""

    figure: Figure
    mention: MetricMention
    metric: str
    word: Token
    change: bool

    @property
    def doc(self) -> Doc:
        return self.figure.doc

    @property
    def follows(self) -> bool:
        """Whether the name stands behind the figure."""
        return self.mention.start >= self.figure.span.end

    @property
    def behind_figure(self) -> Span:
        """The words from the figure to the name behind it."""
        return self.doc[self.figure.span.end : self.mention.start]

    @property
    def first_word(self) -> str:
        return self.doc[self.mention.start].lower_


def can_be_purpose(metric: str, distance: int) -> bool:
    """*set aside $2bn to fund its buyback*: what a sum is for, so many words behind it."""
    return metric in _PURPOSES and 0 <= distance <= _PURPOSE_REACH
