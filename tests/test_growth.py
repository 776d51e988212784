"""A store grows by batches: what is there is not read again, and the tables are those of one run over all articles."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import generated
from crossfoot import flow, growth, steps, store
from crossfoot.engines import Engine, Inline, chosen
from crossfoot.errors import UsageError
from crossfoot.growth import grow
from crossfoot.passed import passed
from crossfoot.reconcile import neighbours, parting, reconcile
from crossfoot.records import RUN_FILES, STORE_FILE, Claim, Rejection
from crossfoot.store import Dataset
from hostile_files import warc

GOOD = "Acme Corp's revenue rose 8% to $2.1 billion in 2025."
OTHER = "Acme Corp's revenue rose 9% to $2.4 billion in 2025."


def tables(folder: Path) -> dict[str, bytes]:
    """The flat files by name."""
    return {name: (folder / name).read_bytes() for name in RUN_FILES}


def everything(folder: Path) -> dict[str, bytes]:
    """Every file that readers may look at, parts and manifest too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty generated articles."""
    return generated.write(tmp_path_factory.mktemp("made") / "in", 40, dev=False)


@pytest.fixture(scope="module")
def undisturbed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one process makes of them in one run."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    grow([made], out)
    return out


def test_a_store_holds_what_a_run_finds(made: Path, undisturbed: Path, tmp_path: Path) -> None:
    flow.run([made]).write(tmp_path)
    assert tables(tmp_path) == tables(undisturbed)


def test_the_same_articles_again_change_nothing(made: Path, undisturbed: Path) -> None:
    before = everything(undisturbed)
    assert grow([made], undisturbed).added == 0
    assert everything(undisturbed) == before


def test_growing_article_by_article_ends_in_the_same_tables(corpus: Path, seed_run: flow.Run, tmp_path: Path) -> None:
    for number, path in enumerate(sorted((corpus / "articles").glob("*.txt"), reverse=True), start=1):
        grown = grow([path], tmp_path / "out")
        assert (grown.added, grown.dataset.manifest.articles) == (1, number)
    assert grown.dataset.claims() == list(seed_run.claim_records)
    assert grown.dataset.findings() == list(seed_run.finding_records)
    assert [each.id for each in grown.dataset.articles()] == [each.id for each in seed_run.article_records]


def test_worker_processes_and_another_order_give_the_same_tables(made: Path, undisturbed: Path, tmp_path: Path) -> None:
    grow(sorted(made.iterdir(), reverse=True), tmp_path / "out", engine=chosen("local", workers=2, scheduler=None))
    ours, theirs = everything(tmp_path / "out"), everything(undisturbed)
    named = set(RUN_FILES) - {"articles.parquet"}  # which says by which path each file was named
    assert {name: ours[name] for name in named} == {name: theirs[name] for name in named}


def test_any_size_of_pieces_gives_the_same_store(
    made: Path, undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "EXTRACTED_TOGETHER", 7)
    monkeypatch.setattr(steps, "READ_TOGETHER", 3)
    monkeypatch.setattr(steps, "COMPARED_TOGETHER", 11)
    grow([made], tmp_path / "out")
    assert everything(tmp_path / "out") == everything(undisturbed)


def test_a_large_file_is_read_stretch_by_stretch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    texts = dict(generated.articles(7, dev=False))
    pages = b"".join(
        warc(f"<html><body><article><p>{text}</p></article></body></html>".encode(), id=f"<urn:uuid:{name}>")
        for name, text in texts.items()
    )
    (folder / "crawl.warc.gz").write_bytes(gzip.compress(pages))
    (folder / "feed.jsonl").write_text(
        "".join(json.dumps({"id": f"row {name}", "text": text}) + "\n" for name, text in texts.items())
    )
    grow([folder], tmp_path / "whole")
    assert store.opened(tmp_path / "whole").manifest.articles == 14
    monkeypatch.setattr(steps.stages, "READ_AT_ONCE", 3_000)
    results: list[int] = []

    class Counting(Inline):
        """Counts the articles of each answer to a task of reading."""

        def run(self, stage, tasks):
            for number, answer in super().run(stage, tasks):
                if stage is steps.stages.read:
                    results.append(max(len(stretch.found) for stretch in answer))
                yield number, answer

    grow([folder], tmp_path / "parted", engine=Counting())
    assert everything(tmp_path / "parted") == everything(tmp_path / "whole")
    assert len(results) > 6
    assert max(results) <= 3


def test_a_copy_that_comes_later_is_known_as_one(corpus: Path, tmp_path: Path) -> None:
    story = sorted((corpus / "articles").glob("*.txt"))[0].read_text(encoding="utf-8")
    paragraphs = story.split("\n")
    for name, text in (
        ("one", story),
        ("three", "\n".join(paragraphs[: len(paragraphs) * 2 // 3])),
        ("two", story + " "),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        grown = grow([tmp_path / f"{name}.txt"], tmp_path / "out")
    together = flow.run([tmp_path / f"{name}.txt" for name in ("one", "two", "three")])
    groups = {each.id: each.syndication for each in together.article_records}
    assert set(groups.values()) == {"one"}
    assert grown.dataset.copies() == groups
    assert grown.dataset.findings() == list(together.finding_records)


def test_one_text_is_one_article_wherever_its_file_moves(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "acme.txt").write_text(GOOD)
    assert grow([tmp_path / "a"], tmp_path / "out").added == 1
    assert grow([tmp_path / "b"], tmp_path / "out").added == 0
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "acme.txt").write_text(OTHER)
    grown = grow([tmp_path / "c"], tmp_path / "out")
    assert [article.id for article in grown.dataset.articles()] == ["acme", "c/acme.txt"]


def test_new_lines_of_a_growing_file_are_read_alone(tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    lines = [json.dumps({"id": f"a{number}", "text": f"{GOOD} No. {number}."}) + "\n" for number in range(4)]
    feed.write_text("".join(lines[:3]) + "{not json\n")
    assert grow([feed], tmp_path / "out").added == 3
    feed.write_text("".join(lines[:3]) + "{not json\n" + lines[3])
    grown = grow([feed], tmp_path / "out")
    assert (grown.added, grown.dataset.manifest.articles) == (1, 4)
    assert [(each.reason, each.line) for each in grown.dataset.rejections()] == [("bad_json", 4)]


def test_a_changed_article_is_refused_until_a_rebuild_takes_it(tmp_path: Path) -> None:
    (tmp_path / "acme.txt").write_text(GOOD)
    (tmp_path / "bolt.txt").write_text(GOOD.replace("Acme", "Bolt"))
    grow([tmp_path / "acme.txt", tmp_path / "bolt.txt"], tmp_path / "out")
    (tmp_path / "acme.txt").write_text(OTHER)
    grown = grow([tmp_path / "acme.txt"], tmp_path / "out")
    assert [(each.path, each.reason) for each in grown.dataset.rejections()] == [("acme.txt", "changed")]
    assert [each.reason for each in grown.refused] == ["changed"]
    assert grown.added == 0
    grown = grow([tmp_path / "acme.txt"], tmp_path / "out", rebuild=True)
    assert [article.text for article in grown.dataset.articles()] == [OTHER, GOOD.replace("Acme", "Bolt")]
    assert grown.dataset.rejections() == []
    assert grow([tmp_path / "acme.txt", tmp_path / "bolt.txt"], tmp_path / "out").added == 0


def test_other_rules_ask_for_a_rebuild(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "acme.txt").write_text(GOOD)
    grow([tmp_path / "acme.txt"], tmp_path / "out")
    before = everything(tmp_path / "out")
    monkeypatch.setattr(growth, "rules_version", lambda: "other")
    with pytest.raises(UsageError, match=r"--rebuild makes all of it anew$"):
        grow([tmp_path / "acme.txt"], tmp_path / "out")
    assert everything(tmp_path / "out") == before
    grown = grow([tmp_path / "acme.txt"], tmp_path / "out", rebuild=True)
    assert (grown.dataset.manifest.rules, grown.dataset.manifest.articles) == ("other", 1)
    assert tables(tmp_path / "out") == {name: before[name] for name in RUN_FILES}


def test_a_store_inside_the_folder_that_is_read_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "acme.txt").write_text(GOOD)
    for out in (tmp_path, tmp_path / "out"):
        grown = grow([tmp_path], out)
        assert grow([tmp_path], out).added == 0
        assert (grown.dataset.manifest.articles, grown.dataset.rejections()) == (1, [])


def test_two_runs_at_once_neither_lose_nor_double(made: Path, undisturbed: Path, tmp_path: Path) -> None:
    files = sorted(made.iterdir())
    line = [sys.executable, "-m", "crossfoot", "run", "--out", str(tmp_path / "out"), "--quiet", "--workers", "1"]
    halves = (files[:25], files[15:])
    env = {"PYTHONPATH": str(Path(growth.__file__).parents[1])}
    runs = [subprocess.Popen([*line, *map(str, half)], env=env) for half in halves]
    assert [run.wait() for run in runs] == [0, 0]
    dataset = store.opened(tmp_path / "out")
    expected = store.opened(undisturbed)
    assert dataset.claims() == expected.claims()
    assert dataset.findings() == expected.findings()


def test_readers_see_whole_batches_only(made: Path, tmp_path: Path) -> None:
    files = sorted(made.iterdir())
    sizes = {0, 10, 20, 30}
    seen: set[int] = set()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            if store.is_store(tmp_path / "out"):
                stored = store.read_run(tmp_path / "out")
                assert {claim.doc_id for claim in stored.claims} <= {article.id for article in stored.articles}
                seen.add(len(stored.articles))

    reader = threading.Thread(target=look)
    reader.start()
    for at in (0, 10, 20):
        grow(files[at : at + 10], tmp_path / "out")
    done.set()
    reader.join()
    assert seen <= sizes
    assert seen


def test_what_is_written_before_the_manifest_nobody_sees(
    made: Path, undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(dataset: Dataset) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(store, "committed", broken)
        with pytest.raises(KeyboardInterrupt):
            grow([made], tmp_path / "out")
    assert list((tmp_path / "out" / "claims").iterdir())
    assert store.opened(tmp_path / "out").claims() == []
    grow([made], tmp_path / "out")
    assert everything(tmp_path / "out") == everything(undisturbed)


def test_what_was_extracted_is_not_extracted_again(
    made: Path, undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "EXTRACTED_TOGETHER", 10)
    extracted: list[int] = []

    class Breaking:
        """Breaks off after two tasks of claims."""

        def __enter__(self) -> Engine:
            return self

        def __exit__(self, *error: object) -> None: ...

        def run(self, stage, tasks):
            for number, task in enumerate(tasks):
                if stage is steps.stages.claims:
                    extracted.append(len(task))
                    if len(extracted) == 3:
                        raise KeyboardInterrupt
                yield number, stage(task)

    with pytest.raises(KeyboardInterrupt):
        grow([made], tmp_path / "out", engine=Breaking())
    assert not store.is_store(tmp_path / "out")
    extracted[:] = [0, 0, 0, 0]
    grow([made], tmp_path / "out", engine=Breaking())
    assert extracted[4:] == [10, 10]
    assert everything(tmp_path / "out") == everything(undisturbed)


def test_a_store_that_outgrew_its_flat_files_says_so(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    files = sorted(made.iterdir())
    grow(files[:5], tmp_path / "out")
    monkeypatch.setattr(growth.flat_files, "MOST_CLAIMS", 1)
    for _ in range(2):
        grow(files[5:6], tmp_path / "out", tell=said.append)
    assert len(said) == 1
    assert "too many for a page and tables" in said[0]
    assert not [name for name in RUN_FILES if (tmp_path / "out" / name).exists()]
    assert len(store.read_claims(tmp_path / "out")) == store.opened(tmp_path / "out").manifest.claims


def test_the_figures_that_became_no_claim_are_kept_for_the_page(undisturbed: Path) -> None:
    dataset = store.opened(undisturbed)
    known = dataset.passed_over()
    assert any(known.values())
    assert set(known) == set(dataset.ids())
    for article in dataset.articles():
        taken = [(claim.start, claim.end) for claim in dataset.claims() if claim.doc_id == article.id]
        assert known[article.id] == passed(article, taken)


def test_a_large_store_holds_a_batch_against_the_nearest(
    made: Path, undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(made.iterdir())
    grow(files[:30], tmp_path / "out")
    first = store.opened(tmp_path / "out").findings()
    monkeypatch.setattr(steps, "WHOLE", 1)
    grown = grow(files[30:], tmp_path / "out")
    found = grown.dataset.findings()
    assert found[: len(first)] == first
    new = {claim.claim_id for claim in grown.dataset.claims() if claim.doc_id >= "made_000030"}
    assert len(found) > len(first)
    assert all(new & set(finding.claim_ids) for finding in found[len(first) :])
    known = {claim.claim_id for claim in grown.dataset.claims()}
    assert all(known.issuperset(finding.claim_ids) for finding in found)


@pytest.mark.parametrize("size", [1, 30, 10_000])
def test_the_parts_are_reconciled_as_the_whole(undisturbed: Path, size: int) -> None:
    claims = store.opened(undisturbed).claims()
    parts = parting.parts(claims, size=size)
    assert sorted(claim.claim_id for part in parts for claim in part) == sorted(claim.claim_id for claim in claims)
    assert parting.together(reconcile(part, witnesses={}) for part in parts) == reconcile(claims, witnesses={})


def test_firms_of_one_deal_are_in_one_part() -> None:
    def claim(id: str, firm: str, counterparty: str | None = None) -> Claim:
        return Claim(
            claim_id=id, doc_id=id, start=0, end=1, quote="5", sentence="5", sentence_start=0, firm=firm,
            counterparty=counterparty, metric="revenue",
        )  # fmt: skip

    claims = [claim("1", "Acme"), claim("2", "Bolt"), claim("3", "Crux"), claim("4", "Acme", "Crux")]
    named = [[each.claim_id for each in part] for part in parting.parts(claims, size=1)]
    assert named == [["1", "3", "4"], ["2"]]
    assert [each.claim_id for each in parting.touched(claims, claims[:1])] == ["1", "3", "4"]


def test_the_nearest_are_of_the_same_firm_and_metric(undisturbed: Path) -> None:
    claims = store.opened(undisturbed).claims()
    new, known = claims[-1:], claims[:-1]
    frame = store.claims_frame(known)[list(neighbours.COLUMNS)]
    found = set(neighbours.nearest(frame, new))
    assert len(found) <= 4
    assert {claim.firm for claim in known if claim.claim_id in found} <= {new[0].firm}
    assert neighbours.nearest(frame.iloc[:0], new) == []


@pytest.mark.parametrize("command", [["check", "--against"], ["reconcile"], ["diff"]])
def test_a_store_is_a_table_to_every_reader(undisturbed: Path, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "note.md").write_text("Nothing to check here.")
    arguments = {
        "check": [str(tmp_path / "note.md"), "--against", str(undisturbed)],
        "reconcile": [str(undisturbed), "--out", str(tmp_path / "again")],
        "diff": [str(undisturbed), str(undisturbed), "--out", str(tmp_path / "again")],
    }[command[0]]
    line = [sys.executable, "-m", "crossfoot", command[0], *arguments]
    env = {"PYTHONPATH": str(Path(growth.__file__).parents[1])}
    done = subprocess.run(line, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda out: (out / STORE_FILE).write_text('{"format": 99}'), "of another version"),
        (lambda out: (out / STORE_FILE).write_text("{half"), "cannot read"),
        (lambda out: next((out / "claims").iterdir()).unlink(), "a part of the store that cannot be read"),
        (lambda out: next((out / "claims").iterdir()).write_bytes(b"PAR1"), "a part of the store that cannot be read"),
    ],
)
def test_a_damaged_store_is_refused_in_one_line(tmp_path: Path, spoil, said: str) -> None:
    (tmp_path / "acme.txt").write_text(GOOD)
    grow([tmp_path / "acme.txt"], tmp_path / "out")
    spoil(tmp_path / "out")
    with pytest.raises(UsageError, match=said) as caught:
        store.read_run(tmp_path / "out")
    assert "\n" not in str(caught.value)


def test_a_rejected_file_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "blank.txt").write_text("")
    (tmp_path / "acme.txt").write_text(GOOD)
    expected = [Rejection(path="blank.txt", id="blank", reason="empty", detail="the text is blank")]
    for _ in range(2):
        assert grow([tmp_path / "blank.txt", tmp_path / "acme.txt"], tmp_path / "out").dataset.rejections() == expected


def test_an_object_store_is_read_by_its_url(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe("/news/2026/acme.txt", GOOD.encode())
    memory.pipe("/news/2026/bolt.jsonl", (json.dumps({"text": OTHER}) + "\n").encode())
    memory.pipe("/news/.hidden.txt", b"x")
    grown = grow(["memory://news"], tmp_path / "out")
    assert [(each.id, each.path) for each in grown.dataset.articles()] == [
        ("acme", "news/2026/acme.txt"),
        ("bolt:1", "news/2026/bolt.jsonl"),
    ]
    assert grow(["memory://news"], tmp_path / "out").added == 0
    with pytest.raises(UsageError, match="no such file or folder: memory://nowhere"):
        grow(["memory://nowhere"], tmp_path / "out")
    with pytest.raises(UsageError, match="cannot read nothing://of/this"):
        grow(["nothing://of/this"], tmp_path / "out")
