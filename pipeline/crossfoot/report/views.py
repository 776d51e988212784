"""What the page shows of each record: plain strings, worked out before the template sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from crossfoot.records import Article, Claim, Finding
from crossfoot.report.folding import Shown
from crossfoot.values import wording
from crossfoot.values.wording import counted

STATUS_SIGNS: Final = {"flag": "⚑", "explain": "≈", "agree": "✓"}
STATUS_WORDS: Final = {"flag": "Flag", "explain": "Explained", "agree": "Agrees"}
_FIRST_WORDS: Final = 10  # of an article without a title
_DIRECTIONS: Final = {"up": "up, no figure", "down": "down, no figure", "flat": "unchanged, no figure"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; the template marks those that are figures."""

    text: str
    figure: bool


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as a reader wants it: what, how much, when, who says so, where."""

    anchor: str
    firm: str
    metric: str
    measure: str
    figure: str
    period: str
    source: str
    modality: str
    details: str
    sentence: tuple[Piece, ...]
    article: str
    article_anchor: str
    outlet: str
    url: str
    published: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One sentence of a finding, with every compared figure in it."""

    claims: tuple[ClaimView, ...]
    sentence: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with the claims it compares."""

    anchor: str
    status: str
    sign: str
    word: str
    kind: str
    severity: str
    heading: str
    explanation: str
    witnesses: str
    sides: tuple[SideView, ...]
    folded: tuple[FindingView, ...] = ()


@dataclass(frozen=True, slots=True)
class DroppedView:
    """A run of furniture with its reason in words."""

    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article's head and what was left out of it."""

    anchor: str
    id: str
    title: str
    outlet: str
    note: str
    url: str
    claims: str
    furniture: str
    dropped: tuple[DroppedView, ...]


def claim_view(claim: Claim, articles: Mapping[str, Article]) -> ClaimView:
    """One claim; the article's own words where it is among `articles`, else its id."""
    article = articles.get(claim.doc_id)
    return ClaimView(
        anchor=anchor("claim", claim.claim_id),
        firm=claim.firm or "—",
        metric=wording.metric(claim.metric),
        measure=claim.measure,
        figure=_figure(claim),
        period=(claim.period_label or claim.date or "—")
        .replace("../", "until ")
        .replace("/..", " on")
        .replace("/", " to "),
        source=_source(claim),
        modality="" if claim.modality == "asserted" else claim.modality,
        details=", ".join(
            filter(None, (claim.scope, claim.basis, claim.counterparty and f"with {claim.counterparty}"))
        ),
        sentence=_marked([claim]),
        article=_name(article) if article else claim.doc_id,
        article_anchor=anchor("article", claim.doc_id) if article else "",
        outlet=_outlet(article) if article else "",
        url=web_address(article.url) if article else "",
        published=(claim.published or "")[:10] or "undated",
    )


def finding_view(finding: Finding, claims: Mapping[str, Claim], views: Mapping[str, ClaimView]) -> FindingView:
    """One finding; a claim id that the table lacks is passed over."""
    compared = [claims[claim_id] for claim_id in finding.claim_ids if claim_id in claims]
    by_sentence: dict[tuple[str, int, str], list[Claim]] = {}
    for claim in compared:
        by_sentence.setdefault((claim.doc_id, claim.sentence_start, claim.sentence), []).append(claim)
    return FindingView(
        anchor=anchor("finding", finding.finding_id),
        status=finding.status,
        sign=STATUS_SIGNS[finding.status],
        word=STATUS_WORDS[finding.status],
        kind=finding.kind.replace("_", " "),
        severity=finding.severity,
        heading=f"{finding.firm or 'No firm named'}: {wording.metric(finding.metric)}",
        explanation=finding.explanation,
        witnesses=counted(finding.witnesses, "witness", "witnesses"),
        sides=tuple(
            SideView(tuple(views[claim.claim_id] for claim in together), _marked(together))
            for together in by_sentence.values()
        ),
    )


