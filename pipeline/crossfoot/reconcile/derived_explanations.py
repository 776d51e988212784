"""A derivation in words: the figures that go in, what they come to, and what that is held against."""

from __future__ import annotations

from crossfoot.reconcile import explanations, inferred_periods
from crossfoot.reconcile.amounts import said, scale
from crossfoot.reconcile.arithmetic import Derivation
from crossfoot.reconcile.formulas import evaluate
from crossfoot.reconcile.operands import Operands
from crossfoot.reconcile.quoting import listed, quoted
from crossfoot.reconcile.reading import Reading
from crossfoot.values.intervals import Interval
from crossfoot.values.wording import figure

_DIGITS = 4  # of a figure that nobody printed


def explain(derivation: Derivation) -> str:
    """`“250 MW” at “$30 per watt” comes to $7.5 billion, which meets “$7–8 billion”: ...` and where each stands."""
    sources = explanations.said(derivation.readings)
    if derivation.relation.always:
        shown = "; ".join(_shown(derivation, right) for right in (derivation.others or (None,)))
        tail = f": {derivation.relation.reason}" if derivation.relation.reason else ""
        return f"{shown}{tail}. No conflict. Compared: {sources}."
    held = _held_against(derivation)
    verdict = "meets" if derivation.status == "agree" else "does not meet"
    sentence = f"{_shown(derivation, None)} (printed precision allows {_allowed(derivation)})"
    against = f", which {verdict} {held}" if held else ""
    inferred = inferred_periods.in_words(derivation.readings) if derivation.relation.rests_on_periods else ""
    return f"{sentence}{against}. Compared: {sources}.{_if_flagged(derivation)}{inferred}"


def _if_flagged(derivation: Derivation) -> str:
    """Why a miss may still be honest, and what would settle it."""
    if derivation.status != "flag":
        return ""
    reason = derivation.relation.reason
    doubt = f" {reason[0].upper()}{reason[1:]}." if reason else ""
    return f"{doubt} What would settle it: the terms or tables behind these figures."


def _held_against(derivation: Derivation) -> str:
    """The other side: a claim, a formula over claims, or a number such as the whole of 100%."""
    if derivation.others:
        return listed(_quotes(right.readings) for right in derivation.others)
    right = derivation.relation.right
    if right in derivation.left.roles:
        return _quotes(derivation.left.roles[right])
    return "100%" if right == "1" else ""


def _shown(derivation: Derivation, right: Operands | None) -> str:
    """The relation's sentence with its figures put in."""
    roles = {**derivation.left.roles}
    for side in (right,) if right else derivation.others[:1]:
        roles.update(side.roles)
    words = {name: _quotes(readings) for name, readings in roles.items()}
    together = Operands(roles, derivation.left.bound)
    stated = {name: interval for name, readings in roles.items() if (interval := said(readings)) is not None}
    result = evaluate(derivation.relation.left, stated) or derivation.result
    return derivation.relation.says.format(left=_in_words(derivation, together, result), **words)


def _allowed(derivation: Derivation) -> str:
    roles = {**derivation.left.roles}
    for right in derivation.others[:1]:
        roles.update(right.roles)
    return _in_words(derivation, Operands(roles, derivation.left.bound), derivation.result)


def _in_words(derivation: Derivation, operands: Operands, result: Interval) -> str:
    """A result in the unit of the claim that it is held against or shown as."""
    like = _like(derivation, operands)
    if like is None:
        percent = result.scaled(100)
        return figure(_rounded(percent.low), _rounded(percent.high), "percent")
    shown = result.scaled(1 / scale(like))
    return figure(_rounded(shown.low), _rounded(shown.high), like.claim.unit)


def _like(derivation: Derivation, operands: Operands) -> Reading | None:
    for name in (derivation.relation.shown_as, derivation.relation.right):
        if name and name in operands.roles:
            reading = operands.roles[name][0]
            return None if reading.dimension == "percent" else reading
    return None


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.{_DIGITS}g}")


def _quotes(readings: tuple[Reading, ...]) -> str:
    return listed(quoted(reading) for reading in readings)
