"""What is measured of a thing that just moves or stands somewhere: *Acme rose 3%*, *the yen fell to 150*."""

from __future__ import annotations

from crossfoot.extract import cues, grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at

_CHANGE_KINDS = frozenset({"percent", "points"})
_HIGHEST_PRICE = 1e6  # of a coin or an ounce: what is more is worth of all of it
# What moves when a thing of this kind moves and no metric is named: *Acme rose 3%*.
_OWN_METRIC = {"company": "share_price", "division": "revenue", "index": "index_level", "commodity": "commodity_price",
               "currency": "exchange_rate", "country": "gdp"}  # fmt: skip
_NOT_TRADED = frozenset({"grow", "expand", "contract", "shrink", "increase", "decrease", "cut", "reduce", "raise", "lower", "boost",
                         "lift", "trim", "slash", "improve", "narrow", "widen", "double", "triple", "halve"})  # fmt: skip
_OFFERING = frozenset(
    {"offer", "offering", "bid", "ipo", "takeover", "market", "listing", "public", "flotation", "buyout"}
)
# What can be measured of a thing that reports no accounts; a figure named otherwise measures the thing's own price.
_MEASURABLE = {
    "index": frozenset({"index_level", "trading_volume", "market_cap", "pe_ratio", "dividend_yield", "pmi", "consumer_confidence"}),
    "currency": frozenset({"exchange_rate", "market_cap", "trading_volume", "price", "market_share", "users"}),
    "commodity": frozenset({"commodity_price", "production", "inventory", "exports", "imports", "price", "trading_volume",
                            "units_sold", "orders", "power_demand", "capacity", "cost", "tariff_rate", "market_share",
                            "bond_yield", "interest_rate"}),
}  # fmt: skip


def fits_kind(kind: str, metric: str) -> bool:
    """False for a metric that a thing of this kind cannot have: an index earns nothing."""
    return kind not in _MEASURABLE or metric in _MEASURABLE[kind]


def trades(figure: Figure) -> bool:
    """*Acme, which plans a merger, shed 3%*: the firm itself is what a market's verb moves, whatever else is named."""
    verb = figure.verb
    if verb is None or figure.kind not in _CHANGE_KINDS or figure.noun is not None or figure.span.start < verb.i:
        return False
    subject = grammar.own_subject(verb)
    if subject is None or figure.preposition is not None and figure.preposition.lower_ != "by":
        return False
    firm = mention_at(figure.doc, subject.i)
    named = firm is not None and firm.kind in ("company", "index") and firm.via not in ("pronoun",)
    if any(child.dep_ == "dobj" and child.i < figure.span.start for child in verb.children):
        return False  # "reported revenue 6% higher"
    return named and cues.verb_direction(verb) is not None and verb.lemma_.lower() not in _NOT_TRADED


def sum_a_share(figure: Figure) -> str:
    """What an unnamed sum a share is: a price that is offered, or else earnings."""
    words = {token.lemma_.lower() for token in figure.sentence}
    return "offer_price" if words & _OFFERING else "eps"


def own_metric(kind: str, quantity_kind: str, size: float, *, change: bool) -> str | None:
    """What is measured of a thing that just *rose 3%* or *closed at $31*: a share's price, an index's level.

    `size`: the amount, for a sum that no price can be (*$340 billion of stablecoins*).
    """
    if kind == "country" and not (change and quantity_kind == "percent"):
        return None
    if kind in ("division",) and not change:
        return None
    if kind == "company" and quantity_kind == "money":
        return None
    if change and quantity_kind in ("percent", "points", "money"):
        return _OWN_METRIC.get(kind)
    if kind == "index" and quantity_kind in ("count", "points", "other"):
        return "index_level"
    if kind in ("commodity", "currency") and quantity_kind == "money" and size < _HIGHEST_PRICE:
        return _OWN_METRIC[kind]
    return None
