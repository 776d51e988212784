"""The words by which bare statements are compared: the shape of `statements.yaml`, and questions asked of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from crossfoot.reconcile import sentence_words
from crossfoot.reconcile.words import comparability
from crossfoot.vocabulary.loader import load

Standing = Literal["on", "before", "after", "by", "since"]


class Statements(BaseModel):
    """The shape of `statements.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    weak_words: frozenset[str]
    phrases: dict[str, tuple[str, ...]]
    synonyms: tuple[frozenset[str], ...]
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
    ordinals: dict[str, int]
    cardinals: dict[str, int]
    more_than: tuple[str, ...]
    less_than: tuple[str, ...]
    opinions: tuple[str, ...]
    a_year: tuple[str, ...]
    denials: tuple[str, ...]
    plans: tuple[str, ...]
    past: tuple[str, ...]
    days: dict[Standing, frozenset[str]]


@cache
def statements() -> Statements:
    """The words for comparing statements."""
    vocabulary: Statements = load("statements.yaml", Statements)
    return vocabulary


@cache
def weak() -> frozenset[str]:
    """Words that say nothing about what a statement is about."""
    return statements().weak_words | comparability().weak_words


@cache
def _names() -> dict[str, str]:
    return {sentence_words.stem(word): sorted(words)[0] for words in statements().synonyms for word in words}


def same_word(stem: str) -> str:
    """One name for words that say the same (`globally`, `worldwide`)."""
    return _names().get(stem, stem)


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {phrase: name for name, phrases in statements().phrases.items() for phrase in phrases}
    longest_first = sorted(names, key=lambda phrase: (-len(phrase), phrase))
    pattern = "|".join(re.escape(phrase) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), names


def one_phrase(text: str) -> str:
    """The text with phrases that say the same put into one word (`in other territories` is `overseas`)."""
    pattern, names = _phrases()
    return pattern.sub(lambda match: names[match[0].lower()], text)


@cache
def ordinals() -> re.Pattern[str]:
    """A pattern of written places: `third`, `twenty-first`."""
    names = sorted(statements().ordinals, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)


@cache
def numbered() -> re.Pattern[str]:
    """A pattern of places that a number gives: `number three`, `No. 3`, `# 3`."""
    names = "|".join(statements().cardinals)
    return re.compile(rf"(?<!\w)(?:number|no\.|#)\s?(?:\d{{1,3}}|{names})(?![\w.,]\d|\w)", re.IGNORECASE)


def ordinal(quote: str) -> float | None:
    """The place that an ordinal names."""
    digits = re.search(r"\d[\d,]*", quote)
    if digits:
        return float(digits[0].replace(",", ""))
    word = quote.lower().split()[-1]
    known = statements().ordinals.get(word, statements().cardinals.get(word))
    return None if known is None else float(known)


def cardinal(number: str) -> float | None:
    """The value of a whole number in digits or in one counting word."""
    digits = number.replace(",", "")
    known = float(digits) if digits.isdigit() else statements().cardinals.get(number.lower())
    return None if known is None else float(known)


@cache
def _before_a_figure(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\s*(?:an?|the)?\s*$", re.IGNORECASE)


def bound_before(text: str) -> str:
    """The bound that the words right before a figure give it."""
    if _before_a_figure(statements().more_than).search(text):
        return ">"
    return "<" if _before_a_figure(statements().less_than).search(text) else "="


@cache
def _opinions() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, statements().opinions)) + r")(?!\w)", re.IGNORECASE)


def opinion(text: str) -> bool:
    """True of a statement that gives somebody's own view: a target, an estimate, a forecast."""
    return _opinions().search(text) is not None


@cache
def _a_year() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, statements().a_year)) + r")(?!\w)", re.IGNORECASE)


def yearly(text: str) -> bool:
    """True of words that make a sum one of a year."""
    return _a_year().search(text) is not None


@cache
def _not_planned() -> re.Pattern[str]:
    denials, plans = ("|".join(map(re.escape, words)) for words in (statements().denials, statements().plans))
    return re.compile(
        rf"(?:(?<!\w)|(?<=\w)(?=n['’]t))(?:{denials})\s+(?:\w+ly\s+)?(?:{plans})(?!\w)[^,;:.]*$", re.IGNORECASE
    )


def not_planned(before: str) -> bool:
    """True of words before a figure that deny the plan or forecast of it: `is not planning to cut`."""
    return _not_planned().search(before) is not None


@cache
def _past() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, statements().past))
    return re.compile(rf"(?<!to )(?<!\w)(?:{verbs})(?!\w)", re.IGNORECASE)


def past(before: str) -> bool:
    """True of words before a figure that tell it as something that has happened."""
    return _past().search(before) is not None


def opposite(ones: Sequence[str], others: Sequence[str]) -> bool:
    """True where two statements have the two words of a pair that cannot both hold."""
    here, there = set(ones), set(others)
    for first, second in statements().opposites:
        if here & first and there & second and not here & second and not there & first:
            return True
        if here & second and there & first and not here & first and not there & second:
            return True
    return False
