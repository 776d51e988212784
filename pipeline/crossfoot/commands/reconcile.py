"""`crossfoot reconcile`: the findings of any claim table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crossfoot.commands import decided, screen, tables
from crossfoot.commands.decided import DecisionsFile
from crossfoot.commands.options import Json, Out, Quiet


def reconcile(
    claims: Annotated[Path, typer.Argument(help="A claim table: .jsonl, .csv or .parquet", show_default=False)],
    out: Out,
    relations: Annotated[
        Path | None, typer.Option(help="Your own arithmetic relations (docs/add-a-relation.md)", show_default=False)
    ] = None,
    decisions: DecisionsFile = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Compare the claims of any table with the columns of schemas/claim.schema.json, and say what disagrees.

    Writes findings.jsonl and report.html into the folder.
    """
    from crossfoot import store
    from crossfoot.reconcile import reconcile as compare
    from crossfoot.reconcile.relations import added, library

    before = decided.given(decisions)
    table = store.read_claims(claims)
    tables.warn(table, quiet=quiet)
    tried = library() if relations is None else added(relations)
    findings = compare(table, relations=tried)
    before = decided.on(before, findings)
    for line in decided.unknown(decisions, before, findings):
        screen.talk(f"crossfoot: {line}", quiet=quiet)
    tables.compared(table, findings, out, quiet=quiet, json=json, decisions=before)
