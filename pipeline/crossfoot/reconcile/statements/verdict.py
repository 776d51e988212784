"""What one bare statement says of another: an ordered list of named questions, of which the first to answer decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from crossfoot.reconcile import derived_explanations
from crossfoot.reconcile.arithmetic import derivations
from crossfoot.reconcile.comparison import compare
from crossfoot.reconcile.movement import opposed
from crossfoot.reconcile.relations import library
from crossfoot.reconcile.statements import vocabulary
from crossfoot.reconcile.statements.days import Agreement, compared
from crossfoot.reconcile.statements.entailment import Says, says
from crossfoot.reconcile.statements.grounds import Ground, ground
from crossfoot.reconcile.statements.holding import difference, held
from crossfoot.reconcile.statements.matching import Match, matched
from crossfoot.reconcile.statements.statement import Statement
from crossfoot.reconcile.statements.versions import changed

Label = Literal["AGREE", "CONFLICT", "EXPLAINED", "UNRELATED"]

_RELATED: Final = 0.4  # of the shorter statement's words
_HARDLY: Final = 0.2
_SURE: Final = 1.5  # points of a pair of figures that makes up for words


@dataclass(frozen=True, slots=True)
class Related:
    """What one statement says of another: a label, the question that decided, and the reason in words."""

    label: Label
    level: str
    reason: str


class Pair:
    """Two statements set side by side; what several questions ask for is found once."""

    def __init__(self, one: Statement, other: Statement) -> None:
        self.one, self.other = one, other

    @cached_property
    def figures(self) -> list[tuple[Match, Says]]:
        """The figures that stand for one thing, and what the first says of the second."""
        return [(match, says(match.one, match.other)) for match in matched(self.one.figures, self.other.figures)]

    @cached_property
    def days(self) -> Agreement:
        """Whether they name one day."""
        return compared(self.one.days, self.other.days)

    @cached_property
    def shared(self) -> float:
        """Share of the shorter statement's words that the other has too."""
        fewer = min(len(self.one.words), len(self.other.words))
        return len(self.one.words & self.other.words) / max(fewer, 1)

    @cached_property
    def grounds(self) -> list[Ground]:
        """Why figures that do not meet are no conflict."""
        return list(self._grounds())

    def _grounds(self) -> Iterator[Ground]:
        for match, outcome in self.figures:
            first, second = self.one.reading_of(match.one), self.other.reading_of(match.other)
            if outcome == "conflicts" and first is not None and second is not None:
                found = ground(first, second, self.one, self.other)
                if found is not None:
                    yield found


def relate(one: Statement, other: Statement) -> Related:
    """What `one` says of `other`."""
    pair = Pair(one, other)
    for name, question in QUESTIONS:
        answer = question(pair)
        if answer is not None:
            return Related(answer[0], name, answer[1])
    return Related("AGREE", "the rest", "nothing in the one speaks against the other")


Answer = tuple[Label, str] | None


def _edited(pair: Pair) -> Answer:
    """One sentence in two versions."""
    found = None if pair.grounds else changed(pair.one, pair.other)
    return None if found is None else ("CONFLICT", found)


def _another_subject(pair: Pair) -> Answer:
    sure = any(match.points >= _SURE or pair.days == "same" for match, _ in pair.figures)
    return ("UNRELATED", "they share too few words") if pair.shared < _HARDLY and not sure else None


def _arithmetic(pair: Pair) -> Answer:
    """Figures of the one that make those of the other; a result that misses may still be honest."""
    for derivation in derivations((*pair.one.readings, *pair.other.readings), library()):
        if len({reading.claim.doc_id for reading in derivation.readings}) > 1:
            label: Label = "AGREE" if derivation.status == "agree" else "EXPLAINED"
            return label, derived_explanations.explain(derivation)
    return None


def _settled(pair: Pair) -> Answer:
    return (pair.grounds[0].label, pair.grounds[0].reason) if pair.grounds else None


def _figures_apart(pair: Pair) -> Answer:
    for match, outcome in pair.figures:
        if outcome == "conflicts":
            against = f"“{match.one.quote}” does not meet “{match.other.quote}”"
            return (
                ("EXPLAINED", f"{against}; they are for two days")
                if pair.days == "different"
                else ("CONFLICT", against)
            )
    return None


def _held_otherwise(pair: Pair) -> Answer:
    """One figure that the one denies, or tells as possible, or of another thing."""
    for match, outcome in pair.figures:
        if outcome == "agrees":
            found = difference(held(match.one, pair.one), held(match.other, pair.other))
            if found is not None:
                return found
    return None


def _opposite_ways(pair: Pair) -> Answer:
    for one in pair.one.readings:
        for other in pair.other.readings:
            denied = "negated" in (one.claim.modality, other.claim.modality)
            same = one.claim.metric == other.claim.metric and one.firm == other.firm
            if same and not denied and opposed(one, other):
                return "CONFLICT", "one says up and the other down"
    if pair.shared >= _RELATED and vocabulary.opposite(pair.one.tokens, pair.other.tokens):
        return "CONFLICT", "they say opposite things"
    return None


def _other_units(pair: Pair) -> Answer:
    """Figures whose units do not convert, of which the claims still know the reason: a cost, and a rent a year."""
    if pair.figures:
        return None
    for one in pair.one.readings:
        for other in pair.other.readings:
            found = compare(one, other)
            if found is not None and found.status == "explain":
                return "EXPLAINED", found.reason
    return None


def _nothing_to_compare(pair: Pair) -> Answer:
    if pair.figures:
        return None
    if pair.other.figures:
        return "UNRELATED", "no figure of the one is about what the other's are about"
    return ("UNRELATED", "they share too few words") if pair.shared < _RELATED else None


def _left_open(pair: Pair) -> Answer:
    for match, outcome in pair.figures:
        if outcome == "leaves open":
            return "UNRELATED", f"“{match.one.quote}” leaves open whether “{match.other.quote}” holds"
    return None


def _other_days(pair: Pair) -> Answer:
    return ("CONFLICT", "the same is told of two days") if pair.days == "different" else None


QUESTIONS: Final[tuple[tuple[str, Callable[[Pair], Answer]], ...]] = (
    ("versions", _edited),
    ("subject", _another_subject),
    ("arithmetic", _arithmetic),
    ("ground", _settled),
    ("figures", _figures_apart),
    ("holding", _held_otherwise),
    ("direction", _opposite_ways),
    ("units", _other_units),
    ("counterpart", _nothing_to_compare),
    ("bounds", _left_open),
    ("days", _other_days),
)
