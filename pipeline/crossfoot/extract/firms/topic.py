"""Which firm an article is about, by its title, its lead and how often it names whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from crossfoot.extract.firms.gazetteer import find_names
from crossfoot.extract.firms.mentions import DASHES, DATELINE, FirmMention, Found, Words, of_entry
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, FirmEntry, firm_lists
from crossfoot.vocabulary.models import metrics, metrics_of

_KINDS = {
    "company": 1.0, "division": 0.6, "index": 1.0, "commodity": 0.7, "currency": 0.8, "broker": 0.4, "agency": 0.4,
    "country": 0.35, "region": 0.15, "media": 0.1,
}  # fmt: skip
# In an article on an economy markets and banks only look on.
_KINDS_OF_AN_ECONOMY = {**_KINDS, "country": 1.2, "region": 0.4, "index": 0.3, "company": 0.4, "currency": 0.3}
# A title on `jobs`, `wages` or `tax` may be on a firm as well.
OF_BOTH = frozenset({"jobs", "wages", "tax_rate", "tariff_rate", "population"})
_TITLE, _LEAD, _WRITTEN, _MENTION = 6.0, 3.0, 4.5, 1.0
_LEAD_CHARACTERS = 600
_LONGEST_TITLE = 400
_CITED = 0.15
_REPORTS = frozenset(
    {
        "surveyed",
        "polled",
        "compiled",
        "report",
        "data",
        "figures",
        "survey",
        "study",
        "analysis",
        "research",
        "estimates",
        "numbers",
        "analysts",
    }
)
_ABROAD = frozenset({"to", "with", "against"})  # "exports to China" make no article on China
_HOUSE = 0.6  # it may only be cited
_PLACE_IN_TITLE = 0.5  # where the title names nothing but places, the article is about the first
_INVESTORS = "asset_manager"
_PRODUCT = 0.4  # of the weight that its maker's own name has


def topic(words: Words, found: list[Found], *, title: str | None) -> FirmMention | None:
    """The mention of whom the article is about, None where it names nobody."""
    ranked = ranking(words, found, title=title)
    return ranked[0] if ranked else None


def ranking(words: Words, found: list[Found], *, title: str | None) -> list[FirmMention]:
    """Everybody whom the article could be about, likeliest first."""
    weights: dict[str, float] = defaultdict(float)
    firms: dict[str, FirmMention] = {}
    firsts: set[str] = set()
    counts: Counter[str] = Counter()
    heard: set[str] = set()
    in_title = _in_title(title, found, words)
    firm_in_title = any(place.mention.kind in FIRM_KINDS and place.mention.canonical in in_title for place in found)
    kinds = _KINDS_OF_AN_ECONOMY if _on_an_economy(title) and not firm_in_title else _KINDS
    for place in found:
        mention = place.mention
        if mention.adjective and kinds is _KINDS_OF_AN_ECONOMY and mention.kind == "country":
            mention = replace(mention, adjective=False)
        weight = kinds.get(mention.kind, 0.0) * (_PRODUCT if mention.product else _HOUSE if mention.house else 1.0)
        if mention.adjective or not weight:
            continue
        cited = _is_cited(words, place)
        if not cited:
            heard.add(mention.canonical)
        if cited or mention.kind == "country" and words.at(place.start - 1) in _ABROAD:
            weight *= _CITED
        name = mention.canonical
        if name not in firms or (firms[name].ticker is None and mention.ticker):
            firms[name] = mention
        weights[name] += weight * _MENTION
        counts[name] += 1
        if words.starts[place.start] < _LEAD_CHARACTERS and name not in firsts:
            weights[name] += weight * _LEAD / (1 + 0.5 * len(firsts))
            firsts.add(name)
    if (home := _written_in(words)) is not None:
        firms.setdefault(home.canonical, home)
        heard.add(home.canonical)
        weights[home.canonical] += kinds.get("country", 0.0) * _WRITTEN
    for name, mention in firms.items():
        if mention.kind == "commodity" and counts[name] < 2 and name not in in_title:
            weights[name] *= _CITED  # a field of cotton makes no article on cotton
    titled = [name for name in in_title if name in firms]
    for name in firms.keys() - heard - set(titled):
        del weights[name]  # it is named only as the source of something
    if firm_in_title:  # "KKR buys UK's Acme" is on Acme
        titled.sort(key=lambda name: (firms[name].sector == _INVESTORS, firms[name].kind in {"country", "region"}))
    least = _PLACE_IN_TITLE if all(firms[name].kind in {"country", "region"} for name in titled) else 0.0
    for rank, name in enumerate(titled):
        weights[name] += max(least, kinds.get(firms[name].kind, 0.0)) * _TITLE / (1 + rank)
    order = {name: i for i, name in enumerate(firms)}
    return [firms[name] for name in sorted(weights, key=lambda n: (-weights[n], order[n]))]


def _written_in(words: Words) -> FirmMention | None:
    """The country in whose capital a text was written: *TOKYO - The government will spend 21 trillion yen*."""
    city = words.words[0] if len(words) else ""
    if not city.isupper() or not any(
        words.words[k] in DASHES and words.opens[k + 1] for k in range(1, min(DATELINE, len(words) - 1))
    ):
        return None
    listed = firm_lists().names
    entry = listed.get(city.title())
    owner = listed.get(entry.owner) if entry is not None and entry.kind == "region" and entry.owner else None
    return of_entry(owner) if owner is not None and owner.kind == "country" else None


def _is_cited(words: Words, place: Found) -> bool:
    """Whether a place names a source: `according to Acme`, `a report from Acme`, `data from Acme`."""
    before = [words.at(place.start - k).lower() for k in (1, 2, 3, 4)]
    said = before[0] == "to" and before[1] == "according"
    return said or before[0] in {"from", "by", "at"} and not _REPORTS.isdisjoint(before[1:])


def _on_an_economy(title: str | None) -> bool:
    """Whether a title names what only an economy has: `Payrolls growth slows`, `Inflation in Chile`."""
    words = (title or "").lower().replace("-", " ")
    return any(f" {name} " in f" {words} " for name in _economic_names())


@cache
def _economic_names() -> frozenset[str]:
    named = metrics_of("economy") - OF_BOTH
    return frozenset(name for metric in named for name in metrics()[metric].names)


def _in_title(title: str | None, found: list[Found], words: Words) -> list[str]:
    """Canonical names in the title, in its order: listed ones, and the text's own as the text prints them."""
    if not title:
        return []
    title = title[:_LONGEST_TITLE]
    named = {place.mention.canonical: place.mention for place in found}
    hits = [hit for hit in find_names(title) if not hit.adjective]
    places = {hit.start: _in_full(title[hit.start : hit.end], _stands_for(hit.entry, named), named) for hit in hits}
    for place in found:
        start = words.starts[place.start]
        printed = words.text[start : words.starts[place.end - 1] + len(words.words[place.end - 1])]
        at = title.find(printed)
        if at >= 0 and place.mention.kind != "person" and not place.mention.adjective:
            places[at] = place.mention.canonical
    return list(dict.fromkeys(places[at] for at in sorted(places)))


