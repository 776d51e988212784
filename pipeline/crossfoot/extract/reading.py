"""One figure's reading, step by step: what it measures, of whom, and for when. The steps' order is that of the evidence."""

from __future__ import annotations

from collections.abc import Callable

from crossfoot.extract import grammar
from crossfoot.extract.added import bare_margin, beside_an_index, growth_added, valued_in_the_round, where_it_ended
from crossfoot.extract.compared import (
    beside_a_sum,
    came_from,
    expected_pace,
    is_set_beside,
    market_goes_on,
    multiple_again,
    multiples_alike,
    of_another_place,
    of_the_sales_told,
    parts_of_a_market,
    parts_of_it,
    planned,
    premium_of_a_bid,
)
from crossfoot.extract.dated import of_when
from crossfoot.extract.draft import Draft
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.futures import futures_move
from crossfoot.extract.growing import (
    POINTS,
    costs_output,
    goes_on_as_pace,
    growth_of,
    is_bare_percent,
    is_business_that_grows,
    is_move_in_percent,
    is_pace,
    is_pace_beside,
    is_taken_away,
    names_a_saving,
    policy_turn,
    stock_move,
)
from crossfoot.extract.leading import (
    inherited,
    is_anothers,
    is_conversion,
    is_listed_with,
    is_of_another_noun,
    is_part_of_it,
    is_said_otherwise,
    margin_of,
    repeats,
)
from crossfoot.extract.memory import Memory, Reading, is_of_a_noun
from crossfoot.extract.metrics import MetricMention
from crossfoot.extract.moves import move_of
from crossfoot.extract.profits import bare_profits
from crossfoot.extract.refine import refined
from crossfoot.extract.results import paragraph
from crossfoot.extract.shares import (
    bought_back,
    earnings_a_share,
    jobs_of_the_staff,
    offers,
    stakes,
    sums_a_share,
    worth_in_the_market,
)
from crossfoot.extract.tokens import Span
from crossfoot.extract.told_before import (
    end_of_the_rate,
    jobs_go_on,
    own_estimate,
    spending_on_plant,
    they_go_on,
    trade_goes_on,
)
from crossfoot.extract.what import MOST_A_SHARE, What, can_be, metric_of
from crossfoot.extract.what.fitting import fitting
from crossfoot.extract.what.not_measured import is_bare_rate
from crossfoot.extract.whom.houses import REVISING, assessor
from crossfoot.extract.whose import moves_by_itself, of_whom, subjects_that_fit
from crossfoot.extract.worth import is_dependent
from crossfoot.records import Direction
from crossfoot.vocabulary.firm_lists import FIRM_KINDS
from crossfoot.vocabulary.models import metrics, metrics_of

_UNSIGNED = frozenset({"job_cuts"})  # "cut 900 jobs" is a level of job cuts
_FIRM_METRIC = 0.75  # a metric as sure as this is the figure's own, whatever figure it leans on
_DOUBTFUL = 0.62
_LISTED = 0.85
_RESULTS_REACH = 12  # lines, empty ones too
# What parts of a business do in results.
_SELLS = frozenset(
    """grow rise climb jump surge increase gain advance fall drop decline slip slide tumble shrink contract expand ease
    contribute generate bring deliver add reach total come improve rebound recover soar leap double decrease dip""".split()
)


def read(
    figure: Figure, mentions: list[MetricMention], spans: list[Span], before: list[Reading], memory: Memory
) -> Reading:
    """All of one figure's reading; what its own clause leaves open is taken from the figure that it depends on."""
    draft = Draft(figure, mentions, [span for span in spans if span is not figure.span], before, memory)
    for step in STEPS:
        step(draft)
    return Reading(figure, draft.what, draft.whom, draft.when, draft.direction, draft.scope)


