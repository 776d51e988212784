"""Files become Articles; what is broken goes to quarantine with its reason, and the rest is done."""

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot import ingest
from crossfoot.errors import ArticleError, UsageError
from crossfoot.ingest.published import as_iso
from crossfoot.records import Article, Rejection

TEXT = "Sales rose 5% to $20 billion in the quarter, the company said on Monday.\n"


def read(*paths):
    return list(ingest.read(paths))


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(*records):
    return "".join((record if isinstance(record, str) else json.dumps(record)) + "\n" for record in records)


def test_a_text_file_is_an_article_named_by_its_stem(tmp_path):
    (article,) = read(write(tmp_path, "chips.txt", "\ufeff" + TEXT + "Second line.\r\n"))
    assert (article.id, article.path) == ("chips", "chips.txt")
    assert article.text == TEXT + "Second line.\r\n"  # the mark is no part of it, and no newline is translated


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-be", "utf-32-be"])
@pytest.mark.parametrize("name", ["a.txt", "a", "a.json", "a.jsonl"])
def test_a_byte_order_mark_says_how_to_read(tmp_path, name, encoding):
    text = "Sales rose 5% to €20 billion – “a record”.\r\nSecond line."
    content = text if name in ("a.txt", "a") else json.dumps({"text": text}, ensure_ascii=False) + "\n"
    mark = "\ufeff" if encoding.endswith("be") else ""
    (article,) = read(write(tmp_path, name, (mark + content).encode(encoding)))
    assert article.text == text


def test_a_bare_name_may_be_json_with_a_mark(tmp_path):
    (article,) = read(write(tmp_path, "a", json.dumps({"id": "x", "text": TEXT}).encode("utf-16")))
    assert (article.id, article.text) == ("x", TEXT)


@pytest.mark.parametrize(
    ("record", "notes"),
    [
        (
            {"published": "03/04/2026"},
            ["published: '03/04/2026' is not one day that can be read; the article has no date"],
        ),
        ({"published": "July"}, ["published: 'July' is not one day that can be read; the article has no date"]),
        (
            {"published": 1783036800},
            ["published: '1783036800' is not one day that can be read; the article has no date"],
        ),
        ({"published": {"at": 5}}, ["published: an object where text is wanted"]),
        ({"title": 5, "url": ["x"]}, ["title: a number where text is wanted", "url: a list where text is wanted"]),
        ({"authors": [5]}, ["authors: a list that holds no names"]),
        ({"title": " ", "url": "", "source": None, "published": "", "authors": []}, []),
        ({"published": 20260702}, []),
    ],
)
def test_what_a_record_states_and_cannot_be_used_is_noted(tmp_path, record, notes):
    (article,) = read(write(tmp_path, "a.json", json.dumps({**record, "text": TEXT})))
    assert list(article.notes) == notes


def test_where_a_stated_date_cannot_be_read_the_head_of_the_text_gives_it(tmp_path):
    text = f"Example sales beat forecast\nPublished April 3, 2026\n{TEXT}"
    (article,) = read(write(tmp_path, "a.json", json.dumps({"published": "03/04/2026", "text": text})))
    assert article.published == "2026-04-03"
    assert article.notes[0].endswith("the date in the text's head is taken")


def test_a_folder_is_read_in_one_order_whatever_is_named_first(tmp_path):
    write(tmp_path, "news/b.txt", TEXT)
    write(tmp_path, "news/deep/a.txt", TEXT)
    write(tmp_path, "news/.hidden.txt", TEXT)
    write(tmp_path, "news/.git/c.txt", TEXT)
    one = read(tmp_path / "news", tmp_path / "news" / "b.txt")
    two = read(tmp_path / "news" / "b.txt", tmp_path / "news")
    assert one == two
    assert [article.id for article in one] == ["b", "a"]


def test_records_keep_what_they_state(tmp_path):
    record = {
        "id": "x-1",
        "title": "Sales rise",
        "text": TEXT,
        "published": "Thu, 02 Jul 2026 07:57:00 GMT",
        "url": "https://example.com/a",
        "source": "Example",
        "authors": ["Jane Doe"],
    }
    (article,) = read(write(tmp_path, "a.json", json.dumps(record)))
    assert article.model_dump(include=set(record)) == {
        **record,
        "published": "2026-07-02T07:57:00+00:00",
        "authors": ("Jane Doe",),
    }


