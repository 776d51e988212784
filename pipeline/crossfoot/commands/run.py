"""`crossfoot run`: articles become claims, findings and a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from crossfoot.commands import decided, screen
from crossfoot.commands.decided import DecisionsFile
from crossfoot.commands.options import Json, Out, Paths, Quiet
from crossfoot.errors import UsageError
from crossfoot.records import RUN_FILES

if TYPE_CHECKING:
    from crossfoot.flow import Run
    from crossfoot.growth import Grown
    from crossfoot.records import Decision, Rejection


def run(
    paths: Paths,
    out: Out,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Worker processes; as many as there are processors", show_default=False)
    ] = None,
    engine: Annotated[str, typer.Option(help="Where it runs: local, or dask")] = "local",
    scheduler: Annotated[
        str | None, typer.Option(help="Of a Dask cluster: tcp://HOST:PORT", show_default=False)
    ] = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild/--no-rebuild", help="Make anew what other rules made", show_default=False)
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch/--no-watch", help="Go on reading what comes, until Ctrl-C", show_default=False)
    ] = False,
    every: Annotated[float, typer.Option(min=0.1, help="Seconds between two looks of --watch")] = 10.0,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run/--no-dry-run", help="Say what would be read and written, and do neither", show_default=False
        ),
    ] = False,
    decisions: DecisionsFile = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Read articles, compare their figures, and say what disagrees.

    Adds to the folder's tables the articles that they do not hold yet: claims (.jsonl, .csv, .parquet), findings.jsonl,
    articles.parquet, quarantine.jsonl (what could not be read, and why) and report.html; folders of the same names hold
    them in parts. Exit code 2 where no article could be read.
    """
    from crossfoot import engines, growth

    if dry_run:
        _say_plan(paths, out, json=json, quiet=quiet)
        return
    if watch and rebuild:
        raise UsageError("--watch adds to a store, --rebuild makes one anew: one after the other")
    before = decided.given(decisions)
    chosen = engines.chosen(engine, workers=workers or engines.processors(), scheduler=scheduler)

    def grow(only: Callable[[Path | str], bool] = lambda _: True) -> Grown:
        with _progress(Console(stderr=True, quiet=quiet)) as bar:
            task = bar.add_task("reading", total=None)
            return growth.grow(
                paths,
                out,
                engine=chosen,
                rebuild=rebuild,
                only=only,
                decisions=before,
                tell=lambda line: screen.talk(f"crossfoot: {line}", quiet=quiet),
                progress=lambda done, of: bar.update(task, completed=done, total=of),
            )

    if watch:
        _watch(paths, grow, out, every=every, quiet=quiet, json=json)
        return
    grown = grow()
    if not grown.dataset.manifest.articles:
        raise UsageError(_nothing_read(grown.dataset.rejections(), out))
    if not grown.added:
        screen.talk(f"crossfoot: nothing new; {out} holds these", quiet=quiet)
    if changed := [each for each in grown.refused if each.reason == "changed"]:
        screen.talk(f"crossfoot: {_changed(changed)}", quiet=quiet)
    _show(grown, out, before, decisions, quiet=quiet, json=json)


def _changed(refused: Sequence[Rejection]) -> str:
    """Of articles whose file says something else than when it was read."""
    first, *others = refused
    which = first.path if not others else f"{first.path} and {len(others)} more"
    return f"{which} changed since; the store keeps the old words, see quarantine.jsonl (--rebuild takes the new ones)"


def _watch(paths: list[str], grow: Callable[..., Grown], out: Path, *, every: float, quiet: bool, json: bool) -> None:
    """A line for each batch, until an interrupt, which is how it ends."""
    from crossfoot.watching import watched

    with suppress(KeyboardInterrupt):
        for grown in watched(paths, every=every, grow=grow):
            if json:
                screen.as_json(_held(grown))
            elif not quiet:
                print(_holds(grown, out), flush=True)


def _show(
    grown: Grown, out: Path, decisions: tuple[Decision, ...], given: Path | None, *, quiet: bool, json: bool
) -> None:
    """All that the store holds, or how much where that is more than anybody reads."""
    from crossfoot import flat_files

    if grown.dataset.manifest.claims > flat_files.MOST_CLAIMS:
        if json:
            screen.as_json(_held(grown))
        elif not quiet:
            print(_holds(grown, out))
        return
    result = grown.held or flat_files.stored(grown.dataset)
    decisions = decided.on(decisions, result.finding_records)
    for line in decided.unknown(given, decisions, result.finding_records):
        screen.talk(f"crossfoot: {line}", quiet=quiet)
    if json:
        screen.as_json(_summary(result, out) | {"added": grown.added})
    elif not quiet:
        _report(result, out, decisions)


