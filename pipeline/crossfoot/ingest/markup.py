"""HTML that a scraper left in a text: tags, comments and non-breaking spaces."""

from __future__ import annotations

import re
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


def blanked(text: str) -> str:
    """The text with its markup made spaces, newlines kept: same length, same offsets."""
    return _pattern().sub(lambda match: re.sub(r"[^\r\n]", " ", match[0]), text)


def without(text: str) -> str:
    """A title as it is shown: without markup, on one line."""
    return " ".join(blanked(text).split()) if _pattern().search(text) else text


@cache
def _pattern() -> re.Pattern[str]:
    """What stands between angle brackets ends at the next bracket of either kind, so that no search runs far."""
    elements = "|".join(map(re.escape, vocabulary().elements))
    spaces = "|".join(map(re.escape, vocabulary().spaces))
    return re.compile(rf"</?(?:{elements})(?:\s[^<>]*)?/?>|<![^<>]*>|&(?:{spaces});", re.IGNORECASE)
