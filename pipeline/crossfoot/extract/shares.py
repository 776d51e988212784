"""Steps of a reading: sums a share, stakes, shares bought back, and the staff that goes."""

from __future__ import annotations

from crossfoot.extract.by_itself import is_for_each_share, sum_a_share
from crossfoot.extract.draft import Draft
from crossfoot.extract.leading import (
    is_told_a_share,
    same_result,
)
from crossfoot.extract.what import What
from crossfoot.extract.whom.owners import owner_of, part_of_firm

_A_SHARE = {"net_income": "eps", "deal_value": "offer_price"}
_WHOLES = frozenset({"deal_value", "offer_price", "premium"})  # "for $3.1 billion, or $42 a share"
_STAFF = frozenset({"staff", "workforce", "headcount", "employee", "worker", "personnel", "payroll"})
# What a percentage of a firm may be besides a stake in it.
_SHARED = frozenset(
    {"stake", "revenue", "market_share", "employees", "job_cuts", "share_buyback", "net_income", "ebitda"}
)
_BY_ITS_NAME = frozenset({"modifies_its_name", "prepositional_object_of_its_name"})  # "a bonus of $4 for each share"
# What a sum beside an offer is taken for, where only a word near it tells.
_NOT_OFFERED = frozenset({"cash", "cost", "payment", "premium", "deal_value"})
_RIGHT_BEHIND = 3  # "210 positions, 6% of the workforce"


def earnings_a_share(draft: Draft) -> None:
    """*Earnings of $1.05 a share, a decline of 8%*; *earned 12 cents a share*."""
    figure, what = draft.figure, draft.what
    if what is not None and (result := same_result(what, draft.before)) is not None:
        draft.what = what = result
    if what is not None and what.metric == "net_income" and is_told_a_share(figure, what, draft.before):
        draft.what = What("eps", what.word, what.rule, what.confidence, what.frame)


def sums_a_share(draft: Draft) -> None:
    """Money a share is never net income itself, nor the price of a whole firm."""
    figure, what = draft.figure, draft.what
    if is_for_each_share(figure) and (what is None or what.rule not in _BY_ITS_NAME):
        draft.what = What("offer_price", None, "sum_for_each_share", 0.75)
        return
    if not figure.quantity.unit.endswith("/share"):
        return
    if what is None:
        whole = draft.leader.what.metric if draft.leader is not None and draft.leader.what is not None else None
        named = "offer_price" if whole in _WHOLES else sum_a_share(figure)
        draft.what = What(named, None, "sum_a_share", 0.5)
    elif what.metric in _A_SHARE:
        draft.what = What(_A_SHARE[what.metric], what.word, what.rule, what.confidence, what.frame)


def offers(draft: Draft) -> None:
    """*topping the 427p of April*, *could stretch to 480p*: sums that stand beside what was offered for a share."""
    what = draft.what
    near = what is not None and draft.unsure and (what.metric != "share_price" or what.rule == "same_phrase")
    if what is None or what.metric in _NOT_OFFERED or near:
        draft.what = draft.memory.offered_before(draft.figure) or what


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
    of_a_trial = what is not None and what.metric == "other" and what.rule == "refined"  # "41% of the high-dose group"
    part = part_of_firm(figure) is not None and not draft.change and not of_a_trial
    if part and (what is None or what.metric not in _SHARED):
        draft.what = What("stake", None, "part_of_a_firm", 0.75)
    if draft.what is not None and draft.what.metric == "stake":
        draft.whom = owner_of(figure) or draft.whom


def worth_in_the_market(draft: Draft) -> None:
    """*Acme closed at $41, valuing it at $9 billion*: what a share's price makes of the whole firm."""
    what = draft.what
    if what is None or what.metric != "valuation" or draft.figure.kind != "money":
        return
    if any(earlier.what is not None and earlier.what.metric == "share_price" for earlier in draft.before):
        draft.what = What("market_cap", what.word, "worth_at_the_price_of_its_share", 0.7)
