"""The same run on a real Dask cluster on loopback: a scheduler, and two workers with their nannies."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from broken_runs import ended, everything, killed, once, staged, started
from clusters import Cluster, cluster
from crossfoot.engines import chosen
from crossfoot.errors import CrossfootError, UsageError

pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster for all tests."""
    with cluster(tmp_path_factory.mktemp("dask")) as running:
        yield running


def test_a_cluster_makes_the_tables_of_one_process(
    dask: Cluster, made: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    dask.complete()
    assert ended(_run(made, tmp_path / "out", dask)) == (0, "")
    assert everything(tmp_path / "out") == undisturbed


@pytest.mark.parametrize("victim", ["worker", "nanny"])
def test_a_killed_dask_worker_or_nanny_loses_nothing(
    dask: Cluster, made: Path, undisturbed: dict[str, bytes], tmp_path: Path, victim: str
) -> None:
    dask.complete()
    run = _run(made, tmp_path / "out", dask)
    once(lambda: staged(tmp_path / "out") >= 1, run)
    killed((dask.workers() if victim == "worker" else dask.nannies())[:1])
    assert ended(run) == (0, "")
    assert everything(tmp_path / "out") == undisturbed
    dask.mended()


def test_an_error_of_a_stage_comes_back_from_the_cluster(dask: Cluster) -> None:
    with chosen("dask", workers=1, scheduler=dask.address()) as engine:
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


def _run(made: Path, out: Path, dask: Cluster) -> subprocess.Popen[str]:
    return started("run", made, "--out", out, "--engine", "dask", "--scheduler", dask.address(), "--quiet")
