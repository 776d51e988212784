"""Kills at random until it hurts: runs over generated articles, broken off at random moments, then one to the end.

    python tests/stress.py [ARTICLES] [KILLS] [SECONDS] [PARAGRAPHS] [SEED]

A kill comes every so many seconds on average, at any moment of a run: while it begins, reads, compares, or writes. Each run is
on local processes or on a Dask cluster, as chance has it, and the next one goes on where it was broken off, on whichever
engine. A kill hits a worker, all workers, a worker's nanny, or the run itself, with SIGKILL or an interrupt. A store that is
complete is compared, byte by byte, with that of a run beside that nobody disturbs, and begun anew.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psutil

import generated
from broken_runs import ended, everything, killed, staged, started, workers
from clusters import Cluster, cluster
from crossfoot import store

_SECONDS: Final = 12  # from one kill to the next, on average
_PIECES: Final = 16  # articles of one task
_SMALL: Final = "from crossfoot import growth\ngrowth._FILES = 500\nsteps.WHOLE = 5_000"  # many batches, large store
_BROKEN: Final = (-signal.SIGKILL, -signal.SIGINT, 130, 0)  # how a run ends that is broken off, 0 where it was done
_AT_THE_END: Final = 7_200.0  # seconds that the last run has


@dataclass(slots=True)
class Tally:
    """What was done to the runs, and what became of them."""

    kills: Counter[str] = field(default_factory=Counter)
    endings: Counter[int] = field(default_factory=Counter)
    gains: list[int] = field(default_factory=list)  # articles that a run did before it was broken off
    wrong: list[str] = field(default_factory=list)
    whole: int = 0  # stores that were completed and compared

    def compared(self, run: Run, undisturbed: Run) -> None:
        """Counts a run that came to its end, and holds its store against that of the undisturbed one, once that is done."""
        for each in (run, undisturbed):
            code, said = ended(each.process, within=_AT_THE_END)
            if code or said:
                self.wrong.append(f"a run ended with {code}: {said.strip()}")
        self.endings[0] += 1
        self.whole += 1
        if everything(run.out) != everything(undisturbed.out):
            self.wrong.append(f"after {self.kills.total()} kills a store differs from the undisturbed one")

    def report(self) -> None:
        """Prints all of it."""
        print(f"{self.kills.total()} kills: {_listed(self.kills)}")
        print(f"{self.endings.total()} runs, by exit code: {_listed(self.endings)}")
        if self.gains:
            print(
                f"{len(self.gains)} were broken off, {sum(gain > 0 for gain in self.gains)} of them after some work;"
                f" {statistics.median(self.gains):.0f} articles each as a median, {max(self.gains)} at most"
            )
        print(f"{self.whole} stores were completed and compared")
        print("\n".join(self.wrong) or "the files are the same")


@dataclass(frozen=True, slots=True)
class Run:
    """One that is going on: its engine, its folder, and how many articles were done when it began."""

    process: subprocess.Popen[str]
    engine: str
    out: Path
    done: int


def main(arguments: Sequence[str]) -> int:
    """Prints what was killed and whether the files are the same; 1 where they are not."""
    count, kills, seconds, most, seed = _given(arguments)
    tally = Tally()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        made = generated.write(folder / "in", count, seed=seed, most=most)
        beside = folder / "undisturbed"
        undisturbed = Run(_started(made, beside, "--workers", "1"), "local", beside, 0)
        with cluster(folder) as dask:
            disturbed = Disturbed(made, folder / "out", dask, undisturbed, random.Random(seed), tally)
            disturbed.kill(kills, longest=2.0 * seconds)
    tally.report()
    return 1 if tally.wrong else 0


def _given(arguments: Sequence[str]) -> tuple[int, int, int, int, int]:
    """How many articles and kills, seconds between two of these, paragraphs of an article at most, and the seed of all."""
    defaults = (10_000, 200, _SECONDS, generated.PARAGRAPHS, 0)
    count, kills, seconds, most, seed = (*map(int, arguments), *defaults[len(arguments) :])
    return count, kills, seconds, most, seed


@dataclass(frozen=True, slots=True)
class Disturbed:
    """Runs over the same articles into the same store, one after the other."""

    made: Path
    out: Path
    dask: Cluster
    undisturbed: Run
    chance: random.Random
    tally: Tally

    def kill(self, kills: int, *, longest: float) -> None:
        """So many kills, at most `longest` seconds from one to the next, and the last run to its end."""
        self.dask.complete()
        run = self._begun()
        while self.tally.kills.total() < kills:
            if not _lives(run, self.chance.uniform(0.0, longest)):
                self.tally.compared(run, self.undisturbed)
                print(f"{self.tally.kills.total()} kills: complete; begun anew", flush=True)
                shutil.rmtree(self.out)
                run = self._begun()
            elif self._hit(run):
                run = self._begun()
        self.tally.compared(run, self.undisturbed)

    def _begun(self) -> Run:
        """A run that begins, or goes on, on either engine."""
        local = self.chance.random() < 0.5
        engine = ("--workers", "2") if local else ("--engine", "dask", "--scheduler", self.dask.address())
        done = _done(self.out)
        return Run(_started(self.made, self.out, *engine), "local" if local else "dask", self.out, done)

    def _hit(self, run: Run) -> bool:
        """One kill; True where it was the run's end."""
        victims = _victims(run, self.dask)
        victim = self.chance.choice(sorted(victims))
        self.tally.kills[f"{victim} ({run.engine})"] += 1
        victims[victim]()
        self.dask.mended()
        if victim not in ("run", "interrupt"):
            return False
        code, said = ended(run.process)
        self.tally.endings[code] += 1
        self.tally.gains.append(_done(self.out) - run.done)
        if code not in _BROKEN:
            self.tally.wrong.append(f"a broken run ended with {code}: {said.strip()}")
        print(f"{self.tally.kills.total()} kills, {_done(self.out):,} articles done", flush=True)
        return True


def _lives(run: Run, seconds: float) -> bool:
    """Waits for the moment of the next kill; False where the run is over before."""
    try:
        run.process.wait(seconds)
    except subprocess.TimeoutExpired:
        return True
    return False


def _victims(run: Run, dask: Cluster) -> dict[str, Callable[[], None]]:
    """Whom a kill may hit, of those that live at this moment."""
    victims: dict[str, Callable[[], None]] = {
        "run": lambda: killed([psutil.Process(run.process.pid)]),
        "interrupt": lambda: os.killpg(run.process.pid, signal.SIGINT),
    }
    alive = workers(run.process) if run.engine == "local" else dask.workers()
    if alive:
        victims["worker"] = lambda: killed(alive[:1])
    if alive and run.engine == "local":
        victims["all workers"] = lambda: killed(alive)
    if run.engine == "dask":
        victims["nanny"] = lambda: killed(dask.nannies()[:1])
    return victims


def _started(made: Path, out: Path, *engine: str) -> subprocess.Popen[str]:
    return started("run", made, "--out", out, *engine, "--quiet", pieces=_PIECES, before=_SMALL)


def _done(out: Path) -> int:
    """How many articles a store has, or keeps for its next batch, as counted by its tasks."""
    return store.opened(out).manifest.articles + _PIECES * staged(out)


def _listed(counts: Mapping[str, int] | Mapping[int, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
