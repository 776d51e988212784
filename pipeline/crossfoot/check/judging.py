"""The verdict on one figure of a summary: supported, refuted, conflicting or left open, and by what."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import Final

from crossfoot.check.candidates import Candidate, candidate, candidates, middles
from crossfoot.check.derived import Derived, derived
from crossfoot.check.evidence import Evidence
from crossfoot.check.passages import Passage, Stated, names
from crossfoot.check.without_figures import grouped, printed_so
from crossfoot.reconcile.comparison import told_apart
from crossfoot.reconcile.metrics import same_metric
from crossfoot.reconcile.reading import name_key
from crossfoot.reconcile.statements.figures import Figure
from crossfoot.records import Claim, Label

_A_RIVAL: Final = 0.6  # points by which a figure that says otherwise beats an equal one
_SURE: Final = 3.5  # points of a pair that cannot well be two things
_SAME: Final = 1.0
_A_YEAR: Final = 366  # days
_OF_ITS_TIME: Final = 0.5  # points by which a figure of the very time that is named may lag behind an undated one
_ORDERS: Final = 1.3
_A_PLACE: Final = 0.6
_A_COUNT: Final = -0.4
_A_SUM: Final = -2.0
_BESIDE: Final = 0.2  # the same in one sentence, where the two are told apart by their own words alone
_SAME_THING: Final = 2.4  # points from which on two figures are one thing
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
    known = not any(_of_another_firm(one) for one in found) or _is_known(claim, evidence)
    agreeing = [one if not known or _tells(one, claim, found) else replace(one, apart=()) for one in agreeing]
    clean = [one for one in agreeing if not one.apart and one.points >= _floor(claim)]
    against = [one for one in found if one.says == "conflicts" and not _another(claim, one)]
    if not known:
        against = [one for one in against if not _of_another_firm(one)]
    against = [one for one in against if not _far(claim, one) and not _of_another_kind(claim, one, clean)]
    rival = next(iter(against), None)
    marred = [one for one in agreeing if one.apart]
    if clean and marred and _unconfirmed(claim, clean, marred[0]):
        return _apart(claim, marred, rival, evidence)
    told = next((one for one in against if clean and _told_of_it(claim, clean, one)), None)
    if told is not None:
        return Judgement("refuted", claim, (told, clean[0]), level="other figure")
    if clean and rival and _two_stories(clean[0], rival, found):
        return Judgement("conflicting_evidence", claim, (clean[0], rival), level="articles")
    if clean and not _beaten(claim, clean[0], rival):
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
    other_unit = None if rival and _slipped(claim, rival) else _other_unit(claim, near, evidence)
    if other_unit is not None:
        return other_unit
    return _contradicted(claim, found, rival, near)


def _told_of_it(claim: Stated, clean: list[Candidate], one: Candidate) -> bool:
    """True of the very figure that the summary speaks of by its basis or its year (*adjusted profit*, *in 2023*), where the
    equal ones are said of none: of another basis or of today."""
    ours, theirs = claim.reading, one.stated.reading
    if (
        ours is None
        or theirs is None
        or one.points < _SAME_THING
        or not same_metric(ours.claim.metric, theirs.claim.metric)
    ):
        return False
    equal = [each.stated for each in clean]
    basis = ours.answer("definition")
    if basis and basis == theirs.answer("definition"):
        return not any(each.reading and each.reading.answer("definition") == basis for each in equal)
    last = claim.when.last if claim.when and claim.when == one.stated.when else None
    return last is not None and all(_of_today(each, last) for each in equal)


def _of_today(stated: Stated, last: int) -> bool:
    """True of a figure without a time in an article that came out more than a year after a day."""
    day = stated.reading.published if stated.reading else None
    return stated.when is None and day is not None and day - last > _A_YEAR


def _another(claim: Stated, one: Candidate) -> bool:
    """True of a figure of another time, source, firm, ...: it does not contradict. One that goes the other way does."""
    if _change_and_level(claim, one.stated):
        return True
    return any(apart.level not in ("direction", "part", "subject") or apart.named for apart in one.apart)


def _change_and_level(claim: Stated, stated: Stated) -> bool:
    """True of how much a sum grew by and how much it is; percentages are told either way."""
    known = claim.reading and stated.reading
    if not known or claim.figure.dimension in ("percent", "percentage_point", "item", "", "x", "year"):
        return False
    return claim.part == "by" and claim.reading.measure == "change" and stated.reading.measure == "level"  # type: ignore[union-attr]


def _of_another_firm(one: Candidate) -> bool:
    """True of a figure that the articles give for a firm of another name."""
    return any(apart.level == "subject" for apart in one.apart)


def _is_known(claim: Stated, evidence: Evidence) -> bool:
    """Whether the articles name the firm, or anybody in its sentence: of one that they do not, another's figure says nothing."""
    firm = claim.reading.claim.firm if claim.reading else None
    if not firm:
        return True
    words = names(firm) | claim.passage.names
    return any(not words.isdisjoint(names(article.text)) for article in evidence.articles.values())


