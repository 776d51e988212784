"""SQL over a store's tables, in DuckDB's memory: a query can change nothing and reads no file but the store's parts."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pyarrow.dataset as ds

from crossfoot.errors import UsageError
from crossfoot.store.cells import as_cell, plain
from crossfoot.store.dataset import MODELS, SCHEMAS, Dataset, steadily
from crossfoot.store.manifest import is_store

_ARTICLES: Final = """
    CREATE VIEW articles AS
    SELECT given.* REPLACE (copies.story AS syndication)
    FROM article_parts AS given LEFT JOIN copies ON copies.doc_id = given.id
"""
# The views stand, and from here on SQL can reach nothing else: no file, no network, no setting.
_CLOSED: Final = "SET enable_external_access = false; SET lock_configuration = true"


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query under their columns' names."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def query(folder: Path, sql: str) -> Answer:
    """What a query gives. Raises UsageError where there is no store or no DuckDB, and for SQL that DuckDB refuses."""
    if not is_store(folder):
        raise UsageError(f"{folder} holds no store; `crossfoot run` makes one")
    return steadily(folder, lambda dataset: _answer(dataset, sql))


def as_text(answer: Answer, format: str) -> str:
    """The rows as `csv` with a head, or as `jsonl`, one object a row."""
    if format == "jsonl":
        rows = [dict(zip(answer.columns, map(_plain, row), strict=True)) for row in answer.rows]
        return "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([as_cell(value) for value in row] for row in answer.rows)
    return out.getvalue()


def _plain(value: Any) -> Any:
    """NaN and infinities are no JSON."""
    return None if isinstance(value, float) and not math.isfinite(value) else plain(value)


def _answer(dataset: Dataset, sql: str) -> Answer:
    with _connected(dataset) as (connection, refused):
        try:
            found = connection.execute(sql)
            if found is None:
                raise UsageError("the query is empty")
            return Answer(tuple(column[0] for column in found.description or ()), found.fetchall())
        except refused as error:
            raise UsageError(" ".join(str(error).split())) from error


@contextmanager
def _connected(dataset: Dataset) -> Iterator[tuple[Any, Any]]:
    """A connection with the tables as views, and the class of its errors."""
    try:
        duckdb = import_module("duckdb")
    except ImportError as error:
        raise UsageError("SQL needs DuckDB: pip install 'crossfoot[sql]'") from error
    with duckdb.connect(":memory:", config={"python_enable_replacements": False}) as connection:
        for table in (*MODELS, "copies"):
            connection.register("article_parts" if table == "articles" else table, _scanned(dataset, table))
        connection.execute(_ARTICLES)
        connection.execute(_CLOSED)
        yield connection, duckdb.Error


def _scanned(dataset: Dataset, table: str) -> Any:
    """A table's parts, read as a query asks for them."""
    paths = dataset.paths(table)
    return ds.dataset(paths, schema=SCHEMAS[table], format="parquet") if paths else SCHEMAS[table].empty_table()
