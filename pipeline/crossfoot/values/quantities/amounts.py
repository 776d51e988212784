"""One amount: a number with its currency sign, scale word, unit and denominators, without bounds or ranges."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from crossfoot.values.quantities.counted import is_plural, nouns
from crossfoot.values.quantities.currency_signs import in_country, sign_at
from crossfoot.values.quantities.home import Country
from crossfoot.values.quantities.lexemes import HYPHENS, NUMBER, SIGN, WORD, Lexemes
from crossfoot.values.quantities.number_vocabulary import glued_scales, money_scales, scale_words
from crossfoot.values.quantities.numbers import Number, read_number
from crossfoot.values.quantities.per_units import read_per, read_scaled_per
from crossfoot.values.quantities.unit_words import Found, UnitName, currency_file, look_up, read_unit, unit_tables

_OPEN = {"(": ")", "[": "]", "{": "}", "<": ">"}
_ACCOUNTING = frozenset({"of", "was", "loss", "losses", "income", "profit", "were", "deficit"})
_TALL = frozenset(
    {"tall", "long", "high", "wide", "deep", "above", "below", "thick", "away", "sprint", "race", "freestyle", "("}
)
_OF_SPEED = frozenset({"s", "sec", "second", "min", "minute", "h", "hour"})


class Amount(NamedTuple):  # built several times a figure: a tuple is made in a third of a frozen dataclass's time
    """A number at lexemes `first` to `stop` (exclusive) with what is written of its unit.

    `value` holds the scale (`$1.25bn` is 1.25e9) but not yet the minor unit's factor; `step` likewise.
    """

    first: int
    stop: int
    value: float
    step: float
    scale: float
    number: Number
    unit: str = ""
    kind: str = "number"
    factor: float = 1.0
    minor: str | None = None
    denominators: tuple[str, ...] = ()
    negative: bool = False
    signed: bool = False  # an explicit + or -
    compound: bool = False  # "10-year": the unit hangs on a hyphen
    money_sign: bool = False  # the currency stands before

    @property
    def bare(self) -> bool:
        """True for a number without scale, unit or currency."""
        return not self.unit

    def with_unit(self, other: Amount) -> Amount:
        """This number in the other's unit."""
        return self._replace(
            unit=other.unit, kind=other.kind, factor=other.factor, minor=other.minor, denominators=other.denominators
        )

    def with_scale(self, scale: float) -> Amount:
        """This number times a scale word that stands behind the range's other end."""
        return self._replace(value=tidy(self.value * scale), step=self.step * scale, scale=self.scale * scale)


def tidy(value: float) -> float:
    """`value` without the dust of binary arithmetic: 8.05 million is 8050000."""
    return float(f"{value:.15g}")


def read_amount(lex: Lexemes, index: int, *, floor: int = 0, country: Country = None) -> Amount | None:
    """The amount whose number starts at lexeme `index`, or None where there is no number.

    Its sign and currency are not looked for before lexeme `floor`.
    """
    number = read_number(lex, index)
    if number is None:
        return None
    first, sign, negative, signed, bracket = _before(lex, index)
    if first < floor:
        first, sign, negative, signed, bracket = index, None, False, False, False
    value, step, at, scale = number.value, number.step, number.stop, 1.0
    if bracket and lex.word(at) == ")":
        at, negative = at + 1, True
    scale, at = _scale(lex, at, money=sign is not None, number=number)
    if sign is not None and sign.scale:
        scale *= sign.scale
    if sign is not None and lex.word(at) == ")" and lex.word(first - 1) == "(" and lex.word(first - 2) in _ACCOUNTING:
        first, at, negative = max(first - 1, floor), at + 1, True  # a net loss of ($5.2 million)
    amount = Amount(first, at, tidy(value * scale), step * scale, scale, number, negative=negative, signed=signed)
    if sign is not None:
        return denominated(lex, _signed_money(lex, amount, sign, country))
    return denominated(lex, _with_unit(lex, amount, country))


