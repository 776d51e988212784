"""The country or place that a figure is told of, where no firm stands for it."""

from __future__ import annotations

from collections import Counter

from crossfoot.extract.figures import Figure
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.spans import spans_of
from crossfoot.extract.whom import Whom, mentions_in
from crossfoot.vocabulary.firm_lists import FIRM_KINDS


def country_of(figure: Figure) -> FirmMention | None:
    """The country whose economy a figure describes: named in its sentence, else the text's most frequent."""
    doc = figure.doc
    near = [m for _, m in mentions_in(figure.sentence) if m.kind in ("country", "region")]
    if near:
        return near[0]
    counts: Counter[str] = Counter()
    by_name: dict[str, FirmMention] = {}
    for span in spans_of(doc, "crossfoot_firms"):
        mention = span._.crossfoot_firm
        if mention is not None and mention.kind == "country":
            counts[mention.canonical] += 1
            by_name.setdefault(mention.canonical, mention)
    return by_name[counts.most_common(1)[0][0]] if counts else None


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
