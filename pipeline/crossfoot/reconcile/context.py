"""Where the reconciler looks for the words that belong to a figure: its sentence, cut around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossfoot.reconcile import words
from crossfoot.records import Claim

# `in the last 24 hours` is no figure but what one counts from, and `its 2023 revenue` names a year
_FIGURE = re.compile(r"(?!24[ -]hour|(?<![$€£¥])(?:19|20)\d\d(?![\d%]|[,.]\d))(?<!\d)\d[\d,.]*%?")
_RIGHT = 45  # characters behind a figure that may still qualify it
_LEFT = 90


# what may stand between a phrase and the figure that it belongs to: `estimates of $3`, `expected sales of $3`
_LEADS_IN = re.compile(r"[\s$€£¥]*(?:(?:an?|the|at|for|was|of|\w+ of)\s+)*[\s$€£¥]*")


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure and the words on either side up to the next figure, which has words of its own."""

    before: str
    figure: str
    after: str
    followed: bool  # another figure stands right behind `after`

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.before + self.figure + self.after

    def distance(self, start: int, end: int) -> int:
        """Characters between the figure and the words at `start` to `end` of `text`."""
        return max(0, len(self.before) - end, start - len(self.before) - len(self.figure))

    def is_the_next_ones(self, end: int) -> bool:
        """True of words that lead in the figure which follows: `$4 billion, above estimates of` $3.9 billion."""
        return self.followed and end > len(self.before) and leads_in(self.text[end:])


@dataclass(frozen=True, slots=True)
class Context:
    """The sentence around a figure, lower case, cut where the reconciler looks."""

    left: str
    right: str
    clause: Beside
    near: Beside


def leads_in(between: str) -> bool:
    """True where nothing that matters stands between a phrase and its figure."""
    return _LEADS_IN.fullmatch(between) is not None


def surroundings(claim: Claim) -> Context:
    """Cuts the sentence around the figure; an odd offset falls back on the first place of the quote."""
    sentence = claim.sentence
    at = claim.start - claim.sentence_start
    if at < 0 or sentence[at : at + len(claim.quote)] != claim.quote:
        at = max(sentence.find(claim.quote), 0)
    end = at + len(claim.quote)
    before = sentence[max(0, at - 400) : at].lower().replace("’", "'")
    after = sentence[end : end + 400].lower().replace("’", "'")
    figure = claim.quote.lower()
    return Context(
        left=before, right=after[:_RIGHT], clause=_clause(before, figure, after), near=_near(before, figure, after)
    )


def _clause(before: str, figure: str, after: str) -> Beside:
    ends = words.comparability().clause_ends
    opening = max((before.rfind(mark) + len(mark) for mark in ends if mark in before), default=0)
    return Beside(before[opening:], figure, _up_to(after, ends), followed=False)


def _near(before: str, figure: str, after: str) -> Beside:
    """Up to the nearest figure, and no further than where another statement begins."""
    ends = words.comparability().statement_ends
    left, right = before[-_LEFT:], after[:_RIGHT]
    earlier = max((match.end() for match in _FIGURE.finditer(left)), default=None)
    if earlier is not None:
        left = left[earlier:]
        left = left[min((left.find(mark) for mark in ends if mark in left), default=0) :]
    later = _FIGURE.search(right)
    whole = right[: later.start()] if later else right
    kept = _up_to(whole, ends)
    return Beside(left, figure, kept, followed=later is not None and kept == whole)


def _up_to(text: str, ends: tuple[str, ...]) -> str:
    return text[: min((text.find(mark) for mark in ends if mark in text), default=len(text))]
