"""Whom a movement befalls, whoever the clause is on: *sent the pound down 1%*, *a 3% drop in copper*, *cost it $3 million*."""

from __future__ import annotations

from crossfoot.extract import cues, grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.tokens import Token
from crossfoot.extract.whom.named import Whom, firm_at
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, MARKET_KINDS
from crossfoot.vocabulary.models import verbs

_TO_THE_FUND = 12  # tokens from a sum to what it flows into


def possessed(figure: Figure, noun: Token) -> Whom | None:
    """*weighed down by Acme's 3.8% drop*, *Acme, whose 2.6% decline*: whose movement it is, whoever the clause is on."""
    if cues.noun_direction(noun) is None:
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    firm = firm_at(figure.doc, owner) if owner is not None else None
    return Whom(firm, "possessor", 0.92, owner.i) if firm is not None and owner is not None else None


def sent(figure: Figure) -> Whom | None:
    """*pulled the S&P/ASX 200 0.9% lower to 8,611*, *sent the pound down 1%*: what a verb moves, not who moves it."""
    verb = figure.verb
    if verb is None or verb.lemma_.lower() not in verbs().sending | verbs().leaving or verb.i > figure.span.start:
        return None
    if figure.preposition is not None and figure.preposition.lower_ == "by" and (thing := _object_of(verb)) is not None:
        firm = mention_at(figure.doc, thing.i)  # "the seizure of mines lifted tin by 3.6%"
        if firm is not None and firm.kind in MARKET_KINDS and firm.via != "pronoun":
            return Whom(firm, "sent_by_another", 0.9, thing.i)
    words = {token.lower_ for token in figure.doc[verb.i : min(figure.span.end + 2, figure.sentence.end)]}
    if words.isdisjoint(verbs().ways):
        return None
    for at in range(verb.i + 1, figure.span.start):
        firm = mention_at(figure.doc, at)
        if firm is not None:
            moved = firm.kind in MARKET_KINDS or firm.kind in FIRM_KINDS and not firm.house
            return Whom(firm, "sent_by_another", 0.9, at) if moved and firm.via != "pronoun" else None
    return None


def _object_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)


def flowed(figure: Figure) -> Whom | None:
    """*Investors pulled $3.8 billion from US equity funds*: where the money of a crowd goes to, or comes out of."""
    verb = figure.verb
    if (
        verb is None
        or figure.kind != "money"
        or verb.lemma_.lower() not in verbs().flowing
        or verb.i > figure.span.start
    ):
        return None
    subject = grammar.subject_of(verb)
    crowd = mention_at(figure.doc, subject.i) if subject is not None else None
    if crowd is None or crowd.kind != "group":
        return None
    named: Whom | None = None
    for at in range(figure.span.end, min(figure.span.end + _TO_THE_FUND, figure.sentence.end)):
        token = figure.doc[at]
        if token.text in (",", ";"):
            break
        firm = mention_at(figure.doc, at)
        if token.lower_ in verbs().flown and (firm is None or firm.kind != "group"):
            return Whom(_crowds_funds(token), "flowed", 0.88, at)
        if named is None and firm is not None and not firm.adjective and firm.via != "pronoun":
            named = Whom(firm, "flowed", 0.88, at)
    return named


def _crowds_funds(funds: Token) -> FirmMention:
    """The *spot bitcoin ETFs* of *pulled $2 billion from spot bitcoin ETFs*."""
    told = [token for token in funds.doc[funds.left_edge.i : funds.i + 1] if token.dep_ not in ("det", "punct")]
    start = told[0].i if told else funds.i
    return FirmMention(funds.doc[start : funds.i + 1].text, "group", "recognised", 0.6, sector="industry")


def charged(figure: Figure) -> Whom | None:
    """*tariffs would cost it $300 million*: whom something costs."""
    verb = figure.verb
    if verb is None or verb.lemma_.lower() != "cost" or figure.span.start < verb.i:
        return None
    for at in range(verb.i + 1, figure.span.start):
        firm = mention_at(figure.doc, at)
        placed = firm is not None and firm.kind in ("country", "region") and at == verb.i + 1  # "cost Britain £2bn"
        if firm is not None and (firm.kind in FIRM_KINDS or placed):
            return Whom(firm, "charged", 0.85, at)
    return None
