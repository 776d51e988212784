"""The same run on a real Dask cluster on loopback: a scheduler, and two workers with their nannies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

import generated
from broken_runs import PIPELINE, ended, everything, killed, once, staged, started
from crossfoot.engines import chosen
from crossfoot.errors import CrossfootError, UsageError
from crossfoot.growth import grow

pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers of one thread."""
    folder = tmp_path_factory.mktemp("dask")
    told = folder / "scheduler.json"
    env = {**os.environ, "PYTHONPATH": str(PIPELINE), "DASK_DISTRIBUTED__DASHBOARD__LINK": ""}
    dask = [sys.executable, "-m", "dask"]
    here = ["--scheduler-file", str(told)]
    quiet = {"env": env, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    cluster = [
        subprocess.Popen([*dask, "scheduler", *here, "--host", "127.0.0.1", "--port", "0", "--no-dashboard"], **quiet),
        *(subprocess.Popen([*dask, "worker", *here, "--nthreads", "1", "--no-dashboard"], **quiet) for _ in range(2)),
    ]
    try:
        yield _address(told)
    finally:
        everyone = [child for process in cluster for child in _children(process.pid)]
        for process in cluster:
            process.kill()
            process.wait()
        killed(everyone)


def _address(told: Path) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if told.exists() and told.read_text().strip():
            return str(json.loads(told.read_text())["address"])
        time.sleep(0.1)
    raise AssertionError("the scheduler never started")


def _children(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _workers(address: str) -> list[psutil.Process]:
    """The worker processes of the cluster, each the child of its nanny."""
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=120)
        return [psutil.Process(pid) for pid in client.run(os.getpid).values()]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty-four generated articles."""
    return generated.write(tmp_path_factory.mktemp("made") / "in", 24, dev=False)


@pytest.fixture(scope="module")
def undisturbed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes of them."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    grow([made], out)
    return everything(out)


def test_a_cluster_makes_the_tables_of_one_process(
    scheduler: str, made: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    _workers(scheduler)
    run = started("run", made, "--out", tmp_path / "out", "--engine", "dask", "--scheduler", scheduler, "--quiet")
    assert ended(run) == (0, "")
    assert everything(tmp_path / "out") == undisturbed


@pytest.mark.parametrize("victim", ["worker", "nanny"])
def test_a_killed_dask_worker_or_nanny_loses_nothing(
    scheduler: str, made: Path, undisturbed: dict[str, bytes], tmp_path: Path, victim: str
) -> None:
    worker = _workers(scheduler)[0]
    run = started("run", made, "--out", tmp_path / "out", "--engine", "dask", "--scheduler", scheduler, "--quiet")
    once(lambda: staged(tmp_path / "out") >= 1, run)
    parent = worker.parent()
    killed([worker] if victim == "worker" or parent is None else [parent])
    assert ended(run) == (0, "")
    assert everything(tmp_path / "out") == undisturbed


def test_an_error_of_a_stage_comes_back_from_the_cluster(scheduler: str) -> None:
    with chosen("dask", workers=1, scheduler=scheduler) as engine:
        assert sorted(engine.run(str, range(20))) == [(number, str(number)) for number in range(20)]
        with pytest.raises(ValueError, match="invalid literal"):
            list(engine.run(int, ["none"]))


def test_a_scheduler_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossfoot.engines.dask_cluster._SECONDS", 0.5)
    with (
        pytest.raises(UsageError, match="no Dask scheduler answers at"),
        chosen("dask", workers=1, scheduler="tcp://127.0.0.1:9"),
    ):
        pass


@pytest.mark.parametrize(
    ("name", "scheduler_", "workers", "said"),
    [
        ("dask", None, 1, "needs --scheduler"),
        ("spark", None, 1, "no such engine: spark"),
        ("local", "tcp://127.0.0.1:9", 1, "belongs to --engine dask"),
        ("local", None, 0, "must be 1 or more"),
    ],
)
def test_a_wrong_choice_of_engine_is_one_line(name: str, scheduler_: str | None, workers: int, said: str) -> None:
    with pytest.raises(CrossfootError, match=said):
        chosen(name, workers=workers, scheduler=scheduler_)
