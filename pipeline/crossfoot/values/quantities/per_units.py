"""One denominator behind a figure: per GW, /MWh, a share, -a-year, each, monthly."""

from __future__ import annotations

from crossfoot.values.quantities.lexemes import HYPHENS, NUMBER, WORD, Lexemes
from crossfoot.values.quantities.unit_words import look_up, unit_tables

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
    ]
)


def read_per(lex: Lexemes, at: int, *, durations: bool = False, money: bool = False) -> tuple[str, int] | None:
    """One denominator at lexeme `at` as (unit, stop)."""
    low = lex.word(at)
    if low in {"a", "per"} and lex.word(at + 1) in HYPHENS:
        return _denominator(lex, at + 2)
    if low in {"per", "/"}:
        return _denominator(lex, at + 1, any_word=low == "per")
    if low in {"a", "an", "each", "every"} and not durations:
        found = _denominator(lex, at + 1)
        if found is not None and lex.word(found[1]) not in {
            "ago",
            "earlier",
            "before",
            "later",
            "after",
            "prior",
            "old",
            "-",
        }:
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


def _denominator(lex: Lexemes, at: int, *, any_word: bool = False) -> tuple[str, int] | None:
    table = unit_tables().denominators
    found = look_up(table, lex, at, exact=True) or look_up(table, lex, at)
    if found is not None:
        return found.unit.name, found.stop
    if any_word and lex.is_kind(at, WORD) and len(lex.word(at)) > 1:
        return ("item", at + 1)
    return None
