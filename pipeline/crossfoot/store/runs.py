"""The output folder of a run, read back: articles, claims and findings that belong together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import ValidationError

from crossfoot.errors import TableError, UsageError
from crossfoot.records import Article, Claim, Finding, Record
from crossfoot.store import columns, dataset, manifest
from crossfoot.store.dataset import Dataset

Row = TypeVar("Row", bound=Record)
_TABLES: Final = ("claims.jsonl", "findings.jsonl", "articles.parquet")


@dataclass(frozen=True, slots=True)
class StoredRun:
    """What a run wrote."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


def is_run(folder: Path) -> bool:
    """True of a folder that holds a store, or any table of a run."""
    return manifest.is_store(folder) or any((folder / name).exists() for name in _TABLES)


def read_run(folder: Path) -> StoredRun:
    """The tables of a run.

    Raises UsageError where one is missing, TableError where one is of another version or does not fit the others.
    """
    if manifest.is_store(folder):
        return dataset.steadily(folder, _of_store)
    missing = [name for name in _TABLES if not (folder / name).is_file()]
    if missing:
        raise UsageError(f"{folder}: the run in it was not finished, {', '.join(missing)} is missing; run it again")
    articles = _articles(folder / "articles.parquet")
    _refuse_other_version(folder / "claims.jsonl")
    claims = tuple(_records(folder / "claims.jsonl", Claim))
    _refuse_strangers(folder, articles, claims)
    return StoredRun(articles, claims, tuple(_records(folder / "findings.jsonl", Finding)))


def _of_store(stored: Dataset) -> StoredRun:
    return StoredRun(tuple(stored.articles()), tuple(stored.claims()), tuple(stored.findings()))


def _articles(path: Path) -> tuple[Article, ...]:
    try:
        return tuple(columns.records(pq.read_table(path), Article))
    except (pa.ArrowException, OSError) as error:
        raise TableError(f"{path}: not a Parquet table ({error})") from error
    except (ValidationError, ValueError) as error:
        raise TableError(f"{path}: written by another version of crossfoot; run it again") from error


def _refuse_other_version(path: Path) -> None:
    """The first row has the very columns that this version writes."""
    with path.open(encoding="utf-8", errors="replace") as handle:
        first = handle.readline()
    try:
        columns = set(json.loads(first)) if first.strip() else set(Claim.model_fields)
    except (ValueError, TypeError) as error:
        raise TableError(f"{path}, row 1: not JSON; the run in this folder was not finished") from error
    if columns != set(Claim.model_fields):
        odd = ", ".join(sorted(columns ^ set(Claim.model_fields)))
        raise TableError(f"{path}: written by another version of crossfoot (columns {odd}); run it again")


def _refuse_strangers(folder: Path, articles: tuple[Article, ...], claims: tuple[Claim, ...]) -> None:
    texts = {article.id: article.text for article in articles}
    for claim in claims:
        if texts.get(claim.doc_id, "")[claim.start : claim.end] != claim.quote:
            raise TableError(
                f"{folder}: claims.jsonl and articles.parquet are of two runs (article {claim.doc_id}); run it again"
            )


def _records(path: Path, model: type[Row]) -> Iterator[Row]:
    """The rows of a table; what this version did not write is refused."""
    validate = model.__pydantic_validator__.validate_json
    with path.open("rb") as handle:
        for number, line in enumerate(handle, start=1):
            try:
                yield validate(line)
            except ValidationError as error:
                raise TableError(f"{path}, row {number}: half-written, or by another version; run it again") from error
