"""The publisher's own record of an article: schema.org in JSON-LD, whose shapes are many."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

_LONGEST: Final = 2_000_000  # characters of one script
_DEEPEST: Final = 8
_TYPES: Final = ("Article", "Posting", "Report", "Review", "WebPage")  # the ends of names, the best first
_KEYS: Final = ("headline", "datePublished", "author")


@dataclass(frozen=True, slots=True)
class Record:
    """What it says of the article."""

    headline: str | None
    published: str | None
    updated: str | None
    authors: tuple[str, ...]
    publisher: str | None
    url: str | None


def article_of(scripts: Iterable[str]) -> Record | None:
    """The record of the page's article: of those whose type is an article's, the one that says most."""
    nodes = [node for script in scripts for value in _parsed(script) for node in _nodes(value, _DEEPEST)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _rank(node) is not None and any(node.get(key) for key in _KEYS)]
    if not articles:
        return None
    node = min(articles, key=lambda node: (_rank(node), -sum(bool(node.get(key)) for key in _KEYS)))
    return Record(
        headline=_text(node.get("headline")),
        published=_text(node.get("datePublished")),
        updated=_text(node.get("dateModified")),
        authors=tuple(dict.fromkeys(_names(node.get("author") or node.get("creator"), by_id))),
        publisher=next(iter(_names(node.get("publisher"), by_id)), None),
        url=_url(node),
    )


def _parsed(script: str) -> Iterator[Any]:
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    if not text or len(text) > _LONGEST:
        return
    try:
        yield json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return  # a broken record says nothing; the page's other tags may


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object that stands in the record, outer ones first."""
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _nodes(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "itemListElement"):
            yield from _nodes(value.get(key), depth - 1)


def _rank(node: dict[str, Any]) -> int | None:
    """How much the object's type is an article's: 0 is most; None where it is none."""
    types = node.get("@type")
    names = [name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)]
    ranks = [rank for rank, end in enumerate(_TYPES) for name in names if name.endswith(end)]
    return min(ranks, default=None)


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            known = item if item.get("name") else by_id.get(str(item.get("@id")), item)
            name = known.get("name")
            yield from (text for part in (name if isinstance(name, list) else [name]) if (text := _text(part)))


def _url(node: dict[str, Any]) -> str | None:
    page = node.get("mainEntityOfPage")
    values = (node.get("url"), page.get("@id") if isinstance(page, dict) else page)
    return next((text for value in values if (text := _text(value)) and text.startswith("http")), None)


def _text(value: Any) -> str | None:
    """A text on one line, its character references read: some publishers escape what JSON need not."""
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None
