"""SQL over a store: the tables as views, and nothing else within reach."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from broken_runs import ended, finished, once, started
from crossfoot import store
from crossfoot.errors import UsageError
from crossfoot.growth import grow

pytest.importorskip("duckdb")
GOOD = "Acme Corp's revenue rose 8% to $2.1 billion in 2025."


@pytest.fixture(scope="module")
def folder(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the five articles."""
    out = tmp_path_factory.mktemp("queries") / "out"
    grow([corpus / "articles"], out)
    return out


def test_the_tables_are_views(folder: Path) -> None:
    counted = "SELECT (SELECT count(*) FROM claims), (SELECT count(*) FROM findings), (SELECT count(*) FROM articles)"
    stored = store.read_run(folder)
    sizes = (len(stored.claims), len(stored.findings), len(stored.articles))
    assert store.query(folder, counted).rows == [sizes]
    assert store.query(folder, "SELECT * FROM quarantine").columns == ("path", "id", "line", "reason", "detail")


def test_copies_of_a_story_are_named_in_the_articles(tmp_path: Path, corpus: Path) -> None:
    story = sorted((corpus / "articles").glob("*.txt"))[0].read_text(encoding="utf-8")
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(story, encoding="utf-8")
    grow([tmp_path / "one.txt"], tmp_path / "out")
    grow([tmp_path / "two.txt"], tmp_path / "out")
    found = store.query(tmp_path / "out", "SELECT id, syndication FROM articles ORDER BY id")
    assert found.rows == [("one", "one"), ("two", "one")]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('{folder}/claims.csv')",
        "SELECT * FROM '{folder}/claims.parquet'",
        "COPY claims TO '{folder}/claims.csv'",
        "COPY claims TO '/tmp/crossfoot-test.csv'",
        "ATTACH '{folder}/own.db'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "SELECT * FROM read_parquet('https://example.org/a.parquet')",
        "SELECT firm FROM nothing",
        "SELEC",
        "",
    ],
)
def test_sql_reaches_no_file_and_no_setting(folder: Path, sql: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(UsageError) as caught:
        store.query(folder, sql.format(folder=folder))
    assert "\n" not in str(caught.value)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_answers_are_csv_or_json_lines(folder: Path) -> None:
    found = store.query(folder, "SELECT 'a,b' AS firm, 2.0::DOUBLE AS value, ['x', 'y'] AS rules, NULL AS date")
    assert store.as_text(found, "csv") == 'firm,value,rules,date\n"a,b",2,x|y,\n'
    assert store.as_text(found, "jsonl") == '{"firm": "a,b", "value": 2, "rules": ["x", "y"], "date": null}\n'


def test_a_folder_without_a_store_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no store"):
        store.query(tmp_path, "SELECT 1")


def test_a_watched_folder_is_read_as_it_grows(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    out = tmp_path / "out"
    run = started("run", tmp_path / "in", "--out", out, "--watch", "--every", "0.1", "--workers", "1")

    def holds(count: int) -> bool:
        return store.is_store(out) and store.opened(out).manifest.articles == count

    for number, name in enumerate(("acme", "bolt"), start=1):
        (tmp_path / "in" / f"{name}.txt").write_text(GOOD.replace("Acme", name.title()))
        once(lambda number=number: holds(number), run)
    run.send_signal(signal.SIGINT)
    assert ended(run) == (0, "")
    assert store.opened(out).manifest.articles == 2


def test_a_file_that_is_still_written_waits(tmp_path: Path) -> None:
    from crossfoot.watching import watched

    growing, read = tmp_path / "acme.txt", []

    def grow_(only):
        read.append(growing.read_text() if only(growing) else None)
        return grow([tmp_path / "acme.txt"], tmp_path / "out", only=only)

    def wait(_: float) -> None:
        if len(GOOD) > growing.stat().st_size:
            growing.write_text(GOOD[: growing.stat().st_size + 20])

    growing.write_text(GOOD[:20])
    (grown,) = [next(watched([tmp_path], every=0, grow=grow_, wait=wait))]
    assert read == [GOOD]
    assert grown.added == 1


def test_watching_and_rebuilding_are_two_things(tmp_path: Path) -> None:
    code, said = finished("run", tmp_path, "--out", tmp_path / "out", "--watch", "--rebuild")
    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith("crossfoot: --watch adds")
