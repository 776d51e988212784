"""The other side of a deal: an object of *with*, *from*, *to*, *into*, *by*, or of a verb of dealing."""

from __future__ import annotations

from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.tokens import Token
from crossfoot.extract.whom import figured, mentions_in

_WITH = frozenset({"with", "from", "to", "into", "in", "by", "for", "at", "between"})
_DEALING = frozenset(
    """sign deal agreement contract lease buy sell acquire purchase acquisition takeover invest inject lend loan pay order
    supply procure procurement fund buyout stake merger partnership bid offer rent award settle raise lifeline accept charge
    hire commit bail own hold stakeholder tender proposal approach combine combination option deliver tenant
    tolling financing guarantee invest investment subscribe""".split()
)
_PARTS = frozenset({"%", "percent", "pc", "cent", "stake", "half", "third", "quarter"})


def counterparty_of(figure: Figure, firm: FirmMention) -> FirmMention | None:
    """The other side of a deal: the nearest object of *with*, *from*, *to*, *into*, *by*, or of a verb of dealing."""
    if not any(token.lemma_.lower() in _DEALING for token in figure.sentence):
        return None
    found = []
    for index, mention in mentions_in(figure.sentence):
        token = figure.doc[index]
        other = _party(figure, token)
        if other is not None and other.canonical != firm.canonical and _is_party(token):
            found.append((abs(index - figure.span.start), index, other))
        del mention
    return min(found, key=lambda each: each[:2])[2] if found else None


def _party(figure: Figure, token: Token) -> FirmMention | None:
    mention = mention_at(figure.doc, token.i)
    if mention is None or mention.kind not in ("company", "division", "person") or token.i in figured(figure.doc):
        return None
    return mention


def _is_party(token: Token) -> bool:
    """True for a name that the deal is with: an object, or the head of *which it bought*."""
    top = token
    while top.dep_ in ("compound", "poss", "nmod", "appos") and top.head.i != top.i:
        top = top.head
    if top.dep_ == "pobj" and top.head.lower_ == "of":  # "its $2 billion purchase of Acme", "9% of Acme"
        return top.head.head.lemma_.lower() in _DEALING or top.head.head.lower_ in _PARTS
    if top.dep_ == "pobj":
        return top.head.lower_ in _WITH
    if top.dep_ in ("dobj", "dative") and top.head.lemma_.lower() in _DEALING:
        return True
    return any(child.dep_ == "relcl" and child.lemma_.lower() in _DEALING for child in top.children)
