"""W3C Web Annotations: each claim at its characters, each finding at the claims that it compares, each verdict in its summary.

https://www.w3.org/TR/annotation-model/. A target is told by its quote with what stands around it, and by its position: code
points of the text that crossfoot kept, which is the `cached` copy where the article has an address on the web.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from crossfoot.export import linked
from crossfoot.export.form import Source
from crossfoot.records import Article, Claim, Finding, Verdict
from crossfoot.values.claim_words import in_words
from crossfoot.values.wording import ended

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32  # code points of context on either side of a quote
_GENERATOR: Final = {"id": "urn:crossfoot", "type": "Software", "name": "crossfoot"}


def render(source: Source) -> bytes:
    """An AnnotationCollection of a run's claims and findings."""
    articles = {article.id: article for article in source.run.articles}
    claims = {claim.claim_id: claim for claim in source.run.claims}
    items = [
        *(_of_claim(claim, articles) for claim in claims.values()),
        *(_of_finding(finding, claims, articles) for finding in source.run.findings),
    ]
    return linked.document(_collection("run", "Claims and findings", items))


def of_verdicts(text: str, verdicts: Iterable[Verdict], name: str) -> str:
    """An AnnotationCollection of the verdicts on a summary of this text and name."""
    items = [_of_verdict(text, verdict, name) for verdict in verdicts]
    return linked.document(_collection("check", f"Verdicts on {name}", items)).decode()


def _collection(kind: str, label: str, items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    identifier = linked.name("annotations", kind)
    collection = {
        "@context": _CONTEXT,
        "id": identifier,
        "type": "AnnotationCollection",
        "label": label,
        "generator": _GENERATOR,
        "total": len(items),
    }
    if items:
        collection["first"] = {
            "id": f"{identifier}:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": list(items),
        }
    return collection


def _of_claim(claim: Claim, articles: Mapping[str, Article]) -> dict[str, Any]:
    tags = dict.fromkeys(tag for tag in (claim.firm, claim.ticker, claim.metric, claim.modality) if tag)
    return {
        "id": linked.name("claim", claim.claim_id),
        "type": "Annotation",
        "motivation": "describing",
        "body": [_text(in_words(claim), "describing"), *(_text(tag, "tagging") for tag in tags)],
        "target": _target(claim, articles),
    }


def _of_finding(finding: Finding, claims: Mapping[str, Claim], articles: Mapping[str, Article]) -> dict[str, Any]:
    """A claim that the table lacks is told by its name alone."""
    tags = (finding.status, finding.kind, finding.severity)
    return {
        "id": linked.name("finding", finding.finding_id),
        "type": "Annotation",
        "motivation": "assessing",
        "body": [_text(finding.explanation, "assessing"), *(_text(tag, "tagging") for tag in tags)],
        "target": [
            _target(claims[claim_id], articles) if claim_id in claims else linked.name("claim", claim_id)
            for claim_id in finding.claim_ids
        ],
    }


def _of_verdict(text: str, verdict: Verdict, name: str) -> dict[str, Any]:
    said = (
        verdict.explanation if not verdict.correction else f"{ended(verdict.explanation)} Instead: {verdict.correction}"
    )
    return {
        "id": linked.name("verdict", verdict.verdict_id),
        "type": "Annotation",
        "motivation": "assessing",
        "body": [_text(said, "assessing"), _text(verdict.label, "tagging")],
        "target": {
            "type": "SpecificResource",
            "source": linked.name("summary", name),
            "selector": _selectors(text, verdict.start, verdict.end),
        },
    }


def _text(value: str, purpose: str) -> dict[str, str]:
    body = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
    return body if purpose == "tagging" else {**body, "language": "en"}


def _target(claim: Claim, articles: Mapping[str, Article]) -> dict[str, Any]:
    """The claim's characters; in its sentence alone where the article is not at hand."""
    article = articles.get(claim.doc_id)
    kept, address = linked.name("article", claim.doc_id), linked.web_address(article)
    text = article.text if article is not None else None
    return linked.filled(
        type="SpecificResource",
        source=address or kept,
        state=_state(claim, kept) if address else None,
        selector=_selectors(text, claim.start, claim.end) if text is not None else _in_sentence(claim),
    )


def _state(claim: Claim, kept: str) -> dict[str, Any]:
    """The page as it was on the article's day, of which the text that we kept is a copy."""
    day = linked.day(claim.published)
    return linked.filled(
        type="TimeState",
        sourceDateStart=f"{day}T00:00:00Z" if day else None,
        sourceDateEnd=f"{day}T23:59:59Z" if day else None,
        cached=kept,
    )


def _selectors(text: str, start: int, end: int) -> list[dict[str, Any]]:
    quoted = linked.filled(
        type="TextQuoteSelector",
        exact=text[start:end],
        prefix=text[max(0, start - _AROUND) : start],
        suffix=text[end : end + _AROUND],
    )
    return [quoted, {"type": "TextPositionSelector", "start": start, "end": end}]


def _in_sentence(claim: Claim) -> list[dict[str, Any]]:
    """The quote with the words of its sentence around it."""
    at = max(0, claim.start - claim.sentence_start)
    inside = claim.sentence[at : at + len(claim.quote)] == claim.quote
    around = _selectors(claim.sentence, at, at + len(claim.quote))[0] if inside else {"exact": claim.quote}
    position = {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}
    return [{"type": "TextQuoteSelector", **around}, position]
