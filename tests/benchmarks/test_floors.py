"""What each benchmark has reached, as floors: a change may raise one, and fails here where it falls below.

The benchmarks and their scorers stand in a folder `shared` beside the repository; without it these tests skip.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the benchmark data stand in ../shared, which is not here")


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


def test_quantities(tmp_path: Path) -> None:
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


def test_dates(tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    score(
        SHARED / "bench/dates/score.py", "--extractor", "adapters:dates", "--data", "probe", "wikiwars", "--json", out
    )
    report = json.loads(out.read_text())
    reached = {f"probe.{level}": report["probe"][level] for level in ("relaxed", "value", "period")}
    clean = float(report["probe"]["clean"].split("/")[0])
    hold("dates", {**reached, "probe.clean": clean, "wikiwars.value": report["wikiwars"]["value"]})


def test_ingestion(tmp_path: Path) -> None:
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


@pytest.mark.parametrize(("gold", "articles"), [("seed", "seeds"), ("dev", "gold/dev_articles")])
def test_claims(gold: str, articles: str, tmp_path: Path) -> None:
    score("-m", "crossfoot", "run", SHARED / articles, "--out", tmp_path)
    printed = score(SHARED / "gold/score.py", SHARED / f"gold/{gold}_claims.jsonl", tmp_path / "claims.jsonl")
    levels = dict(re.findall(r"^(\S[^\n]*?) +P [\d.]+  R [\d.]+  F1 ([\d.]+)", printed, re.MULTILINE))
    hold(f"claims.{gold}", {name: float(value) for name, value in levels.items()})
    if gold == "seed":
        printed = score(SHARED / "gold/score_relations.py", SHARED / "gold/seed_relations.jsonl", *_tables(tmp_path))
        hold("relations.seed", _shares(printed))


def _tables(folder: Path) -> tuple[Path, Path]:
    return folder / "claims.jsonl", folder / "findings.jsonl"


def _shares(printed: str) -> dict[str, float]:
    """The scorer's shares, false alarms turned round so that more is better."""
    shares = {
        name.strip(): float(value) for name, value in re.findall(r"^(.+?) {2,}([\d.]+)  \(", printed, re.MULTILINE)
    }
    return {**shares, "no false alarms": 1 - shares["false alarms"]}


@pytest.mark.parametrize("call", ["check", "relate"])
def test_checking(call: str) -> None:
    import adapters

    try:
        adapters.check("", "") if call == "check" else adapters.relate("", "")
    except NotImplementedError as reason:
        pytest.skip(str(reason))
    pytest.fail(f"`{call}` exists now: score it here and hold its floor")
