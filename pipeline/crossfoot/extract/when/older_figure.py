"""Which of two compared figures is the older one, and which is what had been expected."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Doc, Span
from crossfoot.vocabulary.models import cues

COMPARED = frozenset(
    {"from", "than", "against", "versus", "vs", "compared", "compares", "compare", "comparison", "year's"}
)
# What a result is held against besides an older one.
_EXPECTED = frozenset(
    """expected expectation expectations estimate estimates estimated forecast forecasts forecasted consensus predicted
    prediction predictions projected projection projections anticipated""".split()
)
# "earnings from continuing operations of $2 a share", "cash from operating activities of $3 million"
_ACTIVITIES = frozenset({"operations", "activities", "sales", "operation", "services"})
_EARNED_FROM = frozenset({"operations", "operating", "activities"})
_YEARLY = ("year-on-year", "yearonyear", "year-over-year", "yearoveryear", "yoy", "fromayearearlier", "fromayearago")
_YEARLY_WORDS = 5  # tokens in which the longest of these stands
_FORECAST_REACH = 8  # tokens
_COMPARED_REACH = 3  # tokens
_OLDER_PHRASE = 6  # tokens
_NEXT_REACH = 9  # tokens


def is_compared(figure: Figure) -> bool:
    """*up from 12.5% in 2022*, *compared with $2.95 a year earlier*, *from a net loss of $8*: the older figure of a pair."""
    return is_older_at(figure.doc, figure.sentence, figure.span.start, figure.span.end)


def is_expected(figure: Figure) -> bool:
    """*against expectations of $2.15*, *vs. $6.22 expected*, *than the 8 cents that analysts had forecast*."""
    return _is_forecast(figure.doc, figure.sentence, figure.span.start, figure.span.end)


def is_yearly(figure: Figure) -> bool:
    """*rose 24% year-on-year*, *up 47 per cent from a year earlier*, *constant-currency growth of 16%*: no move of a day."""
    doc, sentence = figure.doc, figure.sentence
    last = min(figure.span.end + _YEARLY_WORDS, sentence.end)
    behind = "".join(token.lower_ for token in doc[figure.span.end : last])
    before = "".join(token.lower_ for token in doc[max(sentence.start, figure.span.start - 4) : figure.span.start])
    return behind.startswith(_YEARLY) or "constant-currency" in before


def is_older_at(doc: Doc, sentence: Span, start: int, end: int) -> bool:
    """Whether the figure of tokens [start, end) is the older of two that are compared."""
    if _is_forecast(doc, sentence, start, end):
        return False
    for at in range(start - 1, max(sentence.start - 1, start - _COMPARED_REACH - 1), -1):
        if doc[at].lower_ in COMPARED:
            return not (doc[at].lower_ == "than" and doc[at - 1].lower_ in ("more", "less", "fewer"))
        if doc[at].tag_ in ("VBD", "VBZ", "VBP"):
            break  # "Revenue from operations rose 4.7%"
    if start > sentence.start and doc[start - 1].lower_ in ("or", "("):
        return _is_told_again(doc, sentence, start)
    if start > sentence.start and doc[start - 1].lower_ == "and" and _is_the_next_older(doc, sentence, start, end):
        return True
    if start > sentence.start + 3 and doc[start - 1].lower_ == "of" and doc[start - 3].lower_ == "on":
        pair = _figure_ending(sentence, start - 3)
        if pair is not None and is_older_at(doc, sentence, pair.start, pair.end):
            return True  # "compared with a loss of $57 million on revenue of $305 million a year earlier"
    return start > sentence.start and doc[start - 1].lower_ == "of" and _is_of_an_older(doc, sentence, start)


def _is_the_next_older(doc: Doc, sentence: Span, start: int, end: int) -> bool:
    """*from 81,900 in the preceding quarter and 79,500 a year ago*: another that the figure is compared with."""
    times = spans_in(doc, "crossfoot_periods", end, min(end + 2, sentence.end))
    if not times or times[0]._.crossfoot_period.role != "comparison":
        return False
    told = spans_in(doc, "crossfoot_quantities", max(sentence.start, start - _NEXT_REACH), start)
    return bool(told) and told[-1].end < start and is_older_at(doc, sentence, told[-1].start, told[-1].end)


def _is_told_again(doc: Doc, sentence: Span, start: int) -> bool:
    """*compared to $2 million, or $1 a share*: the figure before, in another measure."""
    pair = _figure_ending(sentence, start - 2 if doc[start - 2].text == "," else start - 1)
    return pair is not None and is_older_at(doc, sentence, pair.start, pair.end)


def _is_of_an_older(doc: Doc, sentence: Span, start: int) -> bool:
    """*from a net loss of $8 million*; not *from continuing operations of $2 a share*."""
    for at in range(start - 2, max(sentence.start, start - _OLDER_PHRASE) - 1, -1):
        if doc[at].text[0].isdigit():  # "compared to 2024 of $8 million": a period stands between
            return False
        if doc[at].lower_ in COMPARED:
            return not (doc[at].lower_ == "from" and _is_of_activities(doc, at, start))
    return False


def _is_of_activities(doc: Doc, at: int, start: int) -> bool:
    """*funds from operations (FFO) of $0.61 a share*: what it comes from, not what it was before."""
    return doc[start - 2].lower_ in _ACTIVITIES or any(t.lower_ in _EARNED_FROM for t in doc[at + 1 : start])


def _is_forecast(doc: Doc, sentence: Span, start: int, end: int) -> bool:
    """Whether the figure of tokens [start, end) is one that had been expected."""
    for token in reversed(doc.tokens[max(sentence.start, start - _FORECAST_REACH) : start]):
        if token.text in grammar.CLAUSE_MARKS or token.pos_ == "VERB" or token.like_num:
            break
        if token.lower_ in _EXPECTED:
            return True
    if not any(token.lower_ in COMPARED for token in doc[max(sentence.start, start - _COMPARED_REACH) : start]):
        return False
    behind = []
    for token in doc[end : min(sentence.end, end + _FORECAST_REACH)]:
        if token.text in grammar.CLAUSE_MARKS or token.lower_ == "and":
            break
        if token.lower_ in _EXPECTED:
            return True
        behind.append(token.lower_)
    text = f" {' '.join(behind)} "  # "the 3.7 per cent that economists had been looking for"
    return any(f" {words} " in text for words in cues().expectations.told)


def _figure_ending(sentence: Span, end: int) -> Span | None:
    """The sentence's figure whose last word stands right before token `end`."""
    told = spans_in(sentence.doc, "crossfoot_quantities", sentence.start, sentence.end)
    return next((span for span in told if span.end == end), None)
