"""Periods that are inferred and not stated beside the figure: a finding that rests on one says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crossfoot.reconcile.dates import STORY_DAYS
from crossfoot.reconcile.quoting import listed, quoted
from crossfoot.reconcile.reading import Reading
from crossfoot.records import Claim

# rules of the extractor that take a period from another sentence
_FROM_ELSEWHERE: Final = frozenset({"date:carried_over", "date:announced_results"})
# ... and those that take the text's own day where none is named
_ASSUMED: Final = frozenset({"date:day_of_publication", "date:day_of_the_article"})
_ANOTHER_SENTENCES_DAY: Final = "date:day_of_the_session"
_CALENDAR_QUARTER: Final = re.compile(r"\d\d(\d\d)-(?:01/\d{4}-03|04/\d{4}-06|07/\d{4}-09|10/\d{4}-12)")

_SHORTEST_QUARTER: Final = 84  # days
_LONGEST_QUARTER: Final = 98


def inferred(claim: Claim) -> bool:
    """True where the period comes from another sentence."""
    return claim.date is not None and bool(_FROM_ELSEWHERE & set(claim.rules))


def assumed(claim: Claim) -> bool:
    """True where the text names no day, and its own is taken."""
    return not _ASSUMED.isdisjoint(claim.rules)


def without_year(claim: Claim) -> bool:
    """True of a calendar quarter of a year that the sentence does not name: a firm's own third quarter may end in April."""
    quarter = _CALENDAR_QUARTER.fullmatch(claim.date or "")
    if quarter is None or inferred(claim):
        return False
    return not re.search(rf"(?<!\d)(?:\d\d)?{quarter[1]}(?!\d)", claim.sentence)


def of_another_day(reading: Reading) -> bool:
    """True of a price's move whose day is the one that a sentence before named, and not its article's own: it may be either."""
    carried = _ANOTHER_SENTENCES_DAY in reading.claim.rules and reading.measured_in_days
    return carried and reading.span is not None and reading.span.anchor != reading.published


def may_be_one_fiscal_quarter(readings: Sequence[Reading]) -> bool:
    """True of quarters that are told apart by a calendar that the text does not state: a firm's third quarter may end in
    April, and be the other's."""
    lengths = [reading.span.days if reading.span else None for reading in readings]
    if not all(days is not None and _SHORTEST_QUARTER <= days <= _LONGEST_QUARTER for days in lengths):
        return False
    if len({(reading.claim.date or "")[4:7] for reading in readings}) == 1:
        return False  # the same quarter of two years
    return any(
        (inferred(reading.claim) or without_year(reading.claim))
        and _CALENDAR_QUARTER.fullmatch(reading.claim.date or "")
        for reading in readings
    )


def in_words(readings: Sequence[Reading], *, years: bool = True) -> str:
    """` The period of “$4 billion” is inferred, not stated beside it.`; empty where all are stated.

    `years` asks for quarters without a year too. Where articles of one story all leave it out, they mean one year.
    """
    said = _said("period", [reading for reading in readings if inferred(reading.claim)])
    open_years = [reading for reading in readings if without_year(reading.claim)]
    if years and (len(open_years) < len(readings) or not _of_one_story(readings)):
        said += _said("year", open_years)
    return said


def _said(what: str, readings: Sequence[Reading]) -> str:
    found = list(dict.fromkeys(quoted(reading) for reading in readings))
    if not found:
        return ""
    if len(found) == 1:
        return f" The {what} of {listed(found)} is inferred, not stated beside it."
    return f" The {what}s of {listed(found)} are inferred, not stated beside them."


def _of_one_story(readings: Sequence[Reading]) -> bool:
    """True where the articles came out within days of each other, and give one quarter."""
    days = [reading.published for reading in readings]
    if None in days or len({reading.claim.date for reading in readings}) > 1:
        return False
    known = [day for day in days if day is not None]
    return max(known) - min(known) <= STORY_DAYS
