"""Reads the lists of names: firms, products, indexes, agencies, countries, commodities, houses, media."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from pydantic import Field

from crossfoot.vocabulary.loader import Entry, load, read_text

Kind = Literal[
    "company",
    "division",
    "index",
    "country",
    "region",
    "agency",
    "commodity",
    "currency",
    "person",
    "media",
    "broker",
    "group",
]
FIRM_KINDS: frozenset[str] = frozenset({"company", "division"})
MARKET_KINDS: frozenset[str] = frozenset(
    {"index", "currency", "commodity"}
)  # they stand at a figure: "the yen at 151.80"
Trust = Literal["plain", "context", "suffix"]


@dataclass(frozen=True, slots=True)
class FirmEntry:
    """One name that a list holds.

    `trust` says how far the bare name decides (see data/build_companies.py); `country` is `United States`, `other`, or
    None where unknown; a `product` has no figures but its owner's.
    """

    name: str
    kind: Kind
    ticker: str | None = None
    owner: str | None = None
    sector: str | None = None
    trust: Trust = "plain"
    house: bool = False
    country: str | None = None
    product: bool = False
    unless: tuple[str, ...] = ()
    moving: bool = False


class Name(Entry):
    """A line of a YAML list of names."""

    name: str = Field(min_length=1)
    also: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    ticker: str | None = None
    owner: str | None = None
    country: str | None = Field(default=None, description="whose central bank or statistics office it is")
    kind: Kind | None = None
    context: bool = False
    product: bool = False
    unless: tuple[str, ...] = Field(
        default=(), description="words right behind or before the name that make it something else"
    )
    moving: tuple[str, ...] = Field(
        default=(), description="spellings that are everyday words, and mean it only before a market's verb"
    )


class Names(Entry):
    """A YAML list of names."""

    entries: tuple[Name, ...]


class Sectors(Entry):
    """A YAML list of firms by sector."""

    country: str
    sectors: dict[str, tuple[Name, ...]]


FIRM_FILES = ("firms_us.yaml", "firms_world.yaml")
# Where two lists hold the same name the earlier one decides.
NAME_FILES: tuple[tuple[str, Kind], ...] = (
    ("products.yaml", "division"),
    ("indexes.yaml", "index"),
    ("agencies.yaml", "agency"),
    ("countries.yaml", "country"),
    ("commodities.yaml", "commodity"),
    ("media.yaml", "media"),
    ("brokers.yaml", "broker"),
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write an entry's name; `adjective` for `Chinese`."""

    text: str
    entry: FirmEntry
    adjective: bool = False


def _listed(known: dict[str, FirmEntry]) -> Iterator[tuple[FirmEntry, tuple[str, ...], tuple[str, ...]]]:
    """Rows of the SEC table: entry, spellings (none where `known` has the firm by its ticker), every ticker."""
    for line in read_text("data/companies.tsv").splitlines()[1:]:
        name, ticker, others, _, aliases, flag = line.split("\t")
        listed = (ticker, *others.split()) if others else (ticker,)
        same = next((known[t] for t in listed if t in known), None)
        if same is not None:
            yield same, (), listed
            continue
        trust: Trust = "context" if flag == "context" else "suffix" if flag == "suffix" else "plain"
        yield FirmEntry(name, "company", ticker, trust=trust), (name, *filter(None, aliases.split("|"))), listed


@dataclass(frozen=True, slots=True)
class FirmLists:
    """Every spelling, in the order that decides between equals, and the firm of every ticker and of every YAML name."""

    spellings: tuple[Spelling, ...]
    tickers: dict[str, FirmEntry]
    names: dict[str, FirmEntry]


