"""The page's data: one file, nothing loaded, every text inert, and all that the views show of each record."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import pytest

from crossfoot.passed import passed
from crossfoot.records import Article, Block, Claim, Decision, Dropped, Finding, Rejection, Verdict
from crossfoot.report import Summary, folded, held, libraries, render
from crossfoot.report.interning import Offsets, Strings
from crossfoot.values.intervals import Interval
from page_runs import HOSTILE, hostile


def claim(claim_id="c1", **given):
    fields = {
        "doc_id": "a",
        "start": 10,
        "end": 20,
        "quote": "$1 billion",
        "sentence": "Sales hit $1 billion, it said.",
        "sentence_start": 0,
        "firm": "Example Corp",
        "metric": "revenue",
        "value": 1e9,
        "value_low": 1e9,
        "value_high": 1e9,
        "unit": "USD",
        "date": "2026-01/2026-03",
        "published": "2026-04-01",
        "source": "Example Bank",
    }
    return Claim(claim_id=claim_id, **{**fields, **given})


def finding(finding_id="f1", status="flag", kind="value_conflict", **given):
    fields = {"severity": "high", "firm": "Example Corp", "metric": "revenue", "claim_ids": ("c1", "c2")}
    return Finding(
        finding_id=finding_id, status=status, kind=kind, **{**fields, "explanation": "They differ.", **given}
    )


ARTICLES = (
    Article(
        id="a",
        text="Sales hit $1 billion, it said.\nShare",
        title="Sales up",
        source="Example News",
        published="2026-04-01T09:00:00",
        blocks=(Block(start=0, end=30),),
        dropped=(Dropped(start=31, end=36, reason="share_bar"),),
    ),
)


def page(**given):
    parts = {"claims": (claim(), claim("c2", source=None)), "findings": (finding(),), "articles": ARTICLES}
    return render(**{**parts, "rejections": (), **given})


def data(html: str) -> dict[str, Any]:
    """The data that a page holds."""
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)[1])


def cells(html: str, table: str, column: str) -> list[str]:
    """The texts of a column."""
    shown = data(html)
    return [shown["texts"][number] for number in shown[table][column]]


def test_a_claim_is_told_in_words() -> None:
    shown = page()
    said = {name: cells(shown, "claims", name)[0] for name in ("firm", "metric", "figure", "period", "cited", "quote")}
    assert said == {
        "firm": "Example Corp",
        "metric": "revenue",
        "figure": "$1 billion",
        "period": "2026-01 to 2026-03",
        "cited": "Example Bank",
        "quote": "$1 billion",
    }


def test_a_sentence_is_held_once_as_a_place_in_its_article() -> None:
    shown = data(page())
    begin, length, within = (shown["claims"][name][0] for name in ("from", "sentence", "within"))
    text = shown["articles"]["text"][0]
    assert text[begin : begin + length] == "Sales hit $1 billion, it said."
    assert text[begin + within :].startswith("$1 billion")
    assert "Sales hit" not in "".join(shown["texts"])


def test_places_are_counted_as_browsers_count_them() -> None:
    text = "🤖🤖 Sales hit $1 billion."
    article = Article(id="a", text=text, blocks=(Block(start=0, end=len(text)),))
    found = claim(start=13, end=23, sentence=text, sentence_start=0)
    assert text[13:23] == found.quote
    shown = data(page(claims=(found,), findings=(), articles=(article,)))
    assert shown["claims"]["within"] == [15]
    assert shown["articles"]["marks"] == [[[15, 25]]]
    assert Offsets("a🤖b").at(2) == 3


def test_a_sentence_of_an_article_that_is_not_there_stands_by_itself() -> None:
    shown = data(page(articles=()))
    assert shown["claims"]["from"] == [-1, -1]
    assert shown["texts"][shown["claims"]["sentence"][0]] == "Sales hit $1 billion, it said."
    assert shown["articles"]["id"] == ["a"]
    assert shown["articles"]["text"] == [None]


@pytest.mark.parametrize(("quote", "within"), [("$1 billion", 10), ("$9", -1)])
def test_a_quote_that_is_not_at_its_offset_is_marked_where_it_stands(quote: str, within: int) -> None:
    assert data(page(claims=(claim(start=99, end=109, quote=quote),)))["claims"]["within"] == [within]


def test_a_vague_figure_is_shown_in_the_articles_own_words() -> None:
    vague = claim(quote="$1 billion", value=None, value_low=None, value_high=None)
    assert cells(page(claims=(vague,)), "claims", "figure") == ["“$1 billion”"]


def test_a_compared_figure_has_the_interval_that_it_allows() -> None:
    shown = page(allowed=lambda _: Interval(0.95e9, 1.05e9))
    assert data(shown)["claims"]["low"] == [0.95e9, 0.95e9]
    assert cells(shown, "claims", "allows") == ["$950 million to $1.05 billion"] * 2
    assert data(page(findings=()))["claims"]["low"] == [None, None]


def test_a_finding_is_told_with_its_claims() -> None:
    shown = data(page())
    assert shown["findings"]["id"] == ["f1"]
    assert shown["findings"]["claims"] == [[0, 1]]
    assert " ".join(shown["texts"][number] for number in shown["findings"]["explanation"][0]) == "They differ."
    assert cells(page(), "findings", "kind") == ["figures disagree"]


def test_a_claim_that_a_table_lacks_is_passed_over() -> None:
    assert data(page(claims=(claim(),)))["findings"]["claims"] == [[0]]


@pytest.mark.parametrize("text", ["They differ. Both, or none; who knows: “a, b”.", "", "one", "  two  blanks, kept "])
def test_the_clauses_of_an_explanation_make_it_again(text: str) -> None:
    strings = Strings()
    numbers = strings.clauses(text)
    assert " ".join(strings.table[number] for number in numbers) == text


def test_an_article_without_a_title_goes_by_its_first_words() -> None:
    text = "One two three four five six seven eight nine ten 11 12"
    untitled = ARTICLES[0].model_copy(update={"title": None, "text": text})
    assert cells(page(articles=(untitled,)), "articles", "title") == [
        "“One two three four five six seven eight nine ten…”"
    ]


@pytest.mark.parametrize(
    ("url", "source", "shown"),
    [
        ("https://example.com/a?b=1&c=2", "Example News", ("https://example.com/a?b=1&c=2", "Example News")),
        ("HTTP://news.example.com/a", None, ("HTTP://news.example.com/a", "news.example.com")),
    ],
)
def test_an_article_has_its_address_and_outlet(url: str, source: str | None, shown: tuple[str, str]) -> None:
    html = page(articles=(ARTICLES[0].model_copy(update={"url": url, "source": source}),))
    assert (data(html)["articles"]["url"][0], cells(html, "articles", "outlet")[0]) == shown


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//example.com/a",
        "http://[",
        "https://",
        "a.html",
    ],
)
def test_only_a_web_address_is_one(url: str) -> None:
    assert data(page(articles=(ARTICLES[0].model_copy(update={"url": url}),)))["articles"]["url"] == [""]


def test_furniture_and_quarantine_are_told_with_their_reasons() -> None:
    shown = data(page(rejections=(Rejection(path="b.jsonl", line=3, reason="bad_json", detail="not JSON"),)))
    start, end, reason = shown["articles"]["dropped"][0][0]
    assert (start, end, shown["texts"][reason]) == (31, 36, "share bar")
    assert shown["quarantine"] == {"path": ["b.jsonl"], "line": [3], "reason": ["bad json"], "detail": ["not JSON"]}


@pytest.mark.parametrize(
    ("text", "figure", "reason"),
    [
        ("Acme gave two reasons.", "two", "a small or vague count"),
        ("Acme has shrunk for the past three years.", "three years", "a length of time"),
        ("The form has 4,317 of them.", "4,317", "a number that nothing near it names a metric for"),
    ],
)
def test_a_figure_that_is_not_taken_has_its_reason(text: str, figure: str, reason: str) -> None:
    found = passed(Article(id="a", text=text, blocks=(Block(start=0, end=len(text)),)), ())
    assert [figure in text[one.start : one.end] for one in found] == [True]
    assert found[0].reason.startswith(reason)


def test_a_title_is_context_and_a_taken_figure_is_not_passed() -> None:
    text = "Acme makes $5 billion\nIts sales hit $1 billion."
    article = Article(id="a", text=text, blocks=(Block(start=0, end=21, kind="title"), Block(start=22, end=len(text))))
    at = text.index("$1 billion")
    taken = claim(start=at, end=at + 10)
    assert [one.reason for one in passed(article, [(taken.start, taken.end)])] == [
        "in the title, which is context and not read for figures"
    ]


def test_the_page_allows_only_its_own_script_and_style() -> None:
    html = page()
    head, _ = html.split("</head>")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', head)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; script-src ")
    assert "unsafe" not in policy
    own = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.DOTALL)
    assert len(own) == 5
    for text in own:
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    assert not re.findall(r"<(?:link|img|iframe|object|base)\b|\sstyle=|\son\w+=", markup)


def test_what_the_page_carries_is_what_its_list_says() -> None:
    assert [library.name for library in libraries.libraries()] == ["d3", "@observablehq/plot", "@picocss/pico"]
    said = json.loads(libraries.held("vendor.json"))
    for library, entry in zip(libraries.libraries(), said, strict=True):
        assert hashlib.sha256(library.text.encode()).hexdigest() == entry["sha256"]
        assert "Copyright" in library.licence


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_within_the_data(text: str) -> None:
    html = page(claims=(claim(firm=text, source=text),), findings=(finding(explanation=text),))
    assert html.count("<script") == page().count("<script")
    assert html.count("</script") == page().count("</script")
    assert "<!--" not in html
    assert text in data(html)["texts"]


def test_hostile_ids_are_kept_as_they_are() -> None:
    shown = data(hostile().page())
    assert shown["findings"]["id"] == [f"{text} {number}" for number, text in enumerate(HOSTILE)]


def test_the_same_records_give_the_same_page() -> None:
    assert page() == page()


def test_an_empty_run_has_a_page() -> None:
    shown = data(render((), (), (), ()))
    assert [shown[table]["id"] for table in ("claims", "findings", "articles")] == [[], [], []]


def test_decisions_and_the_run_they_belong_to() -> None:
    decided = Decision(finding_id="f1", decision="dismiss")
    shown = data(page(decisions=(decided,)))
    assert shown["decisions"] == [{"finding_id": "f1", "decision": "dismiss"}]
    assert shown["run"] == data(page())["run"]
    assert shown["run"] != data(page(findings=()))["run"]


def test_a_summary_is_cut_at_its_statements() -> None:
    one = Verdict(verdict_id="v", start=6, end=8, quote="9%", label="refuted", explanation="it is 8%")
    checked = Summary("note.md", "Up by 9% so far", "1 statement checked", (one,))
    shown = data(page(checked=(checked,)))["summaries"][0]
    assert shown["pieces"] == [["Up by ", -1], ["9%", 0], [" so far", -1]]
    assert shown["verdicts"][0]["label"] == "refuted"


def test_a_large_run_is_shortened_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "_FINDINGS", 1)
    monkeypatch.setattr(held, "_CLAIMS", 2)
    monkeypatch.setattr(held, "_CHARACTERS", 0)
    claims = (claim("c0"), claim(), claim("c2"))
    shown = data(page(claims=claims, findings=(finding(), finding("f2"))))
    assert shown["claims"]["id"] == ["c1", "c2"]
    assert shown["articles"]["text"] == [None]
    assert shown["without"] == [
        "The page holds 1 of 2 findings; findings.jsonl has every one.",
        "The page holds 2 of 3 claims; claims.csv has every one.",
        "Of 1 article it holds only the sentences with figures; articles.parquet has their texts.",
    ]


def agreement(number, *claim_ids, **given):
    return finding(f"f{number}", status="agree", kind="corroboration", claim_ids=claim_ids, **given)


COPIED = (claim("c1"), claim("c2", doc_id="b"), claim("c3"), claim("c4", doc_id="b"), claim("c5", doc_id="c"))
COPIES = {"a": "a", "b": "a"}


def test_a_text_is_held_only_with_all_its_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "_CLAIMS", 2)
    shown = data(page(claims=(claim("c0"), claim(), claim("c2"))))
    assert (shown["claims"]["id"], shown["articles"]["text"]) == (["c1", "c2"], [None])


def test_agreements_within_one_story_are_folded_into_one():
    findings = (finding(), agreement(2, "c1", "c2"), agreement(3, "c1", "c5"), agreement(4, "c3", "c4"))
    shown = folded(findings, COPIED, COPIES)
    assert [(each.finding.finding_id, len(each.folded)) for each in shown] == [("f1", 0), ("f2", 1), ("f3", 0)]
    assert shown[1].heading == "Copies of one story: a, b"
    held_back = data(page(claims=COPIED, findings=findings, copies=COPIES))["findings"]
    assert held_back["fold"] == [-1, -1, -1, 1]
    assert held_back["stories"] == [[1, shown[1].heading, shown[1].explanation]]


@pytest.mark.parametrize("copies", [{}, {"a": "a", "b": "b"}])
def test_agreements_of_articles_that_are_no_copies_stand_each_by_itself(copies):
    findings = (agreement(2, "c1", "c2"), agreement(4, "c3", "c4"))
    assert [each.folded for each in folded(findings, COPIED, copies)] == [(), ()]
    assert data(page(claims=COPIED, findings=findings, copies=copies))["findings"]["stories"] == []


def test_a_flag_between_copies_is_never_folded():
    assert len(folded((finding(), finding("f2")), COPIED, COPIES)) == 2
