"""What `reconcile` and `diff` share: claim tables in, findings and the page out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.commands import screen

if TYPE_CHECKING:
    from crossfoot.records import Claim, Finding


def warn(claims: list[Claim], *, quiet: bool) -> None:
    """Says what of a claim table can be read and is likely not meant."""
    from crossfoot import store

    for line in () if quiet else store.unit_warnings(claims):
        print(f"crossfoot: {line}", file=sys.stderr)


def compared(table: list[Claim], findings: list[Finding], out: Path, *, quiet: bool) -> None:
    """Writes the findings and the page, and says what disagrees."""
    from crossfoot import store
    from crossfoot.reconcile.copies import groups
    from crossfoot.report import folded, render

    store.write_text(out / "findings.jsonl", store.json_lines(findings))
    same = groups(table)
    store.write_text(out / "report.html", render(table, findings, (), (), copies=same))
    if not quiet:
        console = screen.Screen()
        console.print(f"{len(table)} claims, {len(findings)} findings", highlight=False)
        screen.findings(console, folded(findings, table, same))
        screen.where(console, out)
