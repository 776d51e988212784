"""One denominator behind a figure: per GW, /MWh, a share, -a-year, each, monthly."""

from __future__ import annotations

from crossfoot.values.quantities.counted import counted_unit, is_plural
from crossfoot.values.quantities.lexemes import HYPHENS, NUMBER, WORD, Lexemes
from crossfoot.values.quantities.number_vocabulary import scale_words
from crossfoot.values.quantities.numbers import read_number
from crossfoot.values.quantities.unit_words import look_up, read_unit, unit_tables

_ADVERB_NOUNS = frozenset(
    [
        "growth",
        "increase",
        "decline",
        "drop",
        "rise",
        "gain",
        "fall",
        "dividend",
        "revenue",
        "profit",
        "loss",
        "sales",
        "income",
        "report",
        "reports",
        "earnings",
        "basis",
        "payment",
        "payments",
        "rate",
        "limit",
        "limits",
        "trading",
        "average",
        "fee",
        "volume",
        "results",
        "decrease",
        "jump",
        "interest",
        "subscription",
        "pace",
    ]
)


_WHEN = frozenset({"before", "later", "after", "prior"})
_WHEN_OR_NAMED = frozenset({"ago", "earlier", "old", "-"})


def read_per(lex: Lexemes, at: int, *, durations: bool = False, money: bool = False) -> tuple[str, int] | None:
    """One denominator at lexeme `at` as (unit, stop)."""
    low = lex.word(at)
    if low in {"a", "per"} and lex.word(at + 1) in HYPHENS:
        return _denominator(lex, at + 2)
    if low in {"per", "/"}:
        return _denominator(lex, at + 1, any_word=low == "per") or (_letter(lex, at + 1) if low == "/" else None)
    if low in {"a", "an", "each", "every"} and not durations:
        found = _denominator(lex, at + 1)
        if found is not None and not _is_time(lex, found):
            return found
        lone = low == "each" and found is None and not lex.is_kind(at + 1, WORD)
        return ("item", at + 1) if lone and money else None
    if low in HYPHENS and lex.word(at + 1) in {"a", "an", "per"} and lex.word(at + 2) in HYPHENS:
        return _denominator(lex, at + 3)
    if low == "apiece":
        return "item", at + 1
    adverb = look_up(unit_tables().adverbs, lex, at)
    if adverb is not None and not durations and not lex.is_kind(adverb.stop, NUMBER):
        if lex.is_kind(adverb.stop, WORD) and lex.word(adverb.stop) in _ADVERB_NOUNS:
            return None  # "5% quarterly growth" is no rate per quarter
        return adverb.unit.name, adverb.stop
    return None


def _is_time(lex: Lexemes, found: tuple[str, int]) -> bool:
    """*$1.14 a year before*: when, where *$1.14 a share before items* is a sum a share."""
    unit, stop = found
    behind = lex.word(stop)
    return behind in _WHEN_OR_NAMED or behind in _WHEN and unit_tables().kinds.get(unit) == "duration"


def _letter(lex: Lexemes, at: int) -> tuple[str, int] | None:
    """The unit of one letter behind a slash: $375/t."""
    found = look_up(unit_tables().glued, lex, at, exact=True) if lex.glued(at) else None
    return (found.unit.name, found.stop) if found is not None and found.unit.per else None


def read_scaled_per(lex: Lexemes, at: int) -> tuple[str, int, float] | None:
    """A denominator of many units at lexeme `at` as (unit, stop, how many): per million tokens, per 1,000 cubic metres."""
    slash = lex.word(at) == "/" and lex.glued(at) and lex.glued(at + 1)  # but "224 kW / 300 PS"
    if not slash and lex.word(at) != "per" or _denominator(lex, at + 1) is not None:
        return None  # "per million British thermal units" has a name of its own
    first = at + 2 if lex.word(at + 1) in {"a", "one"} and lex.word(at + 2) in scale_words() else at + 1
    many, stop = 1.0, first
    number = read_number(lex, first) if lex.is_kind(first, NUMBER) else None
    if number is not None and number.step >= 1:
        many, stop = number.value, number.stop
    if lex.word(stop) in scale_words():
        many, stop = many * scale_words()[lex.word(stop)], stop + 1
    if many < 10:
        return None
    found = read_unit(lex, stop)
    if found is not None and "/" not in found.unit.name:
        return found.unit.name, found.stop, many
    thing = _denominator(lex, stop)
    if thing is not None:
        return thing[0], thing[1], many
    if lex.is_kind(stop, WORD) and is_plural(lex.word(stop)):
        return counted_unit(lex.word(stop)), stop + 1, many
    return None


def _denominator(lex: Lexemes, at: int, *, any_word: bool = False) -> tuple[str, int] | None:
    table = unit_tables().denominators
    found = look_up(table, lex, at, exact=True) or look_up(table, lex, at)
    if found is not None:
        return found.unit.name, found.stop
    if any_word and lex.is_kind(at, WORD) and len(lex.word(at)) > 1:
        return ("item", at + 1)
    return None
