"""Kills at random until it hurts: runs over generated articles, broken off at random moments, then one to the end.

    python tests/stress.py [ARTICLES] [KILLS] [PARAGRAPHS] [SEED]

One undisturbed run comes first; the kills are spread over six times as long as it took. Each run of the others is on local
processes or on a Dask cluster, as chance has it, and the next one goes on where it was broken off, on whichever engine. A
kill hits a worker, all workers, a worker's nanny, or the run itself, with SIGKILL or an interrupt. A store that is complete
is compared, byte by byte, with the undisturbed one, and begun anew.
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
import time
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

_TIMES: Final = 6  # the undisturbed run's time, over which the kills are spread
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

    def compared(self, run: Run, undisturbed: Mapping[str, bytes]) -> None:
        """Counts a run that came to its end, and holds its store against the undisturbed one."""
        code, said = ended(run.process, within=_AT_THE_END)
        self.endings[code] += 1
        self.whole += 1
        if code or said:
            self.wrong.append(f"a run ended with {code}: {said.strip()}")
        elif everything(run.out) != undisturbed:
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
    count, kills, most, seed = _given(arguments)
    chance = random.Random(seed)
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = generated.write(folder / "in", count, seed=seed, most=most)
        begun = time.monotonic()
        code, said = ended(_local(made, folder / "undisturbed"), within=_AT_THE_END)
        took = time.monotonic() - begun
        print(f"{count:,} articles undisturbed: {took:.0f} s, exit code {code} {said}", flush=True)
        undisturbed = everything(folder / "undisturbed")
        with cluster(folder) as dask:
            _disturb(made, folder / "out", dask, undisturbed, kills, 2 * _TIMES * took / kills, chance, tally)
    tally.report()
    return 0 if code == 0 and not tally.wrong else 1


def _given(arguments: Sequence[str]) -> tuple[int, int, int, int]:
    """How many articles and kills, paragraphs of an article at most, and the seed of all."""
    defaults = (10_000, 200, generated.PARAGRAPHS, 0)
    count, kills, most, seed = (*map(int, arguments), *defaults[len(arguments) :])
    return count, kills, most, seed


def _disturb(
    made: Path,
    out: Path,
    dask: Cluster,
    undisturbed: Mapping[str, bytes],
    kills: int,
    longest: float,
    chance: random.Random,
    tally: Tally,
) -> None:
    """So many kills, and the last run to its end; at most `longest` seconds from one kill to the next."""
    dask.complete()
    run = _run(made, out, dask, chance)
    while tally.kills.total() < kills:
        if not _dies(run, chance.uniform(0.0, longest)):
            tally.compared(run, undisturbed)
            print(f"{tally.kills.total()} kills: complete; begun anew", flush=True)
            shutil.rmtree(out)
            run = _run(made, out, dask, chance)
            continue
        victims = _victims(run, dask)
        victim = chance.choice(sorted(victims))
        tally.kills[f"{victim} ({run.engine})"] += 1
        victims[victim]()
        dask.mended()
        if victim in ("run", "interrupt"):
            code, said = ended(run.process)
            tally.endings[code] += 1
            tally.gains.append(_done(out) - run.done)
            if code not in _BROKEN:
                tally.wrong.append(f"a broken run ended with {code}: {said.strip()}")
            print(f"{tally.kills.total()} kills, {_done(out):,} articles done", flush=True)
            run = _run(made, out, dask, chance)
    tally.compared(run, undisturbed)


def _dies(run: Run, after: float) -> bool:
    """Waits for the moment of the next kill; False where the run is over before."""
    try:
        run.process.wait(after)
    except subprocess.TimeoutExpired:
        return True
    return False


def _victims(run: Run, dask: Cluster) -> dict[str, Callable[[], None]]:
    """Whom a kill may hit."""
    victims: dict[str, Callable[[], None]] = {
        "run": lambda: killed([psutil.Process(run.process.pid)]),
        "interrupt": lambda: os.killpg(run.process.pid, signal.SIGINT),
    }
    if run.engine == "dask":
        return victims | {
            "worker": lambda: killed(dask.workers()[:1]),
            "nanny": lambda: killed(dask.nannies()[:1]),
        }
    return victims | {
        "worker": lambda: killed(workers(run.process)[:1]),
        "all workers": lambda: killed(workers(run.process)),
    }


def _run(made: Path, out: Path, dask: Cluster, chance: random.Random) -> Run:
    """A run that begins, or goes on, on either engine."""
    if chance.random() < 0.5:
        return Run(_local(made, out), "local", out, _done(out))
    cluster_ = ("--engine", "dask", "--scheduler", dask.address())
    return Run(_started(made, out, *cluster_), "dask", out, _done(out))


def _local(made: Path, out: Path) -> subprocess.Popen[str]:
    return _started(made, out, "--workers", "2")


def _started(made: Path, out: Path, *engine: str) -> subprocess.Popen[str]:
    return started("run", made, "--out", out, *engine, "--quiet", pieces=_PIECES, before=_SMALL)


def _done(out: Path) -> int:
    """How many articles a store has, or keeps for its next batch, as counted by its tasks."""
    return store.opened(out).manifest.articles + _PIECES * staged(out)


def _listed(counts: Mapping[str, int] | Mapping[int, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
