"""The vocabulary of units and currencies, laid out for look-up by lexemes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from crossfoot.values.quantities.lexemes import NUMBER, Lexemes, lexemes
from crossfoot.vocabulary.loader import load


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Prefix(_Strict):
    """An SI prefix."""

    word: str
    factor: float


class Family(_Strict):
    """A unit that takes SI prefixes."""

    name: Literal["symbol", "word"]
    kind: str
    symbol: str
    words: tuple[str, ...] = ()
    pint: str = ""
    prefixes: tuple[str, ...] = ()
    any_case: bool = False
    glued: bool = False
    per: bool = False
    bare_symbol: bool = True
    as_: str = Field(default="", alias="as")


class Unit(_Strict):
    """One unit and how it is written."""

    name: str
    kind: str
    words: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    pint: str = ""
    per: bool = False
    adverbs: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    plural_only: bool = False


class Spelled(_Strict):
    """A unit's name and further words for it."""

    name: str
    words: tuple[str, ...]


class Units(_Strict):
    """The file units.yaml."""

    prefixes: dict[str, Prefix]
    families: tuple[Family, ...]
    units: tuple[Unit, ...]
    ages: tuple[Spelled, ...]
    denominators: tuple[Spelled, ...]


class Currency(_Strict):
    """How one currency is written, before and after its figure."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    minor: tuple[str, ...] = ()
    wordlike: bool = False
    glued_before: tuple[str, ...] = ()


class Currencies(_Strict):
    """The file currencies.yaml."""

    currencies: dict[str, Currency]
    shared: dict[str, dict[str, tuple[str, ...]]]
    codes: tuple[str, ...]
    lower_codes: tuple[str, ...]
    code_of: dict[str, str]
    wordlike: tuple[str, ...]
    cents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as the tables hold it; `factor` turns the figure into `name` (0.01 for cents in USD)."""

    name: str
    kind: str
    factor: float = 1.0
    per: bool = False
    minor: str | None = None
    shared: str | None = None
    scale: float = 0.0  # MUSD: the sign holds the scale


@dataclass(frozen=True, slots=True)
class Found:
    """A unit that was read at lexemes up to `stop` (exclusive)."""

    unit: UnitName
    stop: int


Table = dict[str, list[tuple[tuple[str, ...], UnitName]]]


@dataclass(frozen=True, slots=True)
class UnitTables:
    """Look-up tables: words by lower-case lexemes, symbols by lexemes as written."""

    words: Table
    symbols: Table
    glued: Table
    denominators: Table
    adverbs: Table
    attributes: Table
    pint: dict[str, str]
    kinds: dict[str, str]


@cache
def unit_file() -> Units:
    """units.yaml."""
    file: Units = load("units.yaml", Units)
    return file


@cache
def currency_file() -> Currencies:
    """currencies.yaml."""
    file: Currencies = load("currencies.yaml", Currencies)
    return file


def _add(table: Table, phrase: str, unit: UnitName, *, fold: bool = True) -> None:
    lex = lexemes(phrase)
    words = tuple(lex.low if fold else lex.raw)
    entries = table.setdefault(words[0], [])
    if all(words != known for known, _ in entries):
        entries.append((words, unit))


def _sort(*tables: Table) -> None:
    for table in tables:
        for entries in table.values():
            entries.sort(key=lambda entry: -len(entry[0]))


def _plural(word: str) -> str:
    return word if word.endswith(("hertz", "z")) else word + "s"


def _family_units(family: Family, prefixes: dict[str, Prefix]) -> list[tuple[UnitName, list[str], list[str], str]]:
    """Each prefix's unit as (unit, words, symbols, pint)."""
    made = []
    for sign in ("", *family.prefixes):
        lead = prefixes[sign].word if sign else ""
        words = [lead + word for word in family.words]
        symbols = [sign + family.symbol] if sign or family.bare_symbol else []
        if sign == "µ":
            symbols += ["μ" + family.symbol, "u" + family.symbol]
        base = family.as_ or (family.words[0] if family.words else family.symbol)
        name = sign + family.symbol if family.name == "symbol" else lead + base
        pint = f"{lead}{family.pint}" if family.pint else ""
        unit = UnitName(name, family.kind, per=family.per)
        made.append((unit, words + [_plural(word) for word in words], symbols, pint))
    return made


