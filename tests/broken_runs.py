"""Runs that are killed on the way, and the store that the next run leaves."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil

from crossfoot.records import RUN_FILES, STORE_FILE

PIPELINE = Path(__file__).parents[1] / "pipeline"
# The command with small pieces, so that few articles make many tasks.
_COMMAND = """
import sys
from crossfoot import cli, steps
steps.EXTRACTED_TOGETHER = {pieces}
{before}
sys.argv[0] = "crossfoot"
cli.main()
"""
_PATIENCE = 300.0  # seconds; a run that takes longer hangs


def started(*arguments: str | Path, pieces: int = 4, before: str = "", own_group: bool = True) -> subprocess.Popen[str]:
    """`crossfoot ...` in a process group of its own."""
    line = [sys.executable, "-c", _COMMAND.format(pieces=pieces, before=before), *map(str, arguments)]
    return subprocess.Popen(
        line, env={**os.environ, "PYTHONPATH": str(PIPELINE)}, start_new_session=own_group, text=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=_interruptible,
    )  # fmt: skip


def _interruptible() -> None:
    """What a shell starts in the background ignores interrupts, and so would all that it starts in turn."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def ended(run: subprocess.Popen[str], *, within: float = _PATIENCE) -> tuple[int, str]:
    """Exit code and what was said on standard error."""
    _, said = run.communicate(timeout=within)
    return run.returncode, said


def finished(*arguments: str | Path, pieces: int = 4, before: str = "") -> tuple[int, str]:
    """One run from its start to its end."""
    return ended(started(*arguments, pieces=pieces, before=before))


def staged(out: Path) -> int:
    """How many pieces a run has extracted and not yet committed."""
    return len(list((out / "staging").glob("*.parquet")))


def once(true: Callable[[], bool], run: subprocess.Popen[str]) -> None:
    """Waits until something is so, or the run is over."""
    until = time.monotonic() + _PATIENCE
    while run.poll() is None and not true():
        assert time.monotonic() < until, "it never came so far"
        time.sleep(0.02)


def workers(run: subprocess.Popen[str]) -> Sequence[psutil.Process]:
    """The worker processes of a run."""
    return [child for child in children(run.pid) if is_spawned(child)]


def children(pid: int) -> list[psutil.Process]:
    """The processes that a process started, and those that they started; none of one that is gone."""
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def is_spawned(process: psutil.Process) -> bool:
    """True of a worker, local or of a cluster, and not of what keeps count of its resources."""
    try:
        return any("spawn_main" in part for part in process.cmdline())
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return False


def killed(processes: Sequence[psutil.Process]) -> None:
    """`kill -9` to each that still lives."""
    for process in processes:
        try:
            process.send_signal(signal.SIGKILL)
        except psutil.NoSuchProcess:
            continue


def everything(folder: Path) -> dict[str, bytes]:
    """Every file that readers may look at, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def held(folder: Path) -> dict[str, bytes]:
    """The files that a store holds: its manifest, the parts that this names, and the flat files.

    Which replaced parts lie beside them until the next run removes them goes by how often one began.
    """
    parts = json.loads((folder / STORE_FILE).read_text())["parts"]
    named = {STORE_FILE, *RUN_FILES, *(part for some in parts.values() for part in some)}
    return {name: (folder / name).read_bytes() for name in sorted(named)}
