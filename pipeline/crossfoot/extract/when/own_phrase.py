"""The time in a figure's own phrase: *its 2028 EPS*, *the $150 billion that was raised in the whole of 2021*."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.metrics import singular
from crossfoot.extract.tokens import Span, Token
from crossfoot.extract.when.pairing import Pairing, is_day
from crossfoot.vocabulary.models import cues

_NOW_REACH = 4  # tokens
_NAME_REACH = 4  # tokens
_ADDED_REACH = 8  # tokens
_OLDER_REACH = 4  # tokens: "from fourth-quarter revenue of about $2 million"
_MARK_REACH = 5  # tokens
_SET = frozenset({"hit", "set", "reached", "touched", "struck", "scaled", "attained", "notched"})
_OWNERS = frozenset({"it", "they", "that", "which", "he", "she"})
# "its 2031 bond", "the 2025 model": the year is part of the thing's name.
_DATED_NAMES = frozenset(
    {"bond", "note", "treasury", "gilt", "model", "edition", "film", "law", "act", "deal", "acquisition"}
)


def is_of_now(figure: Figure, span: Span, others: list[Span]) -> bool:
    """*from 60% now to 75% by 2035*, *double the 4% they account for now*: the day of writing, which has no name."""
    if span._.crossfoot_period.value != "PRESENT_REF" or not 0 <= span.start - figure.span.end <= _NOW_REACH:
        return False
    between = figure.doc[figure.span.end : span.start]
    passed = any(figure.span.end <= other.start < span.start for other in others)
    joined = any(token.text in grammar.CLAUSE_MARKS or token.lower_ == "and" for token in between)
    return not (passed or joined) and (
        not any(token.pos_ in ("VERB", "AUX") for token in between) or between[0].lower_ in _OWNERS
    )


def is_named_before_the_colon(pair: Pairing) -> bool:
    """*capacity of 412 MW (31 December 2024: 187 MW)*: the time that the figure in the brackets is introduced by."""
    doc, span = pair.doc, pair.span
    introduces = span.end + 1 == pair.figure.span.start and doc[span.end].text == ":"
    return introduces and doc[max(0, span.start - 1)].text == "("


def is_when_clause_of(pair: Pairing) -> bool:
    """*in 2022, when revenue advanced 9%*, *the year-ago quarter, when it made $5 a share*: the time that is gone on about."""
    doc, end, first, verb = pair.doc, pair.span.end, pair.figure.span.start, pair.figure.verb
    at = end + (1 if end < len(doc) and doc[end].text == "," else 0)
    if at >= first or doc[at].lower_ != "when" or verb is None or not at < verb.i:
        return False
    if any(token.text in grammar.CLAUSE_ENDS or token.lower_ == "but" for token in doc[at:first]):
        return False
    return doc[at].head.i == verb.i or grammar.within(doc[at], verb)


def is_of_then(pair: Pairing) -> bool:
    """*more than double the $7.4 billion of the same stretch of 2022*: the figure of that time."""
    doc, start, end = pair.doc, pair.figure.span.start, pair.figure.span.end
    if start == 0 or pair.figure.kind == "percent" or end >= len(doc):
        return False
    told = doc[end].lower_ in ("of", "spent", "raised", "earned")
    return told and doc[start - 1].lower_ == "the" and end < pair.span.start <= end + 3


def is_of_its_relative(pair: Pairing) -> bool:
    """*the $150 billion that was raised in the whole of 2021*: the time of a clause that hangs on the figure."""
    verb = relative_on(pair)
    if verb is None or verb.lemma_.lower() in cues().forecasts.foretelling or grammar.is_past_perfect(verb):
        return False
    between = pair.behind_figure
    passed = any(other.start >= between.start and other.end <= between.end for other in pair.others)
    return not passed and not any(token.lower_ == "than" or token.text in grammar.CLAUSE_MARKS for token in between)


def is_added_to(pair: Pairing) -> bool:
    """*shave $2 billion from 2025 profit*, *add 5% to earnings a share in 2027*: the time of what is added to."""
    verb = pair.figure.verb
    if verb is None or not pair.follows or verb.lemma_.lower() not in cues().adding or not len(pair.behind_figure):
        return False
    between = pair.behind_figure
    passed = any(pair.figure.span.end <= other.start < pair.span.start for other in pair.others)
    if pair.figure.kind == "percent" and between[0].lower_ == "from":
        return False  # "cut emissions by 40% from 2019 levels"
    leads = between[0].lower_ in ("to", "from", "off") and len(between) <= _ADDED_REACH
    return leads and not passed and not any(t.text in grammar.CLAUSE_MARKS or t.tag_ in grammar.FINITE for t in between)


def is_of_a_mark(pair: Pairing) -> bool:
    """*its record of $344, hit in March 2021*, *the high of 153p reached in May*: when the mark was set."""
    between = pair.behind_figure
    if not pair.follows or pair.older or not 1 <= len(between) <= _MARK_REACH:
        return False
    set_then = [token for token in between if token.lower_ in _SET]
    rest = (token for token in between if token.lower_ not in _SET)
    return len(set_then) == 1 and all(t.text == "," or t.pos_ in ("ADP", "ADV", "DET", "ADJ") for t in rest)


def relative_on(pair: Pairing) -> Token | None:
    """The verb of a clause that hangs on the figure and that the time stands in."""
    figure = pair.figure
    verb = pair.time_verb if pair.follows else None
    hangs = verb is not None and verb.dep_ == "relcl" and figure.span.end <= verb.i < pair.span.start
    return verb if hangs and verb is not None and figure.span.start <= verb.head.i < figure.span.end else None


def leads_its_name(pair: Pairing) -> bool:
    """*its 2028 EPS*, *fourth-quarter revenue*, *Q3 net income*: the time stands within the phrase of what is measured."""
    word = pair.what.word if pair.what is not None else None
    shared = word is not None and pair.compared and not pair.older and word.i < pair.figure.span.start - _OLDER_REACH
    if shared and pair.span.end <= pair.figure.span.start:
        return False  # "third-quarter revenue rose to $3 million from $2 million": the newer one's
    if word is not None and is_day(pair.period) and _is_of_the_figure_between(pair, word):
        return False  # "At Friday's close of $38, the stock was down 19%"
    names = (word, pair.figure.noun, pair.figure.anchor)
    return any(name is not None and _leads(pair.span, name) for name in names)


def _is_of_the_figure_between(pair: Pairing, word: Token) -> bool:
    """Whether the word measures another figure, which stands between it and this one."""
    figure = pair.figure
    between = any(word.i < other.start and other.end <= figure.span.start for other in pair.others)
    return between and figure.verb is not None and word.i < figure.verb.i < figure.span.start


def _leads(span: Span, word: Token) -> bool:
    if span.start > word.i or grammar.is_verb(word) or singular(word.lower_) in _DATED_NAMES:
        return False
    gap = span.doc[span.end : word.i]
    return len(gap) <= _NAME_REACH and all(
        t.pos_ in ("NOUN", "PROPN", "ADJ", "PUNCT", "NUM", "PART", "X") and t.text not in (",", ";", ":") for t in gap
    )


def is_inside_its_name(pair: Pairing) -> bool:
    """*The price of a car sold in October*: the clause belongs to what is measured."""
    word = pair.what.word if pair.what is not None else None
    if word is None or word.pos_ not in ("NOUN", "PROPN"):
        return False
    verb = pair.time_verb
    if verb is not None and verb.dep_ == "acl" and grammar.within(word, verb):
        return True  # "Cash provided by operating activities in the first six months"
    if _is_in_a_relative_behind_a_comma(pair, word):
        return False
    return grammar.within(pair.time_root, word)


def _is_in_a_relative_behind_a_comma(pair: Pairing, word: Token) -> bool:
    """*Shares in the group, whose finance director left in September, sank*: what is measured has no such time."""
    for verb in grammar.up(pair.time_root):
        if verb.i == word.i:
            return False
        if verb.dep_ == "relcl" and any(token.text == "," for token in pair.doc[word.i : verb.i]):
            return not grammar.within(pair.figure.anchor, verb)
    return False


def owns_its_noun(pair: Pairing) -> bool:
    """*last year's dividend of $2*: the time possesses the very noun that the figure is of."""
    of = pair.figure.preposition
    if of is None or of.lower_ != "of" or pair.span.end > pair.figure.span.start:
        return False
    noun = of.head
    return any(token.head.i == noun.i or token.head.head.i == noun.i for token in pair.span)


def opens_its_clause(pair: Pairing) -> bool:
    """*In the year-ago quarter it earned $3 million*: an older time that leads the figure's own clause."""
    figure, span, verb = pair.figure, pair.span, pair.time_verb
    if span.end > figure.span.start or verb is None or figure.verb is None or verb.i != figure.verb.i:
        return False
    if pair.doc[max(0, span.start - 1)].lower_ in ("against", "versus"):
        return False  # "Against the second quarter of last year, output was up 1.4%"
    return span.end <= verb.i and not any(span.end <= other.start < figure.span.start for other in pair.others)
