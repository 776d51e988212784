"""A claim table from disk, in the columns of `schemas/claim.schema.json`: .jsonl, .csv or .parquet."""

from __future__ import annotations

import csv
import json
import math
import reprlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeGuard

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import ValidationError

from crossfoot.errors import TableError, UsageError
from crossfoot.records import Claim
from crossfoot.store import claim_checks, dataset, manifest
from crossfoot.store.cells import JOINT

Row = dict[str, Any]
# Columns without which claims cannot be compared; cells of theirs may be empty where the schema allows null.
CORE: Final = (
    "claim_id", "kind", "doc_id", "start", "end", "quote", "sentence", "firm", "metric", "measure", "value_low",
    "value_high", "unit", "bound", "date", "source", "modality",
)  # fmt: skip
_LISTS = ("rules",)
_SEPARATORS: Final = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}


@dataclass(frozen=True, slots=True)
class _Table:
    """The names of a table's columns, and its rows by their number in the file."""

    columns: frozenset[str]
    rows: list[tuple[int, Row]]


def read_claims(path: str | Path) -> list[Claim]:
    """The claims of a table in its order; columns other than CORE may be missing, unknown ones are left. A folder that runs
    wrote into is a table too.

    Raises UsageError where the file is not there, TableError naming row and column where it is not such a table.
    """
    path = Path(path)
    if manifest.is_store(path):
        return dataset.steadily(path, lambda stored: stored.claims())
    if path.is_dir() and (path / "claims.jsonl").is_file():
        path /= "claims.jsonl"
    if path.is_dir():
        raise UsageError(
            f"{path} is a folder, not a claim table; a run writes claims.jsonl, .csv and .parquet into one"
        )
    if not path.is_file():
        raise UsageError(f"no such file: {path}")
    readers = {".jsonl": _json_table, ".ndjson": _json_table, ".csv": _csv_table, ".parquet": _parquet_table}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UsageError(f"a claim table ends in .jsonl, .csv or .parquet: {path}")
    try:
        table = reader(path)
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise TableError(f"{path}: not UTF-8 text at byte {error.start}") from error
    return _claims(path, table)


def is_frame(value: object) -> TypeGuard[pd.DataFrame]:
    """True of a pandas DataFrame."""
    return isinstance(value, pd.DataFrame)


def claims_of(frame: pd.DataFrame) -> list[Claim]:
    """The claims of a DataFrame in its order, by the same rules as those of a file.

    Raises TableError naming row, counted from 1, and column where it is not such a table.
    """
    cells = frame.astype(object).where(frame.notna(), None)
    rows = [{str(name): _from_frame(str(name), cell) for name, cell in row.items()} for row in cells.to_dict("records")]
    return _claims("the DataFrame", _Table(frozenset(map(str, frame.columns)), list(enumerate(rows, start=1))))


def _from_frame(name: str, cell: Any) -> Any:
    """A cell as its column has it; pandas reads the lists of a CSV table as text."""
    return _from_csv(name, cell) if name in _LISTS and isinstance(cell, str) else cell


def _claims(where: Path | str, table: _Table) -> list[Claim]:
    """The rows as claims; `where` is what messages call the table."""
    _refuse_missing_columns(where, table)
    claims = [_claim(where, number, row) for number, row in table.rows]
    _refuse_repeated_ids(where, table, claims)
    return claims


def _json_table(path: Path) -> _Table:
    """A row may leave out what is null in it: the columns are those that any row has."""
    rows: list[tuple[int, Row]] = []
    with path.open(encoding="utf-8-sig", newline="\n") as handle:
        for number, line in enumerate(handle, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise TableError(f"{path}, row {number}: not JSON ({error})") from error
            if not isinstance(row, dict):
                raise TableError(f"{path}, row {number}: not a JSON object")
            rows.append((number, row))
    columns = frozenset(name for _, row in rows for name in row)
    return _Table(columns if rows else frozenset(CORE), rows)


def _csv_table(path: Path) -> _Table:
    """Cells as text, an empty one null: a firm called NA stays one."""
    rows: list[tuple[int, Row]] = []
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle, strict=True)
        try:
            columns = reader.fieldnames or ()
            _refuse_other_separators(path, columns)
            for number, cells in enumerate(reader, start=1):
                if None in cells or None in cells.values():
                    raise TableError(f"{path}, row {number}: it has not as many cells as the head has columns")
                rows.append((number, {name: _from_csv(name, cell) for name, cell in cells.items()}))
        except csv.Error as error:
            raise TableError(f"{path}, line {reader.line_num}: not CSV ({error})") from error
    return _Table(frozenset(columns), rows)


def _from_csv(name: str, cell: str) -> Any:
    if name in _LISTS:
        return cell.split(JOINT) if cell else []
    return cell or None


def _parquet_table(path: Path) -> _Table:
    try:
        table = pq.read_table(path)
    except pa.ArrowException as error:
        raise TableError(f"{path}: not a Parquet table ({error})") from error
    return _Table(frozenset(table.column_names), list(enumerate(table.to_pylist(), start=1)))


def _refuse_other_separators(path: Path, columns: Iterable[str]) -> None:
    """A head of one column that holds another separator was not written with commas."""
    head = list(columns)
    for sign, name in _SEPARATORS.items():
        if len(head) == 1 and sign in head[0]:
            raise TableError(f"{path}: its columns are separated by {name}; a claim table in CSV has commas")


def _refuse_missing_columns(where: Path | str, table: _Table) -> None:
    missing = [name for name in CORE if name not in table.columns]
    if missing:
        raise TableError(f"{where}: no column {', '.join(missing)}")


def _claim(where: Path | str, number: int, row: Row) -> Claim:
    """A row as a Claim; an empty cell takes the field's default, and NaN is one."""
    given = {name: value for name, value in row.items() if name in Claim.model_fields and not _missing(value)}
    given.setdefault("sentence_start", _sentence_start(row))
    for text in ("quote", "sentence"):  # an empty string is a string here
        if row.get(text) is None and text in row:
            given[text] = ""
    try:
        claim = Claim.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(map(str, first["loc"]))
        problem = "has no value" if first["type"] == "missing" else f"{reprlib.repr(first['input'])}: {first['msg']}"
        raise TableError(f"{where}, row {number}, column {column}: {problem}") from error
    wrong = claim_checks.problem(claim, given)
    if wrong is not None:
        raise TableError(f"{where}, row {number}, column {wrong[0]}: {wrong[1]}")
    return claim


def _missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _sentence_start(row: Row) -> int:
    """Where the sentence begins, by where the quote stands in it."""
    sentence, quote, start = row.get("sentence"), row.get("quote"), row.get("start")
    try:
        return max(0, int(str(start)) - max(0, str(sentence).find(str(quote))))
    except ValueError:
        return 0  # `start` is no number, which the model says better


def _refuse_repeated_ids(where: Path | str, table: _Table, claims: Iterable[Claim]) -> None:
    seen: dict[str, int] = {}
    for (number, _), claim in zip(table.rows, claims, strict=True):
        if claim.claim_id in seen:
            raise TableError(
                f"{where}, row {number}, column claim_id: {claim.claim_id!r} stands in row {seen[claim.claim_id]}"
            )
        seen[claim.claim_id] = number