def _before(lex: Lexemes, index: int) -> tuple[int, UnitName | None, bool, bool, bool]:
    """What stands before the digits: (first lexeme, currency, negative, signed, in accounting brackets)."""
    first, negative, signed, bracket = index, False, False, False
    if lex.kind[index] != NUMBER:
        if lex.word(index - 1) in {"minus", "negative"} and not _either_way(lex, index - 1):
            return index - 1, None, True, True, False
        return index, None, False, False, False
    at = index - 1
    if lex.word(at) == "(" and lex.glued(index) and lex.word(at - 1) in {"$", "£", "€"} and lex.glued(at):
        bracket, at = True, at - 1  # $(5.2) million
    if lex.word(at) in HYPHENS and lex.glued(at + 1) and _is_currency(lex, at - 1, touching=lex.glued(at)):
        negative, signed, at = True, True, at - 1  # $-7.3bn, EUR -147 million
    sign, stop = sign_at(lex, at, touching=lex.glued(at + 1))
    if sign is None and bracket:
        bracket, at = False, index - 1
    first = stop if sign is not None else index
    at = first - 1
    if sign is None and negative:
        negative = signed = False
    word = lex.word(at)
    apart = not lex.glued(at) or lex.word(at - 1) in {"(", "[", ":", "|", ",", "/"}
    if word in {"-", "−", "–"} and lex.glued(first) and apart and not _number_before(lex, at):
        return at, sign, True, True, bracket
    if word == "+" and lex.glued(first):
        return at, sign, negative, True, bracket
    if word in {"minus", "negative"} and not _either_way(lex, at):
        return at, sign, True, True, bracket
    if word in HYPHENS and lex.word(at - 1) in {"minus", "negative"} and lex.glued(at) and lex.glued(first):
        return at - 1, sign, True, True, bracket
    if word == "(" and lex.word(index + 1) == ")" and lex.word(index + 2) == "%" and lex.glued(index + 2):
        return at, sign, True, True, True  # (5.4)%
    return first, sign, negative, signed, bracket


def _is_currency(lex: Lexemes, at: int, *, touching: bool) -> bool:
    """True where a currency's sign or, standing by itself, its code ends at `at`."""
    if touching:
        return lex.is_kind(at, SIGN) and lex.word(at) in {"$", "£", "€"}
    return lex.is_kind(at, WORD) and lex.raw[at].isupper() and sign_at(lex, at, touching=False)[0] is not None


def _either_way(lex: Lexemes, at: int) -> bool:
    """True for the minus of "plus or minus $200 million", which is no sign."""
    return lex.word(at - 1) in {"or", "/"} and lex.word(at - 2) == "plus"


def _number_before(lex: Lexemes, at: int) -> bool:
    """True where the dash at `at` joins a number to this one: "75 -300mm"."""
    return lex.is_kind(at - 1, NUMBER)


def _scale(lex: Lexemes, at: int, *, money: bool, number: Number) -> tuple[float, int]:
    """The factor of the scale words at `at`, and where they end."""
    factor = 1.0
    for _ in range(3):
        step = _scale_word(lex, at, money=money and factor == 1.0, words=number.words)
        if step is None:
            break
        factor, at = factor * step[0], step[1]
    return factor, at


def _scale_word(lex: Lexemes, at: int, *, money: bool, words: bool) -> tuple[float, int] | None:
    start = at + 1 if lex.word(at) in HYPHENS and lex.word(at + 1) in scale_words() and lex.glued(at) else at
    low = lex.word(start)
    if low in {"a", "of"} and words and lex.word(start + 1) in {"million", "billion", "trillion", "thousand"}:
        start += 1  # half a million
        low = lex.word(start)
    if low in scale_words():
        if lex.glued(start + 1) and lex.is_kind(start + 1, NUMBER):
            return None
        if lex.word(start + 1) in {"british", "btu", "btus"} and low == "million":
            return None
        return scale_words()[low], start + 1
    if words or not lex.is_kind(start, WORD):
        return None
    letter = lex.raw[start]
    if money and letter in money_scales() and (lex.glued(start) or letter in {"B", "M", "b", "m", "T"}):
        return money_scales()[letter], start + 1
    if letter == "B" and lex.is_kind(start + 1, WORD):
        return 1e9, start + 1  # 8 B people
    if letter in {"m", "M"} and not lex.glued(start) and _counts_on(lex, start + 1):
        return 1e6, start + 1  # 5 m euros
    if letter == "T" and lex.glued(start) and _counts_on(lex, start + 1, money=True):
        return 1e12, start + 1  # 2T yen
    if lex.glued(start) and letter in glued_scales() and not _is_length(lex, start, letter):
        if lex.glued(start + 1) and lex.kind[start + 1] in "nw":
            return None
        return glued_scales()[letter], start + 1
    return None


