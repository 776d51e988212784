"""Steps of a reading: what the whole article is on says what a bare figure is: its trade, its rate, its spending on plant."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.draft import Draft
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.metrics import singular
from crossfoot.extract.tokens import Token
from crossfoot.extract.what import What, can_be

_ASIDE = frozenset({"other_clause", "phrase_of_its_verb"})  # "without currencies they rose 1%"
_PARTED = frozenset({":", ";"})
_FROM_SALES = frozenset({"revenue", "net_income", "units_sold", "orders", "same_store_sales"})
_FROM_GROWTH = frozenset(
    {"growth_of_it", "subject_of_its_verb", "subject_of_its_clause", "prepositional_object_of_its_name"}
)
_ECONOMY = frozenset({"economy", "gdp", "output", "economic", "gross"})
_NEAR = 10  # tokens before a pace in which an economy would be named
_FEWEST_JOBS = 500
_JOB_THINGS = frozenset({"job", "people", "position", "worker", "post", "person"})
_LOST = frozenset({"lose", "loss", "shed", "cut", "let", "drop", "shrink", "fall", "decline"})
_PLACES = frozenset({"country", "region"})
_ESTIMATES = frozenset({"estimate", "forecast", "projection", "prediction", "consensus"})
_WHOSE = frozenset({"his", "her", "their", "its", "our", "my", "'s", "’s"})
_HIGHEST_EARNINGS = 100  # of a share
_SMALL_COINS = ("JPY", "KRW", "IDR", "VND", "INR", "HUF", "CLP", "COP")
_ALIKE = 8.0  # times that what two firms spend on plant may lie apart
_ENDPOINTS = frozenset({"terminal", "anything", "neutral", "peak", "trough", "bottom"})
_SEES = frozenset({"see", "have", "expect", "forecast", "pencil", "predict", "project", "look", "put", "bet"})


def trade_goes_on(draft: Draft) -> None:
    """*Exports rose 9%. Chips brought in $20.5 billion*; *without chips, growth was 3%*: a country's trade, told before."""
    traded, what, whom = draft.memory.traded, draft.what, draft.whom
    if traded is None or whom is None or whom.firm.kind not in _PLACES:
        return
    figure = draft.figure
    if "units_sold" in draft.memory.counted:
        return  # a text on a market of cars, in which exports are told too
    sold = what is not None and what.metric in _FROM_SALES
    grown = what is not None and what.metric == "gdp" and _is_bare_growth(figure, what)
    shipped = what is None and any(token.lemma_.lower() in ("shipment", "ship") for token in figure.sentence)
    if (sold or grown or shipped) and can_be(figure, traded, change=draft.change):
        draft.what = What(traded, None, "trade_told_before", 0.6)


def they_go_on(draft: Draft) -> None:
    """*Sales fell 4%. Without currencies they rose 1%*: the many things that the sentence before was on."""
    figure = draft.figure
    if not draft.change or figure.verb is None or figure.quantity.unit != "percent":
        return
    subject = grammar.own_subject(figure.verb)
    if subject is None or subject.lower_ != "they":
        return
    if any(token.text in _PARTED for token in figure.doc[figure.sentence.start : subject.i]):
        return  # "Deposits didn't keep up: They slipped 1%"
    if draft.what is not None and (draft.what.rule not in _ASIDE or _is_behind(draft.what.word, subject)):
        return
    told = (each.what for each in draft.memory.sentence if each.what is not None)
    meant = next((what for what in told if what.rule == "subject_of_its_verb" and _is_of_many(what.word)), None)
    if meant is not None and can_be(figure, meant.metric, change=True):
        draft.what = What(meant.metric, None, "they_of_the_sentence_before", 0.66)


def _is_behind(word: Token | None, subject: Token) -> bool:
    """*they rose 1% in sales*: the thing is named behind them."""
    return word is None or word.i > subject.i


def _is_of_many(word: Token | None) -> bool:
    """*sales*, *stocks*: what *they* can stand for."""
    return word is not None and word.tag_ in ("NNS", "NNPS")


def _is_bare_growth(figure: Figure, what: What) -> bool:
    """*growth of 3%*, where no economy is named."""
    near = figure.doc[max(figure.sentence.start, figure.span.start - _NEAR) : figure.span.start]
    return what.rule in _FROM_GROWTH and _ECONOMY.isdisjoint(token.lower_ for token in near)


