"""Parquet, with the columns and types of the run's own tables."""

from __future__ import annotations

from crossfoot import store
from crossfoot.export.form import Source


def render(source: Source) -> bytes:
    """The chosen table."""
    return store.parquet_bytes(source.records, source.model)
