"""The day of a market's move that names none: that of the session the article last told of, its own, else that of its date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.periods import GROUP
from crossfoot.extract.spans import spans_in, spans_of
from crossfoot.extract.tokens import Doc, Span, Token
from crossfoot.extract.when import When
from crossfoot.extract.when.elsewhere import in_a_clause_of_its_own, is_inserted
from crossfoot.extract.when.of_a_thing import (
    is_contract,
    is_contrast,
    is_maturity,
    is_of_an_earlier_close,
    is_since_an_event,
)
from crossfoot.extract.when.older_figure import is_compared
from crossfoot.extract.when.timing import TRADED
from crossfoot.values.periods import Period, periods

_PAST = frozenset({"VBD", "VBN", "VBG"})
_GUESSED = frozenset({"day_of_publication", "day_of_the_article", "day_of_the_session"})
_DAY = "crossfoot_own_day"
_AFTERWARDS = frozenset({"after", "since", "following"})
_FRESH = 7  # days
_OPINIONS = frozenset({"call", "forecast", "target", "estimate", "prediction", "projection", "outlook"})
_WRAP = 3  # moves of a day, by which a text is known to tell of the markets
_OF_A_SESSION = frozenset({"trading_volume", "other"})  # "Foreigners were net buyers of $3 billion of stock"


@dataclass(slots=True)
class Sessions:
    """The last trading day that a text named."""

    named: Period | None = None
    moves: int = 0

    def note(self, figure: Figure, metric: str, when: When) -> None:
        """Remembers the day of a market figure that is told; *a premium to Monday's close* tells of no session."""
        if when.rule in _GUESSED:
            return
        if is_compared(figure) or _is_left_behind(figure) or _is_an_opinion(figure):
            return
        told = figure.verb is not None and figure.verb.tag_ in _PAST and not _is_told_as_earlier(figure.verb)
        if metric in TRADED and told and _is_fresh(when.period, figure.doc):
            self.named = when.period
            self.moves += 1

    def day_of(self, figure: Figure, metric: str, *, ahead: bool) -> When | None:
        """The day of a move or a close that its sentence gives no time for; None for forecasts and older figures."""
        verb = figure.verb
        wrap = self.named is not None and self.moves >= _WRAP and metric in _OF_A_SESSION and figure.kind != "percent"
        if not (metric in TRADED or wrap) or ahead or verb is None:
            return None
        if wrap and verb.tag_ not in _PAST:
            return None
        times = _times(figure, metric)
        said = [span._.crossfoot_period for span in times if span._.crossfoot_period.edtf is not None]
        fresh = [period for period in said if _is_fresh(period, figure.doc)]
        if fresh:  # a day of the sentence's own says more than the session
            return When(fresh[0], "day_in_its_sentence", 0.5)
        if any(_governs(span, figure) for span in times):
            return None
        if figure.preposition is not None and figure.preposition.lower_ in ("from", "than"):
            return None
        if is_since_an_event(figure):
            return None  # "is up 29% since its report"
        if self.named is not None and not _now(figure):
            return When(self.named, "day_of_the_session", 0.5)
        today = _own_day(figure.doc)
        if today is not None and not _may_be(figure):
            return When(today, "day_of_the_article", 0.4)
        published = figure.doc._.crossfoot_published
        if published is None or verb.tag_ not in _PAST:
            return None
        return When(_on(published), "day_of_publication", 0.3)


def _is_an_opinion(figure: Figure) -> bool:
    """*Acme Bank on Monday repeated its call for an average of $12,000*: a day of speaking, no session."""
    before = figure.doc[figure.sentence.start : figure.span.start]
    return any(token.lower_ in _OPINIONS and token.pos_ == "NOUN" for token in before)


def _is_left_behind(figure: Figure) -> bool:
    """*retreating from the eight-month high of $4 touched on Monday*: what a price came from."""
    verb = figure.verb
    between = figure.doc[verb.i + 1 : figure.span.start] if verb is not None and verb.tag_ == "VBG" else ()
    return any(token.lower_ == "from" for token in between)


def _is_told_as_earlier(verb: Token) -> bool:
    """*it had dipped 2% on Monday*, *having nosedived 9% on Monday*, *after setting a high of $90 on Monday*."""
    if grammar.is_past_perfect(verb) or any(child.lower_ == "having" for child in verb.children):
        return True
    before = {child.lower_ for child in verb.children if child.dep_ in ("mark", "prep") and child.i < verb.i}
    if verb.dep_ == "pcomp":
        before.add(verb.head.lower_)
    return verb.dep_ in ("pcomp", "advcl") and not before.isdisjoint(_AFTERWARDS)


def _is_fresh(period: Period, doc: Doc) -> bool:
    """Whether it is one day, not long before the article's own."""
    published = doc._.crossfoot_published
    if period.first is None or period.first != period.last or period.role != "period":
        return False
    return published is None or 0 <= (published - period.first).days <= _FRESH


