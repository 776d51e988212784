"""Times of the second of two clauses that *and* joins: *Orders came to $3 million, and at the end of June it had 300 staff*."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.tokens import Token
from crossfoot.extract.when.pairing import Pairing, is_month_or_day

_JOINING = frozenset({"and", "but", "while", "whereas", "yet", "though", "although"})
_LEAD_IN = 5  # tokens: "and as of the very end of"


def is_of_the_next_clause(pair: Pairing) -> bool:
    """*Orders came to $3 million, and at the end of June the backlog stood at $9 million*: for the second figure alone."""
    return pair.follows and joint(pair) is not None and _has_a_verb_before(pair, _next_figure(pair))


def opens_its_half(pair: Pairing) -> bool:
    """The same sentence, for its second figure: the time behind *and* goes before one that leads the sentence."""
    figure = pair.figure
    if pair.span.end > figure.span.start or joint(pair) is None:
        return False
    if any(pair.span.end <= other.start < figure.span.start for other in pair.others):
        return False
    between = pair.doc[pair.span.end : figure.span.start]
    return any(t.tag_ in grammar.FINITE for t in between) and not any(
        t.text in grammar.CLAUSE_ENDS or t.lower_ in _JOINING for t in between
    )


def joint(pair: Pairing) -> Token | None:
    """The *and*, *while* or semicolon that the time stands behind, with no more than a preposition between."""
    first = max(pair.figure.sentence.start + 1, pair.span.start - _LEAD_IN)
    for token in reversed(pair.doc.tokens[first : pair.span.start]):
        if token.lower_ in _JOINING:
            return token
        if token.text == ";":  # no "; in March it was telling shareholders to count on $15"
            return None if is_month_or_day(pair.period) else token
        if token.pos_ not in ("ADP", "DET", "ADV", "SCONJ", "ADJ") or token.like_num:
            return None
    return None


def _next_figure(pair: Pairing) -> int:
    """The token at which the figure behind the time begins, else the sentence's end."""
    starts = [other.start for other in pair.others if other.start >= pair.span.end]
    return min(starts, default=pair.figure.sentence.end)


def _has_a_verb_before(pair: Pairing, end: int) -> bool:
    behind = pair.doc[pair.span.end : end]
    return any(token.tag_ in grammar.FINITE for token in behind)
