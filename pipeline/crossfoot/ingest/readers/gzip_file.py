"""`.gz`: whatever was packed, unpacked while it is read."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedIOBase
from pathlib import PurePosixPath

from crossfoot.ingest.readers.interface import HEAD_BYTES, Source
from crossfoot.ingest.readers.unpacking import buffered

_MAGIC = b"\x1f\x8b"


class GzipFile:
    """Reads what gzip packed, by its first bytes; the file inside has the name without `.gz`."""

    def accepts(self, source: Source) -> bool:
        """By its first bytes."""
        return source.head.startswith(_MAGIC)

    def read(self, source: Source) -> Iterator[Source]:
        """The one source inside."""
        inner = PurePosixPath(source.stem)
        named = source.suffix == ".gz"
        with _opened(source) as stream:
            head = stream.read1(HEAD_BYTES)
        yield replace(
            source,
            stem=str(inner.with_suffix("")) if named else source.stem,
            suffix=inner.suffix.lower() if named else source.suffix,
            head=head,
            opener=lambda: _opened(source),
            depth=source.depth + 1,
        )


def _opened(source: Source) -> BufferedIOBase:
    packed = source.open()
    return buffered(gzip.GzipFile(fileobj=packed), _size(packed), under=packed)


def _size(stream: BufferedIOBase) -> int:
    """The bytes of a stream that can be gone through twice, else 0."""
    try:
        end = stream.seek(0, os.SEEK_END)
        stream.seek(0)
    except (OSError, io.UnsupportedOperation):
        return 0
    return end
