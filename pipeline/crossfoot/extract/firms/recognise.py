"""Recognises firms that no list has, by the evidence of all the places of a capitalised name."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from crossfoot.extract.firms.candidates import Candidate
from crossfoot.extract.firms.evidence import ENOUGH, evidence_at, told_at, told_country
from crossfoot.extract.firms.mentions import FirmMention, Found, Words
from crossfoot.vocabulary.firm_lists import Kind, firm_words

_TITLE, _REPEATED = 0.35, 0.2  # what a place in the title and a second place add
_HOUSES = frozenset({"Securities", "Equities", "Research", "Broking", "Brokers", "Brokerage"})
_PUNCTUATION = re.compile(r"[^\w&'’.-]+")


def recognised(words: Words, found: list[Candidate], title: str | None, others: list[Found]) -> list[Found]:
    """The candidates that are firms or bodies by the evidence of all their places, or by a name that `others` bear."""
    known = {f.mention.canonical: f.mention for f in others if f.mention.kind in {"company", "division", "broker"}}
    people_ends = frozenset(f.end for f in others if f.mention.kind == "person")
    # `Acme Forge` in a text on Acme is Acme's, not a firm called Forge.
    taken = frozenset(f.end for f in others if f.mention.kind == "company" and not f.mention.adjective)
    found = [c for c in found if c.start not in taken or words.opens[c.start]]
    by_name: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        by_name[candidate.name.replace("’", "'")].append(candidate)
    title_words = set(_PUNCTUATION.sub(" ", (title or "").replace("'s", " ").replace("’s", " ")).split())
    short = {name: longer for name in by_name if (longer := _longer(name, by_name)) is not None}
    mentions = []
    for name, places in by_name.items():
        if name in known:
            mention = replace(known[name], via="short_form", confidence=min(0.9, known[name].confidence))
            mentions += [Found(place.start, place.end, mention) for place in places]
            continue
        told = [*places, *(place for form, longer in short.items() if longer == name for place in by_name[form])]
        named = set(name.split()) <= title_words or any(short.get(form) == name for form in title_words)
        weight, kind, sector = _weigh(words, told, people_ends, in_title=named)
        if weight >= ENOUGH:
            country = next((c for place in places if (c := told_country(words, place)) is not None), None)
            sure = round(min(0.9, 0.4 + weight / 3), 2)
            house = kind == "company" and name.split()[-1] in _HOUSES
            mention = FirmMention(name, "broker" if house else kind, "recognised", sure, None, None, sector, house)
            mention = replace(mention, country=country)
            mentions += [Found(place.start, place.end, mention) for place in places]
    return sorted(mentions, key=lambda f: f.start)


def _longer(name: str, names: dict[str, list[Candidate]]) -> str | None:
    """The one longer name that begins with a single word: `Norling Foods` of `Norling`, None where two do."""
    if " " in name:
        return None
    begun = [other for other in names if other.startswith(f"{name} ")]
    return begun[0] if len(begun) == 1 else None


def _weigh(
    words: Words, places: list[Candidate], people_ends: frozenset[int], *, in_title: bool
) -> tuple[float, Kind, str | None]:
    """The evidence for a name over all its places: weight, kind, sector."""
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
    return sum(best.values()), kind, sector
