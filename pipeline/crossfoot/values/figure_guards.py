"""Tells figures from what only looks like one: dates, times, names, labels, scores, addresses, identifiers."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.values.amounts import HYPHENS, Amount, sign_at
from crossfoot.values.counted import is_plural, nouns, read_counted
from crossfoot.values.lexemes import BREAK, NUMBER, SIGN, WORD, Lexemes
from crossfoot.values.numbers import glued_scales, money_scales, read_number, scale_words
from crossfoot.values.unit_words import read_unit
from crossfoot.vocabulary.loader import load


class Guards(BaseModel):
    """The file figure_guards.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    months: frozenset[str]
    labels: frozenset[str]
    year_cues: frozenset[str]
    clock: frozenset[str]
    ordinal_endings: frozenset[str]
    calendar_before: frozenset[str]
    calendar_after: frozenset[str]
    calendar_in: frozenset[str]
    streets: frozenset[str]
    not_names: frozenset[str]


@cache
def guards() -> Guards:
    """figure_guards.yaml."""
    return load("figure_guards.yaml", Guards)


_JOINS = frozenset({"sub", "minus", "mid", "over", "under", "plus", "to", "and", "or", "non", "a", "the", "by", "about", "nearly"})
_ABBREVIATED = frozenset({"no", "nos", "fig", "vol", "p", "pp", "sec", "art", "ch", "para"})
_NAMED_LABELS = frozenset(
    "unit row day lot rule title page mark world war heads web line region studio size level step phase class "
    "category part form item group number grade round stage act season".split()
)


def skip_furniture(lex: Lexemes, index: int) -> int:
    """Where what starts at lexeme `index` is no figure by its shape alone: the lexeme to go on from; else 0."""
    if lex.kind[index] != NUMBER:
        return 0
    if timed := _clock(lex, index):
        return timed
    if _is_name_part(lex, index) or _is_ordinal(lex, index) or _is_code(lex, index):
        return _end_of_run(lex, index)
    return _date(lex, index) or _list_number(lex, index) or _slashed(lex, index) or _chain(lex, index)


def _end_of_run(lex: Lexemes, index: int) -> int:
    """The end of the letters and digits that touch lexeme `index`."""
    at = index + 1
    while lex.glued(at) and (lex.kind[at] in "nw" or (lex.word(at) in {"-", "/", "."} and lex.glued(at + 1) and lex.kind[at + 1] in "nw")):
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


def _is_ordinal(lex: Lexemes, index: int) -> bool:
    """10th, 71st, 1990s, 747s, 5G: digits that run into letters that are no unit."""
    at = index + 1
    if not lex.glued(at) or not lex.is_kind(at, WORD):
        return False
    low, raw = lex.word(at), lex.raw[at]
    if low in guards().ordinal_endings:
        return True
    if raw == "K" and lex.raw[index] in {"4", "8", "401"} or raw == "k" and lex.raw[index] == "401":
        return True
    if read_unit(lex, at) is not None:
        return False
    scaled = raw in glued_scales() or low in scale_words() or raw in money_scales()
    return not scaled or (lex.glued(at + 1) and lex.kind[at + 1] in "nw" and read_unit(lex, at + 1) is None)


def _is_code(lex: Lexemes, index: int) -> bool:
    """10-K, 0700.HK, 600519.SS, 007, 401(k), 144A."""
    raw = lex.raw[index]
    if len(raw) > 1 and raw[0] == "0" and raw.isdigit() and lex.word(index - 1) not in HYPHENS:
        return True
    joint, tail = lex.word(index + 1), index + 2
    if lex.glued(index + 1) and lex.glued(tail) and lex.is_kind(tail, WORD):
        if joint in HYPHENS and len(lex.raw[tail]) == 1 and lex.raw[tail].isupper() and not lex.word(tail + 1) == "-":
            return True
        if joint == "." and lex.raw[tail].isupper() and len(lex.raw[tail]) <= 3 and raw.isdigit():
            return True
        return joint == "(" and raw == "401"
    return False


def _clock(lex: Lexemes, index: int) -> int:
    """9:01 p.m., 2 p.m., 17:30, 5-4 (a colon between digits)."""
    at = index + 1
    timed = False
    while lex.word(at) in {":", "h"} and lex.glued(at) and lex.glued(at + 1) and lex.is_kind(at + 1, NUMBER):
        at, timed = at + 2, True
    if timed:
        return at + 1 if lex.word(at) in guards().clock else at
    if lex.word(at) in guards().clock and lex.word(at) not in {"p.m", "est", "et", "pt", "ist"} and len(lex.raw[index]) <= 5:
        return at + 1
    return 0


