"""Which figures are worth a claim, and which lean on the figure before them."""

from __future__ import annotations

from dataclasses import replace

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.tokens import AnySpan, Span, Token
from crossfoot.values.quantities import Quantity

_SMALL = 12
_MILLION = 1e6
_NEAR_SUMS = 30  # times that two sums of one telling may lie apart
_AWAITED = frozenset({"analysts", "expected", "forecast", "consensus", "estimate", "estimates"})
_SCALES = frozenset({"million", "billion", "trillion", "crore"})
_SURE = 0.8
_LIKELY = 0.65
_FAIR = 0.6
_LARGE = 1000  # "rose 14% to 3.3 million": a large number needs less
_QUOTED = frozenset({"index_level", "exchange_rate"})
_NEVER = frozenset({"one", "many", "some", "several", "a few"})
_LEANING = frozenset(
    {
        "from",
        "to",
        "compared",
        "versus",
        "vs",
        "vs.",
        "or",
        "against",
        "than",
        "up",
        "down",
        "and",
        "represent",
        "representing",
        "marking",
        "mark",
        "showing",
        "reaching",
        "equivalent",
        "reach",
        "recovered",
    }
)
_SET_AGAINST = frozenset(
    """above below beneath over under short shy against versus vs compared than from consensus topped topping beat beating
    exceeded exceeding missed missing ahead exceeds beats tops misses average estimate forecast""".split()
)
_LEANING_VERBS = frozenset(
    {"represent", "mark", "show", "reach", "equal", "mean", "compare", "recover", "bring", "take", "hit"}
)


def denominated(span: Span, quantity: Quantity, before: Quantity | None, *, same_sentence: bool) -> Quantity:
    """*It made $4.1 billion. Analysts had counted on 4.3 billion*: a bare sum is of the money told right before it."""
    size = abs(quantity.value.middle or 0.0)
    if quantity.kind != "number" or size < _MILLION or span[-1].lower_ not in _SCALES or before is None:
        return quantity
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    other = abs(before.value.middle or 0.0)
    near = other > 0 and 1 / _NEAR_SUMS <= size / other <= _NEAR_SUMS
    if not same_sentence and _AWAITED.isdisjoint(token.lower_ for token in span.sent):
        return quantity
    if before.kind != "money" or not near or behind is not None and behind.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
        return quantity
    return replace(quantity, kind="money", unit=before.unit.partition("/")[0])


def may_be_claim(span: AnySpan) -> bool:
    """False for a figure that no parse makes a claim of: *one*, *several*, *a few*, *the past two years*."""
    quantity: Quantity = span._.crossfoot_quantity
    return not quantity.calendar and span.text.lower() not in _NEVER


def is_claim(figure: Figure, metric: str | None, confidence: float = 0.0) -> bool:
    """False for incidental counts (*two reasons*), calendar lengths (*the past two years*) and bare numbers.

    A figure in money or percent is always worth one; a small or vague count only where its own phrase names a metric.
    """
    quantity = figure.quantity
    size = abs(quantity.value.middle or 0)
    if quantity.calendar or quantity.compound and figure.kind == "duration" and metric != "contract_duration":
        return False
    if quantity.multiplier and figure.span.end < len(figure.doc) and figure.doc[figure.span.end].lower_ == "down":
        return False  # to double down is no doubling
    if figure.span.end < len(figure.doc) and _names_something(figure):
        return False
    if metric in _QUOTED and figure.kind in ("count", "points") and _is_reached(figure):
        return True
    if figure.kind == "duration":
        lasting = (
            metric in ("contract_duration", "inventory", "traffic") or metric == "duration" and confidence >= _SURE
        )
        return lasting and not _is_a_time(figure)
    if figure.kind in ("money", "percent", "power", "energy", "points"):
        return True
    if figure.kind == "multiple":
        return not figure.span.text.lower().endswith("-time")
    ratio = metric == "other" and confidence >= _SURE and quantity.noun is None  # "a combined ratio of 87.1"
    named = metric is not None and metric != "other" or ratio
    if quantity.vague or quantity.words and size <= _SMALL:
        return named and confidence >= _SURE and figure.span.text.lower() not in _NEVER
    least = _LIKELY if size < _LARGE else _FAIR
    if named and (confidence >= least or quantity.unit not in ("item", "", "x")):
        return True
    if figure.kind in ("mass", "volume", "area") and (size > _SMALL or "/" in quantity.unit):
        return True
    said_with_care = quantity.bound != "=" or quantity.change is not None
    return size > _SMALL and (quantity.noun is not None or said_with_care)


