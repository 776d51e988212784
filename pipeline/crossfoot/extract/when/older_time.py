"""Times that something is compared with, and whose they are: *up 8% on 2023*, *than in the prior three months*."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.spans import spans_in, spans_of
from crossfoot.extract.tokens import Span
from crossfoot.extract.when.of_a_thing import is_contrast
from crossfoot.extract.when.older_figure import COMPARED, is_older_at
from crossfoot.extract.when.own_phrase import opens_its_clause, owns_its_noun
from crossfoot.extract.when.pairing import Pairing, is_day
from crossfoot.extract.when.timing import TRADED
from crossfoot.values.periods import Period

BASES = frozenset({"from", "on", "over", "than", "versus", "vs", "against", "compared", "of", "above", "below"})
_PRIOR = frozenset({"previous", "prior", "preceding"})
_EARLIER = _PRIOR | {"ago", "earlier"}
_EARNING = frozenset({"be", "earn", "make", "lose", "post", "report", "record", "book", "log"})
_STANDING = _EARNING | {"stand", "amount", "total"}
_CLOSES = frozenset({"close", "closing", "settlement"})
_MULTIPLES = frozenset({"double", "triple", "twice", "thrice", "quadruple", "treble", "half", "time", "fold"})
_MULTIPLYING = frozenset({"double", "triple", "treble", "quadruple", "quintuple", "halve"})
_MULTIPLE_REACH = 5  # tokens
_RISE_REACH = 2  # tokens: "a 4.5% rise in the month before"
_AFTER_REACH = 6  # tokens: "after a rise of 3%"
_MONTH_REACH = 3  # tokens
_SEEN_REACH = 5  # tokens
_PAIR = 14  # tokens


def is_older(figure: Figure, span: Span, period: Period) -> bool:
    """Whether a time is one that the figure, or another one, is compared with."""
    return period.role == "comparison" or _is_base(figure, span) or _is_time_before(span)


def _is_base(figure: Figure, span: Span) -> bool:
    """*up 8% on 2023*, *88% of 2019 levels*, *an increase from the previous year*: what a change is measured against."""
    doc = figure.doc
    before = [t for t in doc[max(figure.sentence.start, span.start - 3) : span.start] if t.pos_ not in ("DET", "ADJ")]
    if not before:
        return False
    word = before[-1].lower_
    if word in ("to", "with") and len(before) > 1:
        return before[-2].lower_ in ("compared", "comparison", "relative")
    if word == "since":
        return is_contrast(span)
    if word == "of":
        return any(other.end == before[-1].i for other in spans_of(doc, "crossfoot_quantities"))
    if word == "from" and _is_to_come(span):
        return False  # "to save $3 million a year from 2027"
    if word == "over" and figure.kind == "count":
        return False  # "140 to 160 net openings over 2024"
    if word == "on" and is_day(span._.crossfoot_period):
        return False  # "loans reached $3 billion on March 31, 2026"
    if word in ("on", "over"):
        return span.start > figure.span.start and any(t.shape_ == "dddd" or t.lower_ in _EARLIER for t in span)
    return word in BASES


def _is_to_come(span: Span) -> bool:
    """A time ahead; no *from 2026 to 2028*."""
    published, first = span.doc._.crossfoot_published, span._.crossfoot_period.first
    if span._.crossfoot_period.parts:
        return False
    return published is not None and first is not None and first > published


def _is_time_before(span: Span) -> bool:
    """*than in the prior three months*: as long a time, before the one that is told of."""
    return len(span) > 2 and any(token.lower_ in _PRIOR for token in span)


def is_anothers_older_time(pair: Pairing) -> bool:
    """*$38 million, up from $9 million in 2024*: an older time, and not of the older figure nor of this one's noun or clause."""
    return pair.older and not (pair.compared or owns_its_noun(pair) or opens_its_clause(pair))


def is_shared_by_a_pair(pair: Pairing) -> bool:
    """*against $7.1 million, or 18 cents a share, in the same quarter of 2021*: the period of both."""
    if not (pair.compared and pair.older and pair.follows):
        return False
    between = pair.behind_figure
    return len(between) <= _PAIR and not any(
        token.text in grammar.CLAUSE_ENDS or token.dep_ == "nsubj" for token in between
    )


def is_seen_then(pair: Pairing) -> bool:
    """*a touch above the 15.9% seen a year ago*, *a far cry from the 9.3% jump posted in May*: a figure's own older time."""
    if not pair.older or not pair.follows:
        return False
    between = pair.behind_figure
    at = next((token for token in between if token.tag_ in ("VBN", "VBD")), None)
    if at is not None and at.lower_ in COMPARED:
        return False
    if at is None or len(between) > _SEEN_REACH or any(token.text in grammar.CLAUSE_MARKS for token in between):
        return False
    return at.dep_ in ("acl", "amod") and not any(token.like_num for token in between)


