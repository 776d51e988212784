"""A summary held against articles: the sentence of the summary, then the verdict."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import crossfoot
from crossfoot.check.formats import FORMATS
from crossfoot.errors import TableError, UsageError
from crossfoot.flow import Check, Run, checked_page, evidence
from crossfoot.store import read_summary

ARTICLES = {
    "results": (
        "Halvor Energy's revenue rose 8.8% to $2.13 billion in the second quarter of 2026, and net income fell 14% "
        "to $310 million. Halvor Energy employs 12,870 people. Brokers at Wedge Capital have a price target of $62 "
        "on Halvor Energy. About 65% of its capacity is in use, and 35% is idle."
    ),
    "deal": (
        "Halvor Energy pays Corvus Grid $1.5 billion a month for the lines. The plan is for 3 GW at $40 billion to "
        "$45 billion per GW. Halvor Energy will spend up to $4 billion on storage. Halvor Energy's orders grew 99% "
        "from a year earlier."
    ),
}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        record = {"id": name, "text": text, "published": "2026-07-21"}
        (folder / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")
    return crossfoot.run(folder)


@pytest.fixture(scope="module")
def written(done: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    done.write(out)
    return out


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Dresk Foods's revenue a year earlier was $400 million.", "supported"),
        ("Dresk's revenue was up from $400 million to $448 million.", "supported"),
        ("Dresk Foods's revenue two years earlier was $400 million.", "refuted"),
    ],
)
def test_a_year_earlier_names_no_quarter(sentence: str, label: str, tmp_path: Path) -> None:
    text = "Dresk Foods said second-quarter revenue rose to $448 million, compared with $400 million a year earlier."
    article = {"id": "dresk", "text": text, "published": "2025-08-07"}
    (tmp_path / "a.json").write_text(json.dumps(article), encoding="utf-8")
    assert crossfoot.check(sentence, crossfoot.run(tmp_path)).label == label


@pytest.mark.parametrize(
    "sentence",
    [
        "Halvor Energy's revenue rose 8.8% in the second quarter.",
        "Halvor Energy's revenue rose about 9% in the second quarter.",
        "Halvor Energy's quarterly revenue was $2.1 billion.",
        "Halvor Energy's net income dropped by 14%.",
        "Halvor Energy employs around 13,000 people.",
        "Halvor Energy pays Corvus Grid about $18 billion a year for the lines.",
        "The plan implies spending of $120–135 billion.",
        "Halvor Energy's orders nearly doubled from a year earlier.",
        "Halvor Energy will spend at most $4 billion on storage.",
    ],
)
def test_supported(sentence: str, done: Run) -> None:
    assert crossfoot.check(sentence, done).label == "supported"


@pytest.mark.parametrize(
    ("sentence", "differs"),
    [
        ("Halvor Energy's revenue rose 8.9% in the second quarter.", "value"),
        ("Halvor Energy's revenue was $2.13 million in the second quarter.", "scale"),
        ("Halvor Energy's net income rose 14% to $310 million.", "direction"),
        ("Halvor Energy's revenue rose 8.8% in the first quarter of 2026.", "period"),
        ("Halvor Energy will spend at least $4 billion on storage.", "bound"),
        ("About 65% of its capacity is idle.", "side"),
    ],
)
def test_refuted_names_what_is_wrong(sentence: str, differs: str, done: Run) -> None:
    verdicts = crossfoot.check(sentence, done).verdict_records
    assert differs in [one.differs for one in verdicts if one.label == "refuted"], verdicts


@pytest.mark.parametrize("sentence", ["Arden Foods opened 212 shops.", "Halvor Energy's dividend is $1.37 a share."])
def test_what_no_article_says_is_left_open(sentence: str, done: Run) -> None:
    assert crossfoot.check(sentence, done).label == "not_enough_evidence"


def test_false_precision_is_not_supported(done: Run) -> None:
    assert crossfoot.check("Halvor Energy's orders grew 99.2% from a year earlier.", done).label != "supported"


def test_a_stated_direction_is_checked(done: Run) -> None:
    assert crossfoot.check("Halvor Energy's net income declined.", done).label == "supported"
    assert crossfoot.check("Halvor Energy's net income climbed.", done).label == "refuted"


def test_articles_that_contradict_each_other(tmp_path: Path) -> None:
    for name, figure in (("one", "8.8%"), ("two", "12.1%")):
        text = f"Halvor Energy's shares rose {figure} on Tuesday after the results."
        (tmp_path / f"{name}.json").write_text(json.dumps({"id": name, "text": text, "published": "2026-07-21"}))
    checked = crossfoot.check("Halvor Energy's shares rose 8.8% on Tuesday after the results.", tmp_path)
    assert checked.label == "conflicting_evidence"


def test_evidence_points_into_the_article(done: Run) -> None:
    summary = "The company grew.\nHalvor Energy employs 12,870 people."
    verdict = crossfoot.check(summary, done).verdict_records[-1]
    assert summary[verdict.start : verdict.end] == verdict.quote == "12,870"
    assert verdict.line == 2
    evidence = verdict.evidence[0]
    assert ARTICLES[evidence.doc_id][evidence.start : evidence.end] == evidence.quote == "12,870"
    assert evidence.published == "2026-07-21"
    assert ARTICLES[evidence.doc_id].count(evidence.sentence) == 1


def test_a_correction_says_what_the_articles_say(done: Run) -> None:
    checked = crossfoot.check("Halvor Energy employs 12,000 people.", done)
    assert [one.correction for one in checked.verdict_records] == ["12,870"]


def test_coverage_is_part_of_the_answer(done: Run) -> None:
    checked = crossfoot.check("Halvor Energy employs 12,870 people. It rained.", done)
    assert "1 of 2 sentences" in checked.coverage


def test_a_dataframe_with_the_columns_of_the_schema(done: Run) -> None:
    frame = crossfoot.check("Halvor Energy employs 12,870 people.", done).verdicts
    assert list(frame["label"]) == ["supported"]
    assert set(frame.columns) == set(crossfoot.Verdict.model_fields)


def test_stored_tables_give_the_same_verdicts(done: Run, written: Path) -> None:
    summary = "Halvor Energy employs 12,870 people and pays Corvus Grid $18 billion a year."
    assert crossfoot.check(summary, written).verdict_records == crossfoot.check(summary, done).verdict_records


def _checked(done: Run) -> Check:
    return crossfoot.check("Halvor Energy employs 12,000 people | <b>and\nits net income fell 14%.", done)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_shows_the_refuted_figure(name: str, done: Run) -> None:
    assert "12,000" in FORMATS[name](_checked(done).checked, "note.md")


def test_the_page_of_a_checked_summary_holds_its_evidence(done: Run) -> None:
    checked = _checked(done)
    html = checked_page(["<b>note</b>"], [checked], evidence(done))
    assert "<b>" not in html
    held = json.loads(re.search(r'id="data">(.*?)</script>', html, re.DOTALL)[1])
    assert "12,000" in [text for text, _ in held["summaries"][0]["pieces"]]
    assert [one["label"] for one in held["summaries"][0]["verdicts"]] == [one.label for one in checked.verdict_records]
    named = {one.claim_id for verdict in checked.verdict_records for one in verdict.evidence}
    assert named <= set(held["claims"]["id"])


def test_json_fits_the_schema(done: Run) -> None:
    schema = json.loads((Path(__file__).parents[1] / "schemas" / "verdict.schema.json").read_text(encoding="utf-8"))
    for verdict in json.loads(FORMATS["json"](_checked(done).checked, "note.md"))["verdicts"]:
        Draft202012Validator(schema).validate(verdict)


def test_sarif_marks_the_place(done: Run) -> None:
    run = json.loads(FORMATS["sarif"](_checked(done).checked, "note.md"))["runs"][0]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (1, 23)


def test_markup_is_made_blank_and_offsets_stay(tmp_path: Path) -> None:
    page = tmp_path / "note.html"
    page.write_text("<p>Costs &amp; sales</p>\n<script>var x = 9;</script><p>rose <b>9%</b></p>", encoding="utf-8")
    text = read_summary(str(page))
    assert text.index("9%") == page.read_text(encoding="utf-8").index("9%")
    assert "var x" not in text
    assert "&amp;" not in text


def test_a_word_document_can_be_read(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Halvor Energy employs 12,870 people.")
    document.save(str(tmp_path / "note.docx"))
    assert read_summary(str(tmp_path / "note.docx")) == "Halvor Energy employs 12,870 people."


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("note.txt", b"  \n", "is empty"),
        ("note.txt", b"caf\xe9 9%", "UTF-8"),
        ("note.bin", b"\0\1", "no text"),
        ("note.docx", b"no zip", "no Word document"),
    ],
)
def test_an_unreadable_summary_is_refused(name: str, data: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError, match=says):
        read_summary(str(tmp_path / name))


def test_half_written_and_other_tables_are_refused(written: Path, tmp_path: Path) -> None:
    for name in ("claims.jsonl", "findings.jsonl"):
        (tmp_path / name).write_bytes((written / name).read_bytes())
    with pytest.raises(UsageError, match="not finished"):
        crossfoot.check("Sales rose 9%.", tmp_path)
    (tmp_path / "articles.parquet").write_bytes((written / "articles.parquet").read_bytes())
    older = (written / "claims.jsonl").read_text(encoding="utf-8").replace('"confidence"', '"surety"')
    (tmp_path / "claims.jsonl").write_text(older, encoding="utf-8")
    with pytest.raises(TableError, match="another version"):
        crossfoot.check("Sales rose 9%.", tmp_path)


@pytest.mark.parametrize(
    ("summary", "options", "code"),
    [
        ("Halvor Energy employs 12,870 people.", [], 0),
        ("Halvor Energy employs 12,000 people.", [], 1),
        ("Arden Foods opened 212 shops.", [], 0),
        ("Arden Foods opened 212 shops.", ["--strict"], 1),
        ("", [], 2),
        ("Sales rose 9%.", ["--format", "pdf"], 2),
    ],
)
def test_exit_codes(
    summary: str, options: list[str], code: int, written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from crossfoot import cli

    note = tmp_path / "note.txt"
    note.write_text(summary, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["crossfoot", "check", str(note), "--against", str(written), *options])
    if not code:
        cli.main()
        return
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == code


def test_a_quarter_of_no_year_is_the_wrong_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("In the third quarter, Delmar Foods earned $3.1 billion.", encoding="utf-8")
    wrong = crossfoot.check("Delmar Foods earned $3.1 billion in the second quarter.", tmp_path)
    right = crossfoot.check("Delmar Foods earned $3.1 billion in the third quarter.", tmp_path)
    assert [verdict.label for verdict in wrong.verdict_records] == ["refuted"]
    assert [verdict.label for verdict in right.verdict_records] == ["supported"]


def _cut(name: str, share: float) -> Callable[[Path], None]:
    """A table of which only the first part was written."""

    def cut(folder: Path) -> None:
        data = (folder / name).read_bytes()
        (folder / name).write_bytes(data[: int(len(data) * share)])

    return cut


def _renamed(name: str, old: str, new: str) -> Callable[[Path], None]:
    def rename(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8").replace(old, new)
        (folder / name).write_text(text, encoding="utf-8")

    return rename


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda folder: (folder / "claims.jsonl").unlink(), "claims.jsonl is missing"),
        (lambda folder: (folder / "articles.parquet").unlink(), "articles.parquet is missing"),
        (lambda folder: (folder / "articles.parquet").write_bytes(b"PAR1"), "articles.parquet"),
        (_cut("articles.parquet", 0.5), "articles.parquet"),
        (_cut("claims.jsonl", 0.7), "claims.jsonl, row"),
        (_cut("claims.jsonl", 0.02), "claims.jsonl"),
        (_renamed("claims.jsonl", '"confidence"', '"surety"'), "another version"),
        (_renamed("claims.jsonl", "12,870", "12,871"), "two runs"),
        (shutil.rmtree, "no such folder"),
        (lambda folder: [each.unlink() for each in folder.iterdir()], "neither the tables of a run nor an article"),
    ],
)
def test_a_run_that_cannot_be_used_is_one_line_and_exit_2(
    spoil: Callable[[Path], object],
    says: str,
    written: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "run"
    shutil.copytree(written, folder)
    spoil(folder)
    note = tmp_path / "note.txt"
    note.write_text("Halvor Energy employs 12,870 people.", encoding="utf-8")
    _ends_with_2(["check", str(note), "--against", str(folder)], says, monkeypatch, capsys)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("none.txt", None, "no such summary"),
        ("blank.md", b"\n  \n", "empty"),
        ("page.html", b"<html><head><title>x</title></head></html>", "empty"),
        ("latin.txt", b"caf\xe9 9%", "UTF-8"),
        ("photo.txt", b"\0\1\2", "no text"),
        ("note.docx", b"no zip", "no Word document"),
    ],
)
def test_a_summary_that_cannot_be_read_is_one_line_and_exit_2(
    name: str,
    data: bytes | None,
    says: str,
    written: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    _ends_with_2(["check", str(tmp_path / name), "--against", str(written)], says, monkeypatch, capsys)


@pytest.mark.parametrize("name", ["sarif", "annotations", "claimreview"])
def test_two_summaries_make_no_one_document(
    name: str, written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Halvor Energy employs 12,870 people.", encoding="utf-8")
    line = ["check", str(note), str(note), "--against", str(written), "--format", name]
    _ends_with_2(line, "one summary at a time", monkeypatch, capsys)


def _ends_with_2(
    line: list[str], says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from crossfoot import cli

    monkeypatch.setattr("sys.argv", ["crossfoot", *line])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    printed = capsys.readouterr()
    assert (ended.value.code, printed.out) == (2, "")
    assert printed.err.count("\n") == 1, printed.err
    assert says in printed.err


def _articles(folder: Path, *texts: tuple[str, str]) -> Path:
    """Articles `a`, `b`, ... of a day each."""
    for name, (day, text) in zip("abcd", texts, strict=False):
        record = {"id": name, "text": text, "published": day}
        (folder / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def _labels(checked: Check) -> list[str]:
    return [verdict.label for verdict in checked.verdict_records]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "Delmar Foods offers $31 per share for Arden Mills.",
            "Arden Mills shareholders will receive $33 per share in cash from Delmar Foods under the deal.",
        ),
        ("Delmar Foods will cut 2,300 jobs by 2027.", "Delmar Foods is cutting 3,200 jobs, it said on Tuesday."),
    ],
)
def test_two_articles_that_contradict_each_other_support_neither(ours: str, theirs: str, tmp_path: Path) -> None:
    folder = _articles(tmp_path, ("2026-03-16", ours), ("2026-03-17", theirs))
    assert _labels(crossfoot.check(ours, folder))[0] == "conflicting_evidence"


def test_a_dispute_is_told_by_the_figure_that_contradicts(tmp_path: Path) -> None:
    rose = "Delmar Foods shares closed {} higher on Tuesday."
    folder = _articles(
        tmp_path,
        ("2026-10-13", rose.format("5.2%")),
        ("2026-10-13", rose.format("5.2%").replace("shares", "stock")),
        ("2026-10-14", rose.format("2.5%")),
    )
    (verdict,) = crossfoot.check(rose.format("5.2%"), folder).verdict_records
    assert verdict.label == "conflicting_evidence"
    assert "says “2.5%”" in verdict.explanation
    assert "what would settle it: the exchange's closing figures" in verdict.explanation


def test_another_definition_is_no_dispute(tmp_path: Path) -> None:
    folder = _articles(
        tmp_path,
        ("2026-07-14", "Core inflation in Germany, which leaves out food, was 3.1% in June."),
        ("2026-07-14", "Inflation in Germany quickened to 2.9% in June."),
    )
    assert _labels(crossfoot.check("Core inflation in Germany was 3.1% in June.", folder)) == ["supported"]
    assert _labels(crossfoot.check("Inflation in Germany was 3.4% in June.", folder)) == ["refuted"]


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("Delmar Foods' revenue rose 8% and should reach $5 billion in 2027.", ["supported", "supported"]),
        ("Delmar Foods' revenue rose 8%, and it will open 40 shops by 2028.", ["supported", "supported"]),
        ("Delmar Foods' revenue rose 8% in 2027.", ["refuted"]),
    ],
)
def test_the_time_of_one_figure_is_not_that_of_an_earlier_one(sentence: str, labels: list[str], tmp_path: Path) -> None:
    text = (
        "Delmar Foods' revenue rose 8% in the second quarter. Delmar Foods expects revenue of $5 billion in 2027. "
        "Delmar Foods will open 40 shops by 2028."
    )
    assert _labels(crossfoot.check(sentence, _articles(tmp_path, ("2026-08-05", text)))) == labels


def test_another_scale_is_named_before_another_unit(tmp_path: Path) -> None:
    text = "Delmar Foods has 2.13 GW of power. Delmar Foods' revenue was $2.13 billion. Its costs rose 2.13%."
    (verdict,) = crossfoot.check(
        "Delmar Foods' revenue was $2.13 million.", _articles(tmp_path, ("2026-08-05", text))
    ).verdict_records
    assert (verdict.differs, verdict.correction) == ("scale", "$2.13 billion")


@pytest.mark.parametrize("when", ["on Thursday", "late on Thursday"])
def test_a_correction_gives_the_quarter_and_not_the_day_of_the_report(when: str, tmp_path: Path) -> None:
    text = f"Delmar Foods said {when} that second-quarter revenue was $4.6 billion."
    checked = crossfoot.check(
        "Delmar Foods' first-quarter revenue was $4.6 billion.", _articles(tmp_path, ("2026-08-06", text))
    )
    assert [one.correction for one in checked.verdict_records] == ["$4.6 billion, second-quarter"]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Shares of Delmar Foods fell on Wednesday.", "supported"),
        ("Shares of Delmar Foods fell on Thursday.", "refuted"),
        ("Shares of Delmar Foods rose on Thursday.", "supported"),
        ("Copper rose on Tuesday.", "supported"),
        ("Copper rose on Wednesday.", "not_enough_evidence"),
        ("Shares of Delmar Foods gained 2.3% on Thursday.", "supported"),
        ("Shares of Delmar Foods gained 2.3% on Wednesday.", "refuted"),
    ],
)
def test_a_market_is_held_against_its_own_day(sentence: str, label: str, tmp_path: Path) -> None:
    folder = _articles(
        tmp_path,
        ("2026-02-11", "Shares of Delmar Foods fell 7.4% on Wednesday."),
        ("2026-02-12", "Shares of Delmar Foods gained 2.3% on Thursday."),
        ("2026-02-10", "Copper prices rose 1.8% on Tuesday."),
    )
    assert _labels(crossfoot.check(sentence, folder, published="2026-02-12")) == [label]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Shares of Delmar Foods closed at $84.10.", "supported"),
        ("Delmar Foods stock rose 6.2%.", "supported"),
        ("Delmar Foods stock rose 9.2%.", "refuted"),
        ("Shares of Delmar Foods closed at $84.10 on Monday.", "refuted"),
        ("Delmar Foods expects revenue of $420 million to $430 million next quarter.", "supported"),
        ("Delmar Foods expects revenue of $420 million to $430 million in the first quarter.", "refuted"),
        ("Delmar Foods expects revenue of $390 million to $400 million next quarter.", "refuted"),
    ],
)
def test_a_time_that_a_summary_leaves_open_is_not_the_wrong_one(sentence: str, label: str, tmp_path: Path) -> None:
    text = (
        "Delmar Foods said on Thursday that second-quarter revenue was $412 million. It expects third-quarter revenue of "
        "$420 million to $430 million. Shares of Delmar Foods closed at $84.10 on Thursday, up 6.2%."
    )
    folder = _articles(tmp_path, ("2026-07-23", text))
    checked = crossfoot.check(sentence, folder, published="2026-07-29")
    assert _labels(checked)[0] == label


def test_an_outcome_may_be_told_a_day_later(tmp_path: Path) -> None:
    folder = _articles(tmp_path, ("2026-02-11", "Delmar Foods' revenue fell, it said on Wednesday."))
    checked = crossfoot.check("Delmar Foods' revenue fell, it said on Thursday.", folder, published="2026-02-12")
    assert _labels(checked) == ["supported"]


@pytest.mark.parametrize("name", ["github", "sarif"])
def test_one_full_stop_ends_a_sentence(name: str, done: Run) -> None:
    checked = crossfoot.check("Halvor Energy's net income climbed. Halvor Energy employs 12,000 people.", done)
    printed = FORMATS[name](checked.checked, "note.md")
    assert ".”." not in printed
    assert ".." not in printed
    assert "allows 12,850–12,890" not in printed


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Gold rose to $3,980 on Wednesday.", "supported"),
        ("Gold rose to about $4,000 an ounce on Wednesday.", "supported"),
        ("Gold rose to $3,890 on Wednesday.", "refuted"),
    ],
)
def test_a_price_that_leaves_out_what_it_is_for(sentence: str, label: str, tmp_path: Path) -> None:
    folder = _articles(tmp_path, ("2026-05-20", "Gold rose 1% to $3,980 an ounce on Wednesday."))
    (verdict,) = crossfoot.check(sentence, folder).verdict_records
    assert verdict.label == label
    assert "tonne" not in verdict.explanation


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Delmar Foods agreed to buy Arden Mills for $4.6 billion.", "supported"),
        ("Arden Mills was bought by Delmar Foods for $4.6 billion.", "supported"),
        ("Arden Mills agreed to buy Delmar Foods for $4.6 billion.", "refuted"),
    ],
)
def test_who_buys_whom(sentence: str, label: str, tmp_path: Path) -> None:
    text = "Delmar Foods agreed on Monday to buy Arden Mills for $4.6 billion in cash."
    assert _labels(crossfoot.check(sentence, _articles(tmp_path, ("2026-03-16", text)))) == [label]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Delmar Foods earned $0.78 a share on an adjusted basis.", "supported"),
        ("Delmar Foods earned GAAP net income of $96 million.", "refuted"),
        ("Delmar Foods' total revenue fell 9% in the second quarter.", "refuted"),
        ("Delmar Foods' advertising revenue fell 9% in the second quarter.", "supported"),
    ],
)
def test_another_definition_or_part_is_named(sentence: str, label: str, tmp_path: Path) -> None:
    text = (
        "Delmar Foods' adjusted net income was $96 million, or $0.78 a share. "
        "Delmar Foods' advertising revenue fell 9% in the second quarter."
    )
    assert _labels(crossfoot.check(sentence, _articles(tmp_path, ("2026-08-05", text)))) == [label]


def test_a_wrong_direction_is_corrected_by_its_own_clause(tmp_path: Path) -> None:
    text = "Delmar Foods shares jumped 25% on Monday. Arden Mills shares slipped 3%."
    (verdict,) = crossfoot.check(
        "Delmar Foods shares fell 25% on Monday.", _articles(tmp_path, ("2026-03-17", text))
    ).verdict_records
    assert verdict.correction == "“Delmar Foods shares jumped 25% on Monday.”"


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Delmar Foods' adjusted operating profit was $188 million in the fourth quarter.", "refuted"),
        ("Delmar Foods' operating profit was $188 million in the fourth quarter.", "supported"),
        ("Delmar Foods was valued at $520 million in 2023.", "refuted"),
        ("Delmar Foods was valued at $200 million in 2023.", "supported"),
    ],
)
def test_a_figure_of_the_very_basis_or_year_goes_before_one_of_none(sentence: str, label: str, tmp_path: Path) -> None:
    folder = _articles(
        tmp_path,
        ("2026-02-18", "Delmar Foods earned an operating profit of $188 million in the fourth quarter."),
        ("2026-02-18", "Adjusted for a charge, Delmar Foods' operating profit was $205 million in the fourth quarter."),
        ("2026-02-18", "The round puts the valuation of Delmar Foods at $520 million."),
        ("2026-02-19", "Delmar Foods was valued at $200 million in 2023."),
    )
    assert _labels(crossfoot.check(sentence, folder)) == [label]


def test_a_firm_that_only_a_later_sentence_names_refutes_nothing(tmp_path: Path) -> None:
    text = "The U.S. unemployment rate was 4.4% in July. Germany's unemployment rate was 6.3% in July."
    folder = _articles(tmp_path, ("2026-08-07", text))
    summary = "The unemployment rate was 4.4% in July. Germany's unemployment rate was 6.3% in July."
    assert _labels(crossfoot.check(summary, folder)) == ["supported", "supported"]
    assert _labels(crossfoot.check("Germany's unemployment rate was 4.4% in July.", folder)) == ["refuted"]
