"""A Doc's span groups as lists: spaCy makes every Span of a group anew each time it is read."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Span

_KEPT = "crossfoot_spans"


def spans_of(doc: Doc, group: str) -> list[Span]:
    """The spans of `doc.spans[group]`, in text order; none where no component has written it."""
    return _listed(doc, group)[1]


def spans_in(doc: Doc, group: str, start: int, end: int) -> list[Span]:
    """Those that begin at a token of doc[start:end]."""
    starts, spans = _listed(doc, group)
    return spans[bisect_left(starts, start) : bisect_left(starts, end)]


def _listed(doc: Doc, group: str) -> tuple[list[int], list[Span]]:
    kept: dict[str, tuple[list[int], list[Span]]] = doc.user_data.setdefault(_KEPT, {})
    held = doc.spans.get(group)
    if held is None:
        return [], []
    if group not in kept or len(kept[group][1]) != len(held):
        spans = sorted(held, key=lambda span: span.start)
        kept[group] = [span.start for span in spans], spans
    return kept[group]
