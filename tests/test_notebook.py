"""What a notebook shows: every text escaped, every claim under its own characters."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from spacy import displacy

import crossfoot
from crossfoot.check.checking import Checked
from crossfoot.flow import Check, Run
from crossfoot.records import Article, Claim, Finding, Rejection, Verdict

HOSTILE = "</td></pre></mark><script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover='x' {{7*7}} %s {0}"


class Elements(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def claim(**given: Any) -> Claim:
    fields = {
        "claim_id": "c",
        "doc_id": "a",
        "start": 0,
        "end": 2,
        "quote": "8%",
        "sentence": "8%",
        "sentence_start": 0,
    }
    return Claim(**{**fields, "metric": "revenue", **given})


def hostile_run() -> Run:
    found = Finding(
        finding_id="f", status="flag", kind="value_conflict", severity="high", firm=HOSTILE, metric=HOSTILE,
        claim_ids=("c",), explanation=HOSTILE,
    )  # fmt: skip
    rejected = Rejection(path=HOSTILE, reason="empty", detail=HOSTILE)
    return Run((Article(id=HOSTILE, text="8%"),), (claim(firm=HOSTILE),), (found,) * 12, (rejected,))


def hostile_check() -> Check:
    verdict = Verdict(
        verdict_id="v", start=0, end=7, quote=HOSTILE[:7], label="refuted", explanation=HOSTILE, correction=HOSTILE
    )
    return Check(Checked(HOSTILE, (verdict,), 1, 0))


@pytest.mark.parametrize(
    "result",
    [
        hostile_run(),
        hostile_check(),
        crossfoot.explain(claim(firm=HOSTILE, sentence=HOSTILE, rules=(f"firm:{HOSTILE}",))),
    ],
    ids=["Run", "Check", "Explanation"],
)
def test_no_text_becomes_markup(result: Any) -> None:
    page = Elements(result._repr_html_())
    assert page.names <= {"p", "b", "table", "thead", "tbody", "tr", "th", "td", "code", "mark", "pre"}
    assert page.attributes <= {"style", "title"}
    assert "<script>alert(1)</script>" in page.text


def test_a_run_shows_its_counts_and_first_findings(seed_run: Run) -> None:
    shown = Elements(seed_run._repr_html_()).text
    assert shown.startswith("crossfoot run: 5 articles, 54 claims, ")
    assert seed_run.finding_records[0].explanation in shown
    assert "and 2 more in .findings" in Elements(hostile_run()._repr_html_()).text


def test_a_check_shows_the_text_with_its_statements_marked() -> None:
    text = "Sales rose 9%\nand 9%."
    verdict = Verdict(
        verdict_id="v", start=11, end=13, quote="9%", label="refuted", explanation="they say 8%", correction="8%"
    )
    page = Check(Checked(text, (verdict,), 1, 0))._repr_html_()
    assert '>Sales rose <mark title="they say 8%">✗ 9%</mark>\nand 9%.</p>' in page


class TestDisplacy:
    def test_each_claim_lies_under_its_own_characters(self, seed_run: Run) -> None:
        for article in seed_run.article_records:
            drawn = crossfoot.displacy_spans(article, seed_run.claim_records)
            own = [each for each in seed_run.claim_records if each.doc_id == article.id]
            assert len(drawn["spans"]) == len(own)
            for span, each in zip(drawn["spans"], own, strict=True):
                words = drawn["tokens"][span["start_token"] : span["end_token"]]
                assert "".join(words) == re.sub(r"\s", "", each.quote)

    def test_displacy_draws_it(self, seed_run: Run) -> None:
        drawn = crossfoot.displacy_spans(seed_run.article_records[3], seed_run.claim_records)
        page = displacy.render(drawn, style="span", manual=True, jupyter=False)
        assert "Meta Platforms: share price" in Elements(page).text

    def test_a_claim_may_end_inside_a_word(self) -> None:
        drawn = crossfoot.displacy_spans("Up (8%), it said", [claim(start=4, end=6)])
        assert drawn["tokens"] == ["Up", "(", "8%", "),", "it", "said"]
        assert drawn["spans"] == [{"start_token": 2, "end_token": 3, "label": "nobody named: revenue"}]

    def test_what_displacy_writes_as_it_is_comes_escaped(self) -> None:
        article = Article(id="a", text="8% <script>alert(1)</script>", title=HOSTILE)
        drawn = crossfoot.displacy_spans(article, [claim(firm=HOSTILE, metric=HOSTILE)])
        page = Elements(displacy.render(drawn, style="span", manual=True, jupyter=False))
        assert page.names <= {"div", "h2", "span"}
        assert page.attributes <= {"class", "style"}

    def test_a_claim_that_is_not_in_the_text_is_left_out(self) -> None:
        assert crossfoot.displacy_spans("8%", [claim(start=5, end=9)])["spans"] == []


def test_every_public_name_says_what_it_is() -> None:
    undocumented = [
        name for name in crossfoot.__all__ if name != "__version__" and not getattr(crossfoot, name).__doc__
    ]
    assert undocumented == []
