"""Steps of a reading: figures added to the one before, with no name of their own: where a move ended, the growth, the margin."""

from __future__ import annotations

from crossfoot.extract import cues
from crossfoot.extract.draft import Draft
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.leading import MARGINS
from crossfoot.extract.memory import Reading
from crossfoot.extract.what import What, can_be
from crossfoot.extract.what.fitting import PRICES
from crossfoot.extract.whom import Whom

_SIZED = frozenset({"money", "count", "mass", "volume", "energy", "power"})
_ENDS = frozenset({"at", "to"})
_FARTHEST = 16  # tokens from a sum to the growth that is added to it
_IN_PHRASE = 9  # tokens of ", a year-on-year growth of"
_MARGIN = frozenset({"margin", "margins"})
_INDEX_REACH = 6  # tokens of "for the benchmark Nifty 50"
_NET_REACH = 8  # a net profit is farther from a bare margin than an operating one


def where_it_ended(draft: Draft) -> None:
    """*retreated 6.3% to 150,400 won despite a bumper profit*; *3.6% higher at $61*: the price that just moved."""
    figure, leader = draft.figure, draft.leader
    if leader is None or leader.what is None or leader.direction is None or draft.change:
        return
    fits = figure.kind == "mass" or can_be(figure, leader.what.metric, change=False)  # "4,947 pounds"
    if fits and leader.what.metric in PRICES and _goes_on_to(figure, leader.figure):
        draft.what = What(leader.what.metric, leader.what.word, "from_the_figure_before", 0.76)


def _goes_on_to(figure: Figure, leader: Figure) -> bool:
    """*to* alone, or *higher at*, between the movement and the figure."""
    gap = [token for token in figure.doc[leader.span.end : figure.span.start] if token.text != ","]
    if not gap or gap[-1].lower_ not in _ENDS or len(gap) > 2:
        return False
    return len(gap) == 1 and gap[0].lower_ == "to" or len(gap) == 2 and cues.adverb_direction(gap[0]) is not None


def growth_added(draft: Draft) -> None:
    """*had assets of Rs 48,300 crore at the end of June, a year-on-year growth of 24 per cent*: the growth of that sum."""
    figure, leader = draft.figure, draft.leader
    if leader is None or leader.what is None or leader.figure.kind not in _SIZED or leader.direction is not None:
        return
    if figure.quantity.unit != "percent" or not draft.change or not _is_bare_growth(figure, leader):
        return
    if can_be(figure, leader.what.metric, change=True):
        draft.what = What(leader.what.metric, leader.what.word, "from_the_figure_before", 0.76)
        draft.leans = True


def _is_bare_growth(figure: Figure, leader: Reading) -> bool:
    """*, a growth of 24%*, *, a 24% rise over May*: a comma, an article, a movement; and nothing else that moved."""
    of = figure.preposition is not None and figure.preposition.lower_ == "of"
    noun = figure.preposition.head if of and figure.preposition is not None else figure.noun
    if noun is None or cues.noun_direction(noun) is None or figure.span.start - leader.figure.span.end > _FARTHEST:
        return False
    behind = max(noun.i + 1, figure.span.end)
    if behind < figure.sentence.end and figure.doc[behind].lower_ in ("in", "of", "to"):
        return False
    first = min(noun.i, figure.span.start)
    words = [token.lower_ for token in figure.doc[max(leader.figure.span.end, first - _IN_PHRASE) : first]]
    if "," not in words:
        return False
    phrase = words[len(words) - words[::-1].index(",") :]
    return phrase[:1] in (["a"], ["an"])


def beside_an_index(draft: Draft) -> None:
    """*is up 31%, against a gain of 5% for the benchmark Nifty*: what an index did, named right behind it."""
    figure, what = draft.figure, draft.what
    if what is None or what.metric != "share_price" or not draft.change or figure.quantity.unit != "percent":
        return
    behind = figure.doc[figure.span.end : min(figure.span.end + _INDEX_REACH, figure.sentence.end)]
    if (
        not len(behind)
        or behind[0].lower_ not in ("for", "in", "by")
        or any(token.lower_ == "when" for token in behind)
    ):
        return
    named = [mention for token in behind if (mention := mention_at(figure.doc, token.i)) is not None]
    if named and named[0].kind == "index":
        draft.what = What("index_level", None, "from_the_figure_before", 0.7)
        draft.whom = Whom(named[0], "beside_it", 0.9, behind[0].i)


def bare_margin(draft: Draft) -> None:
    """*EBITDA came to $40 million, giving a margin of 13.8%*: the margin of the profit just told."""
    figure, what = draft.figure, draft.what
    if what is None or what.metric != "operating_margin" or what.word is None or what.word.lower_ not in _MARGIN:
        return
    if any(child.dep_ in ("compound", "amod", "nmod") for child in what.word.children if child.pos_ != "ADJ"):
        return  # "its profit margin"
    for earlier in reversed(draft.before or draft.memory.sentence):
        metric = earlier.what.metric if earlier.what is not None else ""
        near = earlier.figure.doc is figure.doc and figure.span.start - earlier.figure.span.end <= _NET_REACH
        if metric in MARGINS and (metric != "net_income" or near):
            draft.what = What(MARGINS[metric], what.word, "margin_of_the_profit_before", 0.75)
            return


def valued_in_the_round(draft: Draft) -> None:
    """*picked up $150 million at $2.15 billion*: behind what a round brought in, at what the firm was valued."""
    figure, leader, what = draft.figure, draft.leader, draft.what
    if leader is None or leader.what is None or leader.what.metric != "funding" or figure.kind != "money":
        return
    at = figure.preposition is not None and figure.preposition.lower_ == "at"
    more = abs(figure.quantity.value.middle or 0.0) > abs(leader.figure.quantity.value.middle or 0.0)
    if at and more and (what is None or what.metric in ("deal_value", "price", "share_price", "funding")):
        draft.what = What("valuation", None, "value_in_a_round", 0.7)
