"""A bare statement, read: its figures, days, words and names, and the claims that the extractor finds in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.reading import read as read_claim
from crossfoot.reconcile.statements import vocabulary
from crossfoot.reconcile.statements.days import Day, days
from crossfoot.reconcile.statements.figures import Figure, figures, words_of
from crossfoot.records import Claim

_NAME: Final = re.compile(r"(?:(?<=[\w,;:] )|(?<=\())[A-Z][^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement's text and what is in it; `tokens` are all its words in order, `words` those that say something."""

    text: str
    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    words: frozenset[str]
    names: frozenset[str]
    tokens: tuple[str, ...]
    readings: tuple[Reading, ...]

    def reading_of(self, figure: Figure) -> Reading | None:
        """The claim that stands where a figure stands."""
        for reading in self.readings:
            if reading.claim.start < figure.end and figure.start < reading.claim.end:
                return reading
        return None


def read(text: str, claims: Sequence[Claim], *, name: str) -> Statement:
    """Reads a statement; `claims` are what the extractor found in `text`, which they are told apart by `name`."""
    named = days(text)
    found = [figure for figure in figures(text) if not any(_overlap(figure, day) for day in named)]
    return Statement(
        text=text,
        figures=tuple(found),
        days=tuple(named),
        words=frozenset(words_of(vocabulary.one_phrase(text))),
        names=frozenset(words_of(" ".join(_NAME.findall(text)))),
        tokens=tuple(text.lower().split()),
        readings=tuple(
            read_claim(claim.model_copy(update={"doc_id": name, "claim_id": f"{name} {claim.claim_id}"}), name)
            for claim in claims
        ),
    )


def _overlap(figure: Figure, day: Day) -> bool:
    return figure.start < day.end and day.start < figure.end