def own_words(draft: Draft) -> None:
    """What the clause's own verb and nouns say."""
    figure = draft.figure
    draft.direction = move_of(figure)
    draft.what = what = metric_of(figure, draft.mentions, change=draft.change)
    if not draft.change and what is not None and is_pace(figure, what):
        draft.direction = "up"
    saved = what is not None and what.metric == "cost" and names_a_saving(figure, what)
    if not draft.change and what is not None:
        draft.direction = stock_move(figure, what)
    if saved or not draft.change and what is not None and is_taken_away(figure, what):
        draft.direction = "down"
    if not draft.change and costs_output(figure):
        draft.direction, draft.what = (
            "down",
            What("production", what.word if what is not None else None, "verb_frame", 0.75),
        )
    written_down = what is not None and what.metric == "impairment" and what.rule == "verb_frame"
    if what is not None and (what.metric in _UNSIGNED or written_down):
        draft.direction = None
    if what is not None and what.frame is not None and (what.frame.direction is not None or what.frame.negative):
        draft.direction = what.frame.direction  # a loss of money is a negative result, no movement


def figure_before(draft: Draft) -> None:
    """*fell 2% and 3%, respectively*; *$2bn, up 8%*: what a figure takes from the one that it goes on about."""
    figure, leader = draft.figure, draft.leader
    if leader is None:
        return
    if draft.direction is None and (is_listed_with(figure, leader) or repeats(figure, leader)):
        draft.direction, draft.what = _of_the_list(draft, leader)
    elif draft.direction is None and (is_pace_beside(figure, leader) or is_move_in_percent(figure, leader)):
        draft.direction = leader.direction
        if draft.unsure:
            draft.what = leader.what
    cut = leader.what is not None and leader.what.metric in _UNSIGNED and figure.kind != "money"
    if cut and is_said_otherwise(figure, leader):
        draft.direction, draft.what = None, leader.what
    if is_conversion(figure, leader):
        draft.direction, draft.what = leader.direction, leader.what or draft.what
    if (margin := margin_of(figure, leader)) is not None:
        draft.what = margin
    part = leader.what is not None and not draft.change and is_part_of_it(figure, leader)
    if part and leader.what is not None and can_be(figure, leader.what.metric, change=False):
        draft.what = What(leader.what.metric, leader.what.word, "part_of_the_figure_before", 0.75)
    draft.leans, what = part or is_dependent(figure, leader.figure), draft.what
    named = what is not None and what.word is not None and what.word.i >= leader.figure.span.end
    named = named and not is_anothers(figure, what) and not came_from(figure, leader.figure)
    named = named and not is_set_beside(figure)
    if draft.leans and not named and (what is None or what.confidence < _FIRM_METRIC):
        draft.what = inherited(figure, draft.before, change=draft.change) or what


def _of_the_list(draft: Draft, leader: Reading) -> tuple[Direction | None, What | None]:
    """*Sales grew 5%, profit 6%*, *and its solvency ratio 217%*: what is named right before a figure moved too, or stands."""
    figure = draft.figure
    named = next((each for each in draft.mentions if each.end == figure.span.start), None)
    metric = fitting(figure, named, change=True) if named is not None else None
    if named is None or metric is None or mention_at(figure.doc, figure.span.start - 1) is not None:
        return leader.direction, leader.what or draft.what
    ratio = metrics()[metric].kinds == ("percent",)
    return None if ratio else leader.direction, What(metric, figure.doc[named.end - 1], "modifies_its_name", _LISTED)


def same_sum_again(draft: Draft) -> None:
    """A sum that the article stated before, where its metric was said."""
    if draft.unsure:
        draft.what = draft.memory.same_sum(draft.figure) or draft.what


def named_above(draft: Draft) -> None:
    """*- Acme: $20 billion* in a list whose first line says what is listed."""
    if draft.unsure and draft.leader is None:
        draft.what = draft.memory.listed(draft.figure, change=draft.change) or draft.what


def like_the_one_before(draft: Draft) -> None:
    """*8% in Spain and 5% in Chile*: a bare figure measures what the one before it, of its kind, measured."""
    leader, figure = draft.leader, draft.figure
    if draft.what is not None or figure.noun is not None or leader is None or leader.what is None:
        return
    if (again := draft.memory.said_again(figure, change=draft.change)) is not None and is_of_a_noun(figure):
        draft.what = again
        return
    if is_of_another_noun(figure, leader.figure):
        return
    cut = (
        draft.change and leader.what.metric in _UNSIGNED
    )  # "cut a tenth of its staff, and its players fell by a third"
    if leader.figure.kind == figure.kind and not cut and can_be(figure, leader.what.metric, change=draft.change):
        draft.what = What(leader.what.metric, leader.what.word, "like_the_figure_before", 0.4)