@cache
def firm_lists() -> FirmLists:
    """All lists as one; read once a process."""
    houses = {text for name in load("brokers.yaml", Names).entries for text in (name.name, *name.also)}
    spellings: list[Spelling] = []
    tickers: dict[str, FirmEntry] = {}
    known: dict[str, FirmEntry] = {}

    def add(name: Name, kind: Kind, sector: str | None, country: str | None) -> None:
        entry = known.get(name.name) if kind == "broker" else None
        if entry is None:
            entry = FirmEntry(
                name.name,
                name.kind or kind,
                name.ticker,
                name.owner,
                sector,
                "context" if name.context else "plain",
                kind == "broker" or name.name in houses,
                country or name.country,
                name.product,
                name.unless,
            )
            known.setdefault(name.name, entry)
        if entry.ticker:
            tickers.setdefault(entry.ticker, entry)
        spellings.extend(Spelling(text, entry) for text in (name.name, *name.also))
        spellings.extend(Spelling(text, replace(entry, moving=True)) for text in name.moving)
        spellings.extend(Spelling(text, entry, adjective=True) for text in name.adjectives)

    for file in FIRM_FILES:
        firms = load(file, Sectors)
        for sector, names in firms.sectors.items():
            for name in names:
                add(name, "company", sector, firms.country)
    for file, kind in NAME_FILES:
        for name in load(file, Names).entries:
            add(name, kind, None, None)
    # A coin's or an index's code must not hide the listed firm that bears the same letters: only firms are compared.
    by_firm = {ticker: entry for ticker, entry in tickers.items() if entry.kind == "company"}
    for entry, texts, listed in _listed(by_firm):
        spellings.extend(Spelling(text, entry) for text in texts)
        for ticker in listed:
            tickers.setdefault(ticker, entry)
    return FirmLists(tuple(spellings), tickers, known)


@cache
def spellings_of() -> dict[str, tuple[str, ...]]:
    """Every listed way to write each canonical name."""
    by_name: dict[str, list[str]] = {}
    for spelling in firm_lists().spellings:
        by_name.setdefault(spelling.entry.name, []).append(spelling.text)
    return {name: tuple(texts) for name, texts in by_name.items()}


class FirmNoun(Entry):
    """A common noun that stands for a firm (or index, country, ...) already named."""

    noun: str
    sectors: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ("company",)


class WholeWords(Entry):
    """The nouns of whole markets, and what tells one: *global output*, *the market for pumps*."""

    worldwide: frozenset[str]
    of_all: frozenset[str]
    of_firms_too: frozenset[str]
    markets: frozenset[str]
    bare: frozenset[str]
    no_things: frozenset[str]


class FirmWords(Entry):
    """The words around firms' names: see firm_nouns.yaml."""

    nouns: tuple[FirmNoun, ...]
    modifiers: dict[str, tuple[str, ...]]
    name_sectors: dict[str, str]
    legal_suffixes: frozenset[str]
    firm_endings: frozenset[str]
    trade_endings: frozenset[str]
    common_verbs: frozenset[str]
    body_endings: frozenset[str]
    body_nouns: frozenset[str]
    place_endings: frozenset[str]
    judging: frozenset[str]
    sides: frozenset[str]
    organs: frozenset[str]
    verbs: frozenset[str]
    possessions: frozenset[str]
    owned_things: frozenset[str]
    utility_endings: frozenset[str]
    owned_by: frozenset[str]
    seated: frozenset[str]
    begun: frozenset[str]
    moving_in_titles: frozenset[str]
    person_titles: frozenset[str]
    title_modifiers: frozenset[str]
    person_roles: frozenset[str]
    apposed_nouns: frozenset[str]
    commodity_heads: frozenset[str]
    rating_verbs: frozenset[str]
    rating_nouns: frozenset[str]
    price_verbs: frozenset[str]
    currency_verbs: frozenset[str]
    reported: frozenset[str]
    funding_verbs: frozenset[str]
    covering_verbs: frozenset[str]
    metric_modifiers: frozenset[str]
    heading_words: frozenset[str]
    deal_prepositions: frozenset[str]
    deal_words: frozenset[str]
    shared_first_words: frozenset[str]
    citing_verbs: frozenset[str]
    people_groups: tuple[str, ...]
    industry_groups: tuple[str, ...]
    residents: frozenset[str]
    index_trades: frozenset[str]
    premises: frozenset[str]
    wholes: WholeWords


@cache
def company_nouns() -> frozenset[str]:
    """The common nouns that stand for a firm: `group`, `maker`, `lender`."""
    return frozenset(noun.noun for noun in firm_words().nouns if "company" in noun.kinds)


def firm_words() -> FirmWords:
    """The words around firms' names."""
    words: FirmWords = load("firm_nouns.yaml", FirmWords)
    return words
