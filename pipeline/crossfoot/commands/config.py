"""`crossfoot config`: the options in force, and where each comes from."""

from __future__ import annotations

import json as text
from typing import Any

import typer

from crossfoot.commands import screen, settings
from crossfoot.commands.options import Json

app = typer.Typer(help="Show the options in force.", rich_markup_mode=None)


@app.callback()
def _config() -> None:
    """Show the options in force."""


@app.command()
def show(context: typer.Context, json: Json = False) -> None:
    """Print every option of every command as TOML, with its value and where that comes from.

    Options stand in crossfoot.toml, or in pyproject.toml under [tool.crossfoot]: in this folder, or above it within the
    same repository; crossfoot --config FILE names another. A table a command, keys as on the command line, which wins.
    """
    commands: dict[str, settings.Command] = context.obj["commands"]
    given: settings.Settings = context.obj["settings"]
    if json:
        screen.as_json({name: _table(name, command, given) for name, command in commands.items()})
        return
    tables = [_toml(name, _table(name, command, given)) for name, command in commands.items()]
    print("\n\n".join(tables))


def _toml(name: str, rows: dict[str, dict[str, Any]]) -> str:
    return "\n".join(
        [f"[{name}]", *(screen.visible(_line(key, row["value"], row["from"])) for key, row in rows.items())]
    )


def _table(name: str, command: settings.Command, given: settings.Settings) -> dict[str, dict[str, Any]]:
    """Each option's value and origin."""
    stated = given.given.get(name, {})
    rows = {}
    for option in settings.options(command):
        if option.name in stated:
            rows[option.name] = {"value": stated[option.name], "from": str(given.path)}
        elif option.required:
            rows[option.name] = {"value": None, "from": "not set, and the command needs it"}
        else:
            rows[option.name] = {"value": option.default, "from": "default"}
    return rows


def _line(key: str, value: Any, origin: str) -> str:
    """A line of TOML, which has no null."""
    if value is None:
        return f"# {key} =  # {origin}"
    return f"{key} = {text.dumps(value, ensure_ascii=False, default=str)}  # {origin}"
