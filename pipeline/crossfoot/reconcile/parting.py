"""Claims parted by firm, so that what is never compared lies apart and every part can be reconciled by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crossfoot.reconcile.findings import order
from crossfoot.reconcile.measurement import dimension
from crossfoot.reconcile.reading import name_key
from crossfoot.reconcile.relations import Role, RoleGroup, bind, library
from crossfoot.records import Claim, Finding

Pair = tuple[str, str]


def names(firm: str | None, counterparty: str | None) -> Pair:
    """The two names that a claim is compared under, the same twice where it has no other side."""
    about = name_key(firm) or ""
    return about, name_key(counterparty) or about


def parts(claims: Iterable[Claim], *, size: int) -> list[list[Claim]]:
    """The claims of firms that a deal or a relation ties together, in one part; small ones gathered up to `size` claims.

    Reconciling part by part gives the findings of the whole, since no finding holds claims of two parts.
    """
    gathered: list[list[Claim]] = []
    for tied in _tied(claims):
        if gathered and len(gathered[-1]) + len(tied) <= size:
            gathered[-1] += tied
        else:
            gathered.append(tied)
    return gathered


def touched(claims: Sequence[Claim], by: Iterable[Claim]) -> list[Claim]:
    """Those of the claims whose findings may change through some of them: the parts that `by` has a claim in."""
    given = {claim.claim_id for claim in by}
    return [claim for tied in _tied(claims) if any(each.claim_id in given for each in tied) for claim in tied]


def together(found: Iterable[Iterable[Finding]]) -> list[Finding]:
    """The findings of all parts in their order."""
    return sorted((finding for part in found for finding in part), key=order)


def _tied(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims by the names that hang together, in the names' order."""
    claims = list(claims)
    pairs = [names(claim.firm, claim.counterparty) for claim in claims]
    first = _firsts({*pairs, *_across_firms(claims)})
    gathered: dict[str, list[Claim]] = defaultdict(list)
    for claim, (name, _) in zip(claims, pairs, strict=True):
        gathered[first[name]].append(claim)
    return [gathered[name] for name in sorted(gathered)]


def _across_firms(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Names between which some relation's equation may hold although the firms differ: what one firm pays for a gigawatt,
    and what another takes for one."""
    for relation in library():
        if len(relation.groups) == 2 and "firm" not in relation.same:
            left, right = (_filling(group, claims) for group in relation.groups)
            if left and right:
                one = min(left | right)
                yield from ((one, other) for other in left | right)


def _filling(group: RoleGroup, claims: Iterable[Claim]) -> set[str]:
    """The firms whose claims may fill all roles of a group, in one sentence where it asks for one."""
    filled: dict[tuple[str, ...], set[str]] = defaultdict(set)
    firm_of: dict[tuple[str, ...], str] = {}
    for claim in claims:
        firm = name_key(claim.firm) or ""
        place = (firm,) if group.within is None else (firm, claim.doc_id)
        firm_of[place] = firm
        filled[place].update(name for name, role in group.roles.items() if _fits(role, claim))
    return {firm_of[place] for place, roles in filled.items() if len(roles) == len(group.roles)}


def _fits(role: Role, claim: Claim) -> bool:
    """Whether a claim may stand in a role, by its metric and unit."""
    if role.metrics is not None and claim.metric not in role.metrics:
        return False
    return bind(role.unit, dimension(claim.unit).name, {}) is not None


def _firsts(pairs: Iterable[Pair]) -> Mapping[str, str]:
    """For each name the first of those that it hangs together with."""
    first: dict[str, str] = {}

    def top(name: str) -> str:
        first.setdefault(name, name)
        while first[name] != name:
            first[name] = first[first[name]]
            name = first[name]
        return name

    for one, other in pairs:
        lesser, greater = sorted((top(one), top(other)))
        first[greater] = lesser
    return {name: top(name) for name in first}
