"""What a figure's own words say of it: which moment, definition or part, and which product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crossfoot.reconcile import metrics, words
from crossfoot.reconcile.context import Beside, Context, leads_in
from crossfoot.records import Claim

# product names such as `737`, `787-9` or `A350`: letters and digits in one word, or a hyphen between digits
_MODEL = re.compile(
    r"(?<![\w$€£¥.,-])(?=[A-Za-z-]{0,8}\d)(?=[\d-]{0,8}[A-Za-z]|\d{2,4}-\d)[A-Za-z\d]{1,8}(?:-[A-Za-z\d]{1,8})?(?![\w%])"
)
_UNIT_TAIL = re.compile(
    r"\d+(?:st|nd|rd|th|x|k|m|bn|tn|b|s|gw|mw|kw|pm|am|year|month|day|week|hour)(?:-.*)?|[qh]\d.*|fy.*", re.IGNORECASE
)
_LEFT_OF_SCOPE = 160
_OF_A_COUNT = 3  # words behind a count that may name what it counts: `US credit card numbers`
_WORDS = re.compile(r"[a-z]{2,}")
_IN_REACH: Final[tuple[words.Where, ...]] = ("near", "before", "behind", "clause")


def answers(context: Context) -> tuple[tuple[str, str], ...]:
    """The aspects that the words answer, one answer each: the words nearest to the figure decide; words right before it,
    or anywhere before it where the vocabulary says so, overrule them."""
    found: dict[str, str] = {}
    standing = [each for where in _IN_REACH for each in _standing(where, context)]
    for _, _, cue in sorted(standing, key=lambda each: each[:2]):
        found.setdefault(cue.aspect, cue.answer)
    for cue in (*_said_before(context.left), *_said_right_before(context.near.before)):
        found[cue.aspect] = cue.answer
    return tuple(sorted(found.items()))


def _standing(where: words.Where, context: Context) -> Iterator[tuple[int, int, words.Cue]]:
    """The cues that belong to the figure, each with its distance and its place."""
    beside = context.clause if where == "clause" else context.near
    pattern, said = words.cues(where)
    for match in pattern.finditer(beside.text):
        if _stands(where, beside, *match.span()) and not beside.is_the_next_ones(match.end()):
            for cue in said[match.group()]:
                yield beside.distance(*match.span()), match.start(), cue


def _stands(where: words.Where, beside: Beside, start: int, end: int) -> bool:
    """Whether words stand on the side of the figure that the vocabulary asks for."""
    if where == "before":
        return end <= len(beside.before)
    return where != "behind" or start >= len(beside.before) + len(beside.figure)


def _said_before(left: str) -> Iterator[words.Cue]:
    """Cues anywhere before the figure; the last one counts, so it comes last."""
    pattern, said = words.cues("left")
    for match in pattern.finditer(left):
        yield from said[match.group()]


def _said_right_before(before: str) -> Iterator[words.Cue]:
    pattern, said = words.cues("tight")
    for match in pattern.finditer(before):
        if leads_in(before[match.end() :]):
            yield from said[match.group()]


def scopes(claim: Claim, context: Context) -> frozenset[str]:
    """The parts that the words beside the figure limit it to, else the nearest one named before it in the sentence."""
    pattern, said = words.scope_cues()
    found = {said[match.group()] for match in pattern.finditer(context.near.text)}
    if not found:
        before = [said[match.group()] for match in pattern.finditer(context.left[-_LEFT_OF_SCOPE:])]
        found = set(before[-1:])
    if claim.scope:
        found.add(words.scope_named(claim.scope))
    found -= {words.scope_named(claim.firm)} if claim.firm else set()  # `in the U.S.` is no part of the United States
    return frozenset(found - words.whole_scopes())


def counts(claim: Claim, context: Context) -> str | None:
    """What kind of things a count counts (`people` for consumers and users alike); None for other figures.

    Only of metrics that go by the noun: 4,000 employees are no 4,000 customers.
    """
    known = metrics.families().counted
    if claim.measure != "level" or claim.metric not in metrics.countable():
        return None
    beside = [*_WORDS.findall(claim.quote.lower()), *_WORDS.findall(context.right)[:_OF_A_COUNT]]
    for word in beside:
        for family in known:
            if word in family.nouns and claim.metric in family.metrics:
                return family.name
    return None


def models(near: Beside) -> frozenset[str]:
    """Product names with digits beside the figure (`737`, `787-9`, `a350`), which are other things."""
    text = f"{near.before} {near.after}"
    return frozenset(m.group() for m in _MODEL.finditer(text) if not _UNIT_TAIL.fullmatch(m.group()))
