"""The rules of a claim in words: `rules.yaml`."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from crossfoot.vocabulary.loader import Entry, load
from crossfoot.vocabulary.models import Strict


class Rule(Entry):
    """One rule; `says` goes on from "because"."""

    says: str


class Trust(Strict):
    """How many of 100 claims with this confidence or more have firm and metric right."""

    least: float = Field(alias="from", ge=0, le=1)
    right: int = Field(ge=0, le=100)


class Rules(Strict):
    """`rules.yaml`: by what a rule decides, then by its name."""

    trust: tuple[Trust, ...]
    metric: dict[str, Rule]
    firm: dict[str, Rule]
    date: dict[str, Rule]
    source: dict[str, Rule]

    def says(self, part: str, name: str) -> str:
        """A rule in words; one that has none yet is said by its name."""
        known: dict[str, Rule] = getattr(self, part, {})
        return known[name].says if name in known else name.replace("_", " ")

    def right_of_100(self, confidence: float) -> int:
        """How many of 100 claims with such a confidence have firm and metric right."""
        return next(each.right for each in reversed(self.trust) if confidence >= each.least)


@cache
def rules() -> Rules:
    """Every rule that has words."""
    found: Rules = load("rules.yaml", Rules)
    return found
