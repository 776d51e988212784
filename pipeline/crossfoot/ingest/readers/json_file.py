"""`.json`: one record, or a list of records."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.errors import ArticleError
from crossfoot.ingest.decoding import decode, opening
from crossfoot.ingest.readers import json_record
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.records import Rejection


class JsonFile:
    """Reads `.json`, and files without an extension that begin like JSON."""

    def accepts(self, source: Source) -> bool:
        """By extension; a bare name counts where it opens with a bracket."""
        return source.suffix == ".json" or (not source.suffix and opening(source.head)[:1] in ("{", "["))

    def read(self, source: Source) -> Iterator[Found | Rejection]:
        """The record or the list's records in their order."""
        value = json_record.parse(decode(source.read(at_most=LIMITS.file_bytes)))
        many = isinstance(value, list)
        for number, record in enumerate(value if many else [value], start=1):
            fallback = f"{source.stem}:{number}" if many else source.stem
            try:
                yield json_record.found(record, path=source.name, fallback_id=fallback)
            except ArticleError as error:
                yield source.rejection(error.reason, error.detail, id=fallback)