def _counts_on(lex: Lexemes, at: int, *, money: bool = False) -> bool:
    """True where money or (unless `money` alone will do) a plural follows a letter of scale."""
    found = read_unit(lex, at)
    return found.unit.kind == "money" if found is not None else not money and is_plural(lex.word(at))


def _is_length(lex: Lexemes, at: int, letter: str) -> bool:
    """25m (82ft), 2.1m tall, 25m/82ft, 3m/s: metres, and no millions (3m/MWh)."""
    if letter != "m":
        return False
    over = lex.word(at + 1) == "/" and (lex.is_kind(at + 2, NUMBER) or lex.word(at + 2) in _OF_SPEED)
    return lex.word(at + 1) in _TALL or (lex.glued(at + 1) and (over or lex.word(at + 1) in HYPHENS))


def _signed_money(lex: Lexemes, amount: Amount, sign: UnitName, country: Country) -> Amount:
    """Money whose sign stands before; a name behind it says which dollar it is."""
    name, at = in_country(sign, country), amount.stop
    behind = look_up(unit_tables().symbols, lex, at, exact=True) or look_up(unit_tables().words, lex, at)
    if behind is not None and behind.unit.kind == "money" and behind.unit.minor is None:
        if lex.kind[at] == WORD and _same_sign(sign, behind.unit):
            name, at = (name if behind.unit.shared else behind.unit.name), behind.stop
    elif lex.word(at) in {"us", "u.s."} and lex.raw[at].isupper():
        name, at = "USD", at + 1
    elif lex.word(at) in {"cdn", "canadian"}:
        name, at = "CAD", at + 1
    return amount._replace(stop=at, unit=name, kind="money", money_sign=True)


def _same_sign(sign: UnitName, behind: UnitName) -> bool:
    """True where the name behind only says more of the sign before: "$50 Australian dollars", but not "$312 BTC"."""
    return sign.name == behind.name or (sign.shared is not None and behind.name in currency_file().shared[sign.shared])


def _with_unit(lex: Lexemes, amount: Amount, country: Country) -> Amount:
    """The unit behind the number: touching, apart, on a hyphen, or in brackets."""
    at, compound = amount.stop, False
    if lex.word(at) in HYPHENS and (lex.glued(at) == lex.glued(at + 1)):
        at, compound = at + 1, True
    elif lex.word(at) in _OPEN and lex.word(at + 2) == _OPEN[lex.word(at)] and amount.scale == 1.0:
        inside = read_unit(lex, at + 1)
        if inside is not None and inside.stop == at + 2 and inside.unit.kind not in {"duration", "count", "percent"}:
            return _as_unit(amount, inside.unit, at + 3, country)
        return amount
    found = read_unit(lex, at) or _of_a_unit(lex, amount, at) or _past_filler(lex, at)
    if found is None or (
        amount.number.words and amount.number.fraction and found.unit.kind == "points" and lex.word(at) == "point"
    ):
        return amount
    unit, stop = found.unit, found.stop
    if _not_a_unit(lex, amount, found, at):
        return amount
    if unit.kind == "money" and amount.scale == 1.0 and lex.word(stop) in scale_words():
        scale = scale_words()[lex.word(stop)]
        amount, stop = amount.with_scale(scale), stop + 1  # 75 USD million
    if unit.name == "pound" and _is_sterling(lex, amount, stop, country):
        unit = UnitName("GBP", "money")
    return _as_unit(amount, unit, stop, country)._replace(compound=compound)


def _as_unit(amount: Amount, unit: UnitName, stop: int, country: Country) -> Amount:
    if unit.scale:
        amount = amount.with_scale(unit.scale)
    name, *below = in_country(unit, country).split("/")
    return amount._replace(
        stop=stop, unit=name, kind=unit.kind, factor=unit.factor, minor=unit.minor, denominators=tuple(below)
    )


def _of_a_unit(lex: Lexemes, amount: Amount, at: int) -> Found | None:
    """a quarter of a percent, half a percentage point, half of one percent."""
    if not (amount.number.words or amount.number.fraction):
        return None
    for words in (("of", "a"), ("of", "one"), ("a",), ("an",)):
        if tuple(lex.low[at : at + len(words)]) == words:
            found = read_unit(lex, at + len(words))
            if found is not None and found.unit.kind in {
                "percent",
                "percentage_point",
                "basis_point",
                "points",
                "duration",
                "length",
                "mass",
                "volume",
                "money",
            }:
                return found
    return None


