"""How surely one figure is stated, where the words right beside it say more than the clause that holds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.modality import Modality, modality_of
from crossfoot.extract.tokens import Token
from crossfoot.vocabulary.models import cues

_COMPARING = frozenset({"from", "against", "versus", "vs", "vs.", "than", "with"})
_EARLIER_PLAN = frozenset({"previous", "previously", "prior", "earlier", "initial", "initially", "range", "forecast",
                           "guidance", "target", "estimate", "projection", "outlook", "expectation", "expected",
                           "projected", "anticipated", "guided", "planned", "saw", "budgeted"})  # fmt: skip
_WILL = frozenset({"will", "would", "'ll", "shall", "must", "is", "are"})
_TERMS = frozenset({"offer_price", "premium"})  # what a deal pays is agreed, though it be paid later
_BREAKS = frozenset({";", ":", "(", ")", "–", "—", ".", '"', "”", "“"})
_TURNS = frozenset({"up", "down", "while", "after", "compared", "which", "who", "but", "already", "including"})
_WHOLES = frozenset({"its", "their", "the", "his", "her"})
_POSSESSIVE = frozenset({"'s", "’s"})
_BOUGHT = frozenset(
    {"buy", "repurchase", "return", "retire", "spend", "complete", "leave", "remain", "have", "allocate"}
)
_NEAR = 6  # words between a figure and those whose consensus it is
_CLAUSE = 12


def stated(figure: Figure, word: Token | None, metric: str, before: Told | None) -> tuple[Modality, str]:
    """The modality of a figure and its cue.

    *$3.1 billion, ahead of the $3 billion that analysts had pencilled in*: the second is estimated. *It expects sales of $3
    billion, up from $2 billion*: the second is a fact.
    """
    modality, cue = modality_of(figure.doc, figure.anchor, word)
    if modality in ("asserted", "projected") and _is_consensus(figure):
        return "estimated", "consensus"
    if modality == "projected" and _is_settled(figure, cue, metric):
        return "asserted", ""
    if modality == "asserted" and metric == "share_buyback" and _is_authorised(figure):
        return "projected", "programme"
    if modality == "asserted" and before is not None and _continues(before, figure):
        return before.modality, before.cue
    return modality, cue


@dataclass(frozen=True, slots=True)
class Told:
    """A figure whose modality is settled."""

    figure: Figure
    modality: Modality
    cue: str


def _continues(before: Told, figure: Figure) -> bool:
    """*is guiding to income of $13 billion, costs of $9 billion and a margin of 13%*: one list under one word."""
    if before.modality not in ("projected", "estimated") or before.cue in ("", "consensus", "programme"):
        return False
    if before.figure.sentence.start != figure.sentence.start or before.figure.span.end > figure.span.start:
        return False
    if figure.preposition is not None and figure.preposition.lower_ in _COMPARING:
        return False
    between = figure.doc[before.figure.span.end : figure.span.start]
    listed = any(token.lower_ in (",", "and", "or") for token in between)
    broken = any(token.tag_ in grammar.FINITE or token.text in _BREAKS or token.lower_ in _TURNS for token in between)
    return listed and not broken


@cache
def _told() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, cues().expectations.told)) + r")\b")


def _is_consensus(figure: Figure) -> bool:
    return _awaited_behind(figure) or _expected_by(figure) or _set_against(figure) or _awaited_before(figure)


def _expected_by(figure: Figure) -> bool:
    """*the 4.2% gain expected by analysts*, *$1.9 billion forecast by economists*."""
    doc, end = figure.doc, figure.sentence.end
    for index in range(figure.span.end, min(figure.span.end + _NEAR, end - 2)):
        token = doc[index]
        if token.lower_ in cues().expectations.behind and doc[index + 1].lower_ == "by":
            watching = doc[index + 2 : min(index + 2 + _NEAR, end)]
            return any(each.lower_ in cues().expectations.watchers for each in watching)
        if token.is_punct and token.text != "-" or token.pos_ in ("AUX", "CCONJ") or token.like_num:
            return False
    return False


def _awaited_behind(figure: Figure) -> bool:
    """*the 48 cents (a share) that analysts (polled by Acme) had pencilled in*."""
    doc, end = figure.doc, figure.sentence.end
    for index in range(figure.span.end, min(figure.span.end + _NEAR, end)):
        token = doc[index]
        if token.lower_ in cues().expectations.watchers:
            behind = doc[index + 1 : min(index + _CLAUSE, end)]
            return _told().search(_before_a_stop(behind.text.lower())) is not None
        if token.is_punct and token.text != "-" or token.pos_ in ("VERB", "AUX", "CCONJ") or token.lower_ in _COMPARING:
            return False
        if token.lower_ in ("as", "what") or token.like_num:
            return False
    return False


def _before_a_stop(text: str) -> str:
    return re.split(r"[.;,]", text, maxsplit=1)[0]


def _set_against(figure: Figure) -> bool:
    """*33 cents vs. 35 cents expected*, *the 574 million projected by Acme*, *a 4.8% gain that was expected*."""
    doc, end = figure.doc, figure.sentence.end
    words = cues().expectations
    before = doc[figure.span.start - 1].lower_ if figure.span.start > figure.sentence.start else ""
    inside = figure.span[0].lower_
    if before not in words.against and inside not in words.against:
        return False
    behind = [token.lower_ for token in doc[figure.span.end : min(figure.span.end + _NEAR, end)]]
    while behind and behind[0] not in words.behind and behind[0].isalpha() and len(behind) > 3:
        behind.pop(0)  # "4.8 percent gain that was expected"
        if behind[0] in ("was", "were", "been", "had") and behind[1] in words.behind:
            return True
    at = figure.span.end
    return at < end and doc[at].lower_ in words.behind and doc[at].pos_ != "AUX"


def _awaited_before(figure: Figure) -> bool:
    """*analysts polled by Acme had been looking for earnings of 48 cents*."""
    first = max(figure.sentence.start, figure.span.start - 2 * _CLAUSE)
    words = [token.lower_ for token in figure.doc[first : figure.span.start]]
    for stop in (";", ":", "(", ",", "–", "—", "and", "but", "while"):
        if stop in words:
            words = words[len(words) - words[::-1].index(stop) :]
    at = next((i for i, low in enumerate(words) if low in cues().expectations.watchers), None)
    if at is None or any(any(map(str.isdigit, low)) for low in words[at:]):
        return False
    found = _told().search(" ".join(words[at + 1 :]))
    return found is not None and len(" ".join(words[at + 1 :])[found.end() :].split()) <= _NEAR


def _is_settled(figure: Figure, cue: str, metric: str) -> bool:
    """A fact within a projection: what it is set against, the terms of an offer, the whole that a part is taken of."""
    low = cue.lower()
    if (metric in _TERMS or _is_paid_a_share(figure)) and low in _WILL | {"proposal", "set", "proposed"}:
        return True
    if low in cues().modality["projected"].nouns:
        return False
    return _is_base(figure) or _is_whole(figure)


def _is_paid_a_share(figure: Figure) -> bool:
    """*will pay $13 in cash for each share*."""
    behind = [token.lower_ for token in figure.doc[figure.span.end : min(figure.span.end + 8, figure.sentence.end)]]
    at = next((i for i, low in enumerate(behind) if low in ("each", "every")), None)
    return at is not None and at > 0 and behind[at - 1] == "for" and bool({"share", "shares"} & set(behind[at:]))


def _is_base(figure: Figure) -> bool:
    """*expects sales to grow to $3 billion from $2 billion*; but *from a previous range of* and *from an earlier target*."""
    preposition = figure.preposition
    if preposition is None or preposition.lower_ not in _COMPARING:
        return False
    if preposition.lower_ == "with" and figure.doc[max(preposition.i - 1, 0)].lower_ != "compared":
        return False
    doc, first = figure.doc, figure.sentence.start
    if doc[max(preposition.i - 1, first)].lower_ == "rather":
        return False  # "2.1% rather than 1.7%": an earlier forecast
    around = doc[max(first, preposition.i - 2) : min(figure.span.end + _NEAR, figure.sentence.end)]
    before = doc[max(first, preposition.i - _CLAUSE) : preposition.i]
    return not any(token.lower_ in _EARLIER_PLAN for token in around) and not any(
        token.lemma_.lower() in cues().forecasts.held for token in before
    )


def _is_whole(figure: Figure) -> bool:
    """*will cut 900 of its 14,200 jobs*."""
    before = [t.lower_ for t in figure.doc[max(figure.sentence.start, figure.span.start - 4) : figure.span.start]]
    if len(before) < 2 or figure.kind != "count":
        return False
    return before[-1] in _WHOLES and before[-2] in ("of", "among") or before[-1] in _POSSESSIVE and "of" in before


def _is_authorised(figure: Figure) -> bool:
    """*approved a repurchase of up to $3 billion*, *a new £1.7bn buyback*; not *bought back $3 billion*."""
    words = figure.sentence
    near = figure.doc[max(words.start, figure.span.start - 8) : min(figure.span.end + 6, words.end)]
    if any(t.lemma_.lower() in _BOUGHT and t.tag_ in ("VBD", "VBN", "VBG", "VBZ") for t in near):
        return False
    return any(token.lower_ in cues().programmes for token in near)
