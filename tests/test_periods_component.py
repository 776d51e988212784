"""The spaCy component of periods, and its way to pandas."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
import spacy
from spacy.tokens import Doc

from crossfoot.extract.periods import to_pandas
from crossfoot.values.periods import periods


def read(text: str, published: dt.date | None) -> Doc:
    nlp = spacy.blank("en")
    nlp.add_pipe("crossfoot_periods")
    doc = nlp.make_doc(text)
    doc._.crossfoot_published = published
    return nlp(doc)


def test_spans_carry_their_period() -> None:
    doc = read("Third-quarter sales rose 4% from a year earlier.", dt.date(2025, 11, 20))
    assert [(span.text, span._.crossfoot_period.edtf) for span in doc.spans["crossfoot_periods"]] == [
        ("Third-quarter", "2025-07/2025-09"),
        ("a year earlier", "2024-07/2024-09"),
    ]


def test_the_day_of_the_article_may_be_unknown() -> None:
    doc = read("Sales rose last year.", None)
    (span,) = doc.spans["crossfoot_periods"]
    assert span._.crossfoot_period.certainty == "unresolved"


def test_what_the_component_assigns_is_declared() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("crossfoot_periods")
    analysis = nlp.analyze_pipes()
    assert analysis["problems"] == {"crossfoot_periods": []}
    assert analysis["summary"]["crossfoot_periods"]["assigns"] == ["doc.spans", "span._.crossfoot_period"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2024", pd.Period("2024", freq="Y")),
        ("in Q3 2024", pd.Period("2024Q3", freq="Q")),
        ("in May 2024", pd.Period("2024-05", freq="M")),
        ("on May 3, 2024", pd.Period("2024-05-03", freq="D")),
        ("from 2021 to 2024", pd.Interval(pd.Timestamp("2021-01-01"), pd.Timestamp("2024-12-31"), closed="both")),
        ("since 2019", None),
        ("in fiscal 2024", None),
    ],
)
def test_a_period_as_pandas_has_it(text: str, expected: object) -> None:
    (period,) = periods(text)
    assert to_pandas(period) == expected
