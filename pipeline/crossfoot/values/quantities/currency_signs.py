"""Currency signs in front of a figure: $, US$, $A, HK$, EUR, Rs, and whose sign they are in which country."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crossfoot.values.quantities.home import Country, Home
from crossfoot.values.quantities.lexemes import Lexemes, lexemes
from crossfoot.values.quantities.number_vocabulary import glued_scales, scale_words
from crossfoot.values.quantities.unit_words import UnitName, currency_file

_LONE_LETTERS = frozenset({"A", "S", "R", "E", "a", "s", "r", "e", "Ps"})


@dataclass(frozen=True, slots=True)
class Sign:
    """A currency in front of a figure. `loose`: a word-like code that needs a scale word or a touching figure."""

    unit: UnitName
    words: tuple[str, ...]
    loose: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Signs:
    """Currency signs by their lexemes as written; `last` holds every lexeme that ends one, `longest` their length."""

    by_words: dict[tuple[str, ...], Sign]
    last: frozenset[str]
    longest: int


@cache
def signs_before() -> Signs:
    """The currency signs that stand in front of a figure. The first currency that owns a spelling keeps it."""
    file = currency_file()
    table: dict[tuple[str, ...], Sign] = {}

    def add(spelling: str, unit: UnitName, *, loose: bool = False, glued: bool = False) -> None:
        words = tuple(lexemes(spelling).raw)
        table.setdefault(words, Sign(unit, words, loose, glued))

    for code, currency in file.currencies.items():
        for spelling in currency.before:
            unit = UnitName(code, "money", shared=spelling if spelling in file.shared else None)
            add(spelling, unit, glued=spelling in currency.glued_before)
            if spelling.endswith("$") and len(spelling) > 1 and " " not in spelling:
                add(spelling.lower(), unit)
    for code in file.codes:
        unit = UnitName(file.code_of.get(code, code), "money")
        add(code, unit, loose=code in file.wordlike)
        if code not in file.wordlike:
            add("M" + code, UnitName(unit.name, "money", scale=1e6))
            for spelling in (code, code.lower()) if code.lower() in file.lower_codes else (code,):
                add(spelling, unit)
                add(spelling + "$", unit)
    # a scraped pound sign that lost its encoding: PS8.1bn
    add("PS", UnitName("GBP", "money"), loose=True, glued=True)
    return Signs(table, frozenset(words[-1] for words in table), max(map(len, table)))


def in_country(unit: UnitName, country: Country) -> str:
    """The currency that a shared sign means in `country` (ISO 3166, or what a text tells), else its default."""
    if not unit.shared or country is None:
        return unit.name
    place = country.of(unit.shared) if isinstance(country, Home) else country.upper()
    for code, countries in currency_file().shared[unit.shared].items():
        if place in countries:
            return code
    return unit.name


def sign_at(lex: Lexemes, at: int, *, touching: bool) -> tuple[UnitName | None, int]:
    """The currency sign that ends at lexeme `at`, and its first lexeme."""
    signs = signs_before()
    if at < 0 or lex.raw[at] not in signs.last:
        return None, 0
    for start in range(max(at - signs.longest + 1, 0), at + 1):
        sign = signs.by_words.get(tuple(lex.raw[start : at + 1]))
        if sign is not None and _sign_fits(lex, sign, start, at, touching=touching):
            return sign.unit, start
    return None, 0


def _sign_fits(lex: Lexemes, sign: Sign, start: int, at: int, *, touching: bool) -> bool:
    if sign.glued and not touching:
        return False
    if sign.loose and not ((touching and len(sign.words[0]) > 2) or _scaled_behind(lex, at + 2)):
        return False
    if len(sign.words) == 2 and not lex.glued(at) and sign.words[0] in _LONE_LETTERS:
        return False  # "A $100 million deal"
    return not (sign.words[0].isalpha() and lex.glued(start) and lex.kind[start - 1] in "nw")


def _scaled_behind(lex: Lexemes, at: int) -> bool:
    return lex.word(at) in scale_words() or (lex.glued(at) and at < lex.size and lex.raw[at] in glued_scales())
