"""A limit of time on work that may run away in somebody else's parser."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import TypeVar

from crossfoot.errors import ArticleError

Result = TypeVar("Result")


class _TimeIsUp(BaseException):
    """Raised inside the work. No Exception, so that a parser's own `except Exception` does not swallow it."""


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """What `work` returns. Raises ArticleError `too_slow` where it takes longer, in whatever thread it runs.

    It stops between two steps of Python; a single call into a C library is bounded by the limits on size.
    """
    watch = _Watch(seconds)
    try:
        try:
            watch.start()
            return work()
        finally:
            watch.stop()
    except _TimeIsUp:
        raise ArticleError("too_slow", f"not read within {seconds:g} seconds") from None


class _Watch:
    """A timer that raises in the thread that started it, unless it was stopped before."""

    def __init__(self, seconds: float) -> None:
        self._thread = threading.get_ident()
        self._lock = threading.Lock()
        self._over = self._rang = False
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        """After this nothing is raised any more; what was about to be is taken back."""
        self._timer.cancel()
        with self._lock:
            self._over = True
        if self._rang:
            _take_back(self._thread)

    def _ring(self) -> None:
        with self._lock:
            if not self._over:
                self._rang = True
                _raise_in(self._thread)


def _raise_in(thread: int) -> None:
    """Sets the exception that a thread raises at its next step, in the place of one that it has not raised yet."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(_TimeIsUp))


def _take_back(thread: int) -> None:
    """Leaves nothing to be raised in this thread. Clearing it would not do: CPython 3.11 and 3.12 then look for it at
    every loop and call of the whole process for good, and under a profiler never get any further.
    """
    try:
        _raise_in(thread)
        while True:
            pass
    except _TimeIsUp:
        return
