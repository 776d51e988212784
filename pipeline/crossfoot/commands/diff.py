"""`crossfoot diff`: a new batch of claims against an older table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crossfoot.commands import decided, screen, tables
from crossfoot.commands.decided import DecisionsFile
from crossfoot.commands.options import Json, Out, Quiet


def diff(
    new: Annotated[
        Path, typer.Argument(help="The claims of a new batch: .jsonl, .csv or .parquet", show_default=False)
    ],
    older: Annotated[Path, typer.Argument(help="An older claim table to hold them against", show_default=False)],
    out: Out,
    decisions: DecisionsFile = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Hold the claims of a new batch against an older table, and say where the two disagree.

    Writes findings.jsonl and report.html into the folder; each finding has a claim of either table, and is about a firm of
    the new one.
    """
    from crossfoot import store
    from crossfoot.reconcile import against

    before = decided.given(decisions)
    batch, known = store.read_claims(new), store.read_claims(older)
    tables.warn([*batch, *known], quiet=quiet)
    findings = against(batch, known)
    before = decided.on(before, findings)
    for line in decided.unknown(decisions, before, findings):
        screen.talk(f"crossfoot: {line}", quiet=quiet)
    named = {claim_id for finding in findings for claim_id in finding.claim_ids}
    ours = {claim.claim_id for claim in batch}
    table = [*batch, *(claim for claim in known if claim.claim_id in named - ours)]
    tables.compared(table, findings, out, quiet=quiet, json=json, decisions=before)
