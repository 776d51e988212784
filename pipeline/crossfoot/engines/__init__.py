"""Where the stages run: in this process, in local worker processes, or on a Dask cluster; the results are the same."""

import os

from crossfoot.engines.inline import Inline
from crossfoot.engines.interface import Engine

__all__ = ["Engine", "Inline", "chosen", "processors"]


def chosen(name: str, *, workers: int, scheduler: str | None) -> Engine:
    """The engine of a name: `local`, which is this process alone for one worker, or `dask`. Raises UsageError."""
    from crossfoot.errors import UsageError

    if name == "dask":
        from crossfoot.engines.dask_cluster import DaskCluster

        return DaskCluster(scheduler)
    if name != "local":
        raise UsageError(f"no such engine: {name}; there are local and dask")
    if scheduler is not None:
        raise UsageError("--scheduler belongs to --engine dask")
    if workers < 1:
        raise UsageError(f"--workers must be 1 or more, not {workers}")
    if workers == 1:
        return Inline()
    from crossfoot.engines.processes import Processes

    return Processes(workers)


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
