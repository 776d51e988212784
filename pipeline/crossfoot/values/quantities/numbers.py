"""Reads numbers: printed digits with any grouping, fractions, and number words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.values.quantities.lexemes import HYPHENS, NUMBER, SIGN, WORD, Lexemes
from crossfoot.values.quantities.number_vocabulary import number_words, scale_words, small_numbers

_LONGEST = 30  # digits; longer runs are identifiers, and floats would lose them anyway
_BINARY = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 20, 32, 64, 100, 128})

_PLAIN = re.compile(r"[0-9]+\Z")
_DECIMAL = re.compile(r"([0-9]*)\.([0-9]+)\Z")
_GROUPED = re.compile(r"([0-9]{1,3})((?:,[0-9]{3})+)(?:\.([0-9]+))?\Z")
_LAKH = re.compile(r"([0-9]{1,3})((?:,[0-9]{2})+,[0-9]{3})(?:\.([0-9]+))?\Z")
_POINTED = re.compile(r"([0-9]{1,3})((?:\.[0-9]{3}){2,}|(?:\.[0-9]{3})+(?=,))(?:,([0-9]+))?\Z")
_APART = re.compile(r"([0-9]{1,3})((?:['’\u00a0\u2009\u202f][0-9]{3})+)(?:[.,]([0-9]+))?\Z")
_COMMA = re.compile(r"([0-9]+),([0-9]{1,2}|[0-9]{4,})\Z")
_NOT_DIGIT = re.compile(r"[^0-9]")


class Number(NamedTuple):
    """A number at lexemes `first` to `stop` (exclusive), before its scale word.

    `step` is one unit of the last printed digit that counts; 0 for an exact fraction.
    """

    first: int
    stop: int
    value: float
    step: float
    words: bool = False
    plain: bool = False  # digits only: may be a year, a label, part of a name
    fraction: bool = False


def read_digits(raw: str) -> tuple[float, float, bool] | None:
    """A printed number as (value, step, decimal comma?), or None where its grouping makes no sense.

    `step` is a unit of the last digit; trailing zeros of an integer count as digits down to two significant ones.
    """
    if len(raw) > _LONGEST:
        return None
    if _PLAIN.match(raw):
        return float(raw), _integer_step(raw), False
    comma = False
    if found := _DECIMAL.match(raw):
        whole, rest = found.group(1) or "0", found.group(2)
    elif found := _GROUPED.match(raw) or _LAKH.match(raw) or _POINTED.match(raw) or _APART.match(raw):
        whole, rest = found.group(1) + _NOT_DIGIT.sub("", found.group(2)), found.group(3) or ""
    elif found := _COMMA.match(raw):
        whole, rest, comma = found.group(1), found.group(2), True
    else:
        return None
    if not rest:
        return float(whole), _integer_step(whole), False
    return float(f"{whole}.{rest}"), 10.0 ** -len(rest), comma


def _integer_step(digits: str) -> float:
    bare = digits.lstrip("0")
    significant = max(len(bare.rstrip("0")), min(2, len(bare)))
    return 10.0 ** (len(bare) - significant)


def read_number(lex: Lexemes, index: int) -> Number | None:
    """The number that starts at lexeme `index`, in digits or words."""
    if lex.kind[index] == NUMBER:
        return _digits(lex, index)
    if lex.kind[index] == WORD:
        return _words(lex, index)
    return None


def _digits(lex: Lexemes, index: int) -> Number | None:
    raw = lex.raw[index]
    vulgar = number_words().vulgar.get(raw)
    if vulgar is not None:
        return Number(index, index + 1, vulgar, 0.0, fraction=True)
    read = read_digits(raw)
    if read is None:
        return None
    value, step, _ = read
    simple = raw.isdigit()
    if power := _power_of_ten(lex, index):
        return Number(index, power[1], value * power[0], step * power[0])
    if simple and (spaced := _spaced_groups(lex, index)) is not None:
        return spaced
    if simple and len(raw) <= 3 and lex.word(index + 1) == "," and lex.word(index + 2) == "000":
        return Number(index, index + 3, value * 1000, step * 1000)  # a tokenised "80, 000"
    if (eighths := _cents_and_eighths(lex, index)) is not None:
        return Number(index, index + 5, value + eighths, 0.0)
    if simple:
        fraction = _slash(lex, index)
        if fraction is not None:
            return Number(index, index + 3, fraction, 0.0, fraction=True)
        mixed = _mixed(lex, index)
        if mixed is not None:
            return Number(index, mixed[1], value + mixed[0], 0.0)
    return Number(index, index + 1, value, step, plain=simple)


def _spaced_groups(lex: Lexemes, index: int) -> Number | None:
    """12 000 employees: groups of three apart, with what they count or measure in small letters behind."""
    raw, at = lex.raw[index], index + 1
    while len(raw) <= _LONGEST and lex.is_kind(at, NUMBER) and _is_group(lex, at):
        raw, at = raw + lex.raw[at], at + 1
    if at == index + 1 or len(lex.raw[index]) > 3 or lex.raw[index].startswith("0"):
        return None
    counted = lex.is_kind(at, WORD) and lex.raw[at].islower() and not lex.glued(at)
    if not (counted or lex.word(at) in {"%", "€", "£", "$"} or lex.word(index - 1) in {"€", "£", "$"}):
        return None
    return Number(index, at, float(raw), _integer_step(raw))


def _is_group(lex: Lexemes, at: int) -> bool:
    return (
        len(lex.raw[at]) == 3 and lex.raw[at].isdigit() and lex.text[lex.end[at - 1] : lex.start[at]] in {" ", "\u00a0"}
    )


def _power_of_ten(lex: Lexemes, index: int) -> tuple[float, int] | None:
    """4.2×10−6, 3 x 10^6."""
    if lex.word(index + 1) not in {"×", "x", "*", "·"} or lex.word(index + 2) != "10":
        return None
    at, sign = index + 3, 1
    if lex.word(at) == "^":
        at += 1
    if lex.word(at) in {"-", "−", "–"}:
        at, sign = at + 1, -1
    elif at == index + 3:
        return None
    if not lex.is_kind(at, NUMBER) or not lex.raw[at].isdigit() or len(lex.raw[at]) > 2 or not lex.glued(at):
        return None
    return 10.0 ** (sign * int(lex.raw[at])), at + 1


def _slash(lex: Lexemes, index: int) -> float | None:
    """7/8, 3⁄16: small, proper, and with a denominator that fractions have (24/7 and 9/11 are none)."""
    if not (lex.word(index + 1) in {"/", "⁄"} and lex.glued(index + 1) and lex.glued(index + 2)):
        return None
    top, bottom = lex.raw[index], lex.raw[index + 2]
    if not (lex.kind[index + 2] == NUMBER and bottom.isdecimal() and bottom.isascii() and len(top + bottom) <= 6):
        return None
    if lex.word(index + 3) in {"/", "⁄"} or int(bottom) not in _BINARY or int(top) >= int(bottom) or int(top) == 0:
        return None
    return int(top) / int(bottom)


def _cents_and_eighths(lex: Lexemes, index: int) -> float | None:
    """$5.41-3/4 a bushel: the fraction of a cent behind a price with cents."""
    if lex.word(index - 1) != "$" or not re.search(r"\.\d\d\Z", lex.raw[index]) or lex.word(index + 1) != "-":
        return None
    if not (lex.is_kind(index + 2, NUMBER) and lex.glued(index + 1) and lex.glued(index + 2)):
        return None
    fraction = _slash(lex, index + 2)
    return fraction / 100 if fraction is not None else None


def _mixed(lex: Lexemes, index: int) -> tuple[float, int] | None:
    """6 1/4, 10 ½, 10½, 2-1/2: the fraction behind a whole number."""
    at = index + 1
    if lex.word(at) == "-" and lex.glued(at) and lex.glued(at + 1):
        at += 1
    if not lex.is_kind(at, NUMBER):
        return None
    vulgar = number_words().vulgar.get(lex.raw[at])
    if vulgar is not None:
        return vulgar, at + 1
    fraction = _slash(lex, at) if lex.raw[at].isdigit() else None
    return (fraction, at + 3) if fraction is not None else None


def _words(lex: Lexemes, index: int) -> Number | None:
    fraction = _fraction_words(lex, index)
    if fraction is not None:
        return fraction
    return _cardinal(lex, index)


def _cardinal(lex: Lexemes, index: int) -> Number | None:
    """five, twenty-five, two hundred and ten, one and a half, a hundred, a dozen."""
    small = small_numbers()
    at = index
    if lex.word(at) in {"a", "an"}:
        if lex.word(at + 1) in {"hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"}:
            return Number(index, at + 1, 1.0, 1.0, words=True)  # the scale word is read as one
        if lex.word(at + 1) == "dozen":
            return Number(index, at + 2, 12.0, 1.0, words=True)
        return None
    if lex.word(at) not in small:
        return None
    total, at = _below_hundred(lex, at)
    if lex.word(at) == "dozen":
        return Number(index, at + 1, 12.0 * total, 1.0, words=True)
    if lex.word(at) == "hundred":
        total, at = total * 100, at + 1
        after = at + 1 if lex.word(at) == "and" else at
        if lex.word(after) in small:
            rest, stop = _below_hundred(lex, after)
            # "six thousand francs four hundred times", "five hundred one evening": a small rest must be joined
            if after > at or rest >= 10:
                total, at = total + rest, stop
    half = lex.phrase(at, _halves())
    if half is not None:
        return Number(index, at + len(half), total + _half_value(half), 0.1, words=True)
    return Number(index, at, float(total), 1.0, words=True)


@cache
def _halves() -> dict[str, list[tuple[str, ...]]]:
    return {"and": [("and", "three", "quarters"), ("and", "a", "quarter"), ("and", "a", "third"), ("and", "a", "half"),
                    ("and", "one", "half")],
            "-": [("-", "and", "-", "a", "-", "half")]}  # fmt: skip


def _half_value(words: tuple[str, ...]) -> float:
    if "quarters" in words:
        return 0.75
    return {"quarter": 0.25, "third": 1 / 3}.get(words[-1], 0.5)


def _below_hundred(lex: Lexemes, index: int) -> tuple[int, int]:
    words = number_words()
    low = lex.word(index)
    if low not in words.tens:
        return small_numbers()[low], index + 1
    after = index + 1
    if lex.word(after) in HYPHENS:
        after += 1
    if words.ones.get(lex.word(after), 0) and (after > index + 1 or lex.is_kind(after, WORD)):
        return words.tens[low] + words.ones[lex.word(after)], after + 1
    return words.tens[low], index + 1


def _fraction_words(lex: Lexemes, index: int) -> Number | None:
    """one-third, two thirds, a quarter, half: as fractions; whether they are a share is decided by what follows."""
    words = number_words()
    low = lex.word(index)
    if low == "half":
        return Number(index, index + 1, 0.5, 0.0, words=True, fraction=True)
    if low == "quarter":
        scaled = lex.word(index + 1) in scale_words()
        return Number(index, index + 1, 0.25, 0.0, words=True, fraction=True) if scaled else None
    top = 1 if low in {"a", "an"} else words.ones.get(low, words.teens.get(low, 0))
    if not top:
        return None
    at = index + 1
    if lex.word(at) in HYPHENS and lex.kind[at] == SIGN:
        at += 1
    bottom = words.fractions.get(lex.word(at))
    if bottom is None or top >= bottom or (lex.word(at).endswith("s") and top == 1):
        return None
    if top > 1 and not lex.word(at).endswith(("s", "halves")):
        return None
    return Number(index, at + 1, top / bottom, 0.0, words=True, fraction=True)
