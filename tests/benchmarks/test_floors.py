"""What each benchmark has reached, as floors: a change may raise one, and fails here where it falls below.

The benchmarks and their scorers stand in a folder `shared` beside the repository; without it these tests skip. Those that are
asked for run side by side, as many as there are processors.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from crossfoot.engines import processors

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the benchmark data stand in ../shared, which is not here")


@pytest.fixture(scope="module")
def begun(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[None]]]:
    """The benchmarks that were asked for; each ends with an error where a floor does not hold."""
    ours = [item.callspec for item in request.session.items if item.module is request.module]
    with ThreadPoolExecutor(processors()) as pool:
        yield {
            spec.params["name"]: pool.submit(_BENCHMARKS[spec.params["name"]], tmp_path_factory.mktemp("floor"))
            for spec in ours
        }


def score(*line: str | Path) -> str:
    """Runs a scorer; returns what it prints."""
    paths = os.pathsep.join([str(Path(__file__).parent), str(ROOT / "pipeline")])
    done = subprocess.run(
        [sys.executable, *map(str, line)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def hold(benchmark: str, reached: dict[str, float]) -> None:
    """Every floor of a benchmark holds; all that fell are named at once."""
    fallen = {name: (reached[name], floor) for name, floor in FLOORS[benchmark].items() if reached[name] < floor}
    assert not fallen, f"{benchmark}: reached, floor: {fallen}"


def quantities(tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    data = ("--data", "newsquant", "rtext", "hard", "--fixes", "--json", out)
    printed = score(SHARED / "bench/quantity/score.py", "--extractor", "adapters:quantities", *data)
    report = json.loads(out.read_text())
    reached = {
        f"{name}.{level}": report[name][level]["F1"] for name in ("newsquant", "rtext") for level in ("V", "VU", "VUB")
    }
    hard = re.search(r"hard: (\d+)/\d+ right", printed)
    assert hard is not None
    hold("quantity", {**reached, "hard": float(hard[1])})


def dates(tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    score(
        SHARED / "bench/dates/score.py", "--extractor", "adapters:dates", "--data", "probe", "wikiwars", "--json", out
    )
    report = json.loads(out.read_text())
    reached = {f"probe.{level}": report["probe"][level] for level in ("relaxed", "value", "period")}
    clean = float(report["probe"]["clean"].split("/")[0])
    hold("dates", {**reached, "probe.clean": clean, "wikiwars.value": report["wikiwars"]["value"]})


def ingestion(tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    adapter = Path(__file__).with_name("adapters.py")
    score(SHARED / "bench/ingest/score.py", "--module", f"{adapter}:article", "--task", "html,text,seeds", "--out", out)
    report = json.loads(out.read_text())
    seeds: dict[str, Any] = report["seeds"]
    share = {name: float(seeds[name].split("/")[0]) for name in ("headings_kept", "digit_traps_removed")}
    pages = {
        f"{task}.{level}": float(report[task][level])
        for task in report
        for level in ("body_f1", "title_exact", "date_exact", "author_set_exact")
        if "/" in task and level in report[task]
    }
    kept = {name: float(seeds[name]) for name in ("body_kept", "boilerplate_removed")}
    hold("ingest", {**pages, **kept, **share})


def claims(tmp_path: Path, *, gold: str, articles: str) -> None:
    score("-m", "crossfoot", "run", SHARED / articles, "--out", tmp_path)
    printed = score(SHARED / "gold/score.py", SHARED / f"gold/{gold}_claims.jsonl", tmp_path / "claims.jsonl")
    levels = dict(re.findall(r"^(\S[^\n]*?) +P [\d.]+  R [\d.]+  F1 ([\d.]+)", printed, re.MULTILINE))
    hold(f"claims.{gold}", {name: float(value) for name, value in levels.items()})
    printed = score(SHARED / "gold/score_relations.py", SHARED / f"gold/{gold}_relations.jsonl", *_tables(tmp_path))
    hold(f"relations.{gold}", _shares(printed))


def relations_of_gold_claims(tmp_path: Path) -> None:
    """The reconciler apart from the extractor."""
    claims = tmp_path / "claims.jsonl"
    gold = SHARED / "gold"
    claims.write_text(score(gold / "as_claims.py", gold / "dev_claims.jsonl", gold / "dev_articles"), encoding="utf-8")
    score("-m", "crossfoot", "reconcile", claims, "--out", tmp_path)
    printed = score(gold / "score_relations.py", gold / "dev_relations.jsonl", *_tables(tmp_path))
    hold("relations.gold_claims", _shares(printed))


def planted_figures(_: Path) -> None:
    gold = SHARED / "gold"
    command = f"{sys.executable} -m crossfoot run {{in}} --out {{out}} --quiet"
    printed = score(
        gold / "planted.py", gold / "dev_relations.jsonl", gold / "dev_claims.jsonl", gold / "dev_articles", command
    )
    found = re.search(r"recall ([\d.]+)", printed)
    assert found is not None
    hold("planted", {"recall": float(found[1])})


def _tables(folder: Path) -> tuple[Path, Path]:
    return folder / "claims.jsonl", folder / "findings.jsonl"


def _shares(printed: str) -> dict[str, float]:
    """The scorer's shares, false alarms turned round so that more is better."""
    shares = {
        name.strip(): float(value) for name, value in re.findall(r"^(.+?) {2,}([\d.]+)  \(", printed, re.MULTILINE)
    }
    return {**shares, "no false alarms": 1 - shares["false alarms"]}


