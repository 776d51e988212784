"""The spaCy component `crossfoot_quantities`: every quantity of a text as a span, usable in any pipeline."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from crossfoot.extract.words import text_of
from crossfoot.values.quantities import Quantity, quantities
from crossfoot.values.quantities.home import home_of

GROUP = "crossfoot_quantities"
_FOUND = "crossfoot_found"
ATTRIBUTE = "crossfoot_quantity"


class QuantityRuler:
    """Finds the quantities of a doc and writes them to `doc.spans["crossfoot_quantities"]`.

    Each span carries its Quantity, with exact character offsets, as `span._.crossfoot_quantity`; the span itself is
    widened to whole tokens. Two quantities inside one token share a span of equal offsets, and so its attribute: the
    first one is kept there. Without a `country`, a sign that several countries share (`$`, crowns, pesos) is read by the
    places and markets that the text names.
    """

    def __init__(self, *, country: str | None = None) -> None:
        self.country = country
        register()

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its quantities written."""
        return self.set_annotations(doc, self.match(doc))

    def match(self, doc: Doc) -> list[Span]:
        """The quantities of `doc` as spans, in text order; nothing is written to `doc.spans`."""
        spans: list[Span] = []
        text = text_of(doc)
        country = self.country or home_of(text)
        found = quantities(text, country=country)
        if country is None:
            doc.user_data[_FOUND] = found
        for quantity in found:
            span = doc.char_span(quantity.start, quantity.end, label="QUANTITY", alignment_mode="expand")
            if span is None or (spans and (spans[-1].start, spans[-1].end) == (span.start, span.end)):
                continue
            span._.set(ATTRIBUTE, quantity)
            spans.append(span)
        return spans

    def set_annotations(self, doc: Doc, spans: list[Span]) -> Doc:
        """Writes `spans` to the doc's span group."""
        doc.spans[GROUP] = spans
        return doc


def quantities_of(doc: Doc, text: str) -> list[Quantity]:
    """`quantities(text)`, from what was found in the Doc where that was made of this text and no country decided."""
    found: list[Quantity] | None = doc.user_data.get(_FOUND)
    return found if found is not None and text_of(doc) == text else quantities(text)


def register() -> None:
    """Declares `span._.crossfoot_quantity` where it is not declared yet."""
    if not Span.has_extension(ATTRIBUTE):
        Span.set_extension(ATTRIBUTE, default=None)


@Language.factory(
    "crossfoot_quantities",
    default_config={"country": None},
    assigns=["doc.spans", "span._.crossfoot_quantity"],
)
def make_quantities(nlp: Language, name: str, country: str | None) -> QuantityRuler:
    """The component, for `nlp.add_pipe("crossfoot_quantities")`; `country` is ISO 3166."""
    return QuantityRuler(country=country)
