"""crossfoot: reads business news, pulls out every stated figure, and shows where articles disagree.

import crossfoot

result = crossfoot.run(["articles/"])       # .claims, .findings and .articles are pandas DataFrames
claims = crossfoot.extract("Acme's revenue rose 8% to $2.1 billion.", published="2026-07-02")
nlp = crossfoot.load()                      # a spaCy pipeline: doc.spans["crossfoot_quantities"], ...
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crossfoot.extract.pipeline import load
    from crossfoot.flow import Run, extract, run
    from crossfoot.reconcile import reconcile
    from crossfoot.records import Article, Claim, Finding, Rejection, Verdict
    from crossfoot.values.periods import Period, periods
    from crossfoot.values.quantities import Quantity, quantities

__version__ = "0.1.0"

_HOMES = {
    "load": "crossfoot.extract.pipeline",
    "Run": "crossfoot.flow",
    "extract": "crossfoot.flow",
    "run": "crossfoot.flow",
    "reconcile": "crossfoot.reconcile",
    "Article": "crossfoot.records",
    "Claim": "crossfoot.records",
    "Finding": "crossfoot.records",
    "Rejection": "crossfoot.records",
    "Verdict": "crossfoot.records",
    "Period": "crossfoot.values.periods",
    "periods": "crossfoot.values.periods",
    "Quantity": "crossfoot.values.quantities",
    "quantities": "crossfoot.values.quantities",
}
__all__ = [
    "Article", "Claim", "Finding", "Period", "Quantity", "Rejection", "Run", "Verdict",
    "__version__", "extract", "load", "periods", "quantities", "reconcile", "run",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first used: spaCy and pandas take seconds, `crossfoot --help` should not."""
    if name not in _HOMES:
        raise AttributeError(f"module 'crossfoot' has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found
