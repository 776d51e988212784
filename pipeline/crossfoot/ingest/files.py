"""Named paths become files to read: folders walked, hidden files and a run's own left out, in an order of their own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from crossfoot.errors import UsageError
from crossfoot.ingest.readers import Source
from crossfoot.records import RUN_FILES

_HEAD_BYTES = 512


def listed(paths: Iterable[str | Path]) -> list[tuple[str, Path]]:
    """Every file under `paths` once, as (name for messages, path), sorted.

    A name is relative to the folder above the one that was named, so that it does not change with the place of the run.
    What an earlier run wrote into such a folder is left out.
    Raises UsageError for a path that is not there.
    """
    found: dict[Path, str] = {}
    for path in map(Path, paths):
        if not path.exists():
            raise UsageError(f"no such file or folder: {path}")
        for file in _walk(path) if path.is_dir() else [path]:
            name = _shown(file.relative_to(path.parent).as_posix() if path.is_dir() else path.name)
            key = Path(os.path.abspath(file))
            found[key] = min(name, found.get(key, name))
    return sorted(((name, path) for path, name in found.items()), key=lambda item: (item[0], str(item[1])))


def opened(name: str, path: Path) -> Source:
    """The file with its first bytes. Raises OSError where it cannot be read."""
    if not path.is_file():
        raise OSError(0, "not a regular file")
    with path.open("rb") as handle:
        return Source(path=path, name=name, head=handle.read(_HEAD_BYTES))


def _shown(name: str) -> str:
    """A name as tables and messages hold it, on one line: bytes that are no UTF-8 and control characters escaped."""
    text = os.fsencode(name).decode("utf-8", errors="backslashreplace")
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def _walk(folder: Path) -> Iterator[Path]:
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        ours = frozenset(RUN_FILES) if set(files).issuperset(RUN_FILES[-2:]) else frozenset()
        yield from (Path(base) / name for name in sorted(files) if not name.startswith(".") and name not in ours)
