"""The stages on a Dask cluster: its scheduler gives a lost worker's tasks to others, and so do we where it gives up.

Workers need crossfoot installed and one thread each (`dask worker tcp://... --nthreads 1`); further threads would wait.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from importlib import import_module
from itertools import islice
from threading import Lock
from typing import Any, Final

from crossfoot.engines.interface import Result, Task
from crossfoot.errors import CrossfootError, UsageError

_LOG: Final = logging.getLogger("distributed.client")
_ALONE: Final = Lock()  # a spaCy pipeline, and the parsers of pages, are for one thread at a time
_AHEAD: Final = 3  # tasks for each thread of the cluster that wait there
_FEWEST: Final = 8
_LOSSES: Final = 8  # of workers over one task, from which on the task is to blame
_SECONDS: Final = 30  # that the scheduler has to answer


class DaskCluster:
    """A cluster by its scheduler's address."""

    def __init__(self, scheduler: str | None) -> None:
        if scheduler is None:
            raise UsageError("--engine dask needs --scheduler tcp://HOST:PORT")
        try:
            self._distributed: Any = import_module("distributed")
        except ImportError as error:
            raise UsageError("--engine dask needs Dask: pip install 'crossfoot[dask]'") from error
        self._address = scheduler
        self._client: Any = None
        self._heard = logging.NOTSET

    def __enter__(self) -> DaskCluster:
        # A result that went with its worker is asked for again: nothing that whoever runs this should hear of.
        self._heard = _LOG.level
        _LOG.setLevel(logging.ERROR)
        try:
            self._client = self._distributed.Client(self._address, timeout=_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"no Dask scheduler answers at {self._address}: {error}") from error
        return self

    def __exit__(self, *error: object) -> None:
        _LOG.setLevel(self._heard)
        if self._client is not None:
            self._client.close()

    def run(self, stage: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[int, Result]]:
        """Each task's number and result, as they come. Raises CrossfootError for what the stage refuses, where a task kills
        worker after worker, and where the scheduler is lost."""
        left = enumerate(tasks)
        given: dict[Any, tuple[int, Task]] = {}
        losses: Counter[int] = Counter()
        coming = self._distributed.as_completed(loop=self._client.loop)

        def give(number: int, task: Task) -> None:
            future = self._client.submit(alone, stage, task, pure=False)
            given[future.key] = number, task
            coming.add(future)

        for number, task in islice(left, self._at_once()):
            give(number, task)
        while given:
            future = next(coming)
            number, task = given.pop(future.key)
            try:
                result = future.result()
            except Exception as error:
                if not self._was_lost(error):
                    raise
                losses[number] += 1
                if losses[number] >= _LOSSES:
                    raise CrossfootError(f"{_LOSSES} Dask workers died over one task") from error
                give(number, task)
                continue
            future.release()
            for following in islice(left, 1):
                give(*following)
            yield number, result

    def _at_once(self) -> int:
        """How many tasks the cluster is given before the first is done."""
        threads: int = sum(self._client.nthreads().values())
        return max(_FEWEST, _AHEAD * threads)

    def _was_lost(self, error: Exception) -> bool:
        """True where a worker died over a task. Raises CrossfootError where the scheduler itself is gone."""
        if isinstance(error, self._distributed.KilledWorker):
            return True
        if isinstance(error, CancelledError):
            raise CrossfootError(f"the Dask scheduler at {self._address} was lost; run again to go on") from error
        return False


def alone(stage: Callable[[Task], Result], task: Task) -> Result:
    """A stage in a worker that may have several threads."""
    with _ALONE:
        return stage(task)
