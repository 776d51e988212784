"""What every engine is: it runs one stage over many tasks and hands the results back as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class Engine(Protocol):
    """A context manager; a stage is a pure function of a module, its tasks and results can be pickled."""

    def __enter__(self) -> Engine:
        """The engine, ready to run."""
        ...

    def __exit__(self, *error: object) -> None:
        """Ends what it started."""
        ...

    def run(self, stage: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[int, Result]]:
        """The number of each task, counted from 0, and its result, in whatever order they come.

        A task whose worker was lost is run again. An error of the stage ends the run.
        """
        ...
