"""Stated directions without a figure (`Revenue shrank`), held against what the articles say moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crossfoot.check.evidence import Evidence
from crossfoot.check.passages import Passage, Way, clause_around, moves
from crossfoot.check.vocabulary import words
from crossfoot.reconcile.dates import Span, span
from crossfoot.reconcile.dates import compare as compare_days
from crossfoot.reconcile.movement import way
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.statements import vocabulary
from crossfoot.reconcile.statements.figures import words_of
from crossfoot.records import Label

_PARTED: Final = re.compile(r",\s|\sand\s")
_SAME_THING: Final = 0.5  # of what the clause's words tell
_SURE: Final = 0.15  # by which the other way must be nearer than the same one
_CONTEXT: Final = 0.3


@dataclass(frozen=True, slots=True)
class Move:
    """A clause that says which way something went; offsets are those of its passage."""

    passage: Passage
    start: int
    end: int
    way: Way
    about: frozenset[str]
    when: Span | None

    @property
    def quote(self) -> str:
        """The clause as it stands."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Turn:
    """The verdict on a stated direction."""

    label: Label
    claim: Move
    by: tuple[Move, ...] = ()


def stated_moves(passage: Passage) -> Iterator[Move]:
    """The moves of a sentence that no figure measures."""
    measured = [clause_around(passage.text, one.figure.start, one.figure.end) for one in passage.stated]
    for move in all_moves(passage):
        if not any(start < move.end and move.start < end for start, end in measured):
            yield move


def all_moves(passage: Passage) -> list[Move]:
    """The moves of a sentence, one a clause: the first word of direction counts."""
    found: dict[tuple[int, int], Move] = {}
    read = moves(passage.text)
    for at, (first, last, going) in enumerate(read):
        start, end = _segment(passage.text, first, last, read[at - 1][1] if at else 0)
        if (start, end) not in found:
            about = frozenset(words_of(vocabulary.one_phrase(passage.text[start:end]))) - _ways()
            time = next((time for time in passage.times if start <= time.start < end and time.role == "period"), None)
            found[start, end] = Move(passage, start, end, going, about, span(time.edtf) if time else None)
    return list(found.values())


def _segment(text: str, first: int, last: int, previous: int) -> tuple[int, int]:
    """What a word of direction is about: from the last one in its clause to the next comma or `and`."""
    start, end = clause_around(text, first, last)
    parted = _PARTED.search(text, last, end)
    return max(start, previous), parted.start() if parted else end


def _ways() -> frozenset[str]:
    known = words()
    return frozenset(words_of(" ".join(sorted(known.up | known.down | known.flat))))


def judge_move(claim: Move, evidence: Evidence) -> Turn:
    """What the articles say of a stated direction: by firm and metric where both are known, else by the words."""
    return _by_claims(claim, evidence) or _by_words(claim, evidence)


def _by_claims(claim: Move, evidence: Evidence) -> Turn | None:
    ours = [
        reading
        for reading in claim.passage.readings
        if way(reading) == claim.way and claim.start <= reading.claim.start - claim.passage.start < claim.end
    ]
    for reading in ours:
        same: list[Move] = []
        other: list[Move] = []
        for passage in evidence.near(claim.passage):
            for theirs in passage.readings:
                if not _one_thing(reading, theirs) or way(theirs) is None:
                    continue
                start = theirs.claim.start - passage.start
                first, last = clause_around(passage.text, start, start + len(theirs.claim.quote))
                move = Move(passage, first, last, _way(theirs), frozenset(), theirs.span)
                (same if way(theirs) == claim.way else other).append(move)
        if other and not same:
            return Turn("refuted", claim, tuple(other[:1]))
        if same:
            return Turn("conflicting_evidence" if other else "supported", claim, (*same[:1], *other[:1]))
    return None


def _way(reading: Reading) -> Way:
    return "up" if way(reading) == "up" else "down"


def _one_thing(one: Reading, other: Reading) -> bool:
    firm = one.firm is not None and one.firm == other.firm
    return (
        firm and one.claim.metric == other.claim.metric != "other" and compare_days(one.span, other.span) != "different"
    )


def _by_words(claim: Move, evidence: Evidence) -> Turn:
    rated: list[tuple[float, Move]] = []
    for passage in evidence.near(claim.passage):
        for move in all_moves(passage):
            points = evidence.shared(claim.about, move.about)
            points += _CONTEXT * evidence.shared(claim.about - move.about, passage.words | _before(passage))
            if compare_days(claim.when, move.when) != "different":
                rated.append((points, move))
    rated.sort(key=lambda pair: (-pair[0], pair[1].passage.doc_id, pair[1].passage.start))
    same = next((pair for pair in rated if pair[1].way == claim.way), (0.0, None))
    other = next((pair for pair in rated if pair[1].way != claim.way), (0.0, None))
    if other[1] is not None and other[0] >= _SAME_THING and other[0] >= same[0] + _SURE:
        return Turn("refuted", claim, (other[1],))
    if same[1] is not None and same[0] >= _SAME_THING:
        return Turn("supported", claim, (same[1],))
    return Turn("not_enough_evidence", claim)


def _before(passage: Passage) -> frozenset[str]:
    return passage.before.words if passage.before else frozenset()
