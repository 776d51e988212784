"""`.html`: one page a file, one article a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.ingest.decoding import decode_any, opening
from crossfoot.ingest.outside import needed
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.records import LIMITS, Found

_SUFFIXES = (".html", ".htm", ".xhtml")
_OPENING = re.compile(r"(?:<!--.{0,500}?-->\s*|<\?xml[^>]{0,200}>\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARATION_BYTES = 4096


class HtmlPage:
    """Reads web pages, and whatever begins as one does."""

    def accepts(self, source: Source) -> bool:
        """By extension or by its first tag."""
        return source.suffix in _SUFFIXES or (
            source.suffix in ("", ".txt") and _OPENING.match(opening(source.head)) is not None
        )

    def read(self, source: Source) -> Iterator[Found]:
        """The page's article."""
        needed("trafilatura", extra="html", what="web pages")
        from crossfoot.ingest.pages.article import article_of

        data = source.read(at_most=LIMITS.article_bytes)
        match = _DECLARED.search(data, 0, _DECLARATION_BYTES)
        decoded = decode_any(data, declared=source.charset or (match[1].decode("ascii", "replace") if match else None))
        page = article_of(decoded.text, url=source.url)
        yield Found(
            path=source.name,
            fallback_id=source.stem,
            id=source.id,
            text=page.text,
            stated=page.metadata,
            estimate=page.estimate,
            layout=page.layout,
            notes=(decoded.note,) if decoded.note else (),
        )
