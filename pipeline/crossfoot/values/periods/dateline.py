"""The day that an article says it was written on, at its head: `OSLO, Oct. 8, 2024 (Wire) -- `, `Updated 8 May 2024`."""

from __future__ import annotations

import datetime as dt

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.dating import date_or_none
from crossfoot.values.periods.lexemes import Lexed, lexicon, word_set
from crossfoot.values.periods.tense import verb_cue

_HEAD = 12  # lexemes that a place, a wire's name and a weekday may take
_CLOSES = ("DASH", "BREAK", "OPEN", "SLASH")
_IN_PROSE = ("UPON", "IN", "BY", "SINCE", "UNTIL", "FROM", "TO", "OF", "THROUGH", "BEFORE", "AFTER", "ENDED")


def dateline(lexed: Lexed, phrases: list[m.Phrase]) -> dt.date | None:
    """The first day of a text where it stands at its head, in full, and a dash, a bracket or a line's end follows it."""
    if not phrases or phrases[0].first > _HEAD or not isinstance(phrases[0].meaning, m.Day):
        return None
    codes, phrase, day = lexicon().codes, phrases[0], phrases[0].meaning
    if phrase.first and lexed.codes[phrase.first - 1] in {codes[name] for name in _IN_PROSE}:
        return None
    words = [lexeme.text for lexeme in lexed.lexemes[: phrase.first]]
    if any(verb_cue(word) is not None and word.lower() not in word_set("dating") for word in words):
        return None
    after = lexed.codes[phrase.last] if phrase.last < len(lexed.codes) else codes["STOP"]
    if after not in {codes[name] for name in _CLOSES} and "\n" not in lexed.text[phrase.end : phrase.end + 2]:
        return None
    return date_or_none(day.year, day.month, day.day) if day.year and day.month else None