def _of_another_kind(claim: Stated, one: Candidate, clean: list[Candidate]) -> bool:
    """True of another article's figure by another definition or of a part, though only one of the two says so: a core
    inflation of 3.1%, which an article gives, and 2.9%."""
    if claim.reading is None or one.stated.reading is None:
        return False
    if not clean or one.stated.passage.doc_id == clean[0].stated.passage.doc_id:
        return False
    difference = told_apart(claim.reading, one.stated.reading)
    return difference is not None and difference.kind in ("basis_difference", "scope_difference")


def _slipped(claim: Stated, one: Candidate) -> bool:
    """True of the same digits at another scale, said of the same thing."""
    ours, theirs = middles(claim.figure, one.stated.figure)
    if not ours or not theirs or ours * theirs < 0 or one.points < _SAME_THING:
        return False
    orders = math.log10(ours / theirs)
    return round(orders) != 0 and math.isclose(orders, round(orders), abs_tol=1e-6)


def _far(claim: Stated, one: Candidate) -> bool:
    """True of figures so unlike that nobody would take one for the other; a slip of scale is not one of these."""
    ours, theirs = middles(claim.figure, one.stated.figure)
    if not ours or not theirs or claim.figure.sort != "amount":
        return False
    orders = abs(math.log10(abs(ours / theirs)))
    slip = math.isclose(orders, round(orders), abs_tol=0.02) and one.points >= _SURE
    return orders > _ORDERS and not slip


def _unconfirmed(claim: Stated, clean: list[Candidate], marred: Candidate) -> bool:
    """True where an equal figure is of another direction or time, and those that are not do not say of which they are."""
    level = marred.apart[0].level
    if level not in ("direction", "period") or marred.points < clean[0].points - _SAME:
        return False
    if level == "direction":
        return not any(one.stated.way == claim.way for one in clean)
    return not any(one.stated.when is not None for one in clean)


def _two_stories(ours: Candidate, rival: Candidate, found: list[Candidate]) -> bool:
    """True where another article, which does not give this figure, gives a near one for the same thing."""
    document = rival.stated.passage.doc_id
    if document == ours.stated.passage.doc_id:
        return False
    known = _of_one_thing(ours, rival)
    enough = _SAME_THING if known else _SURE
    if known is False or rival.points < enough or ours.points < enough:
        return False
    if (rival.points < ours.points - _SAME and not known) or rival.stated.figure.bound != "=":
        return False
    return not any(one.says == "agrees" and one.stated.passage.doc_id == document for one in found)


def _of_one_thing(one: Candidate, other: Candidate) -> bool | None:
    """Whether the claims of two articles' figures are of one firm, metric, period and kind; None where they do not tell."""
    first, second = one.stated.reading, other.stated.reading
    if first is None or second is None:
        return None
    difference = told_apart(first, second)
    if difference is None:
        return True if first.firm and first.claim.metric != "other" else None
    return False if difference.kind is not None else None


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
        each.says == "conflicts" and ours & {name_key(each.stated.firm)} and each.points >= _SAME_THING
        for each in found
    )


def _one_end(claim: Stated, found: list[Candidate]) -> list[Candidate]:
    """Ranges of which the summary gives both ends as two figures: `between $90 million and, at most, $100 million`."""
    ours = {one.figure.stated.middle for one in claim.passage.stated if one.figure.dimension == claim.figure.dimension}
    ends = ((one, one.stated.figure.stated) for one in found if one.says == "leaves open")
    return [one for one, range_ in ends if range_.low != range_.high and {range_.low, range_.high} <= ours]


def _beaten(claim: Stated, ours: Candidate, rival: Candidate | None) -> bool:
    if rival is None:
        return False
    if rival.stated.figure.stated.middle == ours.stated.figure.stated.middle:  # the very figure under another bound
        return rival.points >= ours.points - _SAME
    if claim.when and rival.stated.when == claim.when and ours.stated.when is None and _of_one_metric(claim, rival):
        return rival.points >= ours.points - _OF_ITS_TIME
    beside = rival.stated.passage is ours.stated.passage
    return rival.points >= ours.points + (_BESIDE if beside else _A_RIVAL)


def _of_one_metric(claim: Stated, one: Candidate) -> bool:
    ours, theirs = claim.reading, one.stated.reading
    return ours is not None and theirs is not None and same_metric(ours.claim.metric, theirs.claim.metric)


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
    by = (best,) if rival is None or rival.points < _SAME_THING else (best, rival)
    return Judgement("refuted", claim, by, level=level)


def _other_unit(claim: Stated, near: list[Passage], evidence: Evidence) -> Judgement | None:
    """The same number in another unit: Hong Kong dollars for dollars, percent for percentage points."""
    figure = claim.figure
    if figure.sort != "amount" or figure.dimension in ("", "item", "year"):
        return None
    found = [
        candidate(claim, stated, evidence) for passage in near for stated in passage.stated if _renamed(figure, stated)
    ]
    told = [one for one in found if one.points >= (_A_COUNT if _rates(figure, one.stated.figure) else _SAME_THING)]
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
    if rival is not None and rival.points >= _SAME_THING:
        return Judgement("refuted", claim, (rival,), level="value")
    open_ones = [one for one in found if one.says == "leaves open" and not one.apart and one.points >= _SAME_THING]
    if open_ones:
        return Judgement("not_enough_evidence", claim, tuple(open_ones[:1]), level="precision")
    return Judgement("not_enough_evidence", claim, tuple(found[:1]), level="nothing")
