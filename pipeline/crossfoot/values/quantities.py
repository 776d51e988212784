"""Finds every quantity of a text: figure, unit, bound and direction, with exact offsets."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from crossfoot.values.amounts import HYPHENS, Amount, read_amount, read_per, tidy
from crossfoot.values.ages import is_age
from crossfoot.values.bounds import bound_after, bound_before
from crossfoot.values.coins import with_coins
from crossfoot.values.counted import Counted, read_counted
from crossfoot.values.directions import change_after, change_before
from crossfoot.values.figure_guards import is_calendar, is_score, not_a_figure, pair_is_none, ratio_end, skip_furniture
from crossfoot.values.intervals import Interval
from crossfoot.values.lexemes import NUMBER, WORD, Lexemes, lexemes
from crossfoot.values.numbers import number_words, scales, small_numbers
from crossfoot.values.quantity import Bound, Change, Quantity
from crossfoot.values.ranges import read_range
from crossfoot.values.sentences import Sentence
from crossfoot.values.unit_words import UnitName, read_unit
from crossfoot.values.vague import Multiplied, Vague, read_multiplier, read_vague

__all__ = ["Quantity", "quantities"]


@cache
def _starters() -> frozenset[str]:
    words = number_words()
    vague = {phrase.split()[0] for phrase in words.vague} - {"a"}
    forms = {form for entry in words.multipliers.values() for form in entry.forms}
    return frozenset(
        {*small_numbers(), *words.dozens, *vague, *forms, *words.folds, *scales().plurals, "a", "an", "half", "quarter", "digit", "digits", "teens"}
    )



class _Reading(NamedTuple):
    """A figure at lexemes `first` to `stop` (exclusive), before bounds and directions are looked for."""

    first: int
    stop: int
    value: Interval
    printed: Interval
    unit: str
    kind: str
    words: bool = False
    minor: str | None = None
    compound: bool = False
    vague: bool = False
    counted: Counted | None = None
    signed: bool = False
    change: Change | None = None
    multiplier: bool = False
    bound: Bound = "="


def quantities(text: str, *, country: str | None = None) -> list[Quantity]:
    """The quantities of `text` in text order, not overlapping. Linear in the length of the text.

    A data dump (4,096 words and signs on end of which a third are numbers) is no prose, and is not read.
    `country` (ISO 3166, the article's or the listing's) decides signs that several currencies share: `$`, `kr`, `R`, `¥`.
    """
    lex = lexemes(text, starters=_starters())
    found: list[Quantity] = []
    sentence = Sentence()
    done = group = 0
    for anchor in _prose(lex):
        if anchor < done:
            continue
        reading = _phrase(lex, anchor)
        if reading is not None and reading.first < done:
            reading = None
        if reading is None:
            skipped = skip_furniture(lex, anchor)
            if skipped:
                done = skipped
                continue
            reading = _figure(lex, anchor, floor=done, country=country)
        if isinstance(reading, int):
            done = reading
            continue
        if reading is None or (anchor < group and reading.kind in {"number", "count"}):
            continue
        quantity, done = _finish(lex, reading, floor=done)
        if reading.counted is not None and reading.counted.first <= reading.stop + 3:
            group = reading.counted.head + 1
        found.append(sentence.complete(lex, quantity, reading.first, done))
    return found


_BLOCK = 4096  # lexemes: some 15,000 characters
_DENSE = 3


def _prose(lex: Lexemes) -> Iterable[int]:
    """The rows where a figure may start, without those in a data dump: long stretches of which a third are numbers."""
    if lex.size < _BLOCK:
        return lex.anchors
    counts = [0] * (lex.size // _BLOCK + 1)
    for anchor in lex.anchors:
        counts[anchor // _BLOCK] += 1
    return (anchor for anchor in lex.anchors if counts[anchor // _BLOCK] * _DENSE < _BLOCK)


def _phrase(lex: Lexemes, anchor: int) -> _Reading | None:
    """A figure that is written without a number: doubled, several, hundreds of millions."""
    multiplied = read_multiplier(lex, anchor)
    if multiplied is not None:
        return _multiplied(multiplied)
    vague = read_vague(lex, anchor)
    return _vague(lex, vague) if vague is not None else None


def _multiplied(found: Multiplied) -> _Reading:
    if found.percent is not None:
        value = Interval.point(abs(found.percent))
        change: Change = "up" if found.percent > 0 else "down"
        return _Reading(found.first, found.stop, value, value, "percent", "percent", True, change=change, multiplier=True)
    value = Interval.point(found.times or 0.0)
    return _Reading(found.first, found.stop, value, value, "x", "multiple", True, multiplier=True)


def _vague(lex: Lexemes, vague: Vague) -> _Reading | None:
    if vague.percent:
        return _Reading(vague.first, vague.stop, vague.value, vague.value, "percent", "percent", True, vague=True, bound="~")
    unit = read_unit(lex, vague.stop)
    if unit is not None and not _reads_as_noun(lex, vague.stop, unit.unit):
        value = vague.value
        if unit.unit.kind == "money" and lex.word(vague.first) in {"thousands", "millions", "billions", "trillions"}:
            value = Interval(None, None)  # "billions of dollars" bounds nothing that a reader could check
        name, *below = unit.unit.name.split("/")
        per = read_per(lex, unit.stop, durations=unit.unit.kind == "duration")
        full = "/".join([name, *below, *([per[0]] if per else [])])
        value = value.scaled(unit.unit.factor)
        stop = per[1] if per else unit.stop
        return _Reading(vague.first, stop, value, value, full, unit.unit.kind, True, unit.unit.minor, vague=True, bound="~")
    counted = read_counted(lex, vague.stop)
    if counted is None and vague.value.low is None and vague.magnitude == 1.0:
        return None
    kind, name = ("count", counted.unit) if counted else ("number", "")
    return _Reading(
        vague.first, vague.stop, vague.value, vague.value, name, kind, True, vague=True, counted=counted, bound="~"
    )


def _reads_as_noun(lex: Lexemes, at: int, unit: UnitName) -> bool:
    return unit.kind in {"points", "multiple"} or (len(lex.word(at)) == 1 and lex.kind[at] == WORD)


def _figure(lex: Lexemes, anchor: int, *, floor: int, country: str | None) -> _Reading | int | None:
    """A figure with a number, as an amount or a range; the lexeme to go on from where a pair of numbers is none."""
    amount = read_amount(lex, anchor, floor=floor, country=country)
    if amount is None:
        return None
    if amount.bare and lex.word(amount.stop) == "of" and lex.word(amount.stop + 1) in {"the", "its", "their"}:
        amount = _of_the(lex, amount, country)
    found = read_range(lex, amount, country=country)
    if found is not None:
        if pair_is_none(lex, found.low, found.high, found.stop):
            return found.stop
        if not found.split:
            return _ranged(lex, found.first, found.stop, found.low, found.high)
        amount = found.low
    if is_score(lex, amount):
        return amount.stop + 2
    if ratio := ratio_end(lex, amount):
        return ratio
    if (share := _one_in(lex, amount)) is not None:
        return share
    if is_age(lex, amount):
        amount = amount._replace(unit="year", kind="age")
    amount, counted = _shared_ahead(lex, amount, country)
    amount = with_coins(lex, amount)
    if amount.number.fraction and amount.bare and amount.scale == 1.0 and counted is None:
        return _share_of_whole(lex, amount)
    counted = counted or _count(lex, amount)
    bounded = bound_before(lex, amount.first, floor=floor) is not None
    if not_a_figure(lex, amount, noun=counted.text if counted else None, bounded=bounded):
        return None
    return _single(lex, amount, counted)


def _of_the(lex: Lexemes, amount: Amount, country: str | None) -> Amount:
    """280 million of the 1.5 billion shekels."""
    at = amount.stop + 2
    if at < lex.size:
        other = read_amount(lex, at, country=country)
        if other is not None and other.kind == "money" and other.first == at:
            return amount.with_unit(other)
    return amount


def _shared_ahead(lex: Lexemes, amount: Amount, country: str | None) -> tuple[Amount, Counted | None]:
    """8 or $9, 7- or 8-inch, 60, 65 and 70 percent, four-, five- and six-cylinder: the last one's unit or noun is theirs."""
    if not amount.bare or (amount.number.plain and 1900 <= amount.value <= 2100 and lex.word(amount.first - 1) in {"in", "of", "since"}):
        return amount, None
    at, hanging, listed = amount.stop, False, False
    if lex.word(at) in HYPHENS and lex.glued(at) and not lex.glued(at + 1):
        at, hanging = at + 1, True
    if lex.word(at) in {"up", "down"} and lex.is_kind(at + 1, NUMBER):
        other = read_amount(lex, at + 1, floor=at + 1, country=country)  # 16369.03 up 58.06 points
        return (amount.with_unit(other) if other is not None and other.kind == "points" else amount), None
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
            return amount, _count(lex, other)
        at = other.stop
        if lex.word(at) in HYPHENS and not lex.glued(at + 1):
            at += 1
    return amount, None


