"""Names and texts that both linked-data forms use."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from crossfoot.records import Article


def name(kind: str, identifier: str) -> str:
    """The IRI of one of our records: `urn:crossfoot:claim:ID`."""
    return f"urn:crossfoot:{kind}:{quote(identifier.encode('utf-8', 'replace'), safe='')}"


def web_address(article: Article | None) -> str | None:
    """Where an article stands on the web, if it says so and a browser may go there."""
    address = (article.url or "").strip() if article is not None else ""
    try:
        parts = urlsplit(address)
    except ValueError:  # `http://[`: no address at all
        return None
    return (
        quote(address, safe="%/:?#[]@!$&'()*+,;=-._~") if parts.scheme in ("http", "https") and parts.netloc else None
    )


def day(published: str | None) -> str | None:
    """A claim's day where it is one: linked data has no place for `last week`."""
    try:
        return dt.date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None


def filled(**given: Any) -> dict[str, Any]:
    """The properties that have a value."""
    return {key: value for key, value in given.items() if value not in (None, "", [], {})}


def document(content: Mapping[str, Any]) -> bytes:
    """JSON-LD as text."""
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    return (text + "\n").encode("utf-8", "replace")
