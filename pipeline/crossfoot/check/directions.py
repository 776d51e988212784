"""Stated directions without a figure (`Revenue shrank`), held against what the articles say moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from crossfoot.check.evidence import Evidence
from crossfoot.check.levels import labels_apart
from crossfoot.check.passages import Passage, Stated, Way, clause_around, moves
from crossfoot.check.vocabulary import words
from crossfoot.reconcile.dates import Span, span
from crossfoot.reconcile.dates import compare as compare_days
from crossfoot.reconcile.inferred_periods import of_another_day
from crossfoot.reconcile.metrics import families
from crossfoot.reconcile.movement import way
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.statements import vocabulary
from crossfoot.reconcile.statements.figures import words_of
from crossfoot.records import Label
from crossfoot.values.periods import Period

_PARTED: Final = re.compile(r",\s|\sand\s")
_SAME_THING: Final = 0.5  # of what the clause's words tell
_SURE: Final = 0.15  # by which the other way must be nearer than the same one
_A_MONTH: Final = 27  # days
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
    label: str | None = None  # `Q3`: its fiscal period, days known or not

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
    level: Literal["direction", "period"] = "direction"  # which of the two is wrong


def stated_moves(passage: Passage) -> Iterator[Move]:
    """The moves of a sentence that no figure measures."""
    measured = [_measured_by(one) for one in passage.stated]
    for move in all_moves(passage):
        if not any(start < move.end and move.start < end for start, end in measured):
            yield move


def _measured_by(one: Stated) -> tuple[int, int]:
    """The part of its clause that a figure measures: `costs fell and sales reached $5 billion` are two."""
    start, end = clause_around(one.passage.text, one.figure.start, one.figure.end)
    joint = one.passage.text.rfind(" and ", start, one.figure.start)
    return max(start, joint), end


def all_moves(passage: Passage) -> list[Move]:
    """The moves of a sentence, one a clause: the first word of direction counts."""
    found: dict[tuple[int, int], Move] = {}
    read = moves(passage.text)
    for at, (first, last, going) in enumerate(read):
        start, end = _segment(passage.text, first, last, read[at - 1][1] if at else 0)
        if (start, end) not in found:
            about = _about(passage, start, end)
            time = _time_in(passage, start, end)
            when, label = (span(time.edtf), time.label) if time else (None, None)
            found[start, end] = Move(passage, start, end, going, about, when, label)
    return list(found.values())


def compared_figures(passage: Passage) -> Iterator[Move]:
    """Moves that two figures tell: `net income was $95 million, which compares to $107 million a year ago`."""
    for at, earlier in enumerate(passage.stated):
        later = next((one for one in reversed(passage.stated[:at]) if _one_kind(one, earlier)), None)
        if earlier.part != "from" or later is None:
            continue
        now, then = later.figure.stated.middle, earlier.figure.stated.middle
        if now is None or then is None or now == then or later.way is not None:
            continue
        start, end = clause_around(passage.text, later.figure.start, later.figure.end)[0], earlier.figure.end
        about = _about(passage, start, end)
        yield Move(passage, start, end, "up" if now > then else "down", about, later.when, later.label)


def _one_kind(one: Stated, other: Stated) -> bool:
    same = one.figure.dimension == other.figure.dimension and one.figure.noun == other.figure.noun
    return same and one.figure.sort == other.figure.sort == "amount"


def _about(passage: Passage, start: int, end: int) -> frozenset[str]:
    """The words of a clause that say what moves, not when or which way."""
    text = passage.text[start:end]
    for time in passage.times:
        if start <= time.start and time.end <= end:
            text = text.replace(time.text, " ")
    return frozenset(words_of(vocabulary.one_phrase(text))) - _ways()


def _segment(text: str, first: int, last: int, previous: int) -> tuple[int, int]:
    """What a word of direction is about: from the last one in its clause to the next comma or `and`."""
    start, end = clause_around(text, first, last)
    parted = _PARTED.search(text, last, end)
    return max(start, previous), parted.start() if parted else end


@cache
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
        elsewhen: list[Move] = []
        for passage in evidence.near(claim.passage):
            for theirs in passage.readings:
                if not _one_thing(reading, theirs) or way(theirs) is None:
                    continue
                move = _move_of(theirs, passage)
                if theirs.claim.metric in families().running and _may_be_another(claim.when, move.when, theirs):
                    elsewhen.append(move)
                    continue
                (same if way(theirs) == claim.way else other).append(move)
        if elsewhen and not same and not other:
            return Turn("not_enough_evidence", claim, tuple(elsewhen[:1]), level="period")
        if other and not same:
            return Turn("refuted", claim, tuple(other[:1]))
        if same:
            return Turn("conflicting_evidence" if other else "supported", claim, (*same[:1], *other[:1]))
    return None


def _move_of(reading: Reading, passage: Passage) -> Move:
    """The clause of a claim that moves something, of the day that it names, else of the claim's or its article's."""
    start = reading.claim.start - passage.start
    first, last = clause_around(passage.text, start, start + len(reading.claim.quote))
    named = _time_in(passage, first, last)
    when = reading.span or (span(named.edtf) if named else None) or reading.when
    return Move(passage, first, last, _way(reading), frozenset(), when)


def _may_be_another(ours: Span | None, when: Span | None, theirs: Reading) -> bool:
    """True of moves of two days, and of one whose day only another sentence names."""
    return _two_days(ours, when) or (ours is not None and ours.days == 1 and of_another_day(theirs))


def _two_days(one: Span | None, other: Span | None) -> bool:
    """True of moves of Tuesday and of Wednesday, and of those of a day and of a year."""
    single = one is not None and other is not None and one.days == other.days == 1
    return one != other if single else compare_days(one, other) == "different"


def _time_in(passage: Passage, start: int, end: int) -> Period | None:
    """The first time that a clause names."""
    return next((time for time in passage.times if start <= time.start < end and time.role == "period"), None)


def _way(reading: Reading) -> Way:
    return "up" if way(reading) == "up" else "down"


def _one_thing(one: Reading, other: Reading) -> bool:
    firm = one.firm is not None and one.firm == other.firm
    return (
        firm and one.claim.metric == other.claim.metric != "other" and compare_days(one.span, other.span) != "different"
    )


def _by_words(claim: Move, evidence: Evidence) -> Turn:
    rated: list[tuple[float, Move]] = []
    of_other_days: list[tuple[float, Move]] = []
    for passage in evidence.near(claim.passage):
        for move in [*all_moves(passage), *compared_figures(passage)]:
            points = evidence.shared(claim.about, move.about)
            points += _CONTEXT * evidence.shared(claim.about - move.about, passage.words | _before(passage))
            (of_other_days if _two_days(claim.when, _trading_day(move)) else rated).append((points, move))
    for some in (rated, of_other_days):
        some.sort(key=lambda pair: (-pair[0], pair[1].passage.doc_id, pair[1].passage.start))
    elsewhen = _elsewhen(claim, rated)
    rated = [pair for pair in rated if not _other_time(claim, pair[1])]
    same = next((pair for pair in rated if pair[1].way == claim.way), (0.0, None))
    other = next((pair for pair in rated if pair[1].way != claim.way), (0.0, None))
    if other[1] is not None and other[0] >= _SAME_THING and other[0] >= same[0] + _SURE:
        return Turn("refuted", claim, (other[1],))
    if elsewhen is not None and elsewhen[0] >= max(_SAME_THING, same[0]):
        return Turn("refuted", claim, (elsewhen[1],), level="period")
    if same[1] is not None and same[0] >= _SAME_THING:
        return Turn("supported", claim, (same[1],))
    told = tuple(move for points, move in of_other_days[:1] if points >= _SAME_THING)
    return Turn("not_enough_evidence", claim, told, level="period")


def _trading_day(move: Move) -> Span | None:
    """The day of a price's move that stands in a clause; None for all other moves, which may be told a day later."""
    for reading in move.passage.readings:
        if (
            move.start <= reading.claim.start - move.passage.start < move.end
            and reading.claim.metric in families().running
        ):
            return reading.when
    return None


def _elsewhen(claim: Move, rated: list[tuple[float, Move]]) -> tuple[float, Move] | None:
    """The best move that goes the same way in another quarter or year, where none does in the summary's own."""
    same_way = [pair for pair in rated if pair[1].way == claim.way and _a_period(pair[1])]
    if not _a_period(claim) or not _of_one_time(claim):
        return None
    if any(not _other_time(claim, move) for _, move in same_way):
        return None
    return next(iter(same_way), None)


def _a_period(move: Move) -> bool:
    """True of a month, a quarter, a year, ...; a day is when something was said."""
    return move.label is not None or (move.when is not None and (move.when.days or 0) >= _A_MONTH)


def _of_one_time(move: Move) -> bool:
    """True of a clause that names one time: in `lower in Q3 than in Q2` it is open which the article means."""
    return sum(move.start <= time.start < move.end for time in move.passage.times) == 1


def _other_time(one: Move, other: Move) -> bool:
    """True of moves of two periods, by their days or by the quarters that they name."""
    if compare_days(one.when, other.when) == "different":
        return True
    return one.when is None and other.when is None and labels_apart(one.label, other.label)


def _before(passage: Passage) -> frozenset[str]:
    return passage.before.words if passage.before else frozenset()
