"""Whether a period only says what a figure is compared with: `up from $131 billion in 2025`, `than in May`."""

from __future__ import annotations

from functools import cache

from crossfoot.values import period_meanings as m
from crossfoot.values.period_lexemes import Lexed, lexicon
from crossfoot.values.period_tense import verb_cue

_REACH = 10
_COMPARING = frozenset(("compared", "versus", "vs", "against", "than", "comparison", "relative"))


@cache
def _codes(*names: str) -> frozenset[str]:
    return frozenset(lexicon().codes[name] for name in names)


def is_compared(lexed: Lexed, phrase: m.Phrase) -> bool:
    """True where a word of comparison governs the period, with at most a figure between them."""
    figure = False
    for place in range(phrase.first - 1, max(phrase.first - 1 - _REACH, -1), -1):
        word = lexed.lexemes[place].text.lower()
        if word in _COMPARING:
            # `more than a decade`, `less than two years ago`: how long, not what it is compared with.
            return word != "than" or not isinstance(phrase.meaning, m.Duration | m.Ago)
        if word == "from":
            return figure or place == phrase.first - 1 and isinstance(phrase.meaning, m.YearAgo | m.Shifted)
        code = lexed.codes[place]
        if code in _codes("STOP", "BREAK", "COMMA") and not (word == "." and place and lexed.lexemes[place - 1].text == "vs"):
            return False
        if code in _codes("TO", "AND") or verb_cue(word) is not None:
            return False
        figure = figure or word[0].isdigit()
    return False
