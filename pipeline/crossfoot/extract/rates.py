"""Units that the clause completes: *each pump could save $3,000*, *$3 billion in annual sales*, *$45* of a share."""

from __future__ import annotations

import re
from functools import cache

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.tokens import Span, Token
from crossfoot.values.quantities.unit_words import currency_file

_EACH = frozenset({"every", "each", "per", "one", "a", "1"})
_CONDITIONS = frozenset({"if", "were", "should", "had", "provided", "assuming", "once", "when"})
_PER_UNITS = {"gigawatt": "GW", "gw": "GW", "megawatt": "MW", "mw": "MW", "barrel": "barrel", "ton": "ton", "tonne": "tonne",
              "share": "share", "ounce": "troy_ounce", "vehicle": "vehicle", "car": "vehicle", "bushel": "bushel"}  # fmt: skip
_YEARLY = frozenset({"annual", "annualized", "annualised", "yearly"})
_MONTHLY = frozenset({"monthly"})
_INDEXES = frozenset({"index_level", "pmi", "consumer_confidence"})  # these are read in points
_BASES = ("EUR", "GBP", "AUD", "NZD", "USD")  # by custom one of these is worth so much of the others, the first of any
_MULTIPLES = frozenset({"pe_ratio", "leverage_ratio"})  # and these in times
_CURRENCY = re.compile(r"[A-Z]{3}")


def unit_of(figure: Figure, metric: str, firm: FirmMention | None, *, per_share: bool) -> str:
    """The figure's unit with the denominators that its clause gives."""
    if not figure.quantity.unit and metric == "exchange_rate" and firm is not None:
        return _exchanged(figure, firm)
    if not figure.quantity.unit and metric in _MULTIPLES:
        return "x"
    if not figure.quantity.unit:
        return "point" if metric in _INDEXES else "item"
    if metric == "commodity_price" and figure.quantity.unit == "pound":
        return "GBP"  # "the contract rose to 4,947 pounds": a weight by its name alone
    if figure.quantity.unit == "percent/year":
        return "percent"  # "by 4% a year" is how fast, told in percent
    unit, _, rate = figure.quantity.unit.partition("/")
    if rate == "item" and _CURRENCY.fullmatch(unit) and (per_share or metric == "dividend"):
        return f"{unit}/share"  # "sold its shares at $30 apiece"
    if not _CURRENCY.fullmatch(unit) or rate not in ("", "year", "month"):
        return figure.quantity.unit
    if per_share:
        return f"{unit}/share"
    thing = _each(figure)
    rate = rate or _rate_after(figure) or ""
    if thing is not None and metric not in ("capacity",):
        unit = f"{unit}/{thing}"
    return f"{unit}/{rate}" if rate else unit


def _exchanged(figure: Figure, firm: FirmMention) -> str:
    """JPY/USD of *the yen, at 151 per dollar*, USD/EUR of *the euro fell to 1.08 against the dollar*."""
    own = _code_of(firm.canonical.lower())
    behind = figure.doc[figure.span.end : min(figure.span.end + 5, figure.sentence.end)]
    named = (_code_at(token) for token in behind[1:]) if _sets_against(behind) else iter(())
    against = next((code for code in named if code is not None), None)
    if own is None or own in _BASES and against is None:
        return "item"
    if own in _BASES and against is not None and against not in _BASES[: _BASES.index(own)]:
        return f"{against}/{own}"
    return f"{own}/{against}" if against is not None else own


def _code_at(token: Token) -> str | None:
    """The currency that a word names: USD of *dollar*, of *greenback*."""
    mention = mention_at(token.doc, token.i)
    return _code_of(mention.canonical.lower()) if mention is not None else _codes().get(token.lower_)


def _code_of(name: str) -> str | None:
    """The code of a currency's whole name, by its last word where that is nobody else's: ILS of *Israeli shekel*."""
    last = name.rpartition(" ")[2]
    shared = last in ("dollar", "pound", "peso", "krona", "krone", "franc", "rupee")
    return _codes().get(name) or _codes().get(f"{name}s") or (None if shared else _codes().get(last))


def _sets_against(behind: Span) -> bool:
    """Whether the words behind a figure say of what it is the price: *per dollar*, *against the euro*."""
    return len(behind) > 1 and behind[0].lower_ in ("per", "against", "to", "versus", "a")


@cache
def _codes() -> dict[str, str]:
    """The ISO 4217 code of a currency by the words that stand behind its figures."""
    return {word: code for code, currency in currency_file().currencies.items() for word in currency.after}


def _each(figure: Figure) -> str | None:
    """*Every gigawatt of capacity could generate $20 billion*: the subject is one unit of something, or what the
    condition is about (*if it let one megawatt, it could earn $3 million a year*)."""
    verb = figure.verb
    for _ in range(3):
        if verb is None:
            return None
        thing = _conditioned(verb)
        subject = grammar.own_subject(verb)
        if thing is not None or subject is not None:
            return thing if subject is None else thing or _one(subject)
        above = grammar.verb_above(verb)
        verb = above if verb.dep_ in ("conj", "xcomp", "advcl") else None
    return None


def _conditioned(verb: Token) -> str | None:
    """The single unit that a condition of the verb is about."""
    for clause in verb.children:
        if clause.dep_ != "advcl" or not any(token.lower_ in _CONDITIONS for token in clause.lefts):
            continue
        for token in clause.subtree:
            if token.dep_ in ("dobj", "nsubjpass") and (thing := _one(token)) is not None:
                return thing
    return None


def _one(noun: Token) -> str | None:
    """The unit of which *every gigawatt*, *a tonne*, *1 barrel* names one."""
    counted = any(child.lower_ in _EACH for child in noun.children if child.i < noun.i)
    return _PER_UNITS.get(noun.lemma_.lower()) if counted else None


def _rate_after(figure: Figure) -> str | None:
    """*$3 billion in annual revenue*: a rate, where *annual revenue of $3 billion* is a year's figure."""
    after = figure.doc[figure.span.end : min(figure.span.end + 3, figure.sentence.end)]
    if len(after) >= 2 and after[0].lower_ in ("in", "of"):
        for token in after[1:]:
            if token.lower_ in _YEARLY:
                return "year"
            if token.lower_ in _MONTHLY:
                return "month"
    return None
