"""Figures as they are printed, and lists of them."""

from __future__ import annotations

from collections.abc import Iterable

from crossfoot.reconcile.reading import Reading


def quoted(one: Reading) -> str:
    """The figure as printed, in quotation marks."""
    return f"“{' '.join(one.claim.quote.split())}”"


def listed(items: Iterable[str], *, joint: str = "and") -> str:
    """`a, b and c`, each once."""
    *others, last = dict.fromkeys(items)
    return f"{', '.join(others)} {joint} {last}" if others else last
