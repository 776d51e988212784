"""One figure's reading, step by step: what it measures, of whom, and for when. The steps' order is that of the evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crossfoot.extract import cues, grammar
from crossfoot.extract.by_itself import fits_kind, is_for_each_share, moved, own_metric, sum_a_share, trades
from crossfoot.extract.centre import centre_of
from crossfoot.extract.figures import Figure, movement
from crossfoot.extract.firms import mention_at
from crossfoot.extract.growing import (
    POINTS,
    growth_of,
    is_move_in_percent,
    is_pace,
    is_pace_beside,
    is_pace_like,
    is_taken_away,
    names_a_saving,
    policy_turn,
    stock_move,
)
from crossfoot.extract.leading import (
    inherited,
    is_anothers,
    is_listed_with,
    is_part_of_it,
    is_told_a_share,
    margin_of,
    repeats,
    same_result,
)
from crossfoot.extract.memory import WEAK, Memory, Reading, is_ahead, is_of_a_noun
from crossfoot.extract.metrics import MetricMention
from crossfoot.extract.parts import part_of_business
from crossfoot.extract.places import place_of
from crossfoot.extract.refine import refined
from crossfoot.extract.results import reported
from crossfoot.extract.subjects import fitting
from crossfoot.extract.tokens import Span
from crossfoot.extract.what import MOST_A_SHARE, What, can_be, is_bare_rate, metric_of
from crossfoot.extract.when import ANOTHERS, STATISTICS, TRADED, When, is_compared, is_expected, period_of, up_to_now
from crossfoot.extract.whom import Whom, assessor, beside, firm_of, owner_of, part_of_firm
from crossfoot.extract.worth import is_dependent
from crossfoot.records import Direction
from crossfoot.values.periods import Period, a_year_before, the_one_before
from crossfoot.vocabulary.models import metrics_of

_ADDED_UP = frozenset({"units_sold", "job_cuts", "production", "funding", "investment", "orders", "share_buyback"})
_UNSIGNED = frozenset({"job_cuts"})  # "cut 900 jobs" is a level of job cuts
_BRACKETED = 4  # tokens
_FIRM_METRIC = 0.75  # a metric as sure as this is the figure's own, whatever figure it leans on
_FIRM_WHOM = 0.86
_DOUBTFUL = 0.62
_A_SHARE = {"net_income": "eps", "deal_value": "offer_price"}
_STAFF = frozenset({"staff", "workforce", "headcount", "employee", "worker", "personnel", "payroll"})
# What a percentage of a firm may be besides a stake in it.
_SHARED = frozenset(
    {"stake", "revenue", "market_share", "employees", "job_cuts", "share_buyback", "net_income", "ebitda"}
)
_BY_ITS_NAME = frozenset({"modifies_its_name", "prepositional_object_of_its_name"})  # "a bonus of $4 for each share"
# What a sum beside an offer is taken for, where only a word near it tells.
_NOT_OFFERED = frozenset({"cash", "cost", "payment", "premium", "deal_value"})
_TIMES = ("/year", "/month", "/week", "/day", "/hour")
_RIGHT_BEHIND = 3  # "210 positions, 6% of the workforce"
_BY_NAME = frozenset({"beside_it", "possessor"})  # rules that give a figure the name right before it
_CLOSES = frozenset({"close", "end", "finish", "settle", "open", "trade"})
_ELSEWHERE = frozenset({"statewide", "nationwide", "nationally", "elsewhere", "worldwide", "globally", "citywide"})
# What parts of a business do in results.
_SELLS = frozenset(
    """grow rise climb jump surge increase gain advance fall drop decline slip slide tumble shrink contract expand ease
    contribute generate bring deliver add reach total come improve rebound recover soar leap double decrease dip""".split()
)


@dataclass(slots=True)
class Draft:
    """A reading on its way: the figure, what stands around it, and what the steps so far have found."""

    figure: Figure
    mentions: list[MetricMention]
    others: list[Span]
    before: list[Reading]
    memory: Memory
    direction: Direction | None = None
    what: What | None = None
    whom: Whom | None = None
    when: When | None = None
    scope: str | None = None
    leans: bool = False

    @property
    def leader(self) -> Reading | None:
        """The figure before in the sentence."""
        return self.before[-1] if self.before else None

    @property
    def change(self) -> bool:
        """Whether the figure says how far something moved."""
        return self.direction is not None

    @property
    def unsure(self) -> bool:
        """Whether what is measured is unknown, or a guess."""
        return self.what is None or self.what.confidence < WEAK


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
    draft.direction = movement(figure)
    draft.what = what = metric_of(figure, draft.mentions, change=draft.change)
    if not draft.change and what is not None and is_pace(figure, what):
        draft.direction = "up"
    saved = what is not None and what.metric == "cost" and names_a_saving(figure, what)
    if not draft.change and what is not None:
        draft.direction = stock_move(figure, what)
    if saved or not draft.change and what is not None and is_taken_away(figure, what):
        draft.direction = "down"
    if what is not None and what.metric in _UNSIGNED:
        draft.direction = None
    if what is not None and what.frame is not None and (what.frame.direction is not None or what.frame.negative):
        draft.direction = what.frame.direction  # a loss of money is a negative result, no movement


def figure_before(draft: Draft) -> None:
    """*fell 2% and 3%, respectively*; *$2bn, up 8%*: what a figure takes from the one that it goes on about."""
    figure, leader = draft.figure, draft.leader
    if leader is None:
        return
    if draft.direction is None and (is_listed_with(figure, leader) or repeats(figure, leader)):
        draft.direction, draft.what = leader.direction, leader.what or draft.what
    if draft.direction is None and (is_pace_beside(figure, leader) or is_move_in_percent(figure, leader)):
        draft.direction = leader.direction
        if draft.unsure:
            draft.what = leader.what
    if (margin := margin_of(figure, leader)) is not None:
        draft.what = margin
    part = leader.what is not None and not draft.change and is_part_of_it(figure, leader)
    if part and leader.what is not None and can_be(figure, leader.what.metric, change=False):
        draft.what = What(leader.what.metric, leader.what.word, "part_of_the_figure_before", 0.75)
    draft.leans, what = part or is_dependent(figure, leader.figure), draft.what
    named = what is not None and what.word is not None and what.word.i >= leader.figure.span.end
    named = named and not is_anothers(figure, what)
    if draft.leans and not named and (what is None or what.confidence < _FIRM_METRIC):
        draft.what = inherited(figure, draft.before, change=draft.change) or what


def same_sum_again(draft: Draft) -> None:
    """A sum that the article stated before, where its metric was said."""
    if draft.unsure:
        draft.what = draft.memory.same_sum(draft.figure) or draft.what


def worth_in_the_market(draft: Draft) -> None:
    """*Acme closed at $41, valuing it at $9 billion*: what a share's price makes of the whole firm."""
    what = draft.what
    if what is None or what.metric != "valuation" or draft.figure.kind != "money":
        return
    if any(earlier.what is not None and earlier.what.metric == "share_price" for earlier in draft.before):
        draft.what = What("market_cap", what.word, "worth_at_the_price_of_its_share", 0.7)


