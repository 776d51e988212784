"""HTML that a scraper left in a text: tags, comments and non-breaking spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.vocabulary.loader import load


class Markup(BaseModel):
    """The shape of `markup.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    elements: tuple[str, ...]
    spaces: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@cache
def vocabulary() -> Markup:
    """The words by which markup is known."""
    words: Markup = load("markup.yaml", Markup)
    return words


def runs(text: str) -> list[tuple[int, int]]:
    """Start and end of each piece of markup, in text order."""
    return [match.span() for match in _pattern().finditer(text)]


def merged(pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces in text order, those that touch or overlap made one."""
    done: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if done and start <= done[-1][1]:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        elif start < end:
            done.append((start, end))
    return done


def blanked(text: str, pieces: Iterable[tuple[int, int]]) -> str:
    """The text with these pieces made spaces, newlines kept: same length, same offsets."""
    parts, at = [], 0
    for start, end in pieces:
        parts += [text[at:start], re.sub(r"[^\r\n]", " ", text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def without(text: str) -> str:
    """A title as it is shown: without markup, on one line."""
    pieces = runs(text)
    return " ".join(blanked(text, pieces).split()) if pieces else text


@cache
def _pattern() -> re.Pattern[str]:
    """What stands between angle brackets ends at the next bracket of either kind, so that no search runs far."""
    elements = "|".join(map(re.escape, vocabulary().elements))
    spaces = "|".join(map(re.escape, vocabulary().spaces))
    return re.compile(rf"</?(?:{elements})(?:\s[^<>]*)?/?>|<![^<>]*>|&(?:{spaces});", re.IGNORECASE)
