"""One figure in two statements that do not say the same with it: denied, only possible, `to` or `by`, of another noun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from crossfoot.reconcile import metrics
from crossfoot.reconcile.reading import Reading
from crossfoot.reconcile.statements import vocabulary
from crossfoot.reconcile.statements.figures import Figure
from crossfoot.reconcile.statements.statement import Statement
from crossfoot.values.units import is_currency
from crossfoot.values.wording import metric

_OPEN: Final = ("hypothetical", "projected")
_BY_A_VERB: Final = "metric:verb_frame"  # `paid $3 billion`: the verb is one of many that tell the same
_STEP: Final = re.compile(r"(?<!\w)by\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_SIZE: Final = re.compile(r"(?<!\w)to\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """A figure where a statement gives it: the words before it, and the claim that stands there."""

    figure: Figure
    before: str
    reading: Reading | None

    @property
    def denied(self) -> bool:
        """True where the statement says that it is not so."""
        negated = self.reading is not None and self.reading.claim.modality == "negated"
        return negated or vocabulary.not_planned(self.before)

    @property
    def possible(self) -> bool:
        """True where it may or will be so, and has not happened."""
        return self.reading is not None and self.reading.claim.modality in _OPEN and not self.reading.happened


def held(figure: Figure, statement: Statement) -> Held:
    """The figure with what the statement says of it."""
    return Held(figure, statement.text[: figure.start], statement.reading_of(figure))


Difference = tuple[Literal["CONFLICT", "EXPLAINED", "UNRELATED"], str]


def difference(one: Held, other: Held) -> Difference | None:
    """What two statements of one figure differ in; None where they say the same with it."""
    if one.figure.stated != other.figure.stated:
        return None
    quote = one.figure.quote
    if one.denied != other.denied:
        return "CONFLICT", f"one of them denies “{quote}”"
    if (_STEP.search(one.before) and _SIZE.search(other.before)) or (
        _SIZE.search(one.before) and _STEP.search(other.before)
    ):
        return "CONFLICT", f"“{quote}” is the size in one and the step in the other"
    if one.reading is None or other.reading is None:
        return None
    return _of_claims(one, other, one.reading, other.reading)


def _of_claims(one: Held, other: Held, first: Reading, second: Reading) -> Difference | None:
    quote = one.figure.quote
    if _opposite_signs(first, second):
        return "CONFLICT", f"“{quote}” is a gain in one and a loss in the other"
    if _two_nouns(first, second):
        named = f"{metric(first.claim.metric)} in one and {metric(second.claim.metric)} in the other"
        return "UNRELATED", f"“{quote}” is {named}"
    for possible, fact in ((one, other), (other, one)):
        if possible.possible and fact.reading is not None and _a_fact(fact.reading, possible.reading):
            return "EXPLAINED", f"“{quote}” has happened in one, and is only possible or expected in the other"
    return None


def _opposite_signs(one: Reading, other: Reading) -> bool:
    """True of a profit and a loss of one size."""
    if one.claim.metric != other.claim.metric or one.claim.measure != "level" or other.claim.measure != "level":
        return False
    first, second = one.claim.value, other.claim.value
    return first is not None and second is not None and first * second < 0


def _two_nouns(one: Reading, other: Reading) -> bool:
    """True of two sums of money, each beside the name of its own metric: revenue, and a loss."""
    first, second = one.claim, other.claim
    if "other" in (first.metric, second.metric) or {_BY_A_VERB} & {*first.rules, *second.rules}:
        return False
    if not is_currency(first.unit or "") or not is_currency(second.unit or ""):
        return False
    return not metrics.same_metric(first.metric, second.metric) and not metrics.definitions_apart(
        first.metric, second.metric
    )


def _a_fact(fact: Reading, possible: Reading | None) -> bool:
    """True of what is told in the past, where the other tells the same as a condition or a forecast."""
    if fact.claim.modality != "asserted" or possible is None:
        return False
    return fact.claim.metric == possible.claim.metric and vocabulary.past(fact.claim.sentence[: _at(fact)])


def _at(reading: Reading) -> int:
    return max(reading.claim.start - reading.claim.sentence_start, 0)
