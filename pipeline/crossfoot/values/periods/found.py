"""A shape as found in a text, for the builders that say what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.lexemes import Lexed, Lexeme, lexicon

# Classes of words that govern a date, so that a bare `May` or `2019` after them is one.
PREPOSITIONS = (
    "IN", "SINCE", "BY", "UNTIL", "THROUGH", "FROM", "TO", "BETWEEN", "DURING", "OF", "BEFORE", "AFTER", "UPON", "FOR",
    "AT", "OVER", "EARLY", "LATE", "MID", "THIS", "LAST", "NEXT", "PREV", "EARLIER", "LATER", "FISCAL", "FULL", "YEAR",
    "THAT", "EVERY", "SAME",
)  # fmt: skip
BEFORE_DATE = (*PREPOSITIONS, "AND", "OR", "COMMA", "OPEN", "DASH", "THE")
_SHIFTS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "prior": -1,
    "preceding": -1,
    "linked": -1,
    "this": 0,
    "current": 0,
    "latest": 0,
}


@cache
def _codes(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(lexicon().codes[name] for name in names)


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

    def shift(self, name: str = "dir") -> int:
        """-1 for `last` and `previous`, 0 for `this`, 1 for `next` and the like."""
        return _SHIFTS.get(self.text(name), 1)

    def previous_word(self) -> str:
        """The word before the shape, in lower case; empty at the text's start."""
        start = self.match.start()
        return self.lexed.lexemes[start - 1].text.lower() if start else ""

    def next_word(self) -> str:
        """The word after the shape, in lower case; empty at the text's end."""
        end = self.match.end()
        return self.lexed.lexemes[end].text.lower() if end < len(self.lexed.lexemes) else ""

    def glued(self) -> bool:
        """True where a mark and small letters follow without a blank: `monday.com`."""
        end = self.match.end()
        lexemes = self.lexed.lexemes
        if end + 1 >= len(lexemes) or lexemes[end].text not in (".", "_", "@"):
            return False
        tight = lexemes[end].start == lexemes[end - 1].end and lexemes[end + 1].start == lexemes[end].end
        return tight and lexemes[end + 1].text[0].islower()

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
        return self.before() in _codes(names)

    def is_after(self, *names: str) -> bool:
        """True where the lexeme after the shape is of one of these classes."""
        return self.after() in _codes(names)

    def phrase(self, first: str, last: str, meaning: m.Meaning) -> m.Phrase:
        """A part of the shape, from one group to another, as a phrase of its own."""
        start, end = self.match.start(first), self.match.end(last)
        lexemes = self.lexed.lexemes
        return m.Phrase(start, end, lexemes[start].start, lexemes[end - 1].end, meaning)
