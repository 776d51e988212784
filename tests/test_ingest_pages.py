"""A page's own text is kept whole; its article is told from its furniture, and its tags are read before its words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot import ingest
from crossfoot.errors import ArticleError
from crossfoot.ingest.pages import parts
from crossfoot.ingest.pages.alignment import lines_in
from crossfoot.ingest.pages.parts import is_correction, part_of

BODY = [
    "Example Corp said on Monday that its revenue rose 8% to $2.1 billion in the second quarter, helped by demand for tools.",
    "The company now expects sales of between $8.2 billion and $8.4 billion for the year, up from about $8.0 billion.",
    "“We see orders across every region,” said Jane Doe, the chief executive, who joined the company from a rival.",
    "Shares of the company rose 4.2% in early trading after the report was published, the most since March of last year.",
]


PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)


def page(body=PARAGRAPHS, head="", record=None, before="", after=""):
    record = f'<script type="application/ld+json">{json.dumps(record)}</script>' if record else ""
    return (
        f"<!doctype html><html><head><meta charset=utf-8>{head}{record}</head><body>"
        f"<nav><ul><li><a href=/>Home</a></li><li><a href=/m>Markets</a></li></ul></nav>"
        f"<article><h1>Example Corp raises forecast</h1>{before}{body}{after}</article>"
        "<footer><p>© 2026 Example News. All rights reserved.</p></footer></body></html>"
    )


def read(html):
    return ingest.page(html.encode())


def kept(article, *kinds):
    return [article.text[b.start : b.end] for b in article.blocks if not kinds or b.kind in kinds]


def test_the_body_is_kept_and_the_furniture_has_its_reason():
    article = read(page())
    assert kept(article, "paragraph") == BODY
    assert kept(article, "title") == ["Example Corp raises forecast"]
    assert [(article.text[run.start : run.end], run.reason) for run in article.dropped] == [
        ("Home", "navigation"),
        ("Markets", "navigation"),
        ("© 2026 Example News. All rights reserved.", "navigation"),
    ]


@pytest.mark.parametrize(
    "name",
    ["figcaption", "p class=wp-caption-text", "div class=imgCaption"],
)
def test_captions_come_back(name):
    tag = name.split()[0]
    caption = "A plant of Example Corp in Ohio made 1.2 million tools"
    article = read(page(before=f"<figure><img src=a.png><{name}>{caption}</{tag}></figure>"))
    assert kept(article, "caption") == [caption]


@pytest.mark.parametrize(
    "html",
    [
        "<aside class=article-correction><p>{}</p></aside>",
        "<aside><p>Correction: {}</p></aside>",
        "<div class=note><em>This article was amended on 3 July: {}</em></div>",
    ],
)
def test_corrections_come_back(html):
    text = "the forecast is $8.4 billion, and not $8.5 billion as an earlier version of the article had it."
    article = read(page(after=html.format(text)))
    assert text in kept(article, "paragraph")[-1]


def test_a_box_of_other_stories_goes():
    box = "<div class=related-links><h3>More stories</h3><p>Sample Inc cut 1,200 jobs on Friday, the company said.</p></div>"
    article = read(page(after=box))
    assert kept(article, "paragraph", "heading") == BODY
    assert {run.reason for run in article.dropped} == {"navigation", "related_links"}


def test_a_body_in_several_boxes_of_one_make_is_whole():
    half = ["".join(f"<p>{line} {n}</p>" for line in BODY * 3) for n in ("One.", "Two.")]
    article = read(page(body="".join(f"<div class=chunk>{part}</div><div class=ad>Ad</div>" for part in half)))
    assert len(kept(article, "paragraph")) >= 2 * len(BODY)


def test_headings_lists_and_tables_have_their_kinds():
    inside = "<h2>Outlook</h2><ul><li>Sales of $8.4 billion are expected, it said.</li></ul>"
    rows = "<table><tr><th>Year</th><th>Sales</th></tr><tr><td>2025</td><td>$8.0 billion</td></tr></table>"
    article = read(page(body=f"<p>{BODY[0]}</p>{inside}<p>{BODY[1]}</p>{rows}<p>{BODY[2]}</p><p>{BODY[3]}</p>"))
    assert kept(article, "heading") == ["Outlook"]
    assert kept(article, "bullet") == ["Sales of $8.4 billion are expected, it said."]
    assert kept(article, "table") == ["Year\tSales", "2025\t$8.0 billion"]


def test_a_table_that_is_left_out_is_named_as_one():
    rows = "<table><tr><td>Rates</td><td>2.5%</td></tr><tr><td>Gold</td><td>$3,100</td></tr></table>"
    article = read(
        page(body="".join(f"<p>{line}</p>" for line in BODY)).replace("</body>", f"<div>{rows}</div></body>")
    )
    reasons = {article.text[run.start : run.end]: run.reason for run in article.dropped}
    assert (reasons["Rates\t2.5%"], reasons["Gold\t$3,100"]) == ("table", "table")


RECORD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Person", "@id": "#ann", "name": "Ann Roe"},
        {
            "@type": ["NewsArticle"],
            "headline": "Example Corp raises &quot;forecast&quot;",
            "datePublished": "2026-07-02T08:30:00-04:00",
            "dateModified": "2026-07-03",
            "author": [{"@id": "#ann"}, {"@type": "Person", "name": "Jo Doe"}],
            "publisher": {"@type": "Organization", "name": "Example News"},
        },
    ],
}


def test_the_publishers_record_is_read_first():
    article = read(page(record=RECORD, head='<meta name=author content="Somebody Else">'))
    assert article.title == 'Example Corp raises "forecast"'
    assert (article.published, article.updated) == ("2026-07-02T08:30:00-04:00", "2026-07-03")
    assert (article.authors, article.source) == (("Ann Roe", "Jo Doe"), "Example News")
    found = {origin.field: (origin.origin, origin.certainty) for origin in article.origins}
    assert found["published"] == ("json-ld", 0.95)


def test_the_title_on_which_two_places_agree_wins():
    head = '<meta property="og:title" content="Example Corp raises forecast">'
    article = read(page(record={"@type": "NewsArticle", "headline": "EXM news: what to know"}, head=head))
    assert article.title == "Example Corp raises forecast"


@pytest.mark.parametrize(
    ("head", "published", "origin"),
    [
        ('<meta name="pubdate" content="2026-07-02T08:30:00Z">', "2026-07-02T08:30:00+00:00", "meta pubdate"),
        ('<meta name="date" content="1783036800">', None, None),
        ('<meta itemprop="datePublished" content="2026-07-02">', "2026-07-02", "meta datepublished"),
        ("", None, None),
    ],
)  # fmt: skip
def test_a_date_is_stated_or_there_is_none(head, published, origin):
    article = read(page(head=head))
    assert article.published == published
    assert next((o.origin for o in article.origins if o.field == "published"), None) == origin


def test_a_likely_day_is_an_estimate_and_no_date():
    article = read(page().replace("rights reserved", "rights reserved. Page made on 4 July 2026"))
    assert article.published is None
    assert article.published_estimate is not None


def test_a_date_line_under_the_headline_is_read():
    article = read(page(before="<p>By Ann Roe</p><p>Published July 2, 2026 8:30 AM EDT | Updated July 3, 2026</p>"))
    assert (article.published, article.updated) == ("2026-07-02T08:30:00-04:00", "2026-07-03")
    assert article.authors == ("Ann Roe",)


def test_a_broken_record_is_passed_over():
    article = read(page(head='<script type="application/ld+json">{"@type": "NewsArticle", </script>'))
    assert article.title == "Example Corp raises forecast"


def test_a_page_without_an_article_says_so():
    with pytest.raises(ArticleError, match="no article"):
        read("<html><body><nav><a href=/>Home</a></nav></body></html>")


PIECE = st.sampled_from(
    [
        "<p>", "</p>", "<div>", "</div>", "<ul><li>", "</li></ul>", "<h2>", "</h2>", "<b>", "</b>", "<br>", "<table><tr><td>",
        "</td></tr></table>", "<figure><figcaption>", "</figcaption></figure>", "<aside class=related>", "</aside>", "&nbsp;",
        "<script>var x = 5;</script>", "<a href=/x>", "</a>", "<!-- note -->", "\u200b", *BODY, "Share", "By Ann Roe",
        "Jul 2, 2026",
    ]
) | st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<&"), max_size=30)  # fmt: skip


@given(st.lists(PIECE, max_size=30).map("".join))
def test_every_offset_of_a_page_maps_back(html):
    article = read(page(after=html))
    runs = sorted([*article.blocks, *article.dropped], key=lambda run: run.start)
    end, between = 0, []
    for run in runs:
        assert end <= run.start < run.end
        between.append(article.text[end : run.start])
        end = run.end
    assert not "".join([*between, article.text[end:]]).strip()
    assert set(BODY) <= set(article.text.split("\n")) or "<p>" not in html
    assert "var x" not in article.text


def test_of_two_copies_of_a_line_the_one_beside_its_neighbours_is_the_bodys():
    lines = [
        "Sales rose again this year",
        "Home",
        "Sport",
        "Money",
        "Weather",
        "Sales rose again this year",
        "It said so on Monday",
    ]
    assert lines_in(lines, "Sales rose again this year\nIt said so on Monday") == [False] * 5 + [True, True]


@pytest.mark.parametrize(
    ("part", "name"), [(part.part, name) for part in parts.vocabulary().parts for name in part.examples]
)
def test_a_name_tells_its_part(part, name):
    assert part_of("div", name) == part


@pytest.mark.parametrize(
    ("part", "name"), [(part.part, name) for part in parts.vocabulary().parts for name in part.counter_examples]
)
def test_a_look_alike_is_no_part(part, name):
    assert part_of("div", name) != part


@pytest.mark.parametrize(
    "text",
    ["Correction (July 3): the sum is $5.", "Editor's note: this was changed.", "This article was amended on 3 July."],
)
def test_a_correction_begins_as_one(text):
    assert is_correction(text)


@pytest.mark.parametrize("text", ["Correction territory was reached on Monday.", "This article of faith holds."])
def test_a_correction_of_prices_is_none(text):
    assert not is_correction(text)
