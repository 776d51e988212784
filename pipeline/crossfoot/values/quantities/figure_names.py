"""Tells bare numbers that count something from years, labels, parts of names, addresses, scores and ratios."""

from __future__ import annotations

from crossfoot.values.quantities.amounts import Amount
from crossfoot.values.quantities.counted import is_plural, nouns, read_counted
from crossfoot.values.quantities.figure_guards import guards, is_month, yearlike
from crossfoot.values.quantities.lexemes import HYPHENS, NUMBER, SIGN, WORD, Lexemes
from crossfoot.values.quantities.unit_words import read_unit


def not_a_figure(lex: Lexemes, amount: Amount, *, noun: str | None, bounded: bool) -> bool:
    """True where a bare number is a year, a label, part of a name, an address or a pronoun."""
    number = amount.number
    if not amount.bare or amount.scale != 1.0:
        return False
    if number.words:
        return _idle_word(lex, amount, noun)
    if not number.plain:
        return is_named(lex, amount) and number.step == 0.1
    raw = lex.raw[number.first]
    if yearlike(raw) and not amount.negative:
        return not (bounded and noun is not None)
    if len(raw) == 4 and raw[0] == "2" and lex.word(amount.first - 1) in {"by", "in", "until", "year"} and noun is None:
        return True
    if noun is None and not bounded and _names_ahead(lex, amount.stop):
        return True
    if lex.word(amount.first - 1) == "the" and len(raw) >= 3 and (noun is None or not is_plural(noun.lower())):
        return True  # the 900 program, the 650 is
    if lex.word(amount.first - 1) == "top" and noun is None:
        return True
    if lex.word(amount.first - 1) == ":" and "(" in lex.low[max(0, amount.first - 5) : amount.first]:
        return True  # (SEHK: 4417)
    return _labelled(lex, amount) or is_named(lex, amount) or _address(lex, amount)


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
    if lex.word(at) == "." and lex.word(at - 1) in guards().abbreviated_labels:
        return True
    word = lex.word(at)
    return word in guards().labels or (word in guards().named_labels and lex.raw[at][0].isupper())


def is_named(lex: Lexemes, amount: Amount) -> bool:
    """iPhone 15, S&P 500, Airbus 320: a capital word in front."""
    at = amount.first - 1
    if not lex.is_kind(at, WORD) or not any(letter.isupper() for letter in lex.raw[at]):
        return False
    if lex.word(at) in guards().not_names or lex.glued(amount.first):
        return False
    return not is_month(lex, at)


def _names_ahead(lex: Lexemes, at: int) -> bool:
    """320 Neo, 9 Pro, 450 Liner: a capital word that is no day or month runs on from the figure."""
    if not lex.is_kind(at, WORD) or not lex.raw[at][0].isupper() or is_month(lex, at):
        return False
    return lex.word(at) not in guards().not_names and not lex.word(at).endswith("day") and len(lex.raw[at]) > 1


def _address(lex: Lexemes, amount: Amount) -> bool:
    """77 Harbour Street, 20-24 Harbour Road."""
    for at in range(amount.stop, min(amount.stop + 4, lex.size)):
        if lex.kind[at] != WORD or not lex.raw[at][0].isupper():
            return False
        if lex.word(at) in guards().streets and at > amount.stop and len(lex.raw[at]) > 1:
            return True
        if len(lex.raw[at]) == 1 and lex.word(at) in guards().streets and lex.is_kind(at + 1, NUMBER):
            return True
    return False


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
    """True for a bare pair of years or house numbers: 1600 and 1900, 20-24 Harbour Road; and for scores (3-4)."""
    if not (low.bare and low.number.plain and high.number.plain) or low.scale != 1.0:
        return False
    if _address(lex, high) or _labelled(lex, low) or (lex.word(low.stop) in HYPHENS and is_named(lex, low)):
        return True
    noun = read_counted(lex, stop)
    if all(1500 <= amount.value <= 2200 for amount in (low, high)):
        return True
    dashed = lex.word(low.stop) in HYPHENS
    return dashed and noun is None and high.value < 100 and not _attached(lex, stop)


def _attached(lex: Lexemes, stop: int) -> bool:
    """True where a word that a range may modify follows: "4-5 star"."""
    return lex.is_kind(stop, WORD) and lex.raw[stop].islower() and lex.word(stop) not in nouns().stops