def _listed_amount(lex: Lexemes, first: int, country: str | None) -> Amount | None:
    """The amount at lexeme `first`, currency included."""
    for at in range(first, min(first + 3, lex.size)):
        if lex.kind[at] == NUMBER or lex.low[at] in small_numbers():
            amount = read_amount(lex, at, floor=first, country=country)
            return amount if amount is not None and amount.first == first else None
    return None


def _ranged(lex: Lexemes, first: int, stop: int, low: Amount, high: Amount) -> _Reading:
    left, right = _valued(low), _valued(high)
    value = Interval(left[0], right[0])
    printed = Interval(left[0] - left[1], right[0] + right[1])
    counted = _count(lex, high._replace(stop=stop)) if low.bare else None
    unit, kind = _unit(high, counted)
    return _Reading(
        first, stop, value, printed, unit, kind, low.number.words, high.minor, high.compound, counted=counted
    )


def _valued(amount: Amount) -> tuple[float, float]:
    """The amount in its unit, and half a unit of its last printed digit."""
    sign = -1.0 if amount.negative else 1.0
    value = tidy(amount.value * amount.factor)
    return sign * value, amount.step * amount.factor / 2


def _unit(amount: Amount, counted: Counted | None) -> tuple[str, str]:
    if amount.unit:
        return "/".join([amount.unit, *amount.denominators]), amount.kind
    if counted is not None:
        return "/".join([counted.unit, *amount.denominators]), "count"
    return "", "number"


