"""Chooses among the times of a sentence the one that a figure is for: a list of tests, read from the top."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.periods import GROUP
from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Span
from crossfoot.extract.what import What
from crossfoot.extract.when.elsewhere import (
    is_in_an_aside,
    is_of_a_circumstance,
    is_of_a_figure_in_an_aside,
    is_of_an_inserted_clause,
    is_of_another_clause,
    is_outside_its_relative,
    names_another,
)
from crossfoot.extract.when.joined import is_of_the_next_clause, opens_its_half
from crossfoot.extract.when.nearness import rank_by_place
from crossfoot.extract.when.of_a_thing import is_an_end, is_of_a_count, is_of_a_thing
from crossfoot.extract.when.older_figure import is_compared
from crossfoot.extract.when.older_time import (
    is_against_the_year,
    is_an_older_one,
    is_anothers_older_time,
    is_of_a_base,
    is_of_a_multiplied,
    is_older,
    is_seen_then,
    is_shared_by_a_pair,
    is_to_a_close,
    is_told_of_an_older,
    was_then,
)
from crossfoot.extract.when.own_phrase import (
    is_added_to,
    is_named_before_the_colon,
    is_of_a_mark,
    is_of_its_relative,
    is_of_now,
    is_of_then,
    is_when_clause_of,
    leads_its_name,
)
from crossfoot.extract.when.pairing import Pairing, Rank
from crossfoot.extract.when.telling import (
    is_of_plans,
    is_of_the_forecast,
    is_reporting_day,
    is_results_day,
    is_to_come,
    is_when_forecast,
    is_when_given,
    turns_to,
)
from crossfoot.values.periods import Period, closed

ANOTHERS = "of_another_clause"
_NOT_ITS_OWN = None
_WORKING = dt.timedelta(days=4)  # Monday to Friday
_SINCE_REACH = 14  # tokens: "since Bolt, the activist, walked away from a bid in early"

# The first test that a figure and a time pass says how near the two belong; where none does, their places say it.
_TESTS: tuple[tuple[Callable[[Pairing], bool], Rank | None], ...] = (
    (is_named_before_the_colon, (0.0, "in_its_own_phrase")),
    (is_when_clause_of, (0.0, "in_its_own_phrase")),
    (is_of_then, (0.4, "follows_it")),
    (is_when_given, _NOT_ITS_OWN),
    (turns_to, (0.9, "leads_its_sentence")),
    (is_of_the_forecast, (0.3, "in_its_own_phrase")),
    (is_of_a_mark, (0.4, "follows_it")),
    (is_added_to, (0.3, "follows_it")),
    (is_of_a_multiplied, _NOT_ITS_OWN),
    (is_of_a_base, _NOT_ITS_OWN),
    (is_of_the_next_clause, _NOT_ITS_OWN),
    (is_of_its_relative, (0.5, "follows_it")),
    (is_an_end, _NOT_ITS_OWN),
    (is_an_older_one, _NOT_ITS_OWN),
    (is_when_forecast, _NOT_ITS_OWN),
    (is_against_the_year, _NOT_ITS_OWN),
    (is_to_a_close, _NOT_ITS_OWN),
    (is_seen_then, (0.6, "compared_with")),
    (was_then, (0.6, "compared_with")),
    (is_told_of_an_older, (0.6, "compared_with")),
    (is_anothers_older_time, _NOT_ITS_OWN),
    (is_of_a_thing, _NOT_ITS_OWN),
    (is_of_an_inserted_clause, _NOT_ITS_OWN),
    (is_outside_its_relative, _NOT_ITS_OWN),
    (is_in_an_aside, _NOT_ITS_OWN),
    (is_shared_by_a_pair, (0.6, "compared_with")),
    (is_results_day, _NOT_ITS_OWN),
    (is_to_come, _NOT_ITS_OWN),
    (is_of_plans, _NOT_ITS_OWN),
    (is_of_a_count, _NOT_ITS_OWN),
    (leads_its_name, (0.0, "in_its_own_phrase")),
    (opens_its_half, (0.9, "earlier_in_its_clause")),
    (names_another, _NOT_ITS_OWN),
    (is_reporting_day, _NOT_ITS_OWN),
    (is_of_a_figure_in_an_aside, _NOT_ITS_OWN),
    (is_of_a_circumstance, (5.0, ANOTHERS)),
    (is_of_another_clause, _NOT_ITS_OWN),
)


@dataclass(frozen=True, slots=True)
class When:
    """A period, the rule that chose it, and how sure that is (0 to 1)."""

    period: Period
    rule: str
    confidence: float


def period_of(figure: Figure, what: What | None, others: list[Span]) -> When | None:
    """The period of a figure within its sentence; `others` are the sentence's other figures."""
    ranked = []
    compared = is_compared(figure)
    for span in spans_in(figure.doc, GROUP, figure.sentence.start, figure.sentence.end):
        period = span._.crossfoot_period
        if period is not None and is_of_now(figure, span, others):
            return When(period, "follows_it", 0.6)
        if period is None or (period.edtf is None and period.label is None) or _is_rate(period):
            continue
        older = is_older(figure, span, period)
        found = _rank(Pairing(figure, what, span, period, others, compared=compared, older=older))
        if found is not None:
            ranked.append((found[0], abs(span.start - figure.span.start), span.start, found[1], period))
    if not ranked:
        return None
    rank, _, _, rule, period = min(ranked, key=lambda r: r[:3])
    return When(period, rule, max(0.3, 0.95 - 0.12 * rank))


def _rank(pair: Pairing) -> Rank | None:
    """How near the time belongs to the figure, None where it is not the figure's own."""
    for passes, rank in _TESTS:
        if passes(pair):
            return rank
    return rank_by_place(pair)


def _is_rate(period: Period) -> bool:
    """*sells 300 a month*: how often, not when."""
    return period.role == "rate" or period.type == "SET"


def up_to_now(figure: Figure, when: When) -> When:
    """*has fallen 13% since January*, *has doubled since it was sold in 2024*: to the day of writing; *has stood at 5%* is open."""
    published = figure.doc._.crossfoot_published
    first = when.period.first
    if published is None or first is None or first >= published:
        return when
    if _is_this_week(figure, when.period, published):
        return When(closed(when.period, min(published, first + _WORKING)), when.rule, when.confidence)
    if not ((when.period.edtf or "").endswith("/..") or _is_since_then(figure, when)):
        return when
    return When(closed(when.period, published), when.rule, when.confidence)


def _is_this_week(figure: Figure, period: Period, published: dt.date) -> bool:
    """*gained 9% this week*: up to the day of writing, or to the week's last session."""
    week = period.text.lower() in ("this week", "the week", "the week so far", "this week so far")
    return week and period.first is not None and period.first < published and figure.kind in ("percent", "money")


def _is_since_then(figure: Figure, when: When) -> bool:
    """*has more than doubled since it went public in May 2021*, *listed in May, but has since lost 9%*: from then on."""
    period = when.period
    verb = next((t for t in figure.span if grammar.is_verb(t)), figure.verb)  # "more than doubled" is one itself
    if verb is None or not grammar.is_perfect(verb):
        return False
    if period.start < figure.span.end_char:
        return any(child.lower_ == "since" and child.dep_ == "advmod" for child in verb.children)
    behind = figure.doc[figure.span.end : figure.sentence.end]
    between = [token for token in behind if token.idx < period.start]
    if not 2 < len(between) <= _SINCE_REACH or between[0].lower_ != "since":
        return False
    return any(token.tag_ == "VBD" for token in between)
