"""Scraped text: the article's own lines stay with their kind, furniture goes with its reason, nothing is invented."""

import difflib
import json
import re
from pathlib import Path

import pytest

from crossfoot import ingest
from crossfoot.flow import extract
from crossfoot.ingest.markup import blanked, runs, vocabulary

CORPUS = Path(__file__).parent.parent / "corpus"
GOLD = json.loads((CORPUS / "gold" / "seed_boilerplate.json").read_text(encoding="utf-8"))

BODY = [
    "Example Corp said on Monday that sales rose 12% to $4.1 billion in the third quarter, ahead of its own forecast.",
    "Profit was $310 million, and the board raised the dividend by a tenth, the company said in a statement.",
    "The shares rose 3% in early trading, after they had lost a fifth of their value since the start of the year.",
    "Analysts had expected sales of about $3.9 billion, according to the average of nine estimates.",
]


def kinds(article):
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def kept(article):
    return [article.text[block.start : block.end] for block in article.blocks]


def reasons(article):
    return {article.text[run.start : run.end]: run.reason for run in article.dropped}


def test_a_clean_text_stays_whole():
    article = ingest.article("\n\n".join(BODY))
    assert kept(article) == BODY
    assert not article.dropped
    assert (article.title, article.published, article.authors) == (None, None, ())


def test_title_byline_and_date_are_read_at_the_head():
    article = ingest.article("\n".join(["Example sales beat forecast", "By Jane Doe", "March 3, 2026 7:57 PM", *BODY]))
    assert kinds(article)[:3] == [
        ("title", "Example sales beat forecast"),
        ("byline", "By Jane Doe"),
        ("dateline", "March 3, 2026 7:57 PM"),
    ]
    assert article.title == "Example sales beat forecast"
    assert article.published == "2026-03-03T19:57:00"
    assert article.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("dateline", "published"),
    [
        ("Published Mar 3, 2026", "2026-03-03"),
        ("Example DeskMar 3, 2026 9:05 AM", "2026-03-03T09:05:00"),
        ("3 March 2026 | 4 min read", "2026-03-03"),
        ("2026-03-03", "2026-03-03"),
        ("Updated March 4, 2026", "2026-03-04"),
    ],
)
def test_forms_of_a_dateline(dateline, published):
    assert ingest.article("\n".join(["Example sales beat forecast", dateline, *BODY])).published == published


def test_the_first_date_that_is_no_update_is_the_articles():
    head = ["Example sales beat forecast", "Updated March 4, 2026", "Published March 3, 2026"]
    assert ingest.article("\n".join([*head, *BODY])).published == "2026-03-03"


@pytest.mark.parametrize(
    "sentence",
    [
        "The bank said in a report published on July 1, 2026 that it expects a rise.",
        "On March 3, 2026, the board met, and the plan was approved by nine votes to two.",
        "It will open on 2026-09-01 in a building that the firm bought in 2019.",
    ],
)
def test_a_date_in_prose_is_not_the_articles(sentence):
    assert ingest.article("\n".join([sentence, *BODY])).published is None
    assert ingest.article("\n".join([*BODY, sentence])).published is None


def test_a_wire_dateline_dates_a_press_release():
    line = "OSLO, Norway, Oct. 8, 2024 /ExampleWire/ -- " + BODY[0]
    article = ingest.article("\n".join(["Example Corp Announces Results", "", line, *BODY[1:]]))
    assert article.published == "2024-10-08"
    assert line in kept(article)


def test_what_a_record_gives_wins():
    article = ingest.article(
        "Another headline\nMarch 3, 2026\n" + "\n".join(BODY), title="Given", published="2026-01-02"
    )
    assert (article.title, article.published) == ("Given", "2026-01-02")


def test_a_line_that_repeats_the_records_title_is_the_title():
    article = ingest.article(
        "\n".join(["Example sales beat forecast", *BODY]), title="Example sales beat forecast | News"
    )
    assert kinds(article)[0] == ("title", "Example sales beat forecast")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Example sales beat forecast", "title"),
        ("EXAMPLE SALES BEAT FORECAST | Example News", "title"),
        ("Example sales beat forecast - The Example Post, 3 March 2026", "title"),
        ("Example sales beat forecast (Update 2)", "title"),
        ("Example sales beat forecast Example News", "title"),
        (
            "Example sales beat forecast by 12% on the year, the company said, and profit rose to $4 million.",
            "paragraph",
        ),
        ("Example sales beat forecast by $4 million.", "paragraph"),
        ("Example sales beat forecast – up 12% at $4 million", "heading"),
        ("Example sales beat forecasts that analysts had made for it before the year began", "heading"),
    ],
)
def test_only_a_short_tail_may_follow_the_records_title(line, kind):
    article = ingest.article("\n".join([line, *BODY]), title="Example sales beat forecast")
    assert kinds(article)[0] == (kind, line)


def test_markup_is_no_part_of_the_words_around_it():
    lines = [
        "<h1>Example <i>sales</i> beat</h1>",
        "<p>" + BODY[0],
        "<li>Sales rose&nbsp;by <b>5%</b> in Europe.</li>",
        "</div>",
    ]
    article = ingest.article("\n".join([*lines, *BODY[1:]]))
    assert article.title == "Example sales beat"
    words = ["Example", "sales", "beat", BODY[0], "Sales rose", "by", "5%", "in Europe.", *BODY[1:]]
    assert kept(article) == words
    assert set(reasons(article).values()) == {"markup"}


@pytest.mark.parametrize("text", vocabulary().examples)
def test_an_example_of_markup_is_blanked(text):
    assert blanked(text, runs(text)) == " " * len(text)


