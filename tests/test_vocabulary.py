"""Every example and counter-example of the metric vocabulary, as a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import metrics_at
from crossfoot import vocabulary
from crossfoot.vocabulary.firm_lists import FIRM_FILES, NAME_FILES
from crossfoot.vocabulary.models import metrics

# The files whose examples a test runs: here, in test_firms_vocabulary, test_reconcile_properties, test_wording,
# test_explain, test_ingest_boilerplate, test_ingest_clean, test_ingest_pages and test_ingest_readers.
RUN = {
    "metrics", "refinements", "comparability", "wording", "boilerplate", "markup", "page_parts", "mail", "parts", "rules",
    *(name.removesuffix(".yaml") for name in (*FIRM_FILES, *(name for name, _ in NAME_FILES))),
}  # fmt: skip
EXAMPLES = [(name, text) for name, metric in metrics().items() for text in metric.examples]
COUNTER_EXAMPLES = [(name, text) for name, metric in metrics().items() for text in metric.counter_examples]


@pytest.mark.parametrize(("name", "marked"), EXAMPLES)
def test_an_example_is_read_as_its_metric(name: str, marked: str) -> None:
    assert metrics_at(marked) == [name]


@pytest.mark.parametrize(("name", "marked"), COUNTER_EXAMPLES)
def test_a_counter_example_is_read_as_another(name: str, marked: str) -> None:
    """One that yields no claim at all would prove nothing."""
    found = metrics_at(marked)
    assert found
    assert name not in found


def test_a_file_with_examples_is_one_whose_examples_run() -> None:
    folder = Path(vocabulary.__file__).parent
    carrying = {path.stem for path in folder.glob("*.yaml") if re.search(r"\bexamples:", path.read_text("utf-8"))}
    assert carrying == RUN


def test_no_name_stands_twice_for_one_metric() -> None:
    for name, metric in metrics().items():
        assert len(metric.names) == len(set(metric.names)), name
