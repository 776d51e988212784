"""Tables on disk: written whole or not at all."""

from crossfoot.store.atomic import folder, write_text
from crossfoot.store.claim_checks import unit_warnings
from crossfoot.store.decisions import read_decisions
from crossfoot.store.frames import articles_frame, claims_frame, findings_frame, verdicts_frame
from crossfoot.store.reading import claims_of, is_frame, read_claims
from crossfoot.store.runs import StoredRun, is_run, read_run
from crossfoot.store.summaries import read_summary
from crossfoot.store.tables import json_lines, write_tables

__all__ = [
    "StoredRun",
    "articles_frame",
    "claims_frame",
    "claims_of",
    "findings_frame",
    "folder",
    "is_frame",
    "is_run",
    "json_lines",
    "read_claims",
    "read_decisions",
    "read_run",
    "read_summary",
    "unit_warnings",
    "verdicts_frame",
    "write_tables",
    "write_text",
]
