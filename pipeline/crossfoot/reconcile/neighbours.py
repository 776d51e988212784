"""Of a large table's claims those that a new batch is held against: of each firm, metric and unit the nearest few.

A batch then costs in proportion to itself, however many claims there were before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from crossfoot.reconcile.measurement import dimension
from crossfoot.reconcile.metrics import contrast_tags, metric_tags
from crossfoot.reconcile.reading import name_key
from crossfoot.records import Claim

COLUMNS: Final = ("claim_id", "doc_id", "firm", "counterparty", "metric", "measure", "unit", "value", "published")
_BY_DAY: Final = 2  # known claims on either side of a new one
_BY_VALUE: Final = 2
_MOST: Final = 4  # times as many known claims as new ones
_KINDS: Final = 1_000_000  # more than there are
_NONE: Final = np.empty(0, dtype=np.int64)
Rows = npt.NDArray[np.int64]


def nearest(known: pd.DataFrame, new: Sequence[Claim]) -> list[str]:
    """The claim_ids of the known claims to compare with, of a table with COLUMNS; in the table's order."""
    ours = pd.DataFrame([[getattr(claim, name) for name in COLUMNS] for claim in new], columns=list(COLUMNS))
    blocks = _Blocks()
    wanted, rows = blocks.rows(ours, known=False)
    found, known_rows = blocks.rows(known, known=True)
    days, values = _days(known), _values(known)
    our_days, our_values = _days(ours), _values(ours)
    chosen = np.zeros(len(known), dtype=np.int64)
    for key in np.unique(wanted):
        inside = known_rows[slice(*np.searchsorted(found, [key, key + 1]))]
        asking = rows[slice(*np.searchsorted(wanted, [key, key + 1]))]
        for places, asked, width in ((days, our_days, _BY_DAY), (values, our_values, _BY_VALUE)):
            for picked in _beside(inside, places[inside], asked[asking], width):
                chosen[picked] += 1
    at = np.flatnonzero(chosen)
    if len(at) > _MOST * len(new):  # those that the most new claims are near to
        at = np.sort(at[np.argsort(-chosen[at], kind="stable")[: _MOST * len(new)]])
    return [str(name) for name in known["claim_id"].iloc[at]]


def _beside(rows: Rows, places: npt.NDArray[Any], asked: npt.NDArray[Any], width: int) -> Iterator[Rows]:
    """For each place that is asked for the rows whose places lie next to it on either side."""
    order = np.argsort(places, kind="stable")
    rows, places = rows[order], places[order]
    for at in np.searchsorted(places, asked):
        yield rows[max(0, at - width) : at + width]


class _Blocks:
    """Numbers the names and kinds of figures that new claims have; what known claims have besides is left out."""

    def __init__(self) -> None:
        self._names: dict[str, int] = {}
        self._kinds: dict[str, int] = {}

    def rows(self, table: pd.DataFrame, *, known: bool) -> tuple[Rows, Rows]:
        """Keys, sorted, and the row that stands in each block; a claim of a deal stands in the blocks of both sides."""
        about, side = (self._named(table[column], known=known) for column in ("firm", "counterparty"))
        kinds = self._kinds_of(table, known=known)
        keys, rows = [_NONE], [_NONE]
        for names in (about, np.where(side == about, -1, side)):
            for kind in kinds.T:
                inside = np.flatnonzero((names >= 0) & (kind >= 0))
                keys.append(names[inside] * _KINDS + kind[inside])
                rows.append(inside)
        key, row = np.concatenate(keys), np.concatenate(rows)
        order = np.lexsort((row, key))
        return key[order], row[order]

    def _named(self, column: pd.Series, *, known: bool) -> Rows:
        """A number for each cell; that of the empty name is for firms alone, and -1 is for what is not looked for."""
        codes, names = pd.factorize(column, use_na_sentinel=True)
        nobody = "" if column.name == "firm" else None
        numbers = [self._number(self._names, name_key(str(name)), known=known) for name in names]
        return np.array([*numbers, self._number(self._names, nobody, known=known)], dtype=np.int64)[codes]

    def _kinds_of(self, table: pd.DataFrame, *, known: bool) -> Rows:
        """A row of numbers for each row: one for each block that its metric, measure and unit stand in, else -1."""
        shapes = (
            table["metric"].astype(str)
            + "\t"
            + table["measure"].astype(str)
            + "\t"
            + table["unit"].fillna("").astype(str)
        )
        codes, values = pd.factorize(shapes)
        kinds = [
            [self._number(self._kinds, tag, known=known) for tag in _tags(*str(value).split("\t"))] for value in values
        ]
        width = max(map(len, kinds), default=0)
        padded = [[*kind, *[-1] * (width - len(kind))] for kind in kinds]
        return np.array(padded, dtype=np.int64).reshape(len(kinds), width)[codes]

    def _number(self, numbers: dict[str, int], name: str | None, *, known: bool) -> int:
        if name is None:
            return -1
        return numbers.get(name, -1) if known else numbers.setdefault(name, len(numbers))


def _tags(metric: str, measure: str, unit: str) -> list[str]:
    """The blocks of a figure, as in `blocking`."""
    named = dimension(unit or None).name
    tags = [*metric_tags(metric, rate="/" in named), *(contrast_tags(metric) if "/" in named else ())]
    return sorted({f"{tag} {measure} {named}" for tag in tags})


def _days(table: pd.DataFrame) -> npt.NDArray[np.str_]:
    return table["published"].fillna("").astype(str).str[:10].to_numpy(dtype="U10")


def _values(table: pd.DataFrame) -> npt.NDArray[np.float64]:
    """The figures in the base units of their dimensions."""
    codes, units = pd.factorize(table["unit"].fillna("").astype(str))
    factors = np.array([dimension(str(unit) or None).factor for unit in units], dtype=np.float64)
    return table["value"].astype("Float64").fillna(0.0).to_numpy(dtype=np.float64) * factors[codes]
