"""The spaCy side: components declare what they need, and their spans and attributes can be used by anybody."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import crossfoot
from crossfoot.extract import pipeline
from crossfoot.extract.pipeline import COMPONENTS, load
from crossfoot.ingest import article


def test_the_pipeline_is_complete_and_consistent() -> None:
    nlp = load()
    assert tuple(nlp.pipe_names) == COMPONENTS
    problems = nlp.analyze_pipes()["problems"]
    assert not any(problems.values()), problems


def test_a_sentence_carries_its_spans() -> None:
    doc = crossfoot.load()("Acme Corp's revenue rose 8% to $2.1 billion in 2025, the company said.")
    assert [span._.crossfoot_quantity.unit for span in doc.spans["crossfoot_quantities"]] == ["percent", "USD"]
    assert [span._.crossfoot_period.edtf for span in doc.spans["crossfoot_periods"]] == ["2025"]
    assert "revenue" in [span.text for span in doc.spans["crossfoot_metrics"]]
    assert "Acme Corp" in [span.text for span in doc.spans["crossfoot_firms"]]


def test_quantities_serve_anybodys_pipeline() -> None:
    nlp: Language = spacy.blank("en")
    nlp.add_pipe("crossfoot_quantities")
    doc = nlp("It leases at $10–15 billion per GW per year.")
    (span,) = doc.spans["crossfoot_quantities"]
    assert (span._.crossfoot_quantity.value.low, span._.crossfoot_quantity.unit) == (10e9, "USD/GW/year")


def test_a_vocabulary_that_has_grown_is_loaded_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [article(f"Acme said sales rose {count}% to ${count} million.", id=str(count)) for count in (4, 5, 6)]
    once = [(made.id, doc.to_array(["LEMMA", "TAG", "HEAD"]).tolist()) for made, doc in pipeline.docs(articles)]
    before = pipeline.load()
    monkeypatch.setattr(pipeline, "_MOST_WORDS", 100)
    again = [(made.id, doc) for made, doc in pipeline.docs(articles, batch_size=1)]
    assert pipeline.load() is not before
    assert [(name, doc.to_array(["LEMMA", "TAG", "HEAD"]).tolist()) for name, doc in again] == once
    assert again[0][1].text == "Acme said sales rose 4% to $4 million."
