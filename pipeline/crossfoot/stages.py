"""The stages of a run as pure functions: what they are given decides what they give back, wherever they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from crossfoot import ingest
from crossfoot.passed import Passed, passed
from crossfoot.reconcile import reconcile
from crossfoot.records import Article, Claim, Finding

Progress = Callable[[Article], None]
READ_AT_ONCE: Final = (
    8_000_000  # characters of a file's articles, so that a worker stays small however large the file is
)


@dataclass(frozen=True, slots=True)
class File:
    """The name that messages call it, where it is, and from which of its items on it is to be read."""

    name: str
    where: ingest.Location
    start: int = 0


def read(files: Sequence[File]) -> list[ingest.Stretch]:
    """What each of the files holds, or its next stretch."""
    return [ingest.read_stretch(each.name, each.where, start=each.start, characters=READ_AT_ONCE) for each in files]


@dataclass(frozen=True, slots=True)
class Extracted:
    """The claims of some articles, and for each article the figures that became none."""

    claims: list[Claim]
    passed: list[list[Passed]]


def claims(articles: Sequence[Article]) -> Extracted:
    """The claims of articles, article by article."""
    from crossfoot.extract.quantities import quantities_of

    done = Extracted([], [])
    for article, made, doc in _extracted(articles):
        done.claims.extend(made)
        taken = [(claim.start, claim.end) for claim in made]
        done.passed.append(passed(article, taken, quantities_of(doc, article.masked_text)))
    return done


def passed_over(articles: Sequence[tuple[Article, Sequence[tuple[int, int]]]]) -> list[list[Passed]]:
    """The figures of each article that became no claim; beside it, where its claims stand."""
    return [passed(article, taken) for article, taken in articles]


@dataclass(frozen=True, slots=True)
class Part:
    """Claims that are compared with no others, and the group of copies of each article that has some."""

    claims: Sequence[Claim]
    witnesses: Mapping[str, str]


def findings(part: Part) -> list[Finding]:
    """The findings over one part of the claims."""
    return reconcile(part.claims, witnesses=part.witnesses)


def claims_of(articles: Iterable[Article], progress: Progress | None = None) -> Iterator[Claim]:
    """The claims of articles, article by article."""
    for article, made, _ in _extracted(articles):
        yield from made
        if progress is not None:
            progress(article)


def _extracted(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Claim], Any]]:
    """Each article with its claims and the spaCy Doc that they were found in."""
    from crossfoot.extract import claims, pipeline  # spaCy takes a second to import; `crossfoot --help` need not wait

    originals = {article.id: article for article in articles}
    for article, doc in pipeline.docs(map(ingest.as_read, originals.values())):
        original = originals[article.id]
        yield original, [ingest.quoting_original(claim, original) for claim in claims.claims_of(article, doc)], doc
