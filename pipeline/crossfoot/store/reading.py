"""A claim table from disk, in the contract's columns: .jsonl, .csv or .parquet."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import ValidationError

from crossfoot.errors import TableError, UsageError
from crossfoot.records import Claim
from crossfoot.store.cells import JOINT

Row = dict[str, Any]
_LISTS = ("rules",)
# Columns that the contract does not ask for, or that follow from others.
_NOT_REQUIRED = {name for name, field in Claim.model_fields.items() if not field.is_required()} | {"sentence_start"}


def read_claims(path: str | Path) -> list[Claim]:
    """The claims of a table in its order; columns that the contract leaves open may be missing, unknown ones are left.

    Raises UsageError where the file is not there, TableError naming row and column where it is not such a table.
    """
    path = Path(path)
    if not path.is_file():
        raise UsageError(f"no such file: {path}")
    readers = {".jsonl": _json_rows, ".ndjson": _json_rows, ".csv": _csv_rows, ".parquet": _parquet_rows}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UsageError(f"a claim table ends in .jsonl, .csv or .parquet: {path}")
    try:
        claims = [_claim(path, number, row) for number, row in reader(path)]
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise TableError(f"{path}: not UTF-8 text at byte {error.start}") from error
    _refuse_repeated_ids(path, claims)
    return claims


def _json_rows(path: Path) -> Iterator[tuple[int, Row]]:
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
            yield number, row


def _csv_rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Cells as text, an empty one null: a firm called NA stays one."""
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle, strict=True)
        try:
            for number, cells in enumerate(reader, start=1):
                if None in cells or None in cells.values():
                    raise TableError(f"{path}, row {number}: it has not as many cells as the head has columns")
                yield number, {name: _from_csv(name, cell) for name, cell in cells.items()}
        except csv.Error as error:
            raise TableError(f"{path}, line {reader.line_num}: not CSV ({error})") from error


def _from_csv(name: str, cell: str) -> Any:
    if name in _LISTS:
        return cell.split(JOINT) if cell else []
    return cell or None


def _parquet_rows(path: Path) -> Iterator[tuple[int, Row]]:
    try:
        table = pq.read_table(path)
    except pa.ArrowException as error:
        raise TableError(f"{path}: not a Parquet table ({error})") from error
    yield from enumerate(table.to_pylist(), start=1)


def _claim(path: Path, number: int, row: Row) -> Claim:
    """A row as a Claim; an empty cell takes the field's default, and NaN is one."""
    for name in Claim.model_fields:
        if name not in row and name not in _NOT_REQUIRED:
            raise TableError(f"{path}: no column {name}")
    given = {name: value for name, value in row.items() if name in Claim.model_fields and not _missing(value)}
    given.setdefault("sentence_start", _sentence_start(row))
    for text in ("quote", "sentence"):  # an empty string is a string here
        if row.get(text) is None and text in row:
            given[text] = ""
    try:
        return Claim.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(map(str, first["loc"]))
        problem = "has no value" if first["type"] == "missing" else f"{first['input']!r}: {first['msg']}"
        raise TableError(f"{path}, row {number}, column {column}: {problem}") from error


def _missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _sentence_start(row: Row) -> int:
    """Where the sentence begins, by where the quote stands in it."""
    sentence, quote, start = row.get("sentence"), row.get("quote"), row.get("start")
    try:
        return max(0, int(str(start)) - max(0, str(sentence).find(str(quote))))
    except ValueError:
        return 0  # `start` is no number, which the model says better


def _refuse_repeated_ids(path: Path, claims: list[Claim]) -> None:
    seen: dict[str, int] = {}
    for number, claim in enumerate(claims, start=1):
        if claim.claim_id in seen:
            raise TableError(
                f"{path}, row {number}, column claim_id: {claim.claim_id!r} stands in row {seen[claim.claim_id]}"
            )
        seen[claim.claim_id] = number
