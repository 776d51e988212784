"""By these names the scorers of the benchmarks call crossfoot; each scorer's head says the shapes."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "pipeline")]


def quantities(text: str) -> list[dict[str, Any]]:
    """Figures of a sentence in the scorer's shape."""
    from quantity_adapter import quantities as read

    return read(text)


def dates(text: str, dct: dt.date) -> list[dict[str, Any]]:
    """Dates of a document in the scorer's shape."""
    from date_adapter import dates as read

    return read(text, dct)


def article(payload: bytes | str, url: str | None = None) -> dict[str, Any]:
    """Text, title, date and authors of a page (bytes) or of scraped text (str)."""
    from ingest_adapter import article as read

    return read(payload, url)


def check(doc: str, summary: str) -> float:
    """How surely a document supports every figure of a summary."""
    return check_many([(doc, summary)])[0]


def check_many(pairs: list[tuple[str, str]]) -> list[float]:
    """`check` for many pairs at once."""
    from check_adapter import check_many as checked

    return checked(pairs)


def relate(a: str, b: str) -> str:
    """AGREE, CONFLICT, EXPLAINED or UNRELATED for two statements."""
    return relate_many([(a, b)])[0]


def relate_many(pairs: list[tuple[str, str]]) -> list[str]:
    """`relate` for many pairs at once."""
    from relate_adapter import relate_many as relate

    return relate(pairs)


def relate_ctx(doc_a: str, span_a: list[int], doc_b: str, span_b: list[int]) -> str:
    """`relate` for two passages that stand in articles."""
    from relate_adapter import relate_passages

    return relate_passages((doc_a, span_a), (doc_b, span_b))


def statement(text: str, outputs_dir: str) -> str:
    """A verdict label for one statement against a run's output."""
    from check_adapter import statement as checked

    return checked(text, outputs_dir)