def test_a_json_list_and_lines_hold_many(tmp_path):
    write(tmp_path, "list.json", json.dumps([{"text": TEXT}, {"text": TEXT, "id": 7}]))
    write(tmp_path, "rows.jsonl", lines({"text": TEXT}, "", {"text": "line\u2028separator is no newline of the file"}))
    assert [article.id for article in read(tmp_path)] == ["list:1", "7", "rows:1", "rows:3"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"MZ\x00\x01\x02", "binary"),
        ("a.txt", b"\xff\xfeS\x00a", "bad_unicode"),
        ("a.txt", "NUL \0 sign".encode("utf-16"), "binary"),
        ("a.jsonl", b"\xff\xfe{\x00}", "bad_unicode"),
        ("a.txt", " \n\t\n", "empty"),
        ("a.txt", b"", "empty"),
        ("a.json", "{", "bad_json"),
        ("a.json", "[" * 100_000, "bad_json"),
        ("a.json", '{"text": ' + "9" * 6000 + "}", "bad_json"),
        ("a.json", '"text"', "not_a_record"),
        ("a.json", "{}", "missing_text"),
        ("a.json", '{"text": null}', "missing_text"),
        ("a.json", '{"text": 5}', "text_not_string"),
        ("a.json", '{"text": "  "}', "empty"),
        ("a.json", '{"text": "half \\ud800 pair"}', "bad_unicode"),
        ("a.json", '{"text": "nul \\u0000 sign"}', "binary"),
        ("a.json", json.dumps({"id": "a\nb", "text": TEXT}), "bad_id"),
        ("a.json", json.dumps({"id": "x" * 501, "text": TEXT}), "bad_id"),
        ("a.exe", "text", "unknown_format"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, name, content, reason):
    write(tmp_path, name, content)
    write(tmp_path, "good.txt", TEXT)
    broken, good = read(tmp_path)
    assert isinstance(broken, Rejection)
    assert (broken.reason, broken.id is not None) == (reason, True)
    assert broken.path.endswith(name)
    assert "\n" not in broken.detail
    assert good.id == "good"


def test_a_broken_line_does_not_touch_its_neighbours(tmp_path):
    content = lines({"id": "1", "text": TEXT}, "{oops", {"id": "3", "text": TEXT}).encode()
    path = write(tmp_path, "rows.jsonl", content + b'{"text": "caf\xe9"}\n' + lines({"id": "5", "text": TEXT}).encode())
    results = read(path)
    assert [r.id if isinstance(r, Article) else (r.line, r.reason) for r in results] == [
        "1",
        (2, "bad_json"),
        "3",
        (4, "not_utf8"),
        "5",
    ]


def test_an_id_is_taken_once(tmp_path):
    results = read(write(tmp_path, "rows.jsonl", lines(*[{"id": "same", "text": TEXT}] * 2)))
    assert [type(result) for result in results] == [Article, Rejection]
    assert (results[1].reason, results[1].line) == ("duplicate_id", 2)


@pytest.mark.parametrize("id", ["../../etc/passwd", "https://example.com/?a=1", "C:\\x", ".."])
def test_an_id_that_looks_like_a_path_is_only_a_name(tmp_path, id):
    (article,) = read(write(tmp_path, "a.json", json.dumps({"id": id, "text": TEXT})))
    assert article.id == id


@pytest.mark.parametrize("id", ["", "  ", None, [], True, 1.5])
def test_an_empty_or_odd_id_is_replaced_by_the_files_name(tmp_path, id):
    (article,) = read(write(tmp_path, "a.json", json.dumps({"id": id, "text": TEXT})))
    assert article.id == "a"


