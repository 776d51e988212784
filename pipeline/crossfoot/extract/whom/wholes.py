"""Whole markets that no firm owns: *Global output of light vehicles will slip 2%*, *the market for heat pumps*."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.sources import source_at
from crossfoot.extract.tokens import Token
from crossfoot.extract.what import What
from crossfoot.extract.whom.houses import REPORTING
from crossfoot.extract.whom.named import Whom, figured
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, firm_words
from crossfoot.vocabulary.models import metrics_of

_CITED = frozenset({"company", "broker", "media", "agency", "division"})
_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass"})
_UNSURE = 0.86
_AROUND = frozenset({"worldwide", "globally"})  # behind the noun, too: *spending worldwide*


def whole_of(figure: Figure, what: What | None, topic: FirmMention | None) -> Whom | None:
    """The market, or the world, where the subject or the assessed thing of the figure's clause is nobody's own."""
    told = firm_words().wholes
    verb = figure.verb
    subject = grammar.subject_of(verb) if verb is not None else None
    word = what.word if what is not None and what.word is not None and what.word.i < figure.span.start else None
    tops = [subject, *(_assessed(verb) if verb is not None else ()), word]
    for top in tops:
        if top is None or top.i in figured(figure.doc) or mention_at(figure.doc, top.i) is not None:
            continue
        low = top.lower_
        if low not in told.of_all and low not in told.of_firms_too and low not in told.markets:
            continue
        if (
            low in ("price", "prices")
            and what is not None
            and what.metric in ("price_target", "share_price", "offer_price")
        ):
            continue
        if (name := _name(figure, top, what, topic)) is not None:
            if (place := _place_in(figure, top)) is not None:
                return place
            return Whom(
                FirmMention(name, "group", "recognised", 0.6, sector="industry"), "whole_market", _UNSURE, top.i
            )
    if subject is not None and (industry := _across(subject)) is not None:
        mention = FirmMention(industry.lower_, "group", "recognised", 0.6, sector="industry")
        return Whom(mention, "whole_market", _UNSURE, industry.i)
    named = subject is None or what is not None and what.word is not None and what.word.i == subject.i
    return _trade(figure, subject, topic) if subject is not None and not named else None


def _place_in(figure: Figure, top: Token) -> Whom | None:
    """The *Peru* of *sales of new cars in Peru*: where a market is told of a country, it is the country's."""
    for token in top.subtree:
        if token.dep_ != "pobj" or token.head.lower_ not in ("in", "across") or not top.i < token.i < figure.span.start:
            continue
        place = mention_at(figure.doc, token.i)
        bloc = place is not None and place.canonical == "European Union"
        if place is not None and (place.kind in ("country", "region") or bloc) and not place.adjective:
            return Whom(place, "place_of_the_group", 0.8, token.i)
    return None


def _trade(figure: Figure, subject: Token, topic: FirmMention | None) -> Whom | None:
    """*Capesize vessels earned $27,400 a day, the exchange said*: a kind of things, where only a voice is named."""
    if topic is not None and (topic.kind not in _CITED or topic.kind in FIRM_KINDS and not topic.house):
        return None
    cited = source_at(figure.doc, figure.span.start, figure.span.end) if _is_a_kind(subject) else None
    if cited is None or cited.name is None or topic is not None and cited.name != topic.canonical:
        return None
    name = _text(subject)
    if name is None:
        return None
    return Whom(FirmMention(name, "group", "recognised", 0.5, sector="industry"), "whole_market", 0.6, subject.i)


def _is_a_kind(subject: Token) -> bool:
    """A bare plural that no mention covers: *container ships*, no metric's name and nobody who speaks."""
    told = firm_words()
    if (
        subject.tag_ != "NNS"
        or subject.dep_ != "nsubj"
        or mention_at(subject.doc, subject.i) is not None
        or subject.i in figured(subject.doc)
    ):
        return False
    named = subject.lower_ in told.wholes.no_things | told.reported | told.wholes.of_firms_too | told.possessions
    return not named and not any(_placed(child) for child in subject.children)


def _across(subject: Token) -> Token | None:
    """The *industry* of *losses across the industry*."""
    for preposition in subject.children:
        if preposition.lower_ in ("across", "throughout"):
            for thing in preposition.children:
                if thing.lower_ in firm_words().wholes.markets and not any(_placed(child) for child in thing.children):
                    return thing
    return None


