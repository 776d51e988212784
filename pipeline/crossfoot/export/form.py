"""What an export is made of, and what a form of it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from crossfoot.errors import UsageError
from crossfoot.records import Article, Claim, Finding, Record
from crossfoot.store import StoredRun

TABLES: Final[dict[str, type[Record]]] = {"claims": Claim, "findings": Finding, "articles": Article}


@dataclass(frozen=True, slots=True)
class Source:
    """A run, the folder that it was read from, the table that a form of one table takes, and where the page is shown."""

    folder: Path
    run: StoredRun
    table: str = "claims"
    page: str = "report.html"

    @property
    def model(self) -> type[Record]:
        """The record of the chosen table."""
        return TABLES[self.table]

    @property
    def records(self) -> Sequence[Record]:
        """The rows of the chosen table."""
        return rows_of(self.run, self.table)


def rows_of(run: StoredRun, table: str) -> Sequence[Record]:
    """The rows of one of TABLES."""
    chosen: dict[str, Sequence[Record]] = {"claims": run.claims, "findings": run.findings, "articles": run.articles}
    return chosen[table]


@dataclass(frozen=True, slots=True)
class Form:
    """How a run is written in one form; `one_table` where it holds a single table, `binary` where it is no text."""

    render: Callable[[Source], bytes]
    says: str
    one_table: bool = False
    binary: bool = False


def need(package: str, extra: str) -> UsageError:
    """The error where a form's library is not installed."""
    return UsageError(f"this form needs {package}: pip install 'crossfoot[{extra}]'")
