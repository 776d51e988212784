"""A script for DuckDB: a view of each file of a run, and one that joins each finding with its claims."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from crossfoot.export.form import Source

_HEAD: Final = """-- Views over the files of a run: duckdb -init THIS_FILE
-- Paths are as they were given to crossfoot export: open it from the same folder.
"""
_FINDINGS: Final = (
    "finding_id VARCHAR, status VARCHAR, kind VARCHAR, severity VARCHAR, firm VARCHAR, metric VARCHAR, "
    "claim_ids VARCHAR[], explanation VARCHAR, witnesses BIGINT, score DOUBLE"
)
_QUARANTINE: Final = "path VARCHAR, id VARCHAR, line BIGINT, reason VARCHAR, detail VARCHAR"
_COMPARED: Final = """CREATE OR REPLACE VIEW compared AS
SELECT f.finding_id, f.status, f.kind AS finding_kind, f.severity, f.score, f.explanation, c.*
FROM (SELECT *, unnest(claim_ids) AS compared_id FROM findings) AS f
JOIN claims AS c ON c.claim_id = f.compared_id;
"""


def render(source: Source) -> bytes:
    """SQL text that DuckDB runs."""
    claims, articles = (_parquet(source.folder, name) for name in ("claims", "articles"))
    findings = _json(source.folder, "findings", _FINDINGS)
    quarantine = _json(source.folder, "quarantine", _QUARANTINE)
    return "\n".join([_HEAD, claims, findings, articles, quarantine, _COMPARED]).encode("utf-8", "surrogateescape")


def _parquet(folder: Path, name: str) -> str:
    place = _literal(folder / f"{name}.parquet")
    return f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet({place});\n"


def _json(folder: Path, name: str, columns: str) -> str:
    """The columns are named, so that an empty file is an empty table and no guess is made at a type."""
    typed = ", ".join(f"{column}: '{kind}'" for column, kind in (pair.split() for pair in columns.split(", ")))
    place = _literal(folder / f"{name}.jsonl")
    return (
        f"CREATE OR REPLACE VIEW {name} AS\n"
        f"SELECT * FROM read_json({place}, format = 'newline_delimited', columns = {{{typed}}});\n"
    )


def _literal(path: Path) -> str:
    """The path as a string of SQL; a sign that DuckDB would take for a pattern stands for itself."""
    plain = re.sub(r"[*?\[]", r"[\g<0>]", path.as_posix())
    return "'" + plain.replace("'", "''") + "'"
