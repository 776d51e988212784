"""A folder that grows: looked at again and again, and what is new there added to the store once it is written."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from crossfoot import ingest
from crossfoot.growth import Grown

State = tuple[str, int] | tuple[int, int]  # a file's size, and when it was last written to


def watched(
    paths: Iterable[str | Path],
    *,
    every: float,
    grow: Callable[[Callable[[ingest.Location], bool]], Grown],
    wait: Callable[[float], object] = time.sleep,
) -> Iterator[Grown]:
    """The store each time that something was added; it never ends by itself.

    A file is read once its size and date have stayed the same from one look to the next, `every` seconds later. `grow` is
    given the test of which files to read.
    """
    paths = list(paths)
    before: dict[ingest.Location, State] = {}
    read: dict[ingest.Location, State] = {}
    while True:
        now = {where: state for _, where in ingest.listed(paths) if (state := _state(where)) is not None}
        settled = {where: state for where, state in now.items() if before.get(where) == state != read.get(where)}
        if settled:
            grown = grow(settled.__contains__)
            read.update(settled)
            if grown.added:
                yield grown
        before = now
        wait(every)


def _state(where: ingest.Location) -> State | None:
    try:
        if isinstance(where, str):
            return ingest.state(where)
        stat = os.stat(where)
    except OSError:
        return None  # gone again
    return stat.st_size, stat.st_mtime_ns
