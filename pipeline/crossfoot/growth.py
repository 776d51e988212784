"""A store grows by batches: new files → Articles → Claims → Findings → parts, and then one manifest that names them.

What was read before is passed over. A run that breaks off leaves the store as it was, and what it had done for the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from crossfoot import flat_files, ingest, store
from crossfoot.engines import Engine, Inline
from crossfoot.errors import UsageError
from crossfoot.flow import Run
from crossfoot.records import Decision, Rejection
from crossfoot.rules_version import rules_version
from crossfoot.steps import Progress, Source, Steps
from crossfoot.store import Dataset

_FILES: Final = 10_000  # of one batch
_BYTES: Final = 256_000_000
_UNREADABLE: Final = "unreadable"
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Grown:
    """The store after a run, how many articles the run added and what it refused, and all that the store holds where the run
    had to read it."""

    dataset: Dataset
    added: int
    held: Run | None = None
    refused: tuple[Rejection, ...] = ()


def _nothing(*_: object) -> None:
    """Where nobody listens."""


def grow(
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    engine: Engine | None = None,
    rebuild: bool = False,
    only: Callable[[ingest.Location], bool] = lambda _: True,
    decisions: tuple[Decision, ...] = (),
    tell: Told = _nothing,
    progress: Progress = _nothing,
) -> Grown:
    """Adds the articles under `paths`, in those files that `only` takes, to the store in folder `out` where it lacks them.

    Raises UsageError where a path is not there, where there is neither a file nor a store yet, where `out` cannot be written,
    and where other rules made what is stored: `rebuild` then makes all of it anew. `decisions` are those that the page begins with.
    """
    sources = [_source(name, where) for name, where in ingest.listed(paths) if only(where)]
    if not sources and not store.is_store(Path(out)):
        raise UsageError("no article was found")
    with store.locked(Path(out), tell=tell), engine or Inline() as running:
        rules = rules_version()
        before = store.opened(Path(out))
        store.swept(before)
        if before.manifest.rules not in ("", rules) and not rebuild:
            raise UsageError(f"{out}: made by other rules than this version's; --rebuild makes all of it anew")
        start = Dataset(before.folder, store.Manifest(rules=rules)) if rebuild else before
        start = replace(start, manifest=replace(start.manifest, rules=rules))
        step = Steps(running, progress)
        grown = start
        for grown in _batches(start, sources, step):
            if not rebuild:
                store.committed(grown)
        if rebuild:
            grown = step.kept(before, grown, sources)
        if rebuild or not store.is_store(grown.folder):
            store.committed(grown)
        held = flat_files.written(grown, tell=tell, decisions=decisions)
        told = set(start.rejections())
        refused = tuple(each for each in grown.rejections() if each not in told)
        return Grown(grown, grown.manifest.articles - start.manifest.articles, held, refused)


def _source(name: str, where: ingest.Location) -> Source:
    if where == ingest.STANDARD_INPUT:
        return Source(name, where, None, 0)
    try:
        return Source(name, where, *ingest.state(where))
    except OSError:
        return Source(name, where, _UNREADABLE, 0)  # the reader says why


def _batches(dataset: Dataset, sources: Sequence[Source], step: Steps) -> Iterator[Dataset]:
    """The store after each batch: the files that it does not know, so many at a time in their order."""
    left = list(sources)
    while left:
        known = dataset.files()
        left = [source for source in left if source.key not in known]
        taken = _first(left)
        left = left[len(taken) :]
        grown = step.batch(dataset, taken) if taken else None
        if grown is not None:
            dataset = grown
            yield dataset


def _first(sources: Sequence[Source]) -> list[Source]:
    """As many as one batch takes."""
    taken: list[Source] = []
    size = 0
    for source in sources[:_FILES]:
        size += source.size
        if taken and size > _BYTES:
            break
        taken.append(source)
    return taken
