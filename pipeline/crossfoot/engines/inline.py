"""The stages in this very process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from crossfoot.engines.interface import Result, Task


class Inline:
    """One task after the other."""

    def __enter__(self) -> Inline:
        return self

    def __exit__(self, *error: object) -> None:
        """There is nothing to end."""

    def run(self, stage: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[int, Result]]:
        """Each task's number and result, in their order."""
        for number, task in enumerate(tasks):
            yield number, stage(task)
