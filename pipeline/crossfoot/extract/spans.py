"""A Doc's span groups as lists: spaCy makes every Span of a group anew each time it is read."""

from __future__ import annotations

from bisect import bisect_left

from crossfoot.extract.tokens import Doc, Span


def spans_of(doc: Doc, group: str) -> list[Span]:
    """The spans of `doc.spans[group]`, in text order; none where no component has written it."""
    return _listed(doc, group)[1]


def spans_in(doc: Doc, group: str, start: int, end: int) -> list[Span]:
    """Those that begin at a token of doc[start:end]."""
    starts, spans = _listed(doc, group)
    return spans[bisect_left(starts, start) : bisect_left(starts, end)]


def _listed(doc: Doc, group: str) -> tuple[list[int], list[Span]]:
    kept = doc.groups.get(group)
    if kept is None:
        held = doc.source.spans.get(group)
        if held is None:
            return [], []
        spans = sorted((Span(doc, span.start, span.end, span._) for span in held), key=lambda span: span.start)
        kept = doc.groups[group] = [span.start for span in spans], spans
    return kept
