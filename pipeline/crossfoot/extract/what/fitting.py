"""Which metrics a figure can measure, by its kind and size: no share costs $5 billion."""

from __future__ import annotations

from crossfoot.extract import cues
from crossfoot.extract.figures import Figure
from crossfoot.extract.metrics import MetricMention
from crossfoot.extract.what.naming import CHANGE_KINDS
from crossfoot.vocabulary.models import metrics

MOST_A_SHARE = 1e5
_MOST_FOR_A_COIN = 1e7
CLOSES = frozenset({"close", "end", "finish", "settle", "open", "trade"})
PRICES = frozenset({"share_price", "index_level", "commodity_price", "exchange_rate", "bond_yield"})
_SMALL_COINS = ("JPY", "KRW", "IDR", "VND", "CLP", "COP", "HUF", "INR")  # shares run to millions of these
_PER_SHARE = frozenset({"eps", "dividend", "share_price", "offer_price", "price_target", "equity"})
_NO_RATES = frozenset({"price_target", "funding"})  # "an inflation target of 2%", "the next round of rises, at 15%"
_UNMOVED = frozenset({"pe_ratio", "contract_duration"})


def can_be(figure: Figure, metric: str, *, change: bool) -> bool:
    """True where a figure of this kind and size can measure the metric."""
    if change and figure.kind in CHANGE_KINDS:
        return _can_move(metric, figure.kind)
    return figure.kind in metrics().get(metric, metrics()["revenue"]).kinds and is_plausible(figure, metric)


def fitting(figure: Figure, mention: MetricMention, *, change: bool) -> str | None:
    """The metric of a name's that a figure of this kind measures; None where it can measure none of them."""
    kind = figure.kind
    if change and kind in CHANGE_KINDS:
        movable = (name for name in mention.candidates if name not in _UNMOVED and _can_move(name, kind))
        found = next(movable, None)
    else:
        found = _at_a_level(mention, kind)
    if found == "index_level" and figure.quantity.unit in ("percentage_point", "basis_point"):
        return "policy_rate" if "policy_rate" in mention.candidates else None  # "lowered its benchmark by half a point"
    return found


def _at_a_level(mention: MetricMention, kind: str) -> str | None:
    found = mention.fitting(kind)
    if found == "index_level" and kind == "percent":
        # "the benchmark stands at 4%": a rate, where "fell 4%" is a market
        found = next((name for name in mention.candidates[1:] if kind in metrics()[name].kinds), None)
    return None if found in _NO_RATES and kind == "percent" else found


def _can_move(metric: str, kind: str) -> bool:
    """Whether a metric moves by a percentage, or by points (*the PMI rose 3 points*)."""
    return not {"percent", kind}.isdisjoint(metrics()[metric].kinds)


def is_plausible(figure: Figure, metric: str) -> bool:
    """A sum a share measures what is counted a share, and nothing a share runs into the tens of millions."""
    if figure.quantity.unit.endswith("/share"):
        return metric in _PER_SHARE or metric == "net_income"  # which a share then is `eps`
    return not is_too_much(figure, metric)


def is_too_much(figure: Figure, metric: str) -> bool:
    """True for a sum that no share costs or earns: *equity at $5 billion*."""
    big = max(abs(end) for end in (figure.quantity.value.low, figure.quantity.value.high, 0.0) if end is not None)
    most = 100 * MOST_A_SHARE if figure.quantity.unit.startswith(_SMALL_COINS) else MOST_A_SHARE
    if metric == "exchange_rate":
        return figure.kind == "money" and big >= _MOST_FOR_A_COIN  # "the currency drag was €166 million"
    return figure.kind == "money" and metric in _PER_SHARE - {"dividend", "equity"} and big >= most


def is_where_it_ended(figure: Figure) -> bool:
    """*wiping $2 billion off its value, before trading 8.9% lower*: a market's verb, and how far off."""
    verb = figure.verb
    if verb is None or verb.lemma_.lower() not in CLOSES or not 0 < figure.span.start - verb.i <= 2:
        return False
    behind = figure.doc[figure.span.end] if figure.span.end < figure.sentence.end else None
    return figure.kind in CHANGE_KINDS and behind is not None and cues.adverb_direction(behind) is not None
