"""The libraries in `vendor/` that the page carries: Pico, d3 and Observable Plot, as their packages publish them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Library:
    """One library with its file's text and its licence."""

    name: str
    version: str
    file: str
    text: str
    licence: str


@cache
def libraries() -> tuple[Library, ...]:
    """Every library, in the order in which the page needs them."""
    return tuple(
        Library(each["name"], each["version"], each["file"], held(each["file"]), held(each["licence"]))
        for each in json.loads(held("vendor.json"))
    )


@cache
def held(name: str) -> str:
    """The text of a file in `vendor/`."""
    return resources.files("crossfoot.report").joinpath("vendor", name).read_text(encoding="utf-8")