@cache
def _fillers() -> frozenset[str]:
    return frozenset(nouns().fillers)


def _past_filler(lex: Lexemes, at: int) -> Found | None:
    """three full years, six straight weeks, two more basis points."""
    if lex.word(at) not in _fillers():
        return None
    found = read_unit(lex, at + 1)
    return (
        found
        if found is not None and found.unit.kind in {"duration", "basis_point", "points", "percentage_point"}
        else None
    )


def _not_a_unit(lex: Lexemes, amount: Amount, found: Found, at: int) -> bool:
    """Words that are units elsewhere: "one time", "in 2 in 3", "5 pt font", "10 second-half goals"."""
    unit, low = found.unit, lex.word(at)
    if (
        amount.number.plain
        and lex.kind[at] == WORD
        and low in {"in", "are", "bar", "mt", "pt", "ha", "time", "won", "real", "colon"}
        and not (low == "won" and amount.scale >= _MILLION and lex.word(found.stop) not in _WINNING)
    ):
        return low != "time" or lex.word(at - 1) not in HYPHENS
    if low == "time" and (lex.word(at - 1) not in HYPHENS or amount.value == 1):
        return True
    if low == "x" and amount.value >= 100 and is_plural(lex.word(found.stop)):
        return True  # "900x jets"
    if low in {"second", "third"} and unit.kind == "duration" and lex.word(found.stop) in HYPHENS:
        return True
    if low == "fold" and not lex.glued(at):
        return True
    if (
        unit.kind == "points"
        and amount.number.words
        and amount.number.value == 1
        and lex.word(amount.first - 1) == "at"
    ):
        return True
    return unit.minor is not None and low == "c" and not lex.glued(at) and lex.word(at + 1) == "."


_MILLION = 1e6
_WINNING = frozenset({"the", "a", "an", "his", "her", "their", "its", "at", "one", "two"})  # "22 million won the draw"
_PRICED = frozenset({"ton", "tonne", "share", "night", "head", "week", "hour"})


def _is_sterling(lex: Lexemes, amount: Amount, stop: int, country: Country) -> bool:
    """361 million pounds is money; 208 pounds is weight, unless the place or the words say otherwise."""
    if lex.word(stop - 1) not in {"pound", "pounds"}:
        return False
    if lex.word(stop) in {"per", "a"} and lex.word(stop + 1) in _PRICED:
        return True  # "8,410 pounds per ton"
    return amount.scale >= 1e3 or country == "GB" or lex.word(stop) in {"sterling", "cash"} or "£" in lex.text


def denominated(lex: Lexemes, amount: Amount) -> Amount:
    """Chains of per-units: per GW per year, /MWh, a share, -a-share, monthly, each."""
    if not amount.unit:
        return amount
    below, at = list(amount.denominators), amount.stop
    if amount.kind == "money" and lex.word(at) == "in" and (annual := look_up(unit_tables().attributes, lex, at + 1)):
        return amount._replace(denominators=(*below, annual.unit.name))  # "$20 billion in annual revenue"
    if (many := read_scaled_per(lex, at)) is not None:
        return amount._replace(denominators=(*below, many[0]), stop=many[1], factor=amount.factor / many[2])
    for _ in range(3):
        step = read_per(lex, at, durations=amount.kind == "duration", money=amount.kind == "money")
        if step is None:
            break
        below.append(step[0])
        at = step[1]
    if below == list(amount.denominators) and lex.word(at) == "(" and amount.kind == "money":
        return _past_bracket(lex, amount)
    return amount._replace(denominators=tuple(below), stop=at) if at != amount.stop else amount


def _past_bracket(lex: Lexemes, amount: Amount) -> Amount:
    """60 million pesos ($3 million) a year: the rate behind the converted amount."""
    for at in range(amount.stop + 1, min(amount.stop + 8, lex.size)):
        if lex.word(at) == ")":
            step = read_per(lex, at + 1)
            return (
                amount._replace(denominators=(*amount.denominators, step[0])) if step and step[0] != "item" else amount
            )
    return amount