@pytest.mark.parametrize("text", vocabulary().counter_examples)
def test_a_look_alike_of_markup_stays(text):
    assert blanked(text, runs(text)) == text


def test_a_tag_is_no_half_year():
    text = "<h1>Example results</h1>\nExample Corp has 41,000 employees.</h1> Its revenue rose 3%.</h2>"
    claims = extract(text)
    assert [(claim.quote, claim.period_label) for claim in claims] == [("41,000", None), ("3%", None)]


@pytest.mark.parametrize("before", ["", "<h1>", "<div>\n<h1>", "   ", "\ufeff"])
def test_a_title_is_context_whatever_stands_before_it(before):
    text = f"{before}Example Corp sales rise 5% to $3 billion\n" + "\n".join(BODY)
    assert not {"5%", "$3 billion"} & {claim.quote for claim in extract(text)}


def test_headings_bullets_tables_and_captions_keep_their_kind():
    lines = [
        BODY[0],
        "What comes next",
        BODY[1],
        "• Sales in Europe fell 2% to €900 million.",
        "Segment\tSales\tMargin",
        BODY[2],
        "A worker checks a turbine at the plant in May 2025. (AP Photo/Jane Doe)",
        BODY[3],
    ]
    article = ingest.article("\n".join(lines))
    assert [kind for kind, _ in kinds(article)] == [
        "paragraph", "heading", "paragraph", "bullet", "table", "paragraph", "caption", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading", ["1、What the market makes of it", "2. What the market makes of it", "II What comes next"]
)
def test_a_numbered_heading_at_the_head_is_no_title(heading):
    article = ingest.article("\n".join([heading, *BODY]))
    assert (article.title is None) == heading[0].isdigit()
    assert kinds(article)[0][0] == ("heading" if heading[0].isdigit() else "title")


def test_furniture_between_paragraphs_goes():
    lines = [
        BODY[0],
        "Read more Another Firm Plans a Listing →",
        BODY[1],
        "Advertisement",
        BODY[2],
        "AAPL +1.20%",
        BODY[3],
    ]
    article = ingest.article("\n".join(lines))
    assert kept(article) == BODY
    assert reasons(article) == {
        lines[1]: "promo_line",
        "Advertisement": "platform_notice",
        "AAPL +1.20%": "ticker_widget",
    }


def test_the_words_at_the_end_of_a_body_line_go_and_the_line_stays():
    article = ingest.article("\n".join([*BODY[:-1], BODY[-1] + " Continue reading at Example News."]))
    assert kept(article) == BODY
    assert reasons(article) == {"Continue reading at Example News.": "continue_reading"}


def test_a_whole_page_is_cut_down_to_its_article():
    menu = [
        "Skip to content",
        "Sign in",
        *"Markets Economy Stocks Bonds Funds Crypto Opinion Video Weather Sport".split(),
    ]
    head = ["Example sales beat forecast", "By Jane Doe", "March 3, 2026", "Share on Facebook"]
    tail = [
        "Related Stories",
        "Rival plans to cut 4,000 jobs",
        "A bank raises its forecast again for 2027",
        "Comments (12)",
        "reader1",
        "I sold my 500 shares at 20 dollars last week and have no regrets about it at all, whatever they say.",
        "Sign up for our newsletter",
        "Terms of use",
        "Privacy policy",
        "© 2026 Example Media. All rights reserved.",
    ]
    article = ingest.article("\n".join([*menu, *head, *BODY, *tail]))
    assert kept(article) == [*head[:3], *BODY]
    assert (article.title, article.published) == (head[0], "2026-03-03")


def test_a_disclaimer_goes_at_the_end_and_its_words_stay_in_the_story():
    story = "The watchdog said that the posts did not constitute investment advice, and fined the firm $3 million."
    end = "Disclaimer: This article does not constitute investment advice."
    article = ingest.article("\n".join([BODY[0], story, *BODY[1:], *BODY, end]))
    assert story in kept(article)
    assert reasons(article)[end] == "disclaimer"


def share(flags, ranges, text):
    cells = [flags[at] for start, end in ranges for at in range(start, end) if not text[at].isspace()]
    return sum(cells) / len(cells)


@pytest.mark.parametrize("document", GOLD["documents"], ids=lambda document: document["file"][:3])
def test_the_five_seeds(document):
    text = (CORPUS / "articles" / document["file"]).read_bytes().decode()
    article = ingest.article(text)
    flags = bytearray(len(text))
    for block in article.blocks:
        if block.kind not in ("title", "dateline", "byline"):
            flags[block.start : block.end] = b"\1" * (block.end - block.start)
    assert share(flags, document["kept_body_ranges"], text) >= 0.998
    assert share(flags, document["drop_ranges"], text) <= 0.05
    assert article.title == document["title"]
    assert article.published_day == document["published"]


@pytest.mark.parametrize(
    "shape", ["share this us on via by ", "A (B/C ", "photo by ", "Jul 2, 2026 ", "• ", "![", "<a ", "<b>x"]
)
def test_a_megabyte_of_any_shape_is_read_whole(shape):
    """A quadratic reader would hold the suite up here for hours."""
    for text in ((shape * 400 + "\n") * (1_000_000 // (len(shape) * 400)), shape * (1_000_000 // len(shape))):
        article = ingest.article(text[:1_000_000])
        covered = sum(len(text[run.start : run.end].strip()) for run in (*article.blocks, *article.dropped))
        assert covered > 0


def test_the_words_of_a_text_are_not_changed():
    text = "\r\n".join(BODY) + "\u2028end\u00a0"
    article = ingest.article(text)
    assert article.text is text or article.text == text
    matcher = difflib.SequenceMatcher(None, re.findall(r"\w+", text), re.findall(r"\w+", " ".join(kept(article))))
    assert matcher.ratio() == 1
