"""A checked summary as the page shows it: its text in pieces, and what the articles say of each statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crossfoot.records import Verdict


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary that was held against the page's articles."""

    name: str
    text: str
    coverage: str
    verdicts: tuple[Verdict, ...]


def shown(summary: Summary) -> dict[str, object]:
    """The summary as data of the page; a piece of its text is followed by the number of its verdict, or -1."""
    verdicts = sorted(summary.verdicts, key=lambda one: (one.start, one.end))
    return {
        "name": summary.name,
        "coverage": summary.coverage,
        "pieces": list(_pieces(summary.text, verdicts)),
        "verdicts": [one.model_dump(mode="json") for one in verdicts],
    }


def _pieces(text: str, verdicts: Iterable[Verdict]) -> Iterator[tuple[str, int]]:
    end = 0
    for number, one in enumerate(verdicts):
        if one.start >= end:
            yield text[end : one.start].replace("\x0b", "\n"), -1
            yield text[one.start : one.end], number
            end = one.end
    yield text[end:].replace("\x0b", "\n"), -1