@lru_cache(maxsize=1024)
def _on(day: dt.date) -> Period:
    """A day as a period."""
    return periods(day.isoformat(), day)[0]


def _now(figure: Figure) -> bool:
    """Whether the sentence says `currently`, `now`."""
    return any(
        span._.crossfoot_period.value == "PRESENT_REF"
        for span in spans_in(figure.doc, GROUP, figure.sentence.start, figure.sentence.end)
    )


def _may_be(figure: Figure) -> bool:
    """*could fall to $3*, *falls to below $3 could be in store*: no move of any day."""
    behind = figure.doc[figure.span.end : min(figure.span.end + 2, figure.sentence.end)]
    verb = [*figure.verb.children] if figure.verb is not None else []
    return any(token.tag_ == "MD" for token in [*verb, *behind])


def _own_day(doc: Doc) -> Period | None:
    """The article's own day where its text says that it speaks of it: *on Thursday*, *today*; never by the date alone."""
    if _DAY not in doc.user_data:
        doc.user_data[_DAY] = _told_day(doc)
    day: Period | None = doc.user_data[_DAY]
    return day


def _told_day(doc: Doc) -> Period | None:
    published = doc._.crossfoot_published
    yesterday: Period | None = None
    for span in spans_of(doc, GROUP):
        period: Period = span._.crossfoot_period
        said = period.type == "DATE" or period.text.lower().startswith("this ")  # "this morning"
        said = said and period.certainty != "explicit"  # no dateline, no time stamp
        if said and published is not None and period.first == period.last == published:
            return period
        if period.text.lower() == "yesterday":
            yesterday = yesterday or period
    return yesterday  # a morning paper's day


def _times(figure: Figure, metric: str) -> list[Span]:
    """The times in the figure's sentence that could be its own: no record's, bond's, contract's or aside's."""
    spans = spans_in(figure.doc, GROUP, figure.sentence.start, figure.sentence.end)
    own = (span for span in spans if not (is_contrast(span) or is_maturity(span) or is_contract(span, metric)))
    own = (span for span in own if not (in_a_clause_of_its_own(figure, span) or _is_of_before(figure, span)))
    own = (span for span in own if not _owns_another(span, figure))
    return [span for span in own if not (is_of_an_earlier_close(span) or is_inserted(figure, span))]


def _owns_another(span: Span, figure: Figure) -> bool:
    """*firmed to 152.35 per dollar from Wednesday's 153.20*: the day of the figure that it owns."""
    doc, end = span.doc, span.end - (span.doc[span.end - 1].tag_ == "POS")
    if end + 1 >= len(doc) or doc[end].tag_ != "POS" or end + 1 == figure.span.start:
        return False
    return bool(spans_in(doc, "crossfoot_quantities", end + 1, min(end + 3, len(doc))))


def _governs(span: Span, figure: Figure) -> bool:
    """*surged 8.8% in a single day*, *could fall to $3 next year*: a time that is no session, of the figure's own verb."""
    verb = grammar.verb_above(grammar.root_of(span.doc, span.start, span.end))
    period, published = span._.crossfoot_period, span.doc._.crossfoot_published
    told = figure.verb is not None and figure.verb.tag_ in ("VBD", "VBN")
    coming = published is not None and period.first is not None and period.first > published
    if coming:
        return not told
    if period.edtf is None:
        whole = span.doc[span.start - 1].lower_ == "the" and "hour" not in span.text  # "over the twelve months"
        at = span.start - 2 if whole else span.start - 1
        return span.doc[at].lower_ in ("in", "for", "over", "within") and not _tells_a_record(span)
    between = span.doc[figure.span.end : span.start] if span.start >= figure.span.end else ()
    if any(token.lower_ == "after" for token in between):
        return False  # "jumped 7% after its forecast for second-quarter sales"
    own = verb is not None and figure.verb is not None and verb.i == figure.verb.i and span.start >= figure.span.start
    return own and period.role == "period"


def _tells_a_record(span: Span) -> bool:
    """*its worst session in a year*: how long ago the like was seen."""
    before = span.doc[max(span.sent.start, span.start - 5) : span.start]
    return any(token.tag_ in ("JJS", "RBS") or token.lower_ == "first" for token in before)


def _is_of_before(figure: Figure, span: Span) -> bool:
    """*firmed 1.3%; it had dipped below $70 on Tuesday*: the day of a clause that tells of what was before."""
    verb = grammar.verb_above(grammar.root_of(span.doc, span.start, span.end))
    if verb is None or figure.verb is None or verb.i == figure.verb.i:
        return False
    return _is_told_as_earlier(verb) and not _is_told_as_earlier(figure.verb)
