"""What every reader is: it says which files are its own, and yields what it finds in one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from crossfoot.ingest.records import Found
from crossfoot.records import Rejection


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: where it lies, how messages name it, and its first bytes."""

    path: Path
    name: str
    head: bytes

    @property
    def stem(self) -> str:
        """The file's name without its last extension: the id of an article that names none."""
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        """The extension in lower case, dot included; empty where there is none."""
        return self.path.suffix.lower()

    def rejection(self, reason: str, detail: str, *, id: str | None = None, line: int | None = None) -> Rejection:
        """A quarantine row that names this file."""
        return Rejection(path=self.name, id=id, line=line, reason=reason, detail=detail)


class Reader(Protocol):
    """One format. Adding one: docs/add-a-reader.md."""

    def accepts(self, source: Source) -> bool:
        """True where the extension or the first bytes say that the file is this reader's."""
        ...

    def read(self, source: Source) -> Iterator[Found | Rejection]:
        """Every article of the file in its order; a broken one becomes a Rejection and the next goes on."""
        ...
