"""A finding in one or two sentences that a desk editor would write."""

from __future__ import annotations

from crossfoot.reconcile import witnesses, words
from crossfoot.reconcile.comparability import quoted
from crossfoot.reconcile.grouping import Group
from crossfoot.reconcile.reading import Reading
from crossfoot.records import FindingKind
from crossfoot.values.wording import figure
from crossfoot.values.wording import metric as metric_name

_SHOWN = 6


def explain(group: Group, kind: FindingKind) -> str:
    """Names the figures, where they stand, why they were compared, what they say and (flags) what would settle it."""
    said = "; ".join(_said(reading) for reading in group.readings[:_SHOWN])
    more = f"; and {len(group.readings) - _SHOWN} more" if len(group.readings) > _SHOWN else ""
    about = _about(group.readings)
    return f"{about}: {said}{more}. {_verdict(group, kind)}"


def _about(readings: tuple[Reading, ...]) -> str:
    claim = readings[0].claim
    subject = f"{claim.firm}, " if claim.firm else ""
    change = ", change" if claim.measure == "change" else ""
    dates = {reading.claim.date for reading in readings}
    for_period = f", {next(iter(dates))}" if len(dates) == 1 and None not in dates else ""
    return f"{subject}{metric_name(claim.metric)}{change}{for_period}"


def _said(reading: Reading) -> str:
    claim = reading.claim
    cited = f", citing {claim.source}" if claim.source else ""
    dated = f" of {claim.published}" if claim.published else ""
    return f"{quoted(reading)} in {claim.doc_id}{dated}{cited}"


def _verdict(group: Group, kind: FindingKind) -> str:
    settled = f" What would settle it: {words.settled_by(group.readings[0].claim.metric)}."
    reason = group.comparisons[0].reason
    if kind == "direction_conflict":
        return "They send it in opposite directions over the same news." + settled
    if kind == "value_conflict":
        return f"They are about the same thing and do not meet: {_intervals(group)}." + settled
    if kind == "source_divergence":
        return f"{reason}, and these do not meet: {_intervals(group)}. Both may be honest." + settled
    if kind == "corroboration":
        return f"They agree ({witnesses.in_words(group.readings)})."
    return f"No conflict: {reason}."


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
