"""A finding in one or two sentences that a desk editor would write."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.reconcile import inferred_periods, metrics, movement, witnesses
from crossfoot.reconcile.grouping import Group
from crossfoot.reconcile.quoting import listed, quoted
from crossfoot.reconcile.reading import Reading
from crossfoot.records import FindingKind
from crossfoot.values.edtf import in_words
from crossfoot.values.wording import figure
from crossfoot.values.wording import metric as metric_name

_SHOWN = 8
_SEVERAL = 3
_REPORTS = "the two houses' own reports and what they assume"


def explain(group: Group, kind: FindingKind) -> str:
    """Names the figures, where they stand, why they were compared, what they say and (flags) what would settle it."""
    years = group.comparisons[0].status != "explain"  # a quarter and a whole year are two, whichever year it is
    resting = inferred_periods.in_words(group.readings, years=years) if _rests_on_periods(group) else ""
    return f"{_about(group.readings)}: {said(group.readings)}. {_verdict(group, kind)}{resting}{_referring(group.readings)}"


def _referring(readings: Sequence[Reading]) -> str:
    """` “€640 million” refers back ...`, of figures that are read as what they refer to."""
    found = [quoted(reading) for reading in readings if reading.refers_to]
    return f" {listed(found)} refers back to a figure told before, and is read as that." if found else ""


def _rests_on_periods(group: Group) -> bool:
    """True where the figures are set side by side as those of one period, or told apart as those of two."""
    return group.comparisons[0].status != "explain" or "period" in group.comparisons[0].level


def said(readings: Sequence[Reading]) -> str:
    """Who says what: `“4.2%” in a-31 of 2025-03-05, citing Acme; “about 5%” in b-6`."""
    several_dates = len({reading.claim.date for reading in readings}) > 1
    by_article: dict[tuple[str, str], list[str]] = {}
    for reading in readings[:_SHOWN]:
        claim = reading.claim
        dated = f" of {claim.published}" if claim.published else ""
        cited = f", citing {claim.source}" if claim.source else ""
        day = f" ({in_words(claim.date)})" if several_dates and claim.date else ""
        by_article.setdefault((f"{claim.doc_id}{dated}", cited), []).append(quoted(reading) + day)
    shown = "; ".join(f"{listed(figures)} in {article}{cited}" for (article, cited), figures in by_article.items())
    return shown + (f"; and {len(readings) - _SHOWN} more" if len(readings) > _SHOWN else "")


def _about(readings: Sequence[Reading]) -> str:
    claim = readings[0].claim
    subject = f"{claim.firm}, " if claim.firm else ""
    change = ", change" if claim.measure == "change" else ""
    dates = {reading.claim.date for reading in readings}
    for_period = f", {in_words(claim.date)}" if len(dates) == 1 and claim.date else ""
    return f"{subject}{metric_name(claim.metric)}{change}{for_period}"


def _verdict(group: Group, kind: FindingKind) -> str:
    settled = f" What would settle it: {metrics.settled_by(group.readings[0].claim.metric)}."
    reason = group.comparisons[0].reason
    if kind == "direction_conflict":
        return _directions(group) + settled
    if kind == "value_conflict":
        return f"Compared for {_shared(group.readings)}, they do not meet: {_intervals(group)}." + settled
    if kind == "source_divergence":
        houses = f"{reason}; compared for {_shared(group.readings)}, these do not meet"
        return f"{houses}: {_intervals(group)}. Both may be honest. What would settle it: {_REPORTS}."
    if kind == "corroboration":
        return f"They agree ({witnesses.in_words(group.readings)})."
    if "period" in group.comparisons[0].level and inferred_periods.may_be_one_fiscal_quarter(group.readings):
        return (
            f"No conflict if the quarters are the calendar's: {reason}. Under a fiscal year the two may be one quarter."
        )
    several = _several_periods(group)
    return f"No conflict: {several}." if several else f"No conflict{_sides(group)}: {reason}."


def _several_periods(group: Group) -> str | None:
    """Figures of more than two periods, which the reason of one pair does not tell apart."""
    given = {reading.claim.date for reading in group.readings}
    if len(given) < _SEVERAL or group.comparisons[0].level != "period":
        return None
    undated = ", or do not say for which" if None in given else ""
    return f"they are for different periods, each given in brackets behind its figure{undated}"


def _sides(group: Group) -> str:
    """` between “$310 million” and “$842 million” or “about $840 million”`, of three figures or more that stand on two sides
    and that the reason does not name."""
    if "“" in group.comparisons[0].reason:
        return ""
    side = group.sides() if len({quoted(reading) for reading in group.readings}) >= _SEVERAL else None
    if side is None:
        return ""
    one, other = (list(dict.fromkeys(map(quoted, readings))) for readings in side)
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    return f" between {listed(fewer, joint='or')} and {listed(more, joint='or')}"


def _shared(readings: Sequence[Reading]) -> str:
    """What the figures have in common, and whether the period is among it."""
    same = (
        "the same firm, metric and unit" if readings[0].claim.firm else "the same metric and the same names beside them"
    )
    dates = {reading.claim.date for reading in readings}
    if dates == {None}:
        return f"{same} (no period is given)"
    if None in dates:
        return f"{same} (not all give a period)"
    return f"{same}, and the same period"


def _directions(group: Group) -> str:
    """Who says up and who says down."""
    counted = [
        len({reading.claim.doc_id for reading in group.readings if movement.way(reading) == way})
        for way in ("up", "down")
    ]
    up, down = ("one article" if number == 1 else f"{number} articles" for number in counted)
    say = "says" if counted[0] == 1 else "say"
    return f"{up.capitalize()} {say} it rose and {down} that it fell, over one period as far as the texts tell."


def _intervals(group: Group) -> str:
    """What each printed figure allows: `about 10% allows 9.5% to 10.5%`."""
    shown = dict.fromkeys(f"{quoted(reading)} allows {allowed(reading)}" for reading in group.readings[:_SHOWN])
    return ", ".join(shown)


def allowed(reading: Reading) -> str:
    """The interval of a printed figure in words."""
    low, high = reading.stated.low, reading.stated.high
    bound = ">=" if high is None else "<=" if low is None else "="
    if low is not None:
        low = float(f"{low:.10g}")
    if high is not None:
        high = float(f"{high:.10g}")
    return figure(low, high, reading.claim.unit, bound, reading.claim.measure)
