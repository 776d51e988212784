"""How the scorer of article extraction calls the package."""

from __future__ import annotations

from typing import Any

from crossfoot import ingest
from crossfoot.records import Article

_NOT_BODY = ("title", "dateline", "byline", "caption")  # the benchmark counts captions as no body


def article(payload: bytes | str, url: str | None = None) -> dict[str, Any]:
    """The body and metadata of a page (bytes) or of scraped text."""
    read = _page(payload) if isinstance(payload, bytes) else ingest.article(payload, url=url)
    body = "\n".join(read.text[block.start : block.end] for block in read.blocks if block.kind not in _NOT_BODY)
    return {"text": body, "title": read.title, "published": read.published, "authors": list(read.authors)}


def _page(payload: bytes) -> Article:
    return ingest.page(payload)
