"""Readers and cleaning: a file becomes Articles, offsets kept."""

from crossfoot.ingest.articles import article, page, read
from crossfoot.ingest.batch import in_batch
from crossfoot.ingest.mending import as_read, quoting_original
from crossfoot.ingest.records import Found

__all__ = ["Found", "article", "as_read", "in_batch", "page", "quoting_original", "read"]
