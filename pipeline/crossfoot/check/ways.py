"""The ways in which two figures of an article make a third: totals, differences, products, shares, growth."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from crossfoot.check.levels import side_apart
from crossfoot.check.passages import Stated
from crossfoot.check.vocabulary import said, words
from crossfoot.reconcile.formulas import combined
from crossfoot.values.intervals import Interval

_HUNDRED: Final = Interval.point(100.0)
_WORDS_BETWEEN: Final = 6  # of two figures that an `and` joins
_JOINT: Final = 12  # characters before a figure in which `another` may stand
_SEVERAL: Final = 2.0
_COUNTS: Final = 0.05  # of a sum; a smaller part is lost in the rounding
_POINTS: Final = ("percentage_point", "basis_point")
Way = Callable[[Stated, Stated, Stated], tuple[str, Interval] | None]


def _total(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """20 GW and 14 GW more are 34 GW."""
    if one.start >= other.start or not alike(claim, one, other) or claim.figure.dimension == "percent":
        return None
    if not said(words().sums).search(claim.passage.text) and not joined(one, other):
        return None
    nouns = {one.figure.noun, other.figure.noun}
    if len(nouns) == 2 and claim.figure.noun in nouns - {None}:  # `23 scouts and three adults` are not 26 scouts
        return None
    result = combined("+", amount_of(one), amount_of(other))
    smaller = min(abs(part.figure.stated.middle or 0.0) for part in (one, other))
    if result is None or smaller < _COUNTS * abs(result.middle or 0.0):
        return None
    return f"{quoted(one)} and {quoted(other)} make", result


def _difference(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """From 4.25% to 4.75% is half a percentage point; $27.53 billion less $27.2 billion is $330 million."""
    asked = said(words().differences).search(claim.passage.text) is not None
    asked = asked or claim.part == "by" or claim.figure.change is not None
    points = (
        claim.figure.dimension == "percentage_point" and one.figure.dimension == other.figure.dimension == "percent"
    )
    if not points and (not asked or not alike(claim, one, other) or claim.figure.dimension == "percent"):
        return None
    if claim.part in ("from", "to"):
        return None
    result = combined("-", amount_of(one), amount_of(other))
    if result is None or result.middle is None or result.middle <= 0:
        return None
    if claim.figure.dimension == "basis_point":
        result = result.scaled(100.0)
    if claim.way in ("up", "down") and _moved(one, other) not in (None, claim.way):
        return None
    return f"{quoted(one)} less {quoted(other)} is", result


def _moved(one: Stated, other: Stated) -> str | None:
    """Which way two ends of a move go, the greater given first."""
    if one.part == "to" and other.part == "from":
        return "up"
    if one.part == "from" and other.part == "to":
        return "down"
    if one.when and other.when and one.when != other.when:
        return "up" if one.when.anchor > other.when.anchor else "down"
    return one.way if one.way == other.way else None


def _left(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """41 of the 88 jets have been inspected: 47 remain."""
    counts = {claim.figure.dimension, one.figure.dimension, other.figure.dimension} <= {"item", ""}
    if not counts or not _of(other, one) or not said(words().remaining).search(claim.passage.text):
        return None
    result = combined("-", amount_of(one), amount_of(other))
    return (
        None
        if result is None or (result.middle or 0.0) <= 0
        else (f"{quoted(one)} less {quoted(other)} leaves", result)
    )


def _base(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """Widened by 2 points to 42%: from 40%. Down by 30 to 126: from 156."""
    if (claim.part == "to" and claim.way) or not alike(claim, one, one):
        return None
    points = one.figure.dimension == "percent" and other.figure.dimension == "percentage_point"
    same = alike(claim, one, other) and other.part == "by" and one.figure.dimension != "percent"
    if not (points or same) or one.passage is not other.passage or not (one.way or other.way):
        return None
    result = combined("-" if (other.way or one.way) == "up" else "+", amount_of(one), amount_of(other))
    return None if result is None else (f"{quoted(one)} after a move of {quoted(other)} comes from", result)


def _product(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """3 GW at $40 billion per GW is $120 billion; 34.9% of 272,855 cars are 95,226."""
    if one.figure.dimension == "percent" and other.figure.dimension == claim.figure.dimension != "percent":
        if one.way is not None or claim.way is not None or not _of(one, other):
            return None
        share = combined("/", amount_of(one), _HUNDRED)
        result = combined("*", share, amount_of(other)) if share else None
        return None if result is None else (f"{quoted(one)} of {quoted(other)} is", result)
    head, *below = one.figure.dimension.split("/")
    if head == claim.figure.dimension and below == [other.figure.dimension]:
        result = combined("*", amount_of(one), amount_of(other))
        return None if result is None else (f"{quoted(other)} at {quoted(one)} comes to", result)
    return None


def _of(one: Stated, other: Stated) -> bool:
    """True of a share and its whole in one sentence: `34.9% of the 272,855 cars`."""
    return one.passage is other.passage and re.match(r"\s+of\b", one.passage.text[one.figure.end :]) is not None


def _asked_product(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """At $40 per watt 250 MW cost $10 billion: the size stands in the summary itself."""
    head, *below = one.figure.dimension.removesuffix("/year").split("/")
    over = one.figure.dimension[len("/".join([head, *below])) :]  # a rate of a year makes a sum of one
    for own in claim.passage.stated:
        if own.figure is not claim.figure and head + over == claim.figure.dimension and below == [own.figure.dimension]:
            result = combined("*", amount_of(one), amount_of(own))
            return None if result is None else (f"{quoted(own)} at {quoted(one)} comes to", result)
    return None


def _growth(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """$5.1 billion after $4.4 billion is growth of 16%; 4% of 100 is a share."""
    if claim.figure.dimension != "percent" or one.figure.dimension != other.figure.dimension or claim.way is None:
        return None
    if one.figure.dimension == "percent" or one.figure.noun != other.figure.noun:
        return None
    if _moved(one, other) is None and not (one.part == "from" or other.part == "from"):
        return None
    later, earlier = (one, other) if other.part == "from" or _later(one, other) else (other, one)
    if one is not later:
        return None
    ratio = combined("/", amount_of(later), amount_of(earlier))
    change = combined("-", ratio, Interval.point(1.0)) if ratio else None
    result = combined("*", change, _HUNDRED) if change else None
    if result is None or result.middle is None or (result.middle > 0) != (claim.way == "up"):
        return None
    return f"from {quoted(earlier)} to {quoted(later)} is", Interval(abs(result.middle), abs(result.middle))


def _later(one: Stated, other: Stated) -> bool:
    return bool(one.when and other.when and one.when.anchor > other.when.anchor)


def _share(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """12 of 270 aircraft are 4.4%; $5 billion is more than twice $2.07 billion."""
    if one is other or not (_bare(one) == _bare(other) or {_bare(one), _bare(other)} <= {"item", ""}):
        return None
    percent, times = claim.figure.dimension == "percent", claim.figure.dimension == "x"
    if not (percent or times) or one.figure.dimension == "percent":
        return None
    ratio = combined("/", amount_of(one), amount_of(other))
    if ratio is None or ratio.middle is None:
        return None
    if percent and (ratio.middle >= 1 or not (claim.way or _of_a_whole(claim))):
        return None
    if claim.way == "down":  # 70% below its peak
        return f"from {quoted(other)} to {quoted(one)} is a fall of", Interval.point(100.0 - 100.0 * ratio.middle)
    result = ratio.scaled(100.0) if percent else ratio
    return None if claim.way else (f"{quoted(one)} of {quoted(other)} is", result)


def _of_a_whole(claim: Stated) -> bool:
    """True of `35% of the fleet` and `a share of 35%`; an efficiency of 35% is no share."""
    text, figure = claim.passage.text, claim.figure
    return re.match(r"\s+of\b", text[figure.end :]) is not None or said(words().shares).search(text) is not None


def _each(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """An order of $8.8 billion for 30 jets is $293 million apiece."""
    if not said(words().each).search(claim.passage.text) or one.figure.dimension != claim.figure.dimension:
        return None
    if other.figure.dimension not in ("item", "") or (other.figure.stated.middle or 0) < _SEVERAL:
        return None
    result = combined("/", amount_of(one), amount_of(other))
    return None if result is None else (f"{quoted(one)} for {quoted(other)} is", result)


def _of_all(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """Four men who receive $6.875 million each receive $27.5 million."""
    if one.figure.dimension != claim.figure.dimension or claim.figure.dimension in ("percent", "year", "item", ""):
        return None
    beside = other.passage is one.passage or one.passage.before is other.passage
    if other.figure.dimension not in ("item", "") or (other.figure.stated.middle or 0) < _SEVERAL or not beside:
        return None
    if not said(words().apiece).match(one.passage.text[one.figure.end :].lstrip()):
        return None
    result = combined("*", amount_of(one), amount_of(other))
    return None if result is None else (f"{quoted(one)} for each of {quoted(other)} is", result)


def _times(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """A rise of 900% makes ten times as much, and 99% nearly twice."""
    if one.figure.dimension != "percent" or one.way != "up" or claim.figure.dimension != "x":
        return None
    grown = combined("/", amount_of(one), _HUNDRED)
    result = combined("+", grown, Interval.point(1.0)) if grown else None
    return None if result is None else (f"growth of {quoted(one)} makes", result)


def _rest(claim: Stated, one: Stated, other: Stated) -> tuple[str, Interval] | None:
    """65% used leaves 35% idle."""
    if claim.figure.dimension != "percent" or one.figure.dimension != "percent" or claim.way or one.way:
        return None
    if side_apart(claim, one) is None and not re.search(
        r"\b(?:rest|remain(?:ing|der)|others?|else)\b", claim.passage.text, re.I
    ):
        return None
    result = combined("-", _HUNDRED, amount_of(one))
    return None if result is None else (f"all but {quoted(one)} is", result)


def joined(one: Stated, other: Stated, *, listing: bool = False) -> bool:
    """True of figures that a text itself puts together: `two men and one woman`, `six ... Another 19`."""
    further = said(words().further)
    if other.passage is not one.passage:
        opens = other.figure is other.passage.stated[0].figure and further.match(other.passage.text)
        return other.passage.before is one.passage and opens is not None
    between = one.passage.text[one.figure.end : other.figure.start]
    if any(one.figure.end <= each.figure.start < other.figure.start for each in one.passage.stated):
        return False
    joint = re.search(r"\band\b|\bplus\b|;" + ("|," if listing else ""), between) is not None
    near = further.match(one.passage.text[other.figure.end :].lstrip()) or further.search(between[-_JOINT:])
    return joint and (near is not None or len(between.split()) <= _WORDS_BETWEEN)


def alike(claim: Stated, one: Stated, other: Stated) -> bool:
    counts = {"item", ""}
    dimensions = {_bare(each) for each in (claim, one, other)}
    return len(dimensions) == 1 or dimensions <= counts


def _bare(one: Stated) -> str:
    """The unit without what it is for: *$60.73* beside *$55.12 a barrel* leaves the barrel unsaid."""
    head, *below = one.figure.dimension.split("/")
    return head if below and below[0] not in ("year", "W") else one.figure.dimension


def amount_of(one: Stated) -> Interval:
    """The figure as it is stated; a bound counts as its figure."""
    middle = one.figure.stated.middle
    return one.figure.stated if one.figure.closed or middle is None else Interval.point(middle)


def quoted(one: Stated) -> str:
    return f"“{' '.join(one.figure.quote.split())}”"


WAYS: Final[tuple[Way, ...]] = (
    _growth, _base, _left, _difference, _asked_product, _product, _total, _times, _share, _each, _of_all, _rest,
)  # fmt: skip

UNARY: Final = (_asked_product, _times, _rest)
