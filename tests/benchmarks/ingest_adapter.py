"""How the scorer of article extraction calls the package."""

from __future__ import annotations

from typing import Any

from crossfoot import ingest

_NOT_BODY = ("title", "dateline", "byline", "caption")  # the benchmark counts captions as no body


def article(payload: bytes | str, url: str | None = None) -> dict[str, Any]:
    """The body and metadata of scraped text; pages (bytes) are read by a later reader."""
    if isinstance(payload, bytes):
        raise NotImplementedError("HTML pages have no reader yet")
    read = ingest.article(payload, url=url)
    body = "\n".join(payload[block.start : block.end] for block in read.blocks if block.kind not in _NOT_BODY)
    return {"text": body, "title": read.title, "published": read.published, "authors": list(read.authors)}
