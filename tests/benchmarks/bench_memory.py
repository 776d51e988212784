"""What memory a worker holds over many articles: extraction alone, in two worker processes that are never replaced.

PYTHONPATH=pipeline:tests python tests/benchmarks/bench_memory.py [ARTICLES] [PARAGRAPHS]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
import psutil

import generated
from broken_runs import is_spawned
from crossfoot import ingest, stages
from crossfoot.engines.processes import Processes
from crossfoot.records import Article

_TOGETHER = 32  # articles of one task
_WARM = 0.2  # of the articles, until a worker has loaded what it needs
_LINES = 20


def main(words: Sequence[str]) -> None:
    """Prints the size of the workers on the way, their largest, and the slope of a line through them."""
    count, most = (*map(int, words), *(50_000, generated.PARAGRAPHS)[len(words) :])
    seen: list[tuple[int, float]] = []
    claims = 0
    with Processes(2, most_megabytes=float("inf")) as engine:
        for number, (_, found) in enumerate(engine.run(stages.claims, _tasks(count, most)), start=1):
            claims += len(found.claims)
            seen += [(number * _TOGETHER, size) for size in _sizes()]
            if number % max(1, count // _TOGETHER // _LINES) == 0:
                print(f"{number * _TOGETHER:8,} articles: {max(_sizes(), default=0):.0f} MB", flush=True)
    done, sizes = np.array([row for row in seen if row[0] > _WARM * count]).T
    slope = np.polyfit(done, sizes, 1)[0] * 10_000
    print(f"{count:,} articles, {claims:,} claims: {max(size for _, size in seen):.0f} MB at most")
    print(f"after the first fifth {slope:+.2f} MB for 10,000 articles more")


def _tasks(count: int, most: int) -> Iterator[list[Article]]:
    made = (ingest.article(text, id=name) for name, text in generated.articles(count, seed=7, most=most))
    while task := list(islice(made, _TOGETHER)):
        yield task


def _sizes() -> list[float]:
    """Megabytes of each worker."""
    return [child.memory_info().rss / 2**20 for child in psutil.Process().children() if is_spawned(child)]


if __name__ == "__main__":
    main(sys.argv[1:])
