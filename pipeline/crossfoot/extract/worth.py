"""Which figures are worth a claim, and which lean on the figure before them."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure

_SMALL = 12
_LEANING = frozenset({"from", "to", "compared", "versus", "vs", "vs.", "or", "against", "than", "up", "down", "and", "represent", "representing", "marking", "mark", "showing", "reaching", "equivalent", "reach", "recovered"})
_LEANING_VERBS = frozenset({"represent", "mark", "show", "reach", "equal", "mean", "compare", "recover", "bring", "take", "hit"})


def is_claim(figure: Figure, metric: str | None) -> bool:
    """False for incidental counts (*two reasons*), calendar lengths (*the past two years*) and bare numbers.

    A figure in money or percent is always worth one; a count only where it measures something or is not small.
    """
    quantity = figure.quantity
    if quantity.calendar:
        return False
    if figure.kind == "duration":
        return metric in ("contract_duration", "duration", "inventory")
    if figure.kind in ("money", "percent", "power", "energy", "points", "multiple"):
        return True
    if metric is not None and metric != "other":
        return True
    if figure.kind == "count" and (quantity.words or (quantity.value.high or 0) <= _SMALL):
        return False
    return quantity.noun is not None or quantity.unit not in ("item", "", "x")


def is_dependent(figure: Figure, leader: Figure) -> bool:
    """True where a figure goes on about the one before: *5% (6% before)*, *$2bn, up 8%*, *from $4 to $5*, *or 7% of sales*."""
    doc = figure.doc
    gap = doc[leader.span.end : figure.span.start]
    if len(gap) > 14 or any(t.text in (";", ".") for t in gap):
        return False
    if any(t.text == "(" for t in gap) and not any(t.text == ")" for t in gap):
        return len(gap) <= 6
    new_subject = any(t.dep_ in ("nsubj", "nsubjpass") and t.pos_ in ("NOUN", "PROPN") for t in gap)
    if new_subject:
        return False
    words = {t.lower_ for t in gap} | {t.lemma_.lower() for t in gap}
    if words & _LEANING and len(gap) <= 9:
        return True
    verb = grammar.verb_above(figure.anchor)
    return verb is not None and leader.span.end <= verb.i < figure.span.start and verb.lemma_.lower() in _LEANING_VERBS
