"""Figures that stand in an article and became no claim, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crossfoot.records import Article
from crossfoot.values.quantities import Quantity, quantities


@dataclass(frozen=True, slots=True)
class Passed:
    """A figure that was seen and not taken."""

    start: int
    end: int
    reason: str


def passed(article: Article, taken: Iterable[tuple[int, int]], seen: Iterable[Quantity] | None = None) -> list[Passed]:
    """The figures of an article that share no character with a claim of it, in text order.

    `taken` is where claims stand, `seen` all of its figures where they are known already.
    """
    taken = sorted(taken)
    titles = [(block.start, block.end) for block in article.blocks if block.kind == "title"]
    found, at = [], 0
    for quantity in quantities(article.masked_text) if seen is None else seen:
        while at < len(taken) and taken[at][1] <= quantity.start:
            at += 1
        if not any(start < quantity.end for start, _ in taken[at : at + 1]):
            found.append(Passed(quantity.start, quantity.end, _reason(quantity, titles)))
    return found


def _reason(quantity: Quantity, titles: Iterable[tuple[int, int]]) -> str:
    if any(start < quantity.end and quantity.start < end for start, end in titles):
        return "in the title, which is context and not read for figures"
    if quantity.calendar or quantity.kind == "duration":
        return "a length of time that no metric is named for"
    if quantity.vague or quantity.words:
        return "a small or vague count that no metric is named for"
    return "a number that nothing near it names a metric for"
