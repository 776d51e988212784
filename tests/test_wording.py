"""A value in its unit reads as a person would write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.values import edtf, wording


def parse(example):
    given_part, words = example.split(" -> ")
    low, high, unit, bound, measure = given_part.split(" ")
    number = lambda text: None if text == "-" else float(text)  # noqa: E731
    return (number(low), number(high), unit, bound, measure), words


@pytest.mark.parametrize("example", wording.words().examples)
def test_examples_of_the_vocabulary(example):
    arguments, words = parse(example)
    assert wording.figure(*arguments) == words


def test_a_quotient_is_cut_to_four_digits():
    assert wording.figure(100 / 3 * 1e9, 100 / 3 * 1e9, "USD") == "$33.33 billion"


def test_a_figure_with_many_digits_is_written_out():
    assert wording.figure(1234567, 1234567, "item") == "1,234,567"


def test_counts_agree_with_their_nouns():
    assert [wording.counted(number, "article") for number in (0, 1, 2000)] == [
        "0 articles",
        "1 article",
        "2,000 articles",
    ]
    assert wording.counted(1, "witness", "witnesses") == "1 witness"
    assert wording.counted(2, "witness", "witnesses") == "2 witnesses"


def test_metrics_in_words():
    assert [wording.metric(m) for m in ("share_price", "eps", "pe_ratio", "ebitda_margin")] == [
        "share price",
        "EPS",
        "P/E ratio",
        "EBITDA margin",
    ]


@given(
    st.floats(-1e300, 1e300) | st.none(),
    st.floats(0, 1e300) | st.none(),
    st.sampled_from(["USD", "percent", "USD/GW/year", "user", "", None, "weird_unit/x"]),
    st.sampled_from(["=", "~", ">", ">=", "<", "<="]),
    st.sampled_from(["level", "change"]),
)
def test_every_value_has_words(low, spread, unit, bound, measure):
    high = None if spread is None else (low or 0) + spread
    assert wording.figure(low, high, unit, bound, measure)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026", "2026"),
        ("2026-06", "June 2026"),
        ("2026-06-30", "2026-06-30"),
        ("2026-01/2026-03", "Q1 2026"),
        ("2026-07/2026-12", "second half of 2026"),
        ("../2029", "up to 2029"),
        ("2021/..", "from 2021 on"),
        ("2025-12/2026-02", "December 2025 to February 2026"),
    ],
)
def test_a_date_as_a_reader_would_write_it(date: str, words: str) -> None:
    assert edtf.in_words(date) == words
