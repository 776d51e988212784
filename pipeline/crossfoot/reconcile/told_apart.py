"""Conflicts that an article settles by giving both figures: what it tells apart, a reader does not confuse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossfoot.reconcile.apart import Apart
from crossfoot.reconcile.comparison import Comparison, told_apart
from crossfoot.reconcile.quoting import quoted
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.support import another_order

_PARTNERS = 8  # agreeing figures of one claim that are looked at


def settled(compared: Sequence[Comparison]) -> list[Comparison]:
    """The comparisons, conflicts explained where an article gives both figures as different things, and dropped where
    each of the two articles also gives the figure of the other (a fall of 3% and a rise of 21%, of two shares)."""
    agreeing: dict[str, list[Reading]] = defaultdict(list)
    for comparison in compared:
        if comparison.status == "agree":
            agreeing[comparison.one.claim.claim_id].append(comparison.other)
            agreeing[comparison.other.claim.claim_id].append(comparison.one)
    kept = []
    for comparison in compared:
        if comparison.status == "flag":
            if _each_gives_both(comparison, agreeing) or _lists_both(comparison, agreeing):
                continue
            found = _told_apart(comparison, agreeing)
            if found is not None:
                comparison = found
        kept.append(comparison)
    return kept


def _each_gives_both(comparison: Comparison, agreeing: dict[str, list[Reading]]) -> bool:
    """True where the first article has a figure that agrees with the second's, and the other way round."""
    first, second = comparison.one.claim, comparison.other.claim
    if first.doc_id == second.doc_id:
        return False
    return any(each.claim.doc_id == first.doc_id for each in agreeing[second.claim_id]) and any(
        each.claim.doc_id == second.doc_id for each in agreeing[first.claim_id]
    )


def _lists_both(comparison: Comparison, agreeing: dict[str, list[Reading]]) -> bool:
    """True where one article gives the other's figure too, in the sentence of its own, or beside a figure of quite
    another size: a works of 900 people in an article that also counts the firm's 28,000."""
    far = another_order(comparison.one, comparison.other)
    for own, others in ((comparison.one, comparison.other), (comparison.other, comparison.one)):
        for twin in agreeing[others.claim.claim_id]:
            if twin.claim.doc_id == own.claim.doc_id and (far or twin.sentence_key == own.sentence_key):
                return True
    return False


def _told_apart(comparison: Comparison, agreeing: dict[str, list[Reading]]) -> Comparison | None:
    for one, other, difference in _both_in_one_text(comparison, agreeing):
        if difference.kind is not None:
            reason = f"{one.claim.doc_id} gives both {quoted(one)} and {quoted(other)}: {difference.reason}"
            return replace(
                comparison,
                status="explain",
                kind=difference.kind,
                level=f"told apart {difference.level}",
                reason=reason,
            )
    return None


def _both_in_one_text(
    comparison: Comparison, agreeing: dict[str, list[Reading]]
) -> Iterator[tuple[Reading, Reading, Apart]]:
    """Pairs of figures of one article that stand for the two sides, and why they are not one thing."""
    firsts = [comparison.one, *agreeing[comparison.one.claim.claim_id][:_PARTNERS]]
    seconds = [comparison.other, *agreeing[comparison.other.claim.claim_id][:_PARTNERS]]
    for one in firsts:
        for other in seconds:
            if one.claim.doc_id == other.claim.doc_id:
                difference = told_apart(one, other)
                if difference is not None:
                    yield one, other, difference
