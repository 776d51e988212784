"""Finds the counted thing behind a figure: `8,200 employees`, `two new jets`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.values.quantities.lexemes import NUMBER, WORD, Lexemes
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
    idle_one: frozenset[str]
    idioms: frozenset[str]
    expectations: frozenset[str]


@cache
def nouns() -> Nouns:
    """nouns.yaml."""
    file: Nouns = load("nouns.yaml", Nouns)
    return file


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
    """The counted thing: its group of words from lexeme `first` to its head noun at `head`, and the unit it counts in."""

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
    return word.endswith("s") and not word.endswith(("ss", "'s", "us", "sis"))


def counted_unit(noun: str) -> str:
    """The unit that a head noun counts in: `item` where it has no name of its own."""
    return _unit_of().get(noun.lower(), "item")


def read_counted(
    lex: Lexemes, index: int, *, singular: bool = False, numbers: bool = False, one: bool = False
) -> Counted | None:
    """The noun group that starts at lexeme `index`; its head is the first plural, or (`singular`) the last word.

    Stops at function words and verbs. A comma, "and" or "or" is passed only towards a plural ("Kia and Hyundai
    vehicles"), a number only inside a name ("Model 3 sedans") or, with `numbers`, at the head ("9 liter cases").
    Behind "one" an s ends a verb (`one`).
    """
    at, words = index, 0
    last: int | None = None
    plural: int | None = None
    joined = False
    while words < _REACH and at < min(lex.size, index + 2 * _REACH):
        if lex.kind[at] == WORD:
            low = lex.low[at]
            if low in {"and", "or", "&"} and words and plural is None and lex.is_kind(at + 1, WORD):
                at, joined = at + 1, True
                continue
            if (
                (low in _stops() and not _opens_model(lex, at))
                or (words and _is_verb(low, lex.low[at - 1]))
                or (one and is_plural(low))
            ):
                break
            words += 1
            if is_plural(low) and not _hyphenated(lex, at):
                plural = at
                if not _goes_on(lex, at):
                    break
            if not joined:
                last = at
        elif words and _is_model(lex, at):
            plural = at
            break
        elif not _passes(lex, at, index, words, numbers=numbers):
            break
        elif lex.word(at) == ",":
            joined = True
        at += 1
    head = plural if plural is not None else last if singular or one else None
    if head is None:
        return None
    noun = lex.raw[head] + "s" * (lex.kind[head] == NUMBER)
    return Counted(index, head, noun, counted_unit(noun))


def _is_model(lex: Lexemes, at: int) -> bool:
    """True for the number of *Boeing 787s*, *Airbus A350s*: a model's, in the plural."""
    return lex.kind[at] == NUMBER and lex.word(at + 1) == "s" and lex.glued(at + 1)


def _is_verb(low: str, before: str) -> bool:
    if before.endswith("ly"):
        return False  # "20 decently sized plants"
    return low.endswith("ly") or (
        low.endswith("ed") and low not in {"hundred", "skilled", "red", "bed", "used"} and len(low) > 4
    )


def _opens_model(lex: Lexemes, at: int) -> bool:
    """True for the letter of a model's name (A330): a capital that touches a number."""
    return lex.raw[at] == "A" and lex.glued(at + 1) and lex.kind[at + 1] == NUMBER


def _goes_on(lex: Lexemes, at: int) -> bool:
    """True where a plural may be followed by the head: "sales managers", "Airbus 320 jets", "Siemens turbines"."""
    if not lex.is_kind(at + 1, WORD):
        return lex.is_kind(at + 1, NUMBER) and lex.raw[at].istitle()
    return is_plural(lex.word(at + 1)) or (lex.raw[at].istitle() and lex.word(at + 1) not in _stops())


def _hyphenated(lex: Lexemes, at: int) -> bool:
    return lex.word(at + 1) == "-" and lex.is_kind(at + 2, WORD)


def _passes(lex: Lexemes, at: int, index: int, words: int, *, numbers: bool) -> bool:
    """True for a sign or number that a noun group may hold."""
    if lex.kind[at] == NUMBER:
        goes_on = lex.is_kind(at + 1, WORD) or (lex.word(at + 1) == "-" and lex.is_kind(at + 2, NUMBER))
        return (words > 0 or numbers) and goes_on and len(lex.raw[at]) <= 4
    if lex.word(at) == "-":
        return at > index and lex.kind[at + 1 : at + 2] in ([WORD], [NUMBER])
    return lex.word(at) == "," and words > 0 and lex.is_kind(at + 1, WORD) and lex.raw[at + 1].islower() and words < 3
