"""Words about how a figure is meant: about, nearly, more than, up to, or more."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.values.quantities.directions import is_verb_particle
from crossfoot.values.quantities.lexemes import Lexemes, phrase_table
from crossfoot.values.quantities.quantity import Bound
from crossfoot.vocabulary.loader import load

_KNOWN = frozenset({"the", "its", "their", "that"})
_MARKS = frozenset({"mark", "milestone", "threshold", "barrier"})
_REACH = 3  # words that may stand between an approximator and its figure


class Bounds(BaseModel):
    """The file bounds.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    before: dict[Bound, tuple[str, ...]]
    local: frozenset[str]
    through: tuple[str, ...]
    after: dict[Bound, tuple[str, ...]]


@cache
def bounds() -> Bounds:
    """bounds.yaml."""
    file: Bounds = load("bounds.yaml", Bounds)
    return file


@cache
def _before() -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    """Phrases keyed by their last lexeme, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for bound, phrases in bounds().before.items():
        for entries in phrase_table(phrases).values():
            for words in entries:
                table.setdefault(words[-1], []).append((words, bound))
    for found in table.values():
        found.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return table


@cache
def _after() -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    table: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for bound, phrases in bounds().after.items():
        for first, entries in phrase_table(phrases).items():
            table.setdefault(first, []).extend((words, bound) for words in entries)
    for found in table.values():
        found.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return table


@cache
def _through() -> frozenset[str]:
    return frozenset(bounds().through)


def bound_before(lex: Lexemes, index: int, *, floor: int = 0) -> tuple[Bound, int] | None:
    """The approximator in front of lexeme `index` as (bound, its first lexeme); nothing before `floor` is looked at."""
    at = index - 1
    for _ in range(_REACH):
        if at < floor:
            return None
        for words, bound in _before().get(lex.low[at], ()):
            first = at - len(words) + 1
            if first >= floor and tuple(lex.low[first : at + 1]) == words and _plausible(lex, words, first, at, index):
                return None if _compares(lex, bound, at, index) else _stronger(lex, bound, first, floor)
        if lex.low[at] not in _through():
            return None
        at -= 1
    return None


def _plausible(lex: Lexemes, words: tuple[str, ...], first: int, last: int, index: int) -> bool:
    if words == ("up", "to"):
        return not is_verb_particle(lex, first)  # "ticked up to 4%"
    if len(words) > 1:
        return True
    word = words[0]
    if word in {"over", "above", "below", "under", "within", "near", "beyond"} and lex.word(first - 1) in {
        "percent",
        "%",
        "cent",
        "points",
    }:
        return False  # "10% above $5" compares
    if (
        word in bounds().local
        and index - last > 1
        and lex.word(last + 1) in {"the", "a", "an", "its", "their", "his", "her"}
    ):
        return False  # "built around the 25m tower"
    if word in {"-", "<", ">", "~", "sub"}:
        return last == index - 1
    return True


def _compares(lex: Lexemes, bound: Bound, last: int, index: int) -> bool:
    """more than the $5 billion that it had forecast, short of the 48 cents of a year ago: a known figure, and no bound.

    *topped the $5 billion mark* bounds what passed it.
    """
    if bound not in {">", "<"} or lex.word(last + 1) not in _KNOWN or last + 2 != index:
        return False
    return not any(lex.word(at) in _MARKS for at in range(index, index + 5))


def _stronger(lex: Lexemes, bound: Bound, first: int, floor: int) -> tuple[Bound, int]:
    """ "up to about 5%", "more than around 10": the outer word decides where it stands next to the inner one."""
    if bound != "~":
        return bound, first
    for words, outer in _before().get(lex.word(first - 1), ()):
        start = first - len(words)
        if outer != "~" and start >= floor and tuple(lex.low[start:first]) == words:
            return outer, start
    return bound, first


def bound_after(lex: Lexemes, index: int) -> tuple[Bound, int] | None:
    """The approximator that starts at lexeme `index` as (bound, stop)."""
    for words, bound in _after().get(lex.word(index), ()):
        if tuple(lex.low[index : index + len(words)]) == words:
            if words == ("+",) and not lex.glued(index):
                continue
            behind = index + len(words)
            if words == ("plus",) and lex.is_kind(behind, "w"):
                continue  # "$3.5bn plus assumed debt"
            if words[0] in {"plus", "and"} and (lex.is_kind(behind, "n") or lex.word(behind) in {"$", "£", "€"}):
                continue  # "of up 6 percent and up 9 percent"
            return bound, index + len(words)
    return None
