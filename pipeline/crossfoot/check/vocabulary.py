"""The words by which a summary is held against articles: the shape of `check.yaml`."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.vocabulary.loader import load


class Side(BaseModel):
    """Two sets of words of which a thing has one or the other, and what differs then."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: str
    one: frozenset[str]
    other: frozenset[str]


class Words(BaseModel):
    """The shape of `check.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    up: frozenset[str]
    down: frozenset[str]
    flat: frozenset[str]
    no_way: tuple[str, ...]
    sides: tuple[Side, ...]
    expected: frozenset[str]
    denied: frozenset[str]
    from_words: tuple[str, ...]
    to_words: tuple[str, ...]
    by_words: tuple[str, ...]
    differences: tuple[str, ...]
    sums: tuple[str, ...]
    middles: tuple[str, ...]
    exactly: tuple[str, ...]
    at_most: tuple[str, ...]
    at_an_age: tuple[str, ...]
    handed: tuple[str, ...]
    affairs: tuple[str, ...]
    deals: tuple[Side, ...]
    any_time: frozenset[str]
    behind_a_part: frozenset[str]
    each: tuple[str, ...]
    apiece: tuple[str, ...]
    elapsed: tuple[str, ...]
    remaining: tuple[str, ...]
    shares: tuple[str, ...]
    wholes: tuple[str, ...]
    quarters: dict[str, tuple[str, ...]]
    groups: dict[int, frozenset[str]]
    further: tuple[str, ...]
    in_a_row: tuple[str, ...]
    anniversaries: tuple[str, ...]
    abbreviations: frozenset[str]


@cache
def words() -> Words:
    """The words for checking."""
    vocabulary: Words = load("check.yaml", Words)
    return vocabulary


@cache
def said(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words."""
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)", re.IGNORECASE)