def _assessed(verb: Token) -> list[Token]:
    """What a house speaks of: the *spending* of *Acme pegs spending on software at $2 billion*."""
    return [child for child in verb.children if child.dep_ in _OBJECTS and child.pos_ == "NOUN"]


def _name(figure: Figure, top: Token, what: What | None, topic: FirmMention | None) -> str | None:
    """What the whole is called: the thing behind *of*, *for* or *on*, the thing before the noun, else *world*."""
    told = firm_words().wholes
    if any(child.dep_ == "poss" and child.lower_ != "world" for child in top.children):
        return None
    if any(_placed(child) for child in top.children):
        return None
    worldwide = any(
        child.lower_ in told.worldwide for child in top.children if child.i < top.i or child.lower_ in _AROUND
    )
    market, firms_text = top.lower_ in told.markets, topic is not None and topic.kind in FIRM_KINDS
    others = _says_another(figure, topic)
    priced = others and top.lower_ in ("prices", "price")
    thing = _behind(figure, top) or (_before(top, market=market or priced) if worldwide or market or priced else None)
    if thing is None:
        if market and firms_text and not worldwide and top.lower_ in told.bare and top.left_edge.lower_ == "the":
            return top.lower_ if top.i - top.left_edge.i == 1 else None
        economic = what is not None and what.metric in metrics_of("economy")
        return "world" if worldwide and (economic or not firms_text) else None
    if not (worldwide or market):
        return thing if others and firms_text else None
    if firms_text and top.lower_ in told.of_firms_too and not others:
        return None  # "Global deliveries of electric cars rose 25%" in a text on who makes them
    return thing


def _placed(child: Token) -> bool:
    """The country, or the commodity, by which a phrase is already told: *German demand*, *oil demand*."""
    return child.dep_ in ("amod", "compound", "nmod") and mention_at(child.doc, child.i) is not None


def _says_another(figure: Figure, topic: FirmMention | None) -> bool:
    """Whether somebody is cited for the figure who is not the firm that the text is about."""
    cited = source_at(figure.doc, figure.span.start, figure.span.end)
    if cited is None or cited.name is None or cited.kind not in _CITED:
        return False
    if cited.kind == "company" and cited.verb is not None and figure.doc[cited.verb].lemma_.lower() in REPORTING:
        return False  # "Acme reported that sales of tractors had shrunk 14%": its own
    return topic is None or cited.name != topic.canonical


def _behind(figure: Figure, top: Token) -> str | None:
    """The *light vehicles* of *output of light vehicles*: things without an article or an owner."""
    for preposition in top.children:
        if preposition.dep_ != "prep" or preposition.lower_ not in ("of", "for", "on", "in") or preposition.i < top.i:
            continue
        for thing in preposition.children:
            if thing.dep_ != "pobj" or thing.pos_ != "NOUN" or thing.i in figured(figure.doc):
                continue
            if mention_at(figure.doc, thing.i) is None and thing.lower_ not in firm_words().wholes.no_things:
                return _text(thing)
    return None


def _text(thing: Token) -> str | None:
    """A noun with what narrows it: *light vehicles*; None with an article or an owner, which a whole has not."""
    if any(child.dep_ in ("det", "poss", "nummod") for child in thing.children):
        return None
    narrowing = [child for child in thing.children if child.dep_ in ("amod", "compound", "nmod") and child.i < thing.i]
    first = min((child.left_edge.i for child in narrowing), default=thing.i)
    return thing.doc[first : thing.i + 1].text.lower()


def _before(top: Token, *, market: bool) -> str | None:
    """The *smartphone* of *global smartphone shipments*, the *chip market* of *the global chip market*."""
    named = [c for c in top.children if c.dep_ in ("compound", "nmod") and c.i < top.i and c.pos_ in ("NOUN", "PROPN")]
    named = [c for c in named if c.lower_ not in firm_words().wholes.worldwide | firm_words().wholes.no_things]
    if not named or named[-1].i != top.i - 1 or mention_at(top.doc, named[0].i) is not None:
        return None
    text = top.doc[named[0].left_edge.i : top.i + market].text
    return text if text.isupper() else text.lower()
