"""`crossfoot export`: a run's tables in a form that another program reads."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from crossfoot.commands import screen
from crossfoot.commands.options import Json, Quiet
from crossfoot.errors import UsageError


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The output folder of a run", show_default=False)],
    to: Annotated[
        str,
        typer.Option(
            help="csv (safe in Excel), csv-plain, xlsx, parquet, jsonl, duckdb, annotations or claimreview",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="File to write; without it, or for -, standard output", show_default=False),
    ] = None,
    table: Annotated[
        str, typer.Option(help="claims, findings or articles, for csv, csv-plain, parquet and jsonl")
    ] = "claims",
    page: Annotated[str, typer.Option(help="Address of the run's page, for claimreview")] = "report.html",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Write a run's tables as CSV, XLSX, Parquet, JSON Lines, a DuckDB script, Web Annotations or ClaimReview.

    Writes FILE whole or not at all; the same run gives the same bytes. In csv, a text that a spreadsheet would run or
    renumber has an apostrophe before it; csv-plain has every text as it is.
    """
    from crossfoot import store
    from crossfoot.export import FORMS, TABLES, Source

    if to not in FORMS:
        raise UsageError(f"no such form: {to}; there are {', '.join(FORMS)}")
    if table not in TABLES:
        raise UsageError(f"no such table: {table}; there are {', '.join(TABLES)}")
    form = FORMS[to]
    out = None if out == Path("-") else out
    if table != "claims" and not form.one_table:
        raise UsageError(f"--table has no meaning for {to}, which holds every table")
    if out is None and (json or (form.binary and sys.stdout.isatty())):
        raise UsageError(f"{'--json' if json else to} needs --out FILE: standard output is for the export itself")
    if not folder.is_dir():
        raise UsageError(f"no such folder: {folder}")
    if out is not None and not out.parent.is_dir():
        raise UsageError(f"no such folder: {out.parent}")
    data = form.render(Source(folder, store.read_run(folder), table, page))
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    store.write_bytes(out, data)
    if json:
        screen.as_json({"to": to, "table": table if form.one_table else None, "out": out, "bytes": len(data)})
    screen.talk(f"{out}: {form.says}", quiet=quiet or json)
