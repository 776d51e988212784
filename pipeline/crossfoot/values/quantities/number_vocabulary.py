"""Number words and scale words as their YAML files hold them, laid out for look-up."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.vocabulary.loader import load


class Scale(BaseModel):
    """A scale word or letter and its factor."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    factor: float
    words: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    money: tuple[str, ...] = ()


class Scales(BaseModel):
    """The file scales.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    scales: tuple[Scale, ...]
    plurals: dict[str, float]


class Multiplier(BaseModel):
    """A verb that is a change by itself: doubled is +100 percent."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    percent: float
    forms: tuple[str, ...]


class ShareWords(BaseModel):
    """Words around half, a third, a quarter that tell a share from a part of time."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    not_behind: frozenset[str]
    not_before: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    cutting: frozenset[str]
    counted: frozenset[str]


class NumberWords(BaseModel):
    """The file number_words.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    ones: dict[str, int]
    teens: dict[str, int]
    tens: dict[str, int]
    dozens: dict[str, int]
    fractions: dict[str, int]
    vulgar: dict[str, float]
    vague: tuple[str, ...]
    multipliers: dict[str, Multiplier]
    folds: dict[str, int]
    shares: ShareWords


@cache
def number_words() -> NumberWords:
    """The number words."""
    file: NumberWords = load("number_words.yaml", NumberWords)
    return file


@cache
def scales() -> Scales:
    """The scale words."""
    file: Scales = load("scales.yaml", Scales)
    return file


@cache
def scale_words() -> dict[str, float]:
    """Scale words in lower case and their factors."""
    return {word: scale.factor for scale in scales().scales for word in scale.words}


@cache
def glued_scales() -> dict[str, float]:
    """Scale letters, as written, that count where they touch their figure."""
    return {letter: scale.factor for scale in scales().scales for letter in scale.glued}


@cache
def money_scales() -> dict[str, float]:
    """Scale letters that count behind an amount of money, touching or not."""
    return {letter: scale.factor for scale in scales().scales for letter in (*scale.glued, *scale.money)}


@cache
def small_numbers() -> dict[str, int]:
    """zero to ninety."""
    words = number_words()
    return {**words.ones, **words.teens, **words.tens}
