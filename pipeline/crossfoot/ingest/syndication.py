"""Which articles are copies of one story: whole, cut, framed or lightly edited ones, grouped and never deleted.

A copy is known by containment: at least half of the shorter article's runs of three words stand in the longer one. Reports of
one event by different writers share a few hundredths.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from crossfoot.records import Article
from crossfoot.values.word_runs import Runs

_WORD = re.compile(r"\w+")
CONTAINED: Final = 0.5
_FEWEST: Final = 30  # runs: a shorter article has too little text of its own to be known by
LEADERS: Final = 8  # of the articles that share a run, how many the others are compared with
MANY: Final = 200  # articles with a run in common, from which it is a common phrase and one leader is enough
_NO_BODY: Final = ("title", "dateline", "byline", "caption")


def runs_of(articles: Sequence[Article]) -> Runs:
    """The runs of the articles' words."""
    found = [np.fromiter(_word_runs(article), dtype=np.uint32) for article in articles]
    run = np.concatenate([np.empty(0, np.uint32), *found])
    article = np.repeat(np.arange(len(found), dtype=np.uint32), [len(each) for each in found])
    order = np.lexsort((article, run))
    return Runs([article.id for article in articles], run[order], article[order])


def groups(runs: Runs) -> dict[str, str]:
    """For each article that has copies, its id and the first id of its group; the articles are in the order of their ids."""
    root = list(range(len(runs.ids)))

    def top(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for one, other in _copies(runs):
        first, second = sorted((top(one), top(other)))
        root[second] = first
    sizes = Counter(map(top, root))
    return {id: runs.ids[top(at)] for at, id in enumerate(runs.ids) if sizes[top(at)] > 1}


def _copies(runs: Runs) -> Iterator[tuple[int, int]]:
    """Pairs of which one holds the other; of many copies each comes in at least one pair with another."""
    lengths = runs.sizes
    same = _same_words(runs, lengths)
    yield from same.items()
    others = ~np.isin(runs.article, list(same))
    run, article = runs.run[others], runs.article[others].astype(np.int64)
    starts = np.flatnonzero(np.diff(run, prepend=run[:1] + np.uint32(1)))
    holders = np.diff(starts, append=len(run))
    start, many = np.repeat(starts, holders), np.repeat(holders > MANY, holders)
    place = np.arange(len(run)) - start
    pairs, counts = np.empty(0, np.int64), np.empty(0, np.int64)
    for nth in range(LEADERS):
        behind = (place > nth) & ~(many & (nth > 0))
        found, times = np.unique(article[start[behind] + nth] * len(lengths) + article[behind], return_counts=True)
        pairs, at = np.unique(np.concatenate([pairs, found]), return_inverse=True)
        counts = np.bincount(at, weights=np.concatenate([counts, times]), minlength=len(pairs))
    one, other = np.divmod(pairs, max(1, len(lengths)))
    held = counts >= CONTAINED * np.minimum(lengths[one], lengths[other])
    yield from zip(one[held].tolist(), other[held].tolist(), strict=True)


def _same_words(runs: Runs, lengths: npt.NDArray[np.int64]) -> dict[int, int]:
    """Articles of the very words of one before, and that one: the first stands for all."""
    by_article = runs.run[np.argsort(runs.article, kind="stable")]
    first: dict[bytes, int] = {}
    same: dict[int, int] = {}
    for at, own in enumerate(np.split(by_article, np.cumsum(lengths)[:-1])):
        if len(own) and (known := first.setdefault(own.tobytes(), at)) != at:
            same[at] = known
    return same


def _word_runs(article: Article) -> frozenset[int]:
    """The runs of the body's words, figures among them, as numbers; none for an article that is too short."""
    words = [word.casefold() for text in _body(article) for word in _WORD.findall(text)]
    runs = frozenset(map(crc32, map(str.encode, map(" ".join, zip(words, words[1:], words[2:], strict=False)))))
    return runs if len(runs) >= _FEWEST else frozenset()


def _body(article: Article) -> Iterable[str]:
    return (article.text[block.start : block.end] for block in article.blocks if block.kind not in _NO_BODY)
