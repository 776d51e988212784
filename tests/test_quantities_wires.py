"""Sentences in the manner of many wires (commodities, shipping, power, telecoms, banks, crypto, macro), from a file.

`quantities_wires.txt` holds a sentence, and indented under it what is read: phrase | value unit bound change.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from crossfoot.values.quantities import quantities
from test_quantities import told

_FILE = Path(__file__).with_name("quantities_wires.txt").read_text(encoding="utf-8")
WIRES = [(lines[0], [line.strip() for line in lines[1:]]) for lines in map(str.splitlines, _FILE.split("\n\n"))]


@pytest.mark.parametrize(("text", "expected"), WIRES, ids=[text for text, _ in WIRES])
def test_wire(text: str, expected: list[str]) -> None:
    assert [told(text, quantity) for quantity in quantities(text)] == expected