def jobs_go_on(draft: Draft) -> None:
    """*Employers in Canada added 60,000 jobs. Alberta was up 29,000; factories let 7,800 people go*: jobs of an economy."""
    figure, what, whom = draft.figure, draft.what, draft.whom
    if not draft.memory.labour or figure.kind != "count" or whom is None:
        return
    if whom.firm.kind not in _PLACES and whom.firm.sector != "industry":
        return
    thing = singular((figure.quantity.noun or "").lower())
    size = abs(figure.quantity.value.middle or 0.0)
    open_to_it = what is None or what.metric in ("job_cuts", "employees")
    moved = draft.change or not _LOST.isdisjoint(token.lemma_.lower() for token in figure.sentence)
    if not open_to_it or size < _FEWEST_JOBS or not moved or thing and thing not in _JOB_THINGS:
        return
    draft.what = What("jobs", None, "jobs_told_before", 0.6)
    draft.direction = draft.direction or "down"


def spending_on_plant(draft: Draft) -> None:
    """*Its capital expenditure was $22 billion. Microsoft spent $37.5 billion*: the same spending."""
    figure, what = draft.figure, draft.what
    if what is None or what.metric != "cost" or what.rule != "verb_frame" or figure.verb is None:
        return
    if figure.verb.lemma_.lower() != "spend" or not _is_bare(figure):
        return
    told = (each for each in draft.memory.told.get(figure.quantity.unit, ()) if each.what is not None)
    size = abs(figure.quantity.value.middle or 0.0)
    for earlier in (each for each in told if each.what is not None and each.what.metric == "capital_expenditure"):
        other = abs(earlier.figure.quantity.value.middle or 0.0)
        if size and other and 1 / _ALIKE <= size / other <= _ALIKE:
            draft.what = What("capital_expenditure", what.word, "spending_told_before", 0.66)
            return


def _is_bare(figure: Figure) -> bool:
    """Whether the sum is on nothing that is named: *spent $37 billion in the quarter*."""
    behind = figure.doc[figure.span.end : min(figure.span.end + 5, figure.sentence.end)]
    return not any(token.lower_ in ("on", "for", "to", "buying", "of") for token in behind)


def own_estimate(draft: Draft) -> None:
    """*His estimate for the quarter is $1.07*: an analyst's, with no name, is of earnings a share."""
    figure = draft.figure
    if draft.what is not None or draft.change or figure.kind != "money" or not _is_own_estimate(figure):
        return
    small = abs(figure.quantity.value.middle or 0.0) < _HIGHEST_EARNINGS
    coin = not figure.quantity.unit.startswith(_SMALL_COINS) and "/" not in figure.quantity.unit
    if small and coin:
        draft.what = What("eps", None, "estimate_of_an_analyst", 0.6)


def _is_own_estimate(figure: Figure) -> bool:
    """*her estimate for the year was*, right before the figure, and of nothing that is named."""
    verb = figure.verb
    if verb is None or verb.lemma_.lower() not in ("be", "stand") or verb.i > figure.span.start:
        return False
    before = figure.doc[figure.sentence.start : verb.i]
    at = next((token.i for token in before if token.lemma_.lower() in _ESTIMATES), None)
    return at is not None and at > figure.sentence.start and figure.doc[at - 1].lower_ in _WHOSE


def end_of_the_rate(draft: Draft) -> None:
    """*XP has the terminal level at 10%*, *anything under 9.5% would endanger the target*, in a text on a policy rate."""
    figure = draft.figure
    if draft.what is not None or draft.change or draft.memory.rate != "policy_rate":
        return
    if figure.quantity.unit != "percent" or figure.noun is not None:
        return
    if figure.span.end < figure.sentence.end and figure.doc[figure.span.end].lower_ == "of":
        return
    named = not _ENDPOINTS.isdisjoint(token.lower_ for token in figure.sentence)
    if named or _is_seen_by_a_house(figure):
        draft.what = What("policy_rate", None, "the_rate_before", 0.6)


def _is_seen_by_a_house(figure: Figure) -> bool:
    """*Barclays pencils in 6.5% by December*: a house that sees a rate."""
    verb = figure.verb
    subject = grammar.own_subject(verb) if verb is not None else None
    house = mention_at(figure.doc, subject.i) if subject is not None else None
    return verb is not None and verb.lemma_.lower() in _SEES and house is not None and house.house
