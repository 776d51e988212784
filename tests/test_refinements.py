"""Every example and counter-example of the metric refinements, as a sentence."""

from __future__ import annotations

import pytest

from conftest import metrics_at
from crossfoot.extract.refine import refinements
from crossfoot.vocabulary.models import metrics

EXAMPLES = [(entry.becomes, text) for entry in refinements() for text in entry.examples]
COUNTER_EXAMPLES = [(entry.becomes, text) for entry in refinements() for text in entry.counter_examples]


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