def earnings_a_share(draft: Draft) -> None:
    """*Earnings of $1.05 a share, a decline of 8%*; *earned 12 cents a share*."""
    figure, what = draft.figure, draft.what
    if what is not None and (result := same_result(what, draft.before)) is not None:
        draft.what = what = result
    if what is not None and what.metric == "net_income" and is_told_a_share(figure, what, draft.before):
        draft.what = What("eps", what.word, what.rule, what.confidence, what.frame)


def of_whom(draft: Draft) -> None:
    """The firm: by grammar, else that of the figure before, of the sentence before, of the place, of the article."""
    figure, leader, memory = draft.figure, draft.leader, draft.memory
    whom = beside(figure) or _traded(draft) or firm_of(figure, draft.what, topic=memory.topic)
    led = leader.whom if leader is not None else None
    if draft.leans and led is not None and (whom is None or whom.confidence < _FIRM_WHOM):
        whom = Whom(led.firm, "from_the_figure_before", led.confidence * 0.9, led.token)
    if whom is None and led is not None:
        whom = Whom(led.firm, "sentence_before_it", 0.5, led.token)
    if whom is None:
        whom = memory.spoken_of(figure) or place_of(figure, memory.topic)
    if whom is None:
        whom = centre_of(figure, draft.what, memory.topic)
    firm = memory.topic or memory.last
    if whom is None and firm is not None:
        whom = Whom(firm, "topic_of_the_article", 0.45, -1)
    draft.whom = whom


