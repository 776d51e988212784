"""The component `crossfoot_quantities` in anybody's spaCy pipeline."""

from __future__ import annotations

import spacy

from crossfoot.extract.quantities import GROUP


def test_a_blank_pipeline_gets_spans_with_their_quantities() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("crossfoot_quantities")
    doc = nlp("It leased 450MW for $60–70B per GW, up 5%.")
    spans = doc.spans[GROUP]
    assert [(span.text, span._.crossfoot_quantity.unit) for span in spans] == [
        ("450MW", "MW"),
        ("$60–70B per GW", "USD/GW"),
        ("5%", "percent"),
    ]


def test_spans_widen_to_tokens_and_offsets_stay_exact() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("crossfoot_quantities")
    doc = nlp("Users (3.2bn/month) rose.")
    (span,) = doc.spans[GROUP]
    quantity = span._.crossfoot_quantity
    assert doc.text[quantity.start : quantity.end].startswith("3.2bn")
    assert span.start_char <= quantity.start < quantity.end <= span.end_char


def test_the_country_is_an_option() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("crossfoot_quantities", config={"country": "AU"})
    doc = nlp("It cost $5 million.")
    (span,) = doc.spans[GROUP]
    assert span._.crossfoot_quantity.unit == "AUD"


def test_the_pipeline_reports_no_problem() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("crossfoot_quantities")
    assert nlp.analyze_pipes()["problems"] == {"crossfoot_quantities": []}
