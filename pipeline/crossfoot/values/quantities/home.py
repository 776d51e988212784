"""Whose currency a text means by a sign that several share: `$`, crowns, pesos, Rs, by the places and markets it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.values.quantities.unit_words import currency_file
from crossfoot.vocabulary.loader import load

_DOLLARS = ("$", "dollar", "dollars", "cent", "cents", "c")
_BARE_DOLLAR = re.compile(r"(?<![A-Za-z])\$ ?(?=\d)")
_CENTS = re.compile(r"\d ?(?:c|cents?)\b")
_HEAD = 400  # characters: dateline and first sentence say more than what follows
_OF_A_MARKET = 3  # an exchange says as much as three places
_ENOUGH = 3
_FUNDS = re.compile(
    r"\b(?:figures|amounts|sums|dollars?|values|currency|expressed|reported|stated|presented)\b[^.\n]{0,60}", re.I
)


class Words(BaseModel):
    """The words of one country."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    markets: tuple[str, ...]
    places: tuple[str, ...]


class Homes(BaseModel):
    """The file homes.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    countries: dict[str, Words]
    us_dollar: tuple[str, ...]
    own_dollar: dict[str, tuple[str, ...]]
    stated: dict[str, tuple[str, ...]]
    in_us_dollars: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """The country by which each shared sign of one text is read; a sign that is not here keeps its default."""

    countries: dict[str, str]

    def of(self, sign: str) -> str | None:
        """The country (ISO 3166) whose sign it is."""
        return self.countries.get(sign)


Country = str | Home | None


@cache
def homes() -> Homes:
    """homes.yaml."""
    file: Homes = load("homes.yaml", Homes)
    return file


def _any(words: Iterable[str]) -> re.Pattern[str]:
    """One of `words` standing by itself, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<![A-Za-z])(?:" + "|".join(map(re.escape, ordered)) + r")(?![A-Za-z])")


@cache
def _words() -> re.Pattern[str]:
    return _any(_tells())


@cache
def _tells() -> dict[str, tuple[str, int]]:
    """Each word's country and weight."""
    table: dict[str, tuple[str, int]] = {}
    for country, words in homes().countries.items():
        table.update(dict.fromkeys((*words.places, *map(str.upper, words.places)), (country, 1)))  # OSLO, May 3
        table.update(dict.fromkeys(words.markets, (country, _OF_A_MARKET)))
    return table


@cache
def _other_signs() -> dict[str, re.Pattern[str]]:
    """The shared signs and names beside the dollar's, each as it stands by a figure."""
    shared = (sign for sign in currency_file().shared if sign not in _DOLLARS)
    return {sign: re.compile(r"(?<![A-Za-z])" + re.escape(sign) + r"(?![A-Za-z])") for sign in shared}


@cache
def _own_dollar(country: str) -> re.Pattern[str]:
    return _any(homes().own_dollar[country])


@cache
def _us_dollar() -> re.Pattern[str]:
    return _any(homes().us_dollar)


@cache
def _in_us_dollars() -> re.Pattern[str]:
    return _any(homes().in_us_dollars)


def home_of(text: str) -> Home | None:
    """Whose signs `text` uses, None where it uses no shared one or tells no country.

    *Oslo-listed Acme earned 3 million crowns*: Norway's. A bare `$` is America's unless the text writes US$ beside it or
    tells of another country's exchange and of none of America's; where the text writes A$, a bare `$` is not Australia's.
    """
    others = [sign for sign, pattern in _other_signs().items() if sign in text and pattern.search(text)]
    dollars = _BARE_DOLLAR.search(text) is not None or _CENTS.search(text) is not None
    if not others and not dollars:
        return None
    told = _told(text)
    found: dict[str, str] = {}
    if dollars and (country := _of_dollars(text, told)):
        found.update(dict.fromkeys(_DOLLARS, country))
    for sign in others:
        sharing = {place for places in currency_file().shared[sign].values() for place in places}
        if country := _first(told, sharing):
            found[sign] = country
    return Home(found) if found else None


def _told(text: str) -> Counter[str]:
    """How often and how plainly `text` names each country."""
    told: Counter[str] = Counter()
    for word in _words().finditer(text):
        country, weight = _tells()[word[0]]
        told[country] += weight * (2 if word.start() < _HEAD else 1)
    return told


def _first(told: Counter[str], among: Iterable[str]) -> str | None:
    """The country of `among` that is named most; none where two are named alike."""
    ranked = sorted(((told[country], country) for country in among if told[country]), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _of_dollars(text: str, told: Counter[str]) -> str | None:
    """The country whose dollar a bare `$` is, None for America's."""
    if stated := _stated(text):
        return stated
    country = _first(told, homes().own_dollar)
    if country is None or told[country] < _ENOUGH or _own_dollar(country).search(text):
        return None
    if _us_dollar().search(text):
        return country
    traded = told["US"] or not _trades(text, country) or _in_us_dollars().search(text)
    return None if traded else country


def _stated(text: str) -> str | None:
    """*All figures are in Australian dollars*: what the text says itself."""
    for said in _FUNDS.finditer(text):
        for country, names in homes().stated.items():
            if any(f"in {name}" in said[0] for name in names):
                return country
    return None


def _trades(text: str, country: str) -> bool:
    """True where the text names an exchange or the central bank of the country."""
    return _any_market(country).search(text) is not None


@cache
def _any_market(country: str) -> re.Pattern[str]:
    return _any(homes().countries[country].markets)