def relating(tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    adapter = Path(__file__).with_name("adapters.py")
    score(SHARED / "bench/check/score.py", "--system", adapter, "--task", "vitc,vitc_pairs", "--out", out)
    report = json.loads(out.read_text())
    vitc, pairs = (report[f"{adapter}/{task}"] for task in ("vitc", "vitc_pairs"))
    reached = {f"vitc.{name}": vitc[name] for name in ("macro_f1", "agree_vs_conflict", "contrast_all_right")}
    pairs_reached = {"pairs.conflict_recall": pairs["conflict_recall"], "pairs.no_alarms": 100 - pairs["false_alarms"]}
    hold("relate", {**reached, **pairs_reached, "probes": _probes()})


def _probes() -> float:
    """The percentage of the probes' pairs that are related rightly."""
    import adapters

    lines = (SHARED / "bench/check/probes.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["task"] == "relate"]
    found = adapters.relate_many([(row["a"], row["b"]) for row in rows])
    return 100 * sum(label == row["label"] for label, row in zip(found, rows, strict=True)) / len(rows)


def checking(tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    adapter = Path(__file__).with_name("adapters.py")
    score(SHARED / "bench/check/score.py", "--system", adapter, "--task", "summedits,numhg,probes", "--out", out)
    report = json.loads(out.read_text())
    reached = {
        f"{task}.{name}": value
        for task in ("summedits", "numhg")
        for name, value in report[f"{adapter}/{task}"].items()
        if f"{task}.{name}" in FLOORS["check"]
    }
    hold("check", {**reached, "probes": report[f"{adapter}/probes"]["accuracy"]})


def summaries(tmp_path: Path, *, gold: str, articles: str) -> None:
    command = tmp_path / "crossfoot"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m crossfoot "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    statements = SHARED / f"gold/{gold}_summary_claims.jsonl"
    score(SHARED / "gold/check_statements.py", statements, SHARED / articles, command, tmp_path / "out")
    printed = score(SHARED / "gold/score_summary.py", statements, tmp_path / "out/verdicts.jsonl")
    shares = {
        name.strip(): float(value) for name, value in re.findall(r"^(.+?) {2,}([\d.]+) \(", printed, re.MULTILINE)
    }
    alarms = re.search(r"false-alarm rate +([\d.]+)", printed)
    assert alarms is not None
    hold(f"summary.{gold}", {**shares, "no false alarms": 1 - float(alarms[1])})


_SEEDS = {"gold": "seed", "articles": "seeds"}
_DEV = {"gold": "dev", "articles": "gold/dev_articles"}
_BENCHMARKS: dict[str, Callable[[Path], None]] = {  # the longest first
    "checking": checking,
    "claims of the dev articles": partial(claims, **_DEV),
    "summaries of the dev articles": partial(summaries, **_DEV),
    "planted figures": planted_figures,
    "quantities": quantities,
    "ingestion": ingestion,
    "relating": relating,
    "dates": dates,
    "relations of gold claims": relations_of_gold_claims,
    "claims of the seeds": partial(claims, **_SEEDS),
    "summaries of the seeds": partial(summaries, **_SEEDS),
}


@pytest.mark.parametrize("name", _BENCHMARKS)
def test_floor(name: str, begun: dict[str, Future[None]]) -> None:
    begun[name].result()
