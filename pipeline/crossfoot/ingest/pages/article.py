"""A page as an article: its own text, the blocks that are the article's, what goes and why, and what its tags state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from crossfoot.errors import ArticleError
from crossfoot.ingest import headline
from crossfoot.ingest.mending import mended_text
from crossfoot.ingest.outside import parsing
from crossfoot.ingest.pages import alignment, body
from crossfoot.ingest.pages.lines import Page, page_of
from crossfoot.ingest.pages.metadata import estimated_date, metadata_of
from crossfoot.ingest.records import LIMITS, Cleaned
from crossfoot.ingest.stated import Metadata, Stated
from crossfoot.records import Block, BlockKind, Dropped

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BY_THE_ADDRESS: Final = 0.5  # how sure it is that the host is the outlet
_ENOUGH: Final = 60  # words of body; with fewer the extractor is asked again, to look with all its means


@dataclass(frozen=True, slots=True)
class PageArticle:
    """What a page gives."""

    text: str
    layout: Cleaned
    metadata: Metadata
    estimate: str | None


def article_of(html: str, *, url: str | None = None) -> PageArticle:
    """The article of a page. Raises ArticleError `no_text`, `too_deep` or `too_large`."""
    tree = parsed(mended_text(html))
    page = page_of(tree)
    metadata = _with_address(metadata_of(tree), url)
    choice = _chosen(tree, page)
    if not choice.body:
        raise ArticleError("no_text", "the page holds no article")
    title = metadata.text("title")
    head = headline.read_head(choice.plain, choice.shapes, choice.signs, choice.body.start, title=title)
    layout = Cleaned(
        blocks=tuple(_blocks(choice, head.kinds)),
        dropped=tuple(_dropped(choice, head.kinds)),
        title=head.title,
        published=head.published,
        updated=head.updated,
        authors=head.authors,
    )
    dated = metadata.text("published") or head.published
    return PageArticle(page.text, layout, metadata, None if dated else estimated_date(tree))


def parsed(html: str) -> HtmlElement:
    """The page's tree. Raises ArticleError `no_text` where nothing of it is HTML."""
    from trafilatura.utils import load_html

    with parsing("bad_html", "page"):
        tree = load_html(html, max_size=LIMITS.article_bytes) if html.strip() else None
    if tree is None:
        raise ArticleError("no_text", "no page: not one element in it")
    return tree


def _with_address(metadata: Metadata, url: str | None) -> Metadata:
    """The address that the archive gives stands in where the page names none, its host where no outlet is named."""
    added = [] if metadata.text("url") or not url else [Stated("url", url, "archive", 1.0)]
    host = _host(metadata.text("url") or url or "")
    if host and not metadata.text("source"):
        added.append(Stated("source", host, "address", _BY_THE_ADDRESS))
    return Metadata((*metadata.values, *added))


def _host(url: str) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:  # an address that is none
        return None


def _chosen(tree: HtmlElement, page: Page) -> body.Choice:
    choice = _choice(tree, page, fast=True)
    words = sum(choice.shapes[index].words for index, kept in enumerate(choice.kept) if kept)
    return choice if words >= _ENOUGH else _choice(tree, page, fast=False)


def _choice(tree: HtmlElement, page: Page, *, fast: bool) -> body.Choice:
    from trafilatura import bare_extraction

    with parsing("bad_html", "page"):
        found = bare_extraction(tree, fast=fast, include_comments=False)
    text = found.text if found is not None and not isinstance(found, dict) else None
    return body.choose(page.lines, alignment.lines_in([line.text for line in page.lines], text or ""))


def _blocks(choice: body.Choice, kinds: dict[int, headline.HeadKind]) -> Iterator[Block]:
    for index, line in enumerate(choice.lines):
        if index in kinds or choice.kept[index]:
            yield Block(start=line.start, end=line.end, kind=kinds.get(index) or _kind(choice, index))


def _kind(choice: body.Choice, index: int) -> BlockKind:
    line = choice.lines[index]
    if index in choice.captions:
        return "caption"
    if "\t" in line.text:
        return "table"
    if line.tag in _HEADINGS and not choice.shapes[index].prose:
        return "heading"
    return "bullet" if line.tag == "li" else "paragraph"


def _dropped(choice: body.Choice, kinds: dict[int, headline.HeadKind]) -> Iterator[Dropped]:
    body_lines = choice.body
    for index, line in enumerate(choice.lines):
        if index in kinds or choice.kept[index]:
            continue
        of_a_table = "table" if "\t" in line.text else None
        reason = choice.reasons.get(index) or line.part or of_a_table or _place(choice, index, body_lines)
        yield Dropped(start=line.start, end=line.end, reason=reason)


def _place(choice: body.Choice, index: int, body_lines: range) -> str:
    if index not in body_lines:
        return "navigation" if index < body_lines.start else "after_the_body"
    sign = choice.signs[index]
    return sign.reason if sign else "not_in_body"
