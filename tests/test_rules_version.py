"""The rules' version: the same until something changes that decides a table."""

from pathlib import Path

import pytest

from crossfoot import rules_version as module
from crossfoot.rules_version import rules_version


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package in the real one's place."""
    for name in ("records.py", "values/units.py", "vocabulary/metrics.yaml", "report/page.py", "cli.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("one")
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    return tmp_path


def test_it_is_the_same_in_every_process() -> None:
    assert rules_version() == rules_version()
    assert len(rules_version()) == 16


@pytest.mark.parametrize("name", ["records.py", "values/units.py", "vocabulary/metrics.yaml"])
def test_code_and_words_change_it(package: Path, name: str) -> None:
    before = rules_version()
    (package / name).write_text("two")
    assert rules_version() != before


@pytest.mark.parametrize("name", ["report/page.py", "cli.py"])
def test_the_page_and_the_commands_do_not(package: Path, name: str) -> None:
    before = rules_version()
    (package / name).write_text("two")
    assert rules_version() == before


def test_a_library_changes_it(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rules_version()
    monkeypatch.setattr(module, "_version", lambda library: "other")
    assert rules_version() != before
