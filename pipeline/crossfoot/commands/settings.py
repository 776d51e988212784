"""The options that a file sets: one table a command, with the names that the command line has.

The model is made of the commands' own signatures, so that an option of a command is an option of the file.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import typer
from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from crossfoot.errors import UsageError

Command = Callable[..., None]
_Option = type(typer.Option())


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a command: its name on the command line, its parameter, its type, and its value where none is given."""

    name: str
    parameter: str
    type: Any
    default: Any

    @property
    def required(self) -> bool:
        """True where there is no default."""
        return self.default is inspect.Parameter.empty

    @property
    def is_path(self) -> bool:
        """True of one that names files or folders."""
        return Path in (self.type, *get_args(self.type))

    def placed(self, value: Any, folder: Path) -> Any:
        """A value of a file in this folder: a path counts from there."""
        if not self.is_path:
            return value
        return [str(folder / each) for each in value] if isinstance(value, list) else str(folder / value)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file sets, by command and option; no file, nothing."""

    path: Path | None = None
    given: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def defaults(self, commands: Mapping[str, Command]) -> dict[str, dict[str, Any]]:
        """By command and parameter, for the parser: what the command line does not say comes from here."""
        return {
            name: {each.parameter: self.given[name][each.name] for each in options(command) if each.name in self.given[name]}
            for name, command in commands.items()
            if name in self.given
        }  # fmt: skip


def options(command: Command) -> list[Option]:
    """The options of a command in its order; its arguments are none."""
    hints = get_type_hints(command, include_extras=True)
    found = []
    for name, parameter in inspect.signature(command).parameters.items():
        kind, *notes = get_args(hints[name]) if get_origin(hints[name]) is not None else (hints[name],)
        stated = next((note for note in notes if isinstance(note, _Option)), None)
        if stated is not None:
            found.append(Option(_flag(stated, name), name, kind, parameter.default))
    return found


def _flag(option: Any, parameter: str) -> str:
    """The option's long name without its dashes: `dry-run` of `--dry-run/--no-dry-run`."""
    # In an annotation the first name stands where a default would.
    stated = (option.default, *(option.param_decls or ()))
    long = (flag for flag in stated if isinstance(flag, str) and flag.startswith("--"))
    return next(long, f"--{parameter.replace('_', '-')}").removeprefix("--").partition("/")[0]


def model(commands: Mapping[str, Command]) -> type[BaseModel]:
    """What a file of options may hold; names of our own before each key, for pydantic has a `json` and a `schema` itself."""
    strict = ConfigDict(extra="forbid")
    tables: dict[str, Any] = {}
    for name, command in commands.items():
        fields: dict[str, Any] = {
            f"option_{each.parameter}": (each.type | None, Field(default=None, alias=each.name))
            for each in options(command)
        }
        table = create_model(name, __config__=strict, **fields)
        tables[f"command_{name}"] = (table | None, Field(default=None, alias=name))
    return create_model("Settings", __config__=strict, **tables)


def read(path: Path, commands: Mapping[str, Command]) -> Settings:
    """The settings of a file; a path in it counts from the file's folder.

    Raises UsageError, in one line, for a file that is no TOML, a table or key that is none of ours, a value of a wrong kind.
    """
    from crossfoot import store

    stated = store.read_options(path)
    try:
        model(commands).model_validate(stated)
    except ValidationError as error:
        raise UsageError(f"{path}: {_first(error, commands)}") from error
    given = {}
    for name, table in stated.items():
        known = {each.name: each for each in options(commands[name])}
        given[name] = {key: known[key].placed(value, path.parent) for key, value in table.items()}
    return Settings(path, given)


def _first(error: ValidationError, commands: Mapping[str, Command]) -> str:
    """The first thing that is wrong, and what there is instead."""
    wrong = error.errors()[0]
    table, *key = map(str, wrong["loc"])
    if wrong["type"] != "extra_forbidden":
        return f"{'.'.join([table, *key])}: {wrong['msg']}"
    if not key:
        return f"no such table or key: {table}; there are [{'], ['.join(commands)}]"
    return f"no such key in [{table}]: {key[0]}; there are {', '.join(each.name for each in options(commands[table]))}"
