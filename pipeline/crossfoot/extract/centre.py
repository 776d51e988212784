"""Whom a paragraph goes on about: *Rival Acme makes boats. Its founder is 32. Revenue rose 4%.*"""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import discourse
from crossfoot.extract.firms.mentions import FirmMention, Found
from crossfoot.extract.tokens import Doc, Span
from crossfoot.extract.what import What
from crossfoot.extract.whom import Whom
from crossfoot.vocabulary.firm_lists import FIRM_KINDS
from crossfoot.vocabulary.models import metrics_of

_KINDS = FIRM_KINDS | {"commodity", "country"}
_AMOUNTS = frozenset({"mass", "volume", "count"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OWNING = frozenset({"poss", "compound"})
_BACK = 2  # sentences
_OPENS = 2  # tokens: "Its rival Acme is in trouble"


def centre_of(figure: Figure, what: What | None, topic: FirmMention | None) -> Whom | None:
    """The subject of the sentence before, in the same paragraph, where that sentence does not name the article's own."""
    found = discourse(figure.doc)
    at = figure.sentence.start
    for _ in range(_BACK):
        if found is None or at == 0 or "\n" in figure.doc[at - 1].text:
            return None
        before = figure.doc[at - 1].sent
        places = [place for place in found.within(before.start, before.end) if place.mention.kind in _KINDS]
        if any(topic is not None and place.mention.canonical == topic.canonical for place in places):
            return None
        acting = next((place.mention for place in places if _is_subject(figure.doc, before, place)), None)
        if acting is not None:
            return Whom(acting, "centre_of_the_paragraph", 0.5, -1) if _can_have(acting, figure, what) else None
        at = before.start
    return None


def _is_subject(doc: Doc, sentence: Span, place: Found) -> bool:
    """Whether a name is the sentence's subject or owns it; in a sentence left unparsed, whether it opens it."""
    mention = place.mention
    if mention.adjective or mention.house:
        return False
    if not grammar.parsed(sentence):
        return place.start - sentence.start <= _OPENS and mention.via != "pronoun"
    head = doc[place.end - 1]
    if head.dep_ in _OWNING:
        head = head.head
    return head.dep_ in _SUBJECTS


def _can_have(mention: FirmMention, figure: Figure, what: What | None) -> bool:
    """Whether somebody can have what is measured: no commodity has a margin."""
    if mention.kind == "commodity":
        return figure.kind in _AMOUNTS
    return mention.kind in FIRM_KINDS or what is None or what.metric not in metrics_of("firm")
