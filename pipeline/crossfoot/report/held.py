"""What of a run the page holds: all of an ordinary one, the most serious part of a very large one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from crossfoot.records import Article, Claim, Finding, Rejection
from crossfoot.values.wording import counted

Row = TypeVar("Row")
# A page that a browser opens at once; the tables beside it have every row.
_FINDINGS: Final = 20_000
_CLAIMS: Final = 30_000
_ARTICLES: Final = 20_000
_REJECTIONS: Final = 5_000
_CHARACTERS: Final = 9_000_000  # of findings, claims and articles' texts; the texts get what the others leave
_OF_A_FINDING: Final = 250
_OF_A_CLAIM: Final = 150


@dataclass(frozen=True, slots=True)
class Held:
    """The records of the page in the run's order, and `without`: a line for each thing that it leaves out.

    `texts` are the articles whose whole text it holds, and with it all their claims: a figure that is not marked as taken
    was not.
    """

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    articles: tuple[Article, ...]
    rejections: tuple[Rejection, ...]
    texts: frozenset[str]
    without: tuple[str, ...]


def held(
    claims: Sequence[Claim],
    findings: Sequence[Finding],
    articles: Sequence[Article],
    rejections: Sequence[Rejection],
) -> Held:
    """The first findings with their claims and articles, then as many others as fit."""
    kept_findings = tuple(findings[:_FINDINGS])
    compared = {claim_id for finding in kept_findings for claim_id in finding.claim_ids}
    kept_claims = _first(claims, [claim.claim_id in compared for claim in claims], _CLAIMS)
    named = {claim.doc_id for claim in kept_claims if claim.claim_id in compared}
    kept_articles = _first(articles, [article.id in named for article in articles], _ARTICLES)
    room = _CHARACTERS - _OF_A_FINDING * len(kept_findings) - _OF_A_CLAIM * len(kept_claims)
    ids = {claim.claim_id for claim in kept_claims}
    cut = {claim.doc_id for claim in claims if claim.claim_id not in ids}
    texts = _texts([article for article in kept_articles if article.id not in cut], named, room)
    shortened = len(kept_articles) - len(texts)
    without = (
        _left_out("finding", "findings.jsonl", len(findings), len(kept_findings)),
        _left_out("claim", "claims.csv", len(claims), len(kept_claims)),
        _left_out("article", "articles.parquet", len(articles), len(kept_articles)),
        _left_out("refused file", "quarantine.jsonl", len(rejections), min(len(rejections), _REJECTIONS)),
        f"Of {counted(shortened, 'article')} it holds only the sentences with figures; articles.parquet has their texts."
        if shortened
        else "",
    )
    return Held(
        kept_claims,
        kept_findings,
        kept_articles,
        tuple(rejections[:_REJECTIONS]),
        texts,
        tuple(line for line in without if line),
    )


def _first(rows: Sequence[Row], wanted: Sequence[bool], most: int) -> tuple[Row, ...]:
    """All rows that are wanted, and the first others up to `most`, in order."""
    room = most - sum(wanted)
    kept = []
    for row, is_wanted in zip(rows, wanted, strict=True):
        if is_wanted or room > 0:
            kept.append(row)
            room -= not is_wanted
    return tuple(kept)


def _texts(articles: Sequence[Article], named: set[str], room: int) -> frozenset[str]:
    """The articles whose text fits, those with compared figures first."""
    kept = set()
    for article in sorted(articles, key=lambda article: article.id not in named):
        room -= len(article.text)
        if room < 0:
            break
        kept.add(article.id)
    return frozenset(kept)


def _left_out(what: str, table: str, all_of_them: int, kept: int) -> str:
    if kept == all_of_them:
        return ""
    return f"The page holds {kept:,} of {all_of_them:,} {what}s; {table} has every one."
