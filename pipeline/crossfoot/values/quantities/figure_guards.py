"""Tells figures from what only looks like one: dates, times, names, labels, scores, addresses, identifiers."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.values.quantities.currency_signs import sign_at
from crossfoot.values.quantities.lexemes import BREAK, HYPHENS, NUMBER, WORD, Lexemes
from crossfoot.values.quantities.number_vocabulary import glued_scales, money_scales, scale_words
from crossfoot.values.quantities.numbers import read_number
from crossfoot.values.quantities.unit_words import read_unit
from crossfoot.vocabulary.loader import load


class Guards(BaseModel):
    """The file figure_guards.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    months: frozenset[str]
    labels: frozenset[str]
    named_labels: frozenset[str]
    abbreviated_labels: frozenset[str]
    clock: frozenset[str]
    ordinal_endings: frozenset[str]
    calendar_before: frozenset[str]
    calendar_after: frozenset[str]
    calendar_in: frozenset[str]
    streets: frozenset[str]
    not_names: frozenset[str]
    screens: frozenset[str]


@cache
def guards() -> Guards:
    """figure_guards.yaml."""
    file: Guards = load("figure_guards.yaml", Guards)
    return file


_JOINS = frozenset(
    {"sub", "minus", "mid", "over", "under", "plus", "to", "and", "or", "non", "a", "the", "by", "about", "nearly"}
)


def skip_furniture(lex: Lexemes, index: int) -> int:
    """Where what starts at lexeme `index` is no figure by its shape alone: the lexeme to go on from; else 0."""
    if lex.kind[index] != NUMBER:
        return 0
    if timed := _clock(lex, index):
        return timed
    if times := _times_a_measure(lex, index):
        return times
    if _is_name_part(lex, index) or _is_ordinal(lex, index) or _is_code(lex, index):
        return _end_of_run(lex, index)
    return _date(lex, index) or _list_number(lex, index) or _slashed(lex, index) or _chain(lex, index)


def _end_of_run(lex: Lexemes, index: int) -> int:
    """The end of the letters and digits that touch lexeme `index`."""
    at = index + 1
    while lex.glued(at) and (
        lex.kind[at] in "nw" or (lex.word(at) in {"-", "/", "."} and lex.glued(at + 1) and lex.kind[at + 1] in "nw")
    ):
        at += 1
    return at


def _is_name_part(lex: Lexemes, index: int) -> bool:
    """A350, COVID-19, F-16, q_3, @2, /2019: digits that touch a word in front."""
    if not lex.glued(index):
        return False
    before = index - 1
    if lex.kind[before] == WORD:
        return sign_at(lex, before, touching=True)[0] is None and lex.word(before) != "x"
    sign = lex.word(before)
    if sign in {"_", "@", "#", "\\", "&", "="}:
        return True
    if sign in {"/", "⁄"} and lex.glued(before) and lex.kind[before - 1] == NUMBER:
        return True
    if sign in {"/", "-", "‑", "."} and lex.glued(before) and lex.kind[before - 1] == WORD:
        if sign in {"-", "‑"} and lex.word(before - 1) in _JOINS:
            return False
        return sign != "/" or read_unit(lex, before - 1) is None
    return False


def _times_a_measure(lex: Lexemes, index: int) -> int:
    """2x660 MW: where the measure begins; 4x4 is a name."""
    at = index + 2
    if lex.word(index + 1) not in {"x", "×"} or not (
        lex.glued(index + 1) and lex.glued(at) and lex.is_kind(at, NUMBER)
    ):
        return 0
    return at if read_unit(lex, at + 1) is not None else 0


def _is_ordinal(lex: Lexemes, index: int) -> bool:
    """10th, 71st, 1990s, 747s, 5G: digits that run into letters that are no unit."""
    at = index + 1
    if not lex.glued(at) or not lex.is_kind(at, WORD):
        return False
    low, raw = lex.word(at), lex.raw[at]
    if low in guards().ordinal_endings:
        return True
    if raw in {"K", "k"} and lex.raw[index] == "401":
        return True
    if raw == "K" and lex.raw[index] in {"4", "8"} and not _counts(lex, at + 1):
        return True
    if read_unit(lex, at) is not None:
        return False
    scaled = raw in glued_scales() or low in scale_words() or raw in money_scales()
    return not scaled or (lex.glued(at + 1) and lex.kind[at + 1] in "nw" and read_unit(lex, at + 1) is None)


def _counts(lex: Lexemes, index: int) -> bool:
    """True for the plural of what is no screen: 4K homes, but 4K screens."""
    word = lex.word(index)
    return lex.is_kind(index, WORD) and word.endswith("s") and word not in guards().screens


def _is_code(lex: Lexemes, index: int) -> bool:
    """10-K, 0700.HK, 600519.SS, 007, 401(k), 144A."""
    raw = lex.raw[index]
    if len(raw) > 1 and raw[0] == "0" and raw.isdigit() and lex.word(index - 1) not in HYPHENS:
        return True
    joint, tail = lex.word(index + 1), index + 2
    if lex.glued(index + 1) and lex.glued(tail) and lex.is_kind(tail, WORD):
        lettered = joint in HYPHENS and len(lex.raw[tail]) == 1 and lex.raw[tail].isupper()
        if lettered and lex.word(tail + 1) not in {"-", "$"}:  # but "A$2-A$3"
            return True
        if joint == "." and lex.raw[tail].isupper() and len(lex.raw[tail]) <= 3 and raw.isdigit():
            return True
        return joint == "(" and raw == "401"
    return False


