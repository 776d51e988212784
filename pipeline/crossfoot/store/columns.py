"""Records as Arrow tables and back, by fields alone: no pandas metadata, whose library versions would change the bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO, Final, TypeVar

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from crossfoot.records import Article, Record, Verdict
from crossfoot.store.frames import dtypes

Row = TypeVar("Row", bound=Record)
_NESTING: Final = (Article, Verdict)
NESTED: Final = ("blocks", "dropped", "mended", "origins")  # as JSON text, which every reader of Parquet can hold


def table(records: Iterable[Record], model: type[Record]) -> pa.Table:
    """One row a record, in the order given."""
    rows = [fields_of(record) for record in records]
    schema = pa.schema([(name, _arrow(name, dtype)) for name, dtype in dtypes(model).items()])
    arrays = [pa.array(_column(rows, field.name), type=field.type) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def records(rows: pa.Table, model: type[Row]) -> list[Row]:
    """The records of a table that `table` made. Raises pydantic's ValidationError, or ValueError, for any other."""
    return [_record(row, model) for row in rows.to_pylist()]


def write(handle: BinaryIO, rows: pa.Table) -> None:
    """Parquet: the same rows give the same bytes."""
    pq.write_table(rows, handle, compression="zstd", store_schema=False)


def _record(row: dict[str, Any], model: type[Row]) -> Row:
    if model is not Article:
        return model.model_validate(row)
    nested = {name: json.loads(row[name]) for name in NESTED if row.get(name)}
    given = {name: value for name, value in row.items() if value is not None}
    return model.model_validate({**given, **nested})


def fields_of(record: Record) -> dict[str, Any]:
    """A record's values by its fields, in their order; only an article's hold records of their own."""
    return record.model_dump() if isinstance(record, _NESTING) else record.__dict__


def _column(rows: list[dict[str, Any]], name: str) -> list[object]:
    """One field of all rows; what no column can hold, such as `blocks`, as JSON text."""
    return [as_stored(row[name], name) for row in rows] if name in NESTED else [row[name] for row in rows]


def as_stored(value: object, name: str) -> object:
    return json.dumps(value, ensure_ascii=False) if name in NESTED else value


def _arrow(name: str, dtype: object) -> pa.DataType:
    if isinstance(dtype, pd.Int64Dtype):
        return pa.int64()
    if isinstance(dtype, pd.Float64Dtype):
        return pa.float64()
    if name in NESTED or isinstance(dtype, (pd.StringDtype, pd.CategoricalDtype)):
        return pa.string()
    return pa.list_(pa.string())  # the tuples of strings: rules, authors
