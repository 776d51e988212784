"""Shares of a whole in words: a third of, about half, one in five."""

from __future__ import annotations

from crossfoot.values.intervals import Interval
from crossfoot.values.quantities.amounts import Amount, read_amount, tidy
from crossfoot.values.quantities.counted import read_counted
from crossfoot.values.quantities.lexemes import HYPHENS, NUMBER, Lexemes
from crossfoot.values.quantities.number_vocabulary import number_words, small_numbers
from crossfoot.values.quantities.readings import Reading, count, single

_POINT_PARTS = {("quarter",): 0.25, ("half",): 0.5, ("three", "-", "quarter"): 0.75, ("three", "quarter"): 0.75}


def part_of_a_point(lex: Lexemes, index: int) -> Reading | None:
    """a quarter point, a half-point cut, three-quarter-point: how far an interest rate moves."""
    at = index + 1 if lex.word(index) in {"a", "one"} else index
    at += 1 if at > index and lex.word(at) == "-" else 0
    for words, value in _POINT_PARTS.items():
        point = at + len(words)
        point += 1 if lex.word(point) == "-" else 0
        if tuple(lex.low[at : at + len(words)]) == words and lex.word(point) in {"point", "points"}:
            exact = Interval.point(value)
            return Reading(index, point + 1, exact, exact, "percentage_point", "percentage_point", words=True)
    return None


def share_of_whole(lex: Lexemes, amount: Amount) -> Reading | None:
    """a third of, half its, about half: a share in percent; a half-year or the second half is none."""
    if not amount.number.words:
        counted = count(lex, amount)
        if counted is not None:
            return single(lex, amount, counted)
        if lex.word(amount.stop) not in {"of", "the"}:
            return None
    elif _is_part(lex, amount) or not _is_share(lex, amount):
        return None
    value = tidy(amount.value * 100)
    near = Interval(value - 0.5, value + 0.5)
    return Reading(amount.first, amount.stop, Interval.point(value), near, "percent", "percent", True)


def _is_part(lex: Lexemes, amount: Amount) -> bool:
    """the second half, the third quarter, a half-year, half past: a part of time or a place in a row."""
    if lex.word(amount.stop - 1) not in {"half", "quarter", "third", "fourth"}:
        return False
    words = number_words().shares
    before, after = lex.word(amount.first - 1), lex.word(amount.stop)
    return before in words.not_behind or after in words.not_before or after in HYPHENS


def _is_share(lex: Lexemes, amount: Amount) -> bool:
    """True where the words around say of what: "a fifth of", "by a third"; "a third company" is an ordinal."""
    words = number_words().shares
    first, stop = amount.first, amount.stop
    before, after, last = lex.word(first - 1), lex.word(stop), lex.word(stop - 1)
    if last == "quarters":
        return after == "of"
    if last.endswith("s") or lex.word(stop - 2) in HYPHENS:
        return True
    if before == "in" and after != "of":
        return lex.word(first - 2) in words.cutting  # "cut in half", but "in a third round"
    if last == "half" and after == "a" and lex.word(stop + 1) in words.counted:
        return False
    return after in words.after or before in words.before


def one_in(lex: Lexemes, amount: Amount) -> Reading | None:
    """one in five employees, 1 out of 10: a share."""
    at = amount.stop
    if not amount.bare or amount.scale != 1.0 or lex.word(at) not in {"in", "out"}:
        return None
    at += 2 if lex.word(at) == "out" and lex.word(at + 1) == "of" else 1
    if not (lex.is_kind(at, NUMBER) or lex.word(at) in small_numbers()):
        return None
    whole = read_amount(lex, at, floor=at)
    if whole is None or not whole.bare or whole.scale != 1.0 or not amount.value < whole.value <= 100:
        return None
    if amount.value > 9 or (read_counted(lex, whole.stop) is None and lex.word(whole.stop) != "of"):
        return None
    share = tidy(100 * amount.value / whole.value)
    near = Interval(share - 0.5, share + 0.5)
    return Reading(amount.first, whole.stop, Interval.point(share), near, "percent", "percent", words=True)
