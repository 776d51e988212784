"""The other side of a deal: an object of *with*, *from*, *to*, *into*, *by*, or of a verb of dealing."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.tokens import Doc, Token
from crossfoot.extract.whom import mentions_in
from crossfoot.extract.whom.named import figured
from crossfoot.vocabulary.firm_lists import FIRM_KINDS
from crossfoot.vocabulary.loader import load

_KINDS = FIRM_KINDS | {"person"}
_PAID = _KINDS | {"agency"}  # a fine goes to a regulator
_PAYMENTS = frozenset({"payment", "settlement"})
_ARMS = frozenset({"subsidiary", "unit", "arm", "division", "affiliate", "subsidiaries", "units"})


class Dealing(BaseModel):
    """The file dealing.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    words: frozenset[str]
    parts: frozenset[str]
    prepositions: frozenset[str]
    beside: frozenset[str]
    spending: frozenset[str]
    titles: frozenset[str]


@cache
def dealing() -> Dealing:
    """dealing.yaml."""
    file: Dealing = load("dealing.yaml", Dealing)
    return file


def is_dealt(figure: Figure) -> bool:
    """*handed $3 million to the county*: whether the figure's own verb is one of dealing."""
    return figure.verb is not None and figure.verb.lemma_.lower() in dealing().words | dealing().spending


def counterparty_of(figure: Figure, firm: FirmMention, metric: str) -> FirmMention | None:
    """The other side of a deal: the nearest object of *with*, *from*, *to*, *into*, *by*, or of a verb of dealing.

    *Acme is to take half of Zenith's bakery*: for a figure that is told of Zenith it is the one that takes.
    """
    if not any(token.lemma_.lower() in dealing().words for token in figure.sentence):
        return None
    kinds = _PAID if metric in _PAYMENTS else _KINDS
    found = []
    for index, _ in mentions_in(figure.sentence):
        token = figure.doc[index]
        other = _party(figure, token, kinds)
        if other is not None and other.canonical != firm.canonical and _is_party(token):
            found.append((abs(index - figure.span.start), index, other))
    return min(found, key=lambda each: each[:2])[2] if found else _acting(figure, firm, kinds)


def _acting(figure: Figure, firm: FirmMention, kinds: frozenset[str]) -> FirmMention | None:
    """The subject of the figure's verb of dealing, where the figure is told of somebody else."""
    verb = figure.verb
    for _ in range(3):
        if verb is None:
            return None
        subject = grammar.subject_of(verb) if verb.lemma_.lower() in dealing().words else None
        other = _party(figure, subject, kinds) if subject is not None else None
        if other is not None and other.canonical != firm.canonical:
            return other
        verb = grammar.verb_above(verb)
    return None


def _party(figure: Figure, token: Token, kinds: frozenset[str]) -> FirmMention | None:
    mention = mention_at(figure.doc, token.i)
    if mention is None or mention.kind not in kinds or token.i in figured(figure.doc):
        return None
    return mention


def _is_party(token: Token) -> bool:
    """True for a name that the deal is with: an object, or the head of *which it bought*."""
    top = token
    while top.dep_ in ("compound", "poss", "nmod", "appos") and top.head.i != top.i:
        top = top.head
    words = dealing()
    if top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lower_ in _ARMS:
        top = top.head.head  # "a lease with a unit of Acme"
    if top.dep_ == "pobj" and top.head.lower_ == "of":  # "its $2 billion purchase of Acme", "9% of Acme"
        return top.head.head.lemma_.lower() in words.words or top.head.head.lower_ in words.parts
    if top.dep_ == "pobj" and top.head.head.lower_ in words.beside:
        return False
    if top.dep_ == "pobj":
        verb = grammar.verb_above(top)
        spent = top.head.lower_ == "on" and verb is not None and verb.lemma_.lower() in words.spending
        return top.head.lower_ in words.prepositions or spent
    if top.dep_ in ("dobj", "dative") and top.head.lemma_.lower() in words.words:
        return True
    named = [top, *(child for child in top.children if child.dep_ == "appos")]  # "Acme, the rival that it bought"
    return any(c.dep_ == "relcl" and c.lemma_.lower() in words.words for noun in named for c in noun.children)


def told_by_title(doc: Doc, leads: tuple[FirmMention, ...]) -> tuple[FirmMention, FirmMention] | None:
    """The two sides of the deal that a title tells of: *Acme snaps up bakery chain Zenith*."""
    title = doc.user_data.get("crossfoot_title") or ""
    words = {word.strip(".,:;'’\"()") for word in title.split()}
    if not words & dealing().titles:
        return None
    named = [lead for lead in leads if lead.kind in FIRM_KINDS and lead.canonical.split()[0] in title]
    return (named[0], named[1]) if len(named) == 2 else None