def _traded(draft: Draft) -> Whom | None:
    """*Acme rallied 5.5% on U.S. orders*: whose share a market's verb moves, whatever else the sentence names."""
    figure = draft.figure
    thing = moved(figure) if draft.change and trades(figure) else None
    firm = mention_at(figure.doc, thing.i) if thing is not None else None
    return Whom(firm, "subject", 0.9, thing.i) if firm is not None and thing is not None else None


def moves_by_itself(draft: Draft) -> None:
    """*Acme rose 3%*, *the yen fell 1%*: what the kind of thing that moves is measured by."""
    figure, what, whom = draft.figure, draft.what, draft.whom
    if whom is None or what is not None and what.rule == "from_the_figure_before":
        return
    traded = draft.change and trades(figure)
    surer = what is not None and what.confidence > whom.confidence and what.metric in metrics_of("economy")
    unfit = what is None or not fits_kind(whom.firm.kind, what.metric) and not surer
    if not (traded or draft.unsure or unfit):
        return
    implied = _implied(draft, whom)
    moved = whom.rule == "subject" and _moves_itself(figure) or whom.rule in _BY_NAME and _is_moved(draft)
    if implied is not None and (traded or unfit or moved):
        draft.what = What(implied, None, "moves_by_itself", 0.6)
        draft.direction = movement(figure)


def _slides_to(figure: Figure) -> bool:
    """*Acme slid to $30.65*, *Acme closed at $31*: where the firm itself ended is where its share did."""
    verb = figure.verb
    if verb is None or figure.kind != "money" or figure.noun is not None or figure.preposition is None:
        return False
    if figure.preposition.lower_ not in ("to", "at") or figure.quantity.unit.count("/"):
        return False
    return cues.verb_direction(verb) is not None or verb.lemma_.lower() in _CLOSES


def _is_moved(draft: Draft) -> bool:
    """*with Acme falling 2.8%*, *Acme's 2.8% drop*: a name and how far it moved, where the text is not on sales."""
    leader = draft.leader
    sales = leader is not None and leader.what is not None and leader.what.metric not in ("share_price", "index_level")
    return draft.change and draft.what is None and not sales


def _implied(draft: Draft, whom: Whom) -> str | None:
    figure = draft.figure
    if figure.quantity.unit == "basis_point" and whom.firm.sector != "central_bank":
        return None  # rates and margins move by these, no price does
    size = abs(figure.quantity.value.middle or 0.0)
    implied = own_metric(whom.firm.kind, figure.kind, size, change=draft.change)
    if implied is None and whom.firm.kind == "company" and _slides_to(figure) and size < MOST_A_SHARE:
        implied = "share_price"
    if implied == "share_price" and _grows(figure):
        implied = "revenue"  # shares rise, businesses grow
    if implied == "production" and "/" in figure.quantity.unit and not figure.quantity.unit.endswith(_TIMES):
        return "commodity_price"  # "cocoa was at 8,410 pounds per ton": a currency that a weight is called by
    if implied == "production" and whom.rule != "subject":
        return None  # "stocks of copper stood at 900 tonnes"
    if implied == "gdp" and (draft.leader is not None or whom.rule not in ("subject", "possessor")):
        return None  # "Peru rose 4%" among a firm's sales is a market of the firm
    traded = trades(figure)
    guessed = whom.rule in ("topic_of_the_article", "before_it") and figure.verb is not None and not traded
    moves = traded or _moves_itself(figure) or whom.rule in _BY_NAME
    return None if implied == "share_price" and (guessed or not moves) else implied


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
    if leader.figure.kind == figure.kind:
        draft.what = What(leader.what.metric, leader.what.word, "like_the_figure_before", 0.4)
        if draft.direction is None and is_pace_like(figure, leader):
            draft.direction = leader.direction


