"""What a figure measures: its own phrase first, then its clause, then what its verb implies, then what stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.metrics import MetricMention, singular
from crossfoot.vocabulary.models import Frame, metrics, verbs

_NEAR = frozenset({"of", "at", "to", "for", "from", "in", "as", "between", "around", "above", "below", "by", "with", "on", "than", "near", "over", "under"})
_CHANGE_KINDS = frozenset({"percent", "points"})
# What moves when a thing of this kind moves and no metric is named: *Acme rose 3%*.
_OWN_METRIC = {"company": "share_price", "division": "revenue", "index": "index_level", "commodity": "commodity_price",
               "currency": "exchange_rate", "country": "gdp"}  # fmt: skip
_STRONG = 3.0


@dataclass(frozen=True, slots=True)
class What:
    """A metric, the word that named it, the rule that chose it, and how sure that is (0 to 1)."""

    metric: str
    word: Token | None
    rule: str
    confidence: float
    frame: Frame | None = None


def metric_of(figure: Figure, mentions: Sequence[MetricMention], *, change: bool) -> What | None:
    """The metric by the named evidence of the figure's own sentence, or None."""
    ranked = sorted(
        (found for mention in mentions if (found := _evidence(figure, mention, change=change)) is not None),
        key=lambda found: found[0],
    )
    frame = frame_of(figure)
    if ranked and (ranked[0][0][0] <= 1.0 or frame is None):
        return _what(*ranked[0])
    if frame is not None and not change:
        return What(frame.metric, figure.verb, "verb_frame", 0.75, frame)
    return _what(*ranked[0]) if ranked else None


def _what(rank: tuple[float, int], metric: str, word: Token, rule: str) -> What:
    return What(metric, word, rule, max(0.3, 0.95 - 0.12 * rank[0]))


def _evidence(figure: Figure, mention: MetricMention, *, change: bool) -> tuple[tuple[float, int], str, Token, str] | None:
    """(rank, metric, word, rule) of one metric name for this figure; lower ranks are stronger."""
    doc = figure.doc
    if not (mention.start >= figure.sentence.start and mention.end <= figure.sentence.end):
        return None
    metric = _fitting(mention, figure.kind, change=change)
    if metric is None:
        return None
    word = grammar.root_of(doc, mention.start, mention.end)
    if word.i < mention.end - 1 and doc[mention.end - 1].pos_ in ("NOUN", "PROPN"):
        word = doc[mention.end - 1]
    level, rule = _relation(figure, word, mention)
    distance = min(abs(mention.start - figure.span.end), abs(figure.span.start - mention.end))
    return (level, distance), metric, word, rule


def _fitting(mention: MetricMention, kind: str, *, change: bool) -> str | None:
    if change and kind in _CHANGE_KINDS:
        movable = [name for name in mention.candidates if name not in ("pe_ratio", "contract_duration", "index_level")]
        return next((name for name in movable if "percent" in metrics()[name].kinds), None)
    return mention.fitting(kind)


def _relation(figure: Figure, word: Token, mention: MetricMention) -> tuple[float, str]:
    """How strongly the tree ties a metric's name to the figure."""
    if mention.start < figure.span.end and mention.end > figure.span.start:
        return 0.0, "inside_the_figure"
    start = figure.anchor
    way = grammar.path(start, word)
    if way is None:
        return 7.0, "same_sentence"
    up_from, down_to = way.from_first, way.from_second
    prepositions = _prepositions(start, way.meet)
    if way.meet.i == word.i or set(down_to) <= {"compound", "amod", "nmod"} and way.meet.pos_ in ("NOUN", "PROPN") and not is_clause(up_from):
        if set(up_from) <= grammar.NOUN_MODIFIERS:
            return 0.0, "modifies_its_name"
        if not is_clause(up_from) and prepositions <= _NEAR:
            return 0.5 if "of" in prepositions or "at" in prepositions else 1.0, "prepositional_object_of_its_name"
        return 2.0 + 0.5 * way.verbs_crossed, "clause_on_its_name"
    if way.meet.i == start.i or (figure.noun is not None and way.meet.i == figure.noun.i):
        if _only(down_to, "prep", "pobj", "compound", "amod", "nmod", "conj"):
            return 0.8, "its_name_in_a_phrase_on_it"
        return 1.5, "its_name_hangs_on_it"
    if grammar.is_verb(way.meet) or way.meet.pos_ in ("VERB", "AUX"):
        top = down_to[-1] if down_to else ""
        penalty = 0.6 * way.verbs_crossed + 0.2 * max(0, len(down_to) - 1)
        if top in grammar.SUBJECTS:
            return 2.0 + penalty, "subject_of_its_verb"
        if top in ("dobj", "attr", "oprd") :
            return 2.2 + penalty, "object_of_its_verb"
        if top in ("prep", "agent", "npadvmod", "dative"):
            return 2.8 + penalty, "phrase_of_its_verb"
        return 4.0 + penalty, "other_clause"
    return 3.5 + 0.5 * way.verbs_crossed + 0.1 * len(down_to), "same_phrase"


def is_clause(labels: Sequence[str]) -> bool:
    """True where a path runs through another clause."""
    return any(label in ("acl", "relcl", "advcl", "ccomp", "xcomp", "parataxis") for label in labels)


def _only(labels: Sequence[str], *allowed: str) -> bool:
    return set(labels) <= set(allowed)


def _prepositions(start: Token, top: Token) -> set[str]:
    found = set()
    for token in grammar.up(start):
        if token.i == top.i:
            break
        if token.dep_ == "prep":
            found.add(token.lower_)
    return found


def frame_of(figure: Figure) -> Frame | None:
    """The first verb frame that fits the figure's verb, kind, preposition and counted noun."""
    verb = figure.verb
    if verb is None or not _is_argument(figure, verb):
        return None
    lemma = verb.lemma_.lower()
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), None)
    lemmas = {lemma, f"{lemma} {particle}"} if particle else {lemma}
    sentence = figure.sentence.text.lower()
    for frame in verbs().frames:
        if not lemmas & set(frame.verbs) or figure.kind not in frame.kinds:
            continue
        if frame.prepositions and (figure.preposition is None or figure.preposition.lower_ not in frame.prepositions):
            continue
        if frame.nouns and singular((figure.quantity.noun or "").lower()) not in frame.nouns:
            continue
        if frame.near and not any(word in sentence for word in frame.near):
            continue
        return frame
    return None


def _is_argument(figure: Figure, verb: Token) -> bool:
    """True where the figure is what the verb acts on, or its price, not an aside."""
    if figure.preposition is not None:
        return figure.preposition.head.i == verb.i or figure.preposition.lower_ in ("for", "at", "in", "to", "of")
    top = figure.noun if figure.noun is not None else figure.anchor
    if figure.noun is not None and figure.kind in ("money", "percent"):
        return False  # "raised its $2 billion forecast": the noun decides, not the verb
    return grammar.verb_above(top) is verb or verb.i == (grammar.verb_above(top) or top).i


def own_metric(kind: str, quantity_kind: str, *, change: bool) -> str | None:
    """What is measured of a thing that just *rose 3%* or *closed at $31*: a share's price, an index's level."""
    if kind == "country" and not (change and quantity_kind == "percent"):
        return None
    if kind in ("division",) and not change:
        return None
    if change and quantity_kind in ("percent", "points", "money"):
        return _OWN_METRIC.get(kind)
    if kind == "index" and quantity_kind in ("count", "points", "other"):
        return "index_level"
    if kind in ("commodity", "currency") and quantity_kind == "money":
        return _OWN_METRIC[kind]
    return None
