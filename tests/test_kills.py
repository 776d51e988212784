"""Whatever breaks a run, the next one ends in the very files of an undisturbed one."""

from __future__ import annotations

import errno
import os
import signal
from pathlib import Path

import psutil
import pytest

from broken_runs import ended, everything, finished, killed, once, staged, started, workers
from crossfoot import store
from crossfoot.engines.processes import Processes
from crossfoot.errors import CrossfootError, UsageError
from crossfoot.growth import grow

_NEVER_DONE = "import time; from crossfoot import store; store.committed = lambda _: time.sleep(3_600)"


def test_a_killed_worker_is_replaced_and_its_task_done_again(
    made: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    run = started("run", made, "--out", tmp_path / "out", "--workers", "2", "--quiet")
    once(lambda: staged(tmp_path / "out") >= 1, run)
    killed(workers(run)[:1])
    assert ended(run) == (0, "")
    assert everything(tmp_path / "out") == undisturbed


def test_all_workers_killed_at_once(made: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    run = started("run", made, "--out", tmp_path / "out", "--workers", "2", "--quiet")
    once(lambda: len(workers(run)) == 2, run)
    killed(workers(run))
    assert ended(run) == (0, "")
    assert everything(tmp_path / "out") == undisturbed


def test_a_killed_run_leaves_nothing_half_and_its_workers_end(
    made: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    run = started("run", made, "--out", tmp_path / "out", "--workers", "2", "--quiet", before=_NEVER_DONE)
    once(lambda: staged(tmp_path / "out") >= 2, run)
    orphans = workers(run)
    killed([psutil.Process(run.pid)])
    assert ended(run)[0] == -signal.SIGKILL
    assert store.opened(tmp_path / "out").manifest.articles == 0
    done = staged(tmp_path / "out")
    assert done >= 2
    _, alive = psutil.wait_procs(orphans, timeout=60)
    assert not alive
    grow([made], tmp_path / "out")
    assert everything(tmp_path / "out") == undisturbed


def test_an_interrupt_ends_the_run_in_one_line(made: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    run = started("run", made, "--out", tmp_path / "out", "--workers", "2", "--quiet", before=_NEVER_DONE)
    once(lambda: staged(tmp_path / "out") >= 1, run)
    os.killpg(run.pid, signal.SIGINT)
    assert ended(run) == (130, "crossfoot: interrupted before all was written\n")
    grow([made], tmp_path / "out")
    assert everything(tmp_path / "out") == undisturbed


@pytest.mark.parametrize("limit", [1_000, 20_000, 60_000])
def test_a_full_disk_is_one_line_and_room_heals_it(
    made: Path, undisturbed: dict[str, bytes], tmp_path: Path, limit: int
) -> None:
    grow(sorted(made.iterdir())[:4], tmp_path / "out")
    before = everything(tmp_path / "out")
    full = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    code, said = finished("run", made, "--out", tmp_path / "out", "--workers", "1", "--quiet", before=full)
    assert code == 2
    assert said.startswith("crossfoot: cannot write ")
    assert said.count("\n") == 1
    assert store.opened(tmp_path / "out").manifest.articles in (4, 24)
    left = everything(tmp_path / "out")
    assert {name: left[name] for name in before if name in left and "/" in name and "copies" not in name} == {
        name: data for name, data in before.items() if name in left and "/" in name and "copies" not in name
    }
    grow([made], tmp_path / "out")
    for name in ("claims.jsonl", "findings.jsonl"):
        assert (tmp_path / "out" / name).read_bytes() == undisturbed[name]


def test_a_store_that_cannot_be_written_is_one_line(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(sorted(made.iterdir())[:4], tmp_path / "out")
    before = everything(tmp_path / "out")

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("tempfile.mkstemp", refused)
    with pytest.raises(UsageError, match=r"^cannot write .*: Read-only file system$"):
        grow([made], tmp_path / "out")
    assert everything(tmp_path / "out") == before


def test_an_error_of_a_stage_comes_back_from_its_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossfoot.engines.processes._LOSSES", 2)
    with Processes(2) as engine, pytest.raises(CrossfootError, match="died over one task"):
        list(engine.run(os._exit, [3, 3]))
    with Processes(2) as engine, pytest.raises(RuntimeError, match="ZeroDivisionError"):
        list(engine.run(divmod_by, [0, 0]))
    with Processes(2) as engine:
        assert sorted(engine.run(divmod_by, [1, 2, 5])) == [(0, 10), (1, 5), (2, 2)]


def test_a_worker_that_has_grown_is_replaced() -> None:
    with Processes(2, most_megabytes=0.1) as engine:
        processes = {process for _, process in engine.run(who, range(3))}
    assert len(processes) == 3


def divmod_by(number: int) -> int:
    """A stage that fails for nought."""
    return 10 // number


def who(_: int) -> int:
    """A stage that tells its process."""
    return os.getpid()
