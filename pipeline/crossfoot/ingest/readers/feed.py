"""`.rss`, `.atom` and feeds in `.xml`: one article an entry, with as much of it as the feed carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crossfoot.errors import ArticleError
from crossfoot.ingest.decoding import opening
from crossfoot.ingest.outside import needed, parsing
from crossfoot.ingest.readers import json_record
from crossfoot.ingest.readers.fragment import fragment_text
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.ingest.stated import Metadata, Stated
from crossfoot.records import Rejection

_OPENING = re.compile(
    r"(?:<\?xml[^>]{0,200}>|<!--.{0,1000}?-->|<\?xml-stylesheet[^>]{0,300}>|\s)*<(?:rss|feed|rdf:RDF)\b", re.S
)
_SUFFIXES = (".rss", ".atom", ".xml", ".rdf")


class Feed:
    """Reads RSS and Atom."""

    def accepts(self, source: Source) -> bool:
        """By extension, or by its first element where there is none."""
        return source.suffix in _SUFFIXES or (not source.suffix and _OPENING.match(opening(source.head)) is not None)

    def read(self, source: Source) -> Iterator[Found | Rejection]:
        """Every entry's article."""
        feedparser = needed("feedparser", extra="feeds", what="feeds")
        data = source.read(at_most=LIMITS.article_bytes)
        if b"<!ENTITY" in data[:100_000]:
            raise ArticleError("bad_feed", "it defines entities of its own, which no honest feed does")
        headers = {"content-type": f"application/xml; charset={source.charset}"} if source.charset else {}
        with parsing("bad_feed", "feed"):
            feed = feedparser.parse(data, response_headers=headers)
        if not feed.entries:
            said = feed.get("bozo_exception")
            raise ArticleError("bad_feed", f"no entry in it{f': {said}' if said else ''}")
        for number, entry in enumerate(feed.entries, start=1):
            fallback = f"{source.stem}:{number}"
            try:
                yield _found(entry, feed.feed, source, fallback)
            except ArticleError as error:
                yield source.rejection(error.reason, error.detail, id=fallback)


def _found(entry: Any, feed: Any, source: Source, fallback: str) -> Found:
    with parsing("bad_feed", "entry of a feed"):
        contents = [content.get("value", "") for content in entry.get("content", ())]
        html = max([*contents, entry.get("summary", "")], key=len)
        return Found(
            path=source.name,
            fallback_id=fallback,
            id=json_record.record_id({"id": entry.get("id")}),
            text=fragment_text(html),
            stated=Metadata(tuple(_stated(entry, feed))),
        )


def _stated(entry: Any, feed: Any) -> Iterator[Stated]:
    if title := " ".join(fragment_text(entry.get("title", "")).split()):
        yield Stated("title", title, "feed", 0.95)
    if published := entry.get("published"):
        yield Stated("published", published, "feed", 0.95)
    if "updated" in entry:  # `get` would give the day of publication where there is none
        yield Stated("updated", entry["updated"], "feed", 0.95)
    if str(entry.get("link", "")).startswith("http"):
        yield Stated("url", entry["link"], "feed", 0.95)
    if names := tuple(author["name"] for author in entry.get("authors", ()) if author.get("name")):
        yield Stated("authors", names, "feed", 0.9)
    if outlet := " ".join(fragment_text(feed.get("title", "")).split()):
        yield Stated("source", outlet, "feed", 0.8)