def _clock(lex: Lexemes, index: int) -> int:
    """7:45 p.m., 6 p.m., 17:30, 5-4 (a colon between digits)."""
    at = index + 1
    timed = False
    while lex.word(at) in {":", "h"} and lex.glued(at) and lex.glued(at + 1) and lex.is_kind(at + 1, NUMBER):
        at, timed = at + 2, True
    if timed:
        return at + 1 if lex.word(at) in guards().clock else at
    if (
        lex.word(at) in guards().clock
        and lex.word(at) not in {"p.m", "est", "et", "pt", "ist"}
        and len(lex.raw[index]) <= 5
    ):
        return at + 1
    return 0


def is_month(lex: Lexemes, index: int) -> bool:
    """True for a month's name at lexeme `index`; may and march only with a capital or behind "on"."""
    if index < 0 or not lex.is_kind(index, WORD) or lex.word(index) not in guards().months:
        return False
    if lex.word(index) not in {"may", "march", "mar"} or lex.raw[index][0].isupper():
        return True
    return lex.word(index - 1) == "on" or (lex.is_kind(index - 1, NUMBER) and lex.word(index - 2) == "on")


def _date(lex: Lexemes, index: int) -> int:
    """June 30, Oct. 31, 30 June, August 9, 2011."""
    raw = lex.raw[index]
    if not raw.isdigit() or len(raw) > 4:
        return 0
    before = index - 2 if lex.word(index - 1) == "." else index - 1
    day = len(raw) <= 2 and 1 <= int(raw) <= 31
    if (
        is_month(lex, before)
        and (day or 1900 <= int(raw) <= 2100)
        and not lex.glued(index + 1 if lex.is_kind(index + 1, WORD) else -1)
    ):
        if lex.word(index + 1) in scale_words() or lex.word(index + 1) in {"%", "percent"}:
            return 0
        at = index + 1
        if lex.word(at) in HYPHENS and lex.is_kind(at + 1, NUMBER) and len(lex.raw[at + 1]) <= 2:
            at += 2
        comma = at + 1 if lex.word(at) == "," else at
        return comma + 1 if lex.is_kind(comma, NUMBER) and yearlike(lex.raw[comma]) else at
    if day and is_month(lex, index + 1):
        after = index + 2
        return after + 1 if lex.is_kind(after, NUMBER) and yearlike(lex.raw[after]) else after
    return 0


def yearlike(raw: str) -> bool:
    """True for four digits that may be a year."""
    return len(raw) == 4 and raw.isdigit() and 1800 <= int(raw) <= 2100


def _list_number(lex: Lexemes, index: int) -> int:
    """1. Text, (2) text, 3) text, 1、text, Comments (0)."""
    raw, before, after = lex.raw[index], lex.word(index - 1), lex.word(index + 1)
    if not raw.isdigit():
        return 0
    fresh = index == 0 or lex.kind[index - 1] == BREAK
    if fresh and len(raw) <= 2 and after in {".", ")", "、", "]", ":"} and lex.is_kind(index + 2, WORD):
        return index + 2
    if before == "(" and after == ")" and lex.word(index + 2) != "%":
        return index + 2
    if after == ")" and len(raw) <= 2 and before not in {"(", "-"} and _opening_missing(lex, index):
        return index + 2
    if before == "[" and after == "]":
        return index + 2
    return 0


def _opening_missing(lex: Lexemes, index: int) -> bool:
    """True where no bracket is open close before: "2 ) shows how"."""
    return "(" not in lex.low[max(0, index - 25) : index]


def _slashed(lex: Lexemes, index: int) -> int:
    """12/31/2024, 24/7, 0/500, 50/50: slashes between digits that are no fraction."""
    if not (
        lex.word(index + 1) == "/" and lex.glued(index + 1) and lex.glued(index + 2) and lex.is_kind(index + 2, NUMBER)
    ):
        return 0
    number = read_number(lex, index)
    if number is not None and number.stop > index + 1:
        return 0
    return _end_of_run(lex, index)


def _chain(lex: Lexemes, index: int) -> int:
    """2024-05-31, 555-123-4567, 1-2-3: three numbers or more joined by hyphens."""
    at, joints = index + 1, 0
    while lex.word(at) in HYPHENS and lex.glued(at) and lex.glued(at + 1) and lex.is_kind(at + 1, NUMBER):
        at, joints = at + 2, joints + 1
    return at if joints > 1 else 0


def is_calendar(lex: Lexemes, first: int, stop: int) -> bool:
    """True for a duration that only says when: the past two years, three months ended, two years later, in six years."""
    words = guards()
    before, after = lex.word(first - 1), lex.word(stop)
    if before in words.calendar_before or after in words.calendar_after:
        return True
    return before in words.calendar_in or (before in {"the", "these", "those"} and after in {"of", "in"})
