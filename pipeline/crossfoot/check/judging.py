"""The verdict on one figure of a summary: supported, refuted, conflicting or left open, and by what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from crossfoot.check.candidates import Candidate, candidate, candidates
from crossfoot.check.derived import Derived, derived
from crossfoot.check.evidence import Evidence
from crossfoot.check.passages import Passage, Stated, names
from crossfoot.check.rivals import (
    SAME_THING,
    beaten,
    far,
    of_another_firm,
    of_another_kind,
    of_another_thing,
    slipped,
    told_of_it,
    two_stories,
)
from crossfoot.check.without_figures import grouped, printed_so
from crossfoot.reconcile.reading import name_key
from crossfoot.reconcile.statements.figures import Figure
from crossfoot.records import Claim, Label

_SAME: Final = 1.0
_A_PLACE: Final = 0.6
_A_COUNT: Final = -0.4
_A_SUM: Final = -2.0
_TELLS: Final = 2.0  # points from which on a figure that is apart refutes


@dataclass(frozen=True, slots=True)
class Judgement:
    """A label, and what decides it: figures of articles, arithmetic, or a dispute between articles."""

    label: Label
    claim: Stated
    by: tuple[Candidate, ...] = ()
    level: str = ""
    derived: Derived | None = None
    dispute: Claim | None = None


def judge(claim: Stated, evidence: Evidence) -> Judgement:
    """What the articles say of a figure."""
    near = evidence.near(claim.passage)
    found = candidates(claim, near, evidence)
    agreeing = [one for one in found if one.says == "agrees"]
    agreeing += _one_end(claim, found)
    known = not any(of_another_firm(one) for one in found) or _is_known(claim, evidence)
    agreeing = [one if not known or _tells(one, claim, found) else replace(one, apart=()) for one in agreeing]
    clean = [one for one in agreeing if not one.apart and one.points >= _floor(claim)]
    against = [one for one in found if one.says == "conflicts" and not of_another_thing(claim, one)]
    if not known:
        against = [one for one in against if not of_another_firm(one)]
    against = [one for one in against if not far(claim, one) and not of_another_kind(claim, one, clean)]
    rival = next(iter(against), None)
    marred = [one for one in agreeing if one.apart]
    if clean and marred and _unconfirmed(claim, clean, marred[0]):
        return _apart(claim, marred, rival, evidence)
    told = next((one for one in against if clean and told_of_it(claim, clean, one)), None)
    if told is not None:
        return Judgement("refuted", claim, (told, clean[0]), level="other figure")
    if clean and rival and two_stories(clean[0], rival, found):
        return Judgement("conflicting_evidence", claim, (clean[0], rival), level="articles")
    if clean and not beaten(claim, clean[0], rival):
        return _supported(claim, clean, evidence)
    if claim.figure.dimension in ("", "item") and (not agreeing or _bare(claim)) and printed_so(claim, near):
        return Judgement("supported", claim, level="name")
    if not agreeing and grouped(claim, near):
        return Judgement("supported", claim, level="name")
    made = derived(claim, near, evidence)
    if made is not None:
        return Judgement("supported", claim, derived=made, level="derived")
    if marred and not clean:
        return _apart(claim, marred, rival, evidence)
    if clean and rival:
        return Judgement("refuted", claim, (rival, clean[0]), level="other figure")
    other_unit = None if rival and slipped(claim, rival) else _other_unit(claim, near, evidence)
    if other_unit is not None:
        return other_unit
    return _contradicted(claim, found, rival, near)


def _is_known(claim: Stated, evidence: Evidence) -> bool:
    """Whether the articles name the firm, or anybody in its sentence: of one that they do not, another's figure says nothing."""
    firm = claim.reading.claim.firm if claim.reading else None
    if not firm:
        return True
    words = names(firm) | claim.passage.names
    return any(not words.isdisjoint(names(article.text)) for article in evidence.articles.values())


def _unconfirmed(claim: Stated, clean: list[Candidate], marred: Candidate) -> bool:
    """True where an equal figure is of another direction or time, and those that are not do not say of which they are."""
    level = marred.apart[0].level
    if level not in ("direction", "period") or marred.points < clean[0].points - _SAME:
        return False
    if level == "direction":
        return not any(one.stated.way == claim.way for one in clean)
    return not any(one.stated.when is not None for one in clean)


def _bare(claim: Stated) -> bool:
    """True of a number without unit or noun."""
    return claim.figure.dimension == "" and claim.figure.noun is None


