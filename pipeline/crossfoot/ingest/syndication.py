"""Which articles are copies of one story: whole, cut, framed or lightly edited ones, grouped and never deleted.

A copy is known by containment: at least half of the shorter article's runs of three words stand in the longer one. Reports of
one event by different writers share a few hundredths.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from zlib import crc32

from crossfoot.records import Article

_WORD = re.compile(r"\w+")
_RUN: Final = 3  # words
CONTAINED: Final = 0.5
_FEWEST: Final = 30  # runs: a shorter article has too little text of its own to be known by
LEADERS: Final = 8  # of the articles that share a run, how many the others are compared with
MANY: Final = 200  # articles with a run in common, from which it is a common phrase and one leader is enough
_NO_BODY: Final = ("title", "dateline", "byline", "caption")


def groups(articles: Sequence[Article]) -> dict[str, str]:
    """For each article that has copies, its id and the first id of its group."""
    runs = {article.id: word_runs(article) for article in articles}
    root = {id: id for id in runs}

    def top(id: str) -> str:
        while root[id] != id:
            root[id] = root[root[id]]
            id = root[id]
        return id

    for one, other in _copies(runs):
        first, second = sorted((top(one), top(other)))
        root[second] = first
    sizes = Counter(map(top, runs))
    return {id: top(id) for id in runs if sizes[top(id)] > 1}


def _copies(runs: dict[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """Pairs of which one holds the other; of many copies each comes in at least one pair with another."""
    holders: defaultdict[int, list[str]] = defaultdict(list)
    known: dict[frozenset[int], str] = {}
    for id in sorted(runs):
        if runs[id] in known:  # the same words: the first stands for all
            yield known[runs[id]], id
        elif runs[id]:
            known[runs[id]] = id
            for run in runs[id]:
                holders[run].append(id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        for at, leader in enumerate(ids[: LEADERS if len(ids) <= MANY else 1]):
            shared.update((leader, id) for id in ids[at + 1 :])
    for (one, other), count in shared.items():
        if count >= CONTAINED * min(len(runs[one]), len(runs[other])):
            yield one, other


def word_runs(article: Article) -> frozenset[int]:
    """The runs of the body's words, figures among them, as numbers; none for an article that is too short."""
    words = [word.casefold() for text in _body(article) for word in _WORD.findall(text)]
    runs = frozenset(crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(len(words) - _RUN + 1))
    return runs if len(runs) >= _FEWEST else frozenset()


def _body(article: Article) -> Iterable[str]:
    return (article.text[block.start : block.end] for block in article.blocks if block.kind not in _NO_BODY)
