"""Tables on disk: written whole or not at all."""

from crossfoot.store.atomic import folder, write_bytes, write_text
from crossfoot.store.claim_checks import unit_warnings
from crossfoot.store.configuration import find_options, read_options
from crossfoot.store.dataset import Dataset, Stored, opened
from crossfoot.store.decisions import read_decisions
from crossfoot.store.frames import articles_frame, claims_frame, findings_frame, verdicts_frame
from crossfoot.store.growing import Batch, added, committed, stage, staged, swept
from crossfoot.store.lock import locked
from crossfoot.store.manifest import ORDINARY, Manifest, is_store
from crossfoot.store.queries import Answer, as_text, query
from crossfoot.store.reading import claims_of, is_frame, read_claims
from crossfoot.store.runs import StoredRun, is_run, read_run
from crossfoot.store.summaries import read_summary
from crossfoot.store.tables import csv_text, json_lines, parquet_bytes, write_tables

__all__ = [
    "ORDINARY",
    "Answer",
    "Batch",
    "Dataset",
    "Manifest",
    "Stored",
    "StoredRun",
    "added",
    "articles_frame",
    "as_text",
    "claims_frame",
    "claims_of",
    "committed",
    "csv_text",
    "find_options",
    "findings_frame",
    "folder",
    "is_frame",
    "is_run",
    "is_store",
    "json_lines",
    "locked",
    "opened",
    "parquet_bytes",
    "query",
    "read_claims",
    "read_decisions",
    "read_options",
    "read_run",
    "read_summary",
    "stage",
    "staged",
    "swept",
    "unit_warnings",
    "verdicts_frame",
    "write_bytes",
    "write_tables",
    "write_text",
]
