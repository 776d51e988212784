"""spaCy component `crossfoot_periods`: the times that a document names, as spans with their place in the calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from crossfoot.extract.words import text_of
from crossfoot.values.periods import Period, periods

if TYPE_CHECKING:
    import pandas as pd

GROUP = "crossfoot_periods"
_PANDAS_UNITS = {1: "M", 3: "Q", 12: "Y"}


def _register_extensions() -> None:
    if not Doc.has_extension("crossfoot_published"):
        Doc.set_extension("crossfoot_published", default=None)
    if not Span.has_extension("crossfoot_period"):
        Span.set_extension("crossfoot_period", default=None)


@Language.factory(
    "crossfoot_periods",
    assigns=["doc.spans", "span._.crossfoot_period"],
    retokenizes=False,
)
def create_periods(nlp: Language, name: str) -> PeriodFinder:
    """The component; it needs nothing of the pipeline but the tokenizer."""
    _register_extensions()
    return PeriodFinder()


class PeriodFinder:
    """Writes `doc.spans["crossfoot_periods"]`; each span's `_.crossfoot_period` is its `Period`.

    A bare number that is a quantity's is no year. The article's own day is `doc._.crossfoot_published` (a date or
    None). A span covers whole tokens, its period's `start` and `end` the very characters.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Find, then write."""
        spans = []
        text = text_of(doc)
        quantities = doc.spans.get("crossfoot_quantities", ())
        held = {i for span in quantities for i in range(span.start_char, span.end_char)}
        for period in periods(text, doc._.crossfoot_published):
            if text[period.start : period.end].isdigit() and period.start in held:
                continue  # the 1112 of "1112 p" is no year
            span = doc.char_span(period.start, period.end, label=period.type, alignment_mode="expand")
            if span is not None:
                span._.crossfoot_period = period
                spans.append(span)
        doc.spans[GROUP] = spans
        return doc


def to_pandas(period: Period) -> pd.Period | pd.Interval[Any] | None:
    """A `pandas.Period` for a day, month, calendar quarter or year, an `Interval` of days for any other span.

    The interval is closed on both sides. None where the days are not known or one side is open.
    """
    import pandas as pd

    if period.first is None or period.last is None:
        return None
    unit = _pandas_unit(period.first, period.last)
    if unit is not None:
        return pd.Period(pd.Timestamp(period.first), freq=unit)
    return pd.Interval(pd.Timestamp(period.first), pd.Timestamp(period.last), closed="both")


def _pandas_unit(first: dt.date, last: dt.date) -> str | None:
    """pandas' letter for a calendar unit that is just these days."""
    if first == last:
        return "D"
    after = last + dt.timedelta(days=1)
    if first.day != 1 or after.day != 1:
        return None
    months = (after.year - first.year) * 12 + after.month - first.month
    return _PANDAS_UNITS.get(months) if (first.month - 1) % months == 0 else None
