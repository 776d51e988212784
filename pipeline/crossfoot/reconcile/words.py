"""The words that keep two figures apart: the shape of `comparability.yaml`, and patterns that find them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from crossfoot.vocabulary.loader import Entry, load

Where = Literal["tight", "before", "behind", "near", "clause", "left"]
ExplainKind = Literal["basis_difference", "scope_difference", "period_difference", "unit_crosswalk", "revision"]


class Answer(Entry):
    """One answer to an aspect's question, and the words that give it.

    `silence_is_same`: who says nothing means this; `fixed`: two figures with it are one moment; `session`: it names the
    session that a move belongs to; `earlier`: such a figure is the older of two.
    """

    name: str
    where: Where
    phrases: tuple[str, ...]
    silence_is_same: bool = False
    fixed: bool = False
    session: bool = False
    earlier: bool = False


class Aspect(BaseModel):
    """A question that a figure's own words answer; two answers explain two values."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    explains: ExplainKind
    reason: str
    one_sided: bool
    running_only: bool = False
    undated_only: bool = False
    metrics: frozenset[str] | None = None
    answers: tuple[Answer, ...]


class Scope(Entry):
    """A part that words beside a figure limit it to; `whole` marks words that say there is no limit, `kind` words that
    name no part of their own."""

    name: str
    phrases: tuple[str, ...]
    whole: bool = False
    kind: bool = False


class Leaning(BaseModel):
    """Approximators that allow values on one side of the figure only."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    below: tuple[str, ...]
    above: tuple[str, ...]


class Comparability(BaseModel):
    """The shape of `comparability.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    aspects: tuple[Aspect, ...]
    scopes: tuple[Scope, ...]
    no_movement: tuple[str, ...]
    happened: tuple[str, ...]
    deadlines: tuple[str, ...]
    costs: tuple[str, ...]
    partitives: tuple[str, ...]
    clause_ends: tuple[str, ...]
    statement_ends: tuple[str, ...]
    weak_words: frozenset[str]
    little_words: frozenset[str]
    part_openers: frozenset[str]
    no_parts: frozenset[str]
    leaning: Leaning


@cache
def comparability() -> Comparability:
    """The words that keep two figures apart."""
    vocabulary: Comparability = load("comparability.yaml", Comparability)
    return vocabulary


@cache
def aspects() -> dict[str, Aspect]:
    """Aspects by name, in their order."""
    return {aspect.name: aspect for aspect in comparability().aspects}


@cache
def answers() -> dict[tuple[str, str], Answer]:
    """Answers by aspect and name (where several entries give one name, the first)."""
    found: dict[tuple[str, str], Answer] = {}
    for aspect in comparability().aspects:
        for answer in aspect.answers:
            found.setdefault((aspect.name, answer.name), answer)
    return found


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase says: the answer to an aspect."""

    aspect: str
    answer: str


@cache
def cues(where: Where) -> tuple[re.Pattern[str], dict[str, tuple[Cue, ...]]]:
    """A pattern of all phrases that are looked for at `where`, and what each says. Phrases are lower case."""
    said: dict[str, list[Cue]] = {}
    for aspect in comparability().aspects:
        for answer in aspect.answers:
            if answer.where == where:
                for phrase in answer.phrases:
                    said.setdefault(phrase, []).append(Cue(aspect.name, answer.name))
    return _pattern(said), {phrase: tuple(cues) for phrase, cues in said.items()}


@cache
def leaning() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of the approximators that lean below and above their figure."""
    known = comparability().leaning
    return _pattern(known.below), _pattern(known.above)


@cache
def scope_cues() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all scope phrases, and the scope that each names."""
    said = {phrase: scope.name for scope in comparability().scopes for phrase in scope.phrases}
    return _pattern(said), said


@cache
def no_movement() -> re.Pattern[str]:
    """A pattern of the phrases whose verb moves nothing."""
    return _pattern(comparability().no_movement)


@cache
def happened() -> re.Pattern[str]:
    """A pattern of the phrases that doubt how much happened, and not whether."""
    return _pattern(comparability().happened)


@cache
def costs() -> re.Pattern[str]:
    """A pattern of a cost's name with the word before it (`thing`): `fuel costs`."""
    names = "|".join(map(re.escape, sorted(comparability().costs, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?P<thing>[a-z][a-z-]+)\s(?:{names})(?!\w)")


@cache
def deadline() -> re.Pattern[str]:
    """A pattern of the phrases that say by when a thing is to be done."""
    return _pattern(comparability().deadlines)


@cache
def partitives() -> re.Pattern[str]:
    """A pattern of the words that share out a figure which the reader knows (`most of the`), at the end of a text."""
    found = "|".join(re.escape(word) for word in comparability().partitives)
    return re.compile(rf"(?<!\w)(?:{found}) of (?:the|that|this|those|these) $")


@cache
def scope_named(name: str) -> str:
    """A scope's name as the vocabulary writes it (`United States` is `the United States`), else as it comes."""
    known = {scope.name.casefold().removeprefix("the "): scope.name for scope in comparability().scopes}
    return known.get(name.strip().casefold().removeprefix("the "), name.strip())


@cache
def kinds_of_parts() -> frozenset[str]:
    """Scopes that say what kind of part it is, and not which."""
    return frozenset(scope.name for scope in comparability().scopes if scope.kind)


@cache
def whole_scopes() -> frozenset[str]:
    """Scopes that are no limit."""
    return frozenset(scope.name for scope in comparability().scopes if scope.whole)


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Whole phrases, the longest first: `non-gaap` is not read as `gaap`, and `week low` is found in `12-week low`.

    Gathered by their first letter, so that a place in a text is held against a few phrases and not against hundreds.
    """
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
        by_letter.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    if not by_letter:
        return re.compile(r"(?!)")  # nothing to find
    found = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items()))
    return re.compile(rf"(?<!\w)(?:{found})(?![\w-])")
