"""crossfoot: reads business news, pulls out every stated figure, and shows where articles disagree.

import crossfoot

result = crossfoot.run(["articles/"])       # .claims, .findings and .articles are pandas DataFrames
claims = crossfoot.extract("Acme's revenue rose 8% to $2.1 billion.", published="2026-07-02")
nlp = crossfoot.load()                      # a spaCy pipeline: doc.spans["crossfoot_quantities"], ...
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

# The stages are imported before the functions of their names are defined: importing them later would put the
# stage's module in the function's place.
import crossfoot.check
import crossfoot.extract
import crossfoot.reconcile  # noqa: F401
from crossfoot import arguments

if TYPE_CHECKING:
    import pandas as pd

    from crossfoot.explaining import Explanation
    from crossfoot.extract.periods import to_pandas
    from crossfoot.extract.pipeline import load
    from crossfoot.flow import Check, Run
    from crossfoot.notebook import displacy_spans
    from crossfoot.reconcile.statements import Related
    from crossfoot.records import Article, Claim, Finding, Rejection, Verdict
    from crossfoot.values.periods import Period
    from crossfoot.values.quantities import Quantity

__version__ = "0.1.0"

_HOMES = {
    "load": "crossfoot.extract.pipeline",
    "Check": "crossfoot.flow",
    "Run": "crossfoot.flow",
    "Article": "crossfoot.records",
    "Explanation": "crossfoot.explaining",
    "Claim": "crossfoot.records",
    "Finding": "crossfoot.records",
    "Rejection": "crossfoot.records",
    "Related": "crossfoot.reconcile.statements",
    "Verdict": "crossfoot.records",
    "Period": "crossfoot.values.periods",
    "Quantity": "crossfoot.values.quantities",
    "displacy_spans": "crossfoot.notebook",
    "to_pandas": "crossfoot.extract.periods",
}
__all__ = [
    "Article", "Check", "Claim", "Explanation", "Finding", "Period", "Quantity", "Rejection", "Related", "Run", "Verdict",
    "__version__", "check", "displacy_spans", "explain", "extract", "load", "periods", "quantities", "reconcile", "relate", "run",
    "to_pandas",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first used: spaCy and pandas take seconds, `crossfoot --help` should not."""
    if name not in _HOMES:
        raise AttributeError(f"module 'crossfoot' has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def run(paths: str | Path | Iterable[str | Path]) -> Run:
    """Reads articles from files and folders, extracts their claims and reconciles them; see `crossfoot.flow.run`.

    Raises UsageError for a path that is not there, ModelError where no English model is installed, TypeError for no path.
    """
    from crossfoot import flow

    return flow.run(arguments.paths(paths))


def extract(text: str, published: str | dt.date | None = None, *, title: str | None = None) -> list[Claim]:
    """The claims of one text. `published` is an ISO date, on which relative dates are resolved.

    Raises ArticleError for a text of more than a million characters, ModelError where no English model is installed,
    TypeError for what is no text.
    """
    from crossfoot import flow

    text, title = arguments.text(text, name="text"), arguments.optional_text(title, name="title")
    return flow.extract(text, arguments.published(published), title=title)


def reconcile(claims: Iterable[Claim] | pd.DataFrame, *, witnesses: Mapping[str, str] | None = None) -> list[Finding]:
    """The findings of a claim table, the most serious first; `witnesses` maps an article to its syndication group.

    A DataFrame has the columns of `schemas/claim.schema.json`, as `Run.claims` does. Raises TableError, a UsageError,
    for a DataFrame that has not, TypeError for what are no claims.
    """
    from crossfoot.reconcile import reconcile as compare

    return compare(_claims(claims), witnesses=witnesses)


def _claims(given: Iterable[Claim] | pd.DataFrame) -> list[Claim]:
    """The records of a DataFrame, or those that are given."""
    from crossfoot import store
    from crossfoot.records import Claim

    if store.is_frame(given):
        return store.claims_of(given)
    if not isinstance(given, Iterable) or isinstance(given, (str, bytes, Mapping)):
        raise arguments.wrong_claims(given)
    found: list[Claim] = []
    for each in given:
        if not isinstance(each, Claim):
            raise arguments.wrong_claims(each)
        found.append(each)
    return found


def check(summary: str, against: str | Path | Run, *, published: str | dt.date | None = None) -> Check:
    """The verdict on every figure and stated direction of a summary: `.verdict_records`, `.verdicts` (a DataFrame).

    `against` is a run's output folder, a Run, or articles; `published` the summary's day. See `crossfoot.flow.check`.
    Raises UsageError for an empty summary and for what is no run and no articles, TypeError for what is no text.
    """
    from crossfoot import flow

    return flow.check(arguments.text(summary, name="summary"), against, published=arguments.published(published))


def relate(one: str, other: str, published: str | dt.date | None = None) -> Related:
    """What a bare statement says of another: AGREE, CONFLICT, EXPLAINED or UNRELATED, and why.

    `published` is the day of both, on which relative dates are resolved. Raises ArticleError for a statement of more than a
    million characters, ModelError where no English model is installed, TypeError for what is no text.
    """
    from crossfoot import flow

    pair = arguments.text(one, name="one"), arguments.text(other, name="other")
    return flow.relate([pair], arguments.published(published))[0]


def explain(claim: Claim, findings: Iterable[Finding] = ()) -> Explanation:
    """Why a claim says what it says, rule by rule, how sure it is, and which of `findings` compare it; prints as text.

    Raises TypeError for what is no claim.
    """
    from crossfoot.explaining import explain as reasons
    from crossfoot.records import Claim

    if not isinstance(claim, Claim):
        raise arguments.wrong_claims(claim)
    return reasons(claim, findings)


def periods(text: str, published: str | dt.date | None = None) -> list[Period]:
    """Every time that a text names; see `crossfoot.values.periods.periods`. `published` is the day that relative words count
    from. Raises UsageError for a string that is no ISO date, TypeError for what is no text.
    """
    from crossfoot.values.periods import periods as read

    return read(arguments.text(text, name="text"), arguments.day(published))


def quantities(text: str) -> list[Quantity]:
    """Every figure of a text; see `crossfoot.values.quantities.quantities`. Raises TypeError for what is no text."""
    from crossfoot.values.quantities import quantities as read

    return read(arguments.text(text, name="text"))
