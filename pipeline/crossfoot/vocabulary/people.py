"""Reads first names, and the capitalised words that name nobody."""

from __future__ import annotations

from functools import cache

from crossfoot.vocabulary.loader import Entry, load


class People(Entry):
    """First names, and capitalised words that are no name."""

    first_names: frozenset[str]
    never_names: frozenset[str]
    known: dict[str, str]


@cache
def people() -> People:
    """The lists of people.yaml."""
    found: People = load("people.yaml", People)
    return found
