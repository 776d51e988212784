"""One sentence written twice, and the figure, name or day that differs: an edit, whatever the bounds would allow."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from crossfoot.reconcile.statements.days import compared
from crossfoot.reconcile.statements.figures import Figure
from crossfoot.reconcile.statements.statement import Statement

_A_SENTENCE: Final = 6  # words; shorter ones are alike by chance
_VERSION: Final = 0.75
_LONG: Final = 7  # shared words from which on two bounds are an edit and not two ways to look at one figure
_MOST_NAMES: Final = 9


def changed(one: Statement, other: Statement) -> str | None:
    """What differs between two versions of one sentence; None where they are none, or say the same."""
    if not _versions(one, other):
        return None
    if not _days_changed(one, other):
        return _figure_changed(one, other) or _name_changed(one, other)
    if {figure.stated for figure in one.figures} == {figure.stated for figure in other.figures}:
        return "one sentence, two days"
    return None


def _versions(one: Statement, other: Statement) -> bool:
    if min(len(one.tokens), len(other.tokens)) < _A_SENTENCE:
        return False
    return SequenceMatcher(None, one.tokens, other.tokens, autojunk=False).ratio() >= _VERSION


def _days_changed(one: Statement, other: Statement) -> bool:
    """True where a day of the one stands in another's place: two versions name their days in one order."""
    if len(one.days) == len(other.days):
        return any(here.agrees(there) == "different" for here, there in zip(one.days, other.days, strict=True))
    return compared(one.days, other.days) == "different"


def _figure_changed(one: Statement, other: Statement) -> str | None:
    if len(one.figures) != len(other.figures):
        return None
    bounds_count = len(one.words & other.words) >= _LONG or _one_edit(one, other)
    for here, there in zip(one.figures, other.figures, strict=True):
        if here.dimension != there.dimension or here.stated == there.stated:
            continue
        if here.closed and there.closed:
            loose = "~" in (here.bound, there.bound) and here.allowed.meets(there.allowed)
            edited = not loose and not _rounded(here, there)
        else:
            edited = bounds_count and here.bound == there.bound
        if edited:
            return f"one sentence says “{here.quote}” and the other “{there.quote}”"
    return None


def _one_edit(one: Statement, other: Statement) -> bool:
    """True where a single figure is all that differs."""
    edits = SequenceMatcher(None, one.tokens, other.tokens, autojunk=False).get_opcodes()
    return sum(edit[0] != "equal" for edit in edits) == 1


def _rounded(one: Figure, other: Figure) -> bool:
    """True where the figure of fewer digits is the other one rounded: 8.8 for 8.84, and not 320 for 321."""
    fewer, more = sorted((one, other), key=lambda figure: len(re.findall(r"\d", figure.quote)))
    if len(re.findall(r"\d", fewer.quote)) == len(re.findall(r"\d", more.quote)):
        return False
    ends = (more.stated.low, fewer.allowed.low), (fewer.allowed.high, more.stated.high)
    return all(lower is not None and upper is not None and upper <= lower for lower, upper in ends)


def _name_changed(one: Statement, other: Statement) -> str | None:
    here, there = one.names - other.names, other.names - one.names
    if not here or not there or max(len(here), len(there)) > _MOST_NAMES:
        return None
    return f"one sentence names {', '.join(sorted(here))} and the other {', '.join(sorted(there))}"
