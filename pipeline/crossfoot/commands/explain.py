"""`crossfoot explain`: why a claim says what it says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot.commands import screen
from crossfoot.commands.options import Json, Quiet
from crossfoot.errors import UsageError

if TYPE_CHECKING:
    from crossfoot.explaining import Explanation
    from crossfoot.records import Claim


def explain(
    claim_id: Annotated[
        str, typer.Argument(help="The claim's id, or as much of its head as no other has", show_default=False)
    ],
    folder: Annotated[Path, typer.Option("--from", help="The output folder of a run", show_default=False)],
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Say in words whom, what, how much and when a claim is about, who says so, by which rules, and how sure that is."""
    from crossfoot import store
    from crossfoot.explaining import explain as reasons

    if not folder.is_dir():
        raise UsageError(f"no such folder: {folder}")
    run = store.read_run(folder)
    found = reasons(_claim(claim_id, run.claims, folder), run.findings)
    if json:
        screen.as_json(_told(found))
    elif not quiet:
        print(screen.visible(str(found)))


def _claim(claim_id: str, claims: Sequence[Claim], folder: Path) -> Claim:
    """The claim of this id, else the only one whose id begins so."""
    exact = [claim for claim in claims if claim.claim_id == claim_id]
    found = exact or [claim for claim in claims if claim_id and claim.claim_id.startswith(claim_id)]
    if not found:
        raise UsageError(f"no claim {claim_id} in {folder}; claims.csv lists them")
    if len(found) > 1:
        raise UsageError(
            f"{len(found)} claims begin with {claim_id}: {', '.join(each.claim_id for each in found[:3])}, ..."
        )
    return found[0]


def _told(found: Explanation) -> dict[str, object]:
    parts = {part.question: {"answer": part.answer, "rule": part.rule, "why": part.why} for part in found.parts}
    return {
        "claim": found.claim.model_dump(mode="json"),
        "because": parts,
        "sureness": found.sureness,
        "findings": [finding.model_dump(mode="json") for finding in found.findings],
    }
