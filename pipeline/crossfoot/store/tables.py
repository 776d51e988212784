"""The tables of a run: the same records give the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from crossfoot.records import Article, Claim, Finding, Record, Rejection
from crossfoot.store import atomic, columns
from crossfoot.store.cells import as_cell, plain


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
    return {name: columns.as_stored(value, name) for name, value in record.model_dump().items()}


def _csv_line(cells: list[str]) -> str:
    """One row. Written with both line characters and cut back: a writer that ends in \\n alone leaves a \\r unquoted."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def _write_parquet(path: Path, records: Iterable[Record], model: type[Record]) -> None:
    with atomic.replacing(path) as handle:
        columns.write(handle, columns.table(records, model))


def parquet_bytes(records: Iterable[Record], model: type[Record]) -> bytes:
    """The table as Parquet."""
    out = io.BytesIO()
    columns.write(out, columns.table(records, model))
    return out.getvalue()
