"""Long runs of one shape, and long texts, are read to their end."""

from __future__ import annotations

import pytest

from crossfoot.values.quantities import quantities

SHAPES = [
    "$", "%", "1", "(", ",", "1,", "1-", "$1 ", "one ", "1 to ", "$5–10 ", "twenty-", "hundreds of ", "\n1\n", "½", "$1,-/",
    "3.5 million ", "from 1 to ", "between 1 and ", "5, ", "up ", "more than ", "1/", "U.S.", "mid-", "20 red and ", "a half ",
    "5 per GW per year ", "word ", " ", "\r\n \t", "a.", "'", "1'000", "é", "A", "9", "from $5 to ", "a 5-",
    "about $5.2 billion of the ",
]  # fmt: skip
SIZE = 200_000


@pytest.mark.parametrize("shape", SHAPES)
def test_a_run_of_one_shape_is_read_to_its_end(shape: str) -> None:
    """A quadratic reader would hold the suite up here for hours; `make bench` prints the growth of each shape."""
    text = (shape * (SIZE // len(shape) + 1))[:SIZE]
    for quantity in quantities(text):
        assert 0 <= quantity.start < quantity.end <= len(text)


def test_a_long_text_is_read_to_its_end() -> None:
    text = "Nothing was said of this.\n" * 10_000 + "It lost $5 million."
    (quantity,) = quantities(text)
    assert text[quantity.start : quantity.end] == "$5 million"


@pytest.mark.parametrize(
    "sentence",
    [
        "Revenue rose 6.5% to $1.45bn from $1.36bn; profit rose 4% to $80m from $77m.\n",
        "In the third quarter a mill made 40 tonnes, a tenth more than in a quarter of 30 tonnes.\n",
    ],
)
def test_long_prose_full_of_figures_is_no_dump(sentence: str) -> None:
    once = len(quantities(sentence))
    assert once > 1
    assert len(quantities(sentence * 1500)) == 1500 * once


def test_a_dump_of_numbers_is_not_read_and_the_prose_behind_it_is() -> None:
    text = "$1 " * 60_000 + "\n" + "Nothing was said of this.\n" * 4000 + "It lost $5 million."
    (quantity,) = quantities(text)
    assert text[quantity.start : quantity.end] == "$5 million"
