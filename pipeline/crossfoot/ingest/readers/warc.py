"""`.warc`: the web pages of a crawl, one by one as they are read (CC-NEWS and the like, mostly packed as `.warc.gz`)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedIOBase
from typing import Any

from crossfoot.errors import ArticleError
from crossfoot.ingest.outside import needed, parsing
from crossfoot.ingest.readers import json_record
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.records import LIMITS
from crossfoot.records import Rejection

_MAGIC = b"WARC/"
_OK = 200
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}


class Warc:
    """Reads web archives; packed ones are unpacked before."""

    def accepts(self, source: Source) -> bool:
        """By its first bytes, or by extension."""
        return source.head.startswith(_MAGIC) or source.suffix == ".warc"

    def read(self, source: Source) -> Iterator[Source | Rejection]:
        """The pages that were answered with success, in the archive's order; other records are passed over."""
        fastwarc = needed("fastwarc.warc", extra="warc", what="web archives")
        with source.open() as handle:
            stream = _Calm(handle)
            kinds = fastwarc.WarcRecordType
            records = fastwarc.ArchiveIterator(
                stream, record_types=kinds.any_type, parse_http=True, max_content_length=LIMITS.file_bytes
            )
            number = 0
            while (record := _next(records)) is not None:
                number += 1
                if record.record_type != kinds.response:
                    continue
                try:
                    if (page := _page(source, record, number)) is not None:
                        yield page
                except ArticleError as error:
                    yield source.rejection(error.reason, error.detail, id=f"{source.stem}:{number}")
            if stream.error is not None:
                raise stream.error
            if number == 0:
                raise ArticleError("bad_archive", "no record in it that can be read")


class _Calm(io.RawIOBase):
    """A stream for a library in Rust, which panics where a stream raises: it ends there, and keeps the error.

    It says where it is, which that library asks, and cannot go anywhere else.
    """

    def __init__(self, stream: BufferedIOBase) -> None:
        self._stream = stream
        self._at = 0
        self.error: ArticleError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self.error is not None:
            return 0
        try:
            data = self._stream.read1(len(buffer))
        except ArticleError as error:
            self.error = error
            return 0
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Only to where it is."""
        if offset != (self._at if whence == io.SEEK_SET else 0):
            raise io.UnsupportedOperation("seek")
        return self._at


def _next(records: Any) -> Any | None:
    with parsing("bad_archive", "record of a web archive"):
        return next(records, None)


def _page(source: Source, record: Any, number: int) -> Source | None:
    """The page of a record; None where it is another kind of file, or none at all."""
    with parsing("bad_archive", "record of a web archive"):
        http = record.http_headers
        kind = (record.http_content_type or "").split(";")[0].strip().lower()
        if http is None or kind not in _SUFFIXES or (http.status_code or _OK) != _OK:
            return None
        data = record.reader.read(LIMITS.article_bytes + 1)
        stated = record.record_id
        charset, url = record.http_charset, record.headers.get("WARC-Target-URI")
    if len(data) > LIMITS.article_bytes:
        raise ArticleError("too_large", f"the record has more than {LIMITS.article_bytes:,} bytes")
    id = json_record.record_id({"id": (stated or "").strip("<>")})
    part = source.part(data, f"{number}{_SUFFIXES[kind]}", charset=charset)
    return replace(part, id=id, url=(url or "").strip("<>") or None)
