"""What a figure takes from the one before it in its sentence: its direction, its metric, a part or the whole of it."""

from __future__ import annotations

from crossfoot.extract import cues, grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.memory import Reading
from crossfoot.extract.spans import spans_in
from crossfoot.extract.what import MOST_A_SHARE, What, can_be
from crossfoot.extract.what.fitting import PRICES, is_where_it_ended

MARGINS = {
    "operating_income": "operating_margin",
    "ebitda": "ebitda_margin",
    "gross_profit": "gross_margin",
    "net_income": "net_margin",
}
_RESULTS = frozenset({"pretax_income", "operating_income"})
_AGAIN = 7  # tokens between a figure and the same in another unit
_WHOLE = {"eps": "net_income", "offer_price": "deal_value"}


def is_anothers(figure: Figure, what: What | None) -> bool:
    """*rose 3% to $41, with a market cap of $9 billion*: a name behind the figure that has a figure of its own."""
    if what is None or what.word is None or what.word.i < figure.span.end:
        return False
    behind = figure.doc[figure.span.end : what.word.i]
    return any(token.text == "," for token in behind) and bool(
        spans_in(figure.doc, "crossfoot_quantities", what.word.i, min(what.word.i + 5, figure.sentence.end))
    )


def is_listed_with(figure: Figure, leader: Reading) -> bool:
    """*fell 2% and 3%, respectively*: two figures of one kind that an *and* joins."""
    gap = figure.doc[leader.figure.span.end : figure.span.start]
    shared = figure.span.end < figure.sentence.end and figure.doc[figure.span.end].lower_ == "of"
    joined = len(gap) <= 2 and any(token.lower_ == "and" for token in gap) and not shared
    return joined and figure.noun is None and figure.kind == leader.figure.kind and leader.direction is not None


def is_conversion(figure: Figure, leader: Reading) -> bool:
    """*wiping 17 billion kroner ($2.4 billion) off its value*: the same sum in another currency."""
    gap = [token.lower_ for token in figure.doc[leader.figure.span.end : figure.span.start]]
    money = figure.kind == leader.figure.kind == "money"
    return money and gap[:1] == ["("] and len(gap) <= 2 and figure.quantity.unit != leader.figure.quantity.unit


def is_said_otherwise(figure: Figure, leader: Reading) -> bool:
    """*5% of its staff, or some 4,250 jobs*; *900 people, about 4% of its workforce*: the same again in another unit."""
    gap = [token.lower_ for token in figure.doc[leader.figure.span.end : figure.span.start]]
    return bool(gap) and len(gap) <= _AGAIN and gap[-1] in ("or", ",") and figure.kind != leader.figure.kind


def margin_of(figure: Figure, leader: Reading) -> What | None:
    """*EBITDA of $33 million, or 23% of sales*: a profit's part of sales is its margin."""
    margin = MARGINS.get(leader.what.metric) if leader.what is not None else None
    if margin is None or leader.what is None or figure.kind != "percent" or leader.direction is not None:
        return None
    gap = {token.lower_ for token in figure.doc[leader.figure.span.end : figure.span.start]}
    behind = {token.lower_ for token in figure.doc[figure.span.end : min(figure.span.end + 4, figure.sentence.end)]}
    if (
        not gap & {"or", "equal", "equivalent", "representing", "represents", "corresponds", "corresponding", "equals"}
        or not {"of"} <= behind
        or not behind & {"sales", "revenue"}
    ):
        return None
    return What(margin, leader.what.word, "its_part_of_sales", 0.75)


def is_part_of_it(figure: Figure, leader: Reading) -> bool:
    """*an order book of $5 billion, of which exports made up 44%*: a part of what the figure before measures."""
    gap = figure.doc[leader.figure.span.end : figure.span.start]
    return any(gap[at].lower_ == "of" and gap[at + 1].lower_ == "which" for at in range(1, len(gap) - 1))


def repeats(figure: Figure, leader: Reading) -> bool:
    """*prices rose 5%, and oils between 6% and 7%*: a clause that leaves the verb of the one before to be meant."""
    doc = figure.doc
    gap = doc[leader.figure.span.end : figure.span.start]
    bare = figure.noun is None and figure.preposition is None and figure.kind == leader.figure.kind == "percent"
    if (
        not bare
        or leader.direction is None
        or not 2 <= len(gap) <= 7
        or gap[0].lower_ not in (",", "and", ";", "while")
    ):
        return False
    after = doc[figure.span.end] if figure.span.end < figure.sentence.end else None
    shared = after is not None and after.lower_ == "of"
    return not shared and not any(token.pos_ in ("VERB", "AUX", "ADP", "NUM") or token.text in "()" for token in gap)


def is_of_another_noun(figure: Figure, leader: Figure) -> bool:
    """*sold 1% fewer, and its cancellation rate was 20%*: a clause with a noun of its own, which names no metric."""
    subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
    if subject is None or subject.i < leader.span.end or subject.pos_ != "NOUN" or not grammar.is_verb(subject.head):
        return False
    modified = any(child.dep_ in ("compound", "amod", "poss") for child in subject.children)
    return modified and cues.noun_direction(subject) is None and mention_at(subject.doc, subject.i) is None


def is_told_a_share(figure: Figure, what: What, before: list[Reading]) -> bool:
    """*Earnings of $1.05 a share, a decline of 8%*: the same word named a sum a share before."""
    return figure.kind == "percent" and any(
        earlier.what is not None
        and earlier.what.metric == "eps"
        and earlier.what.word is not None
        and what.word is not None
        and earlier.what.word.i == what.word.i
        for earlier in before
    )


def inherited(figure: Figure, before: list[Reading], *, change: bool) -> What | None:
    """The metric of the nearest figure before that this one can measure too.

    In *$8 million, or 4 cents a share, up from $6 million* the last goes on about the first.
    """
    if (total := _total_of(figure, before[-1])) is not None:
        return total
    for earlier in reversed(before):
        if earlier.what is not None and is_where_it_ended(figure) and earlier.what.metric not in PRICES:
            continue
        if earlier.what is not None and can_be(figure, earlier.what.metric, change=change):
            what = earlier.what
            return What(what.metric, what.word, "from_the_figure_before", what.confidence * 0.9)
    return None


def same_result(what: What, before: list[Reading]) -> What | None:
    """*a pre-tax profit of $212 million turned into a loss of $64 million*: a bare *loss* is of the profit named before."""
    if (
        what.metric != "net_income"
        or what.word is None
        or what.word.lower_ not in ("loss", "profit")
        or what.frame is not None
    ):
        return None
    if any(child.dep_ in ("amod", "compound") for child in what.word.children):
        return None  # "a net loss"
    named = next(
        (each.what for each in reversed(before) if each.what is not None and each.what.metric in _RESULTS), None
    )
    return What(named.metric, what.word, what.rule, what.confidence) if named is not None else None


def _total_of(figure: Figure, leader: Reading) -> What | None:
    """*$13 a share, or $117 million*; *12 cents a share, or $40 million*: the whole behind the sum a share."""
    whole = _WHOLE.get(leader.what.metric) if leader.what is not None else None
    joined = any(token.lower_ == "or" for token in figure.doc[leader.figure.span.end : figure.span.start])
    size = abs(figure.quantity.value.middle or 0.0)
    if whole is None or not joined or figure.kind != "money" or size < MOST_A_SHARE or leader.what is None:
        return None
    return What(whole, leader.what.word, "whole_of_the_sum_a_share", 0.7)
