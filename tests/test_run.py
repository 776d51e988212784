"""The journey end to end, on the five articles and on broken input."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import crossfoot
from crossfoot.errors import TableError, UsageError
from crossfoot.flow import Run, extract, run
from crossfoot.records import RUN_FILES


def command(*arguments: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs `python -m crossfoot` as a user does."""
    paths = {"PYTHONPATH": str(Path(__file__).parents[1] / "pipeline")}
    line = [sys.executable, "-m", "crossfoot", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, check=False, env={**os.environ, **paths, **(env or {})})


def page_of(out: Path) -> str:
    """All that a run says beside its result: where the page lies."""
    return f"Everything, with the sentences side by side: {out / 'report.html'}\n"


def test_every_claim_leads_back_to_its_characters(seed_run: Run) -> None:
    texts = {article.id: article.text for article in seed_run.article_records}
    assert seed_run.claim_records
    for claim in seed_run.claim_records:
        text = texts[claim.doc_id]
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote in text[claim.sentence_start : claim.sentence_start + len(claim.sentence)]


def test_claim_ids_are_unique_and_findings_point_at_them(seed_run: Run) -> None:
    ids = [claim.claim_id for claim in seed_run.claim_records]
    assert len(ids) == len(set(ids))
    assert {i for finding in seed_run.finding_records for i in finding.claim_ids} <= set(ids)


