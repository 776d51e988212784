"""The shapes that phrases of time take, as patterns over classes of lexemes, and what each of them means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from crossfoot.values import period_meanings as m
from crossfoot.values.period_lexemes import Lexed, Lexeme, lexicon

# Names that stand for longer patterns; an upper-case name not found here is a class of lexemes.
MACROS = {
    "MON": "(?:MONTH|ABBR STOP?)",
    "WD": "(?:WDAY|WABBR STOP?)",
    "DOM": "(?:DD|ORDN)",
    "SY": "(?:(?:YR|NUM|DD) AD|YR|QUOTE APOSYR)",
    "ORDX": "(?:TENS DASH (?:ORD|SECOND)|ORD|SECOND|ORDN|FINAL)",
    "CNT": "(?:TENS DASH? NW|TENS|NW NW?|DD|NUM)",
    "VC": "(?:A? FEW|A COUPLE OF?|COUPLE OF)",
    "UN": "(?:UNIT|YEAR|QTR|HALF)",
    "CUN": "(?:CUNIT|CUNITS|SECOND)",
    "BACK": "(?:LAST|PAST|PREV)",
    "FORW": "(?:NEXT|FOLLOWING)",
    "FY": "FISCAL DASH? (?:YEAR DASH?)?",
}
_CUT = re.compile(r"\(\?P<\w+>|\(\?P=\w+\)|\(\?[:=!]|\(\?<[=!]")


def compile_shape(pattern: str) -> re.Pattern[str]:
    """A pattern over lexeme codes from one over class names; blanks are only for reading."""
    return re.compile(_expand(pattern))


def _expand(pattern: str) -> str:
    codes = lexicon().codes
    out: list[str] = []
    end = 0
    for cut in _CUT.finditer(pattern):
        out.append(_names(pattern[end : cut.start()], codes))
        out.append(cut.group())
        end = cut.end()
    out.append(_names(pattern[end:], codes))
    return "".join(out)


def _names(part: str, codes: dict[str, str]) -> str:
    def one(match: re.Match[str]) -> str:
        name = match.group()
        return _expand(MACROS[name]) if name in MACROS else codes[name]

    return re.sub(r"[A-Z][A-Z_]*", one, part).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Found:
    """A shape found at a place, with access to its groups by name."""

    lexed: Lexed
    match: re.Match[str]
    depth: int = 0

    def has(self, name: str) -> bool:
        """True where the shape has the group and it took part."""
        return name in self.match.re.groupindex and bool(self.match.group(name))

    def lexemes(self, name: str) -> list[Lexeme]:
        """The lexemes of a group."""
        return self.lexed.lexemes[self.match.start(name) : self.match.end(name)] if self.has(name) else []

    def value(self, name: str) -> int:
        """The whole number of a group's first lexeme that has one."""
        for lexeme in self.lexemes(name):
            if isinstance(lexeme.value, int | float):
                return int(lexeme.value)
        raise LookupError(name)

    def year(self, name: str = "year") -> int | None:
        """The year that a group says, negative before our era; None where the group did not take part."""
        if not self.has(name):
            return None
        before_ours = any(lexeme.value == "BC" for lexeme in self.lexemes(name))
        return -self.value(name) if before_ours else self.value(name)

    def maybe(self, name: str) -> int | None:
        """`value`, or None where the group did not take part."""
        return self.value(name) if self.has(name) else None

    def word(self, name: str) -> str:
        """The vocabulary's value of a group's first lexeme that has a text for one."""
        for lexeme in self.lexemes(name):
            if isinstance(lexeme.value, str):
                return lexeme.value
        return "second" if self.has(name) else ""

    def text(self, name: str) -> str:
        """The group's first word in lower case."""
        found = self.lexemes(name)
        return found[0].text.lower() if found else ""

    def count(self, name: str) -> float | None:
        """How many a group of number words says; None for `a few`."""
        total = 0.0
        known = False
        for lexeme in self.lexemes(name):
            if isinstance(lexeme.value, int | float):
                number = float(lexeme.value)
                total = total * number if known and number >= 100 else total + number
                known = True
        if known:
            return total
        return 1.0 if self.text(name) in ("a", "an") and len(self.lexemes(name)) == 1 else None

    def ordinal(self, name: str) -> int:
        """The n of an ordinal; -1 for `final`."""
        values = [lexeme.value for lexeme in self.lexemes(name) if isinstance(lexeme.value, int)]
        return sum(values) if values else -1

    def tuple(self, name: str) -> tuple[int, ...]:
        """The numbers in a lexeme such as Q3, 12:30 or 09/15/2026."""
        value = self.lexemes(name)[0].value
        assert isinstance(value, tuple)
        return value

    def before(self) -> str:
        """The code of the lexeme before the shape, or of a break."""
        start = self.match.start()
        return self.lexed.codes[start - 1] if start else lexicon().codes["BREAK"]

    def after(self) -> str:
        """The code of the lexeme after the shape, or of a break."""
        end = self.match.end()
        return self.lexed.codes[end] if end < len(self.lexed.codes) else lexicon().codes["BREAK"]

    def is_before(self, *names: str) -> bool:
        """True where the lexeme before the shape is of one of these classes."""
        return self.before() in {lexicon().codes[name] for name in names}

    def is_after(self, *names: str) -> bool:
        """True where the lexeme after the shape is of one of these classes."""
        return self.after() in {lexicon().codes[name] for name in names}

    def phrase(self, first: str, last: str, meaning: m.Meaning) -> m.Phrase:
        """A part of the shape, from one group to another, as a phrase of its own."""
        start, end = self.match.start(first), self.match.end(last)
        lexemes = self.lexed.lexemes
        return m.Phrase(start, end, lexemes[start].start, lexemes[end - 1].end, meaning)


Builder = Callable[[Found], m.Meaning | None]
# A shape that ends in another phrase (`the end of` + May): its builder is given what that phrase means.
Binder = Callable[[Found, m.Meaning], m.Meaning | None]


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern, and what it means; with `bind`, the pattern is only the head of a phrase that another one ends."""

    name: str
    pattern: str
    build: Builder | None = None
    bind: Binder | None = None
    parts: Callable[[Found, m.Meaning], tuple[m.Phrase, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """All shapes in order of precedence, compiled one by one and as one pattern that finds where any may begin."""

    shapes: tuple[Shape, ...]
    patterns: tuple[re.Pattern[str], ...]
    anywhere: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """The grammar of periods."""
    from crossfoot.values.period_grammar import SHAPES

    patterns = tuple(compile_shape(shape.pattern) for shape in SHAPES)
    plain = re.compile(r"\(\?P<\w+>")
    anywhere = "|".join(f"(?:{plain.sub('(?:', pattern.pattern)})" for pattern in patterns)
    return Grammar(SHAPES, patterns, re.compile(anywhere))


_DEEPEST = 3


def phrase_at(lexed: Lexed, place: int, *, depth: int = 0) -> m.Phrase | None:
    """The phrase of time that begins at lexeme `place`, by the first shape that means something there."""
    book = grammar()
    for shape, pattern in zip(book.shapes, book.patterns, strict=True):
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
    return None if meaning is None else _phrase(found, inner.last, meaning, (inner,))


def _phrase(found: Found, last: int, meaning: m.Meaning, parts: tuple[m.Phrase, ...] = ()) -> m.Phrase:
    first = found.match.start()
    lexemes = found.lexed.lexemes
    return m.Phrase(first, last, lexemes[first].start, lexemes[last - 1].end, meaning, parts)
