"""The command `crossfoot`: parses, calls, prints."""

from __future__ import annotations

import os
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from crossfoot import __version__
from crossfoot.errors import CrossfootError, UsageError

if TYPE_CHECKING:
    from crossfoot.flow import Run
    from crossfoot.growth import Grown
    from crossfoot.records import Claim, Finding, Rejection
    from crossfoot.report import Shown

app = typer.Typer(
    help="Reads business news, pulls out every stated figure, and shows where articles disagree.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
# What typer raises for an option that it does not know and the like; its only public name is that of a subclass.
_Misuse: Any = typer.BadParameter.__base__
_SHOWN = 5
_SIGNS = {"flag": "!", "explain": "i", "agree": "="}
_KINDS = {
    "value_conflict": "figures disagree",
    "direction_conflict": "directions disagree",
    "source_divergence": "sources differ",
    "derived_divergence": "arithmetic does not fit",
    "basis_difference": "different basis",
    "scope_difference": "different scope",
    "period_difference": "different period",
    "unit_crosswalk": "different unit",
    "revision": "revised",
    "corroboration": "agrees",
    "derived_agreement": "arithmetic fits",
}
Paths = Annotated[
    list[str],
    typer.Argument(
        help="Articles, or folders of them: text, web pages, tables, feeds, mail, documents, archives; - reads what is piped in",
        show_default=False,
    ),
]
Out = Annotated[
    Path, typer.Option("--out", "-o", help="Folder that the files are written to; made where it is not there")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors")]


class _Screen(Console):
    """Standard output, whose reader may leave early: `crossfoot run ... | head`."""

    def on_broken_pipe(self) -> None:
        """Lets `main` end the command; rich would end it as a failure."""
        raise BrokenPipeError


def _say_version(asked: bool) -> None:
    if asked:
        print(f"crossfoot {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version and end")
    ] = False,
) -> None:
    """Reads business news, pulls out every stated figure, and shows where articles disagree."""
    if context.invoked_subcommand is None:
        print(context.get_help(), file=sys.stderr)
        raise typer.Exit(2)


@app.command()
def run(
    paths: Paths,
    out: Out,
    workers: Annotated[
        int | None, typer.Option(help="Worker processes; as many as there are processors", show_default=False)
    ] = None,
    engine: Annotated[str, typer.Option(help="Where it runs: local, or dask")] = "local",
    scheduler: Annotated[
        str | None, typer.Option(help="Of a Dask cluster: tcp://HOST:PORT", show_default=False)
    ] = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make anew what other rules made")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Go on reading what comes, until Ctrl-C")] = False,
    every: Annotated[float, typer.Option(min=0.1, help="Seconds between two looks of --watch")] = 10.0,
    quiet: Quiet = False,
) -> None:
    """Read articles, compare their figures, and say what disagrees.

    Adds to the folder's tables the articles that they do not hold yet: claims (.jsonl, .csv, .parquet), findings.jsonl,
    articles.parquet, quarantine.jsonl (what could not be read, and why) and report.html; folders of the same names hold
    them in parts. Exit code 2 where no article could be read.
    """
    from crossfoot import engines, growth

    if watch and rebuild:
        raise UsageError("--watch adds to a store, --rebuild makes one anew: one after the other")
    talk = Console(stderr=True, quiet=quiet, highlight=False, soft_wrap=True)
    chosen = engines.chosen(engine, workers=workers or engines.processors(), scheduler=scheduler)

    def grow(only: Callable[[Path | str], bool] = lambda _: True) -> growth.Grown:
        with _progress(talk) as bar:
            task = bar.add_task("reading", total=None)
            return growth.grow(
                paths,
                out,
                engine=chosen,
                rebuild=rebuild,
                only=only,
                tell=lambda line: talk.print(escape(line)),
                progress=lambda done, of: bar.update(task, completed=done, total=of),
            )

    if watch:
        _watch(paths, grow, out, every=every, quiet=quiet)
        return
    grown = grow()
    if not grown.dataset.manifest.articles:
        raise UsageError(_nothing_read(grown.dataset.rejections(), out))
    if not grown.added:
        talk.print(escape(f"nothing new; {out} holds these"))
    if not quiet:
        _show(grown, out)