def _holds(grown: Grown, out: Path) -> str:
    held = grown.dataset.manifest
    return f"{grown.added:,} new; {out} holds {held.articles:,} articles, {held.claims:,} claims"


def _held(grown: Grown) -> dict[str, Any]:
    """How much a store holds, for a program."""
    held = grown.dataset.manifest
    return {"added": grown.added, "articles": held.articles, "claims": held.claims}


def _say_plan(paths: list[str], out: Path, *, json: bool, quiet: bool) -> None:
    """What a run would read and write; looks at names alone."""
    from crossfoot.ingest.files import listed

    reads = [path for _, path in listed(paths)]
    writes = [out / name for name in RUN_FILES]
    if json:
        screen.as_json({"dry_run": True, "reads": reads, "writes": writes, "replaces": _there(writes)})
        return
    if quiet:
        return
    for verb, files in (("read", reads), ("write", writes)):
        for path in files:
            replaced = ", in place of the file that is there" if path in _there(writes) else ""
            print(screen.one_line(f"{verb} {path}{replaced}"))
    screen.talk(f"dry run: {len(reads)} files would be read and {len(writes)} written; nothing was")


def _there(files: list[Path]) -> list[Path]:
    return [path for path in files if path.exists()]


def _summary(result: Run, out: Path) -> dict[str, Any]:
    """What the run came to, for a program."""
    kinds = Counter(claim.kind for claim in result.claim_records)
    status = Counter(finding.status for finding in result.finding_records)
    return {
        "articles": len(result.article_records),
        "rejections": len(result.rejections),
        "figures": kinds["figure"],
        "directions": kinds["direction"],
        "findings": {name: status[name] for name in ("flag", "explain", "agree")},
        "files": [out / name for name in RUN_FILES],
    }


def _nothing_read(rejections: Sequence[Rejection], out: Path) -> str:
    """Why a run has nothing to show, where its tables say it in full."""
    if not rejections:
        return "no article was found"
    first, *others = rejections
    why = f"{len(others) + 1} files were refused" if others else f"{first.path}: {first.detail}"
    return f"no article could be read ({why}); see {out / 'quarantine.jsonl'}"


def _progress(console: Console) -> Progress:
    """A bar on a terminal, nothing on a pipe."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal or console.quiet)


def _report(result: Run, out: Path, decisions: tuple[Decision, ...]) -> None:
    from crossfoot.report import folded

    console = screen.Screen()
    counts = Table(box=None, show_header=False, pad_edge=False)
    counts.add_column(justify="right")
    counts.add_column()
    for line in _counts(result, decisions):
        counts.add_row(*line.split(" ", 1))
    console.print(counts)
    copies = {article.id: article.syndication for article in result.article_records if article.syndication}
    shown = decided.undismissed(result.finding_records, decisions)
    screen.findings(console, folded(shown, result.claim_records, copies))
    screen.where(out)


def _counts(result: Run, decisions: tuple[Decision, ...]) -> list[str]:
    """`5 articles read`, `1 figure`, ...: what the run came to."""
    from crossfoot.values.wording import counted

    kinds = Counter(claim.kind for claim in result.claim_records)
    status = Counter(finding.status for finding in decided.undismissed(result.finding_records, decisions))
    known = decided.in_words(result.finding_records, decisions)
    unread = "could not be read, see quarantine.jsonl"
    noted = sum(bool(article.notes) for article in result.article_records)
    unusable = "with something to know about, see notes in articles.parquet"
    return [
        counted(len(result.article_records), "article read", "articles read"),
        *([counted(len(result.rejections), unread, unread)] if result.rejections else []),
        *([counted(noted, unusable, unusable)] if noted else []),
        counted(kinds["figure"], "figure"),
        counted(kinds["direction"], "movement stated without a figure", "movements stated without a figure"),
        counted(status["flag"], "finding to look at", "findings to look at"),
        counted(status["explain"], "difference explained", "differences explained"),
        counted(status["agree"], "agreement"),
        *([known] if known else []),
    ]
