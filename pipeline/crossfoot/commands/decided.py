"""`--decisions`: what an analyst decided on an earlier page, and what of it this run has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from crossfoot.records import Decision, Finding

DecisionsFile = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        help="What you decided on an earlier page (its decisions.jsonl): a dismissed finding stays dismissed",
        show_default=False,
    ),
]
_NAMED: Final = 3
_WORDS: Final = (("dismiss", "dismissed"), ("accept", "accepted"))


def given(path: Path | None) -> tuple[Decision, ...]:
    """The decisions of a file; none where there is no file. Raises UsageError with the number of a bad line."""
    from crossfoot import store

    return () if path is None else store.read_decisions(path)


def on(decisions: Iterable[Decision], findings: Sequence[Finding]) -> tuple[Decision, ...]:
    """The decisions as those on these findings, also on those that a new article has added a figure to."""
    from crossfoot.decisions import carried

    return carried(decisions, findings)


def undismissed(findings: Iterable[Finding], decisions: Iterable[Decision]) -> list[Finding]:
    """The findings without those that were dismissed."""
    dismissed = {each.finding_id for each in decisions if each.decision == "dismiss"}
    return [finding for finding in findings if finding.finding_id not in dismissed]


def in_words(findings: Iterable[Finding], decisions: Iterable[Decision]) -> str:
    """`1 dismissed and 2 accepted before`; blank where this run has no finding that was decided."""
    had = {finding.finding_id for finding in findings}
    decisions = tuple(decisions)
    counts = Counter[str](each.decision for each in decisions if each.finding_id in had)
    parts = [f"{counts[name]} {word}" for name, word in _WORDS if counts[name]]
    grown = sum(each.added > 0 for each in decisions if each.finding_id in had)
    since = f", {grown} of them with a figure added since" if grown else ""
    return f"{' and '.join(parts)} before{since}" if parts else ""


def unknown(path: Path | None, decisions: Iterable[Decision], findings: Iterable[Finding]) -> list[str]:
    """One line on the decisions of findings that are no more; none where there are none."""
    had = {finding.finding_id for finding in findings}
    gone = [each.finding_id for each in decisions if each.finding_id not in had]
    if not gone:
        return []
    named = ", ".join(ascii(name)[1:-1] for name in gone[:_NAMED]) + (", ..." if len(gone) > _NAMED else "")
    what = "1 decision is of a finding" if len(gone) == 1 else f"{len(gone)} decisions are of findings"
    return [f"{path}: {what} that this run has not: {named}"]
