"""The pre-commit hook and the GitHub action, run as their hosts run them, but for the installation."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import crossfoot

ROOT = Path(__file__).parents[1]
ARTICLE = {"id": "results", "published": "2026-07-21", "text": "Halvor Energy employs 12,870 people."}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "results.json").write_text(json.dumps(ARTICLE), encoding="utf-8")
    out = tmp_path_factory.mktemp("out")
    crossfoot.run(folder).write(out)
    return out


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A PATH on which `crossfoot` is this checkout's."""
    command = tmp_path / "bin" / "crossfoot"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m crossfoot "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    paths = {"PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "pipeline")}
    return {**os.environ, **paths}


def _notes(folder: Path) -> tuple[Path, Path]:
    right, wrong = folder / "right.md", folder / "wrong.md"
    right.write_text("# Staff\n\nHalvor Energy employs 12,870 people.\n", encoding="utf-8")
    wrong.write_text("# Staff\n\nHalvor Energy employs 12,000 people.\n", encoding="utf-8")
    return right, wrong


def _yaml(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_hook_takes_summaries_and_no_code() -> None:
    (hook,) = _yaml(".pre-commit-hooks.yaml")
    assert {"id", "name", "entry", "language"} <= set(hook)
    taken = [name for name in ("a.md", "b.html", "c.txt", "d.docx", "e.py", "f.yaml") if re.search(hook["files"], name)]
    assert taken == ["a.md", "b.html", "c.txt", "d.docx"]


def test_the_hook_fails_on_a_refuted_figure(written: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    (hook,) = _yaml(".pre-commit-hooks.yaml")
    line = [*shlex.split(hook["entry"]), "--against", str(written), *map(str, _notes(tmp_path))]
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "12,870" in done.stdout


def test_the_action_annotates_the_line(written: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    step = next(step for step in _yaml("action.yml")["runs"]["steps"] if step.get("name") == "Check")
    assert set(step["env"]) == {"SUMMARIES", "AGAINST", "STRICT"}
    given = {
        "SUMMARIES": " ".join(map(str, _notes(tmp_path))),
        "AGAINST": str(written),
        "STRICT": "true",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    line = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(line, env={**environment, **given}, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert f"::error file={tmp_path / 'wrong.md'},line=3,title=refuted::" in done.stdout
    assert "12,870" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_the_action_says_what_it_lacks(tmp_path: Path, environment: dict[str, str]) -> None:
    step = next(step for step in _yaml("action.yml")["runs"]["steps"] if step.get("name") == "Check")
    given = {"SUMMARIES": str(_notes(tmp_path)[0]), "AGAINST": str(tmp_path / "nowhere"), "STRICT": "false"}
    line = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(line, env={**environment, **given}, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "nowhere" in done.stderr
