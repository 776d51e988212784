"""The firm in a noun's own phrase: what possesses it, what it is compounded with, what it is of."""

from __future__ import annotations

from dataclasses import replace

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.tokens import Token
from crossfoot.extract.what import What
from crossfoot.extract.whom.named import Whom, firm_at, firm_inside
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, company_nouns
from crossfoot.vocabulary.models import verbs

_POLLS = frozenset({"consensus", "poll", "survey"})
_PRICED = frozenset({"futures", "price", "prices", "contract", "contracts"})
_OF = frozenset({"into", "of", "for", "at", "in", "on", "by", "with", "from", "to"})


def in_phrase(figure: Figure, top: Token, *, rule: str = "possessor", own: bool = False) -> Whom | None:
    """A firm that possesses `top`, is compounded with it, is the object of its `of`, or (own) is it."""
    doc = figure.doc
    if own or (mention_at(doc, top.i) is not None and top.i < figure.span.start):
        firm = firm_at(doc, top)
        if firm is not None:
            return Whom(firm, rule, 0.9, top.i)
        named = _named_behind(top) if own else None
        if named is not None:
            return Whom(named[0], rule, 0.9, named[1])
    left = [child for child in top.children if child.dep_ in ("poss", "compound", "nmod", "amod", "nummod")]
    if len(left) > 1 and (matter := _priced(figure, top, left)) is not None:
        return Whom(matter[0], rule, 0.92, matter[1])
    for child in sorted(left, key=lambda c: (c.dep_ != "poss", c.i)):
        found = firm_at(doc, child) or firm_inside(doc, child)
        if found is not None and not _is_modifier_alone(top, child, found):
            return Whom(found, rule, 0.92, child.i)
    for preposition in (child for child in top.children if child.dep_ == "prep" and child.lower_ in _OF):
        for thing in (child for child in preposition.children if child.dep_ in ("pobj", "pcomp")):
            found = firm_at(doc, thing)
            if found is not None and (
                preposition.lower_ not in ("by", "with", "from", "to", "on", "into")
                or preposition.lower_ == "into"
                and top.lower_ == "imports"
                or preposition.lower_ == "from"
                and top.lower_ in ("exports", "shipments")
                or own is False
                and preposition.lower_ == "on"
            ):
                return Whom(found, f"{rule}_of", 0.85, thing.i)
            traded = top.lower_ in ("exports", "output", "production", "shipments")  # "exports of Swiss watches"
            if (
                preposition.lower_ in ("of", "on")
                and (inner := _in_phrase_once(figure, thing, placed=traded)) is not None
            ):
                return Whom(inner, f"{rule}_of", 0.8, thing.i)
    return None


def _named_behind(noun: Token) -> tuple[FirmMention, int] | None:
    """*Acme's biggest rival, Bolt, said*: the name that is set beside the noun."""
    for child in noun.children:
        firm = mention_at(noun.doc, child.i) if child.dep_ == "appos" and child.i > noun.i else None
        if firm is not None and firm.kind in FIRM_KINDS and not firm.house and not firm.adjective:
            return firm, child.i
    return None


def _priced(figure: Figure, top: Token, left: list[Token]) -> tuple[FirmMention, int] | None:
    """The commodity of *Malaysian palm oil futures*, *U.S. natural gas prices*: the country only says where it trades."""
    if top.lower_ not in _PRICED:
        return None
    named = ((mention_at(figure.doc, child.i), child.i) for child in left)
    return next(((firm, at) for firm, at in named if firm is not None and firm.kind == "commodity"), None)


def _in_phrase_once(figure: Figure, top: Token, *, placed: bool = False) -> FirmMention | None:
    """*the price of Acme's bonds*: the firm that possesses what the first noun is of."""
    for child in top.children:
        if child.dep_ in ("poss", "compound", "nmod") and (found := firm_at(figure.doc, child)) is not None:
            return found
        if (
            placed
            and child.dep_ == "amod"
            and (found := firm_at(figure.doc, child)) is not None
            and found.kind == "country"
        ):
            return replace(found, adjective=False)
    return None


