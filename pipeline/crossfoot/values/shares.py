"""Shares of a whole in words: a third of, about half, one in five."""

from __future__ import annotations

from crossfoot.values.amounts import Amount, read_amount, tidy
from crossfoot.values.counted import read_counted
from crossfoot.values.intervals import Interval
from crossfoot.values.lexemes import HYPHENS, NUMBER, Lexemes
from crossfoot.values.numbers import small_numbers
from crossfoot.values.readings import Reading, count, single


def share_of_whole(lex: Lexemes, amount: Amount) -> Reading | None:
    """a third of, half its, about half: a share in percent; a half-year or the second half is none."""
    first, stop = amount.first, amount.stop
    before, after = lex.word(first - 1), lex.word(stop)
    if not amount.number.words:
        counted = count(lex, amount)
        if counted is None and after not in {"of", "the"}:
            return None
        if counted is not None:
            return single(lex, amount, counted)
    word = lex.word(stop - 1)
    if word in {"half", "quarter", "third", "fourth"} and (
        before
        in {
            "first",
            "second",
            "latter",
            "third",
            "fourth",
            "other",
            "opening",
            "this",
            "last",
            "next",
            "fiscal",
            "final",
            "and",
        }
        or lex.word(stop) in HYPHENS
        or after in {"year", "hour", "way", "time", "century", "ended", "point"}
    ):
        return None
    if word in {"quarter", "quarters", "third", "half"} and lex.word(first) in {
        "a",
        "an",
        "half",
        "three",
        "two",
        "one",
    }:
        opened = after in {"of", "the", "its", "their", "his", "her", "our", "a", "an", "that", "as", "to"} or before in {
            "by", "than", "about", "nearly", "almost", "around", "roughly", "over", "under", "in", "least", "approximately", "just", "some", "up", "down", "fell",
        } or lex.word(stop - 2) in HYPHENS  # fmt: skip
        if not opened or (
            word == "half" and after == "a" and lex.word(stop + 1) in {"dozen", "day", "year", "century", "mile"}
        ):
            return None
        if word == "quarters" and after != "of":
            return None
        if (
            before == "in"
            and after != "of"
            and lex.word(first - 2) not in {"cut", "cutting", "cuts", "sliced", "split", "slashed"}
        ):
            return None
    value = amount.value * 100
    return Reading(first, stop, Interval.point(value), Interval(value - 0.5, value + 0.5), "percent", "percent", True)


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
