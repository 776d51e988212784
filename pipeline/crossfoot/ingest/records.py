"""What a reader hands over: one article as found in a file, nothing cleaned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One article's text and the metadata that its file states.

    `id` is None where the file names none; `fallback_id` (the file's stem, with the line or index) stands in then.
    `published` is as written. `line` is the line of a JSONL file, counted from 1. `notes` say which fields of its
    record cannot be used.
    """

    path: str
    fallback_id: str
    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    line: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one article may weigh; beyond that it goes to quarantine instead of filling the memory."""

    article_characters: int = 1_000_000  # the longest text that spaCy takes at once, and a library of articles
    article_bytes: int = 20_000_000
    file_bytes: int = 200_000_000
    id_characters: int = 500


LIMITS = Limits()
