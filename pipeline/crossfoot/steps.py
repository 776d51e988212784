"""One batch of a store: what its files hold, the claims and the findings of that, and all of it added to the store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import PurePosixPath
from typing import Final, TypeVar

import pandas as pd

from crossfoot import ingest, stages, store
from crossfoot.engines import Engine
from crossfoot.passed import Passed
from crossfoot.reconcile import neighbours, parting
from crossfoot.records import Article, Claim, Finding, Record, Rejection
from crossfoot.store import Batch, Dataset

WHOLE: Final = store.ORDINARY  # claims of a store up to which findings are made over all of them
READ_TOGETHER: Final = 50  # files of one task
READ_BYTES: Final = 4_000_000
EXTRACTED_TOGETHER: Final = 32  # articles of one task
EXTRACTED_CHARACTERS: Final = 200_000
COMPARED_TOGETHER: Final = 400  # claims of one task, or one firm's
Item = TypeVar("Item")
Progress = Callable[[int, int], None]  # articles done, and of how many


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, and what changes when its bytes do; standard input has none."""

    name: str
    where: ingest.Location
    digest: str | None
    size: int

    @property
    def key(self) -> tuple[str, str] | None:
        """By which it is known again, wherever the folder that holds it was moved."""
        return None if self.digest is None else (PurePosixPath(self.name).name, self.digest)


@dataclass(frozen=True, slots=True)
class Steps:
    """Makes one batch after another on an engine."""

    engine: Engine
    progress: Progress

    def batch(self, dataset: Dataset, sources: Sequence[Source]) -> Dataset | None:
        """The store with what the files hold; None where there is nothing in them that it does not have."""
        found = [each for file in self._read(sources) for each in file]
        stored = dataset.ids()
        digests: dict[str, str] = {}
        new = [each for each in found if not _is_known(each, stored)]
        articles: list[Article] = []
        rejections: list[Rejection] = []
        for result in ingest.unique(_unchanged(new, stored), {id: row.path for id, row in stored.items()}):
            if isinstance(result, Rejection):
                rejections.append(result)
            else:
                articles.append(result)
                digests[result.id] = content(result)
        told = set(dataset.rejections())
        rejections = sorted(
            (each for each in rejections if each not in told), key=lambda each: (each.path, each.line or 0, each.reason)
        )
        files = dict.fromkeys(source.key for source in sources if source.key is not None)
        if not (articles or rejections or files):
            return None
        return self._grown(dataset, articles, digests, rejections, files)

    def kept(self, before: Dataset, grown: Dataset, sources: Sequence[Source]) -> Dataset:
        """The rebuilt store with what it held beside the files that were read again."""
        named = {source.name for source in sources}
        held = set(grown.ids())
        left = [each for each in before.articles() if each.id not in held and each.path not in named]
        ids = before.ids()
        files = dict.fromkeys(sorted(before.files() - grown.files()))
        if not left:
            return grown
        plain = [each.model_copy(update={"syndication": None}) for each in left]
        return self._grown(grown, plain, {each.id: ids[each.id].digest for each in left}, [], files)

    def _grown(
        self,
        dataset: Dataset,
        read: Sequence[Article],
        digests: Mapping[str, str],
        rejections: Sequence[Rejection],
        files: Mapping[tuple[str, str], None],
    ) -> Dataset:
        articles, runs = ingest.with_runs(read)
        claims, passed = self._extracted(dataset, articles)
        own = {article.id: article.syndication for article in articles if article.syndication}
        copies, rejoined = ingest.joined(own, dataset.copies(), ingest.copies(runs, dataset.runs()))
        findings, whole = self._findings(dataset, claims, copies, rejoined)
        batch = Batch(
            key=_hash(*map(_text, [*articles, *rejections]), json.dumps([*files]), repr(dataset.manifest)),
            files=files,
            articles=articles,
            digests=digests,
            claims=tuple(claims),
            rejections=tuple(rejections),
            findings=tuple(findings),
            whole=whole,
            copies=copies,
            runs=runs,
            passed=self._passed(dataset, articles, claims, passed),
        )
        return store.added(dataset, batch)

    def _read(self, sources: Sequence[Source]) -> list[list[ingest.Admitted | Rejection]]:
        """What each file holds, in the files' order. A large one is read stretch by stretch, each a task of its own."""
        found: dict[ingest.Location, list[ingest.Admitted | Rejection]] = {source.where: [] for source in sources}
        at_hand = [source for source in sources if source.where != ingest.STANDARD_INPUT]
        for source in sources:
            if source.where == ingest.STANDARD_INPUT:  # which can be read in this process alone, and once
                found[source.where] = list(ingest.read_file(source.name, source.where))
        tasks = [
            [stages.File(source.name, source.where) for source in some]
            for some in _gathered(at_hand, lambda source: source.size, most=READ_TOGETHER, weight=READ_BYTES)
        ]
        while tasks:
            left: list[list[stages.File]] = []
            for number, stretches in sorted(self.engine.run(stages.read, tasks), key=itemgetter(0)):
                for file, stretch in zip(tasks[number], stretches, strict=True):
                    found[file.where] += stretch.found
                    if stretch.left_at is not None:
                        left.append([replace(file, start=stretch.left_at)])
            tasks = left
        return [found[source.where] for source in sources]

    def _extracted(
        self, dataset: Dataset, articles: Sequence[Article]
    ) -> tuple[list[Claim], dict[str, Sequence[Passed]]]:
        """The claims of all articles in their order, and the figures of each that became none. What a broken run did of
        them is not done again; of its articles the figures are not known.
        """
        pieces = list(
            _gathered(articles, lambda each: len(each.text), most=EXTRACTED_TOGETHER, weight=EXTRACTED_CHARACTERS)
        )
        keys = [_hash(dataset.manifest.rules, *map(_text, piece)) for piece in pieces]
        made = {key: claims for key in keys if (claims := store.staged(dataset, key)) is not None}
        left = [(key, piece) for key, piece in zip(keys, pieces, strict=True) if key not in made]
        done = len(articles) - sum(len(piece) for _, piece in left)
        self.progress(done, len(articles))
        passed: dict[str, Sequence[Passed]] = {}
        for number, found in self.engine.run(stages.claims, (piece for _, piece in left)):
            key, piece = left[number]
            store.stage(dataset, key, found.claims)
            made[key] = found.claims
            passed.update(zip((article.id for article in piece), found.passed, strict=True))
            done += len(piece)
            self.progress(done, len(articles))
        return [claim for key in keys for claim in made[key]], passed

    def _passed(
        self,
        dataset: Dataset,
        articles: Sequence[Article],
        claims: Sequence[Claim],
        known: Mapping[str, Sequence[Passed]],
    ) -> dict[str, Sequence[Passed]]:
        """The figures of each article that became no claim, for the page; none of a store that is too large for one."""
        if dataset.manifest.claims + len(claims) > store.ORDINARY:
            return {}
        taken: dict[str, list[tuple[int, int]]] = {article.id: [] for article in articles}
        for claim in claims:
            taken[claim.doc_id].append((claim.start, claim.end))
        tasks = _gathered(
            ((article, taken[article.id]) for article in articles if article.id not in known),
            lambda each: len(each[0].text),
            most=EXTRACTED_TOGETHER,
            weight=EXTRACTED_CHARACTERS,
        )
        found = sorted(self.engine.run(stages.passed_over, tasks), key=itemgetter(0))
        looked_at = (id for id in taken if id not in known)
        passed = {**known, **dict(zip(looked_at, (each for _, some in found for each in some), strict=True))}
        return {id: passed[id] for id in taken}

    def _findings(
        self, dataset: Dataset, claims: Sequence[Claim], copies: Mapping[str, str], rejoined: Iterable[str]
    ) -> tuple[list[Finding], bool]:
        """The findings that a batch brings, and whether they stand for all that the store has.

        Up to WHOLE claims they do: the firms of the new claims are compared again with all that is known of them. A larger
        store keeps its findings, and the new claims are held against the nearest of those that it has.
        """
        if dataset.manifest.claims + len(claims) > WHOLE and dataset.manifest.claims:
            return self._beside_the_nearest(dataset, claims, copies), False
        moved = frozenset(rejoined)
        known = dataset.claims()
        again = parting.touched([*known, *claims], [*claims, *(each for each in known if each.doc_id in moved)])
        ids = {claim.claim_id for claim in again}
        stay = [finding for finding in dataset.findings() if finding.claim_ids[0] not in ids]
        return parting.together([stay, *self._compared(again, copies)]), True

    def _beside_the_nearest(
        self, dataset: Dataset, claims: Sequence[Claim], copies: Mapping[str, str]
    ) -> list[Finding]:
        """The findings that hold one of the new claims."""
        known: pd.DataFrame = dataset.rows("claims", neighbours.COLUMNS).to_pandas()
        beside = dataset.claims_of(neighbours.nearest(known, claims))
        new = {claim.claim_id for claim in claims}
        found = parting.together(self._compared([*beside, *claims], copies))
        return [finding for finding in found if not new.isdisjoint(finding.claim_ids)]

    def _compared(self, claims: Sequence[Claim], copies: Mapping[str, str]) -> list[list[Finding]]:
        tasks = []
        for part in parting.parts(claims, size=COMPARED_TOGETHER):
            told = {claim.doc_id for claim in part}
            tasks.append(stages.Part(part, {id: copies[id] for id in sorted(told) if id in copies}))
        return [found for _, found in sorted(self.engine.run(stages.findings, tasks), key=itemgetter(0))]