def _watch(paths: list[str], grow: Callable[..., Grown], out: Path, *, every: float, quiet: bool) -> None:
    """A line for each batch, until an interrupt, which is how it ends."""
    from crossfoot.watching import watched

    with suppress(KeyboardInterrupt):
        for grown in watched(paths, every=every, grow=grow):
            if not quiet:
                print(_holds(grown, out), flush=True)


def _show(grown: Grown, out: Path) -> None:
    """All that the store holds, or how much where that is more than anybody reads."""
    from crossfoot import flat_files

    if grown.dataset.manifest.claims <= flat_files.MOST_ON_A_PAGE:
        _report(flat_files.stored(grown.dataset), out)
    else:
        print(_holds(grown, out))


def _holds(grown: Grown, out: Path) -> str:
    held = grown.dataset.manifest
    return f"{grown.added:,} new; {out} holds {held.articles:,} articles, {held.claims:,} claims"


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="SELECT ... over claims, findings, articles, quarantine")],
    source: Annotated[Path, typer.Option("--from", help="A folder that runs wrote into", show_default=False)],
    format: Annotated[str, typer.Option("--format", "-f", help="csv or jsonl")] = "csv",
) -> None:
    """Ask the tables of a run in SQL (DuckDB's); the query can change nothing and reads no other file.

    Writes no file.
    """
    from crossfoot import store

    if format not in ("csv", "jsonl"):
        raise UsageError(f"no such format: {format}; there are csv and jsonl")
    print(store.as_text(store.query(source, query), format), end="")


