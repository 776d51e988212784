"""A quarter or half that a sentence places a year back: *Second-quarter revenue a year earlier was $400 million*."""

from __future__ import annotations

from crossfoot.extract.figures import Figure
from crossfoot.extract.periods import GROUP
from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Span
from crossfoot.extract.when.choosing import When
from crossfoot.extract.when.older_figure import COMPARED, is_compared
from crossfoot.values.periods import a_year_before

_BACK = frozenset({"ago", "earlier", "before", "previously", "prior"})
_BASES = COMPARED | {"over", "on", "since", "to", "above", "below"}
_OPENING = 3  # tokens: "In the year-ago period, second-quarter sales were"
_CLOSE = 3  # tokens: "$3 million, a year ago", "24 cents a share a year earlier"


def a_year_back(figure: Figure, when: When, others: list[Span], *, change: bool) -> When:
    """The quarter a year before the one named, where *a year earlier* tells of the same figure; else as it was."""
    period = when.period
    part = (period.fiscal_period or "")[:1] in ("Q", "H") and period.certainty == "inferred"
    if change or not part or any(each.isdigit() for each in period.text[2:]):
        return when
    sentence = figure.sentence
    if not any(token.lower_ in _BACK for token in sentence):
        return when
    spans = spans_in(figure.doc, GROUP, sentence.start, sentence.end)
    named = next((span for span in spans if span._.crossfoot_period is period), None)
    if named is None:
        return when
    if any(_is_a_year_back(span) and _is_of_the_figure(span, named, figure, others) for span in spans):
        return When(a_year_before(period), "the_year_before", when.confidence)
    return when


def _is_a_year_back(span: Span) -> bool:
    """*a year ago*, *one year earlier*, *the year-ago period*."""
    words = [token.lower_ for token in span]
    return "year" in words and not _BACK.isdisjoint(words) and not any(word[0].isdigit() for word in words)


def _is_of_the_figure(back: Span, named: Span, figure: Figure, others: list[Span]) -> bool:
    """Whether it opens the sentence, stands between the quarter and the figure, or right behind the figure."""
    doc, first = figure.doc, figure.span.start
    if doc[max(0, back.start - 1)].lower_ in _BASES or named.start >= first:
        return False
    told_again = doc[first - 1].lower_ == "or"  # "$30 million, or 12 cents a share"
    others = (
        [] if told_again else [other for other in others if other.end <= named.start or other.start >= named.end]
    )  # no "half"
    passed = any(min(back.end, named.end) <= other.start < first for other in others)
    if back.start - figure.sentence.start < _OPENING and back.end <= named.start:
        return not passed
    if named.end <= back.start and back.end <= first:
        between = doc[named.end : back.start]
        return not passed and not any(token.pos_ in ("PUNCT", "VERB", "AUX") for token in between)
    behind = doc[figure.span.end : back.start] if back.start >= figure.span.end else None
    if behind is None or len(behind) > _CLOSE or any(figure.span.end <= o.start < back.start for o in others):
        return False
    compared = any(token.lower_ in COMPARED for token in doc[named.end : first])
    return not compared and (is_compared(figure) or not len(behind) and not passed)
