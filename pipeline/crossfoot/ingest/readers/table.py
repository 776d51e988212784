"""`.csv` and `.tsv`: one article a row, its text in a column of that name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from crossfoot.errors import ArticleError
from crossfoot.ingest.decoding import decode_any
from crossfoot.ingest.outside import parsing
from crossfoot.ingest.readers import json_record
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.records import Rejection

# By what names tables call the fields of a record; the first that a table has is taken.
_COLUMNS: Final = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "maintext", "story"),
    "id": ("id", "doc_id", "article_id", "uuid", "guid"),
    "title": ("title", "headline"),
    "published": (
        "published",
        "date",
        "published_at",
        "publish_date",
        "date_published",
        "datetime",
        "pubdate",
        "timestamp",
    ),
    "updated": ("updated", "updated_at", "modified", "date_modified"),
    "url": ("url", "link"),
    "source": ("source", "publisher", "outlet", "domain", "source_name"),
    "authors": ("authors", "author", "byline"),
}
_DELIMITERS: Final = {".csv": ",", ".tsv": "\t"}


class CsvTable:
    """Reads tables whose first row names the columns."""

    def accepts(self, source: Source) -> bool:
        """By extension."""
        return source.suffix in _DELIMITERS

    def read(self, source: Source) -> Iterator[Found | Rejection]:
        """Every row's article."""
        decoded = decode_any(source.read(at_most=LIMITS.file_bytes), declared=source.charset)
        csv.field_size_limit(LIMITS.article_bytes)
        head = decoded.text.split("\n", 1)[0]
        delimiter = ";" if source.suffix == ".csv" and head.count(";") > head.count(",") else _DELIMITERS[source.suffix]
        lines = io.StringIO(decoded.text, newline="")
        with parsing("bad_table", "table"):
            rows = csv.DictReader(lines, delimiter=delimiter, restval="")
            columns = columns_of(rows.fieldnames or ())
        notes = (decoded.note,) if decoded.note else ()
        yield from found_in(_rows(rows), columns, source, notes=notes)


def columns_of(names: Iterable[str]) -> dict[str, str]:
    """Which column holds which field of a record. Raises ArticleError `missing_text` where none holds the text."""
    known = {name.strip().lower().replace(" ", "_"): name for name in names if isinstance(name, str)}
    columns = {
        field: known[choice]
        for field, choices in _COLUMNS.items()
        if (choice := next((name for name in choices if name in known), None)) is not None
    }
    if "text" not in columns:
        raise ArticleError("missing_text", f"no column named {', '.join(_COLUMNS['text'])}")
    return columns


def found_in(
    rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str], source: Source, *, notes: tuple[str, ...] = ()
) -> Iterator[Found | Rejection]:
    """Each row as an article, numbered from 1."""
    for number, row in enumerate(rows, start=1):
        fallback = f"{source.stem}:{number}"
        record = {field: _value(row.get(column)) for field, column in columns.items()}
        try:
            yield json_record.found(record, path=source.name, fallback_id=fallback, line=number, notes=notes)
        except ArticleError as error:
            yield source.rejection(error.reason, error.detail, id=fallback, line=number)


def _rows(rows: csv.DictReader[str]) -> Iterator[dict[str, Any]]:
    """Every row. Raises ArticleError `bad_table` where the rest of the table cannot be told apart."""
    while True:
        with parsing("bad_table", "table"):
            row = next(rows, None)
        if row is None:
            return
        yield row


def _value(value: Any) -> Any:
    """A cell as a record would state it: dates in ISO 8601, an empty cell as nothing."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return None if value == "" else value
