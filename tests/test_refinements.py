"""Every example and counter-example of the metric refinements, as a sentence that needs its entry, or one condition of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from conftest import metrics_at
from crossfoot.extract import refine
from crossfoot.extract.refine import Refinement, refinements
from crossfoot.vocabulary.loader import Entry
from crossfoot.vocabulary.models import metrics

EXAMPLES = [pytest.param(each, text, id=f"{each.becomes}-{text}") for each in refinements() for text in each.examples]
COUNTER_EXAMPLES = [
    pytest.param(each, text, id=f"{each.becomes}-{text}") for each in refinements() for text in each.counter_examples
]
CONDITIONS = Refinement.model_fields.keys() - Entry.model_fields.keys() - {"becomes", "metrics", "unnamed"}
UNCACHED = refine._of_metric.__wrapped__


def put_instead(others: tuple[Refinement, ...], entry: Refinement, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have other entries, or none, stand where this one does."""
    entries = tuple(one for each in refinements() for one in (others if each is entry else (each,)))
    monkeypatch.setattr(refine, "refinements", lambda: entries)
    monkeypatch.setattr(refine, "_of_metric", UNCACHED)


def loosened(entry: Refinement) -> Iterator[Refinement]:
    """The entry without one of its conditions, each in turn."""
    yield entry.model_copy(update={"metrics": frozenset(metrics()), "unnamed": True})
    for name in sorted(CONDITIONS):
        default = Refinement.model_fields[name].default
        if getattr(entry, name) != default:
            yield entry.model_copy(update={name: default})


@pytest.mark.parametrize(("entry", "marked"), EXAMPLES)
def test_an_example_is_read_as_its_metric_for_its_entry_alone(
    entry: Refinement, marked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert metrics_at(marked) == [entry.becomes]
    put_instead((), entry, monkeypatch)
    assert metrics_at(marked) != [entry.becomes]


@pytest.mark.parametrize(("entry", "marked"), COUNTER_EXAMPLES)
def test_a_counter_example_is_another_for_one_condition(
    entry: Refinement, marked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = metrics_at(marked)
    assert found
    assert entry.becomes not in found
    for looser in loosened(entry):
        with monkeypatch.context() as patched:
            put_instead((looser,), entry, patched)
            if entry.becomes in metrics_at(marked):
                return
    pytest.fail("it is another whatever the entry's conditions")


def test_refinements_speak_of_metrics_of_the_vocabulary() -> None:
    for entry in refinements():
        assert entry.becomes in metrics()
        assert entry.metrics <= metrics().keys()
        assert entry.metrics or entry.unnamed
