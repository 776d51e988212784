"""A Dask cluster on loopback: a scheduler, and two workers of one thread with their nannies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from broken_runs import PIPELINE, children, is_spawned, killed

_WORKERS = 2
_PATIENCE = 60.0  # seconds that a process has to start


class Cluster:
    """The processes, and the file that tells where the scheduler listens."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told = folder / "scheduler.json"
        self._scheduler = self._dask("scheduler", "--host", "127.0.0.1", "--port", "0")
        self._nannies: list[subprocess.Popen[bytes]] = []
        self.mended()

    def mended(self) -> None:
        """Starts a nanny in place of each that is dead."""
        self._nannies = [nanny for nanny in self._nannies if nanny.poll() is None]
        while len(self._nannies) < _WORKERS:
            self._nannies.append(self._dask("worker", "--nthreads", "1"))

    def address(self) -> str:
        """Where the scheduler listens."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if self._told.exists() and self._told.read_text().strip():
                return str(json.loads(self._told.read_text())["address"])
            time.sleep(0.1)
        raise AssertionError("the scheduler never started")

    def nannies(self) -> list[psutil.Process]:
        """Those that live."""
        return [psutil.Process(nanny.pid) for nanny in self._nannies if nanny.poll() is None]

    def workers(self) -> list[psutil.Process]:
        """Those that live, each the child of its nanny."""
        return [child for nanny in self.nannies() for child in children(nanny.pid) if is_spawned(child)]

    def complete(self) -> list[psutil.Process]:
        """The workers, once the scheduler knows them all."""
        from distributed import Client

        with Client(self.address(), set_as_default=False) as client:
            client.wait_for_workers(_WORKERS, timeout=2 * _PATIENCE)
            return [psutil.Process(pid) for pid in client.run(os.getpid).values()]

    def end(self) -> None:
        """Kills every process."""
        processes = [self._scheduler, *self._nannies]
        grown = [child for process in processes for child in children(process.pid)]
        for process in processes:
            process.kill()
            process.wait()
        killed(grown)

    def _dask(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        line = [sys.executable, "-m", "dask", what, "--scheduler-file", str(self._told), "--no-dashboard", *options]
        env = {**os.environ, "PYTHONPATH": str(PIPELINE), "DASK_DISTRIBUTED__DASHBOARD__LINK": ""}
        quiet = subprocess.DEVNULL
        return subprocess.Popen(line, env=env, cwd=self._folder, stdout=quiet, stderr=quiet)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A cluster that works in `folder`, and ends with the block."""
    started = Cluster(folder)
    try:
        yield started
    finally:
        started.end()
