"""Readers and cleaning: a file becomes Articles, offsets kept."""

from crossfoot.ingest.articles import Admitted, Stretch, article, page, read, read_file, read_stretch, unique
from crossfoot.ingest.batch import in_batch, with_runs
from crossfoot.ingest.files import STANDARD_INPUT, Location, listed, state
from crossfoot.ingest.known_stories import copies, joined
from crossfoot.ingest.mending import as_read, quoting_original
from crossfoot.ingest.records import Found
from crossfoot.ingest.syndication import runs_of

__all__ = [
    "STANDARD_INPUT",
    "Admitted",
    "Found",
    "Location",
    "Stretch",
    "article",
    "as_read",
    "copies",
    "in_batch",
    "joined",
    "listed",
    "page",
    "quoting_original",
    "read",
    "read_file",
    "read_stretch",
    "runs_of",
    "state",
    "unique",
    "with_runs",
]
