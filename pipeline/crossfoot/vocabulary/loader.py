"""Reads a YAML file of words that stands in this folder and validates it against its model."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from crossfoot.errors import VocabularyError

Model = TypeVar("Model", bound=BaseModel)

# CSafeLoader is libyaml's and some ten times as fast; PyYAML wheels carry it on every platform we know of.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML in which `on`, `off`, `yes` and `no` are words, as they are in a vocabulary, and only true/false are booleans."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


class Entry(BaseModel):
    """What every vocabulary entry may carry: sentences that it must find, and look-alikes that it must not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    examples: tuple[str, ...] = Field(default=())
    counter_examples: tuple[str, ...] = Field(default=())


@cache
def read_text(name: str) -> str:
    """The text of vocabulary file `name` (`units.yaml`, `data/companies.tsv`)."""
    path = resources.files("crossfoot.vocabulary")
    for part in name.split("/"):
        path = path.joinpath(part)
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"vocabulary file {name} cannot be read: {error}") from error


@cache
def load(name: str, model: type[Model]) -> Model:
    """The vocabulary file `name` as a `model`; read once a process.

    Raises VocabularyError, naming the file and the entry, where YAML or model refuse it.
    """
    return _validated(name, read_text(name), model)


def load_file(path: Path, model: type[Model]) -> Model:
    """An analyst's own file of the shape of one of these. Raises VocabularyError where it cannot be read or is refused."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise VocabularyError(f"{path}: not UTF-8 text at byte {error.start}") from error
    return _validated(str(path), text, model)


def _validated(name: str, text: str, model: type[Model]) -> Model:
    try:
        return model.model_validate(yaml.load(text, Loader=_Loader))
    except yaml.YAMLError as error:
        raise VocabularyError(f"{name}: not YAML ({' '.join(str(error).split())})") from error
    except ValidationError as error:
        raise VocabularyError(f"{name}: {_first(error)}") from error


def _first(error: ValidationError) -> str:
    """The first thing that is wrong, on one line, and how many more there are."""
    found, *others = error.errors()
    place = ".".join(map(str, found["loc"])) or "the file"
    more = f" (and {len(others)} more)" if others else ""
    return f"{place}: {' '.join(found['msg'].split())}{more}"
