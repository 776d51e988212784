"""What a figure's own words say of it: which moment, definition or part, and which product."""

from __future__ import annotations

import re

from crossfoot.reconcile import words
from crossfoot.reconcile.context import Context
from crossfoot.records import Claim

# product names such as `737`, `787-9` or `A350`: letters and digits in one word, or a hyphen between digits
_MODEL = re.compile(
    r"(?<![\w$€£¥.,-])(?=[A-Za-z-]{0,8}\d)(?=[\d-]{0,8}[A-Za-z]|\d{2,4}-\d)[A-Za-z\d]{1,8}(?:-[A-Za-z\d]{1,8})?(?![\w%])"
)
_UNIT_TAIL = re.compile(
    r"\d+(?:st|nd|rd|th|x|k|m|bn|tn|b|s|gw|mw|kw|pm|am|year|month|day|week|hour)(?:-.*)?|[qh]\d.*|fy.*", re.IGNORECASE
)
_LEFT_OF_SCOPE = 160


def answers(context: Context) -> tuple[tuple[str, str], ...]:
    """The aspects that the words answer, one answer each: the nearest before the figure, else behind it."""
    found: dict[str, str] = {}
    places: tuple[tuple[words.Where, str], ...] = (
        ("near", context.near),
        ("clause", context.clause),
        ("right", context.right),
        ("left", context.left),
    )
    for where, text in places:
        pattern, said = words.cues(where)
        for match in pattern.finditer(text):
            for cue in said[match.group()]:
                if where != "left":
                    found.setdefault(cue.aspect, cue.answer)
                else:
                    found[cue.aspect] = cue.answer
    pattern, said = words.cues("tight")
    for match in pattern.finditer(context.tight):
        if not context.tight[match.end() :].strip(" $€£¥abouterlymsx"):
            for cue in said[match.group()]:
                found[cue.aspect] = cue.answer
    return tuple(sorted(found.items()))


def scopes(claim: Claim, context: Context) -> frozenset[str]:
    """The parts that the words beside the figure limit it to, else the nearest one named before it in the sentence."""
    pattern, said = words.scope_cues()
    found = {said[match.group()] for match in pattern.finditer(context.near)}
    if not found:
        before = [said[match.group()] for match in pattern.finditer(context.left[-_LEFT_OF_SCOPE:])]
        found = set(before[-1:])
    if claim.scope:
        found.add(words.scope_named(claim.scope))
    return frozenset(found - words.whole_scopes())


def models(near: str, quote: str) -> frozenset[str]:
    """Product names with digits beside the figure (`737`, `787-9`, `a350`), which are other things."""
    text = near.replace(quote.lower(), " ", 1)
    return frozenset(m.group() for m in _MODEL.finditer(text) if not _UNIT_TAIL.fullmatch(m.group()))
