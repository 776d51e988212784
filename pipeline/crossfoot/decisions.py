"""What was decided of a finding holds on when a new article adds a figure to it, which gives it another id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crossfoot.records import Decision, Finding


def carried(decisions: Iterable[Decision], findings: Sequence[Finding]) -> tuple[Decision, ...]:
    """The decisions under the ids that these findings have, each with the number of figures that were added since.

    A decision on a finding that is no more goes to those of its kind that hold all the figures it was made on; where there
    is none it stays as it is. Of two that come to one finding an `accept` holds, so that nothing is hidden that was not
    dismissed as a whole.
    """
    decisions = tuple(decisions)
    by_id = {finding.finding_id: finding for finding in findings}
    found = {each.finding_id: _on(by_id[each.finding_id], each) for each in decisions if each.finding_id in by_id}
    holding: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings if len(found) < len(decisions) else ():
        for claim_id in finding.claim_ids:
            holding[finding.kind, claim_id].append(finding)
    for each in decisions:
        if each.finding_id in by_id:
            continue
        figures = set(each.claim_ids)
        first = next(iter(each.claim_ids), "")
        grown = [some for some in holding[each.kind or "", first] if figures.issubset(some.claim_ids)]
        for finding in grown:
            before = found.get(finding.finding_id)
            if before is None or (before.added and before.decision == "dismiss"):
                found[finding.finding_id] = _on(finding, each)
        if not grown:
            found[each.finding_id] = each
    return tuple(found.values())


def _on(finding: Finding, decision: Decision) -> Decision:
    """The decision as one on this finding."""
    added = len(set(finding.claim_ids).difference(decision.claim_ids)) if decision.claim_ids else 0
    return decision.model_copy(update={"finding_id": finding.finding_id, "added": added})
