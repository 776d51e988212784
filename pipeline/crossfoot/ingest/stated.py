"""A value that a file states about its article, with where it stands there and how sure that makes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Field = Literal["title", "published", "updated", "authors", "url", "source"]


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of one field. `origin` names the place (`json-ld`, `meta`, ...), `certainty` is between 0 and 1."""

    field: Field
    value: str | tuple[str, ...]
    origin: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file states about one article: for each field the surest value."""

    values: tuple[Stated, ...] = ()

    def text(self, field: Field) -> str | None:
        """The field's value where it is one text."""
        found = self._find(field)
        return found.value if found is not None and isinstance(found.value, str) else None

    def names(self, field: Field) -> tuple[str, ...]:
        """The field's value where it is a list of names."""
        found = self._find(field)
        return found.value if found is not None and isinstance(found.value, tuple) else ()

    def _find(self, field: Field) -> Stated | None:
        return next((stated for stated in self.values if stated.field == field), None)


NOTHING = Metadata()


def surest(values: Iterable[Stated]) -> Metadata:
    """For each field the value of the greatest certainty, the first of equals."""
    best: dict[str, Stated] = {}
    for stated in values:
        if stated.value and (stated.field not in best or stated.certainty > best[stated.field].certainty):
            best[stated.field] = stated
    return Metadata(tuple(best.values()))
