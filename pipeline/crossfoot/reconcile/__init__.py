"""Reconciles claims: comparability first, then values; what disagrees is flagged, what only looks so is explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crossfoot.memory import uncollected
from crossfoot.reconcile import copies, findings
from crossfoot.reconcile.arithmetic import derivations
from crossfoot.reconcile.blocking import pairs
from crossfoot.reconcile.comparison import Comparison, compare
from crossfoot.reconcile.directions import opposites
from crossfoot.reconcile.echoes import resolved
from crossfoot.reconcile.reading import Reading, crowded, name_key, read
from crossfoot.reconcile.relations import Relation, library
from crossfoot.reconcile.settled_by_arithmetic import undisputed, unsettled
from crossfoot.reconcile.told_apart import settled
from crossfoot.reconcile.two_names import agreements
from crossfoot.records import Claim, Finding

__all__ = ["Comparison", "Reading", "against", "compare", "read", "reconcile"]


def reconcile(
    claims: Sequence[Claim],
    *,
    witnesses: Mapping[str, str] | None = None,
    relations: Sequence[Relation] | None = None,
) -> list[Finding]:
    """Findings over a claim table, the most serious first: flags, then explanations, then agreements.

    `witnesses` maps a doc_id to its syndication group, an article that it does not name being its own; without it,
    articles whose claims stand in the same sentences are copies. The result depends on the set of claims only, not on
    their order; a claim_id that comes twice counts once. `relations` are the equations to try.

    While it runs, Python's garbage collector is switched off for the whole process, other threads too, and on again at the
    end if it was on.
    """
    with uncollected():
        return _findings(claims, witnesses, library() if relations is None else relations)


def _findings(
    claims: Sequence[Claim], witnesses: Mapping[str, str] | None, relations: Sequence[Relation]
) -> list[Finding]:
    in_order = _distinct(claims)
    groups = copies.groups(in_order) if witnesses is None else witnesses
    readings = [read(claim, groups.get(claim.doc_id, claim.doc_id)) for claim in in_order]
    readings = crowded(resolved(readings))
    compared = [result for one, other in pairs(readings) if (result := compare(one, other)) is not None]
    compared = settled([*compared, *agreements(readings)])
    compared += opposites(readings)
    derived = list(derivations(readings, relations))
    compared = unsettled(compared, derived)
    derived = undisputed(derived, compared)
    found = findings.findings_of(compared) + [findings.derived(derivation) for derivation in derived]
    return sorted({finding.finding_id: finding for finding in found}.values(), key=findings.order)


def against(new: Sequence[Claim], older: Sequence[Claim]) -> list[Finding]:
    """Findings that a new batch of claims makes with an older table, the most serious first.

    Each holds a claim of either; what the older table says about other firms is not looked at.
    """
    known = {claim.claim_id for claim in new}
    subjects = {name_key(name) for claim in new for name in (claim.firm, claim.counterparty)}
    bearing = [
        claim
        for claim in older
        if claim.claim_id not in known and subjects & {name_key(claim.firm), name_key(claim.counterparty)}
    ]
    return [
        finding
        for finding in reconcile([*new, *bearing])
        if 0 < len(known.intersection(finding.claim_ids)) < len(finding.claim_ids)
    ]


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in text order, of two with one claim_id the one that comes first by all that it says."""
    held: dict[str, Claim] = {}
    for claim in claims:
        known = held.get(claim.claim_id)
        if known is None or (known != claim and claim.model_dump_json() < known.model_dump_json()):
            held[claim.claim_id] = claim
    return sorted(held.values(), key=_text_order)


def _text_order(claim: Claim) -> tuple[str, int, int, str]:
    return (claim.doc_id, claim.start, claim.end, claim.claim_id)
