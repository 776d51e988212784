"""What every reader is: it says which files are its own, and yields what it finds in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from pathlib import PurePosixPath
from types import ModuleType
from typing import BinaryIO, Protocol

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
    opener: Callable[[], BinaryIO]
    charset: str | None = None
    url: str | None = None
    id: str | None = None
    depth: int = 0

    def open(self) -> BinaryIO:
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


def needed(module: str, *, extra: str, what: str) -> ModuleType:
    """A library that one format needs. Raises ArticleError `missing_extra`, which says what to install."""
    try:
        return import_module(module)
    except ImportError as error:
        library = module.split(".")[0]
        raise ArticleError(
            "missing_extra", f'reading {what} needs {library}: pip install "crossfoot[{extra}]"'
        ) from error


@contextmanager
def parsing(reason: str, what: str) -> Iterator[None]:
    """Whatever a parser of somebody else's raises over a broken file becomes an ArticleError `reason`.

    Such parsers document no closed list of errors: a file made to break them may raise anything.
    """
    try:
        yield
    except ArticleError:
        raise
    except RecursionError as error:
        raise ArticleError("too_deep", f"{what} is nested too deep to be read") from error
    except MemoryError as error:
        raise ArticleError("too_large", f"{what} needs more memory than there is") from error
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise ArticleError(reason, f"no {what} that can be read: {said}") from error
