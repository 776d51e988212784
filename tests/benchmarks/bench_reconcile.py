"""How long the reconciler takes over tables of growing size, and how much memory.

    PYTHONPATH=pipeline python tests/benchmarks/bench_reconcile.py [CLAIMS] [ROWS ...]

CLAIMS is a claim table (outputs/claims.csv where none is given); it is told again under other firms and articles until it
has as many rows as wanted. A firm's claims stay as many as a week's news has, whatever the table's size.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from crossfoot.reconcile import reconcile
from crossfoot.records import Claim
from crossfoot.store import read_claims

_TABLE = Path(__file__).parents[2] / "outputs" / "claims.csv"
_ROWS = (12_500, 25_000, 50_000, 100_000)
_ONE_STORY = 4  # retellings that share their firms


def told_again(base: Sequence[Claim], rows: int) -> list[Claim]:
    """A table of so many rows."""
    found: list[Claim] = []
    while len(found) < rows:
        number = len(found) // len(base)
        found += [_told(claim, number) for claim in base[: rows - len(found)]]
    return found


def _told(claim: Claim, number: int) -> Claim:
    names = {name: f"{name} {number // _ONE_STORY}" for name in (claim.firm, claim.counterparty) if name}
    sentence = claim.sentence.replace(claim.firm, names[claim.firm]) if claim.firm else claim.sentence
    return claim.model_copy(
        update={
            "claim_id": f"{number} {claim.claim_id}",
            "doc_id": f"{number} {claim.doc_id}",
            "firm": names.get(claim.firm or ""),
            "counterparty": names.get(claim.counterparty or ""),
            "sentence": sentence,
        }
    )


def main(arguments: Sequence[str]) -> None:
    """Prints a line a size."""
    table = Path(arguments[0]) if arguments and not arguments[0].isdigit() else _TABLE
    sizes = [int(argument) for argument in arguments if argument.isdigit()] or list(_ROWS)
    base = read_claims(table)
    reconcile(base)  # vocabularies and caches
    for rows in sizes:
        claims = told_again(base, rows)
        started, processor = time.perf_counter(), time.process_time()
        found = reconcile(claims)
        seconds, processor = time.perf_counter() - started, time.process_time() - processor
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        each = 1e6 * processor / rows
        print(
            f"{rows:7,} claims  {len(found):6,} findings  {seconds:5.1f} s, of the processor {processor:5.1f} s,"
            f" {each:4.0f} µs a claim  {peak:5.0f} MB at most",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
