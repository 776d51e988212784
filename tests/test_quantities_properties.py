"""A quantity rendered in any supported wording is read back with the same interval and unit; no input breaks the reader."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossfoot.values.quantities import quantities

# Four tests read renderings back, and so 4,000 of them.
EXAMPLES = settings(max_examples=1000, suppress_health_check=list(HealthCheck))


@dataclass(frozen=True)
class Rendered:
    """A wording and what it must be read as."""

    text: str
    low: float | None
    high: float | None
    unit: str
    bound: str = "="


MONEY = {
    "$": "USD", "€": "EUR", "£": "GBP", "HK$": "HKD", "A$": "AUD", "C$": "CAD", "S$": "SGD", "NT$": "TWD", "R$": "BRL",
    "US$": "USD", "¥": "JPY", "₹": "INR", "Rs ": "INR", "₩": "KRW", "RM": "MYR", "KRW ": "KRW", "EUR ": "EUR",
    "CHF ": "CHF", "SEK ": "SEK",
}  # fmt: skip
MONEY_WORDS = {
    " dollars": "USD", " euros": "EUR", " yen": "JPY", " Swiss francs": "CHF", " Hong Kong dollars": "HKD",
    " yuan": "CNY", " rupees": "INR", " Canadian dollars": "CAD", " Swedish crowns": "SEK", " rand": "ZAR",
    " zlotys": "PLN", " reais": "BRL",
}  # fmt: skip
MEASURES = {
    "%": "percent", " percent": "percent", " per cent": "percent", " percentage points": "percentage_point",
    " basis points": "basis_point", "bps": "basis_point", "GW": "GW", " MW": "MW", " gigawatts": "GW", " GWh": "GWh",
    " tonnes": "tonne", " barrels": "barrel", " years": "year", "-year": "year", " months": "month", " miles": "mile",
    " kilometers": "kilometer", " points": "point", "x": "x", " times": "x", " employees": "employee", " users": "user",
    " square feet": "square_foot", " hectares": "hectare", " ounces": "ounce",
}  # fmt: skip
SCALES = {
    "": 1.0, " thousand": 1e3, " million": 1e6, " billion": 1e9, " trillion": 1e12, "m": 1e6, "mn": 1e6, "bn": 1e9,
    "B": 1e9, "M": 1e6, "k": 1e3, "K": 1e3, "tn": 1e12, "T": 1e12, " lakh": 1e5, " crore": 1e7,
}  # fmt: skip
PER = {
    "": "", " per share": "/share", " a share": "/share", " a barrel": "/barrel", "/MWh": "/MWh",
    " per GW per year": "/GW/year", " a year": "/year", " monthly": "/month", " an hour": "/hour", " per tonne": "/tonne",
    " per square foot": "/square_foot", "/kWh": "/kWh", " an ounce": "/ounce", " per user per month": "/user/month",
}  # fmt: skip
BOUNDS = {
    "": "=",
    "about ": "~",
    "nearly ": "~",
    "more than ": ">",
    "at least ": ">=",
    "up to ": "<=",
    "less than ": "<",
    "just over ": ">",
    "roughly ": "~",
}
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
ONES = [*_ONES.split(), "eighteen", "nineteen"]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def words(number: int) -> str:
    """A number below 1,000 in words."""
    if number < 20:
        return ONES[number - 1]
    if number < 100:
        tens = TENS[number // 10 - 2]
        return tens if number % 10 == 0 else f"{tens}-{ONES[number % 10 - 1]}"
    rest = number % 100
    return f"{ONES[number // 100 - 1]} hundred" + (f" and {words(rest)}" if rest else "")


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, float]:
    """A printed number above 1 that is no year, with the value it prints."""
    whole = draw(st.integers(min_value=2, max_value=999_999).filter(lambda number: not 1000 <= number <= 2200))
    digits = draw(st.integers(min_value=0, max_value=2))
    fraction = draw(st.integers(min_value=0, max_value=10**digits - 1)) if digits else 0
    printed = f"{whole:,}" if draw(st.booleans()) else str(whole)
    return (f"{printed}.{fraction:0{digits}d}", whole + fraction / 10**digits) if digits else (printed, float(whole))


@st.composite
def amounts(draw: st.DrawFn) -> Rendered:
    """Money or a measure, with a bound and denominators."""
    printed, value = draw(numbers())
    before, bound = draw(st.sampled_from(sorted(BOUNDS.items())))
    if draw(st.booleans()):
        scale, factor = draw(st.sampled_from(sorted(SCALES.items())))
        per, below = draw(st.sampled_from(sorted(PER.items())))
        if draw(st.booleans()):
            sign, unit = draw(st.sampled_from(sorted(MONEY.items())))
            text = f"{sign}{printed}{scale}{per}"
        else:
            name, unit = draw(st.sampled_from(sorted(MONEY_WORDS.items())))
            text = f"{printed}{scale}{name}{per}"
        unit, value = unit + below, value * factor
    else:
        suffix, unit = draw(st.sampled_from(sorted(MEASURES.items())))
        text = f"{printed}{suffix}"
    low = None if bound in {"<", "<="} else value
    high = None if bound in {">", ">="} else value
    return Rendered(f"{before}{text}", low, high, unit, bound)


@st.composite
def ranges(draw: st.DrawFn) -> Rendered:
    """Two ends in one unit, joined in any way, perhaps with denominators behind and an approximator in front."""
    low = draw(st.integers(min_value=2, max_value=400))
    high = low + draw(st.integers(min_value=1, max_value=max(low, 2)))
    per, below = "", ""
    if draw(st.booleans()):
        sign, unit = draw(st.sampled_from(sorted(MONEY.items())))
        scale, factor = draw(
            st.sampled_from([(" million", 1e6), (" billion", 1e9), ("bn", 1e9), ("m", 1e6), ("", 1.0)])
        )
        per, below = draw(st.sampled_from(sorted(PER.items())))
        text = draw(st.sampled_from([
            f"{sign}{low}–{high}{scale}", f"{sign}{low}-{high}{scale}", f"{sign}{low}{scale} to {sign}{high}{scale}",
            f"between {sign}{low}{scale} and {sign}{high}{scale}", f"{sign}{low} to {high}{scale}",
            f"{sign}{low}{scale}-{sign}{high}{scale}",
        ]))  # fmt: skip
    else:
        suffix, unit = draw(st.sampled_from(sorted(item for item in MEASURES.items() if not item[0].startswith("-"))))
        factor = 1.0
        text = draw(
            st.sampled_from([f"{low}–{high}{suffix}", f"{low} to {high}{suffix}", f"between {low} and {high}{suffix}"])
        )
    before, bound = draw(st.sampled_from([("", "="), ("", "="), ("about ", "~"), ("roughly ", "~")]))
    if text.startswith("between"):
        before, bound = "", "="
    return Rendered(f"{before}{text}{per}", low * factor, high * factor, unit + below, bound)


@st.composite
def worded(draw: st.DrawFn) -> Rendered:
    """A number in words with a scale word and a unit, behind a bound and with a denominator behind it."""
    number = draw(st.integers(min_value=2, max_value=999))
    scale, factor = draw(st.sampled_from([("", 1.0), (" thousand", 1e3), (" million", 1e6), (" billion", 1e9)]))
    name, unit = draw(
        st.sampled_from(
            sorted({**MONEY_WORDS, " percent": "percent", " employees": "employee", " tonnes": "tonne"}.items())
        )
    )
    before, bound = draw(st.sampled_from(sorted(BOUNDS.items())))
    per, below = draw(st.sampled_from([("", ""), (" a year", "/year"), (" per year", "/year")]))
    if unit == "percent":
        per, below = "", ""
    value = number * factor
    low, high = None if bound in {"<", "<="} else value, None if bound in {">", ">="} else value
    return Rendered(f"{before}{words(number)}{scale}{name}{per}", low, high, unit + below, bound)


@st.composite
def measured_millions(draw: st.DrawFn) -> Rendered:
    """A scaled measure: 3.2 million tonnes, 1.5bn barrels a day."""
    printed, value = draw(numbers())
    scale, factor = draw(st.sampled_from([(" million", 1e6), (" billion", 1e9), ("bn", 1e9), ("mn", 1e6), ("m", 1e6)]))
    name, unit = draw(st.sampled_from(sorted((name, unit) for name, unit in MEASURES.items() if name in MEASURED)))
    per, below = draw(st.sampled_from([("", ""), (" a year", "/year"), (" per day", "/day")]))
    before, bound = draw(st.sampled_from(sorted(BOUNDS.items())))
    value *= factor
    low, high = None if bound in {"<", "<="} else value, None if bound in {">", ">="} else value
    return Rendered(f"{before}{printed}{scale}{name}{per}", low, high, unit + below, bound)


MEASURED = frozenset({" tonnes", " barrels", " miles", " square feet", " hectares", " ounces", " employees", " users"})
FRAMES = st.sampled_from(
    [
        "It said {} in the report.",
        "{}",
        "The deal ({}) was signed.",
        "Analysts expected {}.",
        "In 2023, it was {}; more later.",
    ]
)


def close(left: float | None, right: float | None) -> bool:
    """Equal, or both unknown."""
    if left is None or right is None:
        return left is right
    return math.isclose(left, right, rel_tol=1e-9)


def assert_read_back(rendered: Rendered, frame: str) -> None:
    text = frame.format(rendered.text)
    found = quantities(text)
    assert len(found) == 1, (text, found)
    (quantity,) = found
    assert close(quantity.value.low, rendered.low), (text, quantity)
    assert close(quantity.value.high, rendered.high), (text, quantity)
    assert (quantity.unit, quantity.bound) == (rendered.unit, rendered.bound), (text, quantity)
    start = text.index(rendered.text)
    assert start <= quantity.start < quantity.end <= start + len(rendered.text), (text, quantity)


@EXAMPLES
@given(amounts(), FRAMES)
def test_an_amount_is_read_back(rendered: Rendered, frame: str) -> None:
    assert_read_back(rendered, frame)


@EXAMPLES
@given(ranges(), FRAMES)
def test_a_range_is_read_back(rendered: Rendered, frame: str) -> None:
    assert_read_back(rendered, frame)


@EXAMPLES
@given(worded(), FRAMES)
def test_number_words_are_read_back(rendered: Rendered, frame: str) -> None:
    assert_read_back(rendered, frame)


@EXAMPLES
@given(measured_millions(), FRAMES)
def test_a_scaled_measure_is_read_back(rendered: Rendered, frame: str) -> None:
    assert_read_back(rendered, frame)


PIECES = st.sampled_from(
    "$ € £ % 1 2.5 1,000 .5 ½ / - – ( ) . , : ; \n bn m k million hundreds of a an one half third two-thirds to from between "
    "and or per year GW share about more than up down rose fell doubled × 10 ^ US HK A p c mid- 40s single digit few 2019 "
    "May June 10th S&P 500 No. ' \" ² µ 元 5c $( ) + ~ ≈ twenty five dozen in".split(" ")
)


def assert_sound(text: str) -> None:
    """Offsets lie in the text, in order and apart; intervals are intervals."""
    end = 0
    for quantity in quantities(text):
        assert end <= quantity.start <= quantity.figure_start < quantity.figure_end <= quantity.end <= len(text), (
            text,
            quantity,
        )
        end = quantity.end


@EXAMPLES
@given(st.lists(PIECES, max_size=24), st.sampled_from(["", " "]))
def test_any_mixture_is_read_without_a_crash(pieces: list[str], blank: str) -> None:
    assert_sound(blank.join(pieces))


@EXAMPLES
@given(st.one_of(st.text(max_size=200), st.binary(max_size=200).map(lambda raw: raw.decode("utf-8", "replace"))))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    assert_sound(text)
