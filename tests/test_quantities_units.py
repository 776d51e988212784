"""Unit arithmetic over the closed table, and the vocabulary behind it."""

from __future__ import annotations

import pytest

from crossfoot.values.quantities import quantities
from crossfoot.values.quantities.unit_words import unit_file, unit_tables
from crossfoot.values.units import _known_bases, convert, dimension, is_currency, same_dimension, worked_out


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (300, "MW", "GW", 0.3),
        (40, "USD/W", "USD/GW", 40e9),
        (1.25e9, "USD/month", "USD/year", 15e9),
        (170, "basis_point", "percentage_point", 1.7),
        (5, "x", "x", 5),
        (1, "kWh", "MWh", 0.001),
        (1, "barrel/day", "barrel/day", 1),
        (1000, "USD/tonne", "USD/kilogram", 1),
    ],
)
def test_convert(value: float, source: str, target: str, expected: float) -> None:
    assert convert(value, source, target) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("USD", "EUR"),
        ("percent", "percentage_point"),
        ("user", "employee"),
        ("GW", "GWh"),
        ("USD", "USD/share"),
        ("9**9", "x"),
    ],
)
def test_what_does_not_convert(left: str, right: str) -> None:
    assert convert(1, left, right) is None
    assert not same_dimension(left, right)


def test_article_text_never_reaches_the_algebra() -> None:
    assert dimension("9**9**9**9") is None
    assert dimension("__import__('os')") is None


@pytest.mark.parametrize("unit", [unit for unit in unit_file().units if unit.words], ids=lambda unit: unit.name)
def test_every_unit_word_is_read(unit: object) -> None:
    words = getattr(unit, "words")  # noqa: B009
    name = getattr(unit, "name")  # noqa: B009
    for word in words:
        if word.isalpha() and word.endswith("s") and len(word) > 3:
            text = f"It was 23.5 {word}."
            assert [quantity.unit for quantity in quantities(text)] == [name], text


def test_every_unit_of_the_table_has_a_dimension() -> None:
    missing = [unit.name for unit in unit_file().units if dimension(unit.name) is None]
    assert missing == []


def test_a_currency_is_no_other_unit_in_capitals() -> None:
    assert [unit for unit in ("USD", "CHF", "TEU", "GW", "usd", "USD/share", "item") if is_currency(unit)] == [
        "USD",
        "CHF",
    ]


def test_the_written_bases_are_those_that_pint_works_out() -> None:
    """Where this fails, `data/unit_bases.tsv` lacks a line: the unit, its factor, its powers."""
    units = {pint_name for pint_name in unit_tables().pint.values() if pint_name}
    assert set(_known_bases()) == units
    for unit in sorted(units):
        factor, powers = worked_out(unit)
        assert _known_bases()[unit] == (pytest.approx(factor), powers), unit
