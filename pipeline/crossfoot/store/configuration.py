"""The user's own options on disk: `crossfoot.toml`, or the table `[tool.crossfoot]` of `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from crossfoot.errors import UsageError

_OWN: Final = "crossfoot.toml"
_SHARED: Final = "pyproject.toml"


def find_options(folder: Path) -> Path | None:
    """The nearest file with options: in the folder, or above it within the same repository; `crossfoot.toml` comes first.

    A `pyproject.toml` without `[tool.crossfoot]` is passed over. Raises UsageError for one that is no TOML.
    """
    for place in _places(folder):
        if (place / _OWN).is_file():
            return place / _OWN
        shared = place / _SHARED
        if shared.is_file() and "crossfoot" in _table(_parsed(shared), "tool"):
            return shared
    return None


def read_options(path: Path) -> dict[str, Any]:
    """The options of a file as they stand there. Raises UsageError where it cannot be read or is no TOML."""
    whole = _parsed(path)
    return _table(_table(whole, "tool"), "crossfoot") if path.name == _SHARED else whole


def _places(folder: Path) -> Iterator[Path]:
    """The folder, and where it is inside a repository those above it up to that one's root."""
    above = folder.absolute().parents
    yield folder
    root = next((at for at, place in enumerate(above) if (place / ".git").exists()), None)
    if root is not None and not (folder / ".git").exists():
        yield from above[: root + 1]


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not TOML ({' '.join(str(error).split())})") from error


def _table(whole: dict[str, Any], name: str) -> dict[str, Any]:
    found = whole.get(name, {})
    return found if isinstance(found, dict) else {}
