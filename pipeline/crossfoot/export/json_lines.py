"""JSON Lines: one object a row, as the run's own .jsonl files."""

from __future__ import annotations

from crossfoot import store
from crossfoot.export.form import Source


def render(source: Source) -> bytes:
    """The chosen table."""
    return store.json_lines(source.records).encode("utf-8", "replace")
