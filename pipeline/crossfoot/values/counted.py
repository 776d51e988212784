"""Finds the counted thing behind a figure: `12,500 employees`, `two new jets`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.values.lexemes import WORD, Lexemes
from crossfoot.vocabulary.loader import load

_REACH = 6  # words between a figure and its head noun


class Nouns(BaseModel):
    """The file nouns.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    units: dict[str, tuple[str, ...]]
    irregular: tuple[str, ...]
    not_plural: tuple[str, ...]
    stops: tuple[str, ...]
    fillers: tuple[str, ...]
    idle_one: tuple[str, ...]


@cache
def nouns() -> Nouns:
    """nouns.yaml."""
    return load("nouns.yaml", Nouns)


@cache
def _unit_of() -> dict[str, str]:
    return {word: unit for unit, words in nouns().units.items() for word in words}


@cache
def _irregular() -> frozenset[str]:
    return frozenset(nouns().irregular)


@cache
def _not_plural() -> frozenset[str]:
    return frozenset(nouns().not_plural)


@cache
def _stops() -> frozenset[str]:
    return frozenset(nouns().stops)


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted thing: its head noun at lexeme `head`, the words from `first` to `head`, and the unit it counts in."""

    first: int
    head: int
    text: str
    unit: str


def is_plural(word: str) -> bool:
    """True for what reads as a plural noun."""
    if word in _irregular():
        return True
    if len(word) < 3 or word in _not_plural() or word in _stops():
        return False
    return word.endswith("s") and not word.endswith(("ss", "'s", "ous", "sis"))


def counted_unit(noun: str) -> str:
    """The unit that a head noun counts in: `item` where it has no name of its own."""
    return _unit_of().get(noun.lower(), "item")


def read_counted(lex: Lexemes, index: int, *, singular: bool = False) -> Counted | None:
    """The noun group that starts at lexeme `index`; its head is the first plural, or the last word after "one".

    Stops at function words, finite verbs and signs other than a hyphen between words.
    """
    last: int | None = None
    plural: int | None = None
    at, words = index, 0
    while words < _REACH and at < lex.size:
        if lex.kind[at] != WORD:
            if lex.word(at) == "-" and lex.is_kind(at + 1, WORD) and at > index:
                at += 1
                continue
            break
        low = lex.low[at]
        if low in _stops() and not (low == "and" and False):
            break
        if words and (low.endswith("ly") or low.endswith("ed") and plural is not None):
            break
        words += 1
        hyphenated = lex.word(at + 1) == "-" and lex.is_kind(at + 2, WORD)
        if is_plural(low) and not hyphenated:
            plural = at
            # "Nvidia GPUs clusters" does not occur, "sales managers" does: one plural may modify the next
            if not (lex.is_kind(at + 1, WORD) and is_plural(lex.word(at + 1))):
                break
        last = at
        at += 1
    head = plural if plural is not None else last if singular else None
    if head is None:
        return None
    noun = lex.raw[head]
    return Counted(index, head, noun, counted_unit(noun))