def content(article: Article) -> str:
    """The hash of what an article says, whatever its file is called."""
    said = (article.text, article.title, article.published, article.updated, article.url, article.source)
    return _hash(*map(str, said))


def _is_known(found: ingest.Admitted | Rejection, stored: Mapping[str, store.Stored]) -> bool:
    """True of an article that the store has, under its id or under its file's path."""
    if isinstance(found, Rejection):
        return False
    digest = content(found.article)
    return any(id in stored and stored[id].digest == digest for id in (found.article.id, found.article.path or ""))


def _unchanged(
    found: Iterable[ingest.Admitted | Rejection], stored: Mapping[str, store.Stored]
) -> Iterator[ingest.Admitted | Rejection]:
    """What is found, an article refused that the store has from the same file in other words."""
    for each in found:
        if isinstance(each, ingest.Admitted) and each.article.id in stored:
            path = each.article.path or ""
            if stored[each.article.id].path == path:
                detail = "another text of this article is stored already; --rebuild takes this one in its place"
                yield Rejection(path=path, id=each.article.id, line=each.line, reason="changed", detail=detail)
                continue
        yield each


def _gathered(items: Iterable[Item], weigh: Callable[[Item], int], *, most: int, weight: int) -> Iterator[list[Item]]:
    """The items in their order, so many together, or fewer where they are heavy."""
    taken: list[Item] = []
    heavy = 0
    for item in items:
        if taken and (len(taken) >= most or heavy + weigh(item) > weight):
            yield taken
            taken, heavy = [], 0
        taken.append(item)
        heavy += weigh(item)
    if taken:
        yield taken


def _text(record: Record) -> str:
    return record.model_dump_json()


def _hash(*parts: str) -> str:
    """32 hexadecimal digits."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)} ".encode() + data)
    return digest.hexdigest()[:32]
