"""Which claims are compared at all: those of one firm (or deal), metric family, measure and dimension.

Linear in the claims: a block that is too large for all its pairs is sorted by day and by value, and each
figure meets only its neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from crossfoot.reconcile import metrics
from crossfoot.reconcile.reading import Reading

_ALL_PAIRS: Final = 40
_NEIGHBOURS_BY_DAY: Final = 16
_NEIGHBOURS_BY_VALUE: Final = 6

Key = tuple[str, str, str]


def keys(reading: Reading) -> tuple[Key, ...]:
    """The blocks that a claim stands in, sorted."""
    names = {reading.firm or "", reading.counterparty or reading.firm or ""}
    shape = f"{reading.measure} {reading.unit_key}"
    tags = [(tag, shape) for tag in metrics.metric_tags(reading.claim.metric, rate="/" in reading.dimension)]
    if reading.counts is not None:
        tags.append((f"counted {reading.counts}", shape))
    if reading.spent_on is not None:
        tags.append((f"spent on {reading.spent_on}", shape))
    if "/" in reading.dimension:
        rate = " ".join(reading.dimension.split("/")[:2])
        tags += [(tag, rate) for tag in metrics.contrast_tags(reading.claim.metric)]
    return tuple(sorted((name, tag, shape) for name in names for tag, shape in tags))


def pairs(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Every pair to compare, once."""
    standing = [keys(reading) for reading in readings]
    blocks: dict[Key, list[int]] = defaultdict(list)
    for index, its_keys in enumerate(standing):
        for key in its_keys:
            blocks[key].append(index)
    for key in sorted(blocks):
        for one, other in _within(blocks[key], readings):
            if 1 in (len(standing[one]), len(standing[other])) or _first_common(standing[one], standing[other]) == key:
                yield readings[one], readings[other]


def _first_common(one: tuple[Key, ...], other: tuple[Key, ...]) -> Key:
    """The block in which a pair that shares several is compared."""
    return min(set(one) & set(other))


def _within(block: list[int], readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    if len(block) <= _ALL_PAIRS:
        yield from ((one, other) for place, one in enumerate(block) for other in block[place + 1 :])
        return
    by_day = sorted(block, key=lambda at: (readings[at].anchor or 0, _value(readings[at]), readings[at].order))
    place = {index: at for at, index in enumerate(by_day)}
    yield from _neighbours(by_day, _NEIGHBOURS_BY_DAY)
    by_value = sorted(block, key=lambda index: (_value(readings[index]), readings[index].order))
    for one, other in _neighbours(by_value, _NEIGHBOURS_BY_VALUE):
        if abs(place[one] - place[other]) > _NEIGHBOURS_BY_DAY:
            yield one, other


def _neighbours(block: list[int], width: int) -> Iterable[tuple[int, int]]:
    for at, one in enumerate(block):
        for other in block[at + 1 : at + 1 + width]:
            yield one, other


def _value(reading: Reading) -> float:
    return reading.interval.middle or 0.0
