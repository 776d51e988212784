"""The files that people know, claims.csv and the page among them: written beside the parts while a store is of ordinary size."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

from crossfoot import store
from crossfoot.flow import Run
from crossfoot.records import RUN_FILES, STORE_FILE, Decision
from crossfoot.store import Dataset

MOST_CLAIMS: Final = 150_000  # in tables; of more they are gigabytes, which every batch would write again
MOST_ON_A_PAGE: Final = 40_000
_STAMP: Final = ".crossfoot.tables"  # holds the hash of the manifest that the files are of
_PAGE: Final = "report.html"


def written(dataset: Dataset, *, tell: Callable[[str], None], decisions: tuple[Decision, ...] = ()) -> None:
    """Brings the files up to the store's state, or removes them where it has outgrown them, and says so."""
    folder, stamp = dataset.folder, dataset.folder / _STAMP
    state = hashlib.sha256((folder / STORE_FILE).read_bytes() + store.json_lines(decisions).encode()).hexdigest()
    claims = dataset.manifest.claims
    wanted = [name for name in RUN_FILES if claims <= (MOST_ON_A_PAGE if name == _PAGE else MOST_CLAIMS)]
    if stamp.is_file() and stamp.read_text() == state and all((folder / name).is_file() for name in wanted):
        return
    stamp.unlink(missing_ok=True)
    if _PAGE in wanted:
        stored(dataset).write(folder, decisions=decisions)
    elif wanted:
        stored(dataset).write_tables(folder)
    for name in set(RUN_FILES).difference(wanted):
        (folder / name).unlink(missing_ok=True)
    if len(wanted) < len(RUN_FILES):
        tell(f"{folder} holds {claims:,} claims, too many for {_names(wanted)}; `crossfoot sql` reads them all")
    store.write_text(stamp, state)


def stored(dataset: Dataset) -> Run:
    """All that a store holds."""
    return Run(
        tuple(dataset.articles()), tuple(dataset.claims()), tuple(dataset.findings()), tuple(dataset.rejections())
    )


def _names(wanted: list[str]) -> str:
    return "a page" if wanted else "one table or a page"
