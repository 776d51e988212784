"""Kills at random until it hurts: runs over generated articles, each broken off at a random moment, then one to the end.

    python tests/stress.py [ARTICLES] [KILLS] [SEED]

A kill hits a worker, all workers, or the run itself, with SIGKILL or an interrupt. In the end the store's files are compared,
byte by byte, with those of a run that nobody disturbed.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import psutil

import generated
from broken_runs import ended, everything, finished, killed, staged, started, workers

_LONGEST = 20.0  # seconds from one kill to the next
_SHORTEST = 1.0


def main(arguments: Sequence[str]) -> int:
    """Prints what was killed and whether the files are the same; 1 where they are not."""
    count, kills, seed = _given(arguments)
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = generated.write(folder / "in", count, seed=seed)
        out = folder / "out"
        done: Counter[str] = Counter()
        run = _run(made, out)
        while sum(done.values()) < kills:
            time.sleep(chance.uniform(_SHORTEST, _LONGEST))
            if run.poll() is not None:
                print(f"all was read after {sum(done.values())} kills; the store is begun anew", flush=True)
                _emptied(out)
                run = _run(made, out)
                continue
            victim = chance.choice(["worker", "all workers", "run", "interrupt"])
            done[victim] += 1
            _hit(run, victim)
            if victim in ("run", "interrupt"):
                ended(run)
                print(f"{sum(done.values())} kills, {staged(out)} pieces done", flush=True)
                run = _run(made, out)
        code, said = ended(run)
        undisturbed = finished("run", made, "--out", folder / "undisturbed", "--workers", "2", "--quiet", pieces=32)
        same = everything(out) == everything(folder / "undisturbed")
    print(f"{dict(done)}; the last run ended with {code} {said!r}, the undisturbed one with {undisturbed[0]}")
    print("the files are the same" if same else "THE FILES DIFFER")
    return 0 if same and code == undisturbed[0] == 0 else 1


def _given(arguments: Sequence[str]) -> tuple[int, int, int]:
    """How many articles and kills, and the seed of both."""
    count, kills, seed = (*map(int, arguments), *(10_000, 200, 0)[len(arguments) :])
    return count, kills, seed


def _run(made: Path, out: Path) -> subprocess.Popen[str]:
    return started("run", made, "--out", out, "--workers", "2", "--quiet", pieces=16)


def _hit(run: subprocess.Popen[str], victim: str) -> None:
    alive = list(workers(run))
    if victim == "worker":
        killed(alive[:1])
    elif victim == "all workers":
        killed(alive)
    elif victim == "run":
        killed([psutil.Process(run.pid)])
    else:
        os.killpg(run.pid, signal.SIGINT)


def _emptied(out: Path) -> None:
    for path in sorted(out.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
