"""Futures by their months: *May delivery settled $12 higher*, *the September contract rose 2%*, in a text on a commodity."""

from __future__ import annotations

from itertools import pairwise

from crossfoot.extract import cues, grammar
from crossfoot.extract.draft import Draft
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.memory import Memory
from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Token
from crossfoot.extract.what import What
from crossfoot.extract.what.fitting import CLOSES
from crossfoot.values.quantities.figure_guards import guards

_WHICH_MONTH = frozenset({"front", "same", "spot", "nearby", "nearest", "delivery", "next", "benchmark", "active"})
_TRADED = frozenset({"delivery", "month", "contract", "raws", "raw", "metal", "future", "futures"})
_PRICED = frozenset({"money", "percent", "mass", "points"})
_BY_WEIGHT = (
    "/ton",
    "/tonne",
    "/barrel",
    "/bushel",
    "/ounce",
    "/troy_ounce",
    "/pound",
    "/MMBtu",
    "/kilogram",
    "/gallon",
)
_BEFORE = 60  # tokens before the sentence in which a commodity may be named
_NOT_A_PRICE = frozenset({"value", "worth", "award", "win", "sign"})


def futures_move(draft: Draft) -> None:
    """*In London the same month put on 2.8% to finish at 4,947 pounds*: a contract's move and where it ended are prices."""
    figure = draft.figure
    thing = _thing(figure)
    if thing is None or figure.kind not in _PRICED or not _moves_or_ends(figure):
        return
    if _is_priced_by_weight(figure) or _is_due_in_a_month(figure) or _is_of_a_commodity(figure, draft.memory):
        draft.what = What("commodity_price", thing, "contract_of_a_commodity", 0.8)


def _thing(figure: Figure) -> Token | None:
    """The contract that the verb moves: its subject, or the noun right before it."""
    verb = figure.verb
    if verb is None:
        return None
    before = verb.nbor(-1) if verb.i > figure.sentence.start else None
    return next((each for each in (grammar.subject_of(verb), before) if each is not None and _is_traded(each)), None)


def _is_traded(thing: Token) -> bool:
    """*May delivery*, *the front month*, *both contracts*, *three-month metal*; not *deliveries*, *last month*."""
    if thing.lemma_.lower() not in _TRADED or thing.lower_ == "deliveries":
        return False
    before = {token.lower_ for token in thing.doc[max(thing.sent.start, thing.i - 4) : thing.i]}
    if thing.lower_ == "delivery":
        return bool(before & guards().months) or "month" in before
    if thing.lemma_.lower() == "month":
        return bool(before & _WHICH_MONTH)
    return thing.lower_ != "metal" or "month" in before or any(word.endswith("-month") for word in before)


def _moves_or_ends(figure: Figure) -> bool:
    """Whether the verb is one of a market: *rose*, *settled*, *was down*."""
    verb = figure.verb
    if verb is None or not _NOT_A_PRICE.isdisjoint(token.lemma_.lower() for token in figure.sentence):
        return False
    return verb.lemma_.lower() in CLOSES | {"be", "hit", "reach", "touch"} or cues.verb_direction(verb) is not None


def _is_priced_by_weight(figure: Figure) -> bool:
    """*$6,104 a ton* somewhere in the sentence says that a commodity is priced."""
    inside = spans_in(figure.doc, "crossfoot_quantities", figure.sentence.start, figure.sentence.end)
    return any(span._.crossfoot_quantity.unit.endswith(_BY_WEIGHT) for span in inside)


def _is_due_in_a_month(figure: Figure) -> bool:
    """*the contract for December delivery*: only goods are traded so."""
    words = [token.lower_ for token in figure.sentence]
    return any(one in guards().months and other in ("delivery", "futures") for one, other in pairwise(words))


def _is_of_a_commodity(figure: Figure, memory: Memory) -> bool:
    """Whether the sentence, the one before it or the article is about a commodity."""
    first = max(0, figure.sentence.start - _BEFORE)
    near = (mention_at(figure.doc, token.i) for token in figure.doc[first : figure.sentence.end])
    told = any(each.what is not None and each.what.metric == "commodity_price" for each in memory.sentence)
    firms = [mention for mention in near if mention is not None] + [memory.last, memory.topic]
    return told or any(firm is not None and firm.kind == "commodity" for firm in firms)
