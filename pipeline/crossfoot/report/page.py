"""The report as one HTML file: no script, nothing loaded, every text escaped."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from crossfoot.records import Article, Claim, Finding, Rejection
from crossfoot.report import views
from crossfoot.report.folding import folded
from crossfoot.values.wording import counted


def render(
    claims: Iterable[Claim],
    findings: Iterable[Finding],
    articles: Iterable[Article],
    rejections: Iterable[Rejection],
    *,
    copies: Mapping[str, str] | None = None,
) -> str:
    """The page as text; the records' order is the page's order, and the same records give the same bytes.

    `copies` maps an article to its syndication group; without it the articles say so themselves.
    """
    claims, findings, articles, rejections = tuple(claims), tuple(findings), tuple(articles), tuple(rejections)
    by_id = {article.id: article for article in articles}
    if copies is None:
        copies = {article.id: article.syndication for article in articles if article.syndication}
    known = {claim.claim_id: claim for claim in claims}
    shown = {claim.claim_id: views.claim_view(claim, by_id) for claim in claims}
    of_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_article[claim.doc_id].append(claim)
    style = _environment().get_template("style.css").render()
    return _template().render(
        style=Markup(style),  # the style sheet is ours, and its hash is what the page allows
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        counts=_counts(claims, findings, articles, rejections, of_article),
        findings=[views.shown_view(each, known, shown) for each in folded(findings, claims, copies)],
        claims=list(shown.values()),
        articles=[views.article_view(article, of_article[article.id]) for article in articles],
        rejections=rejections,
    )


def _counts(
    claims: tuple[Claim, ...],
    findings: tuple[Finding, ...],
    articles: tuple[Article, ...],
    rejections: tuple[Rejection, ...],
    of_article: dict[str, list[Claim]],
) -> list[str]:
    """`5 articles`, `62 claims`, ...: the page's first line."""
    status = Counter(finding.status for finding in findings)
    counts = [
        counted(len(articles) or len(of_article), "article"),
        counted(len(claims), "claim"),
        counted(status["flag"], "flag"),
        counted(status["explain"], "explained", "explained"),
        counted(status["agree"], "agreement"),
    ]
    return [*counts, counted(len(rejections), "in quarantine", "in quarantine")] if rejections else counts


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("crossfoot.report", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _template() -> Template:
    return _environment().get_template("page.html")
