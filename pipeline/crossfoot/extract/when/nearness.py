"""How near a time stands to a figure, where nothing else says whose it is: behind it, before it, or at the sentence's head."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.tokens import Span
from crossfoot.extract.when.of_a_thing import is_contrast
from crossfoot.extract.when.older_time import BASES, is_of_the_older_before, passes_an_older
from crossfoot.extract.when.pairing import Pairing, Rank, is_day
from crossfoot.extract.when.timing import PERIODIC, STATISTICS

_POSITIONAL = frozenset({"between", "by", "in", "for", "during", "the", "of", "ended"})
_COMPARING = frozenset({"compared", "versus", "against", "vs"})
_CIRCUMSTANCES = frozenset({"despite", "amid", "following", "notwithstanding"})
_BASES_BEFORE = BASES - {"of", "on", "over"}
# What is told as of a time, in pairs: "brought leverage down to 1.1x from 1.9x".
_COUNTED = frozenset(
    """leverage_ratio market_share units_sold utilization subscribers customers users traffic production capital_ratio
    net_interest_margin employees stores debt backlog orders""".split()
)
STANDING = frozenset("have employ operate own run count make hold serve control manage trade boast".split())
_SOME = frozenset({"first", "last", "latter", "former", "one", "latest"})
_MARKS = frozenset({"peak", "high", "low", "record", "average", "trough", "bottom", "top"})
_MEASURED = frozenset({"below", "above", "than", "from", "off", "under", "over", "short"})
_CLOSE = 3  # tokens
_LEADS = 3  # tokens


def rank_by_place(pair: Pairing) -> Rank | None:
    """The rank of a time by where it stands; None where its place says that it is not the figure's."""
    return _rank_after(pair) if pair.follows else _rank_before(pair)


def _between(pair: Pairing) -> tuple[int, bool]:
    """How many figures stand between a figure and a time, and whether another clause begins between them."""
    doc, figure, span = pair.doc, pair.figure.span, pair.span
    between = pair.behind_figure if pair.follows else doc[span.end : figure.start]
    stops = sum(other.start >= between.start and other.end <= between.end for other in pair.others)
    return stops, any(token.text in grammar.CLAUSE_ENDS or token.dep_ in ("nsubj", "nsubjpass") for token in between)


def _rank_after(pair: Pairing) -> Rank | None:
    doc, span = pair.doc, pair.span
    between = pair.behind_figure
    stops, broken = _between(pair)
    if stops and pair.metric == "premium":
        return None  # "a premium of 36% to the last close and 51% above the average of three months"
    if any(token.lower_ in _SOME and token.nbor().lower_ == "of" for token in between[:-1]):
        return None  # "ordered 12 cranes, the first of which arrive in May"
    if stops and _passes_a_mark(pair):
        return None  # "46% lower than a year ago and 82% below its peak of $10,377 in September 2021"
    if not pair.compared and (any(token.lower_ in _COMPARING for token in between) or passes_an_older(pair)):
        return None  # "$26 million, compared to $22 million for the third quarter of 2023"
    if any(token.lower_ in _CIRCUMSTANCES and token.i + 1 < span.start - 1 for token in between):
        return None  # "rose 3% despite the recall in February"
    if len(between) <= _CLOSE and not broken and not stops:
        return 0.4, "follows_it"
    before = doc[span.start - 1].lower_
    day = is_day(pair.period) and (before == "on" or before in ("at", "by") and _is_its_close(span))
    if stops and (pair.hang_from_two_verbs or before not in _POSITIONAL and not day):
        return None
    if not broken:
        return 1.5 + 0.4 * stops, "later_in_its_clause"
    return None if stops or is_contrast(span) else (4.0, "later_in_its_sentence")


