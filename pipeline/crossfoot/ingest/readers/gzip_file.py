"""`.gz`: whatever was packed, unpacked while it is read."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

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
        inner = PurePosixPath(source.name.removesuffix(".gz") if source.name.endswith(".gz") else source.stem)
        with _opened(source) as stream:
            head = stream.read(HEAD_BYTES)
        yield replace(
            source,
            stem=inner.stem if source.depth == 0 else source.stem,
            suffix=inner.suffix.lower() if source.name.endswith(".gz") else "",
            head=head,
            opener=lambda: _opened(source),
            depth=source.depth + 1,
        )


def _opened(source: Source) -> BinaryIO:
    packed = source.open()
    return buffered(gzip.GzipFile(fileobj=packed), _size(packed))  # type: ignore[arg-type]


def _size(stream: BinaryIO) -> int:
    """The bytes of a stream that can be gone through twice, else 0."""
    try:
        end = stream.seek(0, os.SEEK_END)
        stream.seek(0)
    except (OSError, io.UnsupportedOperation):
        return 0
    return end
