"""Every example and counter-example of the metric refinements, as a sentence; each example needs its own entry."""

from __future__ import annotations

import pytest

from conftest import metrics_at
from crossfoot.extract import refine
from crossfoot.extract.refine import Refinement, refinements
from crossfoot.vocabulary.models import metrics

EXAMPLES = [pytest.param(each, text, id=f"{each.becomes}-{text}") for each in refinements() for text in each.examples]
COUNTER_EXAMPLES = [(entry.becomes, text) for entry in refinements() for text in entry.counter_examples]


def without(entry: Refinement, monkeypatch: pytest.MonkeyPatch) -> None:
    """Switch one entry off."""
    all_of_it = refine._of_metric
    monkeypatch.setattr(refine, "_of_metric", lambda metric: [each for each in all_of_it(metric) if each is not entry])


@pytest.mark.parametrize(("entry", "marked"), EXAMPLES)
def test_an_example_is_read_as_its_metric_for_its_entry_alone(
    entry: Refinement, marked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert metrics_at(marked) == [entry.becomes]
    without(entry, monkeypatch)
    assert metrics_at(marked) != [entry.becomes]


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
