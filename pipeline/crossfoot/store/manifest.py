"""What a store holds: one small file that names its parts. A batch is there once the manifest names it, and not before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from crossfoot.errors import TableError, UsageError
from crossfoot.records import STORE_FILE
from crossfoot.store import atomic

_FORMAT: Final = 1  # of the folder: another one is refused
# Claims of a store of ordinary size: up to here its findings are made over all of them, and it has flat tables and a page,
# which every batch makes anew; of a larger one a batch costs in proportion to itself.
ORDINARY: Final = 40_000


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts of each table, as paths in the store's folder, in the order in which they came."""

    rules: str = ""
    articles: int = 0
    claims: int = 0
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, table: str) -> tuple[str, ...]:
        """The parts of one table."""
        return self.parts.get(table, ())


def is_store(folder: Path) -> bool:
    """True of a folder that holds a store."""
    return (folder / STORE_FILE).is_file()


def read(folder: Path) -> Manifest:
    """What a store holds, nothing where there is none yet. Raises TableError for a manifest of another version."""
    path = folder / STORE_FILE
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Manifest()
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read {path}: {error}") from error
    if not isinstance(given, dict) or given.pop("format", None) != _FORMAT:
        raise TableError(f"{path}: of another version of crossfoot")
    parts = {table: tuple(paths) for table, paths in given.pop("parts").items()}
    return Manifest(**given, parts=parts)


def write(folder: Path, manifest: Manifest) -> None:
    """Puts the manifest in the old one's place, in one step."""
    text = json.dumps({"format": _FORMAT, **asdict(manifest)}, indent=1, ensure_ascii=False) + "\n"
    atomic.write_text(folder / STORE_FILE, text)
