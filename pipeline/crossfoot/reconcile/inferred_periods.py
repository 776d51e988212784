"""Periods that are inferred and not stated beside the figure: a finding that rests on one says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crossfoot.reconcile.quoting import listed, quoted
from crossfoot.reconcile.reading import Reading
from crossfoot.records import Claim

# rules of the extractor that take a period from elsewhere in the text
_FROM_ELSEWHERE: Final = frozenset({"date:carried_over", "date:announced_results", "date:from_the_figure_before"})
_CALENDAR_QUARTER: Final = re.compile(r"\d\d(\d\d)-(?:01/\d{4}-03|04/\d{4}-06|07/\d{4}-09|10/\d{4}-12)")

_SHORTEST_QUARTER: Final = 84  # days
_LONGEST_QUARTER: Final = 98


def inferred(claim: Claim) -> bool:
    """True where the period comes from elsewhere in the text, or is a calendar quarter of a year that the sentence does
    not name: a firm's own third quarter may end in April."""
    if claim.date is None:
        return False
    if _FROM_ELSEWHERE & set(claim.rules):
        return True
    quarter = _CALENDAR_QUARTER.fullmatch(claim.date)
    return quarter is not None and not re.search(rf"(?<!\d)(?:\d\d)?{quarter[1]}(?!\d)", claim.sentence)


def may_be_one_fiscal_quarter(readings: Sequence[Reading]) -> bool:
    """True of quarters that are told apart by a calendar that the text does not state: a firm's third quarter may end in
    April, and be the other's."""
    lengths = [reading.span.days if reading.span else None for reading in readings]
    if not all(days is not None and _SHORTEST_QUARTER <= days <= _LONGEST_QUARTER for days in lengths):
        return False
    return any(
        inferred(reading.claim) and _CALENDAR_QUARTER.fullmatch(reading.claim.date or "") for reading in readings
    )


def in_words(readings: Sequence[Reading]) -> str:
    """` The period of “$4 billion” is inferred, not stated beside it.`; empty where all are stated."""
    found = dict.fromkeys(quoted(reading) for reading in readings if inferred(reading.claim))
    if not found:
        return ""
    if len(found) == 1:
        return f" The period of {listed(found)} is inferred, not stated beside it."
    return f" The periods of {listed(found)} are inferred, not stated beside them."
