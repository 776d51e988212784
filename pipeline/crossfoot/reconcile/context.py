"""Where the reconciler looks for the words that belong to a figure: its sentence, cut around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossfoot.reconcile import words
from crossfoot.records import Claim

# `in the last 24 hours` is no figure but what one counts from
_FIGURE = re.compile(r"(?!24[ -]hour)(?<!\d)\d[\d,.]*%?")
_RIGHT = 45  # characters behind a figure that may still qualify it
_LEFT = 90


@dataclass(frozen=True, slots=True)
class Context:
    """The sentence around a figure, lower case, cut where the reconciler looks."""

    left: str
    clause: str
    near: str
    right: str
    tight: str


def surroundings(claim: Claim) -> Context:
    """Cuts the sentence around the figure; an odd offset falls back on the first place of the quote."""
    sentence = claim.sentence
    at = claim.start - claim.sentence_start
    if at < 0 or sentence[at : at + len(claim.quote)] != claim.quote:
        at = max(sentence.find(claim.quote), 0)
    end = at + len(claim.quote)
    before = sentence[max(0, at - 400) : at].lower().replace("’", "'")
    after = sentence[end : end + 400].lower().replace("’", "'")
    ends = words.comparability().clause_ends
    opening = max((before.rfind(mark) + len(mark) for mark in ends if mark in before), default=0)
    closing = min((after.find(mark) for mark in ends if mark in after), default=len(after))
    clause = before[opening:] + claim.quote.lower() + after[:closing]
    near = _cut(before[-_LEFT:], claim.quote.lower(), after[:_RIGHT])
    return Context(left=before, clause=clause, near=near, right=after[:_RIGHT], tight=before[-25:])


def _cut(left: str, quote: str, right: str) -> str:
    """The words around a figure up to the nearest figure on either side, which has words of its own."""
    start = max((match.end() for match in _FIGURE.finditer(left)), default=0)
    end = _FIGURE.search(right)
    return left[start:] + quote + (right[: end.start()] if end else right)
