"""One figure's reading on its way: what stands around it, and what the steps so far have found."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.extract.figures import Figure
from crossfoot.extract.memory import WEAK, Memory, Reading
from crossfoot.extract.metrics import MetricMention
from crossfoot.extract.tokens import Span
from crossfoot.extract.what import What
from crossfoot.extract.when import When
from crossfoot.extract.whom import Whom
from crossfoot.records import Direction


@dataclass(slots=True)
class Draft:
    """A reading on its way: the figure, what stands around it, and what the steps so far have found."""

    figure: Figure
    mentions: list[MetricMention]
    others: list[Span]
    before: list[Reading]
    memory: Memory
    direction: Direction | None = None
    what: What | None = None
    whom: Whom | None = None
    when: When | None = None
    scope: str | None = None
    leans: bool = False

    @property
    def leader(self) -> Reading | None:
        """The figure before in the sentence."""
        return self.before[-1] if self.before else None

    @property
    def change(self) -> bool:
        """Whether the figure says how far something moved."""
        return self.direction is not None

    @property
    def unsure(self) -> bool:
        """Whether what is measured is unknown, or a guess."""
        return self.what is None or self.what.confidence < WEAK
