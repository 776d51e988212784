"""`.parquet`: one article a row, its text in a column of that name, read in batches."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from crossfoot.ingest.outside import parsing
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.readers.table import columns_of, found_in
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.records import Rejection

_MAGIC: Final = b"PAR1"
_BATCH: Final = 200  # rows


class ParquetTable:
    """Reads Parquet by its first bytes."""

    def accepts(self, source: Source) -> bool:
        """By its first bytes, or by extension."""
        return source.head.startswith(_MAGIC) or source.suffix == ".parquet"

    def read(self, source: Source) -> Iterator[Found | Rejection]:
        """Every row's article."""
        import pyarrow.parquet as pq

        with parsing("bad_table", "Parquet table"):
            file = pq.ParquetFile(BytesIO(source.read(at_most=LIMITS.file_bytes)))
        columns = columns_of(file.schema_arrow.names)
        yield from found_in(_rows(file, sorted(set(columns.values()))), columns, source)


def _rows(file: Any, columns: list[str]) -> Iterator[dict[str, Any]]:
    batches = file.iter_batches(batch_size=_BATCH, columns=columns)
    while True:
        with parsing("bad_table", "Parquet table"):
            batch = next(batches, None)
            rows = batch.to_pylist() if batch is not None else None
        if rows is None:
            return
        yield from rows
