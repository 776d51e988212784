"""All shapes of phrases of time in order of precedence, and the phrase that begins at a place in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.clock import CLOCK
from crossfoot.values.periods.days import BARE_DATES, DATES
from crossfoot.values.periods.found import Found
from crossfoot.values.periods.lengths import LENGTHS
from crossfoot.values.periods.lexemes import Lexed
from crossfoot.values.periods.parts import PARTS
from crossfoot.values.periods.patterns import compile_pattern, first_codes
from crossfoot.values.periods.quarters import QUARTERS
from crossfoot.values.periods.relative import RELATIVE
from crossfoot.values.periods.seasons import SEASONS
from crossfoot.values.periods.shapes import Shape
from crossfoot.values.periods.stated import STATED
from crossfoot.values.periods.years import BARE_YEARS, YEARS


@dataclass(frozen=True, slots=True)
class Grammar:
    """The shapes that may begin with a code, in order of precedence, and one pattern that finds where any may begin."""

    by_first: dict[str, tuple[tuple[Shape, re.Pattern[str]], ...]]
    anywhere: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """The grammar of periods."""
    shapes = (
        *QUARTERS, *STATED, *DATES, *YEARS, *CLOCK, *PARTS, *SEASONS, *RELATIVE, *LENGTHS, *BARE_DATES, *BARE_YEARS,
    )  # fmt: skip
    compiled = [(shape, compile_pattern(shape.pattern), first_codes(shape.pattern)) for shape in shapes]
    codes = sorted(set().union(*(firsts for _, _, firsts in compiled)))
    by_first = {
        code: tuple((shape, pattern) for shape, pattern, firsts in compiled if code in firsts) for code in codes
    }
    nameless = re.compile(r"\(\?P<\w+>")
    anywhere = "|".join(f"(?:{nameless.sub('(?:', pattern.pattern)})" for _, pattern, _ in compiled)
    return Grammar(by_first, re.compile(f"(?=[{''.join(codes)}])(?:{anywhere})"))


# `the end of the second week of May` is as deep as phrases go.
_DEEPEST = 2


def phrase_at(lexed: Lexed, place: int, *, depth: int = 0) -> m.Phrase | None:
    """The phrase of time that begins at lexeme `place`, by the first shape that means something there."""
    if place >= len(lexed.codes):
        return None
    for shape, pattern in grammar().by_first.get(lexed.codes[place], ()):
        match = pattern.match(lexed.codes, place)
        if match is None or match.end() == match.start():
            continue
        found = Found(lexed, match, depth)
        phrase = _bound(shape, found) if shape.bind else _built(shape, found)
        if phrase is not None:
            return phrase
    return None


def _built(shape: Shape, found: Found) -> m.Phrase | None:
    assert shape.build is not None
    meaning = shape.build(found)
    if meaning is None:
        return None
    parts = shape.parts(found, meaning) if shape.parts else ()
    return _phrase(found, found.match.end(), meaning, parts)


def _bound(shape: Shape, found: Found) -> m.Phrase | None:
    if found.depth >= _DEEPEST:
        return None
    inner = phrase_at(found.lexed, found.match.end(), depth=found.depth + 1)
    if inner is None:
        return None
    assert shape.bind is not None
    meaning = shape.bind(found, inner.meaning)
    if meaning is None:
        return None
    if shape.own:
        return _phrase(found, found.match.end(shape.own), meaning)
    return _phrase(found, inner.last, meaning, (inner,))


def _phrase(found: Found, last: int, meaning: m.Meaning, parts: tuple[m.Phrase, ...] = ()) -> m.Phrase:
    first = found.match.start()
    lexemes = found.lexed.lexemes
    return m.Phrase(first, last, lexemes[first].start, lexemes[last - 1].end, meaning, parts)
