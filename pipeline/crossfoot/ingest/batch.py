"""What only the whole batch shows: which articles are copies of one story, and which lines many different ones share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from crossfoot.ingest import syndication
from crossfoot.ingest.furniture import FIGURE
from crossfoot.records import Article, Block, Dropped

_STORIES: Final = 5  # that share a line, from which on no writer wrote it
_SHARE: Final = 0.02  # of the batch's stories, for a large batch
_WORDS: Final = 4  # shorter lines may be subheads that many use
_REASON: Final = "shared_by_many_articles"


def in_batch(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles by id, with their groups of copies and without the lines that many stories share."""
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    groups = syndication.groups(ordered)
    shared = _shared_lines(ordered, groups)
    return tuple(
        _without(article, shared).model_copy(update={"syndication": groups.get(article.id)})
        if article.id in groups or shared
        else article
        for article in ordered
    )


def _shared_lines(articles: Sequence[Article], groups: dict[str, str]) -> frozenset[str]:
    """Lines that stand in many stories; copies of one story count once, and a line with an amount is news."""
    stories: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        for block in article.blocks:
            line = _line(article, block)
            if line.count(" ") + 1 >= _WORDS and not FIGURE.search(line):
                stories[line].add(groups.get(article.id, article.id))
    total = len({groups.get(article.id, article.id) for article in articles})
    least = max(_STORIES, _SHARE * total)
    return frozenset(line for line, ids in stories.items() if len(ids) >= least)


def _without(article: Article, shared: frozenset[str]) -> Article:
    """The article with its shared lines dropped; its title stays, which a series may give to each of its parts."""
    gone = [block for block in article.blocks if block.kind != "title" and _line(article, block) in shared]
    if not gone:
        return article
    dropped = [*article.dropped, *(Dropped(start=block.start, end=block.end, reason=_REASON) for block in gone)]
    return article.model_copy(
        update={
            "blocks": tuple(block for block in article.blocks if block not in gone),
            "dropped": tuple(sorted(dropped, key=lambda run: run.start)),
        }
    )


def _line(article: Article, block: Block) -> str:
    return " ".join(article.text[block.start : block.end].split())
