"""The whole journey on one screen: files → Articles → Docs → Claims → Findings → tables and page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from crossfoot import ingest, notebook, store
from crossfoot.check import Checked, Evidence
from crossfoot.check import check as check_summary
from crossfoot.decisions import carried
from crossfoot.errors import UsageError
from crossfoot.memory import uncollected
from crossfoot.passed import Passed
from crossfoot.reconcile import reconcile, statements
from crossfoot.reconcile.measurement import printed
from crossfoot.reconcile.statements import Related
from crossfoot.records import Article, Block, Claim, Decision, Finding, Label, Rejection, Verdict
from crossfoot.report import Summary, made, render
from crossfoot.stages import Progress, claims_of


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found. The DataFrames have the columns of `schemas/` and proper dtypes."""

    article_records: tuple[Article, ...]
    claim_records: tuple[Claim, ...]
    finding_records: tuple[Finding, ...]
    rejections: tuple[Rejection, ...]
    passed_over: Mapping[str, Sequence[Passed]] = field(default_factory=dict, repr=False, compare=False)

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

    def _repr_html_(self) -> str:
        """What a notebook shows: the counts and the first findings."""
        return notebook.run_html(self.article_records, self.claim_records, self.finding_records, self.rejections)

    def write(self, out: str | Path, *, decisions: Iterable[Decision] = ()) -> None:
        """Writes every table and the page to folder `out`; `decisions` are those that the page begins with.

        Raises UsageError where that cannot be written.
        """
        self.write_tables(out)
        shown = page(
            self.claim_records,
            self.finding_records,
            self.article_records,
            self.rejections,
            decisions=decisions,
            passed_over=self.passed_over,
        )
        store.write_text(Path(out) / "report.html", shown)

    def write_tables(self, out: str | Path) -> None:
        """Writes every table to folder `out`."""
        store.write_tables(
            out,
            claims=self.claim_records,
            findings=self.finding_records,
            articles=self.article_records,
            rejections=self.rejections,
        )


def page(
    claims: Iterable[Claim],
    findings: Iterable[Finding],
    articles: Iterable[Article] = (),
    rejections: Iterable[Rejection] = (),
    *,
    copies: Mapping[str, str] | None = None,
    decisions: Iterable[Decision] = (),
    checked: Iterable[Summary] = (),
    options: Mapping[str, str] | None = None,
    passed_over: Mapping[str, Sequence[Passed]] | None = None,
) -> str:
    """The page of a run, a table or a check, with what each printed figure allows and how it all was made.

    `options` are what the page says it was made with; `copies` maps an article to its syndication group, `passed_over` to
    its figures that became no claim, where that is known already.
    """
    articles, findings = tuple(articles), tuple(findings)
    return render(
        claims,
        findings,
        articles,
        rejections,
        copies=copies,
        allowed=printed,
        decisions=carried(decisions, findings),
        checked=checked,
        made=made(options or {}, reading=bool(articles)),
        passed_over=passed_over or {},
    )


def run(paths: str | Path | Iterable[str | Path], *, progress: Progress | None = None) -> Run:
    """Reads articles from files and folders, extracts their claims and reconciles them.

    Raises UsageError where a path does not exist; a broken article becomes a Rejection and the rest is done.
    """
    articles, rejections = _ingest([paths] if isinstance(paths, (str, Path)) else paths)
    claims = tuple(claims_of(articles, progress))
    copies = {article.id: article.syndication for article in articles if article.syndication}
    findings = tuple(reconcile(claims, witnesses=copies))
    return Run(articles, claims, findings, rejections)


def extract(text: str, published: str | None = None, *, title: str | None = None) -> list[Claim]:
    """The claims of one text; none for a blank one. `published` is a date, on which relative dates are resolved.

    Raises ArticleError for a text of more than a million characters.
    """
    if not text.strip():
        return []
    return list(claims_of((ingest.article(text, title=title, published=published),)))


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


