"""The part of a firm that a result is limited to: the examples of parts.yaml, in both directions."""

from __future__ import annotations

import pytest

from crossfoot.flow import extract
from crossfoot.vocabulary.models import parts


def scope_of(marked: str) -> str | None:
    """The scope of the claim on the figure in brackets."""
    before, _, rest = marked.partition("[")
    quote, _, after = rest.partition("]")
    found = [claim for claim in extract(before + quote + after) if claim.start == len(before)]
    assert found, "no claim at the figure in brackets"
    return found[0].scope


@pytest.mark.parametrize("example", parts().examples, ids=lambda example: example.text)
def test_example(example) -> None:  # type: ignore[no-untyped-def]
    assert scope_of(example.text) == example.part


@pytest.mark.parametrize("sentence", parts().counter_examples)
def test_counter_example(sentence: str) -> None:
    assert scope_of(sentence) is None
