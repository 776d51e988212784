"""`.jsonl`: one record a line, read line by line, so that a file may be larger than the memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedIOBase, BytesIO

from crossfoot.errors import ArticleError
from crossfoot.ingest.decoding import decode, is_wide, opening
from crossfoot.ingest.readers import json_record
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.records import Rejection

_RECORD = re.compile(r'\{[ \t]*"')


class JsonLines:
    """Reads `.jsonl` and `.ndjson`, and standard input that begins like a record on one line."""

    def accepts(self, source: Source) -> bool:
        """By extension; what has none counts where a record begins on its first line."""
        if source.suffix in (".jsonl", ".ndjson"):
            return True
        return source.name == "stdin" and not source.suffix and _RECORD.match(opening(source.head)) is not None

    def read(self, source: Source) -> Iterator[Found | Rejection]:
        """Every line's article; blank lines are passed over."""
        with _opened(source) as handle:
            for number, line in enumerate(_lines(handle), start=1):
                fallback = f"{source.stem}:{number}"
                try:
                    if line is None:
                        raise ArticleError("too_large", f"the line has more than {LIMITS.article_bytes:,} bytes")
                    text = decode(line, first=number == 1)
                    if text.strip():
                        record = json_record.parse(text)
                        yield json_record.found(record, path=source.name, fallback_id=fallback, line=number)
                except ArticleError as error:
                    yield source.rejection(error.reason, error.detail, id=fallback, line=number)


def _opened(source: Source) -> BufferedIOBase:
    """The file's bytes in UTF-8: as they are, or read whole where it is marked as wider characters.

    Raises ArticleError where such a file is too large or breaks off.
    """
    if is_wide(source.head):
        return BytesIO(decode(source.read(at_most=LIMITS.file_bytes)).encode())
    return source.open()


def _lines(handle: BufferedIOBase) -> Iterator[bytes | None]:
    """Lines by their newline byte alone; None for one beyond the limit, which is passed over unread."""
    while line := handle.readline(LIMITS.article_bytes + 1):
        if len(line) <= LIMITS.article_bytes:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = handle.readline(LIMITS.article_bytes)
        yield None
