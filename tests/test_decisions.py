"""`--decisions`: what was decided on an earlier page holds in the next run, and a file that is none is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crossfoot.commands import decided
from crossfoot.decisions import carried
from crossfoot.errors import UsageError
from crossfoot.flow import Run
from crossfoot.records import Decision, Finding
from crossfoot.store import read_decisions
from test_run import command


def lines(path: Path, *decisions: tuple[str, str]) -> Path:
    text = "".join(json.dumps({"finding_id": name, "decision": decision}) + "\n" for name, decision in decisions)
    path.write_text(text, encoding="utf-8")
    return path


def test_of_two_decisions_on_a_finding_the_later_holds(tmp_path: Path) -> None:
    path = lines(tmp_path / "d.jsonl", ("a", "dismiss"), ("b", "accept"), ("a", "accept"))
    path.write_text("\ufeff" + path.read_text() + "\n")
    assert [(one.finding_id, one.decision) for one in read_decisions(path)] == [("a", "accept"), ("b", "accept")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{not json", "not JSON"),
        ("[1]", "the line: Input should be a valid dictionary or instance of Decision"),
        ('{"finding_id": "a"}', "decision: Field required"),
        ('{"finding_id": "a", "decision": "perhaps"}', "decision: Input should be 'accept' or 'dismiss'"),
        ('{"finding_id": "", "decision": "accept"}', "finding_id: String should have at least 1 character"),
        ('{"finding_id": "a", "decision": "accept", "more": 1}', "more: Extra inputs are not permitted"),
        ('{"finding_id": "\\ud800", "decision": "accept"}', "finding_id: "),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_named_by_its_number(tmp_path: Path, line: str, said: str) -> None:
    path = lines(tmp_path / "d.jsonl", ("a", "accept"))
    path.write_text(path.read_text() + "\n" + line + "\n")
    with pytest.raises(UsageError, match="line 3: ") as caught:
        read_decisions(path)
    assert str(caught.value).startswith(f"{path}, line 3: {said}")
    assert "\n" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_refused_before_any_work(tmp_path: Path, corpus: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    for name, said in (("nowhere", "No such file"), (".", "Is a directory"), ("binary", "not UTF-8 text, at byte 0")):
        done = command("run", corpus / "articles", "--out", tmp_path / "out", "--decisions", tmp_path / name)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
        assert done.stderr.count("\n") == 1
        assert not (tmp_path / "out").exists()


def test_a_decision_on_a_finding_that_is_no_more_is_said_in_one_line(seed_run: Run) -> None:
    first = seed_run.finding_records[0].finding_id
    decisions = [Decision(finding_id=name, decision="dismiss") for name in (first, "gone", "x\x1b[31m", "y", "z")]
    assert decided.unknown(Path("d.jsonl"), decisions, seed_run.finding_records) == [
        "d.jsonl: 4 decisions are of findings that this run has not: gone, x\\x1b[31m, y, ..."
    ]
    assert decided.unknown(Path("d.jsonl"), decisions[:1], seed_run.finding_records) == []


def test_reconcile_keeps_to_the_decisions_too(tmp_path: Path, seed_run: Run) -> None:
    seed_run.write(tmp_path / "run")
    first = seed_run.finding_records[0]
    file = lines(tmp_path / "d.jsonl", (first.finding_id, "dismiss"), ("gone", "accept"))
    done = command("reconcile", tmp_path / "run" / "claims.csv", "--out", tmp_path / "out", "--decisions", file)
    assert done.returncode == 0
    assert done.stdout.startswith(
        f"{len(seed_run.claim_records)} claims, {len(seed_run.finding_records)} findings, 1 dismissed before\n"
    )
    assert "directions disagree" not in done.stdout
    assert done.stderr.startswith(f"crossfoot: {file}: 1 decision is of a finding that this run has not: gone\n")
    assert (tmp_path / "out" / "findings.jsonl").read_bytes() == (tmp_path / "run" / "findings.jsonl").read_bytes()


def test_a_finding_is_known_again_when_other_articles_join(tmp_path: Path, seed_run: Run, corpus: Path) -> None:
    (tmp_path / "other.txt").write_text("Halvor Energy's revenue rose 8% to $2.1 billion in 2025.", encoding="utf-8")
    names = [finding.finding_id for finding in seed_run.finding_records]
    file = lines(tmp_path / "d.jsonl", *((name, "dismiss") for name in names))
    done = command("run", corpus / "articles", tmp_path / "other.txt", "--out", tmp_path / "out", "--decisions", file)
    assert done.returncode == 0
    assert "decision" not in done.stderr
    assert f"{len(names)}  dismissed before" in done.stdout
    assert "1. " not in done.stdout


def finding(name: str, *claim_ids: str, kind: str = "value_conflict") -> Finding:
    return Finding(
        finding_id=name, status="flag", kind=kind, severity="high", firm="Acme", metric="revenue", claim_ids=claim_ids,
        explanation="",
    )  # fmt: skip


def decision(name: str, word: str, *claim_ids: str, kind: str = "value_conflict") -> Decision:
    return Decision(finding_id=name, decision=word, kind=kind, claim_ids=claim_ids)


def test_a_decision_goes_on_to_the_finding_that_holds_its_figures_and_another() -> None:
    (found,) = carried([decision("old", "dismiss", "a", "b")], [finding("new", "a", "b", "c"), finding("x", "a", "c")])
    assert (found.finding_id, found.decision, found.added) == ("new", "dismiss", 1)
    again = carried([found], [finding("new", "a", "b", "c")])
    assert [(each.finding_id, each.added) for each in again] == [("new", 1)]
    assert decided.in_words([finding("new", "a", "b", "c")], again) == (
        "1 dismissed before, 1 of them with a figure added since"
    )


@pytest.mark.parametrize(
    "now",
    [
        finding("new", "a", "c"),  # one of its figures is gone
        finding("new", "a", "b", "c", kind="corroboration"),  # which says something else
    ],
)
def test_a_decision_does_not_go_on_to_another_comparison(now: Finding) -> None:
    assert carried([decision("old", "dismiss", "a", "b")], [now]) == (decision("old", "dismiss", "a", "b"),)


def test_a_decision_without_its_figures_stays_as_it_is() -> None:
    plain = Decision(finding_id="old", decision="dismiss")
    assert carried([plain], [finding("new", "a", "b")]) == (plain,)


def test_of_two_decisions_that_come_to_one_finding_none_hides_it_alone() -> None:
    now = [finding("new", "a", "b", "c")]
    for words in (("dismiss", "accept"), ("accept", "dismiss")):
        two = [decision("one", words[0], "a", "b"), decision("two", words[1], "b", "c")]
        assert [(each.finding_id, each.decision) for each in carried(two, now)] == [("new", "accept")]
    direct = [decision("new", "dismiss", "a", "b", "c"), decision("old", "accept", "a", "b")]
    assert [each.decision for each in carried(direct, now)] == ["dismiss"]


def test_diff_keeps_to_the_decisions_too(tmp_path: Path, seed_run: Run) -> None:
    claims = [claim.model_dump() for claim in seed_run.claim_records]
    halves = {"new": claims[::2], "old": claims[1::2]}
    for name, some in halves.items():
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(each) + "\n" for each in some), encoding="utf-8")
    given = ("diff", tmp_path / "new.jsonl", tmp_path / "old.jsonl", "--out", tmp_path / "out")
    assert command(*given).returncode == 0
    first = json.loads((tmp_path / "out" / "findings.jsonl").read_text(encoding="utf-8").splitlines()[0])
    file = lines(tmp_path / "d.jsonl", (first["finding_id"], "dismiss"), ("gone", "accept"))
    done = command(*given, "--decisions", file)
    assert ", 1 dismissed before\n" in done.stdout
    assert "1 decision is of a finding that this run has not: gone" in done.stderr
