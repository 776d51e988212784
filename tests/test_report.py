"""The page: one file, nothing loaded, every text escaped, the figures marked."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from crossfoot.records import Article, Block, Claim, Dropped, Finding, Rejection
from crossfoot.report import folded, render

HOSTILE = "<script>alert(1)</script> & \"quotes\" {{ 7*7 }} 'x'"


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


def test_the_first_line_counts():
    counts = re.search(r'<p class="counts">(.*?)</p>', page())[1]
    assert counts == "1 article · 2 claims · 1 flag · 0 explained · 0 agreements"


def test_a_finding_shows_its_sentences_with_the_figures_marked():
    shown = page()
    assert shown.count("Sales hit <mark>$1 billion</mark>, it said.") == 3  # once in the finding, twice in the table
    assert "Example Corp: revenue" in shown
    assert "They differ." in shown
    assert "citing <b>Example Bank</b>" in shown
    assert "Sales up</a>" in shown
    assert "Example News, 2026-04-01" in shown
    assert "2026-01 to 2026-03" in shown


def test_two_figures_of_one_sentence_stand_side_by_side_in_it():
    shown = page(claims=(claim(), claim("c2", start=25, end=29, quote="said")))
    assert "Sales hit <mark>$1 billion</mark>, it <mark>said</mark>." in shown


def test_a_vague_figure_is_shown_in_the_articles_own_words():
    vague = claim(quote="$1 billion", value=None, value_low=None, value_high=None)
    assert "“$1 billion”" in page(claims=(vague,))


def test_an_article_without_a_title_goes_by_its_first_words():
    untitled = ARTICLES[0].model_copy(
        update={"title": None, "text": "One two three four five six seven eight nine ten 11 12"}
    )
    assert "“One two three four five six seven eight nine ten…”" in page(articles=(untitled,))


def test_status_is_said_by_sign_and_word():
    shown = page(
        findings=(finding(), finding("f2", "explain", "basis_difference"), finding("f3", "agree", "corroboration"))
    )
    words = re.findall(r'<span class="status"><span aria-hidden="true">(.)</span> (\w+)</span>', shown)
    assert words == [("⚑", "Flag"), ("≈", "Explained"), ("✓", "Agrees")]


def test_every_link_within_the_page_has_its_place():
    shown = page(claims=(claim("c 1/ü"), claim("c2")), findings=(finding(claim_ids=("c 1/ü", "c2")),))

    class Places(HTMLParser):
        ids: set
        links: set

        def handle_starttag(self, tag, attributes):
            given = dict(attributes)
            self.ids |= {given["id"]} if "id" in given else set()
            self.links |= {given["href"][1:]} if given.get("href", "").startswith("#") else set()

    places = Places()
    places.ids, places.links = set(), set()
    places.feed(shown)
    from urllib.parse import unquote

    assert places.links
    assert {unquote(link) for link in places.links} <= places.ids


@pytest.mark.parametrize("field", ["firm", "quote", "sentence", "source", "doc_id", "counterparty", "scope"])
def test_hostile_text_in_a_claim_is_only_text(field):
    shown = page(claims=(claim(**{field: HOSTILE}),))
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_hostile_text_elsewhere_is_only_text():
    article = Article(id=HOSTILE, text=HOSTILE, title=HOSTILE, source=HOSTILE, url="javascript:alert(1)")
    shown = page(
        findings=(finding(explanation=HOSTILE, firm=HOSTILE),),
        articles=(article,),
        rejections=(Rejection(path=HOSTILE, reason=HOSTILE, detail=HOSTILE),),
    )
    assert "<script" not in shown
    assert "javascript:" not in shown
    assert "49" not in shown


def test_the_page_loads_nothing_and_allows_only_its_own_style():
    shown = page()
    style = re.search(r"<style>(.*?)</style>", shown, re.DOTALL)[1]
    wanted = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src &#39;sha256-{wanted}&#39;" in shown or f"style-src 'sha256-{wanted}'" in shown
    assert "default-src 'none'" in shown
    assert not re.findall(r"<(?:script|link|img|iframe|object)\b|@import|url\(|\sstyle=|\son\w+=", shown)


def test_the_same_records_give_the_same_page():
    assert page() == page()


def test_an_empty_run_has_a_page():
    shown = render((), (), (), ())
    assert "No two claims could be compared." in shown
    assert "No figure was found." in shown


OUTLET = re.compile(r'<a class="outlet" href="([^"]*)" rel="noreferrer noopener">([^<]*)</a>')


@pytest.mark.parametrize(
    ("url", "source", "link"),
    [
        ("https://example.com/a?b=1&c=2", "Example News", ("https://example.com/a?b=1&amp;c=2", "Example News")),
        ("HTTP://news.example.com/a", None, ("HTTP://news.example.com/a", "news.example.com")),
    ],
)
def test_a_finding_and_a_claim_link_their_articles_outlet(url, source, link):
    shown = page(articles=(ARTICLES[0].model_copy(update={"url": url, "source": source}),))
    assert OUTLET.findall(shown) == [link] * 3  # the finding's one sentence, and the table's two rows
    assert f'<a href="{link[0]}" rel="noreferrer noopener">' in shown  # the list of articles gives it in full


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
def test_only_a_web_address_is_a_link(url):
    shown = page(articles=(ARTICLES[0].model_copy(update={"url": url}),))
    assert re.findall(r'href="(?!#)', shown) == []
    assert "Example News, " in shown


def test_an_address_stays_within_its_quotes():
    url = 'https://example.com/"><script>alert(1)</script>'
    shown = page(articles=(ARTICLES[0].model_copy(update={"url": url}),))
    assert "<script" not in shown


def test_counts_agree_with_their_nouns():
    shown = page(claims=(claim(),), findings=(finding("f", "agree", "corroboration", claim_ids=("c1",)),))
    assert (
        re.search(r'<p class="counts">(.*?)</p>', shown)[1]
        == "1 article · 1 claim · 0 flags · 0 explained · 1 agreement"
    )
    assert "corroboration, 1 witness</p>" in shown
    assert "corroboration, 2 witnesses</p>" in page(findings=(finding("f", "agree", "corroboration", witnesses=2),))


def test_quarantine_and_furniture_are_shown():
    shown = page(rejections=(Rejection(path="b.jsonl", line=3, reason="bad_json", detail="not JSON"),))
    assert "b.jsonl, line 3" in shown
    assert "1 piece of page furniture left out" in shown
    assert "share bar" in shown


def test_a_quote_that_is_not_at_its_offset_is_marked_where_it_stands():
    assert "Sales hit <mark>$1 billion</mark>" in page(claims=(claim(start=99, end=109),))
    assert "<mark>$9</mark>" in page(claims=(claim(quote="$9"),))


def agreement(number, *claim_ids, **given):
    return finding(f"f{number}", status="agree", kind="corroboration", claim_ids=claim_ids, **given)


COPIED = (claim("c1"), claim("c2", doc_id="b"), claim("c3"), claim("c4", doc_id="b"), claim("c5", doc_id="c"))
COPIES = {"a": "a", "b": "a"}


def test_agreements_within_one_story_are_folded_into_one():
    findings = (finding(), agreement(2, "c1", "c2"), agreement(3, "c1", "c5"), agreement(4, "c3", "c4"))
    shown = folded(findings, COPIED, COPIES)
    assert [(each.finding.finding_id, len(each.folded)) for each in shown] == [("f1", 0), ("f2", 1), ("f3", 0)]
    assert shown[1].heading == "Copies of one story: a, b"
    html = page(claims=COPIED, findings=findings, copies=COPIES)
    assert html.count("Copies of one story: a, b") == 1
    assert [html.count(f'id="finding-f{number}"') for number in (1, 2, 3, 4)] == [1, 1, 1, 1]


@pytest.mark.parametrize("copies", [{}, {"a": "a", "b": "b"}])
def test_agreements_of_articles_that_are_no_copies_stand_each_by_itself(copies):
    findings = (agreement(2, "c1", "c2"), agreement(4, "c3", "c4"))
    assert [each.folded for each in folded(findings, COPIED, copies)] == [(), ()]
    assert "Copies of one story" not in page(claims=COPIED, findings=findings, copies=copies)


def test_a_flag_between_copies_is_never_folded():
    assert len(folded((finding(), finding("f2")), COPIED, COPIES)) == 2
