"""Direction words that govern a figure: up 5%, fell by about 3%, a 4% drop."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.values.quantities.lexemes import NUMBER, WORD, Lexemes, phrase_table
from crossfoot.values.quantities.quantity import Change
from crossfoot.vocabulary.loader import load

_REACH = 5


class Side(BaseModel):
    """Words of one direction, by the side of the figure they stand on."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    before: tuple[str, ...]
    after: tuple[str, ...]


class Changes(BaseModel):
    """The file changes.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    up: Side
    down: Side
    through: tuple[str, ...]
    between_after: tuple[str, ...]
    base_forms: frozenset[str]
    funds: frozenset[str]
    particles: frozenset[str]
    moves: frozenset[str]
    carried: frozenset[str]


@cache
def changes() -> Changes:
    """changes.yaml."""
    file: Changes = load("changes.yaml", Changes)
    return file


@cache
def _before() -> dict[str, Change]:
    """Last words of the verbs in front and their direction."""
    table: dict[str, Change] = {}
    for word in changes().up.before:
        table[word] = "up"
    for word in changes().down.before:
        table[word] = "down"
    return table


@cache
def _after() -> dict[str, Change]:
    table: dict[str, Change] = dict.fromkeys(changes().up.after, "up")
    table.update(dict.fromkeys(changes().down.after, "down"))
    return table


@cache
def _through() -> frozenset[str]:
    single = {words[0] for entries in phrase_table(changes().through).values() for words in entries if len(words) == 1}
    return frozenset(single)


@cache
def _between() -> frozenset[str]:
    return frozenset(changes().between_after)


def change_before(lex: Lexemes, index: int, *, floor: int = 0) -> Change | None:
    """The direction word that governs the figure whose first lexeme (approximator included) is `index`."""
    word = governing_word(lex, index, floor=floor)
    if word in changes().funds and lex.word(index - 1) != "by":
        return None  # "raised $6.6bn": money was found, and nothing moved
    return _before()[word] if word is not None else None


def is_verb_particle(lex: Lexemes, index: int) -> bool:
    """True where lexeme `index` is the particle of a verb of movement: ticked up, edged down, go up to 96 yen."""
    return f"{lex.word(index - 1)} {lex.word(index)}" in _before() or lex.word(index - 1) in changes().carried


def is_base_form(word: str) -> bool:
    """True for a verb form that tells of no past move: to grow, growth of."""
    return word in changes().base_forms


def governing_word(lex: Lexemes, index: int, *, floor: int = 0) -> str | None:
    """The direction word (or pair of words: edged up) in front of lexeme `index`."""
    at = index - 1
    for _ in range(_REACH):
        if at < floor:
            return None
        low = lex.low[at]
        if low in {"to", "at", "from", "than"}:
            return None
        pair = f"{lex.word(at - 1)} {low}"
        if pair in _before():
            return pair
        hyphened = lex.word(at - 1) == "-" and lex.word(at - 2) in _NO_MOVES
        verb = at - 2 if hyphened else at - 1
        if low in {"up", "down", "off"} and lex.word(verb) in changes().particles:
            return None
        if low in _before():
            return low
        if low == "by":
            return _verb_with_object(lex, at, floor)
        if low not in _through():
            return None
        at -= 1
    return None


def _verb_with_object(lex: Lexemes, by: int, floor: int) -> str | None:
    """cut its workforce by 10%, cut prices on 1,500 lines by 10%: the verb before the object that "by" follows."""
    last = by - 2 if lex.word(by - 1) == "," else by - 1  # "fell for a fourth quarter, by 2%"
    for at in range(last, max(last - _REACH, floor - 1), -1):
        if lex.kind[at] not in (WORD, NUMBER):
            return None
        if lex.low[at] in _before():
            return lex.low[at]
    return None


_RESTATING = frozenset({",", "or", "(", ")", "about", "nearly", "%", "percent", "per", "cent", "pct", "pc"})
_NO_MOVES = frozenset({"write", "spin"})  # "a write-down of $4 billion", where a slow-down of 3% is a move
# "were $620 million, up by more than a fifth": the direction is of the figure behind it.
_ANOTHER_MOVE = frozenset(
    """than from by more some about nearly almost roughly around over just slightly sharply modestly marginally a an as
    well""".split()
)
_AFTER_ALL = frozenset({"higher", "lower", "up", "down"})


def restated_after(lex: Lexemes, index: int) -> Change | None:
    """closed 512 points, or 0.6%, higher: the direction behind the same move in another unit."""
    at = index
    while at < index + 2 * _REACH and (lex.word(at) in _RESTATING or lex.is_kind(at, NUMBER)):
        at += 1
    if at == index or lex.word(at - 1) not in {",", ")"} or lex.word(at) not in _AFTER_ALL:
        return None
    return None if lex.word(at + 1) in _ANOTHER_MOVE or lex.is_kind(at + 1, NUMBER) else _after_all(lex.word(at))


def _after_all(word: str) -> Change:
    return "up" if word in {"higher", "up"} else "down"


def change_after(lex: Lexemes, index: int) -> Change | None:
    """The noun or comparative of change that the figure before lexeme `index` modifies."""
    at = index
    for _ in range(_REACH):
        low = lex.word(at)
        if low in _after():
            return _after()[low]
        if low not in _between():
            return None
        at += 1
    return None
