"""Kills at random until it hurts: runs over generated articles, broken off at random moments, then one to the end.

    python tests/stress.py [ARTICLES] [KILLS] [SECONDS] [PARAGRAPHS] [SEED]

A kill comes every so many seconds on average, at any moment of a run: while it begins, reads, compares, or writes. Each run is
on local processes or on a Dask cluster, as chance has it, and the next one goes on where it was broken off, on whichever
engine. A kill hits a worker, all workers, a worker's nanny, or the run itself, with SIGKILL or an interrupt. A store that is
complete is compared, byte by byte, with that of a run beside that nobody disturbs, and begun anew.

So that the kills meet work and not the loading of a model, the runs and their local workers are forks of this process, which
has it loaded; test_kills.py kills those that begin from nothing.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: a process with threads is not to be forked

import json
import multiprocessing
import random
import shutil
import signal
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import distributed  # noqa: F401 (loaded before the forks)
import psutil

import generated
from broken_runs import children, held, killed, staged
from clusters import Cluster, cluster
from crossfoot import cli, growth, steps, store
from crossfoot.engines import processes, worker
from crossfoot.flow import extract

_LOCAL: Final = 0.6  # of the runs, the others on the cluster
_FORK: Final = multiprocessing.get_context("fork")
_SECONDS: Final = 5  # from one kill to the next, on average
_PIECES: Final = 16  # articles of one task
_ROWS: Final = 100  # articles of a file
_FILES: Final = 2  # of one batch, so that there are many
_WHOLE: Final = 500  # claims, from which on the store is a large one
_BROKEN: Final = (-signal.SIGKILL, 130, 0)  # how a run ends that is broken off, 0 where it was done
_AGAIN: Final = 10.0  # seconds until an interrupt is repeated
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
            code, said = each.ended()
            if code or said:
                self.wrong.append(f"a run ended with {code}: {said.strip()}")
        self.endings[0] += 1
        self.whole += 1
        ours, theirs = held(run.out), held(undisturbed.out)
        differing = sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))
        if differing:
            self.wrong.append(f"after {self.kills.total()} kills a store differs: {', '.join(differing)}")

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

    process: ForkProcess
    engine: str
    out: Path
    done: int

    def ended(self) -> tuple[int, str]:
        """Exit code and what was said on standard error."""
        self.process.join(_AT_THE_END)
        assert self.process.exitcode is not None, "a run hangs"
        return self.process.exitcode, _said(self.out).read_text()

    def workers(self) -> list[psutil.Process]:
        """Its own processes."""
        return children(self.pid)

    @property
    def pid(self) -> int:
        """The run's."""
        assert self.process.pid is not None
        return self.process.pid


def begun(made: Path, out: Path, engine: str, *options: str) -> Run:
    """A run that begins, or goes on."""
    arguments = ["run", str(made), "--out", str(out), *options, "--quiet"]
    run = Run(_FORK.Process(target=_command, args=(arguments, _said(out))), engine, out, _done(out))
    run.process.start()
    return run


def _said(out: Path) -> Path:
    return out.with_suffix(".said")


def _command(arguments: list[str], said: Path) -> None:
    """`crossfoot ...` in a fork, in a session of its own."""
    os.setsid()
    for name, descriptor in ((os.devnull, 1), (said, 2)):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666), descriptor)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    steps.EXTRACTED_TOGETHER, steps.WHOLE, growth._FILES = _PIECES, _WHOLE, _FILES
    processes.multiprocessing = SimpleNamespace(get_context=lambda _: _FORK)  # type: ignore[assignment]
    processes.serve = _serve
    sys.argv = ["crossfoot", *arguments]
    try:
        cli.main()
    except KeyboardInterrupt:  # before `main` heeds it
        sys.exit(130)


def _serve(pipe: Connection) -> None:
    """A worker that keeps nothing open which a fork has from its parent: neither the store's lock nor others' pipes."""
    for descriptor in range(3, 1024):
        if descriptor != pipe.fileno():
            with suppress(OSError):
                os.close(descriptor)
    worker.serve(pipe)


def main(arguments: Sequence[str]) -> int:
    """Prints what was killed and whether the files are the same; 1 where they are not."""
    count, kills, seconds, most, seed = _given(arguments)
    tally = Tally()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        made = _written(folder / "in", count, seed, most)
        beside = folder / "undisturbed"
        extract("Acme's revenue rose 5% to $3 billion in 2025.")  # loads the model
        undisturbed = begun(made, beside, "local", "--workers", "1")
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


def _written(folder: Path, count: int, seed: int, most: int) -> Path:
    """The articles as rows of files."""
    folder.mkdir()
    rows = [json.dumps({"id": id, "text": text}) for id, text in generated.articles(count, seed=seed, most=most)]
    for at in range(0, count, _ROWS):
        (folder / f"{at:06d}.jsonl").write_text("\n".join(rows[at : at + _ROWS]), encoding="utf-8")
    return folder


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
        if self.chance.random() < _LOCAL:
            return begun(self.made, self.out, "local", "--workers", "2")
        return begun(self.made, self.out, "dask", "--engine", "dask", "--scheduler", self.dask.address())

    def _hit(self, run: Run) -> bool:
        """One kill; True where it was the run's end."""
        victims = _victims(run, self.dask)
        victim = self.chance.choice(sorted(victims))
        self.tally.kills[f"{victim} ({run.engine})"] += 1
        victims[victim]()
        self.dask.mended()
        if victim not in ("run", "interrupt"):
            return False
        code, said = run.ended()
        self.tally.endings[code] += 1
        self.tally.gains.append(_done(self.out) - run.done)
        if code not in _BROKEN:
            self.tally.wrong.append(f"a broken run ended with {code}: {said.strip()}")
        print(f"{self.tally.kills.total()} kills, {_done(self.out):,} articles done", flush=True)
        return True


def _lives(run: Run, seconds: float) -> bool:
    """Waits for the moment of the next kill; False where the run is over before."""
    run.process.join(seconds)
    return run.process.exitcode is None


def _victims(run: Run, dask: Cluster) -> dict[str, Callable[[], None]]:
    """Whom a kill may hit, of those that live at this moment."""
    victims: dict[str, Callable[[], None]] = {
        "run": lambda: killed([psutil.Process(run.pid)]),
        "interrupt": lambda: _interrupted(run),
    }
    alive = run.workers() if run.engine == "local" else dask.workers()
    if alive:
        victims["worker"] = lambda: killed(alive[:1])
    if alive and run.engine == "local":
        victims["all workers"] = lambda: killed(alive)
    if run.engine == "dask":
        victims["nanny"] = lambda: killed(dask.nannies()[:1])
    return victims


def _interrupted(run: Run) -> None:
    """As a person does it: again where it was not heard, as Python loses it while it forks."""
    while run.process.exitcode is None:
        os.kill(run.pid, signal.SIGINT)
        run.process.join(_AGAIN)


def _done(out: Path) -> int:
    """How many articles a store has, or keeps for its next batch, as counted by its tasks."""
    return store.opened(out).manifest.articles + _PIECES * staged(out)


def _listed(counts: Mapping[str, int] | Mapping[int, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
