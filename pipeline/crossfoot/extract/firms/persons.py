"""Finds people's names, and the firm that each speaks for where the text tells: `Acme Securities analyst Anna Weber`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossfoot.extract.firms.candidates import Candidate
from crossfoot.extract.firms.mentions import FirmMention, Found, Words
from crossfoot.vocabulary.firm_lists import firm_words
from crossfoot.vocabulary.people import people

_EMPLOYERS = frozenset({"company", "broker", "division", "agency", "media", "index"})
_COVERED = 14  # tokens from "who covers" to the house
_SPEECH = frozenset({"said", "says", "wrote", "told", "added", "noted", "argued", "tweeted"})


def persons(words: Words, found: list[Candidate], firms: list[Found]) -> list[Found]:
    """The candidates that are people, with their employer in `owner`."""
    firm_at = {i: f for f in firms for i in range(f.start, f.end)}
    names: dict[str, FirmMention] = {}
    places: list[tuple[Candidate, str]] = []
    lone = {c.name for c in found if " " not in c.name and not c.first and words.prose[c.start]}
    firm_names = {f.mention.canonical for f in firms}
    for candidate in found:
        start = candidate.start
        while start < candidate.end - 1 and words.words[start].rstrip(".") in _title_words():
            start += 1
        name = " ".join(words.words[start : candidate.end])
        name = people().known.get(name, name)
        titles_only = words.words[candidate.end - 1] in _title_words()
        if name in firm_names or titles_only or not _person(words, candidate, start, lone, firm_at):
            continue
        owner = _employer(words, candidate.start, candidate.end, firm_at)
        earlier = names.get(name)
        if earlier is None or (earlier.owner is None and owner is not None):
            names[name] = FirmMention(name, "person", "recognised", 0.85, owner=owner)
        places.append((candidate, name))
    full = {name.split()[-1]: name for name in reversed(names) if " " in name}
    return [Found(c.start, c.end, names[full.get(name, name)]) for c, name in places]


def employed(words: Words, found: list[Found]) -> list[Found]:
    """The same, people's employers filled in who were not known when the people were found."""
    firm_at = {i: f for f in found for i in range(f.start, f.end) if f.mention.kind != "person"}
    owners: dict[str, str] = {}
    for place in found:
        if place.mention.kind == "person" and place.mention.via != "short_form":
            owner = place.mention.owner or _employer(words, place.start, place.end, firm_at)
            if owner is not None:
                owners.setdefault(place.mention.canonical, owner)
    return [
        replace_owner(place, owners[place.mention.canonical])
        if place.mention.kind == "person" and place.mention.canonical in owners
        else place
        for place in found
    ]


def replace_owner(place: Found, owner: str) -> Found:
    """The place with its person's employer."""
    return Found(place.start, place.end, replace(place.mention, owner=owner))


def _title_words() -> frozenset[str]:
    """Words of the titles that stand before a person's name."""
    return firm_words().person_titles | firm_words().title_modifiers


def _person(words: Words, candidate: Candidate, start: int, lone: set[str], firm_at: dict[int, Found]) -> bool:
    size = candidate.end - start
    last = words.words[candidate.end - 1].rstrip(".")
    if (
        last in {"'s", "’s"}
        or last
        in firm_words().legal_suffixes
        | firm_words().firm_endings
        | firm_words().body_endings
        | firm_words().place_endings
        or size > 4
    ):
        return False
    first = words.words[start]
    titled = any(w.rstrip(".") in firm_words().person_titles for w in words.words[candidate.start : start])
    if titled or words.at(candidate.start - 1).rstrip(".") in {"Mr", "Mrs", "Ms", "Dr", "Sir"}:
        return True
    if size == 1 and first in people().known:
        return True
    if size == 1:
        return words.at(candidate.start - 1) in firm_words().person_roles and words.at(candidate.end) in _SPEECH
    if first in people().first_names:
        return True
    if size > 3:
        return False
    roles = firm_words().person_roles
    if words.at(candidate.start - 1) in roles and words.at(candidate.end) != "'s":
        return True
    if words.at(candidate.end) == "," and any(
        words.at(k).lower() in roles for k in range(candidate.end + 1, candidate.end + 6)
    ):
        return True
    if size == 2 and words.at(candidate.end) in {"of", "at", "from", "with"} and candidate.end + 1 in firm_at:
        employer = firm_at[candidate.end + 1].mention.kind not in {
            "country",
            "region",
        }  # `Acme Ticket of Germany` is a firm
        return employer and not words.headline[candidate.start]  # `Carla Bruns of Acme expects`
    # `Carla Bruns ... Bruns said`: people are called by the last word of their names, firms by the first.
    return size == 2 and last in lone and first not in lone and words.prose[start] and not words.headline[start]


def _employer(words: Words, start: int, end: int, firm_at: dict[int, Found]) -> str | None:
    """The firm right before a role and the name, or after `of`, `at`, `with` behind the name and its role."""
    roles = firm_words().person_roles | firm_words().person_titles
    at = start - 1
    if words.at(at) in {"'s", "’s"} and at - 1 in firm_at and firm_at[at - 1].mention.kind in _EMPLOYERS:
        return _house(firm_at[at - 1].mention)  # `Acme's Anna Weber`
    steps = 0
    parted = False
    seen_role = words.words[start].rstrip(".") in roles
    while at >= 0 and steps < 6 and words.words[at] not in {".", ";", "said"}:
        if at in firm_at:
            firm = firm_at[at].mention
            opened = words.at(firm_at[at].start - 1) in {"At", "at"}
            if parted and not opened:
                return None  # "with servers from Dell, CEO Anna Weber said"
            return _house(firm) if seen_role and firm.kind in _EMPLOYERS else None
        parted = parted or words.words[at] == ","
        seen_role = seen_role or words.words[at].lower() in roles or words.words[at] in roles
        at, steps = at - 1, steps + 1
    return next(_after(words, end, firm_at), None)


def _after(words: Words, end: int, firm_at: dict[int, Found]) -> Iterator[str]:
    roles = firm_words().person_roles
    near = words.at(end) in {"of", "at", "with", "from", "("}
    if words.at(end) != "," and not near:
        return
    seen_role = near
    if words.at(end) == "," and words.at(end + 1) == "who":
        yield from _followed_for(words, end + 2, firm_at)
    for k in range(end, min(end + 14, len(words))):
        word = words.words[k]
        if word in {".", ";"} or "\n" in word or word in _SPEECH:
            return
        seen_role = seen_role or word.lower() in roles
        if k in firm_at and (seen_role or words.at(firm_at[k].end) in {"'s", "’s"}):
            firm = firm_at[k].mention
            if firm.kind in _EMPLOYERS:
                yield _house(firm)
                return


def _followed_for(words: Words, start: int, firm_at: dict[int, Found]) -> Iterator[str]:
    """`Anna Weber, who covers the maker for Acme Securities`: the house behind the verb."""
    if words.at(start) not in firm_words().covering_verbs:
        return
    for k in range(start + 1, min(start + _COVERED, len(words))):
        if words.words[k] in {".", ";", ","} or "\n" in words.words[k]:
            return
        house = firm_at[k].mention if k in firm_at else None
        if house is not None and words.at(firm_at[k].start - 1) in {"for", "at", "with"} and house.kind in _EMPLOYERS:
            yield _house(house)
            return


def _house(firm: FirmMention) -> str:
    return firm.canonical
