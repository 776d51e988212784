"""What every reader is: it says which files are its own, and yields what it finds in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedIOBase, BytesIO
from pathlib import PurePosixPath
from typing import Protocol

from crossfoot.errors import ArticleError
from crossfoot.ingest.records import Found
from crossfoot.records import Rejection

HEAD_BYTES = 2048


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: a file, standard input, or a part of an archive or message.

    `name` is how messages call it, `stem` the id of an article that names none, `suffix` its extension in lower case, dot
    included, `head` its first bytes. `charset` and `url` are what the container says of it. `depth` counts containers.
    """

    name: str
    stem: str
    suffix: str
    head: bytes
    opener: Callable[[], BufferedIOBase]
    charset: str | None = None
    url: str | None = None
    id: str | None = None
    depth: int = 0

    def open(self) -> BufferedIOBase:
        """Its bytes from the beginning. Raises ArticleError `unreadable`."""
        try:
            return self.opener()
        except OSError as error:
            raise ArticleError("unreadable", f"cannot be read: {error.strerror or error}") from error

    def read(self, *, at_most: int) -> bytes:
        """All its bytes. Raises ArticleError `too_large` or `unreadable`."""
        with self.open() as handle:
            try:
                data = handle.read(at_most + 1)
            except OSError as error:
                raise ArticleError("unreadable", f"cannot be read: {error.strerror or error}") from error
        if len(data) > at_most:
            raise ArticleError("too_large", f"more than {at_most:,} bytes")
        return data

    def part(self, data: bytes, name: str, *, stem: str | None = None, charset: str | None = None) -> Source:
        """What this source holds as `name`, whose bytes are at hand."""
        path = PurePosixPath(name)
        return Source(
            name=f"{self.name}/{name}",
            stem=stem or f"{self.stem}:{path.with_suffix('')}",
            suffix=path.suffix.lower(),
            head=data[:HEAD_BYTES],
            opener=lambda: BytesIO(data),
            charset=charset,
            url=self.url,
            depth=self.depth + 1,
        )

    def rejection(self, reason: str, detail: str, *, id: str | None = None, line: int | None = None) -> Rejection:
        """A quarantine row that names this source."""
        return Rejection(path=self.name, id=id, line=line, reason=reason, detail=detail)


class Reader(Protocol):
    """One format. Adding one: docs/add-a-reader.md."""

    def accepts(self, source: Source) -> bool:
        """True where the extension or the first bytes say that the source is this reader's."""
        ...

    def read(self, source: Source) -> Iterator[Found | Rejection | Source]:
        """Every article of the source in its order; a broken one becomes a Rejection and the next goes on.

        A container yields the Sources that it holds. An ArticleError ends the source with a Rejection of its own.
        """
        ...
