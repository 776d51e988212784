"""crossfoot: reads business news, pulls out every stated figure, and shows where articles disagree.

import crossfoot

result = crossfoot.run(["articles/"])       # .claims, .findings and .articles are pandas DataFrames
claims = crossfoot.extract("Acme's revenue rose 8% to $2.1 billion.", published="2026-07-02")
nlp = crossfoot.load()                      # a spaCy pipeline: doc.spans["crossfoot_quantities"], ...
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

# The stages are imported before the functions of their names are defined: importing them later would put the
# stage's module in the function's place.
import crossfoot.check
import crossfoot.extract
import crossfoot.reconcile  # noqa: F401

if TYPE_CHECKING:
    from crossfoot.extract.pipeline import load
    from crossfoot.flow import Check, Run
    from crossfoot.reconcile.statements import Related
    from crossfoot.records import Article, Claim, Finding, Rejection, Verdict
    from crossfoot.values.periods import Period, periods
    from crossfoot.values.quantities import Quantity, quantities

__version__ = "0.1.0"

_HOMES = {
    "load": "crossfoot.extract.pipeline",
    "Check": "crossfoot.flow",
    "Run": "crossfoot.flow",
    "Article": "crossfoot.records",
    "Claim": "crossfoot.records",
    "Finding": "crossfoot.records",
    "Rejection": "crossfoot.records",
    "Related": "crossfoot.reconcile.statements",
    "Verdict": "crossfoot.records",
    "Period": "crossfoot.values.periods",
    "periods": "crossfoot.values.periods",
    "Quantity": "crossfoot.values.quantities",
    "quantities": "crossfoot.values.quantities",
}
__all__ = [
    "Article", "Check", "Claim", "Finding", "Period", "Quantity", "Rejection", "Related", "Run", "Verdict",
    "__version__", "check", "extract", "load", "periods", "quantities", "reconcile", "relate", "run",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first used: spaCy and pandas take seconds, `crossfoot --help` should not."""
    if name not in _HOMES:
        raise AttributeError(f"module 'crossfoot' has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def run(paths: str | Path | Iterable[str | Path]) -> Run:
    """Reads articles from files and folders, extracts their claims and reconciles them; see `crossfoot.flow.run`."""
    from crossfoot import flow

    return flow.run(paths)


def extract(text: str, published: str | None = None, *, title: str | None = None) -> list[Claim]:
    """The claims of one text. `published` is an ISO date, on which relative dates are resolved."""
    from crossfoot import flow

    return flow.extract(text, published, title=title)


def reconcile(claims: Sequence[Claim], *, witnesses: Mapping[str, str] | None = None) -> list[Finding]:
    """The findings of a claim table, the most serious first; `witnesses` maps an article to its syndication group."""
    from crossfoot.reconcile import reconcile as compare

    return compare(claims, witnesses=witnesses)


def check(summary: str, against: str | Path | Run, *, published: str | None = None) -> Check:
    """The verdict on every figure and stated direction of a summary: `.verdict_records`, `.verdicts` (a DataFrame).

    `against` is a run's output folder, a Run, or articles; `published` the summary's day. See `crossfoot.flow.check`.
    """
    from crossfoot import flow

    return flow.check(summary, against, published=published)


def relate(one: str, other: str, published: str | None = None) -> Related:
    """What a bare statement says of another: AGREE, CONFLICT, EXPLAINED or UNRELATED, and why.

    `published` is the day of both, on which relative dates are resolved.
    """
    from crossfoot import flow

    return flow.relate([(one, other)], published)[0]
