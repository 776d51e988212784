"""What a shape of phrases of time is: a pattern over classes of lexemes, and what it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.found import Found

Builder = Callable[[Found], m.Meaning | None]
# A shape that ends in another phrase (`the end of` + May): its builder is given what that phrase means.
Binder = Callable[[Found, m.Meaning], m.Meaning | None]


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern, and what it means.

    With `bind`, the pattern is only the head of a phrase that another one ends; with `own` besides, what follows is
    looked at and left alone, and the phrase is no more than that group.
    """

    name: str
    pattern: str
    build: Builder | None = None
    bind: Binder | None = None
    own: str | None = None
    parts: Callable[[Found, m.Meaning], tuple[m.Phrase, ...]] | None = None
