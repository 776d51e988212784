"""How fast something grows or what is saved: figures that stand like levels (*growth of 5%*, *savings of $2m*) and are changes."""

from __future__ import annotations

from spacy.tokens import Token

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.memory import Reading
from crossfoot.extract.what import What
from crossfoot.vocabulary.models import metrics

_PACING = frozenset({"accelerate", "decelerate", "slow", "quicken"})
_BESIDE = frozenset({"from", "than", "against", "versus", "after", "with", "of", "for", "in", "vs", "vs.", "to"})
# Between two paces: *grow 13%, having guided to 12%*, *grew 5.4% from the 5.3% of the quarter before*.
_COMPARED = frozenset(
    {
        "compared",
        "versus",
        "vs",
        "vs.",
        "against",
        "than",
        "from",
        "after",
        "guided",
        "forecast",
        "missing",
        "undershooting",
    }
)
_FARTHEST = 14
_SAVINGS = frozenset({"saving", "savings", "synergy", "synergies"})
_OWN_PERCENT = frozenset({"inflation"})  # the pace of prices is a level by itself


def is_pace(figure: Figure, what: What) -> bool:
    """*organic growth of 5%*, *revenue growth, expected at 10%*, *spending accelerated to 5.3%*: how fast a sum grows."""
    if figure.quantity.unit != "percent" or what.word is None or not _can_grow(what.metric) or _is_part(figure):
        return False
    verb = figure.verb
    to = figure.preposition is not None and figure.preposition.lower_ == "to"
    if to and verb is not None and verb.lemma_.lower() in _PACING:
        return what.rule == "subject_of_its_verb"
    return _names_growth(what)


def growth_of(figure: Figure, firm: FirmMention) -> str | None:
    """What bare *growth* is of: *clocked domestic growth of 25%* of sales, *growth will slow to 1.9%* of an economy."""
    if figure.quantity.unit != "percent" or _is_part(figure):
        return None
    head = figure.preposition.head if figure.preposition is not None else None
    subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
    near = [token for token in (figure.noun, head, subject) if token is not None and token.lower_ == "growth"]
    grown = any(not _is_of_another(token) for token in near)
    if not grown:
        return None
    business = firm.kind in ("company", "division") and not (firm.house or firm.sector == "central_bank")
    told = any(token.lemma_.lower() == "economist" for token in figure.sentence)
    return "revenue" if business and not told else "gdp"


def _is_of_another(growth: Token) -> bool:
    """*loan growth*, *growth in inflows*: growth of something that is named."""
    before = any(child.dep_ == "compound" for child in growth.children)
    behind = growth.nbor(1).lower_ in ("in", "of") if growth.i + 1 < len(growth.doc) else False
    thing = growth.doc[growth.i + 2] if behind and growth.i + 2 < len(growth.doc) else None
    place = mention_at(growth.doc, thing.i) if thing is not None else None
    if place is not None and place.kind in ("country", "region"):
        return before
    named = thing is not None and thing.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PRON")
    return before or named


def is_pace_beside(figure: Figure, leader: Reading) -> bool:
    """*grew 5.4%, up from 5.3%*; *growth of 0.6%, after 0.7%*; *rose 3% in the quarter and 4% in the year*."""
    same = figure.quantity.unit == leader.figure.quantity.unit == "percent" and figure.noun is None
    if (
        not same
        or leader.direction is None
        or leader.what is None
        or not _can_grow(leader.what.metric)
        or _is_part(figure)
    ):
        return False
    gap = [token.lower_ for token in figure.doc[leader.figure.span.end : figure.span.start]]
    if len(gap) > _FARTHEST or ";" in gap:
        return False
    if gap[-1:] == ["and"]:
        return not _is_subject(figure) and len(gap) > 1
    beside = figure.preposition is not None and figure.preposition.lower_ in _BESIDE
    beside = beside or bool({"the", "earlier", "previous"} & set(gap[-2:]))
    return beside and not _COMPARED.isdisjoint(gap)


def names_a_saving(figure: Figure, what: What) -> bool:
    """*cost savings of $85 million*: by how much a cost falls."""
    if figure.kind != "money" or what.word is None:
        return False
    return what.word.lower_ in _SAVINGS or figure.noun is not None and figure.noun.lower_ in _SAVINGS


def _names_growth(what: What) -> bool:
    word = what.word
    assert word is not None
    behind = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    return "growth" in (word.lower_, behind)


def _can_grow(metric: str) -> bool:
    """True for what is not told in percent itself, as a margin or a rate of interest is."""
    return metric not in _OWN_PERCENT and (
        metric == "gdp" or bool({"money", "count", "mass"} & set(metrics()[metric].kinds))
    )


def _is_part(figure: Figure) -> bool:
    """*12% of it*: a part, no pace."""
    return figure.span.end < figure.sentence.end and figure.doc[figure.span.end].lower_ == "of"


def _is_subject(figure: Figure) -> bool:
    """*and 40% are older*: a clause of its own begins."""
    behind = figure.doc[figure.span.end : min(figure.span.end + 2, figure.sentence.end)]
    return any(token.pos_ in ("VERB", "AUX") for token in behind)
