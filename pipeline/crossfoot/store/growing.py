"""A store grows by a batch: its parts first, then the manifest that names them. What is done is kept until then."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import ValidationError

from crossfoot.errors import UsageError
from crossfoot.passed import Passed
from crossfoot.records import RUN_FILES, STORE_FILE, Article, Claim, Finding, Rejection
from crossfoot.store import atomic, columns, manifest
from crossfoot.store.dataset import COPIES, FILES, IDS, PASSED, RUNS, SCHEMAS, Dataset
from crossfoot.values.word_runs import Runs

_STAGING: Final = "staging"
_REPLACED: Final = frozenset({"copies"})  # tables of one part, which every batch writes anew


@dataclass(frozen=True, slots=True)
class Batch:
    """What one batch adds to a store.

    `key` is the hash of its input. `files` maps names to digests, `digests` ids to those of the articles' content, `copies`
    all copies of the store to their groups, `passed` ids to the figures that became no claim. `findings` stand in place of all
    that are stored where they are `whole`.
    """

    key: str
    files: Mapping[tuple[str, str], None]
    articles: tuple[Article, ...]
    digests: Mapping[str, str]
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]
    findings: tuple[Finding, ...]
    whole: bool
    copies: Mapping[str, str]
    runs: Runs
    passed: Mapping[str, Sequence[Passed]]


def added(to: Dataset, batch: Batch) -> Dataset:
    """The store with one batch more: its parts are written, and nobody sees them before `committed`."""
    articles = [article.model_copy(update={"syndication": None}) for article in batch.articles]
    paths = [article.path for article in articles]
    ids = [article.id for article in articles]
    tables = {
        "articles": columns.table(articles, Article),
        "claims": columns.table(batch.claims, Claim),
        "findings": columns.table(batch.findings, Finding),
        "quarantine": columns.table(batch.rejections, Rejection),
        "copies": pa.table([sorted(batch.copies), [batch.copies[id] for id in sorted(batch.copies)]], schema=COPIES),
        "index/files": pa.table(
            [[name for name, _ in batch.files], [digest for _, digest in batch.files]], schema=FILES
        ),
        "index/ids": pa.table([ids, paths, [batch.digests[id] for id in ids]], schema=IDS),
        "index/runs": pa.table([batch.runs.run, batch.runs.article], schema=RUNS),
        "passed": _passed(batch.passed),
    }
    parts = dict(to.manifest.parts)
    for table, rows in tables.items():
        kept = () if table in _REPLACED or (table == "findings" and batch.whole) else to.manifest.of(table)
        parts[table] = kept
        if len(rows):
            name = f"{table}/{batch.key}.parquet"
            _write(to.folder / name, rows)
            parts[table] = (*kept, name)
    grown = replace(
        to.manifest,
        parts=parts,
        articles=to.manifest.articles + len(batch.articles),
        claims=to.manifest.claims + len(batch.claims),
    )
    return Dataset(to.folder, grown)


def _passed(passed: Mapping[str, Sequence[Passed]]) -> pa.Table:
    return pa.Table.from_pylist(
        [{"doc_id": id, **asdict(one)} for id, some in passed.items() for one in some], schema=PASSED
    )


def committed(dataset: Dataset) -> None:
    """Makes the batches visible, all in one step, and forgets what was staged for them."""
    manifest.write(dataset.folder, dataset.manifest)
    shutil.rmtree(dataset.folder / _STAGING, ignore_errors=True)


def staged(dataset: Dataset, key: str) -> list[Claim] | None:
    """The claims that an earlier, broken run made of this input; None where it did not come so far."""
    path = _staged_path(dataset.folder, key)
    try:
        return columns.records(pq.read_table(path, partitioning=None), Claim)
    except (OSError, pa.ArrowException, ValidationError):
        return None  # it is made again


def stage(dataset: Dataset, key: str, claims: Iterable[Claim]) -> None:
    """Keeps the claims of one piece of a batch, for a later run should this one break."""
    _write(_staged_path(dataset.folder, key), columns.table(claims, Claim))


def swept(dataset: Dataset) -> None:
    """Removes the parts that the manifest does not name: what broken runs left, and what was replaced before the last one."""
    named = {path for table in SCHEMAS for path in dataset.paths(table)}
    for table in SCHEMAS:
        for path in (dataset.folder / table).glob("*.parquet"):
            if path not in named and is_part(path):
                _remove(path)
        for path in (dataset.folder / table).glob(f".{'[0-9a-f]' * 32}.parquet.*.part"):
            _remove(path)
    for name in (STORE_FILE, *RUN_FILES):
        for path in dataset.folder.glob(f".{name}.*.part"):
            _remove(path)


def is_part(path: Path) -> bool:
    """True of a name that parts have: 32 hexadecimal digits."""
    return path.suffix == ".parquet" and len(path.stem) == 32 and set(path.stem) <= set("0123456789abcdef")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write to {path.parent}: {error.strerror or error}") from error


def _write(path: Path, rows: pa.Table) -> None:
    atomic.folder(path.parent)
    with atomic.replacing(path) as handle:
        columns.write(handle, rows)


def _staged_path(folder: Path, key: str) -> Path:
    return folder / _STAGING / f"{key}.parquet"
