"""What an element's tag, class and id say about the text in it: caption, correction, standfirst, or which furniture."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from pydantic import BaseModel, ConfigDict

from crossfoot.vocabulary.loader import Entry, load

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST_NAME: Final = 3  # words
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
    tags, names = _known()
    words = _words(name)
    runs = (words[at : at + length] for length in range(1, _LONGEST_NAME + 1) for at in range(len(words) - length + 1))
    found = {tags[tag]} if tag in tags else set()
    found.update(names[run] for run in runs if run in names)
    return vocabulary().parts[min(found)].part if found else None


def _words(name: str) -> tuple[str, ...]:
    """A name's words, which hyphens, underscores, spaces or a change of case part: `imgCaption` is `img caption`."""
    return tuple(word.lower() for word in _WORD.findall(name))


@cache
def _known() -> tuple[dict[str, int], dict[tuple[str, ...], int]]:
    """Which part a tag or the words of a name are, by the parts' order."""
    tags: dict[str, int] = {}
    names: dict[tuple[str, ...], int] = {}
    for number, part in enumerate(vocabulary().parts):
        for tag in part.tags:
            tags.setdefault(tag, number)
        for name in part.names:
            names.setdefault(_words(name), number)
    return tags, names


def is_correction(text: str) -> bool:
    """True for a line that begins as corrections do."""
    return _corrections().match(text) is not None


@cache
def _corrections() -> re.Pattern[str]:
    starts = [start for part in vocabulary().parts if part.part == "correction" for start in part.starts]
    return re.compile("|".join(starts), re.IGNORECASE)
