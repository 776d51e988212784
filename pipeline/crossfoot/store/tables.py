"""The tables of a run: the same records give the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
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
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    return "".join(encode(plain(columns.fields_of(record))) + "\n" for record in records)


def csv_text(records: Iterable[Record], model: type[Record]) -> str:
    """A CSV table with the model's fields as its head; lines end in a newline alone.

    Written with both line characters and cut back: a writer that ends in \\n alone leaves a \\r unquoted.
    """
    lines: list[str] = []
    writer = csv.writer(SimpleNamespace(write=lines.append), lineterminator="\r\n")
    writer.writerow(model.model_fields)
    writer.writerows([as_cell(value) for value in row_of(record).values()] for record in records)
    return "".join(line.removesuffix("\r\n") + "\n" for line in lines)


def row_of(record: Record) -> dict[str, Any]:
    """A record by columns; what is nested in it as JSON text."""
    row = columns.fields_of(record)
    nested: dict[str, Any] = {name: columns.as_stored(row[name], name) for name in columns.NESTED if name in row}
    return {**row, **nested} if nested else row


def _write_parquet(path: Path, records: Iterable[Record], model: type[Record]) -> None:
    with atomic.replacing(path) as handle:
        columns.write(handle, columns.table(records, model))


def parquet_bytes(records: Iterable[Record], model: type[Record]) -> bytes:
    """The table as Parquet."""
    out = io.BytesIO()
    columns.write(out, columns.table(records, model))
    return out.getvalue()