def sums_a_share(draft: Draft) -> None:
    """Money a share is never net income itself, nor the price of a whole firm."""
    figure, what = draft.figure, draft.what
    if is_for_each_share(figure) and (what is None or what.rule not in _BY_ITS_NAME):
        draft.what = What("offer_price", None, "sum_for_each_share", 0.75)
        return
    if not figure.quantity.unit.endswith("/share"):
        return
    if what is None:
        draft.what = What(sum_a_share(figure), None, "sum_a_share", 0.5)
    elif what.metric in _A_SHARE:
        draft.what = What(_A_SHARE[what.metric], what.word, what.rule, what.confidence, what.frame)


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


def offers(draft: Draft) -> None:
    """*topping the 427p of April*, *could stretch to 480p*: sums that stand beside what was offered for a share."""
    what = draft.what
    if what is None or what.metric in _NOT_OFFERED or draft.unsure and what.metric != "share_price":
        draft.what = draft.memory.offered_before(draft.figure) or what


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
    if grown is not None:
        draft.what = What(grown, None, "growth_of_it", 0.6)
        draft.direction = draft.direction or "up"


def refinement(draft: Draft) -> None:
    """A metric's own kinds, by unit, size and subject (`vocabulary/refinements.yaml`)."""
    firm = draft.whom.firm if draft.whom is not None else None
    draft.what = refined(draft.figure, draft.what, firm, change=draft.change)


def jobs_of_the_staff(draft: Draft) -> None:
    """*cut 1,750 jobs, or 15% of its staff*: the part that goes; *cut 1,900 of its 14,200 jobs*: first that, then the staff."""
    figure, leader = draft.figure, draft.leader
    if leader is None or leader.what is None or leader.what.metric != "job_cuts":
        return
    gap = [token.lower_ for token in figure.doc[leader.figure.span.end : figure.span.start]]
    if figure.kind == "count" and len(gap) <= 4 and gap[:2] in (["of", "its"], ["of", "their"], ["of", "the"]):
        draft.what = What("employees", leader.what.word, "whole_of_the_part", 0.75)
        draft.direction = None
    behind = figure.doc[figure.span.end : min(figure.span.end + 6, figure.sentence.end)]
    leans = draft.leans or len(gap) <= _RIGHT_BEHIND
    if leans and figure.kind == "percent" and any(token.lemma_.lower() in _STAFF for token in behind):
        draft.what = What("job_cuts", leader.what.word, "part_of_the_staff", 0.75)
        draft.direction = None


def bought_back(draft: Draft) -> None:
    """*repurchased $2 million of stock, or 28,000 shares*: the same shares, counted."""
    figure, leader = draft.figure, draft.leader
    if (
        leader is None
        or leader.what is None
        or leader.what.metric != "share_buyback"
        or figure.quantity.unit != "share"
    ):
        return
    if any(token.lower_ == "or" for token in figure.doc[leader.figure.span.end : figure.span.start]):
        draft.what = What("share_buyback", leader.what.word, "from_the_figure_before", 0.75)


def stakes(draft: Draft) -> None:
    """*20% of Acme*: a part of a firm is a stake, and its owner whom it is about."""
    figure, what = draft.figure, draft.what
    if part_of_firm(figure) is not None and not draft.change and (what is None or what.metric not in _SHARED):
        draft.what = What("stake", None, "part_of_a_firm", 0.75)
    if draft.what is not None and draft.what.metric == "stake":
        draft.whom = owner_of(figure) or draft.whom


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
        draft.what = memory.goes_on(figure, change=draft.change)
    if draft.what is None and memory.results.running(figure) and _is_part_of_a_business(figure, change=draft.change):
        draft.what = What("revenue", None, "part_of_a_business_in_results", 0.4)


