"""`crossfoot check`: a summary against the articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crossfoot.errors import UsageError


def check(
    summaries: Annotated[
        list[str],
        typer.Argument(
            metavar="SUMMARY...", help="Text, Markdown, HTML, DOCX; - for standard input", show_default=False
        ),
    ],
    against: Annotated[Path, typer.Option(help="A run's output folder, or articles (run first)", show_default=False)],
    format: Annotated[str, typer.Option("--format", "-f", help="text, json, sarif, markdown, html or github")] = "text",
    strict: Annotated[bool, typer.Option(help="Fail where anything is not supported")] = False,
    published: Annotated[
        str | None, typer.Option(help="The summary's day, YYYY-MM-DD; else the articles' latest", show_default=False)
    ] = None,
) -> None:
    """Hold every figure and stated direction of a summary against the articles: exit 1 where one is refuted or in conflict."""
    from crossfoot import flow, store
    from crossfoot.check.formats import FORMATS

    if format not in FORMATS:
        raise UsageError(f"no such format: {format}; there are {', '.join(FORMATS)}")
    texts = [store.read_summary(summary) for summary in summaries]
    if not against.exists():
        raise UsageError(f"no such folder: {against}")
    labels = set()
    for name, found in zip(summaries, flow.checks(texts, flow.evidence(against), published=published), strict=True):
        print(FORMATS[format](found.checked, "standard input" if name == "-" else name), end="")
        labels |= {one.label for one in found.verdict_records}
    if labels & ({"refuted", "conflicting_evidence"} | ({"not_enough_evidence"} if strict else set())):
        raise typer.Exit(1)