def _is_month(lex: Lexemes, index: int) -> bool:
    if index < 0 or not lex.is_kind(index, WORD) or lex.word(index) not in guards().months:
        return False
    if lex.word(index) not in {"may", "march", "mar"} or lex.raw[index][0].isupper():
        return True
    return lex.word(index - 1) == "on" or (lex.is_kind(index - 1, NUMBER) and lex.word(index - 2) == "on")


def _date(lex: Lexemes, index: int) -> int:
    """June 30, Oct. 31, 30 June, July 4, 2016."""
    raw = lex.raw[index]
    if not raw.isdigit() or len(raw) > 4:
        return 0
    before = index - 2 if lex.word(index - 1) == "." else index - 1
    day = len(raw) <= 2 and 1 <= int(raw) <= 31
    if _is_month(lex, before) and (day or 1900 <= int(raw) <= 2100) and not lex.glued(index + 1 if lex.is_kind(index + 1, WORD) else -1):
        if lex.word(index + 1) in scale_words() or lex.word(index + 1) in {"%", "percent"}:
            return 0
        at = index + 1
        if lex.word(at) in HYPHENS and lex.is_kind(at + 1, NUMBER) and len(lex.raw[at + 1]) <= 2:
            at += 2
        comma = at + 1 if lex.word(at) == "," else at
        return comma + 1 if lex.is_kind(comma, NUMBER) and _yearlike(lex.raw[comma]) else at
    if day and _is_month(lex, index + 1):
        after = index + 2
        return after + 1 if lex.is_kind(after, NUMBER) and _yearlike(lex.raw[after]) else after
    return 0


def _yearlike(raw: str) -> bool:
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
    """True where no bracket is open close before: "1 ) explains why"."""
    return "(" not in lex.low[max(0, index - 25) : index]


def _slashed(lex: Lexemes, index: int) -> int:
    """12/31/2024, 24/7, 0/500, 50/50: slashes between digits that are no fraction."""
    if not (lex.word(index + 1) == "/" and lex.glued(index + 1) and lex.glued(index + 2) and lex.is_kind(index + 2, NUMBER)):
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


def not_a_figure(lex: Lexemes, amount: Amount, *, noun: str | None, bounded: bool) -> bool:
    """True where a bare number is a year, a label, part of a name, an address or a pronoun."""
    number = amount.number
    if not amount.bare or amount.scale != 1.0:
        return False
    if number.words:
        return _idle_word(lex, amount, noun)
    if not number.plain:
        return _named(lex, amount, noun) and number.step == 0.1
    raw = lex.raw[number.first]
    if _yearlike(raw) and not amount.negative:
        return not (bounded and noun is not None)
    if len(raw) == 4 and raw[0] == "2" and lex.word(amount.first - 1) in {"by", "in", "until", "year"} and noun is None:
        return True
    if noun is None and not bounded and _names_ahead(lex, amount.stop):
        return True
    if lex.word(amount.first - 1) == "the" and len(raw) >= 3 and (noun is None or not is_plural(noun.lower())):
        return True  # the 777 program, the 486 is
    if lex.word(amount.first - 1) == "top" and noun is None:
        return True
    if lex.word(amount.first - 1) == ":" and "(" in lex.low[max(0, amount.first - 5) : amount.first]:
        return True  # (SEHK: 2282)
    return _labelled(lex, amount) or _named(lex, amount, noun) or _address(lex, amount)


def _idle_word(lex: Lexemes, amount: Amount, noun: str | None) -> bool:
    """no one, on one hand, number one, phase two, Grade-One: number words that count nothing."""
    before = lex.word(amount.first - 1)
    if before in {"number", "phase", "grade", "stage", "step", "level", "tier", "part", "chapter", "act"}:
        return True
    if before in HYPHENS and lex.glued(amount.first) and lex.is_kind(amount.first - 2, WORD):
        return True
    if amount.value != 1:
        return before == "top" and noun is None
    idle = noun is None or noun.lower() in nouns().idioms or not noun.islower()
    return idle or before in nouns().idle_one


def _labelled(lex: Lexemes, amount: Amount) -> bool:
    at = amount.first - 1
    if lex.word(at) == "." and lex.word(at - 1) in _ABBREVIATED:
        return True
    word = lex.word(at)
    if word not in guards().labels:
        return False
    return lex.raw[at][0].isupper() or word not in _NAMED_LABELS and len(word) > 1 and word not in {"no", "class", "table", "top", "war", "type", "flight", "room", "figure", "note", "volume", "floor", "box", "bus", "catch", "article", "division", "model", "series", "version", "generation", "industry", "issue", "division", "building", "citizen", "player", "fortune", "planet", "apollo", "falcon", "airbus", "boeing", "suite", "exhibit", "area", "route", "schedule", "formula", "zone", "district", "highway", "pier", "terminal", "channel"} or word in {"chapter", "route", "highway", "flight", "exit", "section", "formula"}


