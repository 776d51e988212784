"""A whole summary against the evidence: every figure and every stated direction, in text order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crossfoot.check.directions import Turn, judge_move, stated_moves
from crossfoot.check.evidence import Evidence
from crossfoot.check.explaining import verdict
from crossfoot.check.judging import Judgement, judge
from crossfoot.check.loose import Loose, unanswered
from crossfoot.check.passages import Passage, passages
from crossfoot.records import Article, Claim, Label, Verdict
from crossfoot.values.wording import counted

_IN_WORDS: Final[dict[Label, str]] = {
    "supported": "supported",
    "refuted": "refuted",
    "conflicting_evidence": "with articles that contradict each other",
    "not_enough_evidence": "that the articles do not settle",
}
_ORDER: Final[tuple[Label, ...]] = ("refuted", "conflicting_evidence", "not_enough_evidence", "supported")


@dataclass(frozen=True, slots=True)
class Checked:
    """A summary's text, its verdicts in text order, and how many sentences there was nothing to check in."""

    text: str
    verdict_records: tuple[Verdict, ...]
    sentences: int
    unchecked: int

    @property
    def label(self) -> Label:
        """The worst verdict; `not_enough_evidence` where there is none."""
        found = {one.label for one in self.verdict_records}
        return next((label for label in _ORDER if label in found), "not_enough_evidence")

    @property
    def coverage(self) -> str:
        """What was checked, how it came out, and what could not be checked, in one line."""
        counts = Counter(one.label for one in self.verdict_records)
        parts = [f"{counts[label]} {_IN_WORDS[label]}" for label in reversed(_ORDER) if counts[label]]
        checked = counted(len(self.verdict_records), "statement")
        rest = f"{self.unchecked} of {counted(self.sentences, 'sentence')} hold neither figure nor direction"
        return f"{checked} checked{': ' if parts else ''}{', '.join(parts)}; {rest}"


def check(summary: Article, claims: Sequence[Claim], evidence: Evidence) -> Checked:
    """The verdicts on a summary; `claims` are what the extractor found in it."""
    read = passages(summary, claims)
    verdicts: list[Verdict] = []
    unchecked = 0
    for passage in read:
        found = judgements(passage, evidence)
        unchecked += not found
        verdicts += [verdict(judged, summary.text) for judged in found]
    return Checked(summary.text, tuple(verdicts), len(read), unchecked)


def judgements(passage: Passage, evidence: Evidence) -> list[Judgement | Turn | Loose]:
    """What the articles say of each statement of a sentence, in text order."""
    figures: list[tuple[int, Judgement | Turn | Loose]] = [
        (one.figure.start, judge(one, evidence)) for one in passage.stated
    ]
    turns = [(move.start, judge_move(move, evidence)) for move in stated_moves(passage)]
    loose = [(one.start, one) for one in unanswered(passage, evidence)]
    return [judged for _, judged in sorted([*figures, *turns, *loose], key=lambda pair: pair[0])]
