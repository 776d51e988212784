"""What an element's tag, class and id say about the text in it: caption, correction, standfirst, or which furniture."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from pydantic import BaseModel, ConfigDict

from crossfoot.vocabulary.loader import Entry, load

KEPT: Final = frozenset(("correction", "standfirst"))  # parts that the extractor may have found


class Part(Entry):
    """One part of a page, known by tags and by words in the names of elements."""

    part: str
    tags: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()


class PageParts(BaseModel):
    """The shape of `page_parts.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    parts: tuple[Part, ...]


@cache
def vocabulary() -> PageParts:
    """The parts of a page, in the order in which they are tried."""
    found: PageParts = load("page_parts.yaml", PageParts)
    return found


@lru_cache(maxsize=20_000)
def part_of(tag: str, name: str) -> str | None:
    """The part that an element is; None where neither its tag nor its class and id say so."""
    for part, tags, pattern in _compiled():
        if tag in tags or (pattern is not None and pattern.search(name)):
            return part
    return None


def is_correction(text: str) -> bool:
    """True for a line that begins as corrections do."""
    return _corrections().match(text) is not None


@cache
def _corrections() -> re.Pattern[str]:
    starts = [start for part in vocabulary().parts if part.part == "correction" for start in part.starts]
    return re.compile("|".join(starts), re.IGNORECASE)


@cache
def _compiled() -> tuple[tuple[str, frozenset[str], re.Pattern[str] | None], ...]:
    """A word of a name stands between hyphens, underscores, spaces or a change of case: `articleCaption`, `wp-caption`."""
    return tuple(
        (part.part, frozenset(part.tags), re.compile("|".join(map(_word, part.names))) if part.names else None)
        for part in vocabulary().parts
    )


def _word(word: str) -> str:
    either = re.escape(word[0].upper()) + re.escape(word[1:])
    return f"(?<![A-Za-z])(?:{re.escape(word)}|{either})(?![a-z])|(?<=[a-z]){either}(?![a-z])"