def test_too_large_is_refused_before_it_fills_the_memory(tmp_path, monkeypatch):
    from crossfoot.ingest.readers import json_lines, plain_text
    from crossfoot.ingest.records import Limits

    for module in (json_lines, plain_text):
        monkeypatch.setattr(module, "LIMITS", Limits(article_bytes=200))
    write(tmp_path, "a.txt", "x " * 200)
    write(tmp_path, "b.jsonl", lines({"id": "big", "text": "x " * 300}, {"id": "small", "text": TEXT}))
    large, line, small = read(tmp_path)
    assert (large.reason, line.reason, line.line, small.id) == ("too_large", "too_large", 1, "small")


def test_a_text_too_long_for_one_article_is_refused(tmp_path):
    long = TEXT * (1_000_000 // len(TEXT) + 1)
    write(tmp_path, "a.txt", long)
    write(tmp_path, "b.jsonl", lines({"text": long}, {"id": "small", "text": TEXT}))
    text, line, small = read(tmp_path)
    assert (text.reason, line.reason, line.line, small.id) == ("too_large", "too_large", 1, "small")
    with pytest.raises(ArticleError, match="more than 1,000,000"):
        ingest.article(long)


@pytest.mark.parametrize(
    ("name", "id"), [(b"new\nline.txt", r"new\nline"), (b"caf\xe9.txt", r"caf\xe9"), ("café.txt".encode(), "café")]
)
def test_a_files_name_is_shown_on_one_line_whatever_it_holds(tmp_path, name, id):
    write(tmp_path, os.fsdecode(name), TEXT)
    (article,) = read(tmp_path)
    assert (article.id, article.path) == (id, f"{tmp_path.name}/{id}.txt")


def test_a_path_that_is_not_there_stops_before_anything_is_read(tmp_path):
    with pytest.raises(UsageError, match="nowhere"):
        ingest.read([write(tmp_path, "a.txt", TEXT), tmp_path / "nowhere"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (rejection,) = read(tmp_path)
    assert rejection.reason == "unreadable"


ANY_LINE = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=60)
ANY_TEXT = st.lists(
    ANY_LINE
    | st.sampled_from(["Share", "Comments (7)", "QQQX1.37%", "By Ann Roe", "Sep 4, 2025", TEXT, "Read more →"]),
    max_size=40,
).map("\n".join)


@given(ANY_TEXT, st.none() | ANY_LINE)
def test_blocks_and_furniture_hold_every_character_once(text, title):
    article = ingest.article(text, title=title)
    runs = sorted([*article.blocks, *article.dropped], key=lambda run: run.start)
    assert list(article.blocks) == sorted(article.blocks, key=lambda run: run.start)
    end, between = 0, []
    for run in runs:
        assert end <= run.start < run.end
        between.append(text[end : run.start])
        end = run.end
    assert not "".join([*between, text[end:]]).strip()


@given(ANY_TEXT)
def test_the_masked_text_keeps_every_offset(text):
    article = ingest.article(text)
    masked = article.masked_text
    assert len(masked) == len(text)
    for block in article.blocks:
        assert masked[block.start : block.end] == text[block.start : block.end]
    for run in article.dropped:
        assert not masked[run.start : run.end].strip()


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2025-09-04", "2025-09-04"),
        ("2025-09-04T06:41:00Z", "2025-09-04T06:41:00+00:00"),
        ("2018-10-17T11:36:05+0000", "2018-10-17T11:36:05+00:00"),
        ("20250904", "2025-09-04"),
        ("September 4th, 2025", "2025-09-04"),
        ("4 September 2025", "2025-09-04"),
        ("Sep 4, 2025 6:41 AM", "2025-09-04T06:41:00"),
        ("Sep 4, 2025 at 12:05 a.m. EDT", "2025-09-04T00:05:00-04:00"),
        ("13/04/2026", "2026-04-13"),
        ("03/04/2026", None),
        ("February 30, 2026", None),
        ("2026", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_stated_dates(stated, iso):
    assert as_iso(stated) == iso


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("4 septembre 2025", "2025-09-04"),
        ("4. September 2025 08:15", "2025-09-04T08:15:00"),
        ("12.07.2026", None),  # July or December
        ("Tuesday", None),
        ("July 2026", None),
    ],
)
def test_a_stated_date_in_other_words(stated: str, iso: str | None) -> None:
    assert as_iso(stated) == iso