@app.command()
def reconcile(
    claims: Annotated[Path, typer.Argument(help="A claim table: .jsonl, .csv or .parquet", show_default=False)],
    out: Out,
    relations: Annotated[
        Path | None, typer.Option(help="Your own arithmetic relations (docs/add-a-relation.md)", show_default=False)
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Compare the claims of any table with the columns of schemas/claim.schema.json, and say what disagrees.

    Writes findings.jsonl and report.html into the folder.
    """
    from crossfoot import store
    from crossfoot.reconcile import reconcile as compare
    from crossfoot.reconcile.relations import added, library

    table = store.read_claims(claims)
    _warn(table, quiet=quiet)
    tried = library() if relations is None else added(relations)
    _compared(table, compare(table, relations=tried), out, quiet=quiet)


@app.command()
def diff(
    new: Annotated[
        Path, typer.Argument(help="The claims of a new batch: .jsonl, .csv or .parquet", show_default=False)
    ],
    older: Annotated[Path, typer.Argument(help="An older claim table to hold them against", show_default=False)],
    out: Out,
    quiet: Quiet = False,
) -> None:
    """Hold the claims of a new batch against an older table, and say where the two disagree.

    Writes findings.jsonl and report.html into the folder; each finding has a claim of either table, and is about a firm of
    the new one.
    """
    from crossfoot import store
    from crossfoot.reconcile import against

    batch, known = store.read_claims(new), store.read_claims(older)
    _warn([*batch, *known], quiet=quiet)
    findings = against(batch, known)
    named = {claim_id for finding in findings for claim_id in finding.claim_ids}
    ours = {claim.claim_id for claim in batch}
    table = [*batch, *(claim for claim in known if claim.claim_id in named - ours)]
    _compared(table, findings, out, quiet=quiet)


def _nothing_read(rejections: Sequence[Rejection], out: Path) -> str:
    """Why a run has nothing to show, where its tables say it in full."""
    if not rejections:
        return "no article was found"
    first, *others = rejections
    why = f"{len(others) + 1} files were refused" if others else f"{first.path}: {first.detail}"
    return f"no article could be read ({why}); see {out / 'quarantine.jsonl'}"


def _warn(claims: list[Claim], *, quiet: bool) -> None:
    """Says what of a claim table can be read and is likely not meant."""
    from crossfoot import store

    for line in () if quiet else store.unit_warnings(claims):
        print(f"crossfoot: {line}", file=sys.stderr)


def _compared(table: list[Claim], findings: list[Finding], out: Path, *, quiet: bool) -> None:
    """Writes the findings and the page, and says what disagrees."""
    from crossfoot import store
    from crossfoot.reconcile.copies import groups
    from crossfoot.report import folded, render

    store.write_text(out / "findings.jsonl", store.json_lines(findings))
    same = groups(table)
    store.write_text(out / "report.html", render(table, findings, (), (), copies=same))
    if not quiet:
        screen = _Screen()
        screen.print(f"{len(table)} claims, {len(findings)} findings", highlight=False)
        _findings(screen, folded(findings, table, same))
        _where(screen, out)


@app.command()
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
    from crossfoot.errors import UsageError

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


@app.command()
def schema(out: Out) -> None:
    """Write the JSON Schema of every record.

    Writes article, claim, finding, verdict and rejection.schema.json into the folder.
    """
    from crossfoot import store
    from crossfoot.schemas import schemas

    for name, text in schemas().items():
        store.write_text(out / name, text)


def _progress(console: Console) -> Progress:
    """A bar on a terminal, nothing on a pipe."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal or console.quiet)


def _report(result: Run, out: Path) -> None:
    from crossfoot.report import folded

    screen = _Screen()
    counts = Table(box=None, show_header=False, pad_edge=False)
    counts.add_column(justify="right")
    counts.add_column()
    for line in _counts(result):
        counts.add_row(*line.split(" ", 1))
    screen.print(counts)
    copies = {article.id: article.syndication for article in result.article_records if article.syndication}
    _findings(screen, folded(result.finding_records, result.claim_records, copies))
    _where(screen, out)


def _where(screen: Console, out: Path) -> None:
    page = escape(str(out / "report.html"))
    screen.print(f"\nEverything, with the sentences side by side: {page}", highlight=False, soft_wrap=True)


def _counts(result: Run) -> list[str]:
    """`5 articles read`, `1 figure`, ...: what the run came to."""
    from crossfoot.values.wording import counted

    kinds = Counter(claim.kind for claim in result.claim_records)
    status = Counter(finding.status for finding in result.finding_records)
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
    ]


def _findings(screen: Console, findings: list[Shown]) -> None:
    for number, shown in enumerate(findings[:_SHOWN], 1):
        head = f"{number}. {_SIGNS[shown.finding.status]} {_about(shown)}"
        said = shown.explanation if shown.folded else shown.finding.explanation
        screen.print()
        screen.print(f"[bold]{escape(head)}[/bold]", highlight=False)
        screen.print(Padding(escape(said), (0, 0, 0, 3)), highlight=False)
    if len(findings) > _SHOWN:
        screen.print(f"\n   and {len(findings) - _SHOWN} more", highlight=False)


def _about(shown: Shown) -> str:
    from crossfoot.values.wording import metric

    if shown.folded:
        return shown.heading
    finding = shown.finding
    about = ", ".join(part for part in (finding.firm, metric(finding.metric)) if part)
    return f"{_KINDS[finding.kind]} ({finding.severity}): {about}"


def main() -> None:
    """Runs the command: exit 0, 1 where a check fails, 2 with one clear line where it could not run, 70 where
    crossfoot itself is at fault, 130 where it was interrupted."""
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal that has no sign for ü shows it escaped
        sys.stdout.reconfigure(errors="backslashreplace")
    command = typer.main.get_command(app)
    try:
        with command.make_context("crossfoot", sys.argv[1:]) as context:
            command.invoke(context)
    except typer.Exit as end:
        raise SystemExit(end.exit_code) from None
    except _Misuse as error:
        _end(str(error.format_message()), 2)
    except CrossfootError as error:
        _end(str(error), 2)
    except (KeyboardInterrupt, typer.Abort):
        _end("interrupted before all was written", 130)
    except BrokenPipeError:  # `crossfoot run ... | head`: what was asked for is done
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except Exception as error:  # noqa: BLE001 (the last net: whatever it is, the exit code says that it is ours)
        traceback.print_exc()
        _end(f"internal error, please report it: {type(error).__name__}: {error}", 70)


def _end(line: str, code: int) -> NoReturn:
    print(f"crossfoot: {line}", file=sys.stderr)
    raise SystemExit(code)
