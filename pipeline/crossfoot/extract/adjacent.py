"""Whose figure it is by the order of the words alone: *and Acme, which owns Bolt, lost 2.1%*, however the tree is built."""

from __future__ import annotations

from crossfoot.extract import cues
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.tokens import Doc, Token
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, MARKET_KINDS

_KINDS = FIRM_KINDS | MARKET_KINDS
_AFTER_VERB = 2  # adverbs and the like between verb and figure
_INSERTION = 15  # tokens between the commas of "Acme, which owns Bolt, lost"
_BETWEEN = frozenset({"ADV", "ADP", "DET", "PRON", "AUX"})
_BREAKS = frozenset({",", ";", "and", "or", "(", ")", ":", "–", "—"})
_INSERTED = frozenset({"which", "who", "whose", "the", "a", "an", "its", "up", "down", "now", "also", "long", "once"})
_BECAUSE = frozenset({"despite", "after", "amid", "like", "along", "including", "among", "unlike", "with", "as"})
_SHARES = frozenset({"shares", "share", "stock", "stocks", "futures", "price", "prices"})


def mover_before(figure: Figure) -> tuple[FirmMention, int] | None:
    """The name right before the verb that moves by the figure, over a clause between commas, with its last token."""
    verb = _verb_before(figure)
    if verb is None or cues.verb_direction(verb) is None:
        return None
    doc, first = figure.doc, figure.sentence.start
    at = verb.i - 1
    while at > first and doc[at].pos_ in ("ADV", "AUX") and mention_at(doc, at) is None:
        at -= 1
    if at > first and doc[at].text == "," and (opened := _opened(doc, at, first)) is not None:
        at = opened - 1
    at -= at > first and doc[at].lower_ in ("'s", "’s")  # "Bolt's, its biggest brand, rose 14%"
    firm = mention_at(doc, at) if at >= first else None
    if firm is None or firm.kind not in _KINDS or firm.adjective or firm.via in ("pronoun", "definite"):
        return None
    return (firm, at) if _acts(doc, firm, at, first) else None


def _verb_before(figure: Figure) -> Token | None:
    """The verb that the figure follows at once."""
    doc, at = figure.doc, figure.span.start - 1
    for _ in range(_AFTER_VERB):
        if at <= figure.sentence.start or doc[at].pos_ not in _BETWEEN or doc[at].lower_ in _BREAKS:
            break
        at -= 1
    token = doc[at] if at > figure.sentence.start else None
    return token if token is not None and token.tag_ in ("VBD", "VBZ", "VBG", "VBN", "VB", "VBP") else None


def _opened(doc: Doc, comma: int, first: int) -> int | None:
    """The comma that opened what `comma` closes, where a clause or an apposition stands between."""
    for at in range(comma - 1, max(first, comma - _INSERTION), -1):
        if doc[at].text == ",":
            return at if _inserts(doc[at + 1]) else None
        if doc[at].text in (";", ":"):
            return None
    return None


def _inserts(word: Token) -> bool:
    """The *which*, *the*, *dragged* or *despite* by which something is put in: *Acme, dragged by its miners, dropped*."""
    done = word.tag_ == "VBD" and word.nbor().lower_ in ("by", "down", "up", "back", "from")
    return done or word.lower_ in _INSERTED or word.lower_ in _BECAUSE or word.tag_ in ("VBN", "VBG")


def _acts(doc: Doc, firm: FirmMention, at: int, first: int) -> bool:
    """Whether the name stands free, or as the owner of shares: not *sales in Acme*, not *analysts at Acme*."""
    start = at
    while start > first and mention_at(doc, start - 1) == firm:
        start -= 1
    before = doc[start - 1] if start > first else None
    if before is None or before.pos_ != "ADP" or before.lower_ in ("as", "with", "while", "after", "than"):
        return True
    return start - 2 >= first and doc[start - 2].lower_ in _SHARES
