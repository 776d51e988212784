"""`crossfoot sql`: a query over the tables of a run."""

from __future__ import annotations

import json as text
from pathlib import Path
from typing import Annotated

import typer

from crossfoot.commands import screen
from crossfoot.commands.options import Json, Quiet
from crossfoot.errors import UsageError

_FORMATS = ("csv", "jsonl")


def sql(
    query: Annotated[str, typer.Argument(help="SELECT ... over claims, findings, articles, quarantine")],
    source: Annotated[Path, typer.Option("--from", help="A folder that runs wrote into", show_default=False)],
    format: Annotated[str, typer.Option("--format", "-f", help="csv or jsonl")] = "csv",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Ask the tables of a run in SQL (DuckDB's); the query can change nothing and reads no other file.

    Writes no file.
    """
    from crossfoot import store

    if format not in _FORMATS:
        raise UsageError(f"no such format: {format}; there are {', '.join(_FORMATS)}")
    answer = store.query(source, query)
    if json:
        rows = [text.loads(line) for line in store.as_text(answer, "jsonl").splitlines()]
        print(text.dumps({"rows": rows}, ensure_ascii=False))
    elif not quiet:
        print(screen.visible(store.as_text(answer, format)), end="")
