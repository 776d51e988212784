"""No shape of text costs the reader more than linear time."""

from __future__ import annotations

import time

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
def test_a_run_of_one_shape_takes_linear_time(shape: str) -> None:
    text = (shape * (SIZE // len(shape) + 1))[:SIZE]
    quantities(text[:1000])
    start = time.process_time()
    quantities(text)
    assert time.process_time() - start < 4, "a fifth of a megabyte takes about a second at the very worst"


def test_a_long_text_is_read_to_its_end() -> None:
    text = "Nothing was said of this.\n" * 10_000 + "It lost $5 million."
    (quantity,) = quantities(text)
    assert text[quantity.start : quantity.end] == "$5 million"


def test_a_dump_of_numbers_is_not_read_and_the_prose_behind_it_is() -> None:
    text = "$1 " * 60_000 + "\n" + "Nothing was said of this.\n" * 4000 + "It lost $5 million."
    (quantity,) = quantities(text)
    assert text[quantity.start : quantity.end] == "$5 million"
