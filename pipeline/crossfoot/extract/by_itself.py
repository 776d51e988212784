"""What is measured of a thing that just moves or stands somewhere: *Acme rose 3%*, *the yen fell to 150*."""

from __future__ import annotations

from functools import cache

from crossfoot.extract import cues, grammar
from crossfoot.extract.figures import Figure, movement
from crossfoot.extract.firms import mention_at
from crossfoot.extract.tokens import Token
from crossfoot.extract.what import MOST_A_SHARE
from crossfoot.extract.what.fitting import CLOSES
from crossfoot.records import Direction
from crossfoot.vocabulary.firm_lists import firm_words
from crossfoot.vocabulary.models import verbs

_CHANGE_KINDS = frozenset({"percent", "points"})
_HIGHEST_PRICE = 1e6  # of a coin or an ounce: what is more is worth of all of it
# What moves when a thing of this kind moves and no metric is named: *Acme rose 3%*.
_OWN_METRIC = {"company": "share_price", "division": "revenue", "index": "index_level", "commodity": "commodity_price",
               "currency": "exchange_rate", "country": "gdp"}  # fmt: skip
_EACH_SHARE = 16  # tokens between a sum and the share that it is for
_NOT_TRADED = frozenset({"grow", "expand", "contract", "shrink", "increase", "decrease", "cut", "reduce", "raise", "lower", "boost",
                         "lift", "trim", "slash", "improve", "narrow", "widen", "double", "triple", "halve"})  # fmt: skip
# Who does something, besides the nouns of `firm_nouns.yaml`: *the chip designer fell 3%*.
_TELLS = frozenset({"report", "post", "record", "book", "announce", "deliver", "clock", "sell", "ship", "produce",
                    "make", "build", "buy"})  # fmt: skip
_SHARES = frozenset({"share", "stock", "paper", "equity", "counter", "scrip", "company", "firm", "group", "retailer", "lender",
                     "bank", "carrier", "maker", "giant", "chain", "rival", "peer", "name"})  # fmt: skip
_DOERS = frozenset({"designer", "vendor", "dealer", "seller", "distributor", "builder", "owner", "brewer"})
_OFFERING = frozenset(
    {
        "offer",
        "offering",
        "bid",
        "ipo",
        "takeover",
        "market",
        "listing",
        "public",
        "flotation",
        "float",
        "buyout",
        "private",
        "acquire",
        "acquisition",
        "tender",
        "merger",
        "price",
        "approach",
        "proposal",
        "suitor",
        "convert",
        "conversion",
    }
)
_APPOSED = 3  # tokens from "operator" to the last word of the name behind it
_HOLDERS = frozenset({"shareholder", "stockholder", "holder", "investor", "owner"})
_HANDING = frozenset({"get", "receive", "pay", "hand", "give", "offer"})  # "shareholders will get $42 a share"
# What can be measured of a thing that reports no accounts; a figure named otherwise measures the thing's own price.
_MEASURABLE = {
    "index": frozenset({"index_level", "trading_volume", "market_cap", "pe_ratio", "dividend_yield", "pmi", "consumer_confidence"}),
    "currency": frozenset({"exchange_rate", "market_cap", "trading_volume", "price", "market_share", "users"}),
    "commodity": frozenset({"commodity_price", "production", "inventory", "exports", "imports", "price", "trading_volume",
                            "units_sold", "orders", "power_demand", "capacity", "cost", "tariff_rate", "market_share",
                            "bond_yield", "interest_rate", "premium", "other"}),
}  # fmt: skip


def fits_kind(kind: str, metric: str) -> bool:
    """False for a metric that a thing of this kind cannot have: an index earns nothing."""
    return kind not in _MEASURABLE or metric in _MEASURABLE[kind]


def moved(figure: Figure) -> Token | None:
    """What the figure's verb moves: its subject (*Acme fell 3%*), or what it sends somewhere (*sent Acme up 23%*)."""
    verb = figure.verb
    if verb is None or verb.lemma_.lower() not in verbs().sending:
        return grammar.own_subject(verb) if verb is not None else None
    sent = (
        child for child in verb.children if child.dep_ in ("dobj", "nsubj") and verb.i < child.i < figure.span.start
    )
    return next(sent, None)


def trades(figure: Figure) -> bool:
    """*Acme, which plans a merger, shed 3%*: the firm itself is what a market's verb moves, whatever else is named."""
    verb = figure.verb
    if verb is None or figure.noun is not None or figure.span.start < verb.i:
        return False
    if figure.kind not in _CHANGE_KINDS and not (_is_of_a_share(figure) and verb.lemma_.lower() != "lose"):
        return False
    thing = moved(figure)
    if thing is None or figure.preposition is not None and figure.preposition.lower_ not in ("by", "up", "down", "off"):
        return False
    objects = [child.i for child in verb.children if child.dep_ == "dobj" and child.i < figure.span.start]
    if any(index not in (thing.i, figure.anchor.i) for index in objects):
        return False  # "reported revenue 6% higher"
    return _is_traded(thing, verb) and _is_of_a_market(figure, verb)


