"""Whom a movement befalls, whoever the clause is on: *sent the pound down 1%*, *a 3% drop in copper*, *cost it $3 million*."""

from __future__ import annotations

from crossfoot.extract import cues
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.tokens import Token
from crossfoot.extract.whom.named import Whom, firm_at
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, MARKET_KINDS
from crossfoot.vocabulary.models import verbs


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
    words = {token.lower_ for token in figure.doc[verb.i : min(figure.span.end + 2, figure.sentence.end)]}
    if words.isdisjoint(verbs().ways):
        return None
    for at in range(verb.i + 1, figure.span.start):
        firm = mention_at(figure.doc, at)
        if firm is not None:
            moved = firm.kind in MARKET_KINDS or firm.kind in FIRM_KINDS and not firm.house
            return Whom(firm, "sent_by_another", 0.9, at) if moved and firm.via != "pronoun" else None
    return None


def charged(figure: Figure) -> Whom | None:
    """*tariffs would cost it $300 million*: whom something costs."""
    verb = figure.verb
    if verb is None or verb.lemma_.lower() != "cost" or figure.span.start < verb.i:
        return None
    for at in range(verb.i + 1, figure.span.start):
        firm = mention_at(figure.doc, at)
        if firm is not None and firm.kind in FIRM_KINDS:
            return Whom(firm, "charged", 0.85, at)
    return None
