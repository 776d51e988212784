"""Recognises firms that no list has, by the evidence of all the places of a capitalised name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from crossfoot.extract.firms.candidates import Candidate
from crossfoot.extract.firms.evidence import CITED, ENOUGH, evidence_at, told_at, told_country
from crossfoot.extract.firms.mentions import FirmMention, Found, Words
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, Kind, firm_words

_TITLE, _REPEATED = 0.35, 0.2  # what a place in the title and a second place add
_NAMED = FIRM_KINDS | {"broker"}
_HOUSES = frozenset({"Securities", "Equities", "Research", "Broking", "Brokers", "Brokerage"})
_PUNCTUATION = re.compile(r"[^\w&'’.-]+")


def recognised(words: Words, found: list[Candidate], title: str | None, others: list[Found]) -> list[Found]:
    """The candidates that are firms or bodies by the evidence of all their places, or by a name that `others` bear."""
    known = {f.mention.canonical: f.mention for f in others if f.mention.kind in _NAMED}
    people_ends = frozenset(f.end for f in others if f.mention.kind == "person")
    # `Acme Forge` in a text on Acme is Acme's, not a firm called Forge.
    taken = frozenset(f.end for f in others if f.mention.kind == "company" and not f.mention.adjective)
    found = [c for c in found if c.start not in taken or words.opens[c.start]]
    by_name: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        by_name[candidate.name.replace("’", "'")].append(candidate)
    title_words = set(_PUNCTUATION.sub(" ", (title or "").replace("'s", " ").replace("’s", " ")).split())
    moving = _moving_in(title or "")
    longer = _longer(by_name)
    shorter = {full: short for short, full in longer.items()}
    mentions = []
    for name, places in by_name.items():
        if name in known:
            mention = replace(known[name], via="short_form", confidence=min(0.9, known[name].confidence))
            mentions += [Found(place.start, place.end, mention) for place in places]
            continue
        told = [*places, *by_name.get(shorter.get(name, ""), ())]
        named = set(name.split()) <= title_words or shorter.get(name) in title_words
        weight, kind, sector, quoted = _weigh(words, told, people_ends, in_title=named)
        if weight < ENOUGH and named and shorter.get(name, name) in moving:
            weight = ENOUGH
        if weight >= ENOUGH:
            country = next((c for place in places if (c := told_country(words, place)) is not None), None)
            sure = round(min(0.9, 0.4 + weight / 3), 2)
            house = kind == "company" and name.split()[-1] in _HOUSES
            kind = "broker" if house else kind
            house = house or quoted
            mention = FirmMention(name, kind, "recognised", sure, sector=sector, house=house, country=country)
            mentions += [Found(place.start, place.end, mention) for place in places]
    return sorted(mentions, key=lambda f: f.start)


def _moving_in(title: str) -> frozenset[str]:
    """The words of a title right before what only prices and firms do: the *Norling* of `Norling sinks to a low`."""
    words = _PUNCTUATION.sub(" ", title).split()
    return frozenset(name for name, verb in pairwise(words) if verb.lower() in firm_words().moving_in_titles)


def _longer(names: Iterable[str]) -> dict[str, str]:
    """The longer name that each single word begins: `Norling Foods` of `Norling`, none where it begins two."""
    begun: dict[str, list[str]] = defaultdict(list)
    singles = {name for name in names if " " not in name}
    for name in names:
        first, _, rest = name.partition(" ")
        if rest and first in singles:
            begun[first].append(name)
    return {first: found[0] for first, found in begun.items() if len(found) == 1}


def _weigh(
    words: Words, places: list[Candidate], people_ends: frozenset[int], *, in_title: bool
) -> tuple[float, Kind, str | None, bool]:
    """The evidence for a name over all its places: weight, kind, sector, and whether nothing but being cited makes it one."""
    best: dict[str, float] = {}
    kind: Kind = "company"
    sector: str | None = None
    for place in places:
        for reason, weight in evidence_at(words, place, people_ends):
            best[reason] = max(best.get(reason, 0.0), weight)
        told = told_at(words, place)
        if told is not None:
            kind, sector = told[0], sector or told[1]
    last = words.words[places[0].end - 1].rstrip(".")
    if last in firm_words().body_endings and "suffix" not in best:
        kind = "agency"
    inner = [place for place in places if not place.first and not words.headline[place.start]]
    sure = best.keys() & {"suffix", "apposition", "noun before"} or any(words.pos[p.start] == "PROPN" for p in places)
    if not inner and not sure and " " not in places[0].name:
        best = {k: w / 2 for k, w in best.items()}
    if best and in_title:
        best["title"] = _TITLE
    if best and len(places) >= 2:
        best["repeated"] = _REPEATED if len(places) > 2 else _REPEATED - 0.05
    weight = sum(best.values())
    acts = sum(
        worth for reason, worth in best.items() if reason not in (CITED, "noun before", "ending", "trade", "repeated")
    )
    quoted = kind == "company" and CITED in best and acts < ENOUGH
    return weight, kind, sector, quoted