def _stands_for(entry: FirmEntry, named: Mapping[str, FirmMention]) -> str:
    """The canonical name of a listed one; the country for its capital where the text names only that: `Ottawa's deficit`."""
    mention = of_entry(entry)
    capital = mention.kind == "region" and mention.canonical not in named and mention.owner in named
    return mention.owner if capital and mention.owner is not None else mention.canonical


def _in_full(printed: str, canonical: str, named: dict[str, FirmMention]) -> str:
    """The text's own longer name where it has only that: the `Acme` of a title, `Acme Foods` below it."""
    if canonical in named:
        return canonical
    longer = (
        name for name, m in named.items() if m.kind in FIRM_KINDS and name.startswith((f"{printed} ", f"{canonical} "))
    )
    return next(longer, canonical)


def aliases_of_topic(words: Words, found: list[Found]) -> list[Found]:
    """Reads a listed short name as the fuller name that the text began with: `Siam` in an article on Siam Cement."""
    fuller: dict[str, FirmMention] = {}
    result = []
    full_names = {
        f.mention.canonical for f in found if words.words[f.start : f.end] == tuple(f.mention.canonical.split())
    }
    for place in found:
        mention = place.mention
        first = words.words[place.start]
        if mention.kind == "company" and place.end - place.start > 1 and not mention.adjective:
            fuller.setdefault(first, mention)
        other = fuller.get(first)
        alias = (
            other is not None
            and place.end - place.start == 1
            and mention.via == "gazetteer"
            and mention.kind == "company"
            and (first != mention.canonical or mention.country is None)
            and mention.canonical.split()[0] == first
            and mention.canonical != other.canonical
            and (mention.canonical not in full_names or first == mention.canonical)
        )
        if alias and other is not None:
            place = Found(place.start, place.end, replace(other, via="short_form", confidence=0.8))
        result.append(place)
    return result