@dataclass(frozen=True, slots=True)
class Check:
    """What checking a summary found. The DataFrame has the columns of `schemas/` and proper dtypes."""

    checked: Checked

    @property
    def verdict_records(self) -> tuple[Verdict, ...]:
        """One record a figure, stated direction or unknown number, in text order."""
        return self.checked.verdict_records

    @property
    def verdicts(self) -> pd.DataFrame:
        """One row a verdict."""
        return store.verdicts_frame(self.checked.verdict_records)

    @property
    def label(self) -> Label:
        """The worst verdict."""
        return self.checked.label

    @property
    def coverage(self) -> str:
        """What was checked and what could not be, in one line."""
        return self.checked.coverage

    def _repr_html_(self) -> str:
        """What a notebook shows: the summary with its statements marked, and why."""
        return notebook.check_html(self.checked.text, self.checked.verdict_records, self.coverage)


def check(summary: str, against: str | Path | Run, *, published: str | None = None) -> Check:
    """Holds every figure and stated direction of a summary against a run's output, a Run, or articles (run first).

    `published` is the summary's day, on which relative dates are resolved; the latest day of the articles where it is
    not given. Raises UsageError for a blank summary, or a folder that is missing, half-written or of another version.
    """
    return checks([summary], evidence(against), published=published)[0]


def evidence(against: str | Path | Run) -> Evidence:
    """What a summary is held against: a Run, the output folder of one, or articles, which are run first."""
    with uncollected():
        return _evidence(against)


def _evidence(against: str | Path | Run) -> Evidence:
    if isinstance(against, Run):
        return Evidence(against.article_records, against.claim_records, against.finding_records)
    if store.is_run(Path(against)):
        stored = store.read_run(Path(against))
        return Evidence(stored.articles, stored.claims, stored.findings)
    done = run(against)
    if not done.article_records:
        raise UsageError(f"{against}: holds neither the tables of a run nor an article that can be read")
    return Evidence(done.article_records, done.claim_records, done.finding_records)


def checks(summaries: Iterable[str], against: Evidence, *, published: str | None = None) -> list[Check]:
    """Several summaries against one body of evidence."""
    read = [_summary(text, f"summary {at}", published or against.published) for at, text in enumerate(summaries)]
    by_summary: dict[str, list[Claim]] = {article.id: [] for article in read}
    for claim in claims_of(read):
        by_summary[claim.doc_id].append(claim)
    with uncollected():
        return [Check(check_summary(article, by_summary[article.id], against)) for article in read]


def checked_page(names: Iterable[str], checked: Iterable[Check], against: Evidence) -> str:
    """Checked summaries as a page, with the claims and articles that their evidence names."""
    summaries = [
        Summary(name, each.checked.text, each.coverage, each.verdict_records)
        for name, each in zip(names, checked, strict=True)
    ]
    named = {one.doc_id for summary in summaries for verdict in summary.verdicts for one in verdict.evidence}
    return page(
        [claim for claim in against.claims.values() if claim.doc_id in named],
        (),
        [article for article in against.articles.values() if article.id in named],
        checked=summaries,
    )


def _summary(text: str, name: str, published: str | None) -> Article:
    """The summary as an article of which every line counts, be it a headline or a bullet."""
    if not text.strip():
        raise UsageError("the summary is empty")
    article = ingest.article(text, published=published, id=name)
    return article.model_copy(update={"blocks": (Block(start=0, end=len(text)),), "dropped": ()})


def _claims_of(texts: Iterable[str], published: str | None) -> dict[str, list[Claim]]:
    """The claims of each text."""
    claims: dict[str, list[Claim]] = {text: [] for text in texts}
    articles = {}
    for number, text in enumerate(text for text in sorted(claims) if text.strip()):
        article = ingest.article(text, published=published).model_copy(update={"id": str(number)})
        articles[article.id] = article
    for claim in claims_of(articles.values()):
        claims[articles[claim.doc_id].text].append(claim)
    return claims


def _ingest(paths: Iterable[str | Path]) -> tuple[tuple[Article, ...], tuple[Rejection, ...]]:
    """The readable articles by id, copies of one story grouped, and the reasons for the rest."""
    read = list(ingest.read(paths))
    articles = ingest.in_batch(result for result in read if isinstance(result, Article))
    rejections = sorted((r for r in read if isinstance(r, Rejection)), key=lambda r: (r.path, r.line or 0, r.reason))
    return articles, tuple(rejections)
