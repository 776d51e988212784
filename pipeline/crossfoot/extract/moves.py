"""Movements that a noun names and a figure measures from afar: *an increase in fees of $2m*, *put the drop at 4%*."""

from __future__ import annotations

from dataclasses import replace

from crossfoot.extract import cues, grammar
from crossfoot.extract.figures import CHANGE_UNITS, Figure, movement
from crossfoot.extract.tokens import Token
from crossfoot.records import Direction
from crossfoot.values.intervals import Interval

_REACH = 12  # words from a movement's noun to the figure that measures it
_PUTTING = frozenset({"put", "peg", "place", "estimate", "project", "forecast", "see", "reckon"})
_BRINGING = frozenset({"take", "bring", "extend", "widen", "narrow", "trim", "push", "pare", "deepen", "stretch"})
_SIZING = frozenset({"be", "come", "amount", "average", "reach", "total", "stand"})
_PACES = frozenset({"rate", "pace", "clip"})
_RANGES = frozenset({"range", "total", "level", "record", "average", "maximum", "minimum", "high", "low"})
_OBJECT = 7  # words from a verb over its object to the figure
_OF_AN_OBJECT = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "PART"})
_NEAR_ITS_VERB = 6  # words from the movement's noun to its verb


def move_of(figure: Figure) -> Direction | None:
    """Which way the movement goes whose size the figure is, by its verb, adverb or noun; None for a level."""
    return movement(figure) or named_move(figure) or _of_its_subject(figure) or _of_its_object(figure)


def named_move(figure: Figure) -> Direction | None:
    """Which way the movement goes that a noun away from the figure names: *an increase in fees of $2 million* goes up."""
    if figure.noun is not None or figure.preposition is None:
        return None
    led = figure.preposition.lower_
    if led == "of":
        return _of_what_moved(figure) or _at_a_pace_of(figure)
    if led == "at":
        return _put_at(figure)
    return _brought_to(figure) if led == "to" and figure.quantity.unit in CHANGE_UNITS else None


def _of_its_subject(figure: Figure) -> Direction | None:
    """*In China the decline was 14%*, *the increase came to 9%*: the movement is the subject, and the figure its size."""
    verb, led = figure.verb, figure.preposition.lower_ if figure.preposition is not None else ""
    sized = figure.quantity.unit in CHANGE_UNITS and figure.noun is None and led in ("", "to", "at")
    if not sized or verb is None or verb.lemma_.lower() not in _SIZING or verb.i > figure.span.start:
        return None
    if figure.span.end < figure.sentence.end and figure.doc[figure.span.end].lower_ in ("of", "in", "for"):
        return None
    if any(token.like_num for token in figure.doc[verb.i + 1 : figure.span.start]):
        return None  # "growth was 9%, and the solvency ratio 217%"
    subject = grammar.own_subject(verb)
    near = subject is not None and verb.i - subject.i <= _NEAR_ITS_VERB
    return _direction_of(figure, subject) if near else None


def _of_its_object(figure: Figure) -> Direction | None:
    """*grew turnover 14% to €3 million*: the verb, what it moved, and right behind it by how much."""
    if figure.quantity.unit not in CHANGE_UNITS or figure.noun is not None or figure.preposition is not None:
        return None
    if figure.span.end < figure.sentence.end and figure.doc[figure.span.end].lower_ != "to":
        return None
    for at in range(figure.span.start - 1, max(figure.sentence.start, figure.span.start - _OBJECT), -1):
        token = figure.doc[at]
        if token.pos_ == "VERB" and at < figure.span.start - 1:
            return cues.verb_direction(token)
        if token.pos_ not in _OF_AN_OBJECT:
            return None
    return None


