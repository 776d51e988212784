"""Local worker processes: the model is loaded once in each, and a task whose worker dies is given to another."""

from __future__ import annotations

import multiprocessing
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Final

from crossfoot.engines.inline import Inline
from crossfoot.engines.interface import Result, Task
from crossfoot.engines.worker import Answer, serve
from crossfoot.errors import CrossfootError

_MOST_MEGABYTES: Final = 380.0  # from which on a worker that has done its task is replaced
_LOSSES: Final = 8  # of workers over one task, from which on the task is to blame
_PATIENCE: Final = 2.0  # seconds that a worker has to end


@dataclass(slots=True)
class _Worker:
    """A process and our end of the pipe to it; `task` is the number of what it is doing."""

    process: SpawnProcess
    pipe: Connection
    task: int | None = None


class Processes:
    """So many processes, started anew where one dies or has grown too large."""

    def __init__(self, workers: int, *, most_megabytes: float = _MOST_MEGABYTES) -> None:
        self._number = workers
        self._most = most_megabytes
        self._workers: list[_Worker] = []

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *error: object) -> None:
        """Ends all workers, whatever they are doing."""
        for worker in self._workers:
            worker.pipe.close()
            if worker.task is not None:
                worker.process.kill()
        for worker in self._workers:
            _ended(worker)
        self._workers.clear()

    def run(self, stage: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[int, Result]]:
        """Each task's number and result, as they come. Raises CrossfootError for what the stage refuses, and RuntimeError
        for a fault in it."""
        tasks = iter(tasks)
        first = list(islice(tasks, 2))
        if len(first) < 2:  # not worth a process
            yield from Inline().run(stage, first)
            return
        left = enumerate(chain(first, tasks))
        given: dict[int, Task] = {}
        again: deque[int] = deque()
        losses: Counter[int] = Counter()
        while True:
            self._give_out(stage, left, given, again)
            if not given:
                return
            for worker in self._ready():
                number = worker.task
                answer = self._answer(worker)
                if number is None:
                    continue
                if answer is None:
                    again.append(number)
                    losses[number] += 1
                    if losses[number] >= _LOSSES:
                        raise CrossfootError(f"{_LOSSES} worker processes died over one task; is there memory enough?")
                else:
                    del given[number]
                    self._give_out(stage, left, given, again)  # the worker need not wait while the answer is used
                    yield number, _result(answer)

    def _give_out(self, stage: Any, left: Iterator[tuple[int, Any]], given: dict[int, Any], again: deque[int]) -> None:
        """A task for every worker that has none."""
        while sum(worker.task is not None for worker in self._workers) < self._number:
            if again:
                number = again.popleft()
            else:
                following = next(left, None)
                if following is None:
                    return
                number, given[following[0]] = following[0], following[1]
            worker = self._free()
            worker.task = number
            with suppress(OSError):  # it has died, which `_ready` finds out
                worker.pipe.send((stage, given[number]))

    def _free(self) -> _Worker:
        """A worker without a task, started where there is none."""
        for worker in self._workers:
            if worker.task is None:
                return worker
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), daemon=True, name="crossfoot worker")
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _ready(self) -> list[_Worker]:
        """The workers that have answered or died; waits for one."""
        ready = wait([worker.pipe for worker in self._workers])
        return [worker for worker in self._workers if worker.pipe in ready]

    def _answer(self, worker: _Worker) -> Answer | None:
        """What a worker answers, None where it has died; then, or where it has grown too large, it is let go."""
        try:
            answer: Answer | None = worker.pipe.recv()
        except (EOFError, OSError):
            answer = None
        worker.task = None
        if answer is None or answer.megabytes > self._most:
            self._workers.remove(worker)
            worker.pipe.close()
            _ended(worker)
        return answer


def _result(answer: Answer) -> Any:
    if answer.refused is not None:
        raise CrossfootError(answer.refused)
    if answer.broken is not None:
        raise RuntimeError(f"in a worker process:\n{answer.broken}")
    return answer.result


def _ended(worker: _Worker) -> None:
    """Waits for a worker whose pipe is closed, and kills it where that does not help."""
    worker.process.join(_PATIENCE)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.process.close()
