"""The command `crossfoot`: its commands together, and how each of them ends."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, Final, NoReturn

import typer

from crossfoot import __version__
from crossfoot.commands import config, screen, settings
from crossfoot.commands.check import check
from crossfoot.commands.diff import diff
from crossfoot.commands.explain import explain
from crossfoot.commands.export import export
from crossfoot.commands.reconcile import reconcile
from crossfoot.commands.run import run
from crossfoot.commands.schema import schema
from crossfoot.commands.sql import sql
from crossfoot.errors import CrossfootError, UsageError

app = typer.Typer(
    help="Reads business news, pulls out every stated figure, and shows where articles disagree.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
COMMANDS: Final[Mapping[str, settings.Command]] = {
    command.__name__: command for command in (run, check, explain, reconcile, diff, sql, export, schema)
}
# What typer raises for an option that it does not know and the like; its only public name is that of a subclass.
_Misuse: Any = typer.BadParameter.__base__


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
    config_file: Annotated[
        Path | None,
        typer.Option(
            "--config",
            help="File of options; else crossfoot.toml or pyproject.toml, as config show says",
            show_default=False,
        ),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--traceback", help="Of an internal error, print all that its report needs")
    ] = False,
) -> None:
    """Reads business news, pulls out every stated figure, and shows where articles disagree."""
    if context.invoked_subcommand is None:
        print(context.get_help(), file=sys.stderr)
        raise typer.Exit(2)
    from crossfoot import store

    path = config_file or store.find_options(Path())
    given = settings.read(path, COMMANDS) if path is not None else settings.Settings()
    context.obj = {"commands": COMMANDS, "settings": given}
    context.default_map = given.defaults(COMMANDS)


for _command in COMMANDS.values():
    app.command()(_command)
app.add_typer(config.app, name="config")


def main() -> None:
    """Runs the command: exit 0, 1 where a check fails, 2 with one clear line where it could not run, 70 where
    crossfoot itself is at fault, 130 where it was interrupted."""
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal that has no sign for ü shows it escaped
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        _run(sys.argv[1:])
    except typer.Exit as end:
        raise SystemExit(end.exit_code) from None
    except _Misuse as error:
        _end(_with_a_hint(error), 2)
    except CrossfootError as error:
        _end(str(error), 2)
    except (KeyboardInterrupt, typer.Abort):
        _end("interrupted before all was written", 130)
    except BrokenPipeError:  # `crossfoot run ... | head`: what was asked for is done
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except Exception as error:  # noqa: BLE001 (the last net: whatever it is, the exit code says that it is ours)
        _own_fault(error)


def _run(arguments: list[str]) -> None:
    """The command, and what it printed on its way; a disk that takes no more is no fault of ours."""
    command = typer.main.get_command(app)
    try:
        try:
            with command.make_context("crossfoot", arguments) as context:
                command.invoke(context)
        finally:
            sys.stdout.flush()
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise UsageError(f"cannot write: {error.strerror}") from error


def _with_a_hint(misuse: Any) -> str:
    """What is wrong with the command line, and where the right words stand."""
    said = str(misuse.format_message()).rstrip(".")
    return said if misuse.ctx is None else f"{said}; see {misuse.ctx.command_path} --help"


def _own_fault(error: Exception) -> NoReturn:
    """Ends with one line that says what to report; with --traceback what led to it stands before that line."""
    if "--traceback" in sys.argv[1:]:
        traceback.print_exc()
    place = traceback.extract_tb(error.__traceback__)[-1]
    _end(
        f"internal error, {type(error).__name__}: {error} ({Path(place.filename).name}, line {place.lineno}); please report "
        f"it as an issue of crossfoot {__version__}, with what the same command prints after crossfoot --traceback",
        70,
    )


def _end(line: str, code: int) -> NoReturn:
    screen.talk(f"crossfoot: {line}")
    raise SystemExit(code)