def _is_of_a_share(figure: Figure) -> bool:
    """*fell 9p to 210p*, *slid $4.10*: a sum that one share may move by."""
    size = abs(figure.quantity.value.middle or 0.0)
    return figure.kind == "money" and 0 < size < MOST_A_SHARE and "/" not in figure.quantity.unit


def _is_traded(thing: Token, verb: Token) -> bool:
    """A firm or an index by its name, *the maker of trucks*, or *it* where none but a price does so (*it gave up 3%*)."""
    firm = mention_at(thing.doc, named_by(thing).i)
    if firm is None:
        return is_kind_of_firm(thing)
    told = firm.via not in ("pronoun",) or _particle_direction(verb) is not None
    return firm.kind in ("company", "index") and told


def named_by(noun: Token) -> Token:
    """The name right behind the noun that says what it does: *rig operator Acme jumped 3%*."""
    beside = (child for child in noun.children if child.dep_ == "appos" and 0 < child.i - noun.i <= _APPOSED)
    return next((child for child in beside if mention_at(noun.doc, child.i) is not None), noun)


def is_kind_of_firm(noun: Token) -> bool:
    """*the maker of trucks*, *the chip designer*: a definite noun that says what a firm does."""
    definite = any(child.lower_ in ("the", "this") for child in noun.children)
    return definite and (noun.lemma_.lower() in _DOERS or noun.lemma_.lower() in _firm_nouns())


@cache
def _firm_nouns() -> frozenset[str]:
    return frozenset(entry.noun for entry in firm_words().nouns if "company" in entry.kinds)


def _is_of_a_market(figure: Figure, verb: Token) -> bool:
    """*shed 3%*, *ended 2% firmer*: not *grew 3%*, which a business does."""
    lemma = verb.lemma_.lower()
    if lemma in CLOSES or lemma in verbs().sending:
        parted = any(token.text == "," for token in figure.doc[verb.i : figure.span.start])
        return movement(figure) is not None and not parted  # "ended the year with $2 billion, 10% more"
    if lemma == "be":
        return any(token.lower_ == "off" for token in figure.doc[verb.i : figure.span.start])  # "was off almost 12%"
    return lemma not in _NOT_TRADED and (cues.verb_direction(verb) is not None or _particle_direction(verb) is not None)


def _particle_direction(verb: Token) -> Direction | None:
    """The direction of *gave up*, *put on*."""
    behind = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return cues.particle_direction(behind) if behind is not None else None


def is_for_each_share(figure: Figure) -> bool:
    """*will receive 310p in cash for each Acme share*, *465p for every share they own*: what a share is bought for."""
    if figure.kind != "money" or abs(figure.quantity.value.middle or 0.0) >= MOST_A_SHARE:
        return False
    behind = [
        token.lower_ for token in figure.doc[figure.span.end : min(figure.span.end + _EACH_SHARE, figure.sentence.end)]
    ]
    each = [at for at, word in enumerate(behind) if word in ("each", "every") and at and behind[at - 1] == "for"]
    return any({"share", "shares"} & set(behind[at : at + 5]) for at in each) and "dividend" not in behind


def sum_a_share(figure: Figure) -> str:
    """What an unnamed sum a share is: a price that is offered, or else earnings."""
    words = {token.lemma_.lower() for token in figure.sentence}
    handed = words & _HOLDERS and figure.verb is not None and figure.verb.lemma_.lower() in _HANDING
    return "offer_price" if words & _OFFERING or handed else "eps"


def is_told_of_a_thing(figure: Figure) -> bool:
    """*its boxes handled shrank by 12%*, *reported revenues 5% higher*: a thing of the firm moves, not its share."""
    verb = figure.verb
    if verb is None:
        return False
    if verb.lemma_.lower() in _TELLS:
        return True
    if any(child.dep_ == "csubj" for child in verb.children):
        return True  # "what advertisers paid for each of them fell 25%"
    subject = grammar.own_subject(verb)
    if subject is None or subject.pos_ != "NOUN" or mention_at(subject.doc, named_by(subject).i) is not None:
        return False
    drop = cues.noun_direction(subject) is not None  # "Acme, whose 2.6% drop hurt"
    return not (drop or is_kind_of_firm(subject) or subject.lemma_.lower() in _SHARES)


def own_metric(kind: str, quantity_kind: str, size: float, *, change: bool, traded: bool = False) -> str | None:
    """What is measured of a thing that just *rose 3%* or *closed at $31*: a share's price, an index's level.

    `size`: the amount, for a sum that no price can be (*$340 billion of stablecoins*); `traded`: see `trades`.
    """
    if kind == "country" and not (change and quantity_kind == "percent"):
        return None
    if kind in ("division",) and not change:
        return None
    if kind == "company" and quantity_kind == "money":
        return "share_price" if change and traded else None
    if change and quantity_kind in ("percent", "points", "money"):
        return _OWN_METRIC.get(kind)
    if kind == "index" and quantity_kind in ("count", "points", "other"):
        return "index_level"
    if kind == "currency" and quantity_kind == "count" and size < _HIGHEST_PRICE:
        return "exchange_rate"
    if kind == "commodity" and quantity_kind == "mass":
        return "production"
    if kind in ("commodity", "currency") and quantity_kind == "money" and size < _HIGHEST_PRICE:
        return _OWN_METRIC[kind]
    return None
