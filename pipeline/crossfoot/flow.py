"""The whole journey on one screen: files → Articles → Docs → Claims → Findings → tables and page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from crossfoot import ingest, store
from crossfoot.reconcile import reconcile, statements
from crossfoot.reconcile.statements import Related
from crossfoot.records import Article, Claim, Finding, Rejection
from crossfoot.report import render

Progress = Callable[[Article], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found. The DataFrames have the columns of `schemas/` and proper dtypes."""

    article_records: tuple[Article, ...]
    claim_records: tuple[Claim, ...]
    finding_records: tuple[Finding, ...]
    rejections: tuple[Rejection, ...]

    @property
    def articles(self) -> pd.DataFrame:
        """One row an article."""
        return store.articles_frame(self.article_records)

    @property
    def claims(self) -> pd.DataFrame:
        """One row a claim, in the order of articles and text."""
        return store.claims_frame(self.claim_records)

    @property
    def findings(self) -> pd.DataFrame:
        """One row a finding, the most serious first."""
        return store.findings_frame(self.finding_records)

    def write(self, out: str | Path) -> None:
        """Writes every table and the page to folder `out`. Raises UsageError where that cannot be written."""
        store.write_tables(
            out,
            claims=self.claim_records,
            findings=self.finding_records,
            articles=self.article_records,
            rejections=self.rejections,
        )
        page = render(self.claim_records, self.finding_records, self.article_records, self.rejections)
        store.write_text(Path(out) / "report.html", page)


def run(paths: str | Path | Iterable[str | Path], *, progress: Progress | None = None) -> Run:
    """Reads articles from files and folders, extracts their claims and reconciles them.

    Raises UsageError where a path does not exist; a broken article becomes a Rejection and the rest is done.
    """
    articles, rejections = _ingest([paths] if isinstance(paths, (str, Path)) else paths)
    claims = tuple(_extract(articles, progress))
    copies = {article.id: article.syndication for article in articles if article.syndication}
    findings = tuple(reconcile(claims, witnesses=copies))
    return Run(articles, claims, findings, rejections)


def extract(text: str, published: str | None = None, *, title: str | None = None) -> list[Claim]:
    """The claims of one text; none for a blank one. `published` is a date, on which relative dates are resolved.

    Raises ArticleError for a text of more than a million characters.
    """
    if not text.strip():
        return []
    return list(_extract((ingest.article(text, title=title, published=published),), None))


def relate(pairs: Iterable[tuple[str, str]], published: str | None = None) -> list[Related]:
    """What the first of two bare statements says of the second, for each pair.

    Raises ArticleError for a statement of more than a million characters.
    """
    pairs = list(pairs)
    claims = _claims_of({text for pair in pairs for text in pair}, published)
    return [
        statements.relate(
            statements.read(one, claims[one], name="one"), statements.read(other, claims[other], name="other")
        )
        for one, other in pairs
    ]


def _claims_of(texts: Iterable[str], published: str | None) -> dict[str, list[Claim]]:
    """The claims of each text."""
    claims: dict[str, list[Claim]] = {text: [] for text in texts}
    articles = {}
    for number, text in enumerate(text for text in sorted(claims) if text.strip()):
        article = ingest.article(text, published=published).model_copy(update={"id": str(number)})
        articles[article.id] = article
    for claim in _extract(articles.values(), None):
        claims[articles[claim.doc_id].text].append(claim)
    return claims


def _ingest(paths: Iterable[str | Path]) -> tuple[tuple[Article, ...], tuple[Rejection, ...]]:
    """The readable articles by id, copies of one story grouped, and the reasons for the rest."""
    read = list(ingest.read(paths))
    articles = ingest.in_batch(result for result in read if isinstance(result, Article))
    rejections = sorted((r for r in read if isinstance(r, Rejection)), key=lambda r: (r.path, r.line or 0, r.reason))
    return articles, tuple(rejections)


def _extract(articles: Iterable[Article], progress: Progress | None) -> Iterator[Claim]:
    from crossfoot.extract import claims, pipeline  # spaCy takes a second to import; `crossfoot --help` need not wait

    originals = {article.id: article for article in articles}
    for article, doc in pipeline.docs(map(ingest.as_read, originals.values())):
        original = originals[article.id]
        yield from (ingest.quoting_original(claim, original) for claim in claims.claims_of(article, doc))
        if progress is not None:
            progress(original)
