"""A stream that is being unpacked, and stops where it becomes larger than any honest file."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib

from crossfoot.errors import ArticleError
from crossfoot.ingest.records import LIMITS


class Unpacked(io.RawIOBase):
    """Reads on from `stream`, whose packed size is `packed` bytes (0 where that is not known).

    Raises ArticleError `too_large` past the limits, `bad_archive` where what is packed is broken. The error is kept too:
    a library in C that reads through this may swallow it.
    """

    def __init__(
        self, stream: gzip.GzipFile | zipfile.ZipExtFile, packed: int, under: io.BufferedIOBase | None
    ) -> None:
        self._stream, self._packed, self._under = stream, packed, under
        self._count = 0
        self.error: ArticleError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read1(len(buffer))  # what is whole comes before the error about what is not
        except (OSError, EOFError, ValueError, zlib.error, RuntimeError, NotImplementedError) as error:
            raise self._ended("bad_archive", f"the packed data are broken: {error}") from error
        self._count += len(data)
        if self._count > LIMITS.unpacked_bytes or self._is_bomb():
            raise self._ended("too_large", f"more than {self._count:,} bytes unpacked from {self._packed:,}")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        if self._under is not None:
            self._under.close()
        super().close()

    def _is_bomb(self) -> bool:
        """More than an article, and far more than text is ever packed into."""
        large = self._count > LIMITS.article_bytes
        return large and self._packed > 0 and self._count > LIMITS.unpacked_ratio * self._packed

    def _ended(self, reason: str, detail: str) -> ArticleError:
        self.error = ArticleError(reason, detail)
        return self.error


def buffered(
    stream: gzip.GzipFile | zipfile.ZipExtFile, packed: int, *, under: io.BufferedIOBase | None = None
) -> io.BufferedReader:
    """The same with a buffer, for reading by lines and by pieces; closing it closes the packed stream `under` it too."""
    return io.BufferedReader(Unpacked(stream, packed, under), buffer_size=1 << 17)
