"""Shared by the tests: where things are, and one run over the five articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import generated
from broken_runs import everything
from crossfoot.flow import Run, extract, run
from crossfoot.growth import grow

# The same examples in every run, and however slow the machine is: a red test is red for everybody.
settings.register_profile("crossfoot", derandomize=True, deadline=None)
settings.load_profile("crossfoot")

ROOT = Path(__file__).parents[1]


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def metrics_at(marked: str) -> list[str]:
    """The metrics of the claims at the figure in [brackets]."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return [claim.metric for claim in extract(text) if claim.start < end and claim.end > start]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    return ROOT / "corpus"


@pytest.fixture(scope="session")
def seed_run(corpus: Path) -> Run:
    """The five articles, read once for all tests."""
    return run([corpus / "articles"])


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty-four generated articles, which are six tasks of four."""
    return generated.write(tmp_path_factory.mktemp("made") / "in", 24, dev=False)


@pytest.fixture(scope="session")
def undisturbed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files that one process makes of them."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    grow([made], out)
    return everything(out)
