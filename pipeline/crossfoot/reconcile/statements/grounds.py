"""Why two figures that do not meet are no conflict, as far as the claims behind them tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from crossfoot.reconcile.comparability import apart
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.statements import vocabulary
from crossfoot.reconcile.statements.statement import Statement

_WHOLE: Final = 100.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What the pair comes to instead of a conflict, and the reason."""

    label: Literal["AGREE", "EXPLAINED", "UNRELATED"]
    reason: str


def ground(one: Reading, other: Reading, here: Statement, there: Statement) -> Ground | None:
    """The first ground that holds: two houses, two firms, two sides of one whole, or what comparability tells apart."""
    first, second = one.claim.source, other.claim.source
    if first and second and first.casefold() != second.casefold():
        return Ground("EXPLAINED", f"{first} and {second} each give their own figure")
    two_firms = _open_with_two_firms(one, other, here, there)
    if two_firms and vocabulary.opinion(here.text) and vocabulary.opinion(there.text):
        return Ground("EXPLAINED", f"{one.claim.firm} and {other.claim.firm} each have their own view")
    difference = apart(one, other, any_metric=True)
    if difference is None:
        return None
    if difference.level == "subject":
        return Ground("UNRELATED", difference.reason) if two_firms else None
    if difference.level == "side" and one.dimension == other.dimension == "percent":
        return Ground("AGREE", "the two sides make the whole") if _make_the_whole(one, other) else None
    if difference.kind is None or (difference.one_sided and difference.level == "scope"):
        return None
    if "other" in (one.claim.metric, other.claim.metric) and difference.level != "period":
        return None  # nobody knows what is measured, so nobody knows of which definition or part it is
    return Ground("EXPLAINED", difference.reason)


def _open_with_two_firms(one: Reading, other: Reading, here: Statement, there: Statement) -> bool:
    """True where both statements open with their firm, and neither names the other's."""
    first, second = one.claim.firm, other.claim.firm
    if not first or not second or one.firm == other.firm:
        return False
    texts = [each.text.casefold().lstrip('"“ ').removeprefix("the ") for each in (here, there)]
    openings = [re.split(r"['’]s\b|\W", text, maxsplit=1)[0] for text in texts]
    opened = first.casefold().startswith(openings[0]) and second.casefold().startswith(openings[1])
    return opened and all(openings) and openings[0] not in texts[1] and openings[1] not in texts[0]


def _make_the_whole(one: Reading, other: Reading) -> bool:
    low, high = one.interval.low, one.interval.high
    others_low, others_high = other.interval.low, other.interval.high
    if low is None or high is None or others_low is None or others_high is None:
        return False
    return low + others_low <= _WHOLE <= high + others_high
