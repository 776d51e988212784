"""`crossfoot explain`: every rule in words, every part of a claim with its reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import crossfoot
from crossfoot.explaining import explain
from crossfoot.flow import Run, extract
from crossfoot.records import Claim
from crossfoot.vocabulary.rules import rules

PARTS = ("metric", "firm", "date", "source")
EXAMPLES = [
    (f"{part}:{name}", text)
    for part in PARTS
    for name, rule in getattr(rules(), part).items()
    for text in rule.examples
]  # fmt: skip


@pytest.mark.parametrize(("rule", "marked"), EXAMPLES)
def test_an_example_is_decided_by_its_rule(rule: str, marked: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    claims = extract(marked.replace("[", "").replace("]", ""))
    assert [
        rule in claim.rules for claim in claims if claim.kind == "figure" and claim.start < end and claim.end > start
    ] == [True]


def test_every_rule_of_the_seeds_has_words(seed_run: Run) -> None:
    for claim in seed_run.claim_records:
        for rule in claim.rules:
            part, _, name = rule.partition(":")
            assert part == "modality" or name in getattr(rules(), part), rule


def test_every_word_is_of_a_rule_that_there_is(root: Path) -> None:
    source = "".join(path.read_text("utf-8") for path in (root / "pipeline/crossfoot/extract").rglob("*.py"))
    named = {name for part in PARTS for name in getattr(rules(), part)}
    composed = {"possessor_of", "subject_of"}  # made of a rule and `_of`
    assert [name for name in sorted(named - composed) if not re.search(rf"\b{name}\b", source)] == []


def test_a_rule_without_words_is_said_by_its_name() -> None:
    assert rules().says("metric", "seen_in_a_dream") == "seen in a dream"


def test_each_part_of_a_claim_has_its_reason(seed_run: Run) -> None:
    claim = next(each for each in seed_run.claim_records if each.quote == "several dollars")
    said = str(crossfoot.explain(claim, seed_run.finding_records)).splitlines()
    assert said[0] == f"Claim {claim.claim_id}: “several dollars”"
    assert "add [several dollars] to earnings per share" in said[3]
    assert said[5:] == [
        "Whom: Meta Platforms (META), because the figure goes on from the one before it, which is about it",
        "What: EPS (change), because the figure's verb adds it to the metric that is named behind it",
        "How much: “several dollars”, because the text gives no number",
        "When: no time given, because the text gives no time for it",
        "Who says so: JPMorgan, because it is the subject of a verb of saying",
        "How it is meant: hypothetical, a condition or possibility, because of the word “could”",
        "How sure: 0.41 of 1: 84 of 100 such claims had firm and metric right in the annotated articles that the rules "
        "were made on; read the sentence before you use it",
    ]


def test_the_findings_that_compare_it_are_named(seed_run: Run) -> None:
    finding = seed_run.finding_records[0]
    claim = next(each for each in seed_run.claim_records if each.claim_id == finding.claim_ids[0])
    assert finding in explain(claim, seed_run.finding_records).findings
    assert finding.explanation in str(explain(claim, seed_run.finding_records))


def test_a_claim_of_another_table_is_explained_without_rules() -> None:
    claim = Claim(
        claim_id="c", doc_id="a", start=3, end=5, quote="8%", sentence="elsewhere", sentence_start=90, metric="revenue"
    )
    said = str(explain(claim))
    assert "elsewhere [8%]" in said
    assert "What: revenue (level)\n" in said


def test_the_surer_a_claim_is_the_more_of_its_like_are_right() -> None:
    trust = rules().trust
    assert trust[0].least == 0
    assert [each.right for each in trust] == sorted(each.right for each in trust)
    assert rules().right_of_100(0.0) == trust[0].right
    assert rules().right_of_100(1.0) == trust[-1].right
