"""The floors of the house: who may import whom, who knows spaCy, who prints."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "pipeline" / "crossfoot"
STAGES = ("ingest", "extract", "reconcile", "check", "store", "report", "export")
ABOVE = {"flow", "cli", "commands", "explaining", "notebook"}
GROUND = ("values", "vocabulary")


def imported(path: Path) -> Iterator[str]:
    """The modules that a file names in its imports, at the head or inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def parts(folder: str) -> set[str]:
    """The parts of crossfoot that the files of a folder import, their own left out."""
    modules = {module for path in (SOURCE / folder).rglob("*.py") for module in imported(path)}
    return {module.split(".")[1] for module in modules if module.startswith("crossfoot.")} - {folder}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_no_other(stage: str) -> None:
    # A summary is compared as articles are, and an export is a stored run in another form.
    allowed = {"check": {"reconcile"}, "export": {"store"}}.get(stage, set())
    assert not parts(stage) & {*STAGES, *ABOVE} - allowed


@pytest.mark.parametrize("folder", GROUND)
def test_the_ground_floor_imports_no_stage(folder: str) -> None:
    assert not parts(folder) & {*STAGES, *ABOVE}


def test_only_extract_knows_spacy() -> None:
    knowing = {path for path in SOURCE.rglob("*.py") if any(name.split(".")[0] == "spacy" for name in imported(path))}
    assert {path.relative_to(SOURCE).parts[0] for path in knowing} <= {"extract", "__init__.py"}


def test_only_the_commands_print() -> None:
    for path in set(SOURCE.rglob("*.py")) - set((SOURCE / "commands").iterdir()):
        calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        printing = any(isinstance(call, ast.Name) and call.id == "print" for call in calls)
        assert not printing or path.name in ("cli.py", "build_companies.py"), path