def _rank_before(pair: Pairing) -> Rank | None:
    doc, span, figure = pair.doc, pair.span, pair.figure
    first = figure.sentence.start
    stops, broken = _between(pair)
    leads = span.start - first <= _LEADS
    if leads and _is_an_older_result(pair):
        return None  # "In May inflation rose to 3.4% from 3.0%": the newer one's
    if not leads and pair.compared and any(other.end <= span.start for other in pair.others):
        return None  # "rose to $13 million in 2025 from $12 million": the newer one's
    before = doc[max(first, span.start - 1)].lower_
    if is_of_the_older_before(pair) or before in _BASES_BEFORE and not leads:
        return None
    if leads and _is_of_a_participle(pair) or _is_told_of_now(pair) or _is_of_a_mark_before(pair):
        return None
    if not leads and any(token.text == ";" for token in doc[span.end : figure.span.start]):
        return None  # "will do without 900 by 2034; Acme is dispensing with 300"
    if any(token.lower_ in _CIRCUMSTANCES for token in doc[max(first, span.start - 4) : span.start]):
        return None if not leads else (2.6, "leads_its_sentence")
    if not broken and stops == 0 and _is_of_the_verb_before(pair):
        return 2.2, "earlier_in_its_sentence"
    if not broken and not stops:
        return 1.0, "earlier_in_its_clause"
    return (1.6, "leads_its_sentence") if leads else (2.6 + 0.3 * stops, "earlier_in_its_sentence")


def _is_an_older_result(pair: Pairing) -> bool:
    """The second figure of *rose to 3.4% from 3.0%*, where nothing behind it says of whom or what it is."""
    if not pair.compared or pair.older or pair.metric not in PERIODIC | STATISTICS | _COUNTED:
        return False
    figure, doc = pair.figure.span, pair.doc
    newer = any(pair.span.end <= other.start and other.end <= figure.start for other in pair.others)
    ends = figure.end >= len(doc) or doc[figure.end].pos_ in ("PUNCT", "CCONJ", "SPACE")
    return newer and ends


def _passes_a_mark(pair: Pairing) -> bool:
    """Whether the time stands right behind another figure that is a mark or an average, from which this one is measured."""
    for other in pair.others:
        if pair.figure.span.end <= other.start and 0 <= pair.span.start - other.end <= _CLOSE:
            before = pair.doc[max(pair.figure.span.end, other.start - _CLOSE - 1) : other.start]
            named = [token for token in before if token.lemma_.lower() in _MARKS]
            return bool(named) and any(
                token.lower_ in _MEASURED for token in pair.doc[pair.figure.span.end : named[0].i]
            )
    return False


def _is_of_a_mark_before(pair: Pairing) -> bool:
    """*82% below its peak of $10,377 in September 2021, but 31% more than the average*: the mark's time, in one clause."""
    own, verb = pair.figure.verb, pair.time_verb
    if pair.figure.kind != "percent" or own is None or verb is None or own.i != verb.i:
        return False
    marks = (other for other in pair.others if 0 <= pair.span.start - other.end <= _CLOSE)
    for other in marks:
        before = pair.doc[max(pair.figure.sentence.start, other.start - _CLOSE - 1) : other.start]
        if any(token.lemma_.lower() in _MARKS for token in before):
            return True
    return False


def _is_told_of_now(pair: Pairing) -> bool:
    """*had revenue of $612 million last year and employs 2,300 people*: what is so, beside what was."""
    verb, own, published = pair.time_verb, pair.figure.verb, pair.doc._.crossfoot_published
    if verb is None or own is None or verb.i == own.i or own.tag_ not in ("VBZ", "VBP") or own.i < pair.span.end:
        return False
    over = published is not None and pair.period.last is not None and pair.period.last < published
    return over and verb.tag_ == "VBD" and own.dep_ == "conj" and own.lemma_.lower() in STANDING


def _is_its_close(span: Span) -> bool:
    """*$88.14 at Friday's close*."""
    behind = [token.lower_ for token in span.doc[span.end : span.end + 2]]
    return any(word in ("close", "closing") for word in behind)


def _is_of_the_verb_before(pair: Pairing) -> bool:
    """*lost 3.8% on Thursday and was another 1.1% lower*: the time right behind the figure of the clause before."""
    near = any(0 <= pair.span.start - other.end <= 2 for other in pair.others)
    between = pair.doc[pair.span.end : pair.figure.span.start]
    return near and len(between) > 1 and between[0].lower_ in ("and", "but") and between[1].tag_ in grammar.FINITE


def _is_of_a_participle(pair: Pairing) -> bool:
    """*Founded in 2020, Acme has 300 employees*: the period of the participle alone."""
    verb = pair.time_verb
    return (
        verb is not None
        and verb.tag_ == "VBN"
        and verb.dep_ in ("advcl", "acl", "amod")
        and verb.i <= pair.span.start
        and not grammar.within(pair.figure.anchor, verb)
    )
