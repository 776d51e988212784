"""The files that people know, claims.csv and the page among them: written beside the parts while a store is of ordinary size."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

from crossfoot import store
from crossfoot.flow import Run
from crossfoot.records import RUN_FILES, STORE_FILE, Decision
from crossfoot.store import Dataset

MOST_CLAIMS: Final = store.ORDINARY  # of more every batch would write gigabytes again
_STAMP: Final = ".crossfoot.tables"  # holds the hash of the manifest that the files are of


def written(dataset: Dataset, *, tell: Callable[[str], None], decisions: tuple[Decision, ...] = ()) -> Run | None:
    """Brings the files up to the store's state, or removes them where it has outgrown them, and says so.

    All that the store holds, where that had to be read.
    """
    folder, stamp = dataset.folder, dataset.folder / _STAMP
    state = hashlib.sha256((folder / STORE_FILE).read_bytes() + store.json_lines(decisions).encode()).hexdigest()
    fits = dataset.manifest.claims <= MOST_CLAIMS
    there = [(folder / name).is_file() for name in RUN_FILES]
    if stamp.is_file() and stamp.read_text() == state and (all(there) if fits else not any(there)):
        return None
    stamp.unlink(missing_ok=True)
    held = stored(dataset) if fits else None
    if held is not None:
        held.write(folder, decisions=decisions)
    else:
        for name in RUN_FILES:
            (folder / name).unlink(missing_ok=True)
        tell(
            f"{folder} holds {dataset.manifest.claims:,} claims, too many for a page and tables that every run makes anew;"
            " `crossfoot sql` and `crossfoot export` read them all"
        )
    store.write_text(stamp, state)
    return held


def stored(dataset: Dataset) -> Run:
    """All that a store holds."""
    return Run(
        tuple(dataset.articles()),
        tuple(dataset.claims()),
        tuple(dataset.findings()),
        tuple(dataset.rejections()),
        passed_over=dataset.passed_over(),
    )
