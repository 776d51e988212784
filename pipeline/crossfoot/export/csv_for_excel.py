"""CSV for Excel: nothing in it runs, numbers stay numbers, accents survive."""

from __future__ import annotations

import csv
import io

from crossfoot.export import spreadsheet
from crossfoot.export.form import Source
from crossfoot.store.cells import as_cell
from crossfoot.store.tables import row_of

_MARK = "\ufeff"  # by which Excel knows UTF-8


def render(source: Source) -> bytes:
    """The chosen table, each row ended as Excel ends it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(source.model.model_fields)
    for record in source.records:
        writer.writerow([_cell(value) for value in row_of(record).values()])
    return (_MARK + out.getvalue()).encode("utf-8", "replace")


def _cell(value: object) -> str:
    """A number as its digits, a text so that it stays one."""
    written = as_cell(value)
    return written if isinstance(value, (int, float)) else spreadsheet.inert(spreadsheet.fitted(written))