_PIECES = st.sampled_from(
    ["Acme Corp's revenue rose ", "$", "5", "%", " billion", " to ", "3,000", ".", "\n", "\r\n", "–", "10-year",
     " (NYSE: ACM) ", "“", "”", "½", "³", "٣", "\ufeff", "€1.2bn", " per share", " said.", "2028", " it ", "🤖", "\u200b",
     "-", "\t", " shares fell "]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_text_gives_claims_that_quote_it(text: str) -> None:
    for claim in extract(text, published="2026-07-02"):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_arbitrary_characters_do_no_harm(text: str) -> None:
    for claim in extract(text):
        assert text[claim.start : claim.end] == claim.quote


def test_the_command_writes_every_table_and_says_what_disagrees(tmp_path: Path, corpus: Path) -> None:
    done = command("run", corpus / "articles", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert done.stderr == page_of(tmp_path / "out")
    assert "figures disagree" in done.stdout
    for name in RUN_FILES:
        assert (tmp_path / "out" / name).stat().st_size > 0 or name == "quarantine.jsonl"


def test_one_article_is_not_said_to_be_several(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Acme Corp's revenue rose to $2.1 billion in 2025.", encoding="utf-8")
    done = command("run", tmp_path / "a.txt", "--out", tmp_path / "out")
    counts = [" ".join(line.split()) for line in done.stdout.splitlines()[:6]]
    assert counts == [
        "1 article read",
        "1 figure",
        "0 movements stated without a figure",
        "0 findings to look at",
        "0 differences explained",
        "0 agreements",
    ]


def test_same_bytes_for_any_hash_seed_time_zone_and_order(tmp_path: Path, corpus: Path) -> None:
    files = sorted((corpus / "articles").glob("*.txt"))
    for number, (order, env) in enumerate(
        [
            (files, {"PYTHONHASHSEED": "1", "TZ": "UTC"}),
            (files[::-1], {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"}),
        ]
    ):
        done = command("run", *order, "--out", tmp_path / str(number), env=env)
        assert done.returncode == 0, done.stderr
    for name in RUN_FILES:
        assert (tmp_path / "0" / name).read_bytes() == (tmp_path / "1" / name).read_bytes(), name


def test_the_committed_outputs_are_what_a_run_makes(tmp_path: Path, corpus: Path, root: Path, seed_run: Run) -> None:
    seed_run.write(tmp_path)
    for name in ("claims.csv", "findings.jsonl", "report.html"):
        assert (tmp_path / name).read_bytes() == (root / "outputs" / name).read_bytes(), name


def test_a_broken_article_is_quarantined_and_the_rest_is_done(tmp_path: Path) -> None:
    good = {"id": "good", "text": "Acme Corp's revenue rose 8% to $2.1 billion in 2025."}
    lines = [json.dumps(good), "{not json", json.dumps({"id": "no-text"}), json.dumps({"id": "good", "text": "Again."})]
    (tmp_path / "in.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"MZ\xff\xfe\x00\x81")
    result = run([tmp_path])
    assert [article.id for article in result.article_records] == ["good"]
    assert len(result.rejections) == 4
    assert all(rejection.reason and rejection.detail for rejection in result.rejections)
    assert {claim.quote for claim in result.claim_records} == {"8%", "$2.1 billion"}


def test_the_stages_and_the_functions_of_their_names_live_side_by_side(corpus: Path) -> None:
    line = (
        "import crossfoot; r = crossfoot.run('corpus/articles/004_7db8842d54e8a11e.txt'); "
        "print(len(crossfoot.reconcile(crossfoot.extract('Acme Corp sales rose 5% to $3 billion.'))), len(r.claims) > 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", line], capture_output=True, text=True, check=False, cwd=corpus.parent,
        env={**os.environ, "PYTHONPATH": "pipeline"},
    )  # fmt: skip
    assert (done.stdout, done.returncode) == ("0 True\n", 0), done.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("run", "nowhere", "--out", "out"), "nowhere"),
        (("reconcile", "nowhere.jsonl", "--out", "out"), "nowhere.jsonl"),
        (("reconcile", "nowhere.txt", "--out", "out"), "nowhere.txt"),
        (("run", ".", "--ot", "out"), "--ot"),
        (("run", "."), "--out"),
        (("run", "--out", "out"), "paths"),
        (("reconcile", "--out", "out"), "claims"),
        (("reconcile", ".", "--out", "out"), "is a folder, not a claim table"),
        (("diff", ".", ".", "--out", "out"), "is a folder, not a claim table"),
        (("walk",), "walk"),
        (("run", __file__, "--out", "/dev/null/out"), "/dev/null/out"),
    ],
)
def test_what_cannot_run_ends_in_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = command(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("crossfoot: ")
    assert done.stderr.count("\n") == 1
    assert named in done.stderr
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_no_command_at_all_shows_the_help() -> None:
    done = command()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: crossfoot ")
    asked = command("--help")
    assert (asked.returncode, asked.stdout) == (0, done.stderr)


def test_a_reader_that_leaves_early_is_no_failure(tmp_path: Path, corpus: Path) -> None:
    line = [sys.executable, "-m", "crossfoot", "run", str(corpus / "articles"), "--out", str(tmp_path / "out")]
    paths = {"PYTHONPATH": str(Path(__file__).parents[1] / "pipeline")}
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        line, stdout=writer, stderr=subprocess.PIPE, text=True, check=False, env={**os.environ, **paths}
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")
    assert set(RUN_FILES) < {path.name for path in (tmp_path / "out").iterdir()}


def test_a_terminal_without_the_signs_still_gets_the_figures(tmp_path: Path, corpus: Path) -> None:
    done = command("run", corpus / "articles", "--out", tmp_path / "out", env={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, page_of(tmp_path / "out"))
    assert "figures disagree" in done.stdout


def test_an_output_that_is_a_file_is_refused(tmp_path: Path, corpus: Path) -> None:
    (tmp_path / "out").write_text("a file")
    done = command("run", corpus / "articles" / "004_7db8842d54e8a11e.txt", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert done.stderr == f"crossfoot: cannot write to {tmp_path / 'out'}: it is a file, not a folder\n"


def test_the_version_is_the_packages() -> None:
    done = command("--version")
    assert (done.returncode, done.stdout) == (0, f"crossfoot {crossfoot.__version__}\n")


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("run", "claims findings.jsonl articles.parquet quarantine.jsonl report.html"),
        ("reconcile", "findings.jsonl report.html"),
        ("diff", "findings.jsonl report.html"),
        ("schema", "claim finding rejection.schema.json"),
    ],
)
def test_the_help_of_a_command_says_what_it_writes(name: str, files: str) -> None:
    said = command(name, "--help", env={"COLUMNS": "200"}).stdout
    assert [file for file in files.split() if file not in said] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("relations: [{name: mine}]", "relations.0.left: Field required (and 4 more)"),
        ("relations: [", "not YAML"),
        ("", "the file: "),
    ],
)
def test_a_wrong_file_of_relations_is_refused_in_one_line(tmp_path: Path, seed_run: Run, text: str, said: str) -> None:
    seed_run.write(tmp_path)
    own = tmp_path / "own.yaml"
    own.write_text(text)
    done = command("reconcile", tmp_path / "claims.csv", "--out", tmp_path / "out", "--relations", own)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"crossfoot: {own}: {said}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("out", ["in", "in/out", "in/deep/out"])
def test_what_a_run_wrote_into_the_input_folder_is_not_read_by_the_next(tmp_path: Path, out: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "acme.txt").write_text("Acme Corp's revenue rose 8% to $2.1 billion in 2025.")
    first, second = [], []
    for tables in (first, second):
        result = run([tmp_path / "in"])
        result.write(tmp_path / out)
        tables += [(tmp_path / out / name).read_bytes() for name in RUN_FILES]
        assert not result.rejections
    assert first == second
    assert {path.name for path in (tmp_path / out).iterdir()} - {"acme.txt", "out", "deep"} == set(RUN_FILES)


def test_no_file_at_all_ends_in_one_line_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    done = command("run", tmp_path / "in", "--out", tmp_path / "out")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "crossfoot: no article was found\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("blank.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("broken.json", b'{"text": "Acme rose'),
        ("wrong_field.json", b'{"headline": "Acme rose 3%."}'),
    ],
)
def test_a_run_that_could_read_nothing_says_so_and_writes_why(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    done = command("run", tmp_path / name, "--out", tmp_path / "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"crossfoot: no article could be read ({name}")
    assert done.stderr.count("\n") == 1
    assert name in (tmp_path / "out" / "quarantine.jsonl").read_text(encoding="utf-8")


def test_one_article_among_broken_ones_is_a_run(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "blank.txt").write_text("")
    (tmp_path / "in" / "acme.txt").write_text("Acme Corp's revenue rose 8% to $2.1 billion in 2025.")
    done = command("run", tmp_path / "in", "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, page_of(tmp_path / "out"))
    assert "could not be read" in done.stdout


def test_reconcile_reads_back_every_table_that_run_writes(tmp_path: Path, seed_run: Run) -> None:
    seed_run.write(tmp_path / "run")
    expected = (tmp_path / "run" / "findings.jsonl").read_bytes()
    for name in ("claims.jsonl", "claims.csv", "claims.parquet"):
        done = command("reconcile", tmp_path / "run" / name, "--out", tmp_path / name)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(
            f"{len(seed_run.claim_records)} claims, {len(seed_run.finding_records)} findings\n"
        )
        assert (tmp_path / name / "findings.jsonl").read_bytes() == expected, name


def test_a_day_is_a_string_or_a_date() -> None:
    days = ("2026-07-02", "2026-07-02T08:30:00Z", dt.date(2026, 7, 2), dt.datetime(2026, 7, 2, 8, 30))
    assert {crossfoot.periods("sales fell last month", published=day)[0].edtf for day in days} == {"2026-06"}
    assert {crossfoot.extract("Acme sold 4,000 cars last month.", day)[0].date for day in days} == {"2026-06"}
    with pytest.raises(UsageError, match=r"^published: 'soon' is no ISO date"):
        crossfoot.periods("last month", published="soon")


def test_a_frame_of_claims_is_reconciled_as_its_records_are(tmp_path: Path, seed_run: Run) -> None:
    expected = crossfoot.reconcile(seed_run.claim_records)
    assert expected
    assert crossfoot.reconcile(seed_run.claims) == expected
    seed_run.write(tmp_path)
    assert crossfoot.reconcile(pd.read_csv(tmp_path / "claims.csv")) == expected
    with pytest.raises(TableError, match=r"^the DataFrame: no column metric$"):
        crossfoot.reconcile(seed_run.claims.drop(columns="metric"))
    assert crossfoot.reconcile([]) == []


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: crossfoot.extract(None), "text must be a string, not None"),
        (lambda: crossfoot.extract(b"Sales fell."), "text must be a string, not a bytes"),
        (
            lambda: crossfoot.extract("Sales fell.", 2026),
            "published must be an ISO date as a string, or a datetime.date",
        ),
        (lambda: crossfoot.relate("Sales fell.", 3), "other must be a string, not a int"),
        (lambda: crossfoot.quantities(None), "text must be a string, not None"),
        (lambda: crossfoot.periods(None), "text must be a string, not None"),
        (lambda: crossfoot.reconcile(None), "claims must be Claim records or a DataFrame of them, not None"),
        (
            lambda: crossfoot.reconcile([{"value": 3}]),
            "claims must be Claim records or a DataFrame of them, not a dict",
        ),
        (lambda: crossfoot.reconcile("claims.csv"), "claims must be Claim records or a DataFrame of them, not a str"),
        (lambda: crossfoot.run(None), "paths must be a path or several, not None"),
        (lambda: crossfoot.run([3]), "paths must be strings or pathlib.Path, not a int"),
    ],
)
def test_a_wrong_type_is_one_clear_error(call: Callable[[], object], message: str) -> None:
    with pytest.raises(TypeError) as caught:
        call()
    assert str(caught.value).startswith(message)
