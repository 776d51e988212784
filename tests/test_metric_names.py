"""Every metric that code or a vocabulary file speaks of is an entry of metrics.yaml."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from crossfoot.vocabulary.models import metrics

SOURCE = Path(__file__).parents[1] / "pipeline" / "crossfoot"
KNOWN = {*metrics(), "other", "default"}  # `default` stands for all others in `settled_by`
TELLING = {name for name in KNOWN if "_" in name}  # a list that holds one of these is a list of metrics
KEYS = ("metric", "metrics")


def is_metrics(words: list[str]) -> bool:
    return any(word in TELLING for word in words)


def strings(node: ast.AST) -> list[str]:
    """The strings of a literal: one alone, or the items of a collection; `"a b".split()` and dictionary keys too."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Set(elts=items) | ast.List(elts=items) | ast.Tuple(elts=items):
            return [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        case ast.Dict(keys=items):
            return [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split"), args=[]):
            return text.split()
    return []


def is_metric(node: ast.AST) -> bool:
    """True for `metric` and `claim.metric`."""
    return (isinstance(node, ast.Name) and node.id == "metric") or (
        isinstance(node, ast.Attribute) and node.attr == "metric"
    )


def named_in_code(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        words = strings(node)
        if len(words) > 1 and is_metrics(words):
            yield from words
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(map(is_metric, sides)):
                yield from (word for side in sides for word in strings(side))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "What":
            yield from (word for argument in node.args[:1] for word in strings(argument))


def named_in_yaml(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key in KEYS and not isinstance(item, dict):
                yield from [item] if isinstance(item, str) else item
            yield from named_in_yaml(item)
        words = [key for key in value if isinstance(key, str)]
    else:
        words = [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
        for item in value if isinstance(value, list) else []:
            yield from named_in_yaml(item)
    if is_metrics(words):
        yield from words


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_code_names_only_metrics_that_there_are(path: Path) -> None:
    assert set(named_in_code(path)) <= KNOWN


@pytest.mark.parametrize("path", sorted((SOURCE / "vocabulary").glob("*.yaml")), ids=lambda path: path.stem)
def test_vocabularies_name_only_metrics_that_there_are(path: Path) -> None:
    assert set(named_in_yaml(yaml.safe_load(path.read_text(encoding="utf-8")))) <= KNOWN
