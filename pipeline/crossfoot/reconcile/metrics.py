"""What the reconciler knows of metrics: the shape of `metric_families.yaml`, and questions asked of it."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.vocabulary.loader import load


class Family(BaseModel):
    """Metrics that belong together, and why they are not the same."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    metrics: frozenset[str]
    reason: str = ""
    rates_only: bool = False


class Contrast(BaseModel):
    """Two sides of one matter: alike in unit, never in conflict."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    one: frozenset[str]
    other: frozenset[str]
    reason: str


class Settling(BaseModel):
    """What would settle a disagreement about these metrics."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    metrics: frozenset[str]
    by: str


class Counted(BaseModel):
    """Things that are counted under several metrics, and the nouns that name them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    metrics: frozenset[str]
    nouns: frozenset[str]


class MetricFamilies(BaseModel):
    """The shape of `metric_families.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    aliases: tuple[Family, ...]
    definitions: tuple[Family, ...]
    contrasts: tuple[Contrast, ...]
    many_valued: frozenset[str]
    running: frozenset[str]
    market_wide: frozenset[str]
    standing: frozenset[str]
    timeless: frozenset[str]
    themselves_changes: frozenset[str]
    flows: frozenset[str]
    spending: frozenset[str]
    counted: tuple[Counted, ...]
    revised: frozenset[str]
    set_by_law: frozenset[str]
    planned: frozenset[str]
    opinions: frozenset[str]
    yearly: frozenset[str]
    drift: float
    central: frozenset[str]
    minor: frozenset[str]
    settled_by: tuple[Settling, ...]


@cache
def families() -> MetricFamilies:
    """What is known of metrics."""
    vocabulary: MetricFamilies = load("metric_families.yaml", MetricFamilies)
    return vocabulary


@cache
def same_metric(one: str, other: str, *, rate: bool = False) -> bool:
    """True where two metric names may name one thing; `rate` says that the unit has a denominator."""
    if one == other:
        return True
    return any(
        one in family.metrics and other in family.metrics and (rate or not family.rates_only)
        for family in families().aliases
    )


@cache
def countable() -> frozenset[str]:
    """Metrics of counts that go by what they count."""
    return frozenset(metric for family in families().counted for metric in family.metrics)


@cache
def definitions_apart(one: str, other: str) -> str | None:
    """Why two metrics of one family differ; None where they share no family."""
    for family in families().definitions:
        if one != other and one in family.metrics and other in family.metrics:
            return family.reason
    return None


@cache
def contrast(one: str, other: str) -> Contrast | None:
    """The contrast whose two sides these metrics are, if any."""
    for found in families().contrasts:
        if (one in found.one and other in found.other) or (one in found.other and other in found.one):
            return found
    return None


@cache
def metric_tags(metric: str, *, rate: bool = False) -> tuple[str, ...]:
    """Names of the blocks in which figures of a metric meet others that may be confronted with them."""
    known = families()
    aliases = [family for family in known.aliases if metric in family.metrics and (rate or not family.rates_only)]
    tags = [f"alias {family.name}" for family in aliases] or [f"metric {metric}"]
    tags += [f"definition {family.name}" for family in known.definitions if metric in family.metrics]
    return tuple(tags)


@cache
def contrast_tags(metric: str) -> tuple[str, ...]:
    """Names of the blocks in which figures of a metric meet the other side of a contrast."""
    return tuple(f"contrast {found.name}" for found in families().contrasts if metric in found.one | found.other)


@cache
def settled_by(metric: str) -> str:
    """What would settle a disagreement about a metric."""
    by = {name: settling.by for settling in families().settled_by for name in settling.metrics}
    return by.get(metric, by["default"])
