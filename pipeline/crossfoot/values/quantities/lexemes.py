"""Cuts raw text into typed lexemes (numbers, words, signs, line breaks) in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

NUMBER, WORD, SIGN, BREAK = "n", "w", "s", "b"
HYPHENS = frozenset("-‐‑–—−")

# One alternative a kind, each linear. A point or comma joins digits only with a digit behind it; an apostrophe or a
# fixed space only before a group of three. Letters of an abbreviation (U.S., p.m.) stay together.
_LEXEME = re.compile(
    r"(?P<n>[0-9]+(?:[.,][0-9]+|['’][0-9]{3}(?![0-9])|[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))*"
    r"|(?<![\w.,])\.[0-9]+"
    r"|[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
    r"|(?P<w>(?:[A-Za-z]\.){2,}|[^\W\d_½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]+(?:['’][^\W\d_]{1,2}(?![^\W\d_]))?)"
    r"|(?P<b>\n\s*)"
    r"|(?P<s>([^\w\s]|_)\5{3,}|[^\w\s]|_)"  # a run of one sign is one lexeme
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
    kinds: list[str] = []
    raws: list[str] = []
    lows: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    anchors: list[int] = []
    for found in _LEXEME.finditer(text, start, len(text) if stop is None else stop):
        kind = found.lastgroup or SIGN
        raw = found[0]
        if kind == BREAK and _runs_on(text, found):
            continue
        low = raw.lower()
        if kind == NUMBER or (kind == WORD and low in starters):
            anchors.append(len(kinds))
        kinds.append(kind)
        raws.append(raw)
        lows.append(low.replace("’", "'") if kind == WORD and "’" in low else low)
        begin, end = found.span()
        starts.append(begin)
        ends.append(end)
    return Lexemes(text, kinds, raws, lows, starts, ends, anchors, len(kinds))


def _runs_on(text: str, found: re.Match[str]) -> bool:
    if found.group().count("\n") > 1 or found.end() >= len(text):
        return False
    before = text[max(found.start() - 3, 0) : found.start()].rstrip()
    return text[found.end()].islower() and not before.endswith((".", "!", "?", ":"))


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
