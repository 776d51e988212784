"""A piece of HTML that is all article (a feed's entry, a newsletter) as the text that it shows."""

from __future__ import annotations

from html import unescape

from crossfoot.ingest.outside import needed, parsing


def fragment_text(html: str) -> str:
    """Each block on a line. Raises ArticleError `bad_html`, `too_deep` or `missing_extra`."""
    if "<" not in html:
        return unescape(html)
    needed("lxml.html", extra="html", what="HTML")
    from lxml.html import HTMLParser, document_fromstring

    from crossfoot.ingest.pages.lines import page_of

    with parsing("bad_html", "HTML"):
        tree = document_fromstring(f"<html><body>{html}</body></html>", parser=HTMLParser())
    return page_of(tree).text
