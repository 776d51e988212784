"""What the public functions are given, checked before any work: a wrong type is one clear TypeError."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from crossfoot.errors import UsageError


def text(value: Any, *, name: str) -> str:
    """A string. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a string, not {_kind(value)}")
    return value


def optional_text(value: Any, *, name: str) -> str | None:
    """A string or None. Raises TypeError."""
    return None if value is None else text(value, name=name)


def published(value: Any) -> str | None:
    """A day as its string: a date, a datetime, or a string that is left as it is. Raises TypeError."""
    if isinstance(value, dt.date):  # a datetime too
        return value.isoformat()
    if value is None or isinstance(value, str):
        return value
    raise TypeError(f"published must be an ISO date as a string, or a datetime.date, not {_kind(value)}")


def day(value: Any) -> dt.date | None:
    """A day as a date. Raises TypeError, and UsageError for a string that is no ISO date."""
    stated = published(value)
    if stated is None:
        return None
    try:
        return dt.date.fromisoformat(stated[:10])
    except ValueError:
        raise UsageError(f"published: {stated!r} is no ISO date such as 2026-07-02") from None


def paths(value: Any) -> list[str | Path]:
    """Paths, of which one may stand by itself. Raises TypeError."""
    if isinstance(value, (str, Path)):
        return [value]
    if not isinstance(value, Iterable):
        raise TypeError(f"paths must be a path or several, not {_kind(value)}")
    found = list(value)
    for each in found:
        if not isinstance(each, (str, Path)):
            raise TypeError(f"paths must be strings or pathlib.Path, not {_kind(each)}")
    return found


def _kind(value: Any) -> str:
    return "None" if value is None else f"a {type(value).__name__}"


def wrong_claims(value: Any) -> TypeError:
    """The error for what is neither claims nor a table of them."""
    return TypeError(f"claims must be Claim records or a DataFrame of them, not {_kind(value)}")
