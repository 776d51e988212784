"""Which new articles are copies of articles that came before: by the runs of words that both have, as in `syndication`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from crossfoot.ingest.syndication import CONTAINED, LEADERS, MANY
from crossfoot.values.word_runs import Numbers, Runs

_NOBODY: Final = np.uint32(2**32 - 1)


def copies(new: Runs, known: Iterable[Runs]) -> Iterator[tuple[str, str]]:
    """Pairs of a new and a known article of which one holds the other; each new copy comes in at least one pair."""
    runs, place = np.unique(new.run, return_inverse=True)
    leaders = _Leaders(len(runs))
    for earlier in known:
        leaders.add(runs, earlier)
    ids, sizes, own = leaders.ids, leaders.sizes, new.sizes
    shared = _shared(new.article, leaders.first[place], len(ids))
    for pair, count in zip(*shared, strict=True):
        article, leader = divmod(int(pair), len(ids))
        if count >= CONTAINED * min(own[article], sizes[leader]):
            yield new.ids[article], ids[leader]


class _Leaders:
    """For each run of words the known articles that others with it are compared with."""

    def __init__(self, runs: int) -> None:
        self.ids: list[str] = []
        self._sizes: list[npt.NDArray[np.int64]] = [np.empty(0, np.int64)]
        self._first = np.full((runs, LEADERS), _NOBODY, dtype=np.uint32)
        self._found = np.zeros(runs, dtype=np.int64)

    def add(self, runs: Numbers, known: Runs) -> None:
        """Takes in the articles of one more part."""
        start = np.searchsorted(known.run, runs, "left")
        holders = np.searchsorted(known.run, runs, "right") - start
        for nth in range(LEADERS):
            free = np.flatnonzero((holders > nth) & (self._found + nth < LEADERS))
            self._first[free, self._found[free] + nth] = known.article[start[free] + nth] + np.uint32(len(self.ids))
        self._found += holders
        self.ids += known.ids
        self._sizes.append(known.sizes)

    @property
    def sizes(self) -> npt.NDArray[np.int64]:
        """How many runs each known article has."""
        return np.concatenate(self._sizes)

    @property
    def first(self) -> Numbers:
        """The leaders of each run; of a common phrase one is enough."""
        found = self._first.copy()
        found[self._found > MANY, 1:] = _NOBODY
        return found


def _shared(articles: Numbers, leaders: Numbers, known: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Each pair of an article and a leader, as one number, and how many runs they share."""
    pairs = articles.astype(np.int64)[:, None] * known + leaders
    return np.unique(pairs[leaders != _NOBODY], return_counts=True)


def joined(
    new: Mapping[str, str], known: Mapping[str, str], pairs: Iterable[tuple[str, str]]
) -> tuple[dict[str, str], set[str]]:
    """The groups of copies, each called by its first id, once `pairs` are copies too; and the known articles that two
    groups had until now and one has from now on."""
    first: dict[str, str] = {}

    def top(id: str) -> str:
        first.setdefault(id, id)
        while first[id] != id:
            first[id] = first[first[id]]
            id = first[id]
        return id

    for one, other in (*known.items(), *new.items(), *pairs):
        lesser, greater = sorted((top(one), top(other)))
        first[greater] = lesser
    groups = {id: top(id) for id in first}
    before: dict[str, set[str]] = {}
    for id, group in groups.items():
        if id not in new:
            before.setdefault(group, set()).add(known.get(id, id))
    return groups, {id for id, group in groups.items() if len(before.get(group, ())) > 1 and id not in new}
