"""A workbook: a sheet a table, its head frozen, nothing in it a formula or a link; the same run gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from crossfoot.errors import UsageError
from crossfoot.export import spreadsheet
from crossfoot.export.form import TABLES, Source, need, rows_of
from crossfoot.records import Record
from crossfoot.store.cells import as_cell
from crossfoot.store.columns import NESTED

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MOST_ROWS: Final = 1_048_575  # below the head
_MADE: Final = dt.datetime(2000, 1, 1)  # a workbook names a day; with the day of writing its bytes would change
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDE: Final = {"sentence": 80, "explanation": 100, "text": 60, "title": 50, "quote": 24, "firm": 24, "rules": 40}
_NARROW: Final = {"start": 8, "end": 8, "sentence_start": 8, "bound": 7, "confidence": 10, "witnesses": 10, "score": 8}
_USUAL: Final = 16


def render(source: Source) -> bytes:
    """Every table. Raises UsageError where a table has more rows than a sheet holds."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise need("xlsxwriter", "xlsx") from error
    for name in TABLES:
        _refuse_too_many(name, len(rows_of(source.run, name)))
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": _MADE, "title": "crossfoot"})
        for name, model in TABLES.items():
            _sheet(book, name, [column for column in model.model_fields if column not in NESTED], source)
    return out.getvalue()


def _refuse_too_many(name: str, count: int) -> None:
    if count > MOST_ROWS:
        raise UsageError(
            f"{name}: {count:,} rows do not fit a sheet, which holds {MOST_ROWS:,}; export --to csv or parquet"
        )


def _sheet(book: Workbook, name: str, columns: Sequence[str], source: Source) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDE.get(column) or _NARROW.get(column, _USUAL))
        sheet.write_string(0, at, column, bold)
    rows = rows_of(source.run, name)
    for number, record in enumerate(rows, start=1):
        for at, value in enumerate(_cells(record, columns)):
            if isinstance(value, (int, float)):
                sheet.write_number(number, at, value)
            elif value:
                sheet.write_string(number, at, spreadsheet.fitted(value))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _cells(record: Record, columns: Sequence[str]) -> list[int | float | str]:
    values = (getattr(record, column) for column in columns)
    return [value if isinstance(value, (int, float)) else as_cell(value) for value in values]
