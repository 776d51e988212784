"""A judgement as a verdict record: evidence, arithmetic in words, what is wrong, and what the articles say instead."""

from __future__ import annotations

import hashlib
import math
from typing import Final

from crossfoot.check.candidates import Candidate, middles
from crossfoot.check.directions import Move, Turn
from crossfoot.check.elapsed import Moment
from crossfoot.check.judging import Judgement
from crossfoot.check.loose import Loose
from crossfoot.check.passages import Passage, Stated
from crossfoot.check.printed import printed_unit
from crossfoot.reconcile.metrics import settled_by
from crossfoot.reconcile.statements.figures import Figure
from crossfoot.records import Claim, Evidence, Verdict
from crossfoot.values.wording import figure as worded

_DIGITS: Final = 5  # of a figure that nobody printed
_NOTHING: Final = "no article gives a figure that it could be held against"
_LEVELS: Final = {
    "other figure": "value",
    "part": "direction",
    "deal": "role",
    "subject": "firm",
    "denial": "negation",
    "precision": "precision",
}


def verdict(judged: Judgement | Turn | Loose, text: str) -> Verdict:
    """The record; `text` is the summary, into which its offsets point."""
    if isinstance(judged, Judgement):
        return _of_figure(judged, text)
    if isinstance(judged, Turn):
        return _of_direction(judged, text)
    explanation = "no article names this, and nothing in the articles says it in other words"
    return _record("number", judged.passage, judged.start, judged.end, text, "not_enough_evidence", explanation)


def _of_figure(judged: Judgement, text: str) -> Verdict:
    claim = judged.claim
    evidence = [evidence_of(one.stated) for one in judged.by]
    if judged.derived is not None:
        evidence = [_of_part(one) for one in dict.fromkeys(judged.derived.parts)]
    if judged.dispute is not None:
        evidence.append(_of_claim(judged.dispute))
    differs = None if judged.label == "supported" else _differs(judged)
    return _record(
        "figure",
        claim.passage,
        claim.figure.start,
        claim.figure.end,
        text,
        judged.label,
        _explained(judged, differs),
        evidence=evidence,
        differs=differs,
        correction=_correction(judged),
    )


def _differs(judged: Judgement) -> str:
    """Which property of the figure is wrong, or keeps it open."""
    if judged.level in ("value", "other figure") and judged.by:
        return _of_values(judged.claim.figure, judged.by[0].stated.figure)
    return _LEVELS.get(judged.level, judged.level)


def _of_values(ours: Figure, theirs: Figure) -> str:
    first, second = middles(ours, theirs)
    if not first or not second or first * second < 0:
        return "value"
    if math.isclose(first, second, rel_tol=1e-9):
        return "bound" if ours.bound != theirs.bound else "value"
    orders = abs(math.log10(first / second))
    return "scale" if round(orders) and math.isclose(orders, round(orders), abs_tol=1e-3) else "value"


def _explained(judged: Judgement, differs: str | None) -> str:
    ours = _quoted(judged.claim)
    if judged.derived is not None:
        return _arithmetic(judged, ours)
    if judged.dispute is not None:
        other = judged.dispute
        return f"{_said(judged.by[0])}, but {_told(other.doc_id, other.published, other.quote)}; {_settled_by(other)}"
    if not judged.by:
        return "it is printed so in an article" if judged.level == "name" else _NOTHING
    best = judged.by[0]
    if judged.level == "articles":
        known = judged.by[1].stated.reading
        settled = f"; {_settled_by(known.claim)}" if known and known.claim.metric != "other" else ""
        return f"{_said(best)}, but {_said(judged.by[1])}{settled}"
    if judged.label == "supported":
        return _said(best) + _as_much(judged.claim, best.stated)
    if judged.level == "nothing":
        return f"{_NOTHING}; the nearest is {_quoted(best.stated)} in {best.stated.passage.doc_id}"
    if judged.level == "precision":
        return f"{_said(best)}, which leaves open whether {ours} holds; {_intervals(judged.claim, best.stated)}"
    if best.apart:
        return f"the {differs} is wrong: {_said(best)}, and {best.apart[0].reason}"
    wrong = "" if differs == "value" else f"the {differs} is wrong: "
    return f"{wrong}{_said(best)}, not {ours}; {_intervals(judged.claim, best.stated)}"


def _arithmetic(judged: Judgement, ours: str) -> str:
    made = judged.derived
    if made is None:
        return _NOTHING
    result = _amount(made.result.low, made.result.high, judged.claim)
    places = ", ".join(dict.fromkeys(part.passage.doc_id for part in made.parts))
    if judged.level == "unit":
        return f"the unit is wrong: {made.how} that many percentage points ({places}), which is no percent change"
    return f"derived: {made.how} {result} ({places}), and {ours} allows {_allowed(judged.claim)}"


def _as_much(claim: Stated, stated: Stated) -> str:
    """What each of two figures allows, unless they are one."""
    if claim.figure.sort == "amount" and claim.figure.allowed == stated.figure.allowed:
        return "" if _flat(claim.figure.quote) == _flat(stated.figure.quote) else ", which is as much"
    return f"; {_intervals(claim, stated)}"


def _intervals(claim: Stated, stated: Stated) -> str:
    """`“about 9%” allows 8.55% to 9.45%, and “8.8%” lies within`."""
    if claim.figure.sort != "amount":
        return "a place or result has to be the very same"
    return f"{_quoted(claim)} allows {_allowed(claim)}, {_quoted(stated)} {_allowed(stated)}"


