"""schema.org ClaimReview: each claim that a finding compares, and each verdict on a summary.

A finding does not say which of two articles is right, so its rating is a word (`alternateName`) and no number. A verdict
has one, from 1 (refuted) to 5 (supported); one that the articles do not settle has a word alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import quote

from crossfoot.export import linked
from crossfoot.export.form import Source
from crossfoot.records import Article, Claim, Finding, Label, Status, Verdict
from crossfoot.values.wording import ended
from crossfoot.vocabulary.firm_lists import spellings_of
from crossfoot.vocabulary.people import people

_CONTEXT: Final = "https://schema.org"
_OURSELVES: Final = {"@type": "Organization", "name": "crossfoot (automatic check)"}
_OF_FINDINGS: Final[dict[Status, str]] = {
    "flag": "Disputed: another figure does not fit",
    "explain": "Differs for a stated reason",
    "agree": "Corroborated",
}
_OF_VERDICTS: Final[dict[Label, tuple[int | None, str]]] = {
    "supported": (5, "Supported"),
    "conflicting_evidence": (3, "The articles contradict each other"),
    "refuted": (1, "Refuted"),
    "not_enough_evidence": (None, "Not settled by the articles"),
}


def render(source: Source) -> bytes:
    """A graph of one ClaimReview for each claim of each finding."""
    articles = {article.id: article for article in source.run.articles}
    claims = {claim.claim_id: claim for claim in source.run.claims}
    reviews = [
        _of_finding(finding, claims[claim_id], articles, source.page)
        for finding in source.run.findings
        for claim_id in finding.claim_ids
        if claim_id in claims
    ]
    return linked.document({"@context": _CONTEXT, "@graph": reviews})


def of_verdicts(text: str, verdicts: Iterable[Verdict], name: str) -> str:
    """A graph of one ClaimReview for each verdict on a summary of this text and name."""
    reviews = [_of_verdict(text, verdict, name) for verdict in verdicts]
    return linked.document({"@context": _CONTEXT, "@graph": reviews}).decode()


def _of_finding(finding: Finding, claim: Claim, articles: Mapping[str, Article], page: str) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "@id": f"{linked.name('finding', finding.finding_id)}:{linked.name('claim', claim.claim_id)}",
        "url": f"{page}#/finding/{quote(finding.finding_id, safe='')}",
        "claimReviewed": claim.sentence or claim.quote,
        "reviewBody": finding.explanation,
        "author": _OURSELVES,
        "reviewRating": {"@type": "Rating", "alternateName": _OF_FINDINGS[finding.status]},
        "itemReviewed": _claim(claim, articles.get(claim.doc_id)),
    }


def _claim(claim: Claim, article: Article | None) -> dict[str, Any]:
    """The claim, who makes it, and where it appeared."""
    outlet = {"@type": "Organization", "name": article.source} if article is not None and article.source else None
    return linked.filled(
        **{
            "@type": "Claim",
            "@id": linked.name("claim", claim.claim_id),
            "text": claim.quote,
            "author": _author(claim.source) or _author(claim.source_person) or outlet,
            "datePublished": linked.day(claim.published),
            "appearance": _article(claim, article, outlet),
        }
    )


def _author(name: str | None) -> dict[str, str] | None:
    """Who is cited: a person where the name begins as people's do and no list of firms has it (Raymond James)."""
    if not name:
        return None
    first, *others = name.split()
    personal = bool(others) and first in people().first_names and name not in spellings_of()
    return {"@type": "Person" if personal else "Organization", "name": name}


def _article(claim: Claim, article: Article | None, outlet: dict[str, str] | None) -> dict[str, Any]:
    return linked.filled(
        **{
            "@type": "NewsArticle",
            "@id": linked.name("article", claim.doc_id),
            "identifier": claim.doc_id,
            "headline": article.title if article is not None else None,
            "url": linked.web_address(article),
            "datePublished": linked.day(claim.published),
            "publisher": outlet,
        }
    )


def _of_verdict(text: str, verdict: Verdict, name: str) -> dict[str, Any]:
    value, word = _OF_VERDICTS[verdict.label]
    numbers = {"ratingValue": value, "bestRating": 5, "worstRating": 1} if value is not None else {}
    end = text.find("\n", verdict.end)
    line = text[text.rfind("\n", 0, verdict.start) + 1 : end if end >= 0 else len(text)]
    said = (
        verdict.explanation if not verdict.correction else f"{ended(verdict.explanation)} Instead: {verdict.correction}"
    )
    return {
        "@type": "ClaimReview",
        "@id": linked.name("verdict", verdict.verdict_id),
        "url": linked.name("summary", name),
        "claimReviewed": " ".join(line.split()),
        "reviewBody": said,
        "author": _OURSELVES,
        "reviewRating": {"@type": "Rating", **numbers, "alternateName": word},
        "itemReviewed": {
            "@type": "Claim",
            "text": verdict.quote,
            "appearance": {"@type": "CreativeWork", "@id": linked.name("summary", name), "name": name},
        },
    }