def _is_modifier_alone(top: Token, child: Token, found: FirmMention) -> bool:
    """The *US* of *the US buyout group*, a firm's own; the *new* of *new restaurants*, which are counted."""
    if child.dep_ == "poss":
        return False
    unlisted = top.pos_ == "PROPN" and mention_at(top.doc, top.i) is None
    apposed = (each for each in top.children if each.dep_ == "appos" and each.i == top.i + 1)
    named = unlisted or any(each.pos_ == "PROPN" for each in apposed)  # "the US investor Acme", which no list has
    placed = found.kind in ("country", "region") and (named or top.lower_ in company_nouns() and top.tag_ == "NN")
    polled = top.lower_ in _POLLS and found.kind in ("company", "media", "broker")  # "the FactSet consensus is for $2"
    return placed or polled or found.kind == "group" and mention_at(top.doc, top.i) == found


def is_substance(figure: Figure, found: Whom) -> bool:
    """*shipped 84 million tonnes of iron ore*, *lost 5,000 US parcels*, *has 9,000 Acme chips*: not who did it."""
    name = figure.doc[found.token]
    if figure.kind == "count" and found.rule == "possessor" and name.dep_ != "poss" and found.firm.kind in FIRM_KINDS:
        has = figure.verb is not None and figure.verb.lemma_.lower() in verbs().having
        return has and figure.noun is not None and name.head.i == figure.noun.i
    if figure.kind == "count" and found.firm.kind == "country" and found.rule == "possessor":
        return figure.noun is not None and figure.doc[found.token].head.i == figure.noun.i
    if figure.kind == "percent" and found.firm.kind == "commodity" and found.token > figure.span.end:
        named = figure.preposition is None and figure.doc[figure.span.end].lower_ == "of"
        return (
            named and found.rule == "possessor_of" and not _is_all_of_it(figure)
        )  # "Acme digs up 3% of the world's copper"
    return figure.kind in ("mass", "volume") and found.firm.kind == "commodity" and found.rule == "possessor_of"


def _is_all_of_it(figure: Figure) -> bool:
    """*39% of oil production was offline*: the part is itself what the clause is on."""
    verb = figure.verb
    subject = grammar.own_subject(verb) if verb is not None else None
    return subject is None or subject.i >= figure.span.start


def is_bought(figure: Figure, found: Whom, what: What | None) -> bool:
    """*pays $35 billion for Acme*: the other party of what the subject does."""
    if found.rule == "possessor_of" and what is not None and what.rule == "verb_frame" and what.metric == "cost":
        return True  # "spent $14 million on Acme"
    if what is not None and what.metric == "stake" and found.rule == "possessor_of" and found.token > figure.span.start:
        return True  # "built a stake of $2 billion in Acme"
    frame = what.frame if what is not None else None
    return frame is not None and bool(frame.for_a) and found.firm.kind in frame.for_a and found.rule == "possessor_of"


def is_where_it_sells(figure: Figure, found: Whom, what: What | None) -> bool:
    """*would control 34% of the Dutch market*: the country of a market that somebody has a share of."""
    if found.firm.kind not in ("country", "region") or found.token < figure.span.start or figure.kind != "percent":
        return False
    subject = grammar.subject_of(figure.verb) if figure.verb is not None else None
    share = what is not None and what.metric == "market_share"
    return share and subject is not None and subject.lower_ in company_nouns() and subject.tag_ == "NN"


def firm_of_word(word: Token, verb: Token) -> FirmMention | None:
    """The firm that a metric's name belongs to where no figure stands: its possessor, its `of`, the verb's subject."""
    doc = word.doc
    for top in (word, grammar.subject_of(verb)):
        if top is None:
            continue
        for child in sorted(top.children, key=lambda c: (c.dep_ != "poss", c.i)):
            if (
                child.dep_ in ("poss", "compound", "nmod")
                and (found := firm_at(doc, child) or firm_inside(doc, child)) is not None
            ):
                return found
        for preposition in (c for c in top.children if c.dep_ == "prep" and c.lower_ in ("of", "at", "for", "in")):
            for thing in preposition.children:
                if (found := firm_at(doc, thing)) is not None:
                    return found
        if (found := firm_at(doc, top)) is not None:
            return found
    for index in range(verb.i - 1, verb.sent.start - 1, -1):
        found = firm_at(doc, doc[index])
        if found is not None and found.kind not in ("agency", "country", "region"):
            return found
    return None
