"""What the page says of a claim and of an article: plain strings, worked out before the browser sees them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import SplitResult, urlsplit

from crossfoot.records import Article, Claim
from crossfoot.values import wording
from crossfoot.values.intervals import Interval

Allowed = Callable[[Claim], Interval]
_FIRST_WORDS: Final = 10  # of an article without a title
_DIRECTIONS: Final = {"up": "up, no figure", "down": "down, no figure", "flat": "unchanged, no figure"}


def figure(claim: Claim) -> str:
    """The figure in words; a vague one in the article's own."""
    if claim.kind == "direction":
        return _DIRECTIONS.get(claim.direction or "", "moved, no figure")
    if claim.value_low is None and claim.value_high is None:
        return f"“{claim.quote}”"
    return wording.figure(claim.value_low, claim.value_high, claim.unit, claim.bound, claim.measure)


def allowed(claim: Claim, interval: Interval) -> str:
    """The interval that a figure stands for, in words: `8.75–8.85%`."""
    if interval.vague:
        return ""
    low, high = (None if end is None else float(f"{end:.10g}") for end in (interval.low, interval.high))
    bound = ">=" if high is None else "<=" if low is None else "="
    return wording.figure(low, high, claim.unit, bound, claim.measure)


def period(claim: Claim) -> str:
    """The period as the text names it, else its dates in words."""
    named = claim.period_label or claim.date or ""
    return named.replace("../", "until ").replace("/..", " on").replace("/", " to ")


def cited(claim: Claim) -> str:
    """Who is cited: the house, with its person where one is named."""
    if claim.source and claim.source_person and claim.source_person != claim.source:
        return f"{claim.source} ({claim.source_person})"
    return claim.source or claim.source_person or ""


def details(claim: Claim) -> str:
    """What limits the figure: part, basis, the other side of a deal."""
    return ", ".join(filter(None, (claim.scope, claim.basis, claim.counterparty and f"with {claim.counterparty}")))


def name(article: Article) -> str:
    """The title, or the first words of an article that gives none."""
    if article.title:
        return article.title
    start = next((block.start for block in article.blocks if block.kind == "paragraph"), 0)
    words = article.text[start : start + 200].split()
    shown = " ".join(words[:_FIRST_WORDS])
    return f"“{shown}…”" if len(words) > _FIRST_WORDS else shown or article.id


def outlet(article: Article) -> str:
    """Who published it, else the host of its address."""
    parts = _parts(web_address(article.url))
    return article.source or (parts.hostname or "" if parts else "")


def web_address(url: str | None) -> str:
    """The address where a browser may follow it: http or https with a host, and nothing else (`javascript:`)."""
    parts = _parts(url)
    return url.strip() if url and parts and parts.scheme in ("http", "https") and parts.hostname else ""


def _parts(url: str | None) -> SplitResult | None:
    try:
        return urlsplit((url or "").strip())
    except ValueError:  # `http://[`: no address at all
        return None


def place(claim: Claim) -> int | None:
    """Where the quote begins in its sentence: at its offset, else at its first place there."""
    at = claim.start - claim.sentence_start
    if at < 0 or claim.sentence[at : at + len(claim.quote)] != claim.quote:
        at = claim.sentence.find(claim.quote)
    return None if at < 0 else at
