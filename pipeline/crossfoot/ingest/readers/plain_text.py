"""`.txt`: one article a file, its text exactly as decoded."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.errors import ArticleError
from crossfoot.ingest.decoding import decode, is_wide, read_bytes
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.records import Rejection


class PlainText:
    """Reads `.txt`, and files without an extension that are not JSON."""

    def accepts(self, source: Source) -> bool:
        """By extension; a bare name counts where its first bytes are text."""
        return source.suffix == ".txt" or (not source.suffix and (is_wide(source.head) or b"\0" not in source.head))

    def read(self, source: Source) -> Iterator[Found | Rejection]:
        """One article, or the reason why not."""
        try:
            text = decode(read_bytes(source.path, at_most=LIMITS.article_bytes))
        except ArticleError as error:
            yield source.rejection(error.reason, error.detail, id=source.stem)
            return
        yield Found(path=source.name, fallback_id=source.stem, text=text)
