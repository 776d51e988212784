"""Bodies whose names begin with a country's: *the Norwegian Seafood Council*, *the Central Bank of Ireland*."""

from __future__ import annotations

from dataclasses import replace

from crossfoot.extract.firms.mentions import FirmMention, Found, Words

_CENTRAL = ("Central", "Bank", "of")
_OF_A_TOWN = frozenset({"Exchange", "Chamber", "Council", "Authority", "Association", "Board", "Bourse"})
_SURE = 0.85


def bodies(words: Words, found: list[Found]) -> list[Found]:
    """The mentions, with a body's name whole where a country's adjective begins it, and with its country."""
    result: list[Found] = []
    for place in found:
        before = result[-1] if result else None
        if before is not None and _is_begun(words, before, place):
            name = f"{' '.join(words.words[before.start : before.end])} {place.mention.canonical}"
            country = before.mention.canonical if before.mention.kind == "country" else before.mention.owner
            place = Found(before.start, place.end, replace(place.mention, canonical=name, country=country))
            result.pop()
        result.append(_central_bank(words, place) or _statistics(words, place) or place)
    return result


def _statistics(words: Words, place: Found) -> Found | None:
    """*Statistics Finland*: a country's name behind it is the office's."""
    first = place.start - 1
    if place.mention.kind != "country" or place.mention.adjective or first < 0 or words.words[first] != "Statistics":
        return None
    name, country = " ".join(words.words[first : place.end]), place.mention.canonical
    return Found(first, place.end, FirmMention(name, "agency", "recognised", _SURE, country=country))


def _is_begun(words: Words, adjective: Found, body: Found) -> bool:
    """Whether a body that no list has follows a country's adjective, or an exchange a town's name, at once."""
    mention = body.mention
    if mention.via != "recognised" or adjective.end != body.start or mention.kind not in ("agency", "company"):
        return False
    if words.words[body.end - 1] in _OF_A_TOWN:
        return adjective.mention.kind in ("country", "region")
    if mention.kind != "agency":
        return False
    return adjective.mention.kind == "country" and words.adjective_at(adjective.end - 1)


def _central_bank(words: Words, place: Found) -> Found | None:
    """*the Central Bank of Ireland*, *the Central Bank of the Philippines*: no lender called Bank of Ireland."""
    at = place.start
    for lead, kinds in ((1, {"company"}), (3, {"country"}), (4, {"country"})):
        first = at - lead
        if place.mention.kind not in kinds or first < 0 or words.words[first] != "Central":
            continue
        run = tuple(words.words[first : first + len(_CENTRAL)])
        if run == _CENTRAL and (lead < 4 or words.words[at - 1] == "the"):
            name = " ".join(words.words[first : place.end])
            country = place.mention.canonical if place.mention.kind == "country" else words.words[place.end - 1]
            return Found(
                first,
                place.end,
                FirmMention(name, "agency", "recognised", _SURE, sector="central_bank", country=country),
            )
    return None
