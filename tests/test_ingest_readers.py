"""Each format becomes articles; what its file states is kept with where it was stated."""

import csv
import gzip
import io
import json
import re
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from crossfoot import ingest
from crossfoot.ingest.readers.mail_furniture import furniture_of, mail_words
from crossfoot.ingest.readers.pdf_file import joined
from crossfoot.records import Article
from hostile_files import PAGE, PROSE, pdf, warc

FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Example News</title>
<item><guid>urn:1</guid><title>Sales rise</title><link>https://example.com/1</link>
<pubDate>Thu, 02 Jul 2026 08:30:00 -0400</pubDate><description><![CDATA[<p>{PROSE}</p><p>More of it.</p>]]></description>
</item><item><title>No date</title><description>{PROSE}</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example News</title><entry><id>urn:2</id><title>Sales rise</title>
<published>2026-07-02T08:30:00Z</published><updated>2026-07-03T10:00:00Z</updated><author><name>Ann Roe</name></author>
<content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</content></entry></feed>"""
MAIL = f"""From: Example Letter <news@example.com>
Subject: =?utf-8?q?Sales_rise_=E2=80=93_again?=
Date: Thu, 02 Jul 2026 08:30:00 -0400
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

{PROSE} The Café unit grew.
--b
Content-Type: text/html; charset=utf-8