def set_against_another(draft: Draft) -> None:
    """*Analysts had expected 8 cents*; *Citi sees it reaching $80*; *above the $1.02 billion that analysts wanted*."""
    figure, memory, change = draft.figure, draft.memory, draft.change
    if draft.what is None and (expected := memory.expected(figure)) is not None:
        draft.what = What(expected.metric, None, "expected_of_the_figure_before", 0.6)
    if not change and can_be(figure, "price_target", change=False) and _is_moved_by_a_house(draft):
        draft.what = What("price_target", None, "what_a_house_sees", 0.75)
    if draft.what is None and can_be(figure, "price_target", change=change) and _seen_by_a_house(figure, memory):
        draft.what = What("price_target", None, "what_a_house_sees", 0.6)
    if draft.what is None or draft.what.confidence < _DOUBTFUL:
        draft.what = memory.echoed(figure, draft.before, change=change) or draft.what


def bare_rates(draft: Draft) -> None:
    """*the rate*, *the annual rate*: of what the article spoke of last, a central bank's where it spoke of none."""
    figure, what = draft.figure, draft.what
    if what is None and (policy := draft.memory.of_policy(figure)) is not None:
        draft.what = what = policy
    if not draft.change and what is not None and what.metric == "policy_rate" and figure.quantity.unit in POINTS:
        draft.direction = policy_turn(figure)
    if figure.quantity.unit != "percent" or draft.change:
        return
    bare = what is not None and what.metric == "policy_rate" and what.word is not None and is_bare_rate(what.word)
    subject = grammar.own_subject(figure.verb) if what is None and figure.verb is not None else None
    if bare or subject is not None and is_bare_rate(subject):
        draft.what = draft.memory.rate_before(figure) or what


def grows_by_itself(draft: Draft) -> None:
    """*domestic growth of 25%*, *growth will slow to 1.9%*: of sales, or of an economy."""
    grown = growth_of(draft.figure, draft.whom.firm) if draft.what is None and draft.whom is not None else None
    if grown is None and draft.what is None and draft.change and is_business_that_grows(draft.figure):
        grown = "revenue"
    if grown is not None:
        draft.what = What(grown, None, "growth_of_it", 0.6)
        draft.direction = draft.direction or "up"


def refinement(draft: Draft) -> None:
    """A metric's own kinds, by unit, size and subject (`vocabulary/refinements.yaml`)."""
    firm = draft.whom.firm if draft.whom is not None else None
    draft.what = refined(draft.figure, draft.what, firm, change=draft.change)
    if draft.what is not None and draft.what.metric in _UNSIGNED:
        draft.direction = None  # "shed 2% of its staff"


def said_before(draft: Draft) -> None:
    """*They had fallen 2% in May*, *The figure was $450 million a year ago*: a word for what was measured before."""
    if draft.what is None and draft.leader is None:
        draft.what = draft.memory.said_again(draft.figure, change=draft.change)
    revised = draft.memory.revised(draft.figure) if draft.what is None else None
    if revised is not None:
        draft.what, draft.direction = revised
    if draft.what is None and not draft.change and is_share_of_somebody(draft.figure):
        draft.what = draft.memory.shared(draft.figure, draft.before)


def goes_on(draft: Draft) -> None:
    """*Builders shed 9,000*; *Services rose 14%*: what the sentences before, or the article's results, leave to be meant."""
    figure, memory = draft.figure, draft.memory
    if draft.what is None and draft.leader is None:
        draft.what = _of_such_a_subject(draft, memory.goes_on(figure, change=draft.change))
    if draft.what is None and _is_among_results(draft) and _is_part_of_a_business(figure, change=draft.change):
        draft.what = What("revenue", None, "part_of_a_business_in_results", 0.4)


def paces(draft: Draft) -> None:
    """*Sales rose 1.9%. Analysts had expected 2.8%*: a pace, like the one before."""
    if draft.what is not None and draft.what.metric == "gdp" and not draft.change and is_bare_percent(draft.figure):
        draft.direction = "up"  # the size of an economy is told by how much it grows
    if draft.what is not None and not draft.change:
        draft.direction = stock_move(draft.figure, draft.what)
    if draft.what is not None and not draft.change:
        earlier = [*reversed(draft.before), *reversed(draft.memory.sentence)]
        draft.direction = goes_on_as_pace(draft.figure, draft.what, earlier)


