"""How near a time stands to a figure, where nothing else says whose it is: behind it, before it, or at the sentence's head."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.when.of_a_thing import is_contrast
from crossfoot.extract.when.older_time import BASES, is_of_the_older_before, passes_an_older
from crossfoot.extract.when.pairing import Pairing, Rank, is_day
from crossfoot.extract.when.timing import PERIODIC, STATISTICS

_POSITIONAL = frozenset({"between", "by", "in", "for", "during", "the", "of", "ended"})
_COMPARING = frozenset({"compared", "versus", "against", "vs"})
_CIRCUMSTANCES = frozenset({"despite", "amid", "following", "notwithstanding"})
_BASES_BEFORE = BASES - {"of", "on", "over"}
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
    if not pair.compared and (any(token.lower_ in _COMPARING for token in between) or passes_an_older(pair)):
        return None  # "$26 million, compared to $22 million for the third quarter of 2023"
    if any(token.lower_ in _CIRCUMSTANCES for token in between):
        return None  # "rose 3% despite the recall in February"
    if len(between) <= _CLOSE and not broken and not stops:
        return 0.4, "follows_it"
    before = doc[span.start - 1].lower_
    day = before == "on" and is_day(pair.period)
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
    if leads and _is_of_a_participle(pair):
        return None
    if not leads and any(token.text == ";" for token in doc[span.end : figure.span.start]):
        return None  # "will do without 900 by 2034; Acme is dispensing with 300"
    if any(token.lower_ in _CIRCUMSTANCES for token in doc[max(first, span.start - 4) : span.start]):
        return None if not leads else (2.6, "leads_its_sentence")
    if not broken and not stops:
        return 1.0, "earlier_in_its_clause"
    return (1.6, "leads_its_sentence") if leads else (2.6 + 0.3 * stops, "earlier_in_its_sentence")


def _is_an_older_result(pair: Pairing) -> bool:
    """The second figure of *rose to 3.4% from 3.0%*, where nothing behind it says of whom or what it is."""
    if not pair.compared or pair.older or pair.metric not in PERIODIC | STATISTICS:
        return False
    figure, doc = pair.figure.span, pair.doc
    newer = any(pair.span.end <= other.start and other.end <= figure.start for other in pair.others)
    ends = figure.end >= len(doc) or doc[figure.end].pos_ in ("PUNCT", "CCONJ", "SPACE")
    return newer and ends


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
