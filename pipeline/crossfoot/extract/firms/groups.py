"""Finds groups without a name, `analysts`, `big U.S. banks`, and capitals that stand for a government."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from crossfoot.extract.firms.mentions import FirmMention, Found, Words, of_entry
from crossfoot.vocabulary.firm_lists import firm_lists, firm_words

_MOST_MODIFIERS = 3
_PREPOSITIONS = frozenset(
    {"in", "at", "from", "to", "near", "for", "outside", "between", "of", "through", "via", "into"}
)
_TWO_WORDS = frozenset(
    {("South", "Korean"), ("North", "Korean"), ("South", "African"), ("Saudi", "Arabian"), ("New", "Zealand")}
)
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERB_TAGS = frozenset({("VBZ",), ("VBD",), ("MD",)})
_MODALS = frozenset(
    {"is", "has", "was", "will", "would", "could", "may", "wants", "wanted", "imposed", "also", "had", "must", "can"}
)

_MODIFIERS = 6  # words from a capital to what of it is traded: "Stockholm's blue-chip index"
_TRADED = frozenset({"index", "benchmark", "market", "markets", "stocks", "shares", "exchange", "bourse", "gauge"})
_ASKED = frozenset({"surveyed", "polled", "compiled", "asked", "canvassed"})
_SURVEYS = frozenset({"survey", "poll", "consensus", "estimate", "estimates", "newswires"})


def groups(words: Words, covered: list[bool]) -> Iterator[Found]:
    """Groups in text order: kind `group`, sector `people` or `industry`, canonical the phrase in small letters."""
    nouns, last = _group_nouns(), _last_words()
    low = list(map(str.lower, words.words))
    for i in [i for i, word in enumerate(low) if word in last]:
        sector = nouns.get(low[i]) or nouns.get(f"{low[i - 1] if i else ''} {low[i]}")
        placed = words.words[i].islower() or words.opens[i]
        if sector is None or not placed or covered[i] or (words.headline[i] and not words.opens[i]):
            continue
        if words.at(i + 1) in {"'", "’"} or not words.at(i + 1)[:1].isupper():
            whole = i > 0 and f"{low[i - 1]} {low[i]}" in nouns and not covered[i - 1]
            start = min(_first_modifier(words, i, covered), i - whole)
            name = " ".join(_small(words, k) for k in range(start, i + 1))
            yield Found(start, i + 1, FirmMention(name.replace(" - ", "-"), "group", "recognised", 0.6, sector=sector))


def _small(words: Words, k: int) -> str:
    word = words.words[k]
    return word if word.isupper() or words.adjective_at(k) else word.lower()


@cache
def _group_nouns() -> dict[str, str]:
    vocabulary = firm_words()
    nouns = {name.lower(): "people" for name in vocabulary.people_groups}
    return nouns | {name.lower(): "industry" for name in vocabulary.industry_groups}


@cache
def _last_words() -> frozenset[str]:
    """The words in which a group's name can end."""
    return frozenset(name.rpartition(" ")[2] for name in _group_nouns())


def _first_modifier(words: Words, noun: int, covered: list[bool]) -> int:
    """The first token of the noun's modifiers: adjectives, hyphens and countries, at most a few."""
    start = noun
    while start > 0 and noun - start < 2 * _MOST_MODIFIERS and not words.opens[start]:
        word = words.words[start - 1]
        if (
            word == "and"
            and start > 1
            and {words.pos[start - 2], words.pos[start]} <= _NOUNS
            and not words.opens[start - 1]
        ):
            start -= 2  # `finance and insurance companies`
            continue
        tagged = words.pos[start - 1]
        modifier = (
            words.adjective_at(start - 1)
            or word == "-"
            or (tagged in {"ADJ", "NOUN"} and word.lower() not in STOP_WORDS)
        )
        if (
            not modifier
            or (covered[start - 1] and not words.adjective_at(start - 1))
            or (not word[0].isalpha() and word != "-")
        ):
            break
        start -= 1
    if start > 0 and (words.words[start - 1], words.words[start]) in _TWO_WORDS:
        return start - 1
    return start + 1 if words.words[start] == "-" else start


def surveyors(words: Words, found: list[Found]) -> list[Found]:
    """The house of an index's name that has asked somebody: *economists surveyed by Dow Jones*, *the Dow Jones survey*."""
    return [
        Found(
            place.start, place.end, replace(place.mention, canonical=_printed(words, place), kind="media", ticker=None)
        )
        if place.mention.kind == "index" and _asks(words, place)
        else place
        for place in found
    ]


def raters(words: Words, found: list[Found]) -> list[Found]:
    """The house of *S&P cut Acme to junk*, *S&P expects*: who speaks is no index."""
    house = firm_lists().names.get("S&P Global")
    if house is None:
        return found
    return [
        Found(place.start, place.end, of_entry(house))
        if place.mention.canonical == "S&P 500" and _printed(words, place) == "S&P" and _speaks(words, place)
        else place
        for place in found
    ]


def _speaks(words: Words, place: Found) -> bool:
    vocabulary = firm_words()
    after = words.at(place.end)
    return after in vocabulary.citing_verbs | vocabulary.judging or after in (
        "put",
        "assigned",
        "also",
        "cut",
        "lowered",
        "rates",
    )


def _asks(words: Words, place: Found) -> bool:
    asked = words.at(place.start - 1).lower() == "by" and words.at(place.start - 2).lower() in _ASKED
    return asked or words.at(place.end).lower() in _SURVEYS


def _printed(words: Words, place: Found) -> str:
    return " ".join(words.words[place.start : place.end])


def governments(words: Words, found: list[Found]) -> list[Found]:
    """A capital that acts stands for its country: `Beijing wants`, `Moscow's budget`, but `in Beijing`."""
    result = []
    for place in found:
        mention = place.mention
        country = firm_lists().names.get(mention.owner or "") if mention.kind == "region" else None
        before, after = words.at(place.start - 1).lower(), words.at(place.end)
        acts = (
            words.tags[place.end : place.end + 1] in _VERB_TAGS
            or (after in {"'s", "’s"} and not any(words.at(place.end + k) in _TRADED for k in range(1, _MODIFIERS)))
            or after in firm_words().verbs
            or after in _MODALS
        )
        if country is not None and acts and before not in _PREPOSITIONS:
            place = Found(place.start, place.end, replace(of_entry(country), confidence=0.7))
        result.append(place)
    return result
