"""What `reconcile` and `diff` share: claim tables in, findings and the page out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.commands import decided, screen

if TYPE_CHECKING:
    from crossfoot.records import Claim, Decision, Finding


def warn(claims: list[Claim], *, quiet: bool) -> None:
    """Says what of a claim table can be read and is likely not meant."""
    from crossfoot import store

    for line in store.unit_warnings(claims):
        screen.talk(f"crossfoot: {line}", quiet=quiet)


def compared(
    table: list[Claim],
    findings: list[Finding],
    out: Path,
    *,
    quiet: bool,
    json: bool,
    decisions: tuple[Decision, ...] = (),
) -> None:
    """Writes the findings and the page, and says what disagrees."""
    from crossfoot import flow, store
    from crossfoot.reconcile.copies import groups
    from crossfoot.report import folded

    store.write_text(out / "findings.jsonl", store.json_lines(findings))
    same = groups(table)
    store.write_text(out / "report.html", flow.page(table, findings, copies=same, decisions=decisions))
    if json:
        status = Counter(finding.status for finding in findings)
        counts = {name: status[name] for name in ("flag", "explain", "agree")}
        files = [out / "findings.jsonl", out / "report.html"]
        screen.as_json({"claims": len(table), "findings": counts, "files": files})
    elif not quiet:
        console = screen.Screen()
        known = decided.in_words(findings, decisions)
        console.print(f"{len(table)} claims, {len(findings)} findings{known and f', {known}'}", highlight=False)
        screen.findings(console, folded(decided.undismissed(findings, decisions), table, same))
        screen.where(out)