def _named(lex: Lexemes, amount: Amount, noun: str | None) -> bool:
    """iPhone 15, S&P 500, Boeing 787: a capital word in front, and no counted thing of small letters behind."""
    at = amount.first - 1
    if not lex.is_kind(at, WORD) or not any(letter.isupper() for letter in lex.raw[at]):
        return False
    if lex.word(at) in guards().not_names or lex.glued(amount.first):
        return False
    return not _is_month(lex, at)


def _names_ahead(lex: Lexemes, at: int) -> bool:
    """737 Max, 11 Pro, 787 Dreamliner: a capital word that is no day or month runs on from the figure."""
    if not lex.is_kind(at, WORD) or not lex.raw[at][0].isupper() or _is_month(lex, at):
        return False
    return lex.word(at) not in guards().not_names and not lex.word(at).endswith("day") and len(lex.raw[at]) > 1


def _address(lex: Lexemes, amount: Amount) -> bool:
    """123 Random Street, 16-18 Industrial Avenue."""
    for at in range(amount.stop, min(amount.stop + 4, lex.size)):
        if lex.kind[at] != WORD or not lex.raw[at][0].isupper():
            return False
        if lex.word(at) in guards().streets and at > amount.stop and len(lex.raw[at]) > 1:
            return True
        if len(lex.raw[at]) == 1 and lex.word(at) in guards().streets and lex.is_kind(at + 1, NUMBER):
            return True
    return False


def is_calendar(lex: Lexemes, first: int, stop: int) -> bool:
    """True for a duration that only says when: the past two years, three months ended, two years later, in 15 years."""
    words = guards()
    before, after = lex.word(first - 1), lex.word(stop)
    if before in words.calendar_before or after in words.calendar_after:
        return True
    return before in words.calendar_in or (before in {"the", "these", "those"} and after in {"of", "in"})


def ratio_end(lex: Lexemes, amount: Amount) -> int:
    """The end of a ratio that is no figure (3-to-1, 5-for-1, 10 to 1), else 0."""
    at = amount.stop
    if not amount.bare or not (amount.number.plain or amount.number.words):
        return 0
    joint = at + 1 if lex.word(at) == "-" else at
    if lex.word(joint) not in {"to", "for"} or (lex.word(joint) == "for" and joint == at):
        return 0
    last = joint + 2 if lex.word(joint + 1) == "-" else joint + 1
    return last + 1 if lex.word(last) in {"1", "one"} and not read_unit(lex, last + 1) else 0


def is_score(lex: Lexemes, amount: Amount) -> bool:
    """2-0, 3-2: two small bare numbers on a hyphen that do not rise."""
    at = amount.stop
    if not (amount.bare and amount.number.plain and lex.word(at) in {"-", "–"} and lex.glued(at) and lex.glued(at + 1)):
        return False
    other = lex.raw[at + 1]
    small = lex.kind[at + 1] == NUMBER and other.isdigit() and len(other) <= 3
    runs_on = lex.glued(at + 2) and (lex.kind[at + 2] != SIGN or lex.word(at + 2) in HYPHENS | {"%", "/"})
    return small and float(other) <= amount.value and not runs_on


def pair_is_none(lex: Lexemes, low: Amount, high: Amount, stop: int) -> bool:
    """True for a bare pair of years or house numbers: 1600 and 1900, 16-18 Industrial Avenue; and for scores (3-4)."""
    if not (low.bare and low.number.plain and high.number.plain) or low.scale != 1.0:
        return False
    if _address(lex, high) or _labelled(lex, low) or (lex.word(low.stop) in HYPHENS and _named(lex, low, None)):
        return True
    noun = read_counted(lex, stop)
    if all(1500 <= amount.value <= 2200 for amount in (low, high)):
        return True
    dashed = lex.word(low.stop) in HYPHENS
    return dashed and noun is None and high.value < 100 and not _attached(lex, stop)


def _attached(lex: Lexemes, stop: int) -> bool:
    """True where a word that a range may modify follows: "4-5 star"."""
    return lex.is_kind(stop, WORD) and lex.raw[stop].islower() and lex.word(stop) not in nouns().stops
