"""The figures of a sentence as its words have them: headlines, names, ages, parts of a whole, bounds of verbs."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from crossfoot.check.vocabulary import said, words
from crossfoot.reconcile.measurement import half_unit
from crossfoot.reconcile.statements.figures import Figure, figures
from crossfoot.values.intervals import Interval

TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAMED: Final = re.compile(r"[A-Za-z]{2,},\s$")
_SET_OFF: Final = re.compile(r"\s*(?:$|[,;—–])(?!\s?\d)")
_OLDEST: Final = 120
_WIDEST: Final = 0.125  # of a figure: `1 million` is not half a million


@lru_cache(maxsize=8192)
def worded_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a sentence; copies of an article are read once."""
    found = (bounded(figure, text) for figure in figures(as_prose(text)))
    return tuple(figure for figure in found if not _in_a_name(figure, text) and not _a_part(figure, text))


def as_prose(text: str) -> str:
    """A headline With Capitals in small letters, for the grammar of figures takes `Into 22 Cars` for a name."""
    found = list(TOKEN.finditer(text))
    long = [match for match in found if len(match[0]) > 3]
    if len(found) < 3 or text.rstrip().endswith(".") or any(match[0][0].islower() for match in long):
        return text
    return re.sub(r"(?<![\w$€£¥.,])[A-Z](?=[a-z]{2})", lambda match: match[0].lower(), text)


def _in_a_name(figure: Figure, text: str) -> bool:
    """True of `777X` and of `Capital One`: a number word with a capital behind another one, in a text that is no headline."""
    if figure.quote[-1].isdigit() and text[figure.end : figure.end + 1].isalpha():
        return True
    inside = figure.quote.isalpha() and figure.quote[0].isupper()
    return inside and re.search(r"(?<![\w.])[A-Z]\w+\s$", text[: figure.start]) is not None and as_prose(text) == text


def _a_part(figure: Figure, text: str) -> bool:
    """True of `a tenth fewer` and `a third of it`, which are no places in a list, as `a third man` is."""
    if figure.sort != "place" or not re.search(r"(?<!\w)(?:an?|one)[ -]$", text[: figure.start], re.IGNORECASE):
        return False
    behind = re.match(r"\s+([a-z]+)", text[figure.end :], re.IGNORECASE)
    return behind is None or behind[1].lower() in words().behind_a_part


def bounded(figure: Figure, text: str) -> Figure:
    """The figure with a bound that only the verb before it gives (`will not exceed`), and rounding that has a cap."""
    figure = _of_age(_not_over(figure, text), text)
    value, allowed = figure.stated.middle, figure.allowed
    if figure.sort != "amount" or value is None or figure.stated.low != figure.stated.high:
        return figure
    if figure.bound == "=" and said(words().at_most).search(text[max(0, figure.start - 16) : figure.start]):
        return replace(figure, stated=Interval(None, value), allowed=Interval(None, value), bound="<=")
    if allowed.low is None or allowed.high is None:
        return figure
    room = abs(value) * _WIDEST
    if said(words().exactly).search(text[max(0, figure.start - 10) : figure.start]):
        room = 0.0
    capped = Interval(max(allowed.low, value - room), min(allowed.high, value + room))
    return replace(figure, allowed=capped, bound="!" if room == 0.0 else figure.bound)


def _not_over(figure: Figure, text: str) -> Figure:
    """The figure itself where `over` is no bound: `forks over $60 million`, `a row over a $1.2 billion fraud`."""
    over = re.match(r"over\s+", figure.quote, re.IGNORECASE)
    value = figure.stated.middle
    if over is None or value is None:
        return figure
    handed = said(words().handed).search(text[max(0, figure.start - 12) : figure.start].rstrip())
    if not handed and not said(words().affairs).match(text[figure.end :].lstrip()):
        return figure
    point = Interval.point(value)
    start = figure.start + over.end()
    return replace(
        figure,
        start=start,
        quote=text[start : figure.end],
        stated=point,
        allowed=Interval(value - half_unit(value), value + half_unit(value)),
        bound="=",
    )


def _of_age(figure: Figure, text: str) -> Figure:
    """The figure as an age where its place says so: `Woman, 62`, `Singer Dead at 65`."""
    value = figure.stated.middle
    bare = figure.dimension == "" or (figure.dimension == "item" and text[figure.end :].startswith(" of "))
    if figure.sort != "amount" or not bare or value is None or not figure.quote.isdigit() or value > _OLDEST:
        return figure
    set_off = _NAMED.search(text[: figure.start]) and _SET_OFF.match(text, figure.end)
    if not set_off and not said(words().at_an_age).search(text[max(0, figure.start - 12) : figure.start].rstrip()):
        return figure
    return replace(figure, dimension="year", noun=None, aged=True)
