"""Who owns a part of whom: *Acme holds 9% of Bolt*."""

from __future__ import annotations

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.whom.named import Whom, firm_at, firm_inside
from crossfoot.vocabulary.firm_lists import FIRM_KINDS

_HOLDERS = frozenset({"shareholders", "holders", "investors", "stockholders", "unitholders", "shareowners"})
_OWNERS = FIRM_KINDS | {"broker", "agency", "country"}


def owner_of(figure: Figure) -> Whom | None:
    """The firm that owns the part: *Acme holds 9% of Bolt*."""
    subject = grammar.subject_of(figure.verb) if figure.verb is not None else None
    firm = firm_at(figure.doc, subject) if subject is not None and subject.i < figure.span.start else None
    if firm is None and subject is not None and subject.lower_ in _HOLDERS and subject.i < figure.span.start:
        firm = firm_inside(figure.doc, subject)  # "Acme shareholders would own 62% of the combined company"
        return Whom(firm, "owner", 0.88, subject.i) if firm is not None and firm.kind in FIRM_KINDS else None
    part = part_of_firm(figure)
    if firm is None or subject is None or part is None or firm.canonical == part.canonical:
        return None
    return Whom(firm, "owner", 0.85, subject.i) if firm.kind in _OWNERS else None


def part_of_firm(figure: Figure) -> FirmMention | None:
    """The company of *9.9 per cent of Acme*: a percentage of the firm itself."""
    doc, end = figure.doc, figure.span.end
    if figure.kind != "percent" or end + 1 >= figure.sentence.end or doc[end].lower_ != "of":
        return None
    for at in range(end + 1, min(end + 4, figure.sentence.end)):
        firm = mention_at(doc, at)
        if firm is not None:
            last = at
            while last + 1 < figure.sentence.end and mention_at(doc, last + 1) == firm:
                last += 1
            follows = doc[last + 1] if last + 1 < figure.sentence.end else None
            owns = follows is not None and (
                follows.lower_ in ("'s", "’s", "'", "’") or follows.pos_ in ("NOUN", "PROPN")
            )
            whole = firm.kind in FIRM_KINDS and not owns and not firm.adjective
            return firm if whole and firm.via != "pronoun" else None
    return None
