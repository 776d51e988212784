"""A run's tables in the forms that other programs read: one module a form, and this table of them."""

from __future__ import annotations

from typing import Final

from crossfoot.export import (
    claimreview,
    csv_for_excel,
    csv_plain,
    duckdb_views,
    json_lines,
    parquet,
    web_annotations,
    xlsx,
)
from crossfoot.export.form import TABLES, Form, Source

FORMS: Final[dict[str, Form]] = {
    "csv": Form(csv_for_excel.render, "CSV that Excel opens without running anything in it", one_table=True),
    "csv-plain": Form(csv_plain.render, "CSV with every text as it is, for programs", one_table=True),
    "xlsx": Form(xlsx.render, "a workbook with a sheet for claims, findings and articles", binary=True),
    "parquet": Form(parquet.render, "Parquet", one_table=True, binary=True),
    "jsonl": Form(json_lines.render, "one JSON object a line", one_table=True),
    "duckdb": Form(duckdb_views.render, "a DuckDB script that makes a view of each file"),
    "annotations": Form(web_annotations.render, "W3C Web Annotations (JSON-LD) of claims and findings"),
    "claimreview": Form(claimreview.render, "schema.org ClaimReview (JSON-LD) of the claims in findings"),
}

__all__ = ["FORMS", "TABLES", "Form", "Source"]
