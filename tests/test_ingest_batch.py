"""What only a batch shows, and what becomes of odd characters, charsets, languages and slow files."""

import os
import subprocess
import sys
import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot import ingest
from crossfoot.errors import ArticleError
from crossfoot.flow import run
from crossfoot.ingest import mending, time_zones
from crossfoot.ingest.deadline import within
from crossfoot.ingest.decoding import decode_any
from crossfoot.ingest.language import other_than_english
from crossfoot.ingest.published import as_iso
from crossfoot.records import Claim

STORY = [
    "Example Corp said on Monday that its revenue rose 8% to $2.1 billion in the second quarter, helped by demand for tools.",
    "The company now expects sales of between $8.2 billion and $8.4 billion for the year, up from about $8.0 billion.",
    "The chief executive, Jane Doe, told analysts that orders came from every region and that the plant in Ohio runs at night.",
    "Shares of the company rose 4.2% in early trading after the report was published, the most since March of last year.",
]
OTHER = [
    "Revenue at Example Corp climbed eight percent in the three months to June, reaching $2.1 billion on strong orders.",
    "Jane Doe, who runs the toolmaker, lifted the outlook: sales of $8.2 billion to $8.4 billion are now seen this year.",
    "Investors liked it. The stock gained more than four percent in New York, its best day in over a year of trading.",
]


def article(id, lines):
    return ingest.article("\n".join(lines), id=id)


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY[:3],
        [
            "The Example Post reports from its own desk in the city on what happened there this week.",
            *STORY,
            "Reporting by others.",
        ],
        [STORY[0].replace("Monday", "July 2"), *STORY[1:3], STORY[3].replace("rose", "gained")],
        [line.upper() for line in STORY],
    ],
    ids=["whole", "cut", "framed", "edited", "capitals"],
)
def test_a_copy_is_of_its_storys_group(copy):
    one, two, other = ingest.in_batch([article("b", copy), article("a", STORY), article("c", OTHER)])
    assert (one.id, one.syndication, two.syndication, other.syndication) == ("a", "a", "a", None)


def test_many_copies_are_one_group_and_none_is_lost():
    copies = [article(f"{number:03}", [*STORY, f"Copy {number} of it."]) for number in range(300)]
    grouped = ingest.in_batch(copies)
    assert [copy.id for copy in grouped] == [copy.id for copy in copies]
    assert {copy.syndication for copy in grouped} == {"000"}


def test_a_group_counts_as_one_witness(tmp_path):
    for name, extra in (("a", ""), ("b", "\nOne more line of it.")):
        (tmp_path / f"{name}.txt").write_text("\n".join(STORY) + extra)
    findings = [finding for finding in run([tmp_path]).finding_records if finding.kind == "corroboration"]
    assert findings
    assert {finding.witnesses for finding in findings} == {1}


def test_a_line_that_many_stories_share_is_dropped_with_its_reason():
    promo = "Our weekly letter brings such notes to readers in forty countries"
    news = "Sales of the whole industry rose 5% in the year"
    batch = ingest.in_batch(
        article(
            f"{n}",
            [
                f"Firm {n} of the town number {n} hired {n} people in plant {n}, said manager {n}.",
                promo,
                news,
                promo + f" {n}",
            ],
        )
        for n in range(6)
    )
    for one in batch:
        assert [(one.text[run.start : run.end], run.reason) for run in one.dropped] == [
            (promo, "shared_by_many_articles")
        ]


def test_copies_of_one_story_share_their_lines_and_keep_them():
    batch = ingest.in_batch(article(f"{n}", STORY) for n in range(8))
    assert not any(one.dropped for one in batch)


# Mojibake


MARKS = "’“”–—…€£é"


def spoilt(text):
    return "".join(char.encode().decode("cp1252", "ignore") if char in "’“–—…€£é" else char for char in text)


def test_mojibake_is_read_mended_and_quoted_as_it_stands(tmp_path):
    good = "Acme Corp’s revenue rose 8% to £2.1 billion in 2025. It wants €10–15 billion more, said Acme Corp’s chief."
    (tmp_path / "good.txt").write_text(good)
    (tmp_path / "bad.txt").write_text(spoilt(good))
    bad, fine = (run([tmp_path / f"{name}.txt"]).claim_records for name in ("bad", "good"))
    assert [(c.firm, c.value_low, c.value_high, c.unit) for c in bad] == [
        (c.firm, c.value_low, c.value_high, c.unit) for c in fine
    ]
    assert [claim.quote for claim in bad] == [spoilt(claim.quote) for claim in fine]
    for claim in bad:
        assert spoilt(good)[claim.start : claim.end] == claim.quote
        assert claim.sentence[claim.start - claim.sentence_start :].startswith(claim.quote)


@given(
    st.lists(
        st.sampled_from([*MARKS, *(spoilt(char) for char in MARKS), "a", " ", "7", "\n", "Â", "Ã"]), max_size=40
    ).map("".join)
)
def test_mending_maps_back(text):
    one = ingest.article(text)
    read = ingest.as_read(one)
    assert read.text == mending.mended_text(text)
    plain = ingest.article(read.text)
    assert (read.blocks, read.dropped) == (plain.blocks, plain.dropped) or mending.mends(read.text)
    assert len(one.masked_text) == len(text)