def _allowed(stated: Stated) -> str:
    figure = stated.figure
    low, high = figure.allowed.low, figure.allowed.high
    if low is None or high is None:
        edge = high if low is None else low
        side = "up to" if low is None else "from"
        return f"{side} {_amount(edge, edge, stated)}"
    return _amount(low, high, stated)


def _amount(low: float | None, high: float | None, stated: Stated) -> str:
    """An interval of base units in the unit that the figure itself prints."""
    unit, factor = printed_unit(stated.figure.quote, stated.figure.dimension)
    ends = [None if end is None else float(f"{end / factor:.{_DIGITS}g}") for end in (low, high)]
    return worded(ends[0], ends[1], unit if unit not in ("", "rating", "place", "result", "clock") else None)


def _said(candidate: Candidate) -> str:
    passage = candidate.stated.passage
    return _told(passage.doc_id, passage.published, candidate.stated.figure.quote)


def _told(doc_id: str, published: str | None, quote: str) -> str:
    day = f", {published}" if published else ""
    return f"{doc_id}{day} says “{_flat(quote)}”"


def _settled_by(claim: Claim) -> str:
    return f"what would settle it: {settled_by(claim.metric)}"


def _correction(judged: Judgement) -> str | None:
    """What the articles say instead, as they print it."""
    if judged.label != "refuted":
        return None
    against = [one for one in judged.by if not one.apart]
    if against and judged.level not in ("unit", "direction"):
        return _flat(against[0].stated.figure.quote)
    if not judged.by:
        made = judged.derived
        return (
            None if made is None else f"{_amount(made.result.low, made.result.high, judged.claim).rstrip('%')} points"
        )
    best = judged.by[0]
    reason = best.apart[0] if best.apart else None
    if reason is not None and reason.level == "period" and best.stated.period:
        return f"{_flat(best.stated.figure.quote)}, {best.stated.period}"
    if reason is not None and reason.level == "source" and best.stated.source:
        return f"{_flat(best.stated.figure.quote)}, according to {best.stated.source}"
    return f"“{_flat(best.stated.clause)}”"


def _of_direction(turn: Turn, text: str) -> Verdict:
    claim = turn.claim
    if turn.label == "not_enough_evidence" and turn.by:
        explanation = f"{_where(turn.by[0])} tells of another day: “{_flat(turn.by[0].quote)}”"
    elif turn.label == "not_enough_evidence":
        explanation = "no article says which way it went"
    elif turn.label == "conflicting_evidence":
        explanation = f"{_where(turn.by[0])} says so, {_where(turn.by[-1])} says “{_flat(turn.by[-1].quote)}”"
    elif turn.label == "supported":
        explanation = f"{_where(turn.by[0])} says so too: “{_flat(turn.by[0].quote)}”"
    else:
        explanation = f"the {turn.level} is wrong: {_where(turn.by[0])} says “{_flat(turn.by[0].quote)}”"
    refuted = turn.label == "refuted"
    return _record(
        "direction",
        claim.passage,
        claim.start,
        claim.end,
        text,
        turn.label,
        explanation,
        evidence=[_of_place(move.passage, move.start, move.end) for move in turn.by],
        differs=turn.level if refuted else None,
        correction=f"“{_flat(turn.by[0].quote)}”" if refuted else None,
    )


def _where(move: Move) -> str:
    return move.passage.doc_id + (f", {move.passage.published}," if move.passage.published else "")


def evidence_of(stated: Stated) -> Evidence:
    """A figure of an article as evidence."""
    known = stated.reading.claim.claim_id if stated.reading else None
    return _of_place(stated.passage, stated.figure.start, stated.figure.end, known)


def _of_part(part: Stated | Moment) -> Evidence:
    return evidence_of(part) if isinstance(part, Stated) else _of_place(part.passage, part.start, part.end)


def _of_place(passage: Passage, start: int, end: int, claim_id: str | None = None) -> Evidence:
    """Characters of a passage as evidence, by the claim that they are of where there is one."""
    first, last = passage.start + start, passage.start + end
    return Evidence(
        claim_id=claim_id or f"{passage.doc_id}:{first}",
        doc_id=passage.doc_id,
        start=first,
        end=last,
        quote=passage.text[start:end],
        sentence=passage.text,
        published=passage.published,
    )


def _of_claim(claim: Claim) -> Evidence:
    return Evidence(
        claim_id=claim.claim_id,
        doc_id=claim.doc_id,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        sentence=claim.sentence,
        published=claim.published,
    )


def _record(
    kind: str,
    passage: Passage,
    start: int,
    end: int,
    text: str,
    label: str,
    explanation: str,
    *,
    evidence: list[Evidence] | None = None,
    differs: str | None = None,
    correction: str | None = None,
) -> Verdict:
    first, last = passage.start + start, passage.start + end
    return Verdict.model_validate(
        {
            "verdict_id": hashlib.sha256(f"{kind}\x1f{first}\x1f{text[first:last]}".encode()).hexdigest()[:16],
            "kind": kind,
            "start": first,
            "end": last,
            "line": text.count("\n", 0, first) + 1,
            "quote": text[first:last],
            "label": label,
            "differs": differs,
            "evidence": evidence or [],
            "explanation": explanation,
            "correction": correction,
        }
    )


def _quoted(stated: Stated) -> str:
    return f"“{_flat(stated.figure.quote)}”"


def _flat(text: str) -> str:
    return " ".join(text.split())
