"""Tables on disk: written whole or not at all."""

from crossfoot.store.atomic import folder, write_bytes, write_text
from crossfoot.store.claim_checks import unit_warnings
from crossfoot.store.configuration import find_options, read_options
from crossfoot.store.decisions import read_decisions
from crossfoot.store.frames import articles_frame, claims_frame, findings_frame, verdicts_frame
from crossfoot.store.reading import claims_of, is_frame, read_claims
from crossfoot.store.runs import StoredRun, is_run, read_run
from crossfoot.store.summaries import read_summary
from crossfoot.store.tables import csv_text, json_lines, parquet_bytes, write_tables

__all__ = [
    "StoredRun",
    "articles_frame",
    "claims_frame",
    "claims_of",
    "csv_text",
    "find_options",
    "findings_frame",
    "folder",
    "is_frame",
    "is_run",
    "json_lines",
    "parquet_bytes",
    "read_claims",
    "read_decisions",
    "read_options",
    "read_run",
    "read_summary",
    "unit_warnings",
    "verdicts_frame",
    "write_bytes",
    "write_tables",
    "write_text",
]
