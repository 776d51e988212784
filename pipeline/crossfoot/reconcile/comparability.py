"""Whether two figures are about one thing: an ordered list of named levels, each with its reason in words.

The levels are asked from the top; the first that tells the figures apart decides. Only figures that pass
all of them are compared by value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from crossfoot.reconcile import metrics, sentence_words, words
from crossfoot.reconcile.apart import Apart
from crossfoot.reconcile.periods_apart import period
from crossfoot.reconcile.quoting import quoted
from crossfoot.reconcile.reading import Reading

_FORECASTS: Final = frozenset({"estimated", "projected"})


Test = Callable[[Reading, Reading], Apart | None]


@dataclass(frozen=True, slots=True)
class Level:
    """One question of the ordered list, by name."""

    name: str
    test: Test


def apart(one: Reading, other: Reading, *, direction: bool = False, any_metric: bool = False) -> Apart | None:
    """The first level that tells two figures apart, or None where they are about one thing.

    With `direction` the unit is not asked for: a stated fall and a rise of 3% need none. With `any_metric` the metric is not.
    """
    for level in LEVELS:
        if direction and level.name in ("contrast", "dimension"):
            continue
        if any_metric and level.name == "metric":
            continue
        found = level.test(one, other)
        if found is not None:
            return found
    return None


def _subject(one: Reading, other: Reading) -> Apart | None:
    """One firm, or the two sides of one deal."""
    if one.firm is None and other.firm is None and one.sure_names and other.sure_names and not one.names & other.names:
        return Apart("subject", None, "no firm is known, and the sentences name different ones")
    if one.firm == other.firm:
        return None
    if one.firm and one.firm == other.counterparty and other.firm == one.counterparty:
        return None
    if one.counterparty and other.counterparty is None and one.counterparty == other.firm:
        return None
    if other.counterparty and one.counterparty is None and other.counterparty == one.firm:
        return None
    return Apart("subject", None, "they are about two firms")


def _measure(one: Reading, other: Reading) -> Apart | None:
    if one.measure == other.measure:
        return None
    return Apart("measure", None, "one is a level and the other a change")


def _metric(one: Reading, other: Reading) -> Apart | None:
    first, second = one.claim.metric, other.claim.metric
    if one.spent_on is not None and other.spent_on is not None:
        if one.spent_on == other.spent_on:
            return None
        if one.claim.doc_id != other.claim.doc_id:
            return Apart("metric", None, "they are the costs of two things")
    if metrics.same_metric(first, second, rate="/" in one.dimension and one.dimension == other.dimension):
        return None
    if one.counts is not None and one.counts == other.counts and "other" in (first, second):
        return None
    reason = metrics.definitions_apart(first, second)
    if reason is not None:
        return Apart("metric", "basis_difference", reason)
    return Apart("metric", None, "they measure two things")


def _contrast(one: Reading, other: Reading) -> Apart | None:
    """Cost against income, before the units are compared: dollars per GW either way."""
    found = metrics.contrast(one.claim.metric, other.claim.metric)
    if found is None or one.claim.metric == other.claim.metric:
        return None
    if "/" not in one.dimension or one.dimension.split("/")[:2] != other.dimension.split("/")[:2]:
        return None
    first, second = (one, other) if one.claim.metric in found.one else (other, one)
    reason = found.reason.format(one=quoted(first), other=quoted(second))
    return Apart("contrast", "basis_difference", reason)


def _dimension(one: Reading, other: Reading) -> Apart | None:
    if one.unit_key == other.unit_key:
        return None
    return Apart("dimension", None, "they are in units that do not convert into each other")


def _counterparty(one: Reading, other: Reading) -> Apart | None:
    if one.counterparty is None or other.counterparty is None:
        return None
    if {one.firm, one.counterparty} == {other.firm, other.counterparty}:
        return None
    return Apart("counterparty", None, "they are about deals with two parties")


def _negation(one: Reading, other: Reading) -> Apart | None:
    if (one.claim.modality == "negated") == (other.claim.modality == "negated"):
        return None
    return Apart("negation", None, "one of them is denied")


def _modality(one: Reading, other: Reading) -> Apart | None:
    first, second = _held_as(one), _held_as(other)
    alike = one.claim.modality == other.claim.modality != "asserted"
    if first == second or alike or {first, second} <= _FORECASTS:
        return None
    if one.claim.metric in metrics.families().planned and {first, second} <= _FORECASTS | {"asserted"}:
        return None
    if (
        one.claim.metric in metrics.families().set_by_law | metrics.families().standing
        and one.span is None
        and other.span is None
    ):
        return None  # a forecast of a size names the day that it is for; `would serve its 4 billion users` is none
    if "hypothetical" in (first, second):
        if {first, second} & _FORECASTS:
            return None
        return Apart("modality", None, "one of them holds only under a condition")
    return Apart("modality", "basis_difference", "one is a result and the other a forecast")


def _held_as(reading: Reading) -> str:
    """The modality, by the figure's own words first: `the $4.10 that analysts had expected` is no result."""
    modality = reading.claim.modality
    if reading.happened and modality in ("hypothetical", "estimated"):
        return "asserted"
    return "estimated" if modality == "asserted" and reading.answer("expectation") == "expected" else modality


