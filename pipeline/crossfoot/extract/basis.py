"""On what basis a figure stands: adjusted, GAAP, organic, guidance, consensus, as words near it say."""

from __future__ import annotations

from functools import cache

from crossfoot.extract.figures import Figure
from crossfoot.extract.what import What
from crossfoot.extract.words import text_in
from crossfoot.vocabulary.models import cues

_REACH = 6  # tokens before the metric's name in which its basis stands


def basis_of(figure: Figure, what: What | None) -> str | None:
    """The first basis whose words stand in the metric's own phrase, or right around the figure; None where none does."""
    word = what.word if what is not None else None
    start = max(figure.sentence.start, (word.i if word is not None else figure.span.start) - _REACH)
    end = min(figure.sentence.end, max(word.i + 4 if word is not None else 0, figure.span.start + 1))
    near = f" {text_in(figure.doc[start:end]).lower()} "
    plain = near.replace(",", " ").replace("-", " ")
    return next((name for phrase, name in _phrases() if phrase in plain or phrase in near), None)


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Every phrase between blanks, with its basis, in the vocabulary's order."""
    return tuple((f" {phrase} ", name) for name, phrases in cues().basis.items() for phrase in phrases)
