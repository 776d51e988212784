"""Says a value in its unit as a reader would write it: `$55–58 million per MW`, `up 7.4%`, `27x`.

The one place for this: page, terminal and explanations all print through here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from pydantic import BaseModel, ConfigDict

from crossfoot.values.units import is_currency
from crossfoot.vocabulary.loader import load

_SCALES: Final = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
_BOUND_WORDS: Final = {"=": "", "~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "up to "}
_UNSTATED: Final = "an unstated amount"
_MOST_DECIMALS: Final = 3  # beyond these a scaled figure is written out: 1,234,567 and not 1.234567 million
_DIGITS_OF_A_PRINTED_FIGURE: Final = 12
_ROUNDED_TO: Final = 4  # significant digits of a quotient such as 33.333333333


class Words(BaseModel):
    """The shape of `wording.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    currency_prefixes: dict[str, str]
    tight_units: dict[str, str]
    symbols: frozenset[str]
    plurals: dict[str, str]
    singulars: dict[str, str]
    said_with_a: frozenset[str]
    said_with_an: frozenset[str]
    silent_units: frozenset[str]
    acronyms: frozenset[str]
    metric_names: dict[str, str]
    examples: tuple[str, ...]


@cache
def words() -> Words:
    """The wording vocabulary."""
    vocabulary: Words = load("wording.yaml", Words)
    return vocabulary


@dataclass(frozen=True, slots=True)
class _Printed:
    """A number's digits and the scale word behind them."""

    digits: str
    scale: str


def figure(low: float | None, high: float | None, unit: str | None, bound: str = "=", measure: str = "level") -> str:
    """The interval `low` to `high` of `unit` in words; columns as in a claim.

    A change says its direction (`up about 10%`, `down more than 3%`); a negative level keeps its minus sign.
    """
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return _UNSTATED
    if measure == "change":
        return _change(ends, unit, bound)
    if (low is None or high is None) and bound in "=~":
        bound = "<=" if low is None else ">="
    if len(ends) == 1 and ends[0] < 0 and bound not in "=~":
        return _one_sided_negative(ends[0], unit, bound, below=low is None)
    return _BOUND_WORDS.get(bound, "") + _interval(ends, unit)


def ended(text: str) -> str:
    """The text with a full stop, unless it, or the quotation that it ends with, has one."""
    return text if text.rstrip("”’\"')").endswith((".", "!", "?")) else f"{text}."


def counted(number: int, one: str, several: str | None = None) -> str:
    """So many of something: `1 article`, `2,000 articles`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def metric(name: str) -> str:
    """A metric in words: `share price`, `EPS`, `P/E ratio`."""
    if name in words().metric_names:
        return words().metric_names[name]
    return " ".join(part.upper() if part in words().acronyms else part for part in name.split("_"))


def _change(ends: list[float], unit: str | None, bound: str) -> str:
    """A movement: which way, then how far."""
    if min(ends) < 0 < max(ends):
        return "between " + " and ".join(_interval([end], unit) for end in ends)
    if not any(ends):
        return f"unchanged ({_interval([0.0], unit)})"
    way = "down " if min(ends) < 0 else "up "
    sizes = sorted(abs(end) for end in ends)
    qualifier = "at most " if bound == "<=" else _BOUND_WORDS.get(bound, "")
    return way + qualifier + _interval(sizes, unit)


def _one_sided_negative(end: float, unit: str | None, bound: str, *, below: bool) -> str:
    """`a loss of more than $3 billion` is a level below minus three, which `more than` would turn round."""
    shown = _interval([end], unit)
    if bound in ("<", ">"):
        return ("below " if below else "above ") + shown
    return shown + (" or lower" if below else " or higher")


def _interval(ends: list[float], unit: str | None) -> str:
    """One or two ends in a unit; the scale word is said once where both ends share it."""
    numerator, *denominators = (unit or "item").split("/")
    prefix, suffix = _frame(numerator, plural=ends[0] != 1 or len(set(ends)) > 1)
    tail = suffix + _per(denominators)
    first, last = (_printed(end, money=bool(prefix)) for end in (ends[0], ends[-1]))
    low, high = (("−" if end < 0 else "") + prefix for end in (ends[0], ends[-1]))
    if ends[0] == ends[-1]:
        return low + first.digits + first.scale + tail
    if first.scale == last.scale and ends[0] >= 0:
        return f"{low}{first.digits}–{last.digits}{last.scale}{tail}"
    between = "%" if suffix == "%" else ""
    return f"{low}{first.digits}{first.scale}{between} to {high}{last.digits}{last.scale}{tail}"


def _frame(numerator: str, *, plural: bool) -> tuple[str, str]:
    """What stands before and after the digits: ("$", ""), ("", "%"), ("", " users")."""
    known = words()
    if numerator in known.currency_prefixes:
        return known.currency_prefixes[numerator], ""
    if numerator in known.tight_units:
        return "", known.tight_units[numerator]
    if numerator in known.silent_units:
        return "", ""
    if numerator in known.symbols:
        return "", " " + numerator
    if is_currency(numerator):
        return numerator + " ", ""
    return "", " " + _noun(numerator, plural=plural)


def _per(denominators: list[str]) -> str:
    parts = []
    for name in denominators:
        article = "a" if name in words().said_with_a else "an" if name in words().said_with_an else "per"
        parts.append(f" {article} {_noun(name, plural=False)}")
    return "".join(parts)


def _noun(name: str, *, plural: bool) -> str:
    known = words()
    if not plural and name in known.singulars:
        return known.singulars[name]
    if name in known.symbols:
        return name
    if not plural:
        return name.replace("_", " ")
    if name in known.plurals:
        return known.plurals[name]
    noun = name.replace("_", " ")
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _printed(value: float, *, money: bool) -> _Printed:
    """The digits of a magnitude: `1.25` and ` billion`, `12,500` and nothing."""
    exact = _exact(abs(value))
    for size, scale in _SCALES:
        if exact >= size:
            scaled = (exact / size).normalize()
            if _decimals(scaled) <= _MOST_DECIMALS:
                return _Printed(f"{scaled:,f}", scale)
            break
    digits = f"{exact:,f}"
    if money and _decimals(exact) == 1:
        digits += "0"
    return _Printed(digits, "")


def _exact(value: float) -> Decimal:
    """The decimal that the float prints as; a quotient with a long tail is cut to a few significant digits."""
    exact = Decimal(repr(float(value)))
    if len(exact.normalize().as_tuple().digits) > _DIGITS_OF_A_PRINTED_FIGURE:
        exact = Decimal(f"{value:.{_ROUNDED_TO}g}")
    exact = exact.normalize()
    return exact.quantize(Decimal(1)) if 0 < (exact.adjusted()) < 27 and not _decimals(exact) else exact


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