def _floor(claim: Stated) -> float:
    """The points that an equal figure needs: a place (`first`) or a small count is soon found, a sum of money is not."""
    if claim.figure.sort == "place":
        return _A_PLACE
    if claim.figure.quote.isalpha() and claim.figure.quote.islower():
        return _A_SUM  # `ten` is no slip of the pen
    return _A_COUNT if claim.figure.dimension in ("item", "", "percent", "year", "x") else _A_SUM


def _tells(one: Candidate, claim: Stated, found: list[Candidate]) -> bool:
    """False where all that tells two figures apart is the firm, and the articles give this firm no other figure of the kind."""
    if not one.apart or any(apart.level != "subject" for apart in one.apart):
        return True
    if one.apart[0].named:
        return True
    ours = {name_key(claim.firm)}
    return any(
        each.says == "conflicts" and ours & {name_key(each.stated.firm)} and each.points >= SAME_THING for each in found
    )


def _one_end(claim: Stated, found: list[Candidate]) -> list[Candidate]:
    """Ranges of which the summary gives both ends as two figures: `between $90 million and, at most, $100 million`."""
    ours = {one.figure.stated.middle for one in claim.passage.stated if one.figure.dimension == claim.figure.dimension}
    ends = ((one, one.stated.figure.stated) for one in found if one.says == "leaves open")
    return [one for one, range_ in ends if range_.low != range_.high and {range_.low, range_.high} <= ours]


def _supported(claim: Stated, clean: list[Candidate], evidence: Evidence) -> Judgement:
    for one in clean[:3]:
        dispute = evidence.disputed(one.stated)
        if dispute is not None:
            return Judgement("conflicting_evidence", claim, tuple(clean[:1]), level="dispute", dispute=dispute)
    best = clean[0].points
    return Judgement("supported", claim, tuple(one for one in clean if one.points >= best - 1.0)[:3], level="value")


def _apart(claim: Stated, marred: list[Candidate], rival: Candidate | None, evidence: Evidence) -> Judgement:
    """Only equal figures of another direction, time, source, ...: the value is right and what is said of it is not."""
    best = marred[0]
    level = best.apart[0].level
    source = claim.source
    if level == "source" and source and not evidence.names_anywhere(source):
        return Judgement("not_enough_evidence", claim, (best,), level="source")
    if best.points < _TELLS and rival is None:
        return Judgement("not_enough_evidence", claim, (best,), level=level)
    by = (best,) if rival is None or rival.points < SAME_THING else (best, rival)
    return Judgement("refuted", claim, by, level=level)


def _other_unit(claim: Stated, near: list[Passage], evidence: Evidence) -> Judgement | None:
    """The same number in another unit: Hong Kong dollars for dollars, percent for percentage points."""
    figure = claim.figure
    if figure.sort != "amount" or figure.dimension in ("", "item", "year"):
        return None
    found = [
        candidate(claim, stated, evidence) for passage in near for stated in passage.stated if _renamed(figure, stated)
    ]
    told = [one for one in found if one.points >= (_A_COUNT if _rates(figure, one.stated.figure) else SAME_THING)]
    if told:
        return Judgement("refuted", claim, (max(told, key=lambda one: one.points),), level="unit")
    if figure.dimension == "percent":
        points = replace(claim, figure=replace(figure, dimension="percentage_point"))
        made = derived(points, near, evidence)
        if made is not None:
            return Judgement("refuted", claim, derived=made, level="unit")
    return None


def _renamed(figure: Figure, stated: Stated) -> bool:
    """True of the same number in a unit that does not convert."""
    other = stated.figure
    kinds = other.sort == "amount" and other.dimension not in ("", "item", "year", figure.dimension)
    number = _number(figure.quote)
    return kinds and number is not None and number == _number(other.quote)


def _rates(one: Figure, other: Figure) -> bool:
    return "/" in one.dimension and "/" in other.dimension


def _number(quote: str) -> str | None:
    found = re.search(r"\d[\d,]*(?:\.\d+)?", quote)
    return found[0].replace(",", "") if found and len(found[0]) > 1 else None


def _contradicted(claim: Stated, found: list[Candidate], rival: Candidate | None, near: list[Passage]) -> Judgement:
    if rival is not None and rival.points >= SAME_THING:
        return Judgement("refuted", claim, (rival,), level="value")
    open_ones = [one for one in found if one.says == "leaves open" and not one.apart and one.points >= SAME_THING]
    if open_ones:
        return Judgement("not_enough_evidence", claim, tuple(open_ones[:1]), level="precision")
    return Judgement("not_enough_evidence", claim, tuple(found[:1]), level="nothing")
