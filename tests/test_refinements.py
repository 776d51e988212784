"""Every example and counter-example of the metric refinements, as a sentence."""

from __future__ import annotations

import pytest

from crossfoot.extract.refine import refinements
from crossfoot.flow import extract
from crossfoot.vocabulary.models import metrics

EXAMPLES = [(entry.becomes, text) for entry in refinements() for text in entry.examples]
COUNTER_EXAMPLES = [(entry.becomes, text) for entry in refinements() for text in entry.counter_examples]


def metrics_at(marked: str) -> list[str]:
    """The metrics of the claims at the figure in [brackets]."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return [claim.metric for claim in extract(text) if claim.start < end and claim.end > start]


@pytest.mark.parametrize(("name", "marked"), EXAMPLES)
def test_an_example_is_read_as_its_metric(name: str, marked: str) -> None:
    assert metrics_at(marked) == [name]


@pytest.mark.parametrize(("name", "marked"), COUNTER_EXAMPLES)
def test_a_counter_example_is_another(name: str, marked: str) -> None:
    found = metrics_at(marked)
    assert found
    assert name not in found


def test_refinements_speak_of_metrics_of_the_vocabulary() -> None:
    for entry in refinements():
        assert entry.becomes in metrics()
        assert entry.metrics <= metrics().keys()
        assert entry.metrics or entry.unnamed
