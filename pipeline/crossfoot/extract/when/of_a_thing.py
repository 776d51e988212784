"""Times that belong to a thing and not to its figure: a bond's end, a contract's month, how long ago the like was seen."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.tokens import Span, Token
from crossfoot.extract.when.pairing import Pairing
from crossfoot.values.periods.lexemes import word_set
from crossfoot.values.quantities.figure_guards import guards

_ENDINGS = frozenset({"due", "maturing", "expiring"})  # "notes due 2031"
_RECORDS = frozenset(
    "lowest highest first best worst biggest largest smallest steepest sharpest fastest slowest low high most least level".split()
)
_SIZES = frozenset({"employees", "customers", "stores", "subscribers", "users", "fleet_size"})
_ENDED = frozenset({"ended", "finished", "closed", "began", "started"})
_SINCE_REACH = 5  # tokens
_CLOSES = frozenset({"close", "closing", "settlement", "finish"})
_MEASURED_FROM = frozenset({"to", "from", "above", "below", "than", "against", "with", "over", "on"})
_CONTRACT_REACH = 3  # tokens: "May arabica coffee futures"


def is_of_a_thing(pair: Pairing) -> bool:
    """*notes due 2031*, *May arabica*: when a bond ends, when a contract is delivered."""
    return is_maturity(pair.span) or is_contract(pair.span, pair.metric)


def is_maturity(span: Span) -> bool:
    """*notes due 2031*, *bonds maturing in 2030*: when they end, not when they were worth something."""
    before = span.doc[max(span.sent.start, span.start - 2) : span.start]
    return any(token.lower_ in _ENDINGS for token in before) and not any(token.pos_ == "VERB" for token in before[:-1])


def is_contract(span: Span, metric: str | None) -> bool:
    """*May arabica*, *wheat for July*: the month of delivery."""
    if len(span) > 1 or span.text.lower() not in guards().months:
        return False
    if span.doc[max(0, span.start - 1)].lower_ in ("in", "since", "during"):
        return False
    return metric == "commodity_price" or _is_delivered(span)


def _is_delivered(span: Span) -> bool:
    """*May delivery settled $12 higher*, *the most-traded March contract*, *July wheat futures*: when it is delivered."""
    for token in span.doc[span.end : min(span.end + _CONTRACT_REACH, span.sent.end)]:
        if token.lower_ in word_set("contracts"):
            return True
        if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return False
    return False


def is_of_an_earlier_close(span: Span) -> bool:
    """*a discount of 3% to Tuesday's close*, *up from Monday's settlement*: what a price is measured from."""
    doc, end = span.doc, span.end
    if doc[end - 1].tag_ == "POS":
        end -= 1
    closes = end + 1 < len(doc) and doc[end].tag_ == "POS" and doc[end + 1].lower_ in _CLOSES
    return closes and doc[max(0, span.start - 1)].lower_ in _MEASURED_FROM


def is_an_end(pair: Pairing) -> bool:
    """*its fiscal fourth quarter, which runs through Feb. 1*: when a period ends, not how long a figure is for."""
    before = pair.doc[max(0, pair.span.start - 2) : pair.span.start]
    return len(before) == 2 and before[0].lemma_.lower() == "run" and before[1].lower_ in ("through", "to", "until")


def is_contrast(span: Span) -> bool:
    """*its lowest level since November*, *the first time since 2019*: a record's horizon, no period of the figure."""
    before = span.doc[max(span.sent.start, span.start - 7) : span.start]
    if not any(t.lower_ == "since" for t in before):
        return False
    return any(t.lower_ in _RECORDS or t.tag_ == "JJS" and t.lower_.endswith("est") for t in before)


def is_since_an_event(figure: Figure) -> bool:
    """*is up 29% since its report*; not *152 yen, the least since January*, where the like was last seen."""
    for token in figure.doc[figure.span.end : min(figure.span.end + _SINCE_REACH, figure.sentence.end)]:
        if token.text in grammar.CLAUSE_MARKS or token.lower_ in _RECORDS:
            return False
        if token.lower_ == "since":
            return True
    return False


def is_of_a_count(pair: Pairing) -> bool:
    """*1,900 of its 14,200 positions*, *among the 6,900 employees*, *a neighbour with 165,000 employees*: how many there are."""
    figure = pair.figure
    if pair.metric not in _SIZES or figure.kind == "percent" or figure.span.start == figure.sentence.start:
        return False
    before = figure.doc[figure.span.start - 1]
    ended = any(token.lower_ in _ENDED for token in figure.doc[max(figure.sentence.start, before.i - 4) : before.i])
    if ended:
        return False  # "It ended the period with 92 million active buyers"
    owned = before.tag_ in ("PRP$", "POS") or before.lower_ == "the"
    top = figure.noun if figure.noun is not None else figure.anchor
    return owned and top.dep_ == "pobj" or _is_with_it(before, figure.sentence.start)


def _is_with_it(before: Token, first: int) -> bool:
    """The *with* of *a neighbour with 165,000 employees*: what somebody has."""
    return before.lower_ == "with" and before.i > first and before.nbor(-1).pos_ in ("NOUN", "PROPN")
