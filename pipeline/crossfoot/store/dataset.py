"""A store as its readers see it: the tables of one manifest, whatever is written meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pydantic import ValidationError

from crossfoot.errors import TableError
from crossfoot.passed import Passed
from crossfoot.records import Article, Claim, Finding, Record, Rejection
from crossfoot.store import columns, manifest
from crossfoot.store.manifest import Manifest
from crossfoot.values.word_runs import Runs

Row = TypeVar("Row", bound=Record)
Result = TypeVar("Result")
MODELS: Final[dict[str, type[Record]]] = {
    "claims": Claim,
    "findings": Finding,
    "articles": Article,
    "quarantine": Rejection,
}
COPIES: Final = pa.schema([("doc_id", pa.string()), ("story", pa.string())])  # which articles are copies of one story
FILES: Final = pa.schema([("name", pa.string()), ("digest", pa.string())])  # that were read
IDS: Final = pa.schema([("id", pa.string()), ("path", pa.string()), ("digest", pa.string())])  # of stored articles
RUNS: Final = pa.schema(
    [("run", pa.uint32()), ("article", pa.uint32())]
)  # which article of its part has a run of words
PASSED: Final = pa.schema(
    [("doc_id", pa.string()), ("start", pa.int64()), ("end", pa.int64()), ("reason", pa.string())]
)  # figures that became no claim
SCHEMAS: Final = {
    **{name: columns.table((), model).schema for name, model in MODELS.items()},
    "copies": COPIES,
    "index/files": FILES,
    "index/ids": IDS,
    "index/runs": RUNS,
    "passed": PASSED,
}


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored article: the file it came from, and the hash of what it says."""

    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """The tables that one manifest names."""

    folder: Path
    manifest: Manifest

    def paths(self, table: str) -> list[Path]:
        """The files of a table's parts."""
        return [self.folder / part for part in self.manifest.of(table)]

    def parts(self, table: str, names: Sequence[str] | None = None) -> Iterator[pa.Table]:
        """The rows of a table part by part, all columns or those named. Raises TableError where a part is lost or broken."""
        for path in self.paths(table):
            try:
                yield pq.read_table(path, columns=None if names is None else list(names), partitioning=None)
            except (pa.ArrowException, OSError) as error:
                raise TableError(f"{path}: a part of the store that cannot be read ({_line(error)})") from error

    def rows(self, table: str, names: Sequence[str] | None = None) -> pa.Table:
        """All rows of a table."""
        found = list(self.parts(table, names))
        empty = SCHEMAS[table].empty_table()
        return pa.concat_tables([empty if names is None else empty.select(list(names)), *found])

    def articles(self) -> list[Article]:
        """The stored articles by id, each with its group of copies."""
        groups = self.copies()
        found = sorted(self._records("articles", Article), key=lambda article: article.id)
        return [each.model_copy(update={"syndication": groups.get(each.id)}) for each in found]

    def claims(self) -> list[Claim]:
        """The stored claims, in the order of articles and text."""
        return sorted(self._records("claims", Claim), key=lambda claim: claim.doc_id)

    def findings(self) -> list[Finding]:
        """The stored findings, in the order of their parts."""
        return self._records("findings", Finding)

    def rejections(self) -> list[Rejection]:
        """What could not be read."""
        return sorted(self._records("quarantine", Rejection), key=lambda each: (each.path, each.line or 0, each.reason))

    def copies(self) -> dict[str, str]:
        """The group of each article that has copies."""
        rows = self.rows("copies")
        return dict(zip(rows["doc_id"].to_pylist(), rows["story"].to_pylist(), strict=True))

    def files(self) -> set[tuple[str, str]]:
        """Names and hashes of the files that were read."""
        rows = self.rows("index/files")
        return set(zip(rows["name"].to_pylist(), rows["digest"].to_pylist(), strict=True))

    def ids(self) -> dict[str, Stored]:
        """What is known of each stored article by its id."""
        return {row["id"]: Stored(row["path"] or "", row["digest"]) for row in self.rows("index/ids").to_pylist()}

    def claims_of(self, claim_ids: Iterable[str]) -> list[Claim]:
        """The claims of these ids."""
        wanted = pa.array(list(claim_ids), type=pa.string())
        chosen = [part.filter(pc.is_in(part["claim_id"], value_set=wanted)) for part in self.parts("claims")]
        return columns.records(pa.concat_tables([SCHEMAS["claims"].empty_table(), *chosen]), Claim)

    def runs(self) -> Iterator[Runs]:
        """Which stored articles have which runs of words, part by part."""
        for ids, rows in self._with_ids("index/runs"):
            yield Runs(ids, rows["run"].to_numpy(), rows["article"].to_numpy())

    def passed_over(self) -> dict[str, list[Passed]]:
        """The figures that became no claim, for each article of which that was kept."""
        found: dict[str, list[Passed]] = {}
        for ids, rows in self._with_ids("passed"):
            found.update((id, []) for id in ids)
            for row in rows.to_pylist():
                found[row["doc_id"]].append(Passed(row["start"], row["end"], row["reason"]))
        return found

    def _with_ids(self, table: str) -> Iterator[tuple[list[str], pa.Table]]:
        """The parts of a table, each with the ids of its batch's articles."""
        articles = {Path(part).name: part for part in self.manifest.of("index/ids")}
        for path, rows in zip(self.paths(table), self.parts(table), strict=True):
            ids = pq.read_table(self.folder / articles[path.name], columns=["id"], partitioning=None)["id"].to_pylist()
            yield ids, rows

    def _records(self, table: str, model: type[Row]) -> list[Row]:
        try:
            return columns.records(self.rows(table), model)
        except (ValidationError, ValueError) as error:
            raise TableError(f"{self.folder}: the store's {table} are of another version of crossfoot") from error


def opened(folder: Path) -> Dataset:
    """The store in a folder, empty where there is none yet."""
    return Dataset(folder, manifest.read(folder))


def steadily(folder: Path, read: Callable[[Dataset], Result]) -> Result:
    """What `read` makes of a store; begun anew where a run has meanwhile put other parts in place of those it was reading."""
    dataset = opened(folder)
    while True:
        try:
            return read(dataset)
        except TableError:
            now = opened(folder)
            if now.manifest == dataset.manifest:
                raise
            dataset = now


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())
