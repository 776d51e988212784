"""Bare statements in the shape that the scorer of the checking benchmark asks for."""

from __future__ import annotations

import re
from functools import lru_cache

import crossfoot
from crossfoot import flow
from crossfoot.reconcile import statements
from crossfoot.records import Claim, Finding

Passage = tuple[str, list[int]]

# The benchmark's sentences come cut into tokens: `` of $ 1,381,814 , or 26 % ''
_TOKENISED = (
    (re.compile(r"``|''"), '"'),
    (re.compile(r" (?=[,.;:!?%)\]]|'s\b|n't\b)"), ""),
    (re.compile(r"(?<=[(\[$£€]) "), ""),
)


def relate_many(pairs: list[tuple[str, str]]) -> list[str]:
    """The label of each pair."""
    return [found.label for found in flow.relate([(written(one), written(other)) for one, other in pairs])]


def written(text: str) -> str:
    """The sentence as it was before it was cut into tokens."""
    for pattern, replacement in _TOKENISED:
        text = pattern.sub(replacement, text)
    return text


def relate_passages(one: Passage, other: Passage) -> str:
    """The label of two passages, each a text and a span of it: the finding over both, else what the bare words say."""
    for finding, members in _findings(one[0], other[0]):
        if _touches(members, "one", one) and _touches(members, "one" if one[0] == other[0] else "other", other):
            if finding.kind in ("source_divergence", "derived_divergence"):
                return "EXPLAINED"
            return {"flag": "CONFLICT", "explain": "EXPLAINED", "agree": "AGREE"}[finding.status]
    return statements.relate(_passage(*one, name="one"), _passage(*other, name="other")).label


def _touches(members: list[Claim], name: str, passage: Passage) -> bool:
    start, end = passage[1]
    return any(claim.doc_id == name and claim.start < end and start < claim.end for claim in members)


@lru_cache(maxsize=64)
def _findings(one: str, other: str) -> tuple[tuple[Finding, list[Claim]], ...]:
    """The findings over two articles, or over one, with their claims."""
    articles = {"one": one} if one == other else {"one": one, "other": other}
    claims = {
        f"{name} {claim.claim_id}": claim.model_copy(update={"doc_id": name, "claim_id": f"{name} {claim.claim_id}"})
        for name, text in articles.items()
        for claim in _claims(text)
    }
    found = crossfoot.reconcile(list(claims.values()))
    return tuple((finding, [claims[claim_id] for claim_id in finding.claim_ids]) for finding in found)


def _passage(text: str, span: list[int], *, name: str) -> statements.Statement:
    start, end = span
    claims = [_moved(claim, -start) for claim in _claims(text) if start <= claim.start and claim.end <= end]
    return statements.read(text[start:end], claims, name=name)


@lru_cache(maxsize=64)
def _claims(text: str) -> tuple[Claim, ...]:
    return tuple(crossfoot.extract(text))


def _moved(claim: Claim, by: int) -> Claim:
    return claim.model_copy(
        update={"start": claim.start + by, "end": claim.end + by, "sentence_start": claim.sentence_start + by}
    )
