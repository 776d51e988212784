"""Which period governs a figure: its own phrase first, then its clause, then what leads the sentence or its paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.what import What
from crossfoot.values.periods import Period

GROUP = "crossfoot_periods"
_CLAUSE_ENDS = frozenset({";", ":", "–", "—", "--"})
_COMPARED = frozenset({"from", "than", "against", "versus", "vs", "compared", "with", "to"})


@dataclass(frozen=True, slots=True)
class When:
    """A period, the rule that chose it, and how sure that is (0 to 1)."""

    period: Period
    rule: str
    confidence: float


def period_of(figure: Figure, what: What | None, others: list[Span]) -> When | None:
    """The period of a figure within its sentence; `others` are the sentence's other figures."""
    ranked = []
    for span in figure.doc.spans.get(GROUP, ()):
        if not figure.sentence.start <= span.start < figure.sentence.end:
            continue
        period = span._.crossfoot_period
        if period is None or (period.edtf is None and period.label is None) or _is_rate(period):
            continue
        scored = _rank(figure, what, span, period, others)
        if scored is not None:
            ranked.append((scored[0], abs(span.start - figure.span.start), span.start, scored[1], period))
    if not ranked:
        return None
    rank, _, _, rule, period = min(ranked, key=lambda r: r[:3])
    return When(period, rule, max(0.3, 0.95 - 0.12 * rank))


def _is_rate(period: Period) -> bool:
    return period.role == "rate" or period.type == "SET"


def _rank(figure: Figure, what: What | None, span: Span, period: Period, others: list[Span]) -> tuple[float, str] | None:
    doc = figure.doc
    word = what.word if what is not None else None
    if word is not None and _leads_name(doc, span, word):
        return 0.0, "in_the_name_of_its_metric"
    if any(_leads_name(doc, span, t) for t in (figure.noun, figure.anchor) if t is not None):
        return 0.2, "in_its_own_phrase"
    after = span.start >= figure.span.end
    between = doc[figure.span.end : span.start] if after else doc[span.end : figure.span.start]
    stops = sum(o.start >= between.start and o.end <= between.end for o in others)
    broken = any(t.text in _CLAUSE_ENDS or (t.dep_ in ("nsubj", "nsubjpass") and t.i > figure.span.end) for t in between)
    if after:
        compared = period.role == "comparison"
        if compared and not _is_compared(figure):
            return None
        near = len(between) <= 3 and not broken and not stops
        if near:
            return 0.4, "follows_it"
        if _names_another(doc, span, figure):
            return None
        if not broken:
            return 1.5 + 0.4 * stops, "later_in_its_clause"
        return (4.0, "later_in_its_sentence") if not stops else None
    if period.role == "comparison":
        return None
    if _names_another(doc, span, figure):
        return None
    if _belongs_to_earlier(doc, span, figure, others):
        return None
    if not broken and not stops:
        return 1.0, "earlier_in_its_clause"
    if span.start - figure.sentence.start <= 3:
        return 1.6, "leads_its_sentence"
    return 2.6 + 0.3 * stops, "earlier_in_its_sentence"


def _leads_name(doc: Doc, span: Span, word: Token) -> bool:
    """*its 2028 EPS*, *fourth-quarter revenue*, *Q3 net income*: the period stands within the name's own phrase."""
    if span.start > word.i:
        return False
    gap = doc[span.end : word.i]
    return len(gap) <= 4 and all(t.pos_ in ("NOUN", "PROPN", "ADJ", "PUNCT", "NUM", "PART", "X") and t.text not in (",", ";", ":") for t in gap)


def _names_another(doc: Doc, span: Span, figure: Figure) -> bool:
    """True where the period is inside another noun's name: *its 2028 EPS* says nothing of the figure beside it."""
    if span.end >= len(doc) or figure.anchor.i == span.end:
        return False
    following = doc[span.end]
    inside = doc[span.end - 1].head.i == following.i or doc[span.start].head.i == following.i
    if not inside or following.pos_ not in ("NOUN", "PROPN"):
        return False
    return not any(each.i == following.i for each in grammar.up(figure.anchor)) and following.lemma_.lower() not in ("result", "report", "quarter", "year")


def _belongs_to_earlier(doc: Doc, span: Span, figure: Figure, others: list[Span]) -> bool:
    """True where the period follows another figure closely: *from $4 in 2023 to $5*."""
    for other in others:
        if other.end <= span.start and span.start - other.end <= 2 and other.end <= figure.span.start:
            return bool(doc[other.start - 1].lower_ in _COMPARED) if other.start else False
    return False


def _is_compared(figure: Figure) -> bool:
    """*up from 15.2% in 2023*, *compared with $2.95 a year earlier*: the older figure of a pair."""
    before = figure.doc[max(figure.sentence.start, figure.span.start - 3) : figure.span.start]
    return any(token.lower_ in _COMPARED for token in before)
