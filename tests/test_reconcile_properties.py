"""What must hold of every claim table: order does not matter, and no value breaks it."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.reconcile import reconcile
from crossfoot.reconcile import words as vocabulary
from crossfoot.reconcile.reading import read
from crossfoot.records import Claim
from test_reconcile import claim

_VALUES = st.one_of(st.none(), st.sampled_from([0.0, 1.0, -3.5, 4.2e9, 5e9, 1e-320, 1e308, -1e308]))


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Any claim that the record admits, hostile ones among them."""
    quote = draw(st.sampled_from(["4.2", "$5 billion", "about 10%", "", "9" * 400, "up to 3GW", "of 8 to"]))
    columns: dict[str, Any] = {
        "claim_id": draw(st.sampled_from("abcdefgh")) + draw(st.sampled_from("12")),
        "kind": draw(st.sampled_from(["figure", "direction"])),
        "direction": draw(st.sampled_from([None, "up", "down", "flat"])),
        "doc_id": draw(st.sampled_from("pqr")),
        "start": draw(st.integers(0, 50)),
        "end": draw(st.integers(0, 60)),
        "quote": quote,
        "sentence": draw(
            st.sampled_from(["", "Acme took 4.2 in all.", "It fell from $5 billion to about 10%.", quote])
        ),
        "sentence_start": draw(st.integers(0, 90)),
        "firm": draw(st.sampled_from([None, "Acme", "Volt", ""])),
        "metric": draw(st.sampled_from(["revenue", "share_price", "capacity", "construction_cost", "other", ""])),
        "measure": draw(st.sampled_from(["level", "change"])),
        "value": draw(_VALUES),
        "value_low": draw(_VALUES),
        "value_high": draw(_VALUES),
        "unit": draw(st.sampled_from([None, "", "USD", "GW", "percent", "USD/GW/year", "///", "widget", "USD/"])),
        "bound": draw(st.sampled_from(["=", "~", ">", ">=", "<", "<="])),
        "date": draw(st.sampled_from([None, "2024", "2024-13-45", "../2029", "2030/2020", "soon", "/"])),
        "published": draw(st.sampled_from([None, "2024-05-01", "2024-05-01T10:00:00Z", "yesterday"])),
        "source": draw(st.sampled_from([None, "UBS", "Citi"])),
        "modality": draw(st.sampled_from(["asserted", "estimated", "projected", "hypothetical", "negated"])),
        "counterparty": draw(st.sampled_from([None, "Volt"])),
        "scope": draw(st.sampled_from([None, "China", ""])),
    }
    return Claim.model_validate(columns)


@settings(max_examples=60)
@given(st.lists(claims(), max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(table: list[Claim], chance: Any) -> None:
    found = reconcile(table)
    shuffled = list(table)
    chance.shuffle(shuffled)
    assert reconcile(shuffled) == found
    known = {one.claim_id for one in table}
    assert all(set(finding.claim_ids) <= known and finding.explanation for finding in found)
    assert [finding.status for finding in found] == sorted(
        (finding.status for finding in found), key=["flag", "explain", "agree"].index
    )
    assert len({finding.finding_id for finding in found}) == len(found)


def test_a_firm_partition_gives_the_same_findings() -> None:
    table = [
        claim(f"{firm}'s revenue was [{figure}].", doc=doc, metric="revenue", firm=firm, date="2024")
        for firm in ("Acme", "Volt")
        for doc, figure in (("a", "$4.2 billion"), ("b", "$4.9 billion"))
    ]
    parts = [
        finding for firm in ("Acme", "Volt") for finding in reconcile([each for each in table if each.firm == firm])
    ]
    assert sorted(finding.finding_id for finding in parts) == sorted(finding.finding_id for finding in reconcile(table))


def test_words_answer_their_examples() -> None:
    """Every example of the vocabulary gives its answer, and no counter-example does."""
    for aspect in vocabulary.comparability().aspects:
        for answer in aspect.answers:
            for sentences, expected in ((answer.examples, True), (answer.counter_examples, False)):
                for sentence in sentences:
                    marked = re.sub(r"\[(.*?)\]", r"\1", sentence)
                    quote = re.search(r"\[(.*?)\]", sentence)[1]  # type: ignore[index]
                    own = Claim(
                        claim_id="a",
                        doc_id="a",
                        start=sentence.index("["),
                        end=0,
                        quote=quote,
                        sentence=marked,
                        sentence_start=0,
                        metric="revenue",
                    )
                    said = read(own, "a").answer(aspect.name)
                    assert (said == answer.name) is expected, f"{aspect.name}/{answer.name}: {sentence} gives {said}"
