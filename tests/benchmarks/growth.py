"""How the time of a reader grows when its text doubles: medians of CPU seconds over texts of one shape."""

from __future__ import annotations

import gc
import itertools
import statistics
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

SIZES = (125_000, 250_000, 500_000, 1_000_000)  # characters
ALLOWED = 2.3  # times longer, for a text twice as long
NOISE = 0.05  # seconds below which the timer's noise rules
_ROUNDS = 5
_RETAKES = 3  # what a busy machine spoilt is measured anew
_LONG = 2.0  # seconds: what takes longer is timed three times only


class Growth(NamedTuple):
    """Median seconds at each of SIZES."""

    shape: str
    seconds: tuple[float, ...]

    @property
    def worst(self) -> float:
        """The worst ratio of a doubling above the noise; 0 where all of it is noise."""
        pairs = itertools.pairwise(self.seconds)
        return max((late / early for early, late in pairs if early >= NOISE), default=0.0)


def growth(read: Callable[[str], object], shape: str) -> Growth:
    """The growth of `read` over runs of `shape`; the sizes take turns, so that a busy moment falls on all of them."""
    texts = [(shape * (size // len(shape) + 1))[:size] for size in SIZES]
    times: list[list[float]] = [[] for _ in texts]
    for done in range(_ROUNDS):
        if done >= 3 and times[-1][-1] > _LONG:
            break
        for text, row in zip(texts, times, strict=True):
            gc.collect()
            start = time.process_time()
            read(text)
            row.append(time.process_time() - start)
    return Growth(shape, tuple(statistics.median(row) for row in times))


def report(name: str, read: Callable[[str], object], shapes: Iterable[str]) -> bool:
    """Prints a line a shape; False where one grows faster than `ALLOWED`."""
    print(f"\n{name}: CPU seconds at " + ", ".join(f"{size:,}" for size in SIZES) + " characters; worst doubling")
    worst = 0.0
    for shape in shapes:
        found = growth(read, shape)
        for _ in range(_RETAKES):
            if found.worst > ALLOWED:
                found = min(found, growth(read, shape), key=lambda taken: taken.worst)
        worst = max(worst, found.worst)
        seconds = "  ".join(f"{second:6.3f}" for second in found.seconds)
        print(f"  {shape!r:34.34s} {seconds}   {found.worst:4.2f}", flush=True)
    print(f"  worst of all: {worst:.2f}, allowed {ALLOWED}")
    return worst <= ALLOWED
