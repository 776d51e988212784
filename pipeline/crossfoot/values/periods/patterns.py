"""The little language in which shapes are written: regular expressions over the names of classes of lexemes."""

from __future__ import annotations

import re
from functools import cache

from crossfoot.values.periods.lexemes import lexicon

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
}
_TOKEN = re.compile(r"\(\?P<\w+>|\(\?(?::|=|!|<=|<!)|[()|?*+]|[A-Z][A-Z_]*| +")


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern over lexeme codes from one over class names; blanks are only for reading.

    Raises KeyError for a name that is neither a macro nor a class, ValueError for any other mark.
    """
    return re.compile("".join(_code(token) for token in _tokens(pattern)))


def _tokens(pattern: str) -> list[str]:
    """The pattern's marks and names, macros written out."""
    tokens: list[str] = []
    end = 0
    for match in _TOKEN.finditer(pattern):
        if match.start() != end:
            raise ValueError(f"not a pattern of lexemes: {pattern[end : match.start()]!r} in {pattern!r}")
        end = match.end()
        token = match.group()
        if token in MACROS:
            tokens.extend(_tokens(MACROS[token]))
        elif not token.isspace():
            tokens.append(token)
    return tokens


def _code(token: str) -> str:
    return lexicon().codes[token] if token[0].isupper() else token


@cache
def first_codes(pattern: str) -> frozenset[str]:
    """The codes of the lexemes that a pattern may begin with; what looks ahead or behind is passed over."""
    tokens = _tokens(pattern)
    firsts, _, _ = _alternatives(tokens, 0)
    return frozenset(lexicon().codes[name] for name in firsts)


def _alternatives(tokens: list[str], place: int) -> tuple[set[str], bool, int]:
    """First names, whether it may be empty, and the place after, of what stands up to a closing bracket."""
    firsts: set[str] = set()
    empty = False
    while True:
        more, may_be_empty, place = _sequence(tokens, place)
        firsts |= more
        empty = empty or may_be_empty
        if place >= len(tokens) or tokens[place] == ")":
            return firsts, empty, place
        place += 1


def _sequence(tokens: list[str], place: int) -> tuple[set[str], bool, int]:
    firsts: set[str] = set()
    open_still = True
    while place < len(tokens) and tokens[place] not in ("|", ")"):
        more, may_be_empty, place = _item(tokens, place)
        if open_still:
            firsts |= more
        open_still = open_still and may_be_empty
    return firsts, open_still, place


def _item(tokens: list[str], place: int) -> tuple[set[str], bool, int]:
    """A name or a bracket, with the mark of repetition after it."""
    token = tokens[place]
    if token[0] == "(":
        firsts, empty, place = _alternatives(tokens, place + 1)
        if token in ("(?=", "(?!", "(?<=", "(?<!"):
            firsts, empty = set(), True
    else:
        firsts, empty = {token}, False
    place += 1
    while place < len(tokens) and tokens[place] in ("?", "*", "+"):
        empty = empty or tokens[place] != "+"
        place += 1
    return firsts, empty, place