@cache
def unit_tables() -> UnitTables:
    """The tables of units.yaml and currencies.yaml."""
    tables = UnitTables({}, {}, {}, {}, {}, {}, {}, {})
    file = unit_file()
    for unit in file.units:
        _add_unit(tables, unit)
    for family in file.families:
        for name, words, symbols, pint in _family_units(family, file.prefixes):
            tables.kinds.setdefault(name.name, family.kind)
            tables.pint.setdefault(name.name, pint)
            for word in words:
                _add(tables.words, word, name)
                if family.per:
                    _add(tables.denominators, word, name)
            for symbol in symbols:
                short = len(symbol) == 1
                _add(tables.glued if short or family.glued else tables.symbols, symbol, name, fold=False)
                if family.per:
                    _add(tables.denominators, symbol, name)
                if family.any_case and len(symbol) > 1:
                    _add(tables.words, symbol, name)
    for age in file.ages:
        for word in age.words:
            _add(tables.words, word, UnitName(age.name, "age"))
    for thing in file.denominators:
        for word in thing.words:
            _add(tables.denominators, word, UnitName(thing.name, "count", per=True))
    _add_currencies(tables)
    _sort(tables.words, tables.symbols, tables.glued, tables.denominators, tables.adverbs)
    return tables


def _add_unit(tables: UnitTables, unit: Unit) -> None:
    name = UnitName(unit.name, unit.kind, per=unit.per)
    tables.kinds.setdefault(unit.name, unit.kind)
    tables.pint.setdefault(unit.name, unit.pint)
    for word in unit.words:
        if not (unit.plural_only and not word.endswith(("s", "'"))):
            _add(tables.words, word, name)
        if unit.per:
            _add(tables.denominators, word, name)
    for symbol in unit.symbols:
        _add(tables.symbols, symbol, name, fold=False)
        if unit.per:
            _add(tables.denominators, symbol, name)
    for symbol in unit.glued:
        _add(tables.glued, symbol, name, fold=False)
    for adverb in unit.adverbs:
        _add(tables.adverbs, adverb, UnitName(unit.name, unit.kind))
    for word in unit.attributes:
        _add(tables.attributes, word, UnitName(unit.name, unit.kind))


def _add_currencies(tables: UnitTables) -> None:
    file = currency_file()
    for code, currency in file.currencies.items():
        tables.kinds[code] = "money"
        for word in currency.after:
            exact = not word.islower() and word.isalpha()
            shared = word if word in file.shared else None
            _add(
                tables.symbols if exact else tables.words, word, UnitName(code, "money", shared=shared), fold=not exact
            )
        for word in currency.minor:
            minor = UnitName(code, "money", 0.01, minor=currency.minor[0], shared=word if word in file.shared else None)
            _add(tables.glued if len(word) == 1 and word != "¢" else tables.words, word, minor, fold=False)
    for code in file.codes:
        unit = UnitName(file.code_of.get(code, code), "money")
        tables.kinds.setdefault(unit.name, "money")
        if code not in file.wordlike:
            _add(tables.symbols, code, unit, fold=False)
            _add(tables.symbols, "M" + code, UnitName(unit.name, "money", scale=1e6), fold=False)
        if code.lower() in file.lower_codes:
            _add(tables.words, code.lower(), unit)
        _add(tables.glued, code, unit, fold=False)


def look_up(table: Table, lex: Lexemes, index: int, *, exact: bool = False) -> Found | None:
    """The longest entry of `table` that starts at lexeme `index`, in any case or (`exact`) as written."""
    if index >= lex.size:
        return None
    column = lex.raw if exact else lex.low
    for words, unit in table.get(column[index], ()):
        stop = index + len(words)
        if len(words) == 1 or (tuple(column[index:stop]) == words and not _torn(lex, index, stop)):
            return Found(unit, stop)
    return None


def _torn(lex: Lexemes, first: int, stop: int) -> bool:
    """True where a digit of the unit stands apart: "8 m 2 cm" holds no square metres."""
    return any(lex.kind[at] == NUMBER and not lex.glued(at) for at in range(first + 1, stop))


def read_unit(lex: Lexemes, index: int) -> Found | None:
    """The unit written at lexeme `index`: symbols first (they are case-sensitive), then words; longest wins."""
    tables = unit_tables()
    best = look_up(tables.words, lex, index)
    symbol = look_up(tables.symbols, lex, index, exact=True)
    if symbol is not None and (best is None or symbol.stop >= best.stop):
        best = symbol
    if best is None and _may_be_letter(lex, index):
        best = look_up(tables.glued, lex, index, exact=True)
    if best is not None and _runs_on(lex, best):
        return None
    return best


def _may_be_letter(lex: Lexemes, index: int) -> bool:
    """True where a unit of one letter may stand: touching its figure; metres and pence also apart (68 p)."""
    if lex.glued(index):
        return True
    letter = lex.raw[index] if index < lex.size else ""
    return letter == "m" or (letter == "p" and lex.is_kind(index - 1, NUMBER))


def _runs_on(lex: Lexemes, found: Found) -> bool:
    """True where the symbol is part of a longer name (GW2000), or the sign of the next amount (3 $50 cards)."""
    if not lex.glued(found.stop) or lex.kind[found.stop] not in "nw":
        return False
    return lex.kind[found.stop - 1] in "nw" or (lex.kind[found.stop] == NUMBER and found.unit.kind == "money")