def _opinion(one: Reading, other: Reading) -> Apart | None:
    """Two brokers' targets differ by nature."""
    if one.claim.metric not in metrics.families().opinions:
        return None
    if one.claim.source == other.claim.source and (one.claim.source or _one_house(one, other)):
        return None
    return Apart("opinion", None, "they are two houses' own opinions")


def _one_house(one: Reading, other: Reading) -> bool:
    """True where the two sentences name a house in common, or neither names any."""
    first, second = _houses(one), _houses(other)
    return bool(first & second) or not (first or second)


def _houses(one: Reading) -> frozenset[str]:
    """Whom the sentence names beside the firm, where nobody is cited: one of them may be the house."""
    own = sentence_words.names(one.claim.firm or "")
    return sentence_words.names(one.claim.sentence, first=False) - own


def _aspects(one: Reading, other: Reading) -> Apart | None:
    """What the figures' own words say: which moment, definition, part or version."""
    if not one.answers and not other.answers:
        return None
    for name, aspect in words.aspects().items():
        first, second = _answer(one, name), _answer(other, name)
        if first == second or not _asked(aspect, one, other):
            continue
        if first is not None and second is not None:
            return Apart(name, aspect.explains, _said(aspect, first, second))
        spoken = one.answer(name), other.answer(name)
        if aspect.one_sided:
            return Apart(name, aspect.explains, _said(aspect, *spoken), one_sided=None in spoken)
    return None


def _answer(reading: Reading, aspect: str) -> str | None:
    """What its words answer; None too for an answer that silence would mean as well (`year-on-year`, `closed`)."""
    said = reading.answer(aspect)
    return None if said is None or words.answers()[aspect, said].silence_is_same else said


def _asked(aspect: words.Aspect, one: Reading, other: Reading) -> bool:
    """Some questions are for prices only, some for deals, some for figures without a date."""
    if aspect.running_only and one.claim.metric not in metrics.families().running:
        return False
    if aspect.metrics is not None and not aspect.metrics & {one.claim.metric, other.claim.metric}:
        return False
    return not aspect.undated_only or one.span is None or other.span is None


def _said(aspect: words.Aspect, first: str | None, second: str | None) -> str:
    answers = sorted(answer for answer in (first, second) if answer is not None)
    if len(answers) == 1:
        return f"{aspect.reason} (one says “{answers[0]}”, the other does not say)"
    return f"{aspect.reason} ({' against '.join(answers)})"


def _basis(one: Reading, other: Reading) -> Apart | None:
    first, second = one.claim.basis, other.claim.basis
    if first and second and first.casefold() != second.casefold():
        return Apart("basis", "basis_difference", f"they follow two definitions, {_named(first)} and {_named(second)}")
    return None


def _named(basis: str) -> str:
    return "GAAP" if basis.casefold() == "gaap" else basis


def _scope(one: Reading, other: Reading) -> Apart | None:
    if one.models and other.models and not one.models & other.models:
        return Apart("scope", "scope_difference", "they are about different products or parts")
    if one.scopes == other.scopes or one.scopes & other.scopes:
        return None
    if one.scopes and other.scopes:
        return Apart("scope", "scope_difference", f"they cover different parts, {_names(one)} and {_names(other)}")
    limited, whole = (one, other) if one.scopes else (other, one)
    if _names_them(whole, limited.scopes):
        return None
    reason = f"only one of them is limited to a part ({_names(limited)})"
    return Apart("scope", "scope_difference", reason, one_sided=True)


def _names_them(reading: Reading, scopes: frozenset[str]) -> bool:
    """True where the words beside a figure name the parts, though nobody took them for what limits it."""
    beside = f"{reading.before} {reading.after}"
    return all(re.search(rf"(?<!\w){re.escape(scope.lower())}(?!\w)", beside) for scope in scopes)


LEVELS: Final = (
    Level("subject", _subject),
    Level("measure", _measure),
    Level("contrast", _contrast),
    Level("metric", _metric),
    Level("dimension", _dimension),
    Level("counterparty", _counterparty),
    Level("negation", _negation),
    Level("period", period),
    Level("modality", _modality),
    Level("opinion", _opinion),
    Level("basis", _basis),
    Level("aspects", _aspects),
    Level("scope", _scope),
)


def _names(one: Reading) -> str:
    """The parts by name; a kind of part (`a division`) only where none has a name."""
    named = sorted(scope for scope in one.scopes if scope not in words.kinds_of_parts())
    return ", ".join(named or sorted(one.scopes))
