"""Movements stated without a figure: *Acme's stock weakened*, *margins could compress*, *triggered some pullback*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.extract import cues, grammar
from crossfoot.extract.metrics import MetricMention
from crossfoot.extract.tokens import Doc, Span, Token
from crossfoot.records import Direction
from crossfoot.vocabulary.models import verbs

PRICE_NOUNS = frozenset({"pullback", "selloff", "sell-off", "rally", "rebound"})
_BARE_DIRECTIONS = frozenset({"up", "down", "higher", "lower"})
# Verbs that move a metric only as their object ("boost profit"), and are too common to mean a movement by themselves.
_TRANSITIVE = frozenset(
    {
        "add",
        "lift",
        "boost",
        "raise",
        "hike",
        "cut",
        "reduce",
        "lower",
        "trim",
        "slash",
        "increase",
        "decrease",
        "improve",
        "expand",
        "double",
        "widen",
        "narrow",
        "compress",
        "grow",
        "drag",
        "ease",
        "halve",
    }
)
_NOT_ALONE = frozenset(
    {
        "add",
        "hold",
        "lose",
        "shed",
        "gain",
        "recover",
        "advance",
        "exceed",
        "outpace",
        "close",
        "drag",
        "cool",
        "shoot",
        "fade",
        "slow",
        "mount",
        "firm",
        "bounce",
        "pop",
        "lift",
    }
)


@dataclass(frozen=True, slots=True)
class Movement:
    """Tokens [start, end) state that the metric named at `word` (or a share price) moves in `direction`."""

    start: int
    end: int
    direction: Direction
    word: Token | None
    metric: str | None
    verb: Token


def movements(sentence: Span, mentions: list[MetricMention], figures: list[Span]) -> Iterator[Movement]:
    """Each movement of the sentence; one with a figure right beside its verb is that figure's business."""
    doc = sentence.doc
    for token in sentence:
        if token.pos_ in ("VERB", "AUX") and (direction := _moves(token)) is not None:
            yield from _of_verb(doc, token, direction, mentions, figures)
        elif (
            token.lower_ in PRICE_NOUNS
            and token.dep_ in ("dobj", "pobj", "nsubj", "attr")
            and not _figured(token, figures, doc)
        ):
            verb = grammar.verb_above(token)
            if verb is not None and verb.lemma_.lower() in verbs().light_verbs and not grammar_negated(verb):
                start = min(verb.i, token.i)
                yield Movement(
                    start, max(verb.i, token.i) + 1, cues.noun_direction(token) or "down", None, "share_price", verb
                )


def grammar_negated(verb: Token) -> bool:
    """True for *did not rise*."""
    return any(child.dep_ == "neg" for child in verb.children)


def _moves(verb: Token) -> Direction | None:
    lemma = verb.lemma_.lower()
    if lemma == "be":
        adverb = next((c for c in verb.children if c.lower_ in _BARE_DIRECTIONS and c.i > verb.i), None)
        return cues.adverb_direction(adverb) if adverb is not None else None
    direction = cues.verb_direction(verb)
    if direction == "flat" and lemma == "hold":
        return None
    return direction


def _of_verb(
    doc: Doc, verb: Token, direction: Direction, mentions: list[MetricMention], figures: list[Span]
) -> Iterator[Movement]:
    if grammar_negated(verb) or _figured(verb, figures, doc):
        return
    subject = grammar.subject_of(verb)
    for mention in mentions:
        word = grammar.root_of(doc, mention.start, mention.end)
        role = _role(word, verb, subject)
        if role is None:
            continue
        lemma = verb.lemma_.lower()
        if role == "subject" and lemma in _NOT_ALONE:
            continue
        if role == "object" and lemma not in _TRANSITIVE:
            continue
        metric = _metric(mention)
        if metric is None:
            continue
        start, end = min(mention.start, verb.i), max(mention.end, verb.i + 1)
        low = (
            subject.left_edge.i
            if role == "subject" and subject is not None and subject.left_edge.i < start < subject.left_edge.i + 6
            else start
        )
        yield Movement(low, end, direction, word, metric, verb)
        return


def _metric(mention: MetricMention) -> str | None:
    """The metric that moves: a share's price rather than the number of shares."""
    if "share_price" in mention.candidates:
        return "share_price"
    return mention.candidates[0] if mention.candidates else None


def _role(word: Token, verb: Token, subject: Token | None) -> str | None:
    if subject is not None and (word.i == subject.i or (word.head.i == subject.i and word.dep_ in ("conj",))):
        return "subject"
    if word.dep_ == "dobj" and word.head.i == verb.i:
        return "object"
    return None


def _figured(token: Token, figures: list[Span], doc: Doc) -> bool:
    """True where a figure says by how much: it hangs below the verb and close behind it."""
    for span in figures:
        if not token.sent.start <= span.start < token.sent.end:
            continue
        anchor = grammar.root_of(doc, span.start, span.end)
        if grammar.within(anchor, token) and (grammar.verb_above(anchor) or token).i == token.i:
            return True
        if 0 <= span.start - token.i <= 4:
            return True
    return False
