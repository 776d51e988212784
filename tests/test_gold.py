"""What careful readers found in the five articles, against what crossfoot finds: floors that are never lowered unnoticed."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from conftest import rows
from crossfoot.flow import Run
from crossfoot.records import Claim, Finding
from crossfoot.values.units import convert

FULL_CLAIMS = 0.95  # F1 over the required claims: value, unit, firm, metric, measure and date all right
DIRECTIONS = 7


def name(text: str | None) -> list[str]:
    """The words by which two spellings of a firm are compared."""
    return (text or "").lower().replace("&", " & ").split()


def same_firm(one: str | None, other: str | None) -> bool:
    """One name's words begin the other's: *Meta* and *Meta Platforms*."""
    short, long = sorted((name(one), name(other)), key=len)
    return bool(short) and long[: len(short)] == short


def same_value(gold: dict[str, Any], claim: Claim) -> bool:
    for unit in gold["unit"]:
        ends = [
            None if end is None else convert(end, claim.unit or "", unit) for end in (claim.value_low, claim.value_high)
        ]
        if all(
            (got is None) == (want is None) and (want is None or math.isclose(got, want, rel_tol=1e-6))
            for got, want in zip(ends, (gold["low"], gold["high"]), strict=True)
        ):
            return True
    return False


def is_right(gold: dict[str, Any], claim: Claim) -> bool:
    measures = gold["measure"] if isinstance(gold["measure"], list) else [gold["measure"]]
    return (
        same_value(gold, claim)
        and any(same_firm(firm, claim.firm) for firm in gold["firm"])
        and claim.metric in gold["metric"]
        and claim.measure in measures
        and claim.date in gold["period"]
    )


def overlapping(gold: dict[str, Any], claims: tuple[Claim, ...]) -> list[Claim]:
    stem = gold["doc"].removesuffix(".txt")
    return [c for c in claims if c.doc_id == stem and c.start < gold["end"] and c.end > gold["start"]]


def test_full_claims_of_the_five_articles(seed_run: Run, corpus: Path) -> None:
    gold = rows(corpus / "gold" / "seed_claims.jsonl")
    figures = tuple(c for c in seed_run.claim_records if c.kind == "figure")
    required = [g for g in gold if not g["optional"]]
    right = sum(any(is_right(g, c) for c in overlapping(g, figures)) for g in required)
    optional = {c.claim_id for g in gold if g["optional"] for c in overlapping(g, figures)}
    claimed = sum(c.claim_id not in optional for c in figures)
    precision, recall = right / claimed, right / len(required)
    assert 2 * precision * recall / (precision + recall) >= FULL_CLAIMS


def test_directions_stated_without_a_figure(seed_run: Run, corpus: Path) -> None:
    found = 0
    for gold in rows(corpus / "gold" / "seed_directions.jsonl"):
        stem = gold["doc"].removesuffix(".txt")
        near = [
            c
            for c in seed_run.claim_records
            if c.doc_id == stem and c.start < gold["end"] + 60 and c.end > gold["start"] - 60
        ]
        ways = gold["direction"].split("_or_")
        found += any(
            same_firm(gold["firm"], c.firm) and c.metric == gold["metric"] and c.direction in ways for c in near
        )
    assert found >= DIRECTIONS


def members(finding: Finding, relation: dict[str, Any], claims: dict[str, Claim]) -> int:
    """How many of a relation's members the finding's claims overlap."""
    held = [claims[i] for i in finding.claim_ids]
    return sum(
        any(c.doc_id == doc.removesuffix(".txt") and c.start < end and c.end > start for c in held)
        for doc, start, end, _ in relation["members"]
    )


def relation_ids() -> list[str]:
    path = Path(__file__).parents[1] / "corpus" / "gold" / "seed_relations.jsonl"
    return [row["id"] for row in rows(path)]


@pytest.mark.parametrize("relation_id", relation_ids())
def test_a_relation_is_found_in_an_accepted_reading(relation_id: str, seed_run: Run, corpus: Path) -> None:
    relation = next(r for r in rows(corpus / "gold" / "seed_relations.jsonl") if r["id"] == relation_id)
    claims = {c.claim_id: c for c in seed_run.claim_records}
    accepted = {tuple(reading) for reading in relation["accept"]}
    matching = [f for f in seed_run.finding_records if members(f, relation, claims) >= 2]
    silent = not matching and ("unrelated", None) in accepted
    assert silent or any((f.status, f.kind) in accepted for f in matching)


def test_the_disagreements_stand_first(seed_run: Run, corpus: Path) -> None:
    claims = {c.claim_id: c for c in seed_run.claim_records}
    first = [f for f in seed_run.finding_records[:5] if f.status == "flag"]
    relations = {row["id"]: row for row in rows(corpus / "gold" / "seed_relations.jsonl")}
    for name in ("R1", "R3a"):
        assert any(members(f, relations[name], claims) >= 2 for f in first), name
