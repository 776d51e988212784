"""Named paths become sources: folders walked, hidden files and a run's own left out, in an order of their own."""

from __future__ import annotations

import hashlib
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BufferedIOBase
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from crossfoot.errors import ArticleError, UsageError
from crossfoot.ingest import object_stores
from crossfoot.ingest.readers import Source
from crossfoot.ingest.readers.interface import HEAD_BYTES
from crossfoot.records import RUN_FILES, STORE_FILE

Location = Path | str  # a file of this machine, or a URL
STANDARD_INPUT: Final = Path("-")
_PART: Final = re.compile(r"[0-9a-f]{32}\.parquet")  # a store's own


def listed(paths: Iterable[str | Path]) -> list[tuple[str, Location]]:
    """Every file under `paths` once, as (name for messages, where it is), sorted; `-` is standard input, and a path with
    `://` the URL of an object store.

    A name is relative to the folder above the one that was named, so that it does not change with the place of the run.
    What an earlier run wrote into such a folder is left out.
    Raises UsageError for a path that is not there.
    """
    found: dict[Location, str] = {}
    for given in paths:
        if object_stores.is_url(given):
            found.update((url, shown(name)) for name, url in object_stores.found(str(given)))
            continue
        path = Path(given)
        if path == STANDARD_INPUT:
            found[path] = "stdin"
            continue
        if not path.exists():
            raise UsageError(f"no such file or folder: {path}")
        for file in _walk(path) if path.is_dir() else [path]:
            name = shown(file.relative_to(path.parent).as_posix() if path.is_dir() else path.name)
            key = Path(os.path.abspath(file))
            found[key] = min(name, found.get(key, name))
    return sorted(((name, path) for path, name in found.items()), key=lambda item: (item[0], str(item[1])))


def opened(name: str, where: Location) -> Source:
    """The file with its first bytes. Raises ArticleError `unreadable` where it cannot be read."""
    if where == STANDARD_INPUT:
        return _standard_input(name)
    opener = _opener(where)
    try:
        if isinstance(where, Path) and not where.is_file():
            raise OSError(0, "not a regular file")
        with opener() as handle:
            head = handle.read(HEAD_BYTES)
    except OSError as error:
        raise ArticleError("unreadable", f"cannot be read: {error.strerror or error}") from error
    return Source(name, PurePosixPath(name).stem, PurePosixPath(name).suffix.lower(), head, opener)


def state(where: Location) -> tuple[str, int]:
    """What changes when a file does, and its size: the hash of its bytes; that of what an object store says of it.

    Raises OSError.
    """
    if isinstance(where, str):
        return object_stores.state(where)
    if not where.is_file():
        raise OSError(0, "not a regular file")
    with where.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest(), where.stat().st_size


def _opener(where: Location) -> Callable[[], BufferedIOBase]:
    if isinstance(where, str):
        return partial(object_stores.opened, where)
    return lambda: where.open("rb")


def shown(name: str) -> str:
    """A name as tables and messages hold it, on one line: bytes that are no UTF-8 and control characters escaped."""
    text = os.fsencode(name).decode("utf-8", errors="backslashreplace")
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def _standard_input(name: str) -> Source:
    """What is piped in; it has no extension, so that its first bytes alone say what it is, and it is read once."""
    stream = io.BufferedReader(_Unclosed(sys.stdin.buffer), buffer_size=HEAD_BYTES)
    return Source(name, name, "", stream.peek(HEAD_BYTES)[:HEAD_BYTES], lambda: stream)


class _Unclosed(io.RawIOBase):
    """Standard input as a raw stream of our own: closing ours leaves the process its."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _walk(folder: Path) -> Iterator[Path]:
    """The files of a folder in their order, without hidden ones and what runs wrote into it."""
    stores: set[Path] = set()
    for base, folders, files in os.walk(folder):
        at = Path(base)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if STORE_FILE in files:
            stores.add(at)
        stored = not stores.isdisjoint((at, *at.parents))
        ours = {STORE_FILE, *RUN_FILES} if STORE_FILE in files or set(files).issuperset(RUN_FILES[-2:]) else set()
        for name in sorted(files):
            if not (name.startswith(".") or name in ours or (stored and _PART.fullmatch(name))):
                yield at / name