def subjects_that_fit(draft: Draft) -> None:
    """An industry's, country's or market's metric belongs to one; a segment's figure keeps its segment."""
    if draft.what is None:
        return
    draft.whom, draft.scope = fitting(draft.figure, draft.what.metric, draft.whom, draft.memory.topic)
    whole = draft.whom is not None and draft.whom.firm.kind in ("company", "division")
    draft.scope = draft.scope or (part_of_business(draft.what) if whole else None)


def of_when(draft: Draft) -> None:
    """The period: its own, that of the figure before, of the results that go on, of the market's day."""
    figure, what, whom, leader = draft.figure, draft.what, draft.whom, draft.leader
    told = period_of(figure, what, draft.others)
    when = told if told is not None and told.rule != ANOTHERS else None
    if when is not None and what is not None and what.metric in TRADED and not draft.change and _is_open(when, figure):
        when = told = None
    ahead = is_ahead(figure, what)
    if when is not None and leader is not None and leader.when is not None and _is_a_year_ago(when, leader.when):
        when = When(_years_before(leader.when.period, when.period), "the_year_before", when.confidence)
    if leader is not None and leader.when is not None and _is_in_brackets(figure, leader):
        when = When(a_year_before(leader.when.period), "the_year_before", 0.5)
    if when is None and what is not None and (is_expected(figure) or what.rule == "expected_of_the_figure_before"):
        when = draft.memory.result_of(draft.before, what.metric)
    if when is None and draft.leans and leader is not None and leader.when is not None:
        when = _after_the_leader(figure, leader, ahead=ahead)
    if when is None and what is not None and whom is not None:
        when = draft.memory.results.carried(figure, what.metric, whom.firm, what.word, ahead=ahead, change=draft.change)
    if when is None and what is not None:
        when = draft.memory.sessions.day_of(figure, what.metric, ahead=ahead)
    when = when or told
    draft.when = up_to_now(figure, when) if when is not None and (draft.change or _adds_up(what)) else when


STEPS: tuple[Callable[[Draft], None], ...] = (
    own_words,
    figure_before,
    same_sum_again,
    named_above,
    earnings_a_share,
    worth_in_the_market,
    of_whom,
    moves_by_itself,
    like_the_one_before,
    sums_a_share,
    set_against_another,
    offers,
    bare_rates,
    grows_by_itself,
    said_before,
    refinement,
    bought_back,
    stakes,
    jobs_of_the_staff,
    goes_on,
    subjects_that_fit,
    of_when,
)


def _adds_up(what: What | None) -> bool:
    """*sold 31 homes since May*: counted up over a time, as against *held at 5% since May*."""
    return what is not None and what.metric in _ADDED_UP


def is_share_of_somebody(figure: Figure) -> bool:
    """*Tesco, on 28.3%*, *went from 35% to 43%*: a bare part of a whole."""
    led = figure.preposition is not None and figure.preposition.lower_ in ("on", "with", "from", "to", "at")
    has = figure.verb is not None and figure.verb.lemma_.lower() in ("have", "hold", "take", "be", "command")
    return figure.noun is None and (led or has and figure.preposition is None)


def _seen_by_a_house(figure: Figure, memory: Memory) -> bool:
    """*Citi sees the stock reaching $80*: money, and a house that speaks."""
    found = assessor(figure, memory.topic) if figure.kind == "money" else None
    return found is not None and found[0].house


def _is_moved_by_a_house(draft: Draft) -> bool:
    """*Jefferies went to $200 from $220*: a house goes nowhere but with its target."""
    figure = draft.figure
    small = figure.kind == "money" and abs(figure.quantity.value.middle or 0.0) < MOST_A_SHARE
    if not small or figure.verb is None or figure.verb.lemma_.lower() not in ("go", "move", "come"):
        return False
    subject = grammar.own_subject(figure.verb)
    house = mention_at(figure.doc, subject.i) if subject is not None else None
    led = figure.preposition is not None and figure.preposition.lower_ in ("to", "from")
    return led and house is not None and house.house


