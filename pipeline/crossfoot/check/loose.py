"""Numbers, years and quarters of a summary that are no figures, and that no article names: `since 1998`, `Category 3`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crossfoot.check.evidence import Evidence
from crossfoot.check.passages import Passage
from crossfoot.check.vocabulary import words

_NUMBER: Final = re.compile(r"(?<![\w.,])['’]?\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![\w])")
_WORD_BEFORE: Final = re.compile(r"([A-Z][a-z]{2,})\s$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SHORT_YEAR: Final = re.compile(r"['’](\d\d)")


@dataclass(frozen=True, slots=True)
class Loose:
    """A number that nothing in the articles answers to; offsets are those of its passage."""

    passage: Passage
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The number as it stands."""
        return self.passage.text[self.start : self.end]


def unanswered(passage: Passage, evidence: Evidence) -> Iterator[Loose]:
    """The numbers outside all figures that no article prints, nor names as a day or year in other words; and quarters."""
    yield from _quarters(passage, evidence)
    for match in _NUMBER.finditer(passage.text):
        inside = any(one.figure.start < match.end() and match.start() < one.figure.end for one in passage.stated)
        before = _WORD_BEFORE.search(passage.text[: match.start()])
        named = before is not None and not _YEAR.fullmatch(match[0])  # `July 2017` is no second July
        elsewhere = named and before is not None and evidence.numbered_otherwise(before[1], match[0])
        if not inside and (elsewhere or not _answered(match[0], evidence)):
            yield Loose(passage, *match.span())


def _quarters(passage: Passage, evidence: Evidence) -> Iterator[Loose]:
    """The quarters of no figure that no article speaks of; that of a figure is checked with it."""
    of_figures = {one.label.split()[0] for one in passage.stated if one.label}
    for time in passage.times:
        quarter = time.label.split()[0] if time.label else ""
        known = quarter not in words().quarters or quarter in of_figures
        if not known and evidence.only_other_quarters(quarter):
            yield Loose(passage, time.start, time.end)


def _answered(number: str, evidence: Evidence) -> bool:
    if evidence.prints(number.strip("'’")):
        return True
    short = _SHORT_YEAR.fullmatch(number)
    years = [f"19{short[1]}", f"20{short[1]}"] if short else [number] if _YEAR.fullmatch(number) else []
    return any(evidence.prints(year) or year in evidence.years for year in years)
