"""What a page states about its article: JSON-LD and meta tags first, then the tags that it shows, then two libraries' search."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from crossfoot.ingest.outside import parsing
from crossfoot.ingest.pages import json_ld
from crossfoot.ingest.published import as_iso
from crossfoot.ingest.stated import Field, Metadata, Stated, surest

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# How sure a value is: a publisher's own record of the article, its tags for other sites, what is shown, what is searched for.
_JSON_LD: Final = 0.95
_META: Final = 0.9
_SHOWN: Final = 0.8
_SEARCHED: Final = 0.7
_GUESSED: Final = 0.5
_AGREED: Final = 0.99

_TAGS: Final[dict[Field, tuple[str, ...]]] = {
    "title": ("og:title", "twitter:title", "parsely-title", "dc.title", "citation_title", "headline"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
        "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "publishdate", "article.published", "og:pubdate",
        "citation_publication_date", "publish-date", "article_date_original", "cxenseparse:recs:publishtime",
    ),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "article.updated"),
    "authors": ("author", "parsely-author", "sailthru.author", "byl", "dc.creator", "article:author", "citation_author"),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "source": ("og:site_name", "application-name", "publisher", "dc.publisher"),
}  # fmt: skip
_NAMES_APART = re.compile(r"\s*(?:,|;| and | & |\|)\s*")
_BY = re.compile(r"(?:by|written by)\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NO_NAME = re.compile(r"://|@|[(){}\[\]]")
_LONGEST_NAME: Final = 80
_LONGEST_TITLE: Final = 500
_EARLIEST, _LATEST = "1990-01-01", "2100-01-01"  # htmldate's own limit is today, which would make runs differ


def metadata_of(tree: HtmlElement) -> Metadata:
    """The surest value of each field."""
    found = [*json_ld_values(tree), *_meta_values(tree), *_shown_values(tree)]
    found = [stated for stated in found if stated.field != "title"] + list(_title(found))
    known = {stated.field for stated in found}
    if "published" not in known:
        found.extend(_searched_date(tree))
    if not known.issuperset(("title", "authors")):
        found.extend(_searched_words(tree))
    return surest(found)


def estimated_date(tree: HtmlElement) -> str | None:
    """The day that the page's text, links and copyright lines make likely: an estimate, and never the date itself."""
    return _find_date(tree, everywhere=True)


def json_ld_values(tree: HtmlElement) -> Iterator[Stated]:
    """What the publisher's own record says."""
    texts = (script.text or "" for script in tree.iterfind('.//script[@type="application/ld+json"]'))
    record = json_ld.article_of(texts)
    if record is None:
        return
    if record.headline:
        yield Stated("title", record.headline, "json-ld", _JSON_LD)
    for field, date in (("published", record.published), ("updated", record.updated)):
        if date and as_iso(date):
            yield Stated("published" if field == "published" else "updated", date, "json-ld", _JSON_LD)
    if names := tuple(name for author in record.authors if (name := _name(author))):
        yield Stated("authors", names, "json-ld", _JSON_LD)
    if record.publisher:
        yield Stated("source", record.publisher, "json-ld", _JSON_LD)
    if record.url:
        yield Stated("url", record.url, "json-ld", _META)


def _meta_values(tree: HtmlElement) -> Iterator[Stated]:
    tags: dict[str, list[str]] = {}
    for meta in tree.iterfind(".//meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join(html.unescape(meta.get("content") or "").split())
        if name and content:
            tags.setdefault(name, []).append(content)
    for field, names in _TAGS.items():
        for rank, name in enumerate(names):
            if value := _usable(field, tags.get(name, ())):
                yield Stated(field, value, f"meta {name}", _META - rank / 100)
    for link in tree.iterfind('.//link[@rel="canonical"]'):
        if (link.get("href") or "").startswith("http"):
            yield Stated("url", link.get("href", "").strip(), "link canonical", _JSON_LD)


def _usable(field: Field, contents: Sequence[str]) -> str | tuple[str, ...] | None:
    if field == "authors":
        return tuple(name for content in contents for part in _NAMES_APART.split(content) if (name := _name(part)))
    content = contents[0] if contents else ""
    if field in ("published", "updated"):
        return content if as_iso(content) else None
    if field == "url":
        return content if content.startswith("http") else None
    return content[:_LONGEST_TITLE] or None


def _shown_values(tree: HtmlElement) -> Iterator[Stated]:
    """The headline, and the times that are marked as the article's own."""
    for headline in tree.iterfind(".//h1"):
        if len(_WORD.findall(text := " ".join(headline.text_content().split()))) > 1:
            yield Stated("title", text[:_LONGEST_TITLE], "h1", _SHOWN)
    fields: dict[str, Field] = {"datePublished": "published", "dateModified": "updated"}
    for element in tree.iterfind(".//*[@itemprop]"):
        field = fields.get(element.get("itemprop", ""))
        value = element.get("datetime") or element.get("content") or ""
        if field and as_iso(value):
            yield Stated(field, value, "itemprop", _SHOWN)
    for time in tree.iterfind(".//time[@pubdate]"):
        if as_iso(time.get("datetime")):
            yield Stated("published", time.get("datetime", ""), "time", _SHOWN)


def _title(found: Sequence[Stated]) -> Iterator[Stated]:
    """The title on which two places agree to the letter, else the surest: a record may hold one that no reader sees."""
    titles = [stated for stated in found if stated.field == "title"]
    places = {
        stated.value: {_place(other.origin) for other in titles if other.value == stated.value} for stated in titles
    }
    for stated in titles:
        agreed = len(places[stated.value]) > 1
        yield Stated("title", stated.value, stated.origin, _AGREED if agreed else stated.certainty)


def _place(origin: str) -> str:
    return origin.split()[0]


def _searched_date(tree: HtmlElement) -> Iterator[Stated]:
    if found := _find_date(tree, everywhere=False):
        yield Stated("published", found, "htmldate", _SEARCHED)


def _find_date(tree: HtmlElement, *, everywhere: bool) -> str | None:
    from htmldate import find_date

    with parsing("bad_html", "page"):
        found: str | None = find_date(
            tree, extensive_search=everywhere, original_date=True, min_date=_EARLIEST, max_date=_LATEST
        )
    return found


def _searched_words(tree: HtmlElement) -> Iterator[Stated]:
    """trafilatura's own search, in the page's title and in elements whose names speak of authors."""
    from trafilatura.metadata import extract_author, extract_title

    with parsing("bad_html", "page"):
        title, authors = extract_title(tree), extract_author(tree)
    if title:
        yield Stated("title", title, "trafilatura", _GUESSED)
    if authors:
        yield Stated("authors", tuple(filter(None, map(_name, authors.split(";")))), "trafilatura", _GUESSED)


def _name(text: str) -> str | None:
    """A name as it is written, without `By`; None for an address, a credit in brackets or a sentence."""
    text = _BY.sub("", " ".join(html.unescape(text).split()), count=1).strip(" ,;|")
    return text if text and len(text) <= _LONGEST_NAME and not _NO_NAME.search(text) else None
