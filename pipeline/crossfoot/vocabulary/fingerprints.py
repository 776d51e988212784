"""Which words a run was made with: a hash of every vocabulary file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

_SUFFIXES = (".yaml", ".tsv")


@cache
def fingerprints() -> tuple[tuple[str, str], ...]:
    """The name and SHA-256 of each vocabulary file, by name."""
    return tuple(sorted(_of(resources.files("crossfoot.vocabulary"), "")))


def _of(folder: Traversable, within: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        name = f"{within}{entry.name}"
        if entry.is_dir():
            yield from _of(entry, f"{name}/")
        elif name.endswith(_SUFFIXES):
            yield name, hashlib.sha256(entry.read_bytes()).hexdigest()
