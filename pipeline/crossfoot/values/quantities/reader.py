"""Finds every quantity of a text: figure, unit, bound and direction, with exact offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from crossfoot.values.quantities.ages import is_age
from crossfoot.values.quantities.amounts import read_amount
from crossfoot.values.quantities.bounds import bound_before
from crossfoot.values.quantities.coins import with_coins
from crossfoot.values.quantities.figure_guards import skip_furniture
from crossfoot.values.quantities.figure_names import is_score, not_a_figure, pair_is_none, ratio_end
from crossfoot.values.quantities.finish import finish
from crossfoot.values.quantities.home import Country
from crossfoot.values.quantities.lexemes import Lexemes, lexemes
from crossfoot.values.quantities.lists import of_the, shared_ahead
from crossfoot.values.quantities.number_vocabulary import number_words, scales, small_numbers
from crossfoot.values.quantities.quantity import Quantity
from crossfoot.values.quantities.ranges import read_range
from crossfoot.values.quantities.readings import Reading, count, multiplied, one_unit, ranged, single, vague_reading
from crossfoot.values.quantities.sentences import Sentence
from crossfoot.values.quantities.shares import one_in, part_of_a_point, share_of_whole
from crossfoot.values.quantities.vague import read_multiplier, read_vague

__all__ = ["Quantity", "quantities"]


_OPENERS = frozenset({"a", "an", "half", "quarter", "digit", "digits", "teens"})


@cache
def _starters() -> frozenset[str]:
    words = number_words()
    vague = {phrase.split()[0] for phrase in words.vague} - {"a"}
    forms = {form for entry in words.multipliers.values() for form in entry.forms}
    return frozenset({*small_numbers(), *words.dozens, *vague, *forms, *words.folds, *scales().plurals, *_OPENERS})


def quantities(text: str, *, country: Country = None) -> list[Quantity]:
    """The quantities of `text` in text order, not overlapping. Linear in the length of the text.

    In a text longer than 65,536 characters a data dump (4,096 words and signs on end with 85 numbers or number words in
    1,000 characters; a page of results has up to 80) is taken for no prose, and is not read.
    `country` (ISO 3166, the article's or the listing's) decides signs that several currencies share: `$`, `kr`, `¥`.
    """
    found: list[Quantity] = []
    for start, stop in _stretches(text):
        lex = lexemes(text, starters=_starters(), start=start, stop=stop)
        found.extend(_read(lex, _prose(lex) if len(text) > _STRETCH else lex.anchors, country=country))
    return found


_STRETCH = 65_536  # characters read at a time: time and memory stay even, however long the text


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """`text` in stretches that end at a line's end, else at a blank."""
    start = 0
    while len(text) - start > _STRETCH:
        stop = start + _STRETCH
        middle = start + _STRETCH // 2
        cut = max(text.rfind("\n", middle, stop), -1)
        cut = text.rfind(" ", middle, stop) if cut < 0 else cut
        stop = cut if cut > start else stop
        yield start, stop
        start = stop
    yield start, len(text)


def _read(lex: Lexemes, anchors: Iterable[int], *, country: Country) -> list[Quantity]:
    found: list[Quantity] = []
    sentence = Sentence()
    done = 0
    group = range(0)  # the words of the last counted thing
    for anchor in anchors:
        if anchor < done:
            continue
        reading = _reading(lex, anchor, floor=done, country=country)
        if isinstance(reading, int):
            done = reading
        elif reading is not None and not (anchor in group and reading.kind in {"number", "count"}):
            quantity, done = finish(lex, reading, floor=done)
            if reading.counted is not None and reading.counted.first <= reading.stop + 3:
                # the number in "two new 320 Neo jets" is no figure
                group = range(reading.counted.first, reading.counted.head + 1)
            found.append(sentence.complete(lex, quantity, reading.first, done))
    return found


def _reading(lex: Lexemes, anchor: int, *, floor: int, country: Country) -> Reading | int | None:
    """What starts at an anchor: a figure, nothing, or no figure up to the lexeme returned."""
    reading = _phrase(lex, anchor)
    if reading is not None and reading.first >= floor:
        return reading
    return skip_furniture(lex, anchor) or _figure(lex, anchor, floor=floor, country=country)


_BLOCK = 4096  # lexemes
_DENSE = 0.085  # numbers and number words a character


def _prose(lex: Lexemes) -> Iterable[int]:
    """The rows where a figure may start, without those in a data dump: long stretches of little but numbers."""
    blocks = max(lex.size // _BLOCK, 1)  # the last one takes the rest
    counts = [0] * blocks
    for anchor in lex.anchors:
        counts[min(anchor // _BLOCK, blocks - 1)] += 1
    dense = [count >= _DENSE * _length(lex, block, blocks) for block, count in enumerate(counts)]
    return [anchor for anchor in lex.anchors if not dense[min(anchor // _BLOCK, blocks - 1)]]


def _length(lex: Lexemes, block: int, blocks: int) -> int:
    """The characters of a block of lexemes."""
    if not lex.size:
        return 1
    last = lex.size - 1 if block == blocks - 1 else (block + 1) * _BLOCK - 1
    return lex.end[last] - lex.start[block * _BLOCK]


def _phrase(lex: Lexemes, anchor: int) -> Reading | None:
    """A figure that is written without a number: doubled, several, hundreds of millions."""
    verb = read_multiplier(lex, anchor)
    if verb is not None:
        return multiplied(verb)
    if (part := part_of_a_point(lex, anchor)) is not None:
        return part
    vague = read_vague(lex, anchor)
    return vague_reading(lex, vague) if vague is not None else one_unit(lex, anchor)


def _figure(lex: Lexemes, anchor: int, *, floor: int, country: Country) -> Reading | int | None:
    """A figure with a number, as an amount or a range; the lexeme to go on from where a pair of numbers is none."""
    amount = read_amount(lex, anchor, floor=floor, country=country)
    if amount is None:
        return None
    if amount.bare and lex.word(amount.stop) == "of" and lex.word(amount.stop + 1) in {"the", "its", "their"}:
        amount = of_the(lex, amount, country)
    found = read_range(lex, amount, country=country)
    if found is not None:
        if pair_is_none(lex, found.low, found.high, found.stop):
            return found.stop
        if not found.split:
            return ranged(lex, found.first, found.stop, found.low, found.high)
        amount = found.low
    if is_score(lex, amount):
        return amount.stop + 2
    if ratio := ratio_end(lex, amount):
        return ratio
    if (share := one_in(lex, amount)) is not None:
        return share
    if is_age(lex, amount):
        amount = amount._replace(unit="year", kind="age")
    amount, counted = shared_ahead(lex, amount, country)
    amount = with_coins(lex, amount)
    if amount.number.fraction and amount.bare and amount.scale == 1.0 and counted is None:
        return share_of_whole(lex, amount)
    counted = counted or count(lex, amount)
    bounded = bound_before(lex, amount.first, floor=floor) is not None
    if not_a_figure(lex, amount, noun=counted.text if counted else None, bounded=bounded):
        return None
    return single(lex, amount, counted)
