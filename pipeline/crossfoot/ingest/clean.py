"""A text as blocks and furniture."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.ingest.lines import split
from crossfoot.records import Block, Dropped


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What stands in a text: its blocks, its furniture, and the metadata that its head gives."""

    blocks: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()


def clean(text: str, *, title: str | None = None) -> Cleaned:
    """The text's lines, told apart."""
    return Cleaned(blocks=tuple(Block(start=line.start, end=line.end) for line in split(text)))
