"""The shapes of `metrics.yaml`, `verbs.yaml` and `cues.yaml`."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from crossfoot.vocabulary.loader import Entry, load

Kind = Literal[
    "money", "percent", "count", "multiple", "power", "energy", "mass", "volume", "duration", "points", "other"
]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Metric(Entry):
    """One thing that a figure can measure."""

    kinds: tuple[Kind, ...] = Field(min_length=1)
    names: tuple[str, ...] = ()
    element: str | None = None
    of: Literal["firm", "economy"] | None = None


class Metrics(Strict):
    """`metrics.yaml`."""

    metrics: dict[str, Metric]


class DirectionWords(Strict):
    """The words that mean one direction."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    adverbs: frozenset[str]


class Frame(Strict):
    """A verb (lemmas; two words for a particle verb) whose figure implies a metric.

    `near`: one of these stands in the sentence; `for_a`: a *for* behind the figure names something of these kinds;
    `of_a`: the verb hangs on one of these nouns (*a deal valued at*), or has it for its subject.
    """

    metric: str
    verbs: tuple[str, ...]
    kinds: frozenset[Kind]
    prepositions: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    near: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()
    for_a: frozenset[str] = frozenset()
    of_a: frozenset[str] = frozenset()
    negative: bool = False
    direction: Literal["up", "down"] | None = None
    party: bool = False


class Verbs(Strict):
    """`verbs.yaml`."""

    directions: dict[Literal["up", "down", "flat"], DirectionWords]
    particle_verbs: dict[Literal["up", "down"], frozenset[str]]
    neutral_verbs: frozenset[str]
    ways: frozenset[str]
    sending: frozenset[str]
    leaving: frozenset[str]
    flowing: frozenset[str]
    flown: frozenset[str]
    having: frozenset[str]
    light_verbs: frozenset[str]
    frames: tuple[Frame, ...]


class Attribution(Strict):
    """Words by which somebody is cited."""

    verbs: frozenset[str]
    prepositions: tuple[str, ...]
    nouns: frozenset[str]
    last: frozenset[str]
    counts: frozenset[str]
    opinions: frozenset[str]
    revising: frozenset[str]
    reckoning: dict[str, str]
    reckoned: frozenset[str]
    bodies: frozenset[str]
    roles: frozenset[str]
    groups: frozenset[str]


class ModalityCues(Strict):
    """Words that make a statement less, or other, than asserted."""

    words: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()


class Expectations(Strict):
    """Words of a consensus, by where they stand from its figure."""

    watchers: frozenset[str]
    told: tuple[str, ...]
    behind: frozenset[str]
    against: frozenset[str]


class Forecasts(Strict):
    """Words of what is foreseen, and of foreseeing it. Lemmas."""

    nouns: frozenset[str]
    aims: frozenset[str]
    opinions: frozenset[str]
    verbs: frozenset[str]
    awaiting: frozenset[str]
    revising: frozenset[str]
    planning: frozenset[str]
    giving: frozenset[str]
    turning: frozenset[str]

    @cached_property
    def foreseen(self) -> frozenset[str]:
        """What is foreseen or aimed at."""
        return self.nouns | self.aims

    @cached_property
    def held(self) -> frozenset[str]:
        """What a house has to say of a firm: its forecasts, its aims for it and its opinions."""
        return self.foreseen | self.opinions

    @cached_property
    def foretelling(self) -> frozenset[str]:
        """Verbs of what is to come."""
        return self.verbs | self.awaiting

    @cached_property
    def planned(self) -> frozenset[str]:
        """Words by which a sum is planned."""
        return self.nouns | self.planning


class Cues(Strict):
    """`cues.yaml`."""

    attribution: Attribution
    modality: dict[Literal["hypothetical", "projected", "estimated", "negated"], ModalityCues]
    forecasts: Forecasts
    expectations: Expectations
    adding: frozenset[str]
    origins: frozenset[str]
    programmes: frozenset[str]
    basis: dict[str, tuple[str, ...]]


@cache
def metrics() -> dict[str, Metric]:
    """Every metric by name, in the file's order."""
    loaded: Metrics = load("metrics.yaml", Metrics)
    return loaded.metrics


class PartExample(Strict):
    """A sentence with the figure in brackets, and the part of a firm that it is about."""

    text: str
    part: str


class Parts(Strict):
    """`parts.yaml`."""

    metrics: frozenset[str]
    whole: frozenset[str]
    adjectives: frozenset[str]
    examples: tuple[PartExample, ...]
    counter_examples: tuple[str, ...]


@cache
def parts() -> Parts:
    """The parts of a firm that a result may be limited to."""
    loaded: Parts = load("parts.yaml", Parts)
    return loaded


@cache
def metrics_of(owner: Literal["firm", "economy"]) -> frozenset[str]:
    """The metrics that only a firm, or only an economy, has."""
    return frozenset(name for name, metric in metrics().items() if metric.of == owner)


@cache
def verbs() -> Verbs:
    """Directions and frames."""
    loaded: Verbs = load("verbs.yaml", Verbs)
    return loaded


@cache
def cues() -> Cues:
    """Attribution, modality and basis."""
    loaded: Cues = load("cues.yaml", Cues)
    return loaded