def shown_view(shown: Shown, claims: Mapping[str, Claim], views: Mapping[str, ClaimView]) -> FindingView:
    """One finding, or one that stands for the agreements of a story, with each of them inside."""
    view = finding_view(shown.finding, claims, views)
    if not shown.folded:
        return view
    within = (view, *(finding_view(finding, claims, views) for finding in shown.folded))
    told = f"story-{view.anchor}"
    return replace(view, anchor=told, heading=shown.heading, explanation=shown.explanation, sides=(), folded=within)


def article_view(article: Article, claims: Sequence[Claim]) -> ArticleView:
    """One article; only a web address becomes a link."""
    return ArticleView(
        anchor=anchor("article", article.id),
        id=article.id,
        title=_name(article),
        outlet=_outlet(article),
        note=", ".join((article.published_day or "undated", *article.authors)),
        url=web_address(article.url),
        claims=counted(len(claims), "claim"),
        furniture=f"{counted(len(article.dropped), 'piece')} of page furniture left out",
        dropped=tuple(
            DroppedView(run.reason.replace("_", " "), article.text[run.start : run.end]) for run in article.dropped
        ),
    )


def web_address(url: str | None) -> str:
    """The address where a browser may follow it: http or https with a host, and nothing else (`javascript:`)."""
    parts = _parts(url)
    return url.strip() if url and parts and parts.scheme in ("http", "https") and parts.hostname else ""


def _outlet(article: Article) -> str:
    """Who published it, else the host of its address."""
    parts = _parts(web_address(article.url))
    return article.source or (parts.hostname or "" if parts else "")


def _parts(url: str | None) -> SplitResult | None:
    try:
        return urlsplit((url or "").strip())
    except ValueError:  # `http://[`: no address at all
        return None


def anchor(kind: str, name: str) -> str:
    """An id for the page that no other record has, whatever stands in the name."""
    return f"{kind}-{quote(name, safe='')}"


def _figure(claim: Claim) -> str:
    if claim.kind == "direction":
        return _DIRECTIONS.get(claim.direction or "", "moved, no figure")
    if claim.value_low is None and claim.value_high is None:
        return f"“{claim.quote}”"
    return wording.figure(claim.value_low, claim.value_high, claim.unit, claim.bound, claim.measure)


def _source(claim: Claim) -> str:
    if claim.source and claim.source_person and claim.source_person != claim.source:
        return f"{claim.source} ({claim.source_person})"
    return claim.source or claim.source_person or ""


def _name(article: Article) -> str:
    """The title, or the first words of an article that gives none."""
    if article.title:
        return article.title
    start = next((block.start for block in article.blocks if block.kind == "paragraph"), 0)
    words = article.text[start : start + 200].split()
    shown = " ".join(words[:_FIRST_WORDS])
    return f"“{shown}…”" if len(words) > _FIRST_WORDS else shown or article.id


def _marked(claims: Sequence[Claim]) -> tuple[Piece, ...]:
    """The sentence that the claims share, cut at their quotes; a quote that is not in it stands behind it."""
    sentence = claims[0].sentence
    places = sorted({place for claim in claims if (place := _place(claim)) is not None})
    pieces, end = [], 0
    for start, stop in places:
        if start < end:
            continue
        pieces += [Piece(sentence[end:start], False), Piece(sentence[start:stop], True)]
        end = stop
    pieces.append(Piece(sentence[end:], False))
    for claim in claims:
        if _place(claim) is None:
            pieces += [Piece(" ", False), Piece(claim.quote, True)]
    return tuple(piece for piece in pieces if piece.text)


def _place(claim: Claim) -> tuple[int, int] | None:
    """Where the quote stands in the sentence: at its offset, else at its first place there."""
    at = claim.start - claim.sentence_start
    if at < 0 or claim.sentence[at : at + len(claim.quote)] != claim.quote:
        at = claim.sentence.find(claim.quote)
    return None if at < 0 else (at, at + len(claim.quote))