def _of_such_a_subject(draft: Draft, what: What | None) -> What | None:
    """No firm goes on about a country's rate: *The key rate is 7%. Acme has 9%*."""
    economy = what is not None and what.metric in metrics_of("economy")
    firm = draft.whom is not None and draft.whom.firm.kind in FIRM_KINDS and draft.whom.rule == "subject"
    return None if economy and firm else what


def _is_among_results(draft: Draft) -> bool:
    """Whether results were told, in the figure's own paragraph or a few before it."""
    results = draft.memory.results
    beyond = paragraph(draft.figure) - results.paragraph
    return results.last is not None and results.paragraph >= 0 and 0 <= beyond <= _RESULTS_REACH


def is_share_of_somebody(figure: Figure) -> bool:
    """*Tesco, on 28.3%*, *went from 35% to 43%*: a bare part of a whole."""
    led = figure.preposition is not None and figure.preposition.lower_ in ("on", "with", "from", "to", "at")
    has = figure.verb is not None and figure.verb.lemma_.lower() in ("have", "hold", "take", "be", "command")
    return figure.noun is None and (led or has and figure.preposition is None)


def _seen_by_a_house(figure: Figure, memory: Memory) -> bool:
    """*Citi sees the stock reaching $80*: money, and a house that speaks."""
    found = assessor(figure, memory.topic) if figure.kind == "money" else None
    return found is not None and found[0].house


def _is_part_of_a_business(figure: Figure, *, change: bool) -> bool:
    """*Services rose 14% to $25 billion*, *Fragrances: +6%*: in results, the sales of what the subject names."""
    if figure.noun is not None or figure.kind not in ("percent", "money") or figure.kind == "percent" and not change:
        return False
    subject = grammar.subject_of(figure.verb) if figure.verb is not None else None
    if subject is None:
        return figure.doc[figure.span.start - 1].text == ":" if figure.span.start else False
    named = subject.pos_ in ("NOUN", "PROPN") and subject.lemma_.lower() not in ("analyst", "investor", "trader")
    return named and figure.verb is not None and figure.verb.lemma_.lower() in _SELLS


def _is_moved_by_a_house(draft: Draft) -> bool:
    """*Jefferies went to $200 from $220*, *Stifel cut its to $65*: a house goes nowhere but with its target."""
    figure = draft.figure
    small = figure.kind == "money" and abs(figure.quantity.value.middle or 0.0) < MOST_A_SHARE
    if not small or figure.verb is None:
        return False
    lemma, objects = figure.verb.lemma_.lower(), [c.lower_ for c in figure.verb.children if c.dep_ == "dobj"]
    if lemma not in ("go", "move", "come") and not (lemma in REVISING and objects == ["its"]):
        return False
    subject = grammar.own_subject(figure.verb)
    house = mention_at(figure.doc, subject.i) if subject is not None else None
    led = figure.preposition is not None and figure.preposition.lower_ in ("to", "from")
    return led and house is not None and house.house


STEPS: tuple[Callable[[Draft], None], ...] = (
    own_words,
    futures_move,
    figure_before,
    where_it_ended,
    growth_added,
    valued_in_the_round,
    bare_margin,
    beside_a_sum,
    premium_of_a_bid,
    parts_of_it,
    expected_pace,
    multiples_alike,
    multiple_again,
    parts_of_a_market,
    of_the_sales_told,
    same_sum_again,
    named_above,
    earnings_a_share,
    bare_profits,
    worth_in_the_market,
    of_whom,
    they_go_on,
    moves_by_itself,
    like_the_one_before,
    sums_a_share,
    set_against_another,
    offers,
    bare_rates,
    grows_by_itself,
    said_before,
    of_another_place,
    planned,
    own_estimate,
    end_of_the_rate,
    spending_on_plant,
    refinement,
    trade_goes_on,
    beside_an_index,
    bought_back,
    jobs_go_on,
    stakes,
    jobs_of_the_staff,
    goes_on,
    market_goes_on,
    paces,
    subjects_that_fit,
    of_when,
)
