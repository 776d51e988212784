"""What a reader hands over: one article as found in a file, nothing cleaned."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.ingest.stated import NOTHING, Metadata
from crossfoot.records import Block, Dropped


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What stands in a text: its blocks, its furniture, and the metadata that its head gives."""

    blocks: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One article's text and the metadata that its file states.

    `id` is None where the file names none; `fallback_id` (the file's stem, with the line or index) stands in then.
    `stated` holds dates as written. `estimate` is a day that the file makes likely and does not state. `layout` is there
    where the reader has told blocks from furniture already; `markup` has the runs that only mark the text up, `furniture`
    those that the format shows to be none of the article. `line` is the line of a JSONL file or the row of a table, counted
    from 1.
    `notes` say what of the file cannot be used, or was read on trust.
    """

    path: str
    fallback_id: str
    text: str
    id: str | None = None
    stated: Metadata = NOTHING
    estimate: str | None = None
    layout: Cleaned | None = None
    markup: tuple[tuple[int, int], ...] = ()
    furniture: tuple[Dropped, ...] = ()
    line: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one article may weigh; beyond that it goes to quarantine instead of filling the memory."""

    article_characters: int = 1_000_000  # the longest text that spaCy takes at once, and a library of articles
    article_bytes: int = 20_000_000
    file_bytes: int = 200_000_000
    unpacked_bytes: int = 20_000_000_000  # what one compressed file may come to, read piece by piece
    unpacked_ratio: int = 200  # and how many times its own size, once it is larger than an article
    members: int = 100_000  # files in one archive
    nesting: int = 3  # archives, messages and the like inside one another
    depth: int = 400  # elements of a page inside one another
    lines: int = 20_000  # of one page
    pages: int = 2_000  # of one PDF
    seconds: float = 30.0  # that one article may take
    id_characters: int = 500


LIMITS = Limits()