def was_then(pair: Pairing) -> bool:
    """*It had earned $3 million in the same period of the previous year*: an older result, told in a sentence of its own."""
    verb = pair.figure.verb
    if not pair.older or pair.compared or not pair.follows or verb is None or verb.tag_ not in ("VBD", "VBN"):
        return False
    between = pair.behind_figure
    if not len(between):
        standing = pair.figure.kind == "money" and verb.lemma_.lower() in _STANDING
        return standing and pair.period.role == "comparison"
    if between[-1].lower_ not in ("in", "for", "during") or len(between) > _SEEN_REACH:
        return False
    own = pair.time_verb
    stood = len(between) == 1 and pair.period.role == "comparison" and verb.lemma_.lower() in _STANDING
    told = stood or verb.lemma_.lower() in _EARNING or grammar.is_past_perfect(verb)
    same = own is not None and own.i == verb.i
    return (
        told and same and not any(t.lower_ in COMPARED or t.like_num or t.text in grammar.CLAUSE_MARKS for t in between)
    )


def is_an_older_one(pair: Pairing) -> bool:
    """*3% short of last year's, and*, *below today's*: what is meant is that time's figure."""
    doc, end = pair.doc, pair.span.end
    at = end - 1 if doc[end - 1].tag_ == "POS" else end
    if at + 1 >= len(doc) or doc[at].tag_ != "POS":
        return False
    return doc[at + 1].pos_ in ("PUNCT", "CCONJ", "ADP", "SPACE")


def is_told_of_an_older(pair: Pairing) -> bool:
    """*signed up 410,000, after 360,000 in the previous three months and 390,000 in the year-ago period*: each its own."""
    if not pair.older or not pair.follows or pair.compared or len(pair.behind_figure) > _RISE_REACH:
        return False
    start, doc = pair.figure.span.start, pair.doc
    between = pair.behind_figure
    told = all(token.lower_ in ("in", "for", "during") or token.tag_ == "NN" for token in between)
    if not told or start == pair.figure.sentence.start:
        return False
    before = doc[start - 1].lower_
    if before in ("and", "or"):
        return any(0 < start - other.end <= _PAIR for other in pair.others if _is_behind_after(other))
    return _is_behind_after(pair.figure.span)


def _is_behind_after(figure: Span) -> bool:
    """*, after 360,000*, *following growth of 3%*."""
    first = max(figure.sent.start, figure.start - _AFTER_REACH)
    for token in reversed(figure.doc.tokens[first : figure.start]):
        if token.text in grammar.CLAUSE_MARKS or token.tag_ in grammar.FINITE:
            return False
        if token.lower_ in ("after", "following"):
            return True
    return False


def is_against_the_year(pair: Pairing) -> bool:
    """*flat on the year at 46,800 tonnes*: against a year before; a share is down 5% on the year so far."""
    start = pair.span.start
    if start == 0 or pair.doc[start - 1].lower_ != "on" or pair.metric in TRADED:
        return False
    words, end = pair.span.text.lower(), pair.span.end
    if words == "the month":  # "dropped 1.9% on the month in June"
        first = pair.figure.sentence.start
        near = (first, first + _MONTH_REACH), (end, min(end + _MONTH_REACH, pair.figure.sentence.end))
        times = [each for reach in near for each in spans_in(pair.doc, "crossfoot_periods", *reach)]
        return any(each.start != start for each in times)
    return words in ("the year", "the quarter")


def is_of_a_multiplied(pair: Pairing) -> bool:
    """*more than double the figure of three years before*: what the multiple is of."""
    if not pair.follows or pair.figure.span[-1].lemma_.lower() not in _MULTIPLES:
        return False
    between = [token.lower_ for token in pair.behind_figure]
    return (
        2 <= len(between) <= _MULTIPLE_REACH
        and between[0] in ("the", "its", "that", "what")
        and between[-1] in ("of", "in")
    )


def is_to_a_close(pair: Pairing) -> bool:
    """*a premium of 37% to Monday's close*: what a premium is against."""
    doc, span = pair.doc, pair.span
    behind = [token.lower_ for token in doc[span.end : span.end + 3]]
    return pair.follows and doc[span.start - 1].lower_ == "to" and not _CLOSES.isdisjoint(behind)


def is_of_a_base(pair: Pairing) -> bool:
    """*aims to double its staff of 260 by the end of next year*: how many there are today."""
    of, published = pair.figure.preposition, pair.doc._.crossfoot_published
    if of is None or of.lower_ != "of" or published is None or not pair.follows:
        return False
    ahead = pair.period.last is not None and pair.period.last > published
    return ahead and of.head.dep_ == "dobj" and of.head.head.lemma_.lower() in _MULTIPLYING


def passes_an_older(pair: Pairing) -> bool:
    """*$38 million, up from $9 million in 2024*: the period behind the older figure of a pair is that one's."""
    figure = pair.figure
    passed = (other for other in pair.others if figure.span.end <= other.start and other.end <= pair.span.start)
    return any(is_older_at(figure.doc, figure.sentence, other.start, other.end) for other in passed)


def is_of_the_older_before(pair: Pairing) -> bool:
    """*from $4 in 2023 to $5*: the time close behind the older figure, which stands before this one."""
    for other in pair.others:
        if other.end <= pair.span.start and pair.span.start - other.end <= 2 and other.end <= pair.figure.span.start:
            return other.start > 0 and pair.doc[other.start - 1].lower_ in COMPARED
    return False
