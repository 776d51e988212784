"""Money said in two steps: `7 euros 20 cents`, `two dollars and thirty cents`."""

from __future__ import annotations

from crossfoot.values.quantities.amounts import Amount, read_amount
from crossfoot.values.quantities.lexemes import BREAK, NUMBER, Lexemes
from crossfoot.values.quantities.number_vocabulary import small_numbers


def with_coins(lex: Lexemes, amount: Amount) -> Amount:
    """`amount` with the coins that follow its currency's name; itself where none do."""
    if (
        amount.kind != "money"
        or amount.money_sign
        or amount.minor is not None
        or amount.denominators
        or amount.scale != 1.0
    ):
        return amount
    at = amount.stop + 1 if lex.word(amount.stop) == "and" else amount.stop
    if not (lex.is_kind(at, NUMBER) or lex.word(at) in small_numbers()):
        return amount
    coins = read_amount(lex, at, floor=at)
    if coins is None or not 0 < coins.value < 100 or coins.scale != 1.0:
        return amount
    named = coins.minor is not None and coins.unit == amount.unit
    if not (named or (coins.bare and _ends(lex, coins.stop, beside=at == amount.stop))):
        return amount
    return amount._replace(value=round(amount.value + coins.value / 100, 10), step=0.01, stop=coins.stop)


def _ends(lex: Lexemes, stop: int, *, beside: bool) -> bool:
    """True where nothing can still give the coins a unit of their own."""
    if stop >= lex.size or lex.kind[stop] == BREAK or lex.word(stop) in {".", ";"}:
        return True
    return beside and lex.word(stop) in {"more", "less", ",", ")"}
