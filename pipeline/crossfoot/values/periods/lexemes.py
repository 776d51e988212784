"""Cuts a text into lexemes (months, numbers, units, ...) in one linear pass, for the grammar of periods."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from crossfoot.vocabulary.loader import load

# Classes that a word's shape gives, beside those of the vocabulary.
SHAPES = (
    "OTHER", "CAP", "BREAK", "STOP", "COMMA", "DASH", "SLASH", "OPEN", "CLOSE", "POSS", "QUOTE",
    "DD", "NUM", "YR", "APOSYR", "ORDN", "ISO", "SLASHDATE", "CLOCK", "AMPM", "AD", "QCODE", "FYCODE", "MCODE", "YRS",
    "DECADE", "POINTDATE",
)  # fmt: skip

_TOKEN = re.compile(
    r"(\d{4}-\d{2}-\d{2}(?![\d-])"
    r"|[aApP]\.\s?[mM]\b\.?|[AB]\.[CD]\b\.?|B\.C\.E\b\.?"
    r"|\d+(?:[.,:/]\d+)*[^\W_]*"
    r"|[^\W_]+"
    r"|\n(?:[ \t\r]*\n)+"
    r"|[^\w\s])"
)
_PUNCTUATION = {
    ".": "STOP", "!": "STOP", "?": "STOP", ";": "STOP", ":": "STOP", "•": "STOP", ",": "COMMA",
    "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", "‐": "DASH", "~": "DASH",
    "/": "SLASH", "(": "OPEN", ")": "CLOSE", "'": "QUOTE", "’": "QUOTE", "‘": "QUOTE",
}  # fmt: skip
_QUARTER = re.compile(r"(?:FY?)?(?:([QHqh])([1-4])|([1-4])([QHqh]))(?:FY)?(\d{2}|\d{4})?$")
_FISCAL_YEAR = re.compile(r"(?:FY|fy|CY)(\d{2}|\d{4})E?$")
_MONTHS = re.compile(r"(3|6|9|12)M(\d{2}|\d{4})$")
_SPLIT_YEAR = re.compile(r"((?:19|20)\d{2})/(\d{2})$")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_DECADE = re.compile(r"(\d{2}|\d{4})s$")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?::[0-5]\d)?(?:am|pm|AM|PM)?$")
_HOUR = re.compile(r"(1[0-2]|[1-9])(?:am|pm|AM|PM)$")
_SLASH_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})$")
_YEAR_FIRST = re.compile(r"((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})$")
_POINT_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}$|(?:19|20)\d{2}\.\d{1,2}\.\d{1,2}$")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?$|\d{1,9}(?:\.\d+)?$")
_MONEY = frozenset("$€£¥₩₹#+")
_LONGEST = 24


Value = int | float | str | tuple[int, ...] | None


class Lexeme(NamedTuple):
    """One word, number or mark: its place, and what its class needs to know of it.

    A tuple, for there is one for every word of a text, and it is made in a third of a dataclass's time.
    """

    start: int
    end: int
    text: str
    value: Value = None


class PeriodWords(BaseModel):
    """`vocabulary/periods.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    classes: dict[str, dict[str, int | str] | list[str]]
    sets: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every class's one-character code, and every word's class and value."""

    codes: dict[str, str]
    words: dict[str, tuple[str, int | str | None]]


@cache
def lexicon() -> Lexicon:
    """The vocabulary of periods, with a code (a private-use character) for every class."""
    words = load("periods.yaml", PeriodWords)
    names = [*SHAPES, *words.classes]
    codes = {name: chr(0xE000 + index) for index, name in enumerate(names)}
    table: dict[str, tuple[str, int | str | None]] = {}
    for name, entries in words.classes.items():
        for word in entries:
            table[word] = (codes[name], entries[word] if isinstance(entries, dict) else None)
    return Lexicon(codes, table)


def word_set(name: str) -> frozenset[str]:
    """A set of words of the vocabulary, in lower case. Raises KeyError for an unknown name."""
    sets: dict[str, frozenset[str]] = load("periods.yaml", PeriodWords).sets
    return sets[name]


@dataclass(frozen=True, slots=True)
class Lexed:
    """A text's lexemes, and their codes as one string, position by position."""

    text: str
    codes: str
    lexemes: list[Lexeme]


def lex(text: str) -> Lexed:
    """Cut a text into lexemes."""
    parts = _TOKEN.split(text)  # tokens, and what lies between them
    places = list(accumulate(map(len, parts)))
    tokens, starts, ends = parts[1::2], places[0:-1:2], places[1::2]
    read = list(map(_word, tokens))
    for index in [index for index, token in enumerate(tokens) if token[0].isdigit()]:
        name, value = _number(text, tokens[index], starts[index], ends[index])
        read[index] = lexicon().codes[name], value
    codes, values = zip(*read, strict=True) if read else ((), ())
    return Lexed(text, "".join(codes), list(map(Lexeme, starts, ends, tokens, values)))


@lru_cache(maxsize=50_000)
def _word(token: str) -> tuple[str, Value]:
    """The code and value of a word or mark; kept, for most words of a text are those of the text before."""
    book = lexicon()
    head = token[0]
    if not head.isalpha():
        return book.codes[_PUNCTUATION.get(head, "BREAK" if head in "\r\n" else "OTHER")], None
    known = book.words.get(token.lower()) if len(token) <= _LONGEST else None
    if known is not None:
        return known
    if len(token) <= 7 and (shaped := _coded_word(token)):
        return book.codes[shaped[0]], shaped[1]
    return book.codes["CAP" if head.isupper() else "OTHER"], None


def _coded_word(token: str) -> tuple[str, int | str | tuple[int, ...] | None] | None:
    """`Q3`, `H1`, `FY27`, `a.m.`, `B.C.`: words that are half a number, and marks of the clock and the era."""
    if token[-1].isdigit() or token[-1] == "E":
        if quarter := _QUARTER.match(token):
            return "QCODE", _quarter_value(quarter)
        if year := _FISCAL_YEAR.match(token):
            return "FYCODE", (full_year(year[1]), token[0] in "Cc")
    plain = token.replace(".", "").replace(" ", "").lower()
    if plain in ("am", "pm") and token not in ("Am", "Pm"):
        return "AMPM", plain
    if token in ("BC", "AD", "BCE", "CE") or (plain in ("bc", "ad", "bce") and "." in token):
        return "AD", "BC" if plain.startswith("bc") else "AD"
    if token in ("s", "S"):
        return "POSS", None
    return None


def _quarter_value(match: re.Match[str]) -> tuple[int, ...]:
    letter, digit = (match[1], match[2]) if match[1] else (match[4], match[3])
    half = int(letter in "Hh")
    return half, int(digit), full_year(match[5]) if match[5] else 0


def full_year(digits: str) -> int:
    """`27` as 2027 and `85` as 1985: two digits up to 69 are of this century."""
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (2000 if number < 70 else 1900)


def _number(text: str, token: str, start: int, end: int) -> tuple[str, int | float | tuple[int, ...] | str | None]:
    """The class and value of a token that begins with a digit."""
    if len(token) > _LONGEST or not token.isascii():
        return "OTHER", None
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before in _MONEY or after == "%" or (before == "." and start > 1 and text[start - 2].isdigit()):
        return "OTHER", None
    if token.isdigit():
        return _whole_number(token, before)
    return _mixed_number(token)


def _whole_number(token: str, before: str) -> tuple[str, int | None]:
    value = int(token)
    if len(token) <= 2:
        if before in "'’‘" and len(token) == 2:
            return "APOSYR", full_year(token)
        return ("DD" if 1 <= value <= 31 else "NUM"), value
    if len(token) == 4 and 1000 <= value < 2200:
        return "YR", value
    return ("NUM", value) if len(token) <= 9 else ("OTHER", None)


def _mixed_number(token: str) -> tuple[str, int | float | tuple[int, ...] | str | None]:
    if len(token) == 10 and token[4] == "-":
        return "ISO", token
    if match := _SLASH_DATE.match(token):
        return "SLASHDATE", (int(match[1]), int(match[2]), full_year(match[3]))
    if match := _YEAR_FIRST.match(token):
        return "SLASHDATE", (int(match[2]), int(match[3]), int(match[1]))
    if token.count(".") == 2 and _POINT_DATE.match(token):
        return "POINTDATE", token
    if match := _ORDINAL.match(token):
        return "ORDN", int(match[1])
    if match := _DECADE.match(token):
        year = int(match[1])
        return "DECADE", year if len(match[1]) == 4 else year + 1900
    if match := _QUARTER.match(token):
        return "QCODE", _quarter_value(match)
    if (match := _SPLIT_YEAR.match(token)) and (int(match[1]) + 1) % 100 == int(match[2]):
        return "YRS", (int(match[1]), int(match[1]) + 1)
    if match := _MONTHS.match(token):
        return "MCODE", (int(match[1]), full_year(match[2]))
    if match := _CLOCK.match(token):
        return "CLOCK", (int(match[1]), int(match[2]), _half_of_day(token))
    if match := _HOUR.match(token):
        return "CLOCK", (int(match[1]), 0, _half_of_day(token))
    if _NUMBER.match(token):
        return "NUM", float(token.replace(",", ""))
    return "OTHER", None


def _half_of_day(token: str) -> int:
    return {"a": 1, "p": 2}.get(token[-2].lower(), 0)