def _is_a_time(figure: Figure) -> bool:
    """*orders for the three months came to $2 billion*: a time that is told of, not how long anything lasts."""
    start = figure.span.start
    before = [figure.doc[k].lower_ for k in range(max(0, start - 2), start)]
    return before[-1:] == ["the"] and before[:1] in (["for"], ["in"], ["during"], ["over"])


def _is_reached(figure: Figure) -> bool:
    """*closed at 82,962.71*, *to 8,943.81*: where a market stood, printed without a unit."""
    return figure.preposition is not None and figure.preposition.lower_ in (
        "at",
        "to",
        "from",
        "near",
        "above",
        "below",
    )


def _names_something(figure: Figure) -> bool:
    """*($1 = 10.56 crowns)*, *the 30-share index*: a rate of exchange's one, a name's number."""
    doc, end = figure.doc, figure.span.end
    after = doc[end].text
    beside = after.lstrip("-") in ("share", "stock", "company") and (after[0] == "-" or doc[end - 1].text.endswith("-"))
    hyphened = after == "-" and end + 1 < len(doc) and doc[end + 1].text in ("share", "stock", "company")
    return after == "=" or beside or hyphened


def is_dependent(figure: Figure, leader: Figure) -> bool:
    """True where a figure goes on about the one before: *5% (6% before)*, *$2bn, up 8%*, *from $4 to $5*, *or 7% of sales*."""
    doc = figure.doc
    gap = doc[leader.span.end : figure.span.start]
    if _bracketed(figure) and len(gap) <= 6:
        return True
    if len(gap) > 14 or any(t.text in (";", ".") for t in gap):
        return False
    new_subject = any(t.dep_ in ("nsubj", "nsubjpass") and t.pos_ in ("NOUN", "PROPN") for t in gap)
    if new_subject:
        return False
    words = {t.lower_ for t in gap} | {t.lemma_.lower() for t in gap}
    if words & _LEANING and len(gap) <= 9:
        return True
    after = figure.doc[figure.span.end] if figure.span.end < figure.sentence.end else None
    if after is not None and after.lower_ in ("higher", "lower", "more", "less") and len(gap) <= 8:
        return True
    verb = grammar.verb_above(figure.anchor)
    if verb is not None and _equates_it(verb, leader, figure):
        return True
    if verb is not None and verb.tag_ == "VBG" and leader.span.end <= verb.i < figure.span.start and len(gap) <= 5:
        return grammar.own_subject(verb) is None
    return verb is not None and leader.span.end <= verb.i < figure.span.start and verb.lemma_.lower() in _LEANING_VERBS


def _equates_it(verb: Token, leader: Figure, figure: Figure) -> bool:
    """*a margin of 60% when a year ago it was 42%*: the *it* is what the figure before measured."""
    subject = grammar.own_subject(verb)
    stands = subject is not None and subject.lower_ in ("it", "that", "this") and subject.i >= leader.span.end
    return (
        stands and verb.lemma_.lower() in ("be", "stand") and figure.kind == leader.kind and verb.i < figure.span.start
    )


def is_set_against(figure: Figure) -> bool:
    """*short of the $6.4 billion*, *versus $131 billion*: right before the figure stands what sets it against another."""
    start = max(figure.sentence.start, figure.span.start - 5)
    near = {token.lower_ for token in figure.doc[start : figure.span.start]}
    return bool(near & _SET_AGAINST) or any(token.lower_ in _SET_AGAINST for token in figure.span[:2])


def _bracketed(figure: Figure) -> bool:
    """*revenue of $2bn (+8%)*: the figure opens a bracket."""
    near = figure.doc[max(0, figure.span.start - 3) : figure.span.end]
    before = near.text[: figure.quantity.start - near.start_char][-3:].rstrip(" +-–−")
    return before.endswith("(")
