"""Whether two figures are of one time: periods, deadlines, days of a market, lengths that words give."""

from __future__ import annotations

from typing import Final

from crossfoot.reconcile import metrics, words
from crossfoot.reconcile.apart import Apart
from crossfoot.reconcile.dates import STORY_DAYS, free_range, near
from crossfoot.reconcile.dates import compare as compare_days
from crossfoot.reconcile.inferred_periods import of_another_day
from crossfoot.reconcile.quoting import quoted
from crossfoot.reconcile.reading import Reading
from crossfoot.values.edtf import in_words

_A_MONTH: Final = 27  # days
_A_YEAR: Final = 350
_LONG_AGO_DAYS: Final = 400  # an undated figure is not about what lies further back than this
_A_DAYS_MOVE: Final = 0.03  # of a level


def period(one: Reading, other: Reading) -> Apart | None:
    if one.claim.metric in metrics.families().running:
        return _market_day(one, other)
    found = compare_days(one.span, other.span)
    of_a_year = next((reading for reading in (one, other) if _told_of_a_year(reading)), None)
    if of_a_year is not None and found != "different" and one.claim.doc_id != other.claim.doc_id:
        reason = (
            f"{quoted(of_a_year)} is told of a year, and the other of {_days(one if of_a_year is other else other)}"
        )
        return Apart("period", "period_difference", reason)
    if found == "different" and not one_deadline(one, other):
        return Apart("period", "period_difference", f"they are for two periods, {_days(one)} and {_days(other)}")
    if found == "unknown" and not near(one.anchor, other.anchor, STORY_DAYS):
        dated, undated = (one, other) if one.span else (other, one)
        long_ago = not near(dated.anchor, undated.published, _LONG_AGO_DAYS) and not _still_to_come(dated, undated)
        counted_on = dated.claim.metric in metrics.families().standing and not free_range(dated.claim.date)
        if dated.span and undated.span is None and (long_ago or counted_on):
            reason = f"{quoted(dated)} is for {_days(dated)} and {quoted(undated)} names no date"
            return Apart("period", "period_difference", reason, one_sided=not long_ago)
        if not near(one.published, other.published, STORY_DAYS):
            return Apart("period", None, "they come from articles of different weeks and give no common period")
        if undated.span is None and _of_a_stretch(dated) and one.claim.doc_id != other.claim.doc_id:
            reason = f"{quoted(dated)} is for {_days(dated)}, and the text does not say what {quoted(undated)} is for"
            return Apart("period", "period_difference", reason, one_sided=True)
    return None


def _still_to_come(dated: Reading, undated: Reading) -> bool:
    """True of a plan and the day by which it is to be done, which another text leaves out."""
    planned = dated.claim.metric in metrics.families().planned
    return planned and dated.anchor is not None and undated.published is not None and dated.anchor > undated.published


def _told_of_a_year(reading: Reading) -> bool:
    """True of `annual sales of $12 billion` in the sentence of a quarter's results, whose days it does not have."""
    days = reading.span.days if reading.span else None
    return reading.answer("length") == "a year" and days is not None and days < _A_YEAR


def _of_a_stretch(reading: Reading) -> bool:
    """True of the sum of a quarter, a year, ...: what is sold or earned in it."""
    days = reading.span.days if reading.span else None
    flow = reading.claim.metric in metrics.families().flows and reading.claim.measure == "level"
    return flow and days is not None and days >= _A_MONTH


def one_deadline(one: Reading, other: Reading) -> bool:
    """True of `by year-end` and `by the end of December`: what both are to be done by is one day."""
    if one.span is None or other.span is None or one.span.last is None or one.span.last != other.span.last:
        return False
    return all(
        words.deadline().search(f"{reading.before}{reading.claim.quote.lower()}{reading.after}")
        for reading in (one, other)
    )


def _market_day(one: Reading, other: Reading) -> Apart | None:
    """A price that is given without a day is that of the article's own day."""
    named = one.span is not None and other.span is not None and one.span != other.span
    apart_by_a_day = named and one.measured_in_days and other.measured_in_days
    if not apart_by_a_day and compare_days(one.when, other.when) == "unknown":
        if one.claim.metric in metrics.families().market_wide and one.claim.doc_id != other.claim.doc_id:
            return Apart("period", None, "every day has such a move, and not both give their day")
        if _two_levels(one, other):
            return Apart("period", None, "the levels beside the two moves are those of two days")
    if compare_days(one.when, other.when) != "different" and not apart_by_a_day:
        unsure = next((reading for reading in (one, other) if of_another_day(reading)), None)
        if unsure is not None and one.claim.doc_id != other.claim.doc_id:
            return Apart("period", None, f"{quoted(unsure)} may be of its article's own day", one_sided=True)
        return None
    return Apart("period", "period_difference", f"they are for two times, {_days(one)} and {_days(other)}")


def _two_levels(one: Reading, other: Reading) -> bool:
    """True of two moves to levels so far apart that no one day has both."""
    first, second = one.moved_to, other.moved_to
    if first is None or second is None:
        return False
    return abs(first - second) > _A_DAYS_MOVE * max(abs(first), abs(second))


def _days(one: Reading) -> str:
    if one.claim.date is None and one.claim.period_label is None and one.when is not None:
        return f"the article's day ({one.claim.published})"
    return one.claim.period_label or (in_words(one.claim.date) if one.claim.date else "an unknown one")