def _single(lex: Lexemes, amount: Amount, counted: Counted | None) -> _Reading:
    value, half = _valued(amount)
    unit, kind = _unit(amount, counted)
    change: Change | None = None
    if amount.signed and kind in {"percent", "points", "number", "percentage_point", "basis_point"}:
        change = "down" if value < 0 else "up"
    return _Reading(
        amount.first,
        amount.stop,
        Interval.point(value),
        Interval(value - half, value + half),
        unit,
        kind,
        amount.number.words,
        amount.minor,
        amount.compound,
        counted=counted,
        signed=amount.signed,
        change=change,
    )


def _share_of_whole(lex: Lexemes, amount: Amount) -> _Reading | None:
    """a third of, half its, about half: a share in percent; a half-year or the second half is none."""
    first, stop = amount.first, amount.stop
    before, after = lex.word(first - 1), lex.word(stop)
    if not amount.number.words:
        counted = _count(lex, amount)
        if counted is None and after not in {"of", "the"}:
            return None
        if counted is not None:
            return _single(lex, amount, counted)
    word = lex.word(stop - 1)
    if word in {"half", "quarter", "third", "fourth"} and (
        before in {"first", "second", "latter", "third", "fourth", "other", "opening", "this", "last", "next", "fiscal", "final", "and"}
        or lex.word(stop) in HYPHENS
        or after in {"year", "hour", "way", "time", "century", "ended", "point"}
    ):
        return None
    if word in {"quarter", "quarters", "third", "half"} and lex.word(first) in {"a", "an", "half", "three", "two", "one"}:
        opened = after in {"of", "the", "its", "their", "his", "her", "our", "a", "an", "that", "as", "to"} or before in {
            "by", "than", "about", "nearly", "almost", "around", "roughly", "over", "under", "in", "least", "approximately", "just", "some", "up", "down", "fell",
        } or lex.word(stop - 2) in HYPHENS  # fmt: skip
        if not opened or (word == "half" and after == "a" and lex.word(stop + 1) in {"dozen", "day", "year", "century", "mile"}):
            return None
        if word == "quarters" and after != "of":
            return None
        if before == "in" and after != "of" and lex.word(first - 2) not in {"cut", "cutting", "cuts", "sliced", "split", "slashed"}:
            return None
    value = amount.value * 100
    return _Reading(first, stop, Interval.point(value), Interval(value - 0.5, value + 0.5), "percent", "percent", True)


def _one_in(lex: Lexemes, amount: Amount) -> _Reading | None:
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
    return _Reading(amount.first, whole.stop, Interval.point(share), near, "percent", "percent", words=True)


