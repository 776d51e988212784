"""The checker in the shapes that the scorers ask for."""

from __future__ import annotations

from functools import lru_cache

from crossfoot import flow, ingest
from crossfoot.check import Evidence
from crossfoot.records import Claim, Verdict


def statement(text: str, outputs_dir: str) -> str:
    """The label of one statement against a run's output."""
    return flow.checks([text], _stored(outputs_dir))[0].label


@lru_cache(maxsize=32)
def _stored(outputs_dir: str) -> Evidence:
    return flow.evidence(outputs_dir)


def check_many(pairs: list[tuple[str, str]]) -> list[float]:
    """For each document and summary 1 where all is supported, 0 where something is not; a direction may stay open."""
    evidence = _read(sorted({document for document, _ in pairs if document.strip()}))
    by_document: dict[str, list[int]] = {}
    for at, (document, _) in enumerate(pairs):
        by_document.setdefault(document, []).append(at)
    scores = [0.0] * len(pairs)
    for document, places in by_document.items():
        if document.strip():
            found = flow.checks([pairs[at][1] for at in places], evidence[document])
            for at, checked in zip(places, found, strict=True):
                scores[at] = float(all(map(_holds, checked.verdict_records)))
    return scores


def _holds(verdict: Verdict) -> bool:
    return verdict.label == "supported" or (verdict.kind == "direction" and verdict.label == "not_enough_evidence")


def _read(documents: list[str]) -> dict[str, Evidence]:
    articles = {str(at): ingest.article(text, id=str(at)) for at, text in enumerate(documents)}
    claims: dict[str, list[Claim]] = {name: [] for name in articles}
    for claim in flow.claims_of(articles.values()):
        claims[claim.doc_id].append(claim)
    return {article.text: Evidence([article], claims[name], []) for name, article in articles.items()}
