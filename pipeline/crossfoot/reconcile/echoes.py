"""Figures that refer back: *a third of the €640 million* is the €640 million loan that the article told before.

A figure behind `the` that stands alone, is shared out (`most of the`), or comes before the noun that an earlier figure
had, takes that figure's metric, measure, period and modality. A reference that no longer agrees with what it refers to then shows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from crossfoot.reconcile import words
from crossfoot.reconcile.reading import Reading, read
from crossfoot.reconcile.sentence_words import stem

_REFERS: Final = re.compile(r"(?<!\w)(?:the|that|this|those|these) $")
# what may stand behind a figure that has no noun of its own: `of the €640 million was drawn`, `the €640 million, which`
_ALONE: Final = re.compile(
    r"\s*(?:[,.;:)]|$|(?:is|are|was|were|will|would|has|have|had|comes|came|goes|went|may|could|can|should|must|that|which|"
    r"to be|as|by|from|in)(?!\w))"
)
_NOUN: Final = re.compile(r"\s*([a-z][a-z'’-]+)")
_CHARACTERS: Final = 2500  # an article's reader does not look further back


def resolved(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, those that refer back read as what they refer to."""
    articles: dict[tuple[str, str | None, str], list[Reading]] = defaultdict(list)
    found = []
    for reading in readings:
        key = (reading.claim.doc_id, reading.firm, reading.dimension)
        earlier = articles[key]
        meant = _meant(reading, earlier) if _may_refer(reading) else None
        if meant is not None:
            reading = _read_as(reading, meant)
        earlier.append(reading)
        found.append(reading)
    return found


def _may_refer(reading: Reading) -> bool:
    claim = reading.claim
    if claim.kind != "figure" or claim.value is None or claim.bound != "=" or reading.firm is None:
        return False
    return _REFERS.search(reading.before) is not None and reading.dimension != "percent"


def _meant(reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    """The figure that is referred to: the first of the article that has a metric, and the noun where one is named."""
    behind = reading.after
    alone = _ALONE.match(behind) is not None or words.partitives().search(reading.before) is not None
    noun = _NOUN.match(behind)
    for other in earlier:
        if other.claim.metric == "other" or reading.claim.start - other.claim.start > _CHARACTERS:
            continue
        if alone and _ruled_out(reading, earlier, other):
            continue
        if alone or (noun and _noun(other) == stem(noun[1])):
            return other
    return None


def _ruled_out(reading: Reading, earlier: Sequence[Reading], other: Reading) -> bool:
    """True where another of the article's figures is the very one, to the digit."""
    same = [each for each in earlier if each.interval == reading.interval and each.claim.metric != "other"]
    return bool(same) and other is not same[0]


def _noun(reading: Reading) -> str | None:
    noun = _NOUN.match(reading.after)
    return stem(noun[1]) if noun else None


def _read_as(reading: Reading, meant: Reading) -> Reading:
    """The claim with what its antecedent says of it, read again."""
    claim, other = reading.claim, meant.claim
    sign = -1.0 if (other.value or 0.0) * (claim.value or 0.0) < 0 else 1.0
    ends = [None if end is None else sign * end for end in (claim.value_low, claim.value_high)]
    if sign < 0:
        ends.reverse()
    value = None if claim.value is None else sign * claim.value
    said = {
        "metric": other.metric,
        "measure": other.measure,
        "direction": other.direction,
        "modality": other.modality,
        "date": claim.date or other.date,
        "period_label": claim.period_label or other.period_label,
        "source": claim.source or other.source,
        "value": value,
        "value_low": ends[0],
        "value_high": ends[1],
    }
    return replace(read(claim.model_copy(update=said), reading.group), refers_to=other.claim_id)
