"""Figures without digits: several, a few hundred, tens of millions, doubled, tenfold, high single digits, mid-40s."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crossfoot.values.intervals import Interval
from crossfoot.values.quantities.lexemes import NUMBER, Lexemes, phrase_table
from crossfoot.values.quantities.number_vocabulary import number_words, scale_words, scales

_BANDS = {
    "low": (0, 3),
    "mid": (4, 6),
    "high": (7, 9),
    "upper": (7, 9),
    "middle": (4, 6),
    "early": (0, 3),
    "late": (7, 9),
}


@dataclass(frozen=True, slots=True)
class Vague:
    """A wording at lexemes `first` to `stop` (exclusive) and what it bounds; `percent`: of a percentage."""

    first: int
    stop: int
    value: Interval
    magnitude: float = 0.0
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Multiplied:
    """doubled (+100 percent), halved (-50), tenfold (10 x)."""

    first: int
    stop: int
    percent: float | None
    times: float | None


def read_vague(lex: Lexemes, index: int) -> Vague | None:
    """The vague wording that starts at lexeme `index`."""
    return _plural_scale(lex, index) or _few(lex, index) or _band(lex, index) or _digits(lex, index)


def _plural_scale(lex: Lexemes, index: int) -> Vague | None:
    """hundreds of millions, tens of thousands, billions of (dollars), dozens."""
    plurals = scales().plurals
    low = plurals.get(lex.word(index))
    if low is None:
        return None
    at, top = index + 1, low * 10
    while lex.word(at) == "of" and lex.word(at + 1) in plurals and at < index + 6:
        low, top, at = low * plurals[lex.word(at + 1)], top * plurals[lex.word(at + 1)], at + 2
    if lex.word(index) in {"tens", "scores"} and at == index + 1:
        return None
    if lex.word(at) != "of" and at == index + 1:
        return None
    stop = at + 1 if lex.word(at) == "of" else at
    return Vague(index, stop, Interval(low, top), low)


@cache
def _vague_words() -> dict[str, list[tuple[str, ...]]]:
    return phrase_table(number_words().vague)


def _few(lex: Lexemes, index: int) -> Vague | None:
    """several, a few, a couple of: with a scale word their order of magnitude is all that is known."""
    for words in _vague_words().get(lex.word(index), ()):
        if tuple(lex.low[index : index + len(words)]) != words:
            continue
        if words == ("few",) and lex.word(index - 1) not in {
            "next",
            "past",
            "last",
            "first",
            "coming",
            "previous",
            "recent",
        }:
            return None
        at = index + len(words)
        factor = scale_words().get(lex.word(at))
        return Vague(index, at + 1 if factor else at, Interval(None, None), factor or 1.0)
    return None


def _band(lex: Lexemes, index: int) -> Vague | None:
    """the 40s after mid-, high or mid-to-high: anchors on the digits."""
    if lex.kind[index] != NUMBER or lex.word(index + 1) not in {"s", "'s"} or not lex.glued(index + 1):
        return None
    raw = lex.raw[index]
    if len(raw) != 2 or not raw.isdigit() or raw[1] != "0":
        return None
    first, low, high = _band_words(lex, index)
    if first is None:
        return None
    return Vague(first, index + 2, Interval(float(raw) + low, float(raw) + high), float(raw))


_SINGLE = {"low": (1.0, 3.0), "mid": (4.0, 6.0), "high": (7.0, 9.0)}
_TEENS = {"low": (11.0, 13.0), "mid": (14.0, 16.0), "high": (17.0, 19.0)}


def _digits(lex: Lexemes, index: int) -> Vague | None:
    """mid-single-digit, double-digit percentage, high teens: percentages by their number of digits."""
    low, at = lex.word(index), index - 1
    if low not in {"digit", "digits", "teens"}:
        return None
    if lex.word(at) == "-":
        at -= 1
    bands: dict[str, tuple[float, float]] = _TEENS
    if low != "teens":
        if lex.word(at) not in {"single", "double", "triple"}:
            return None
        bands = _SINGLE if lex.word(at) == "single" else {}
        first = at
        at = at - 2 if lex.word(at - 1) == "-" else at - 1
    elif lex.word(at) not in bands:
        return None
    else:
        first = at
    stop = index + 2 if lex.word(index + 1) in {"percent", "percentage", "percentages", "%", "pct"} else index + 1
    value = Interval(None, None)
    if lex.word(at) in {"low", "mid", "high"}:
        first = at
        high = bands.get(lex.word(at))
        back = (
            at - 4 if lex.low[max(0, at - 3) : at] == ["-", "to", "-"] else at - 2 if lex.word(at - 1) == "to" else at
        )
        opening = bands.get(lex.word(back)) if back >= 0 else None
        if back != at and lex.word(back) in {"low", "mid"}:
            first = back
        if high is not None:
            value = Interval((opening or high)[0], high[1])
    return Vague(first, stop, value, percent=True)


def _band_words(lex: Lexemes, index: int) -> tuple[int | None, int, int]:
    at = index - 1
    if lex.word(at) == "-":
        at -= 1
    if lex.word(at) not in _BANDS:
        return None, 0, 0
    low, high = _BANDS[lex.word(at)]
    back = [word for word in (lex.word(at - 1), lex.word(at - 2)) if word]
    if back[:1] == ["-"] and back[1:2] == ["to"] and lex.word(at - 3) == "-" and lex.word(at - 4) in _BANDS:
        return at - 4, _BANDS[lex.word(at - 4)][0], high
    if back[:1] == ["to"] and lex.word(at - 2) in _BANDS:
        return at - 2, _BANDS[lex.word(at - 2)][0], high
    return at, low, high


def read_multiplier(lex: Lexemes, index: int) -> Multiplied | None:
    """doubled, halved, threefold at lexeme `index`."""
    low = lex.word(index)
    words = number_words()
    fold = words.folds.get(low)
    if fold is not None:
        return Multiplied(index, index + 1, None, float(fold))
    for entry in words.multipliers.values():
        if low in entry.forms and _is_verb(lex, index, low):
            return Multiplied(index, index + 1, entry.percent, None)
    return None


def _is_verb(lex: Lexemes, index: int, low: str) -> bool:
    """double and triple are verbs behind to, will, more than, nearly; "double room" is none."""
    if low not in {"double", "triple", "treble", "quadruple", "halve"}:
        return True
    return lex.word(index - 1) in {
        "to",
        "will",
        "would",
        "could",
        "may",
        "might",
        "should",
        "can",
        "than",
        "nearly",
        "almost",
    } and (lex.word(index + 1) not in {"-", "digit", "digits"})
