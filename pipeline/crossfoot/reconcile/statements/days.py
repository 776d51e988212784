"""The days that a statement names, and whether two statements can be about one day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from crossfoot.reconcile.statements import vocabulary
from crossfoot.reconcile.statements.vocabulary import Standing
from crossfoot.values.periods import periods

Agreement = Literal["same", "different", "unknown"]

_PARTS: Final = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d))?)?")
_EARLIER: Final = ("before", "by")
_LATER: Final = ("after", "since")
_STRICT: Final = ({"on", "before"}, {"on", "after"}, {"before", "after"})
_TWO_BEFORE: Final = re.compile(r"(\w+)\W+$")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year as far as it is named; `start` and `end` are characters of the statement."""

    start: int
    end: int
    text: str
    parts: tuple[int | None, int | None, int | None]
    standing: Standing

    def agrees(self, other: Day) -> Agreement:
        """Whether two mentions can be one day: by the parts that both name, and before or after where one says so."""
        common = [(one, two) for one, two in zip(self.parts, other.parts, strict=True) if one and two]
        if not common:
            return "unknown"
        ours, theirs = [pair[0] for pair in common], [pair[1] for pair in common]
        if ours == theirs:
            return "different" if {self.standing, other.standing} in _STRICT else "same"
        for one, two, earlier in ((self, other, ours < theirs), (other, self, theirs < ours)):
            if (one.standing in _LATER and two.standing not in _EARLIER and earlier) or (
                one.standing in _EARLIER and two.standing not in _LATER and not earlier
            ):
                return "unknown"
        return "different"


def days(text: str) -> list[Day]:
    """The calendar days, months and years of a statement, in text order."""
    found = []
    for period in periods(text):
        match = _PARTS.fullmatch(period.value or "")
        if period.type != "DATE" or match is None:
            continue
        year, month, day = (None if part is None or "X" in part else int(part) for part in match.groups())
        if year or month:
            found.append(Day(period.start, period.end, period.text, (year, month, day), _standing(text, period.start)))
    return found


def _standing(text: str, start: int) -> Standing:
    match = _TWO_BEFORE.search(text[:start])
    word = match[1].lower() if match else ""
    known = vocabulary.statements()
    for standing, words in known.days.items():
        if word in words:
            return standing
    return "on"


def compared(ones: Sequence[Day], others: Sequence[Day]) -> Agreement:
    """Whether the days of two statements can be the same: each day of the one that names fewer is among the other's."""
    if not ones or not others:
        return "unknown"
    fewer, more = (ones, others) if len(ones) <= len(others) else (others, ones)
    verdicts = [_best(day, more) for day in fewer]
    return "different" if "different" in verdicts else "same" if "same" in verdicts else "unknown"


def _best(day: Day, others: Sequence[Day]) -> Agreement:
    found = {day.agrees(other) for other in others}
    return "same" if "same" in found else "unknown" if "unknown" in found else "different"
