"""Ages that carry no unit: `Anna Roy, 58, takes over`, `who was 30`, `aged 42`."""

from __future__ import annotations

from crossfoot.values.quantities.amounts import Amount
from crossfoot.values.quantities.counted import nouns
from crossfoot.values.quantities.lexemes import WORD, Lexemes

_BEING = frozenset({"be", "was", "is", "turned", "turns", "turning", "am", "being"})
_PERSONS = frozenset({"he", "she", "who", "i", "his", "her"})


def is_age(lex: Lexemes, amount: Amount) -> bool:
    """True where a bare whole number from 1 to 110 is somebody's age."""
    if not amount.bare or amount.scale != 1.0 or not 1 <= amount.value <= 110 or amount.value != int(amount.value):
        return False
    before = lex.word(amount.first - 1)
    if before in {"aged", "age", "ages"} or (before == "of" and lex.word(amount.first - 2) == "age"):
        return True
    if before == "," and lex.word(amount.stop) == ",":
        named = lex.is_kind(amount.first - 2, WORD) and lex.raw[amount.first - 2][0].isupper()
        return named and amount.number.plain and amount.value >= 15
    if before not in _BEING:
        return False
    person = any(lex.word(at) in _PERSONS for at in range(amount.first - 4, amount.first - 1))
    after = lex.word(amount.stop)
    return person and (not lex.is_kind(amount.stop, WORD) or after in nouns().stops)