<p>{PROSE}</p>
--b--
"""


def read(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(ingest.read([path]))


def body(article):
    return [article.text[block.start : block.end] for block in article.blocks]


def origins(article):
    return {origin.field: origin.origin for origin in article.origins}


def test_markdown_keeps_its_text_and_loses_its_signs(tmp_path):
    front = '---\ntitle: "Sales rise"\ndate: 2026-07-02\nauthors: [Ann Roe, Jo Doe]\n---\n'
    text = f"{front}# Sales rise\n\n{PROSE}\n\nIt was *up* **5%**, see [the report](https://example.com/a_b).\n"
    (article,) = read(tmp_path, "a.md", text)
    assert article.text == text
    assert (article.title, article.published, article.authors) == ("Sales rise", "2026-07-02", ("Ann Roe", "Jo Doe"))
    assert " ".join(article.masked_text.split()) == f"Sales rise {PROSE} It was up 5% , see the report ."
    assert origins(article)["published"] == "front matter"


@pytest.mark.parametrize("text", ["2 * 3 * 4 is 24", "the snake_case name", "costs [sic] rose", "5 > 3", "a - b"])
def test_signs_that_mark_nothing_up_stay(tmp_path, text):
    (article,) = read(tmp_path, "a.md", f"{PROSE}\n\nIt said: {text}, and more of that.")
    assert text in article.masked_text


def test_a_table_names_its_columns_in_its_own_way(tmp_path):
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";")
    rows.writerows([["Doc ID", "Headline", "Date", "Body"], ["x1", "NA", "02/13/2026", PROSE], ["", "", "", ""]])
    article, empty = read(tmp_path, "a.csv", out.getvalue())
    assert (article.id, article.title, article.published) == ("x1", "NA", "2026-02-13")
    assert (empty.reason, empty.line) == ("missing_text", 2)


def test_a_parquet_table_gives_dates_as_dates(tmp_path):
    columns = {"url": ["https://example.com/1"], "published": [datetime(2026, 7, 2, 8, 30)], "content": [PROSE]}
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    (article,) = ingest.read([tmp_path / "a.parquet"])
    assert (article.id, article.published, article.url) == ("a:1", "2026-07-02T08:30:00", "https://example.com/1")


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a"])
def test_a_feed_is_one_article_an_entry(tmp_path, name):
    first, second = read(tmp_path, name, FEED)
    assert (first.id, first.title, first.source) == ("urn:1", "Sales rise", "Example News")
    assert (first.published, first.updated) == ("2026-07-02T08:30:00-04:00", None)
    assert body(first) == [PROSE, "More of it."]
    assert second.published is None


def test_an_atom_entry_says_when_it_was_updated(tmp_path):
    (article,) = read(tmp_path, "a.atom", ATOM)
    assert (article.published, article.updated) == ("2026-07-02T08:30:00+00:00", "2026-07-03T10:00:00+00:00")
    assert article.authors == ("Ann Roe",)


def test_a_message_has_its_subject_and_date_and_its_plain_text(tmp_path):
    (article,) = read(tmp_path, "a.eml", MAIL.encode("latin-1", "replace"))
    assert article.text.strip() == f"{PROSE} The Café unit grew."
    assert (article.title, article.source) == ("Sales rise – again", "Example Letter")
    assert (article.published, origins(article)["published"]) == ("2026-07-02T08:30:00-04:00", "header Date")


def message(text):
    return f"From: Ann Roe <ann@example.com>\nSubject: A note\n\n{text}\n".encode()


def test_quoted_mail_and_the_signature_of_a_message_are_furniture(tmp_path):
    quoted = "On Thu, 2 Jul 2026, Jo Doe wrote:\n> Sales fell 9% to $3 billion, Example Corp said on Monday."
    signed = "Kind regards,\nAnn Roe\nExample Letter\nTel: +44 20 7946 0000"
    (article,) = read(tmp_path, "a.eml", message(f"{PROSE}\n\n{signed}\n\n{quoted}"))
    assert body(article) == [PROSE]
    reasons = [run.reason for run in article.dropped]
    assert reasons == ["signature"] * 4 + ["quoted_mail"] * 2
    assert article.text[article.dropped[-1].start :].startswith("> Sales fell 9%")


def test_prose_below_a_signature_and_what_a_mailbox_escapes_stay(tmp_path):
    escaped = ">From Monday on, Example Corp will sell its Café unit’s shares for $4 billion, it said."
    (article,) = read(tmp_path, "a.eml", message(f"{PROSE}\n\nRegards,\nAnn Roe\n\n{escaped}"))
    assert [run.reason for run in article.dropped] == ["signature", "signature"]
    assert escaped in article.masked_text


def test_a_message_that_is_all_quotation_is_read(tmp_path):
    (article,) = read(tmp_path, "a.eml", message(f"> {PROSE}"))
    assert PROSE in article.masked_text


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind in mail_words().examples for line in mail_words().examples[kind]]
)
def test_a_line_of_a_message_has_its_kind(kind, line):
    assert any(re.fullmatch(pattern, line, re.IGNORECASE) for pattern in getattr(mail_words(), kind))


@pytest.mark.parametrize("line", mail_words().counter_examples)
def test_a_look_alike_is_text(line):
    assert furniture_of(f"{PROSE}\n{line}\n{PROSE}") == ()


def test_what_is_attached_to_a_message_is_read_too(tmp_path):
    from email.message import EmailMessage

    message = EmailMessage()
    message["Subject"] = "A note"
    message.set_content(PROSE)
    message.add_attachment(PROSE.replace("Example", "Sample"), filename="note.txt")
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="logo.gif")
    mail, note = read(tmp_path, "a.eml", bytes(message))
    assert (mail.id, note.id, note.path) == ("a", "a:note", "a.eml/note.txt")


def test_a_pdf_gives_its_text(tmp_path):
    (article,) = read(tmp_path, "a.pdf", pdf(f"BT /F 12 Tf 20 700 Td ({PROSE}) Tj ET".encode()))
    assert body(article) == [PROSE]
    assert article.published is None


def test_lines_that_a_page_broke_are_joined():
    broken = [
        "Sales of the company rose by five percent in the sec-",
        "ond quarter, and the shares went up with them to a",
        "record.",
        "Outlook",
        "The company expects more of that in the second half of",
        "the year.",
        "• one point",
    ]
    assert joined("\n".join(broken)).split("\n") == [
        "Sales of the company rose by five percent in the second quarter, and the shares went up with them to a record.",
        "Outlook",
        "The company expects more of that in the second half of the year.",
        "• one point",
    ]


def test_a_word_document_keeps_paragraphs_and_tables_in_order(tmp_path):
    document = docx.Document()
    document.add_heading("Example Corp raises its forecast", 1)
    document.add_paragraph(PROSE)
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Revenue", "$2.1 billion"
    document.add_paragraph(PROSE.replace("Example", "Sample"))
    document.save(tmp_path / "a.docx")
    (article,) = ingest.read([tmp_path / "a.docx"])
    assert article.text.split("\n")[-2:] == ["Revenue\t$2.1 billion", PROSE.replace("Example", "Sample")]
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "table", "paragraph"]
    assert article.published is None  # when a file was made is no day of publication


@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive_is_one_article_a_page(tmp_path, packed):
    pages = [warc(PAGE.encode(), id=f"<urn:uuid:{number}>") for number in (1, 2)]
    other = warc(b"GIF89a", id="<urn:uuid:3>", kind="image/gif")
    data = b"".join(gzip.compress(page) if packed else page for page in (*pages, other))
    articles = read(tmp_path, "a.warc.gz" if packed else "a.warc", data)
    assert [article.id for article in articles] == ["urn:uuid:1", "urn:uuid:2"]
    assert (articles[0].url, origins(articles[0])["url"]) == ("https://example.com/a", "archive")


def test_an_archive_holds_files_of_any_kind(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x/page.html", PAGE)
        archive.writestr("y/page.txt", PROSE)
        archive.writestr("rows.jsonl.gz", gzip.compress(json.dumps({"id": "r", "text": PROSE}).encode()))
        archive.writestr("y/.hidden.txt", PROSE)
        archive.writestr("z.exe", "MZ")
    results = list(ingest.read([tmp_path / "a.zip"]))
    shown = [(result.id, result.path) for result in results if isinstance(result, Article)]
    assert shown == [("r", "a.zip/rows.jsonl.gz"), ("a:x/page", "a.zip/x/page.html"), ("a:y/page", "a.zip/y/page.txt")]
    assert [result.reason for result in results if not isinstance(result, Article)] == ["unknown_format"]


def test_what_is_packed_has_the_name_of_what_is_inside(tmp_path):
    (article,) = read(tmp_path, "chips.html.gz", gzip.compress(PAGE.encode()))
    assert (article.id, article.title) == ("chips", "Sales rise")


def test_files_of_one_name_in_two_folders_are_both_read(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(PROSE)
    assert [result.id for result in ingest.read([tmp_path])] == ["story", f"{tmp_path.name}/b/story.txt"]


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (PROSE, ["stdin"]),
        (PAGE, ["stdin"]),
        (json.dumps({"text": PROSE}, indent=1), ["stdin"]),
        (f"{json.dumps({'text': PROSE})}\n{json.dumps({'id': 'b', 'text': PROSE})}\n", ["stdin:1", "b"]),
    ],
)
def test_standard_input_is_known_by_its_first_bytes(content, ids):
    code = "from crossfoot import ingest; print([result.id for result in ingest.read(['-'])])"
    paths = str(Path(__file__).parents[1] / "pipeline")
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, input=content, capture_output=True, text=True, check=True, env={"PYTHONPATH": paths})
    assert done.stdout.strip() == str(ids)


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [
        ("a.html", "trafilatura", "html"),
        ("a.rss", "feedparser", "feeds"),
        ("a.pdf", "pypdf", "pdf"),
        ("a.docx", "docx", "docx"),
        ("a.warc", "fastwarc", "warc"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(tmp_path, monkeypatch, name, library, extra):
    for module in [module for module in sys.modules if module.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    (tmp_path / name).write_bytes(b"x")
    (rejection,) = ingest.read([tmp_path / name])
    assert rejection.reason == "missing_extra"
    assert rejection.detail.endswith(f'needs {library}: pip install "crossfoot[{extra}]"')
