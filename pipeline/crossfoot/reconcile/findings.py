"""Makes finding records of grouped comparisons, and puts them in order."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from typing import Final

from crossfoot.reconcile import derived_explanations, explanations, severity, witnesses
from crossfoot.reconcile.arithmetic import Derivation
from crossfoot.reconcile.comparison import Comparison
from crossfoot.reconcile.grouping import Group, cliques, components
from crossfoot.reconcile.reading import Reading
from crossfoot.records import Finding, FindingKind, Status

_MOST_FLAGS: Final = 200  # of one firm, metric and kind
_MOST_OF_A_SORT: Final = 25  # findings of one firm, metric and kind that explain or agree
_ORDER: Final[dict[str, int]] = {"flag": 0, "explain": 1, "agree": 2}
_SEVERITIES: Final[dict[str, int]] = {"high": 0, "medium": 1, "low": 2}


def findings_of(comparisons: Iterable[Comparison]) -> list[Finding]:
    """One finding for each set of figures that bear on each other."""
    by_subject: dict[tuple[str, str], list[Comparison]] = defaultdict(list)
    for comparison in comparisons:
        by_subject[comparison.one.firm or "", comparison.one.claim.metric].append(comparison)
    found = []
    for subject in sorted(by_subject):
        found += _of_one_subject(by_subject[subject])
    return found


def _of_one_subject(comparisons: Sequence[Comparison]) -> list[Finding]:
    agreeing = [each for each in comparisons if each.status == "agree"]
    by_kind: dict[tuple[Status, FindingKind, str], list[Comparison]] = defaultdict(list)
    for comparison in comparisons:
        by_kind[comparison.status, comparison.kind, comparison.level].append(comparison)
    conflicts = frozenset(each.pair for each in comparisons if each.status == "flag")
    found: list[Finding] = []
    for status, kind, level in sorted(by_kind):
        gathered = _grouped(by_kind[status, kind, level], agreeing, conflicts)
        most = _MOST_FLAGS if status == "flag" else _MOST_OF_A_SORT
        found += [finding(group, status, kind) for group in sorted(gathered, key=_weightiest)[:most]]
    return found


def _weightiest(group: Group) -> tuple[object, ...]:
    """The surest and widest first, where there are more of one firm and metric than anybody reads."""
    strongest = group.comparisons[0]
    return (-strongest.support - strongest.gap, -len(group.readings), group.readings[0].order)


def _grouped(
    comparisons: Sequence[Comparison], agreeing: Sequence[Comparison], conflicts: Set[frozenset[str]]
) -> list[Group]:
    """Agreements and conflicts hold between all figures of a finding; what is explained need only hang together, but
    holds no two figures that are in conflict."""
    first = comparisons[0]
    if first.kind == "direction_conflict":
        return components(comparisons)
    if first.status == "explain":
        return components(comparisons, conflicts)
    return cliques(comparisons, [] if first.status == "agree" else agreeing)


def finding(group: Group, status: Status, kind: FindingKind) -> Finding:
    """The record of a group of compared claims."""
    gap = max(comparison.gap for comparison in group.comparisons)
    support = max(comparison.support for comparison in group.comparisons)
    return _record(group.readings, status, kind, explanations.explain(group, kind), gap=gap, support=support)


def derived(derivation: Derivation) -> Finding:
    """The record of a derivation; it is about the firm and metric of the figure that it was held against."""
    about = derivation.others[0].first if derivation.others else derivation.left.first
    said = derived_explanations.explain(derivation)
    gap = derivation.gap
    return _record(derivation.readings, derivation.status, derivation.kind, said, gap=gap, support=1.0, about=about)


def _record(
    readings: Sequence[Reading],
    status: Status,
    kind: FindingKind,
    explanation: str,
    *,
    gap: float,
    support: float,
    about: Reading | None = None,
) -> Finding:
    points = severity.score(readings, status, kind, gap=gap, support=support)
    claim_ids = tuple(reading.claim.claim_id for reading in readings)
    subject = (about or readings[0]).claim
    return Finding(
        finding_id=identity(kind, claim_ids),
        status=status,
        kind=kind,
        severity=severity.severity(points, status),
        firm=subject.firm,
        metric=subject.metric,
        claim_ids=claim_ids,
        explanation=explanation,
        witnesses=witnesses.count(readings),
        score=points,
    )


def identity(kind: str, claim_ids: Sequence[str]) -> str:
    """The same claims compared in the same way give the same finding_id in every run."""
    return hashlib.sha256("\x1f".join([kind, *sorted(claim_ids)]).encode()).hexdigest()[:16]


def order(found: Finding) -> tuple[object, ...]:
    """Flags first, the most serious first, then explanations, then agreements."""
    rank = (_ORDER[found.status], _SEVERITIES[found.severity], -found.score)
    return (*rank, found.firm or "", found.metric, found.finding_id)
