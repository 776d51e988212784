"""One run at a time grows a store; another waits. The system gives the lock back when its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from crossfoot.errors import UsageError
from crossfoot.store import atomic

_NAME: Final = ".crossfoot.lock"
_PAUSE: Final = 0.2  # seconds between two tries


@contextmanager
def locked(folder: Path, *, tell: Callable[[str], None]) -> Iterator[None]:
    """Holds the store's lock; `tell` is told once where another run has it. Raises UsageError where it cannot be written."""
    path = atomic.folder(folder) / _NAME
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise UsageError(f"cannot write to {folder}: {error.strerror or error}") from error
    try:
        if not _taken(descriptor):
            tell(f"another run is writing to {folder}; waiting for it")
            while not _taken(descriptor):
                time.sleep(_PAUSE)
        yield
    finally:
        os.close(descriptor)  # which gives the lock back


if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
