"""A file is written whole or not at all: temporary file in the same folder, fsync, rename."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from crossfoot.errors import UsageError


def folder(path: str | Path) -> Path:
    """The folder, made where it is not there yet. Raises UsageError where that cannot be."""
    path = Path(path)
    if path.is_file():
        raise UsageError(f"cannot write to {path}: it is a file, not a folder")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write to {path}: {error.strerror or error}") from error
    return path


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends well; on an error `path` stays as it was.

    Raises UsageError where the folder cannot be written or the disk is full.
    """
    temporary = ""
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(descriptor, "wb") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
        temporary = ""
        _sync_folder(path.parent)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        if temporary:
            with suppress(FileNotFoundError):
                os.unlink(temporary)


def write_text(path: str | Path, text: str) -> None:
    """Writes `text` as UTF-8, newlines as they are, in place of what `path` held."""
    write_bytes(path, text.encode())


def write_bytes(path: str | Path, data: bytes) -> None:
    """Writes `data` in place of what `path` held."""
    path = Path(path)
    folder(path.parent)
    with replacing(path) as handle:
        handle.write(data)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(path: Path) -> None:
    """The rename itself reaches the disk; not every file system lets a folder be opened for that."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