def _count(lex: Lexemes, amount: Amount) -> Counted | None:
    """The counted thing behind a bare number."""
    if not amount.bare:
        return None
    open_end = bound_after(lex, amount.stop)
    at = open_end[1] if open_end is not None else amount.stop
    if lex.word(at) in HYPHENS and lex.is_kind(at + 1, WORD) and lex.glued(at) == lex.glued(at + 1) and not amount.scale > 1:
        return read_counted(lex, at + 1, singular=True)
    if lex.word(at) == "of" and amount.value > 1:
        start = at + 2 if lex.word(at + 1) in {"the", "its", "their", "his", "her", "our", "those", "these"} else at + 1
        return read_counted(lex, start)
    one = amount.value == 1.0 and amount.number.words
    return read_counted(lex, at, one=one, singular=_attributive(lex, amount), numbers=amount.scale > 1 or _type_number(lex, at))


def _type_number(lex: Lexemes, at: int) -> bool:
    """400 737 Max jets: the second number is a type."""
    return lex.is_kind(at, NUMBER) and len(lex.raw[at]) == 3 and lex.is_kind(at + 1, WORD) and lex.raw[at + 1][0].isupper()


def _attributive(lex: Lexemes, amount: Amount) -> bool:
    """3 cylinder engine, 12 page document: a small whole number before two nouns or more."""
    at = amount.stop
    whole = (amount.number.plain or amount.number.words) and amount.scale == 1.0 and amount.value <= 1000
    return whole and lex.is_kind(at, WORD) and lex.raw[at].islower() and lex.is_kind(at + 1, WORD)


def _finish(lex: Lexemes, reading: _Reading, *, floor: int) -> tuple[Quantity, int]:
    """The quantity of a reading, with its bound, direction and offsets, and the lexeme to go on from."""
    first, stop = reading.first, reading.stop
    bound: Bound = reading.bound
    start, end = first, stop
    ahead = bound_before(lex, first, floor=floor)
    if ahead is not None:
        bound, start = ahead
    behind_at = reading.counted.head + 1 if reading.counted is not None else stop
    behind = bound_after(lex, stop) or bound_after(lex, behind_at)
    if behind is not None and bound in {"=", "~"}:
        bound, end = behind
    unit, stop = _late_per(lex, reading)
    change = reading.change or change_before(lex, start, floor=floor) or _after(lex, reading, max(end, stop))
    if reading.value.low != reading.value.high and bound != "~":
        bound = reading.bound  # "from up to 252 miles to 287": a range keeps its own ends
    value = _bounded(reading.value, bound)
    counted = reading.counted
    if stop > reading.stop and NUMBER not in lex.kind[reading.stop : stop]:
        end = max(end, stop)
    quantity = Quantity(
        start=lex.start[start],
        end=lex.end[max(end, reading.stop) - 1],
        figure_start=lex.start[first],
        figure_end=lex.end[reading.stop - 1],
        value=value,
        unit=unit,
        bound=bound,
        change=change,
        kind=reading.kind,
        printed=reading.printed,
        noun=counted.text if counted else None,
        noun_start=lex.start[counted.head] if counted else None,
        noun_end=lex.end[counted.head] if counted else None,
        group_start=lex.start[counted.first] if counted else None,
        minor=reading.minor,
        vague=reading.vague,
        words=reading.words,
        calendar=reading.kind == "duration" and "/" not in unit and is_calendar(lex, start, reading.stop),
        compound=reading.compound,
        multiplier=reading.multiplier,
    )
    return quantity, max(end, reading.stop)


def _after(lex: Lexemes, reading: _Reading, at: int) -> Change | None:
    if reading.kind in {"percent", "percentage_point", "basis_point", "points", "money", "multiple"}:
        return change_after(lex, at)
    return None


def _late_per(lex: Lexemes, reading: _Reading) -> tuple[str, int]:
    """The unit with denominators that stand behind the counted thing: 3,000 tests per day, 2.4bn gallons of fuel a year."""
    if "/" in reading.unit or reading.kind not in {"count", "volume", "mass", "data", "energy"}:
        return reading.unit, reading.stop
    at = reading.counted.head + 1 if reading.counted is not None else reading.stop
    if lex.word(at) == "of":
        thing = at + 1
        while thing < min(at + 4, lex.size) and lex.kind[thing] == WORD and lex.word(thing) not in {"a", "per", "an"}:
            thing += 1
        at = thing if read_per(lex, thing) is not None else at
    step = read_per(lex, at)
    if step is None or step[0] == "item":
        return reading.unit, reading.stop
    return f"{reading.unit}/{step[0]}", step[1]


def _bounded(value: Interval, bound: Bound) -> Interval:
    if value.low is None and value.high is None:
        return value
    if bound in {">", ">="}:
        return Interval(value.low, None)
    if bound in {"<", "<="}:
        return Interval(None, value.high)
    return value