def thing_moved(figure: Figure) -> range | None:
    """The words of *interest and fees* in *an increase in interest and fees of $2 million*, None where no thing moved."""
    of = figure.preposition
    if figure.noun is not None or of is None or of.lower_ != "of":
        return None
    first = max(figure.sentence.start, of.i - _REACH)
    for at in range(of.i - 1, first, -1):
        token = figure.doc[at]
        if token.text in grammar.CLAUSE_MARKS or token.tag_ in grammar.FINITE or token.like_num:
            return None
        if token.lower_ == "to" and not _RANGES.isdisjoint(each.lower_ for each in figure.doc[at + 1 : of.i]):
            return None  # "its outlook for growth to a range of 17%"
        if token.lower_ in ("in", "to") and cues.noun_direction(figure.doc[at - 1]) is not None:
            idiom = at - 2 >= first and figure.doc[at - 2].lemma_.lower() == "give"  # "give rise to charges of $2m"
            return None if idiom else range(at + 1, of.i)
    return None


def _of_what_moved(figure: Figure) -> Direction | None:
    """*a drop in the price of coal of 5%*: the thing stands between the movement and its size."""
    thing = thing_moved(figure)
    return _direction_of(figure, figure.doc[thing.start - 2]) if thing is not None else None


def _at_a_pace_of(figure: Figure) -> Direction | None:
    """*shrank at an annual rate of 2.3%*: the verb says which way, the rate how fast."""
    of, verb = figure.preposition, figure.verb
    if of is None or verb is None or figure.quantity.unit != "percent" or of.head.lemma_.lower() not in _PACES:
        return None
    at = of.head.head
    return cues.verb_direction(verb) if at.lower_ == "at" and verb.i < at.i < of.i and at.head.i == verb.i else None


def _put_at(figure: Figure) -> Direction | None:
    """*put growth in sales at 4%*, *the drag on margins was estimated at 60 basis points*."""
    verb = figure.verb
    if verb is None or verb.lemma_.lower() not in _PUTTING or verb.i > figure.span.start:
        return None
    passive = grammar.own_subject(verb) if verb.tag_ == "VBN" else None
    return _direction_of(figure, passive) or _object_between(figure, verb)


def _brought_to(figure: Figure) -> Direction | None:
    """*taking its gain this year to 41%*, *extending the fall since May to 12%*: how far it has gone by now."""
    verb = figure.verb
    if verb is None or verb.lemma_.lower() not in _BRINGING or verb.i > figure.span.start:
        return None
    return _object_between(figure, verb)


def _object_between(figure: Figure, verb: Token) -> Direction | None:
    """The movement that the verb's object names, between the verb and the figure."""
    moved = (
        child for child in verb.children if child.dep_ in ("dobj", "nsubj") and verb.i < child.i < figure.span.start
    )
    return next((direction for child in moved if (direction := _direction_of(figure, child)) is not None), None)


def _direction_of(figure: Figure, noun: Token | None) -> Direction | None:
    """The noun's direction; a loss or gain of money is a result."""
    if noun is None or noun.pos_ != "NOUN" or figure.kind == "money" and noun.lemma_.lower() in ("loss", "gain"):
        return None
    return cues.noun_direction(noun)


def starts_flat(figure: Figure) -> bool:
    """*flat to down 4%*, *flat to up 1%*: from nothing to there."""
    words = [token.lower_ for token in figure.doc[max(figure.sentence.start, figure.span.start - 4) : figure.span.end]]
    return any(words[at : at + 2] == ["flat", "to"] and words[at + 2] in ("up", "down") for at in range(len(words) - 2))


def from_flat(value: Interval) -> Interval:
    """The interval from nothing to where the figure goes, an open side left open: *flat to down 4%*."""
    low = None if value.low is None else min(0.0, value.low)
    high = None if value.high is None else max(0.0, value.high)
    return Interval(low, high)


def is_called_a_loss(figure: Figure) -> bool:
    """*against a loss of $19 million*: the noun right before the figure's *of*."""
    of = figure.preposition
    return of is not None and of.lower_ == "of" and of.i > 0 and of.nbor(-1).lower_ == "loss"


def grown(figure: Figure) -> Figure:
    """*rose fivefold*, *up fivefold*: a movement of 400 percent; any other figure as it is."""
    quantity = figure.quantity
    if quantity.unit != "x" or not figure.span.text.lower().endswith("fold") or move_of(figure) != "up":
        return figure
    ends = [None if end is None else 100 * (end - 1) for end in (quantity.value.low, quantity.value.high)]
    changed = replace(quantity, value=Interval(*ends), unit="percent", kind="percent")
    return replace(figure, quantity=changed)
