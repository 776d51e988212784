"""A worker process: takes a task, answers, and ends when the process that started it is gone."""

from __future__ import annotations

import os
import signal
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from crossfoot.errors import CrossfootError

_MEMORY: Final = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Answer:
    """A task's result, or what went wrong; `megabytes` is what the worker holds, 0 where the system does not say."""

    result: Any = None
    refused: str | None = None  # a CrossfootError in one clear line
    broken: str | None = None  # any other error, with its traceback
    megabytes: float = 0.0


def serve(pipe: Connection) -> None:
    """Answers tasks until the pipe is closed; an interrupt is the starter's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            stage, task = pipe.recv()
            pipe.send(_answer(stage, task))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def _answer(stage: Any, task: Any) -> Answer:
    try:
        return Answer(stage(task), megabytes=_megabytes())
    except CrossfootError as error:
        return Answer(refused=str(error), megabytes=_megabytes())
    except Exception:  # noqa: BLE001 (whatever it is, the process that gave the task shows it)
        return Answer(broken=traceback.format_exc(), megabytes=_megabytes())


def _megabytes() -> float:
    if not _MEMORY.exists():
        return 0.0
    pages = int(_MEMORY.read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
