"""Cuts raw text into typed lexemes (numbers, words, signs, line breaks) in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress

NUMBER, WORD, SIGN, BREAK = "n", "w", "s", "b"
_DIGITS = frozenset("0123456789½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
HYPHENS = frozenset("-‐‑–—−")

# One alternative a kind, each linear. A point or comma joins digits only with a digit behind it; an apostrophe or a
# fixed space only before a group of three. Letters of an abbreviation (U.S., p.m.) stay together.
_LEXEME = re.compile(
    r"([0-9]+(?:[.,][0-9]+|['’][0-9]{3}(?![0-9])|[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))*"
    r"|(?<![\w.,])\.[0-9]+"
    r"|[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"
    r"|(?:[A-Za-z]\.){2,}|[^\W\d_½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]+(?:['’][^\W\d_]{1,2}(?![^\W\d_]))?"
    r"|\n\s*"
    r"|([^\w\s]|_)\2{3,}|[^\w\s]|_)"  # a run of one sign is one lexeme
)


@dataclass(frozen=True, slots=True)
class Lexemes:
    """Parallel columns, one row a lexeme; `start` and `end` are character offsets into `text`, end exclusive."""

    text: str
    kind: list[str]
    raw: list[str]
    low: list[str]
    start: list[int]
    end: list[int]
    anchors: list[int]
    size: int

    def glued(self, index: int) -> bool:
        """True where nothing stands between lexeme `index` and the one before it."""
        return 0 < index < self.size and self.end[index - 1] == self.start[index]

    def word(self, index: int) -> str:
        """The lexeme in lower case, or "" outside the text."""
        return self.low[index] if 0 <= index < self.size else ""

    def is_kind(self, index: int, kind: str) -> bool:
        """True where lexeme `index` exists and is of `kind`."""
        return 0 <= index < self.size and self.kind[index] == kind

    def phrase(self, index: int, phrases: dict[str, list[tuple[str, ...]]]) -> tuple[str, ...] | None:
        """The longest of `phrases` (keyed by first word, longest first) that starts at `index`."""
        for words in phrases.get(self.word(index), ()):
            if len(words) == 1 or tuple(self.low[index : index + len(words)]) == words:
                return words
        return None


def lexemes(text: str, *, starters: Collection[str] = frozenset(), start: int = 0, stop: int | None = None) -> Lexemes:
    """The lexemes of `text` from character `start` to `stop`; `anchors`: rows that are numbers or in `starters`.

    A line break counts as a blank where the sentence plainly runs on (the next line starts in lower case).
    """
    parts = _LEXEME.split(text[start:stop])  # what lies between, the lexeme, the sign that a run repeats
    del parts[2::3]
    places = list(accumulate(map(len, parts), initial=start))
    raws, starts, ends = parts[1::2], places[1:-1:2], places[2::2]
    kept = [
        raw[0] != "\n" or not _runs_on(text, begin, end) for raw, begin, end in zip(raws, starts, ends, strict=True)
    ]
    if not all(kept):
        raws, starts, ends = list(compress(raws, kept)), list(compress(starts, kept)), list(compress(ends, kept))
    read = list(map(_read, raws))
    kinds, lows = [kind for kind, _ in read], [low for _, low in read]
    anchors = [row for row, (kind, low) in enumerate(read) if kind == NUMBER or (kind == WORD and low in starters)]
    return Lexemes(text, kinds, raws, lows, starts, ends, anchors, len(kinds))


@lru_cache(maxsize=50_000)
def _read(raw: str) -> tuple[str, str]:
    """A lexeme's kind and lower case; kept, for most words of a text are those of the text before."""
    first = raw[0]
    if first == "\n":
        return BREAK, raw
    if first in _DIGITS or first == "." and raw[1:2].isdigit():
        return NUMBER, raw.lower()
    return (WORD, raw.lower().replace("’", "'")) if first.isalnum() else (SIGN, raw.lower())


def _runs_on(text: str, start: int, end: int) -> bool:
    if text.count("\n", start, end) > 1 or end >= len(text):
        return False
    before = text[max(start - 3, 0) : start].rstrip()
    return text[end].islower() and not before.endswith((".", "!", "?", ":"))


def phrase_table(phrases: Collection[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases cut into lexemes, keyed by their first one, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(lexemes(phrase).low)
        if words:
            table.setdefault(words[0], []).append(words)
    for entries in table.values():
        entries.sort(key=lambda words: (-len(words), words))
    return table