def _is_a_year_ago(when: When, of: When) -> bool:
    """*13.2% in the quarter, against 12.8% a year ago*: not the whole year, but the quarter a year before."""
    older, newer = when.period, of.period
    yearly = when.rule == "compared_with" and older.role == "comparison" and older.certainty != "explicit"
    if yearly and newer.first == newer.last and older.text.lower().startswith("last"):
        return False  # "142 yen, compared with an average of 152 last year"
    return yearly and len(older.edtf or "") == len("2025") < len(newer.edtf or "") and newer.role == "period"


def _years_before(newer: Period, older: Period) -> Period:
    """*7.4% in the half, against 11.9% two years earlier*: the newer one's time, so many years before."""
    years = max(1, int((newer.edtf or "0")[:4]) - int((older.edtf or "0")[:4]))
    for _ in range(years):
        newer = a_year_before(newer)
    return newer


def _after_the_leader(figure: Figure, leader: Reading, *, ahead: bool) -> When | None:
    """The period of the figure before, or for the older one of a pair of results, *up from $3 million*, the year's before."""
    assert leader.when is not None
    if not is_compared(figure) or ahead or _of_another_place(figure):
        return When(leader.when.period, "from_the_figure_before", 0.5)
    before = (
        the_one_before(leader.when.period) if leader.what is not None and leader.what.metric in STATISTICS else None
    )
    if before is not None:
        return When(before, "the_period_before", 0.4)
    if leader.what is not None and leader.what.metric in reported():
        return When(a_year_before(leader.when.period), "the_year_before", 0.4)
    return None


def _is_open(when: When, figure: Figure) -> bool:
    """*had lost 13% since May, leaving it with a value of $70 billion*: a level is of a day, not of all since another."""
    return (when.period.edtf or "").endswith("/..") and figure.kind != "percent"


def _is_in_brackets(figure: Figure, leader: Reading) -> bool:
    """*profit of 1,733 million (1,102 million)*: in results, the same a year before."""
    doc, span = figure.doc, figure.span
    alone = span.end < len(doc) and doc[span.start - 1].text == "(" and doc[span.end].text == ")"
    near = alone and 0 < span.start - leader.figure.span.end <= _BRACKETED
    reported_then = leader.what is not None and leader.what.metric in reported()
    same = figure.quantity.unit == leader.figure.quantity.unit or figure.kind == "count"
    return near and reported_then and same and not is_compared(leader.figure)


def _of_another_place(figure: Figure) -> bool:
    """*compared with 3.6 percent statewide*: the same time elsewhere."""
    behind = figure.doc[figure.span.end : min(figure.span.end + 2, figure.sentence.end)]
    return any(token.lower_ in _ELSEWHERE for token in behind)


def _is_part_of_a_business(figure: Figure, *, change: bool) -> bool:
    """*Services rose 14% to $25 billion*, *Fragrances: +6%*: in results, the sales of what the subject names."""
    if figure.noun is not None or figure.kind not in ("percent", "money") or figure.kind == "percent" and not change:
        return False
    subject = grammar.subject_of(figure.verb) if figure.verb is not None else None
    if subject is None:
        return figure.doc[figure.span.start - 1].text == ":" if figure.span.start else False
    named = subject.pos_ in ("NOUN", "PROPN") and subject.lemma_.lower() not in ("analyst", "investor", "trader")
    return named and figure.verb is not None and figure.verb.lemma_.lower() in _SELLS


def _grows(figure: Figure) -> bool:
    """*Acme grew 5%*, *the unit expanded by a tenth*: a business does, not its share."""
    return figure.verb is not None and figure.verb.lemma_.lower() in ("grow", "expand", "contract", "shrink")


def _moves_itself(figure: Figure) -> bool:
    """*Acme rose 3%*, *was up 3 points*: the verb says that its subject moved, not that it moved something."""
    verb = figure.verb
    if figure.noun is not None or figure.preposition is not None and figure.preposition.lower_ != "by":
        return False
    if verb is not None and any(
        child.dep_ == "dobj" and verb.i < child.i < figure.span.start for child in verb.children
    ):
        return False  # "ended the quarter with $2 billion, 10% more"
    return verb is not None and verb.lemma_.lower() not in ("add", "represent", "mark", "bring", "give", "make", "see")
