"""Quantities in the terms of the quantity benchmarks: one dict a figure, ranges and coins as the authors write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crossfoot.values.quantities import Quantity
from crossfoot.values.quantities import quantities as read
from crossfoot.values.quantities.counted import read_counted
from crossfoot.values.quantities.lexemes import lexemes

_FROM = re.compile(r"\bfrom\s+\Z")
_OF_OIL = re.compile(r"\s+of\s+oil\b")
_RATE = re.compile(r"/|\b(?:per|an?|each|\w+ly)\b")
_AVERAGED = re.compile(r"\baverag(?:ed|es|ing)\s+\Z")


def quantities(text: str) -> list[dict[str, Any]]:
    """The figures of `text` as dicts with low, high, unit, bound, change, start, end.

    Where the benchmarks' conventions are not the contract's: "from X to Y" is one range there, counts carry their noun
    phrase, coins stay coins, a verb such as doubled is no figure, and a converted amount has no rate where the rate
    stands behind its bracket: C$6 ($4.46) per share.
    """
    found = [quantity for quantity in read(text) if not quantity.multiplier]
    rows: list[dict[str, Any]] = list(_one_of(text))
    previous: Quantity | None = None
    for quantity in found:
        row = _row(text, quantity)
        if row is None:
            continue
        if previous is not None and _one_range(text, previous, quantity):
            rows[-1] = _merged(rows[-1], row)
            previous = None
        else:
            rows.append(row)
            previous = quantity
    return rows


def _one_of(text: str) -> Iterator[dict[str, Any]]:
    """The benchmark counts "one of the largest firms" as one firm; a claim does not."""
    if "one of" not in text.lower():
        return
    lex = lexemes(text)
    for at in range(lex.size - 2):
        if lex.low[at] == "one" and lex.low[at + 1] == "of":
            thing = read_counted(lex, at + 2 + (lex.low[at + 2] in {"the", "its", "my", "his", "her", "their", "our"}))
            if thing is not None:
                noun = text[lex.start[thing.first] : lex.end[thing.head]]
                yield {"low": 1, "high": 1, "unit": noun, "bound": "=", "start": lex.start[at], "end": lex.end[at]}


def _one_range(text: str, left: Quantity, right: Quantity) -> bool:
    if left.ranged or right.ranged or left.value.vague or right.value.vague:
        return False
    between = text[left.end : right.start].strip()
    return between == "to" and _FROM.search(text[: left.start]) is not None and _alike(left, right)


def _alike(left: Quantity, right: Quantity) -> bool:
    return (
        left.unit.startswith(right.unit)
        or right.unit.startswith(left.unit)
        or "" in (left.unit, right.unit)
        or {left.kind, right.kind} <= {"number", "count"}
    )


def _merged(left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    ends = sorted(row["high"] if row["low"] is None else row["low"] for row in (left, right))
    unit = max(left["unit"], right["unit"], key=len)
    return {**left, "low": ends[0], "high": ends[1], "unit": unit, "bound": "=", "end": right["end"]}


def _row(text: str, quantity: Quantity) -> dict[str, Any] | None:
    low, high = quantity.value.low, quantity.value.high
    if low is None and high is None:
        return None
    unit = quantity.unit
    if quantity.kind == "count" and quantity.noun is not None and quantity.group_start is not None:
        unit = "/".join([text[quantity.group_start : quantity.noun_end].replace("/", " "), *unit.split("/")[1:]])
    if quantity.minor is not None:
        factor = 100.0
        low = None if low is None else round(low * factor, 8)
        high = None if high is None else round(high * factor, 8)
        unit = "/".join([quantity.minor, *unit.split("/")[1:]])
    if quantity.kind == "money" and unit.endswith("/item"):
        unit = unit.removesuffix("/item")
    if quantity.kind == "money" and text[: quantity.start].endswith("(") and text[quantity.end :].startswith(")"):
        unit = unit if _RATE.search(text[quantity.start : quantity.end]) else unit.split("/")[0]
    if unit == "barrel" and _OF_OIL.match(text, quantity.figure_end):
        unit = "barrel of oil"
    bound: str = "=" if quantity.vague else quantity.bound
    if bound == "=" and _AVERAGED.search(text[: quantity.start]):
        bound = "~"
    return {
        "low": low,
        "high": high,
        "unit": unit.replace("_", " "),
        "bound": bound,
        "change": quantity.change,
        "start": quantity.start,
        "end": quantity.end,
    }
