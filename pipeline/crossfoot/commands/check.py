"""`crossfoot check`: a summary against the articles."""

from __future__ import annotations

import json as text
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import arguments
from crossfoot.commands import screen
from crossfoot.commands.options import Json, Quiet
from crossfoot.errors import UsageError

if TYPE_CHECKING:
    from crossfoot.check.checking import Checked

_WHOLE = ("json", "sarif", "annotations", "claimreview")  # one document a summary
_FOR_PEOPLE = ("text", "markdown", "github")  # no control character reaches these; the others escape their own


def check(
    summaries: Annotated[
        list[str],
        typer.Argument(
            metavar="SUMMARY...", help="Text, Markdown, HTML, DOCX; - for standard input", show_default=False
        ),
    ],
    against: Annotated[Path, typer.Option(help="A run's output folder, or articles (run first)", show_default=False)],
    format: Annotated[
        str,
        typer.Option("--format", "-f", help="text, json, sarif, markdown, html, github, annotations or claimreview"),
    ] = "text",
    strict: Annotated[bool, typer.Option(help="Fail where anything is not supported")] = False,
    published: Annotated[
        str | None, typer.Option(help="The summary's day, YYYY-MM-DD; else the articles' latest", show_default=False)
    ] = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Hold every figure and stated direction of a summary against the articles: exit 1 where one is refuted or in conflict."""
    from crossfoot import flow, store

    format = "json" if json else format
    show = None if format == "html" else _format(format)
    if len(summaries) > 1 and not json and format in _WHOLE:
        raise UsageError(f"one summary at a time with --format {format}: each makes a whole document")
    arguments.day(published)
    texts = [store.read_summary(summary) for summary in summaries]
    if not against.exists():
        raise UsageError(f"no such folder: {against}")
    evidence = flow.evidence(against)
    checked = flow.checks(texts, evidence, published=published)
    names = ["standard input" if name == "-" else name for name in summaries]
    if show is None and not quiet:
        print(flow.checked_page([Path(name).name for name in names], checked, evidence), end="")
    if show is not None and (json or not quiet):
        for name, found in zip(names, checked, strict=True):
            print(_as_printed(show(found.checked, name), format, json=json), end="")
    labels = {one.label for found in checked for one in found.verdict_records}
    if labels & ({"refuted", "conflicting_evidence"} | ({"not_enough_evidence"} if strict else set())):
        raise typer.Exit(1)


def _as_printed(told: str, format: str, *, json: bool) -> str:
    """Verdicts as they reach the reader: for --json one line a summary."""
    if json:
        return text.dumps(text.loads(told), ensure_ascii=False) + "\n"
    return screen.visible(told) if format in _FOR_PEOPLE else told


def _format(name: str) -> Callable[[Checked, str], str]:
    """How verdicts are told: one of the checker's formats, or one of the linked-data forms of an export."""
    from crossfoot.check.formats import FORMATS
    from crossfoot.export import claimreview, web_annotations

    linked = {"annotations": web_annotations.of_verdicts, "claimreview": claimreview.of_verdicts}
    if name in linked:
        return lambda checked, summary: linked[name](checked.text, checked.verdict_records, summary)
    if name not in FORMATS:
        raise UsageError(f"no such format: {name}; there are {', '.join([*FORMATS, 'html', *linked])}")
    return FORMATS[name]
