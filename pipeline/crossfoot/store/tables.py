"""The tables of a run: the same records give the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from crossfoot.records import Article, Claim, Finding, Record, Rejection
from crossfoot.store import atomic
from crossfoot.store.cells import as_cell, plain
from crossfoot.store.frames import dtypes

NESTED = ("blocks", "dropped", "mended", "origins")  # as JSON text, which every reader of Parquet can hold


def write_tables(
    out_dir: str | Path,
    *,
    claims: Iterable[Claim],
    findings: Iterable[Finding],
    articles: Iterable[Article],
    rejections: Iterable[Rejection],
) -> None:
    """Writes claims (.jsonl, .csv, .parquet), findings.jsonl, quarantine.jsonl and articles.parquet to `out_dir`.

    Rows keep the order given. Raises UsageError where the folder cannot be written; each file is whole or as before.
    """
    folder = atomic.folder(out_dir)
    claims = tuple(claims)
    atomic.write_text(folder / "claims.jsonl", json_lines(claims))
    atomic.write_text(folder / "claims.csv", csv_text(claims, Claim))
    _write_parquet(folder / "claims.parquet", claims, Claim)
    atomic.write_text(folder / "findings.jsonl", json_lines(findings))
    atomic.write_text(folder / "quarantine.jsonl", json_lines(rejections))
    _write_parquet(folder / "articles.parquet", articles, Article)


def json_lines(records: Iterable[Record]) -> str:
    """One JSON object a line, keys in the model's order."""
    return "".join(
        json.dumps(plain(record.model_dump()), ensure_ascii=False, allow_nan=False) + "\n" for record in records
    )


def csv_text(records: Iterable[Record], model: type[Record]) -> str:
    """A CSV table with the model's fields as its head; lines end in a newline alone."""
    head = _csv_line(list(model.model_fields))
    return head + "".join(_csv_line([as_cell(value) for value in row_of(record).values()]) for record in records)


def row_of(record: Record) -> dict[str, Any]:
    """A record by columns; what is nested in it as JSON text."""
    return {name: _stored(value, name) for name, value in record.model_dump().items()}


def _csv_line(cells: list[str]) -> str:
    """One row. Written with both line characters and cut back: a writer that ends in \\n alone leaves a \\r unquoted."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def _write_parquet(path: Path, records: Iterable[Record], model: type[Record]) -> None:
    atomic.write_bytes(path, parquet_bytes(records, model))


def parquet_bytes(records: Iterable[Record], model: type[Record]) -> bytes:
    """Parquet by fields alone: no pandas metadata, whose library versions would change the bytes."""
    rows = [row_of(record) for record in records]
    schema = pa.schema([(name, _arrow(name, dtype)) for name, dtype in dtypes(model).items()])
    arrays = [pa.array([row[field.name] for row in rows], type=field.type) for field in schema]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd", store_schema=False)
    return out.getvalue()


def _stored(value: object, name: str) -> object:
    return json.dumps(value, ensure_ascii=False) if name in NESTED else value


def _arrow(name: str, dtype: object) -> pa.DataType:
    if isinstance(dtype, pd.Int64Dtype):
        return pa.int64()
    if isinstance(dtype, pd.Float64Dtype):
        return pa.float64()
    if name in NESTED or isinstance(dtype, (pd.StringDtype, pd.CategoricalDtype)):
        return pa.string()
    return pa.list_(pa.string())  # the tuples of strings: rules, authors
