"""One figure that two articles put under two metrics: *a $3.47 million fee* and *bought for $3.47 million*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from crossfoot.reconcile import metrics
from crossfoot.reconcile.comparability import apart
from crossfoot.reconcile.comparison import Comparison
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.support import shared_beside, shared_words

_DIGITS: Final = 3  # a figure of fewer is too often equal by chance
_SHARED: Final = 0.25  # of the sentences' words, and of those right beside the figures
_NEIGHBOURS: Final = 6


def agreements(readings: Sequence[Reading]) -> Iterator[Comparison]:
    """Equal figures of one firm and unit whose sentences say the same although their metrics do not."""
    blocks: dict[tuple[str, str, str, str], list[Reading]] = defaultdict(list)
    for reading in readings:
        value = reading.claim.value
        if reading.firm and reading.claim.kind == "figure" and value and not reading.interval.vague:
            digits = f"{abs(reading.interval.middle or 0.0):.8e}"
            if len(digits.split("e")[0].replace(".", "").rstrip("0")) >= _DIGITS:
                blocks[reading.firm, reading.claim.measure, reading.unit_key, digits].append(reading)
    for key in sorted(blocks):
        block = blocks[key]
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + _NEIGHBOURS]:
                if _one_statement(one, other):
                    yield Comparison(one, other, "agree", "corroboration", "two names", "", 1.0, 0.0)


def _one_statement(one: Reading, other: Reading) -> bool:
    first, second = one.claim, other.claim
    if first.doc_id == second.doc_id or metrics.same_metric(first.metric, second.metric, rate="/" in one.unit_key):
        return False
    if metrics.definitions_apart(first.metric, second.metric):
        return False
    if "/" in one.unit_key and metrics.contrast(first.metric, second.metric):
        return False
    if apart(one, other, direction=True, any_metric=True) is not None:
        return False
    return shared_words(one, other) >= _SHARED and shared_beside(one, other) >= _SHARED
