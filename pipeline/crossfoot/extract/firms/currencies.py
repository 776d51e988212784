"""Which peso, krone or pound a text means by the bare word: that of the country it names most."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache

from crossfoot.extract.firms.mentions import Found, Words
from crossfoot.vocabulary.firm_lists import firm_lists


def of_the_country(words: Words, found: list[Found]) -> list[Found]:
    """The mentions, a currency's bare name read as that of the country named most: `the peso` in a text on Colombia."""
    bare = [place for place in found if place.mention.kind == "currency" and _is_bare(words, place)]
    if not bare:
        return found
    named = Counter(place.mention.canonical for place in found if place.mention.kind == "country")
    chosen: dict[str, str] = {}
    for place in bare:
        homes = _by_word()[words.words[place.end - 1].lower()]
        home = max((country for country in homes if named[country]), key=lambda country: named[country], default=None)
        if home is not None:
            chosen[words.words[place.end - 1].lower()] = homes[home]
    at = {place.start for place in bare}
    return [
        Found(place.start, place.end, replace(place.mention, canonical=name))
        if place.start in at and (name := chosen.get(words.words[place.start].lower())) is not None
        else place
        for place in found
    ]


def _is_bare(words: Words, place: Found) -> bool:
    """Whether the word alone is printed, and several countries call their money so: `the peso`, not `the yen`."""
    return place.end - place.start == 1 and len(_by_word().get(words.words[place.start].lower(), ())) > 1


@cache
def _by_word() -> dict[str, dict[str, str]]:
    """For a currency's last word the countries that call their money so, with the whole name: `peso`, Chile's and others'."""
    lists = firm_lists()
    countries = {s.text: s.entry.name for s in lists.spellings if s.adjective and s.entry.kind == "country"}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in lists.names.values():
        adjective, _, word = entry.name.rpartition(" ")
        if entry.kind == "currency" and adjective in countries:
            found[word][countries[adjective]] = entry.name
    return dict(found)