@given(st.text(alphabet="abc’é 7", max_size=60), st.data())
def test_a_claim_on_mended_text_quotes_the_original(text, data):
    original = ingest.article(spoilt(text))
    read = ingest.as_read(original)
    start = data.draw(st.integers(0, len(read.text)))
    end = data.draw(st.integers(start, len(read.text)))
    found = Claim(
        claim_id="c",
        doc_id="d",
        start=start,
        end=end,
        quote=read.text[start:end],
        sentence=read.text,
        sentence_start=0,
        metric="other",
    )
    claim = ingest.quoting_original(found, original)
    assert claim.quote == original.text[claim.start : claim.end]
    assert claim.sentence == original.text
    if start < end:
        assert mending.mended_text(claim.quote) == found.quote or original.mended


@pytest.mark.parametrize("text", ["naïve café – “quoted” £5", "São Paulo’s", "ÂNGELA", "Â£ is what £ became"])
def test_good_text_is_left_alone(text):
    assert len(mending.mends(text)) == ("Â£" in text)


# Characters, charsets, languages


@pytest.mark.parametrize(
    ("text", "count"), [("up 5\u200b.2%", 1), ("\u202e$21\u202c", 2), ("a\u200bb", 0), ("soft\u00adware", 0)]
)
def test_a_hidden_character_beside_a_figure_is_noted(text, count):
    one = ingest.article(f"Sales went {text} in the year.")
    assert len(one.notes) == count
    assert text in one.text


@pytest.mark.parametrize(
    ("data", "declared", "text", "charset"),
    [
        ("café".encode(), "iso-8859-1", "café", "utf-8"),
        ("café".encode("latin-1"), "iso-8859-1", "café", "windows-1252"),
        ("“café”".encode("cp1252"), None, "“café”", "windows-1252"),
        ("“Привет”".encode("koi8-r", "ignore"), "koi8-r", "Привет", "koi8-r"),
        ("売上高は二百億円だった".encode("shift_jis"), "shift_jis", "売上高は二百億円だった", "shift_jis"),
        (b"caf\xe9", "no-such-charset", "café", "windows-1252"),
        (b"caf\xe9", "hex", "café", "windows-1252"),
    ],
)
def test_bytes_are_read_by_what_fits(data, declared, text, charset):
    decoded = decode_any(data, declared=declared)
    assert (decoded.text, decoded.charset) == (text, charset)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "El beneficio de la empresa subió un cinco por ciento en el segundo trimestre, según dijo la compañía el lunes. "
            * 3,
            "es",
        ),
        ("売上高は前年同期比5%増の200億円だった。会社は月曜日に発表した。株価は上昇した。" * 2, "ja"),
        ("The company said on Monday that its revenue rose. " * 4, None),
        ("Revenue $2.1bn, EPS $1.20, FY26 guide raised, buyback $500m, shares +4%", None),
        ("Umsatz stieg", None),
    ],
)
def test_a_language_is_named_where_it_is_sure(text, code):
    found = other_than_english(text)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("July 2, 2026 7:57 AM ET", "2026-07-02T07:57:00-04:00"),
        ("January 2, 2026 7:57 AM ET", "2026-01-02T07:57:00-05:00"),
        ("2 July 2026 07:57 BST", "2026-07-02T07:57:00"),
        ("July 2, 2026 7:57 AM IST", "2026-07-02T07:57:00"),
        ("Thu, 02 Jul 2026 08:30:00 -0400", "2026-07-02T08:30:00-04:00"),
        ("2 July 2026 07:57 CEST", "2026-07-02T07:57:00+02:00"),
    ],
)
def test_a_zone_is_kept_where_it_means_one(stated, iso):
    assert as_iso(stated) == iso


def test_every_region_is_known_here():
    assert {time_zones.offset(name, "2026-07-02", "07:57:00") for name in time_zones.vocabulary().regions} <= {
        "-04:00",
        "-05:00",
        "-06:00",
        "-07:00",
    }


# Time


def test_work_that_takes_too_long_is_stopped():
    def forever():
        while True:
            time.sleep(0.001)

    with pytest.raises(ArticleError, match="not read within"):
        within(0.05, forever)


def test_work_in_time_gives_its_result_and_nothing_comes_after():
    assert [within(5, lambda number=number: number) for number in range(50)] == list(range(50))


def test_work_that_ends_as_its_time_does_is_done_or_too_slow_and_nothing_comes_after():
    def spin():
        end = time.monotonic() + 0.002
        while time.monotonic() < end:
            pass
        return "done"

    results = []
    for _ in range(100):
        try:
            results.append(within(0.002, spin))
        except ArticleError as error:
            results.append(error.reason)
    assert len(results) == 100
    assert set(results) <= {"done", "too_slow"}


def test_a_tracer_still_comes_to_the_next_step(root):
    """A debugger, a coverage tool: an exception that was taken back would hold them for ever."""
    program = (
        "import sys\nfrom crossfoot.ingest.deadline import within\nwithin(5, int)\n"
        "def step(): return 'reached'\nsys.settrace(lambda *_: None)\nprint(step())\n"
    )
    env = {**os.environ, "PYTHONPATH": str(root / "pipeline")}
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, env=env, timeout=300
    )
    assert ended.stdout == "reached\n", ended.stderr


def test_an_error_of_the_work_is_its_own():
    with pytest.raises(KeyError):
        within(5, lambda: {}["x"])


def test_a_profiler_goes_on_after_work_in_time_and_after_work_just_too_late():
    program = """
        import cProfile
        from crossfoot.errors import ArticleError
        from crossfoot.ingest.deadline import _Watch, within

        within(5, lambda: None)
        late = _Watch(5)
        late.start()
        try:
            late._ring(), late.stop()
        except BaseException as error:
            assert type(error).__name__ == "_TimeIsUp"
        cProfile.run("for _ in range(1000): (lambda: None)()")
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=True, timeout=120, capture_output=True)
