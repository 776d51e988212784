"""The country or place that a figure is told of, where no firm stands for it."""

from __future__ import annotations

from collections import defaultdict

from crossfoot.extract.figures import Figure
from crossfoot.extract.firms.gazetteer import find_names
from crossfoot.extract.firms.mentions import FirmMention, of_entry
from crossfoot.extract.spans import spans_of
from crossfoot.extract.tokens import AnySpan, Doc
from crossfoot.extract.whom import Whom, mentions_in
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, firm_lists

_PARTING = frozenset({";", "while", "whereas", "but"})
_KEPT = "crossfoot_economy"
_IN_TITLE, _OFFICE, _ABROAD = 3.0, 2.0, 0.3  # a country's name counts one


def country_of(figure: Figure) -> FirmMention | None:
    """The country whose economy a figure describes: named in its sentence, else the text's own."""
    near = [(i, m) for i, m in mentions_in(figure.sentence) if m.kind in ("country", "region")]
    begun = max(
        (t.i for t in figure.doc[figure.sentence.start : figure.span.start] if t.lower_ in _PARTING), default=-1
    )
    own = next((m for i, m in near if begun < i < figure.span.start), None)  # "; in Germany it rose to 51.5"
    return own or (near[0][1] if near else economy_of(figure.doc))


def economy_of(doc: Doc) -> FirmMention | None:
    """The country that a text on an economy is about: whose offices, towns and name its title and its body hold most of."""
    if _KEPT not in doc.user_data:
        weights: dict[str, float] = defaultdict(float)
        title = doc.user_data.get("crossfoot_title") or ""
        for mention, weight in (
            *((of_entry(hit.entry), _IN_TITLE) for hit in find_names(title)),
            *((span._.crossfoot_firm, _weight(span)) for span in spans_of(doc, "crossfoot_firms")),
        ):
            if mention is not None and (country := state_of(mention)) is not None:
                weights[country] += weight
        doc.user_data[_KEPT] = _country(max(weights, key=weights.__getitem__)) if weights else None
    found: FirmMention | None = doc.user_data[_KEPT]
    return found


def state_of(mention: FirmMention) -> str | None:
    """The country that a country is, that a town stands in, that a central bank or a statistics office is of."""
    if mention.kind == "country":
        return mention.canonical
    if mention.kind == "agency":
        return mention.country if mention.country != "other" else None
    return mention.owner if mention.kind == "region" else None


def _weight(span: AnySpan) -> float:
    """What a mention says of whose economy a text is on: an office more than a name, *exports to China* little."""
    mention = span._.crossfoot_firm
    if mention is not None and mention.kind == "agency":
        return _OFFICE
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return _ABROAD if before in ("to", "from", "with", "against") else 1.0


def _country(name: str) -> FirmMention | None:
    entry = firm_lists().names.get(name)
    return of_entry(entry) if entry is not None else None


def place_of(figure: Figure, topic: FirmMention | None) -> Whom | None:
    """*In Peru, sales of tractors are down 5%*: the place, where the text is on no firm that could sell there."""
    if topic is not None and topic.kind in FIRM_KINDS and not topic.house:
        return None
    for index, mention in mentions_in(figure.sentence):
        before = figure.doc[max(figure.sentence.start, index - 3) : index]
        if mention.kind in ("country", "region") and any(
            token.lower_ in ("in", "across", "throughout") for token in before
        ):
            return Whom(mention, "place_of_the_sentence", 0.5, index)
    return None
