"""Finds the firms, indexes, places, commodities, people that a text is about: `doc.spans["crossfoot_firms"]`."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from spacy.language import Language
from spacy.tokens import Doc, Span

from crossfoot.extract.firms.bodies import bodies
from crossfoot.extract.firms.candidates import begun_by_firms, candidates, without_openers
from crossfoot.extract.firms.compounds import compounds
from crossfoot.extract.firms.currencies import of_the_country
from crossfoot.extract.firms.discourse import Discourse, discourse_of
from crossfoot.extract.firms.funds import funds
from crossfoot.extract.firms.groups import governments, groups, raters, surveyors
from crossfoot.extract.firms.heads import heads
from crossfoot.extract.firms.listed import listed
from crossfoot.extract.firms.mentions import FirmMention, Found, Words, words_of
from crossfoot.extract.firms.persons import employed, persons
from crossfoot.extract.firms.recognise import recognised
from crossfoot.extract.firms.short_forms import places_that_act, short_forms, united
from crossfoot.extract.firms.tickers import exchange_tokens, printed_tickers
from crossfoot.extract.firms.topic import aliases_of_topic
from crossfoot.extract.tokens import AnyDoc, tokens_of

__all__ = ["Discourse", "FirmMention", "Found", "find_firms", "mention_at", "mentions_at", "topic_of"]

SPANS = "crossfoot_firms"
_AT = "crossfoot_firm_at"
_START = attrgetter("start")
_DISCOURSE = "crossfoot_discourse"


@Language.component("crossfoot_firms", assigns=["doc.spans", "span._.crossfoot_firm"], requires=["doc.sents"])
def firms(doc: Doc) -> Doc:
    """Writes every mention, named, pronoun or definite noun, in text order and not overlapping."""
    title = doc.user_data.get("crossfoot_title")
    words = words_of(doc)
    named = find_firms(words, title=title)
    discourse = discourse_of(tokens_of(doc), words, named, title=title)
    found = discourse.found
    at: list[FirmMention | None] = [None] * len(doc)
    spans = []
    for place in found:
        at[place.start : place.end] = [place.mention] * (place.end - place.start)
        span = Span(doc, place.start, place.end, label=place.mention.kind.upper())
        span._.crossfoot_firm = place.mention
        spans.append(span)
    doc.spans[SPANS] = spans
    doc.user_data[_AT] = tuple(at)
    doc.user_data[_DISCOURSE] = discourse
    return doc


def find_firms(words: Words, *, title: str | None = None) -> list[Found]:
    """The named mentions of a text, in order, not overlapping: tickers, lists, people, unknown firms."""
    exchanges = exchange_tokens(words)
    names, idle = listed(words)
    names = [f for f in names if not any(i in exchanges for i in range(f.start, f.end))]
    printed = [Found(p.start, p.end, p.mention) for p in printed_tickers(words, names)]
    found = merged(printed, _renamed(names, printed))
    found = merged(funds(words, found), found)
    found = compounds(words, aliases_of_topic(words, found))
    found = merged(found, heads(words, covered(words, [*found, *idle])))
    unknown = without_openers(words, list(candidates(words, covered(words, [*found, *idle]))))
    found = merged(found, persons(words, unknown, found))
    # Short forms first: `Weber said` must not make a firm of Anna Weber.
    found = merged(found, short_forms(words, found, covered(words, found), begun_by_firms(unknown)))
    taken = covered(words, found)
    found = merged(found, recognised(words, [c for c in unknown if not taken[c.start]], title, found))
    found = merged(found, short_forms(words, found, covered(words, found)))
    found = places_that_act(words, united(words, aliases_of_topic(words, with_country(bodies(words, found)))))
    found = raters(words, surveyors(words, of_the_country(words, employed(words, governments(words, found)))))
    # A country's adjective gives way to the group that it narrows: `U.S. banks`.
    return merged(groups(words, covered(words, found)), found)


def _renamed(names: list[Found], printed: list[Found]) -> list[Found]:
    """Listed names of a firm whose ticker is printed bear that ticker everywhere."""
    by_name = {p.mention.canonical: p.mention for p in printed}
    return [
        Found(f.start, f.end, by_name[f.mention.canonical])
        if f.mention.canonical in by_name and f.mention.kind == by_name[f.mention.canonical].kind
        else f
        for f in names
    ]


def with_country(found: list[Found]) -> list[Found]:
    """Reads a country right behind a firm's name as part of it: `Acme Motors India sold`."""
    result: list[Found] = []
    for place in found:
        before = result[-1] if result else None
        country = place.mention.kind in {"country", "region"} and not place.mention.adjective
        if before is not None and country and before.end == place.start and before.mention.kind == "company":
            result[-1] = Found(before.start, place.end, before.mention)
        else:
            result.append(place)
    return result


def merged(first: Iterable[Found], then: Iterable[Found]) -> list[Found]:
    """Both in text order; where two overlap the one from `first` stays."""
    kept = sorted(first, key=_START)
    taken: set[int] = set()
    for place in kept:
        taken.update(range(place.start, place.end))
    kept += [f for f in then if taken.isdisjoint(range(f.start, f.end))]
    return sorted(kept, key=_START)


def covered(words: Words, found: Iterable[Found]) -> list[bool]:
    """For every token whether a mention covers it."""
    flags = [False] * len(words)
    for place in found:
        flags[place.start : place.end] = [True] * (place.end - place.start)
    return flags


def mention_at(doc: AnyDoc, index: int) -> FirmMention | None:
    """The mention that covers token `index`, None where there is none or `crossfoot_firms` has not run."""
    at: tuple[FirmMention | None, ...] = doc.user_data.get(_AT, ())
    return at[index] if 0 <= index < len(at) else None


def mentions_at(doc: AnyDoc, start: int, end: int) -> tuple[FirmMention | None, ...]:
    """For each token of doc[start:end] the mention that covers it."""
    at: tuple[FirmMention | None, ...] = doc.user_data.get(_AT, ())
    return at[start:end]


def discourse(doc: AnyDoc) -> Discourse | None:
    """What `crossfoot_firms` understood of the text as a whole, None where it has not run."""
    found: Discourse | None = doc.user_data.get(_DISCOURSE)
    return found


def topic_of(doc: AnyDoc) -> FirmMention | None:
    """The firm that the article is about."""
    found = discourse(doc)
    return found.topic if found is not None else None


if not Span.has_extension("crossfoot_firm"):
    Span.set_extension("crossfoot_firm", default=None)
