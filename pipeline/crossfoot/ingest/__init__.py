"""Readers and cleaning: a file becomes Articles, offsets kept."""

from crossfoot.ingest.articles import article, read
from crossfoot.ingest.records import Found

__all__ = ["Found", "article", "read"]
