"""`.txt`: one article a file, its text exactly as decoded."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.ingest.decoding import decode_any, is_wide
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.records import LIMITS, Found


class PlainText:
    """Reads `.txt`, and what has no extension and is no other format."""

    def accepts(self, source: Source) -> bool:
        """By extension; a bare name counts where its first bytes are text."""
        return source.suffix in (".txt", ".text") or (
            not source.suffix and (is_wide(source.head) or b"\0" not in source.head)
        )

    def read(self, source: Source) -> Iterator[Found]:
        """One article, or the reason why not."""
        decoded = decode_any(source.read(at_most=LIMITS.article_bytes), declared=source.charset)
        notes = (decoded.note,) if decoded.note else ()
        yield Found(path=source.name, fallback_id=source.stem, id=source.id, text=decoded.text, notes=notes)
