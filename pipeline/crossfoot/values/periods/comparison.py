"""Whether a period only says what a figure is compared with: `down from $7 million in 2020`, `than in May`."""

from __future__ import annotations

from functools import cache

from crossfoot.values.periods import meanings as m
from crossfoot.values.periods.lexemes import Lexed, lexicon, word_set
from crossfoot.values.periods.tense import is_reporting, verb_cue

_REACH = 10


@cache
def _codes(*names: str) -> frozenset[str]:
    return frozenset(lexicon().codes[name] for name in names)


def is_compared(lexed: Lexed, phrase: m.Phrase) -> bool:
    """True where a word of comparison governs the period, with at most a figure between them."""
    if _is_base(lexed, phrase):
        return True
    if phrase.first and lexed.codes[phrase.first - 1] in _codes("BY"):
        return False  # "savings from the merger of $90 million by 2028"
    figure = False
    comparing = word_set("comparing")
    for place in range(phrase.first - 1, max(phrase.first - 1 - _REACH, -1), -1):
        word = lexed.lexemes[place].text.lower()
        if word in comparing:
            since = lexed.codes[phrase.first - 1] in _codes("SINCE")
            return word != "than" or not _says_how_much(lexed, place, phrase, figure=figure or since)
        if word == "for" and figure:
            return False  # "bought from its promoters for $3 billion in 2017"
        if word == "from" and _names_a_business(lexed, place):
            return False
        if word == "from":
            return figure or (place == phrase.first - 1 and isinstance(phrase.meaning, m.YearAgo | m.Shifted))
        code = lexed.codes[place]
        if code in _codes("STOP", "BREAK", "COMMA") and not (
            word == "." and place and lexed.lexemes[place - 1].text == "vs"
        ):
            return False
        if code in _codes("TO") and place and lexed.lexemes[place - 1].text.lower() in comparing:
            return True
        if word in ("was", "were") and place > 1 and lexed.lexemes[place - 2].text.lower() == "than":
            return True  # "dearer than it was in the summer of 2024"
        if code in _codes("TO", "AND", "UNTIL", "THROUGH") or verb_cue(word) is not None or is_reporting(word):
            return False
        figure = figure or word[0].isdigit()
    return False


def _names_a_business(lexed: Lexed, place: int) -> bool:
    """`income from continuing operations of $3 million in 2025`: what it comes from, not what it was before."""
    behind = [lexeme.text.lower() for lexeme in lexed.lexemes[place + 1 : place + 4]]
    return not {"operations", "activities"}.isdisjoint(behind)


_WHOLE = m.Year | m.FiscalYear | m.Part | m.Month | m.YearAgo


def _is_base(lexed: Lexed, phrase: m.Phrase) -> bool:
    """`up 4% from 2023`, `an increase of 8% on the previous year`, `147% of 2019`, `(2023: $98 million)`."""
    before = [lexeme.text.lower() for lexeme in lexed.lexemes[max(phrase.first - 4, 0) : phrase.first]]
    if not before:
        return False
    if before[-1] == "(" and phrase.last < len(lexed.lexemes) and lexed.lexemes[phrase.last].text == ":":
        return True
    meaning = phrase.meaning
    steps_back = isinstance(meaning, m.Shifted) and meaning.count < 0
    governs = {
        "from": isinstance(meaning, _WHOLE | m.Weekday | m.Day | m.DayPart) or steps_back,
        "on": isinstance(meaning, m.Year | m.FiscalYear | m.Part) or (steps_back and meaning_is_previous(meaning)),
        "over": isinstance(meaning, _WHOLE) or (steps_back and meaning_is_previous(meaning)),
        "of": isinstance(meaning, m.Year | m.FiscalYear),
    }
    if not governs.get(before[-1], False):
        return False
    if before[-1] == "of":
        return before[-2:-1] in (["%"], ["percent"])
    sizes = ("%", "percent", "points", "point", "bps")
    return any(word in sizes or word in word_set("changes") for word in before[:-1])


def meaning_is_previous(meaning: m.Meaning) -> bool:
    """True for `the previous year`, as against `last year`."""
    return isinstance(meaning, m.Shifted) and meaning.ref == "previous"


def _says_how_much(lexed: Lexed, place: int, phrase: m.Phrase, *, figure: bool) -> bool:
    """`more than a decade`, `has lost more than a third since May`: how long or how much, not what it is compared with."""
    if isinstance(phrase.meaning, m.Duration | m.Ago):
        return True
    if place > 0 and lexed.lexemes[place - 1].text.lower() in ("later", "earlier", "sooner"):
        return True
    behind = (lexeme.text.lower() for lexeme in lexed.lexemes[place + 1 : min(place + 4, phrase.first)])
    figure = figure or any(map(word_set("fractions").__contains__, behind))  # "by more than a quarter in 2024"
    return figure and place > 0 and lexed.lexemes[place - 1].text.lower() in ("more", "less", "fewer", "greater")


_SHORT = 9


_GOING_ON = frozenset(("and", "or", "from", "a", "an", "$", "€", "£", "¥", "₹", "rs", "about", "just", "nearly"))
_TURNS = frozenset({"but", "while", "though", "although", "whereas"})


def is_joined(lexed: Lexed, before: m.Phrase, phrase: m.Phrase) -> bool:
    """True where a period follows another with `and` and a figure: what holds of the one holds of the other.

    `down from 8% in 2021 and 6% in 2018`: both years are what the figure is compared with.
    """
    between = lexed.lexemes[before.last : phrase.first]
    if not 2 <= len(between) <= _SHORT or between[0].text.lower() not in ("and", "or", ","):
        return False
    words = [lexeme.text.lower() for lexeme in between]
    if words[0] == "," and not (words[1][0].isdigit() or words[1] in _GOING_ON):
        return False  # "up 1.4% from the prior quarter, bringing loans to $31 billion at Sept. 30"
    figure = any(word[0].isdigit() for word in words) and _TURNS.isdisjoint(words)
    return figure and not any(verb_cue(word) is not None or is_reporting(word) for word in words)


def is_benchmark(lexed: Lexed, phrase: m.Phrase) -> bool:
    """True for `the steepest fall since April 2012`: the day only says how long ago the like was seen."""
    for place in range(phrase.first - 1, max(phrase.first - 1 - _REACH, -1), -1):
        word = lexed.lexemes[place].text.lower()
        if word in word_set("superlatives") or (word.endswith("est") and len(word) > 5):
            return True
        if lexed.codes[place] in _codes("STOP", "BREAK"):
            return False
    return False
