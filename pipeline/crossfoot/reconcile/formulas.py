"""Formulas over printed intervals: + - * / and brackets, with every end carried along."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache

from crossfoot.errors import VocabularyError
from crossfoot.values.intervals import Interval

_OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


@cache
def parsed(formula: str) -> ast.expr:
    """The formula's tree. Raises VocabularyError for anything but names, numbers, + - * / and sum(name)."""
    try:
        tree = ast.parse(formula, mode="eval").body
    except SyntaxError as error:
        raise VocabularyError(f"relations.yaml: the formula {formula!r} cannot be read") from error
    for node in ast.walk(tree):
        if not isinstance(node, (ast.BinOp, ast.Name, ast.Constant, ast.Call, ast.Load, *_OPERATORS)):
            raise VocabularyError(f"relations.yaml: the formula {formula!r} holds {type(node).__name__}")
        if isinstance(node, ast.Call) and not (isinstance(node.func, ast.Name) and node.func.id == "sum"):
            raise VocabularyError(f"relations.yaml: the formula {formula!r} calls something other than sum")
    return tree


def names(formula: str) -> frozenset[str]:
    """The roles that a formula speaks of."""
    return frozenset(n.id for n in ast.walk(parsed(formula)) if isinstance(n, ast.Name)) - {"sum"}


def evaluate(formula: str, roles: Mapping[str, Interval]) -> Interval | None:
    """The interval that a formula makes of its roles'; None where it divides by what may be zero, or a side is open.

    `sum(parts)` stands for the sum, which the caller has put under the role's name.
    """
    return _value(parsed(formula), roles)


def _value(node: ast.expr, roles: Mapping[str, Interval]) -> Interval | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return Interval.point(float(node.value))
    if isinstance(node, ast.Name):
        return roles.get(node.id)
    if isinstance(node, ast.Call):
        return _value(node.args[0], roles)
    if not isinstance(node, ast.BinOp):
        return None
    left, right = _value(node.left, roles), _value(node.right, roles)
    if left is None or right is None:
        return None
    return combined(_OPERATORS[type(node.op)], left, right)


def combined(operator: str, left: Interval, right: Interval) -> Interval | None:
    """Interval arithmetic; None for open sides, division by what may be zero, or what no float can hold."""
    a, b, c, d = left.low, left.high, right.low, right.high
    if a is None or b is None or c is None or d is None:
        return None
    if operator == "+":
        ends = [a + c, b + d]
    elif operator == "-":
        ends = [a - d, b - c]
    elif operator == "*":
        ends = [a * c, a * d, b * c, b * d]
    elif c <= 0 <= d:
        return None
    else:
        ends = [a / c, a / d, b / c, b / d]
    try:
        return Interval(min(ends), max(ends))
    except ValueError:
        return None
