"""`.warc`: the web pages of a crawl, one by one as they are read (CC-NEWS and the like, mostly packed as `.warc.gz`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from crossfoot.errors import ArticleError
from crossfoot.ingest.readers import json_record
from crossfoot.ingest.readers.interface import Source, needed, parsing
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
        with source.open() as stream:
            response = fastwarc.WarcRecordType.response
            records = fastwarc.ArchiveIterator(stream, record_types=response, parse_http=True, strict_mode=False)
            number = 0
            while (record := _next(records)) is not None:
                number += 1
                try:
                    if (page := _page(source, record, number)) is not None:
                        yield page
                except ArticleError as error:
                    yield source.rejection(error.reason, error.detail, id=f"{source.stem}:{number}")
            broken: ArticleError | None = getattr(getattr(stream, "raw", None), "error", None)
            if broken is not None:
                raise broken
            if number == 0:
                raise ArticleError("bad_archive", "no web page in it that can be read")


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
