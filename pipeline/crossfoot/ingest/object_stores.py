"""Files of object stores and the like, by their URLs: `s3://bucket/news`, `gs://...`, whatever fsspec reads."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from io import BufferedIOBase
from typing import Any, cast

from crossfoot.errors import UsageError


def is_url(path: object) -> bool:
    """True of what is no path of this machine."""
    return isinstance(path, str) and "://" in path


def found(url: str) -> Iterator[tuple[str, str]]:
    """The names, relative to the folder above, and URLs of a file or of all files under a folder.

    Raises UsageError where nothing is there, or where the library that reads such URLs is missing.
    """
    system, path = _opened(url)
    try:
        listed = [path] if system.isfile(path) else sorted(system.find(path))
    except OSError as error:
        raise UsageError(f"cannot read {url}: {error}") from error
    if not listed:
        raise UsageError(f"no such file or folder: {url}")
    above = path.rstrip("/").rpartition("/")[0]
    for each in listed:
        name = each.removeprefix(above).lstrip("/")
        if not any(part.startswith(".") for part in name.split("/")):
            yield name, str(system.unstrip_protocol(each))


def opened(url: str) -> BufferedIOBase:
    """The file's bytes. Raises OSError."""
    system, path = _opened(url)
    return cast(BufferedIOBase, system.open(path, "rb"))


def state(url: str) -> tuple[str, int]:
    """What changes when the file does, without reading it, and its size. Raises OSError."""
    system, path = _opened(url)
    return str(system.ukey(path)), int(system.info(path).get("size") or 0)


def _opened(url: str) -> tuple[Any, str]:
    try:
        system, path = import_module("fsspec.core").url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise UsageError(f"cannot read {url}: {error} (pip install 'crossfoot[remote]')") from error
    return system, str(path)
