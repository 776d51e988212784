"""Why two figures are not one thing."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.reconcile import words


@dataclass(frozen=True, slots=True)
class Apart:
    """Why two figures are not one thing. `kind` None: no reader would confront them."""

    level: str
    kind: words.ExplainKind | None
    reason: str
    one_sided: bool = False  # only one of the two says so; equal figures may then be one after all
