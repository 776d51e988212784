"""Figures that share one unit or noun: 6 or $7, 5- or 6-inch, four-, five- and six-cylinder, 90 of the 200 million."""

from __future__ import annotations

from crossfoot.values.quantities.amounts import Amount, read_amount
from crossfoot.values.quantities.counted import Counted
from crossfoot.values.quantities.figure_names import is_named
from crossfoot.values.quantities.home import Country
from crossfoot.values.quantities.lexemes import HYPHENS, NUMBER, Lexemes
from crossfoot.values.quantities.number_vocabulary import small_numbers
from crossfoot.values.quantities.readings import count


def of_the(lex: Lexemes, amount: Amount, country: Country) -> Amount:
    """90 million of the 2.2 billion pesos."""
    at = amount.stop + 2
    if at < lex.size:
        other = read_amount(lex, at, country=country)
        if other is not None and other.kind == "money" and other.first == at:
            return amount.with_unit(other)
    return amount


def shared_ahead(lex: Lexemes, amount: Amount, country: Country) -> tuple[Amount, Counted | None]:
    """6 or $7, 5- or 6-inch, 60, 65 and 70 percent, four- and six-cylinder: the last one's unit or noun is theirs."""
    if not amount.bare or (
        amount.number.plain and 1900 <= amount.value <= 2100 and lex.word(amount.first - 1) in {"in", "of", "since"}
    ):
        return amount, None
    at, hanging, listed = amount.stop, False, False
    if lex.word(at) in HYPHENS and lex.glued(at) and not lex.glued(at + 1):
        at, hanging = at + 1, True
    if lex.word(at) in {"up", "down"} and lex.is_kind(at + 1, NUMBER) and not is_named(lex, amount):
        other = read_amount(lex, at + 1, floor=at + 1, country=country)  # 5210.40 up 31.15 points
        return (amount.with_unit(other) if other is not None and other.kind == "points" else amount), None
    if not _is_listed(lex, at) or _is_said_again(lex, amount):
        return amount, None
    for _ in range(4):
        word = lex.word(at)
        if word not in {",", "or", "and"}:
            return amount, None
        two = word == "," and lex.word(at + 1) in {"or", "and"}
        listed = listed or two or word != ","
        at += 2 if two else 1
        other = _listed_amount(lex, at, country)
        if other is None:
            return amount, None
        if not other.bare:
            fits = listed and (other.scale == 1.0 or amount.scale == 1.0)
            return (amount.with_unit(other) if fits else amount), None
        if listed and (hanging or word == "or"):
            return amount, count(lex, other)
        at = other.stop
        if lex.word(at) in HYPHENS and not lex.glued(at + 1):
            at += 1
    return amount, None


def _is_said_again(lex: Lexemes, amount: Amount) -> bool:
    """*19,000, or one percent*: the same in another unit, as against *5, 6, or 7 percent*."""
    again = lex.word(amount.stop) == "," and lex.word(amount.stop + 1) == "or"
    before = amount.first - 1
    return again and not (lex.word(before) == "," and before > 0 and lex.is_kind(before - 1, NUMBER))


_LIST = 32  # lexemes that a list of five figures takes at most


def _is_listed(lex: Lexemes, at: int) -> bool:
    """True where a list may go on at lexeme `at`: the last of its figures stands behind `or` or `and`."""
    if lex.word(at) != ",":
        return lex.word(at) in {"or", "and"}
    ahead = lex.low[at : at + _LIST]
    return "or" in ahead or "and" in ahead


def _listed_amount(lex: Lexemes, first: int, country: Country) -> Amount | None:
    """The amount at lexeme `first`, currency included."""
    for at in range(first, min(first + 3, lex.size)):
        if lex.kind[at] == NUMBER or lex.low[at] in small_numbers():
            amount = read_amount(lex, at, floor=first, country=country)
            return amount if amount is not None and amount.first == first else None
    return None
