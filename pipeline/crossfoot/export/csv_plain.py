"""CSV for programs: every text as it is, the bytes of the run's own claims.csv."""

from __future__ import annotations

from crossfoot import store
from crossfoot.export.form import Source


def render(source: Source) -> bytes:
    """The chosen table; lists joined by `|`, offsets and values as digits, UTF-8 without a mark."""
    return store.csv_text(source.records, source.model).encode("utf-8", "replace")
