"""What only the whole batch shows: which articles are copies of one story, and which lines many different ones share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from crossfoot.ingest import syndication
from crossfoot.ingest.furniture import FIGURE
from crossfoot.records import Article, Block, Dropped
from crossfoot.values.word_runs import Runs

_STORIES: Final = 5  # that share a line, from which on no writer wrote it
_OWN: Final = 0.3  # of an article's text that is in no other: so much makes it a story of its own
_SHARE: Final = 0.02  # of the batch's stories, for a large batch
_WORDS: Final = 4  # shorter lines may be subheads that many use
_REASON: Final = "shared_by_many_articles"


def in_batch(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles by id, without the lines that many stories share, and with their groups of copies."""
    return with_runs(articles)[0]


def with_runs(articles: Iterable[Article]) -> tuple[tuple[Article, ...], Runs]:
    """The same, and the runs of words by which copies were known."""
    ordered = sorted(articles, key=lambda article: article.id)
    shared = _shared_lines(ordered)
    kept = [_without(article, shared) for article in ordered]
    runs = syndication.runs_of(kept)
    groups = syndication.groups(runs)
    grouped = (
        article.model_copy(update={"syndication": groups[article.id]}) if article.id in groups else article
        for article in kept
    )
    return tuple(grouped), runs


def _shared_lines(articles: Sequence[Article]) -> frozenset[str]:
    """Lines that stand in many articles which otherwise differ. A copy of a story shares nearly all of its lines and does
    not count; a line with an amount is news, and stays."""
    lines = {article.id: {_line(article, block) for block in article.blocks} for article in articles}
    counts = Counter(line for own in lines.values() for line in own)
    told = {id for id, own in lines.items() if _own_share(own, counts) >= _OWN}
    stories = Counter(line for id in told for line in lines[id])
    least = max(_STORIES, _SHARE * len(articles))
    return frozenset(
        line
        for line, count in stories.items()
        if count >= max(least, counts[line] / 2) and line.count(" ") + 1 >= _WORDS and not FIGURE.search(line)
    )


def _own_share(lines: set[str], counts: Counter[str]) -> float:
    """How much of an article's text no other article of the batch has."""
    own = sum(len(line) for line in lines if counts[line] == 1)
    return own / max(1, sum(map(len, lines)))


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
