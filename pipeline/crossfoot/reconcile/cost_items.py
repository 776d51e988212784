"""What money is spent on, by the word before the cost: the *fuel* of *fuel costs*, of a *fuel bill* and of *fuel expense*."""

from __future__ import annotations

from crossfoot.reconcile import metrics, sentence_words, words
from crossfoot.reconcile.context import Context
from crossfoot.records import Claim


def spent_on(claim: Claim, context: Context) -> str | None:
    """The stem of the word before the nearest name of a cost in the figure's clause; None where that limits nothing."""
    if claim.metric not in metrics.families().spending:
        return None
    clause = context.clause
    named = list(words.costs().finditer(clause.text))
    if not named:
        return None
    nearest = min(named, key=lambda match: clause.distance(*match.span()))
    thing = nearest["thing"]
    known = words.comparability()
    if thing in known.no_parts or thing in known.part_openers or thing.endswith(("ed", "ly")):
        return None
    own = {each.lower() for each in f"{claim.firm or ''} {claim.counterparty or ''}".split()}
    return None if thing in own else sentence_words.stem(thing.replace("our", "or"))  # labour is labor
