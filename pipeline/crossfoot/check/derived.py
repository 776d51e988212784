"""Figures that no article prints but that its figures make: sums, differences, products, shares, growth."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import Final

from crossfoot.check.elapsed import Moment, elapsed
from crossfoot.check.evidence import Evidence
from crossfoot.check.passages import Passage, Stated
from crossfoot.check.truth import holds
from crossfoot.check.vocabulary import words
from crossfoot.check.ways import UNARY, WAYS, alike, amount_of, joined, quoted
from crossfoot.reconcile.formulas import combined
from crossfoot.reconcile.statements.figures import Figure, words_of
from crossfoot.values.intervals import Interval

_SEVERAL: Final = 2.0
_MOST: Final = 24  # figures that are tried together
_PASSAGES: Final = 12
_BEYOND: Final = 0.3  # the same for a bound
_A_SERIES: Final = 3  # figures
_NEAR: Final = 0.05  # of the summary's figure, by which a result may miss it at most


@dataclass(frozen=True, slots=True)
class Derived:
    """Figures or years of an article, and the arithmetic that makes the summary's figure of them."""

    parts: tuple[Stated | Moment, ...]
    how: str
    result: Interval


def derived(claim: Stated, near: list[Passage], evidence: Evidence) -> Derived | None:
    """The first piece of arithmetic that makes the claim, among the figures of the sentences nearest to it."""
    figure = claim.figure
    if figure.sort == "place":
        return _of_place(claim, near)
    if figure.sort != "amount" or not claim.figure.closed and figure.stated.middle is None:
        return None
    by_words = sorted(near, key=lambda passage: (-_weight(claim, passage, evidence), passage.doc_id, passage.start))
    ranked = [passage for passage in by_words if passage.stated]
    stated = [
        one
        for passage in ranked[:_PASSAGES]
        for one in passage.stated
        if one.figure.sort == "amount" and one.figure.closed
    ][:_MOST]
    over_years = elapsed(claim, by_words[:_PASSAGES])
    if over_years is not None:
        return Derived(over_years[0], over_years[1], claim.figure.stated)
    for way in WAYS:
        for one, other in [*permutations(stated, 2), *((one, one) for one in stated if way in UNARY)]:
            if one.passage.doc_id != other.passage.doc_id:
                continue
            made = way(claim, one, other)
            if made is not None and _makes(claim.figure, made[1]):
                return Derived((one, other), made[0], made[1])
    return _series(claim, ranked[:_PASSAGES])


def _series(claim: Stated, ranked: list[Passage]) -> Derived | None:
    """11, five and three killed in one sentence are 19: three figures or more that a sentence lists."""
    if claim.figure.dimension in ("percent", "year", "x"):
        return None
    for passage in ranked:
        listed = [one for one in passage.stated if alike(claim, one, one) and one.figure.closed]
        run: list[Stated] = []
        for one in listed:
            run = [*run, one] if run and joined(run[-1], one, listing=True) else [one]
            whole = _sum(run)
            nouns = {each.figure.noun for each in run} - {None}
            fits = len(nouns) < 2 or claim.figure.noun not in nouns
            if len(run) >= _A_SERIES and fits and whole is not None and _makes(claim.figure, whole):
                return Derived(tuple(run), f"{', '.join(map(quoted, run[:-1]))} and {quoted(run[-1])} make", whole)
    return None


def _sum(figures: list[Stated]) -> Interval | None:
    whole: Interval | None = Interval.point(0.0)
    for one in figures:
        whole = combined("+", whole, amount_of(one)) if whole is not None else None
    return whole


def _of_place(claim: Stated, near: list[Passage]) -> Derived | None:
    """Nine wins in a row make the last of them the ninth; five years make a fifth anniversary."""
    yearly = claim.figure.near & set(words_of(" ".join(words().anniversaries)))
    for passage in near:
        for one in passage.stated:
            counts = one.figure.dimension in ("item", "") and (
                one.figure.near & claim.figure.near or one.figure.near & set(words_of(" ".join(words().in_a_row)))
            )
            fits = one.figure.dimension == "year" if yearly else counts
            exact = one.figure.sort == "amount" and one.figure.stated == claim.figure.stated
            if exact and fits and (claim.figure.stated.low or 0) >= _SEVERAL:
                return Derived((one,), f"the last of {quoted(one)} is number", claim.figure.stated)
    return None


def _weight(claim: Stated, passage: Passage, evidence: Evidence) -> float:
    before = passage.before.words if passage.before else frozenset()
    return evidence.shared(claim.passage.words, passage.words) + 0.4 * evidence.shared(claim.passage.words, before)


def _makes(figure: Figure, result: Interval) -> bool:
    middle, ours = result.middle, figure.stated.middle
    if middle is None or ours is None or abs(middle - ours) > (_NEAR if figure.closed else _BEYOND) * abs(ours):
        return False
    made = Figure("amount", 0, 0, f"{middle:.12g}", result, result, "=", figure.dimension, frozenset())
    return holds(figure, made) == "agrees"
