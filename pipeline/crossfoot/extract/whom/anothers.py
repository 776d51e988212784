"""Whose a figure is that another's is set against: *a gain of 12% in the S&P 500*, *compared with 9.1 for Acme*."""

from __future__ import annotations

from dataclasses import replace

from crossfoot.extract import cues
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.tokens import Token
from crossfoot.extract.whom.houses import SPEAKERS
from crossfoot.extract.whom.named import Whom
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, MARKET_KINDS

_BEHIND = frozenset({"in", "for", "on", "by"})
_AGAINST = frozenset({"with", "against", "versus", "vs", "vs.", "than", "to"})
_COMPARED = frozenset({"compared", "comparing", "compares", "compare"})
_MEASURES = frozenset({"average", "mean", "median", "rate", "figure", "equivalent", "multiple"})
_BESIDES = _AGAINST | {"above", "below", "from", "compared", "over", "under", "beating", "topping"}
_PLACES = frozenset({"country", "region"})
_APPOSED = 4  # words between the preposition and the name: "for the broader benchmark Nifty"


def of_another(figure: Figure) -> Whom | None:
    """The thing right behind a figure that is set against the clause's own, or that moved by it."""
    return _moved_in(figure) or _set_against(figure) or _average_of(figure)


def _average_of(figure: Figure) -> Whom | None:
    """*above the Massachusetts average of 4%*, *against a German figure of 5%*: whose the measure before the *of* is."""
    before = figure.preposition
    if before is None or before.lower_ != "of" or before.head.lower_ not in _MEASURES or before.head.i > before.i:
        return None
    above = before.head.head
    if above.lower_ not in _BESIDES:
        return None
    for child in before.head.children:
        firm = mention_at(figure.doc, child.i) if child.i < before.head.i else None
        if firm is not None and firm.kind in _PLACES | FIRM_KINDS | MARKET_KINDS:
            return Whom(replace(firm, adjective=False), "possessor_of", 0.9, child.i)
    return None


def _moved_in(figure: Figure) -> Whom | None:
    """*against a gain of 12% in the S&P 500*, *a 3% drop in copper*: the market right behind the movement's size."""
    noun = figure.noun
    if noun is None and figure.preposition is not None and figure.preposition.lower_ == "of":
        noun = figure.preposition.head
    if noun is None or cues.noun_direction(noun) is None:
        return None
    at = max(figure.span.end, noun.i + 1)
    return _named_behind(figure, at, _BEHIND, MARKET_KINDS)


def _set_against(figure: Figure) -> Whom | None:
    """*compared with 9.1 for Acme*, *against 5 per cent for the Nifty*: the one that the comparison is with."""
    before = figure.preposition
    if before is None or before.lower_ not in _AGAINST or before.i == figure.sentence.start:
        return None
    if before.lower_ in ("with", "to") and before.nbor(-1).lower_ not in _COMPARED:
        return None
    if before.lower_ == "than" and figure.noun is None:
        return None
    end = figure.span.end if figure.noun is None else max(figure.span.end, figure.noun.i + 1)
    return _named_behind(figure, end, frozenset({"for", "at"}), MARKET_KINDS | FIRM_KINDS) or _placed_behind(
        figure, end
    )


def _placed_behind(figure: Figure, at: int) -> Whom | None:
    """*compared with 2.2% across US banks*, *against 5% in Germany*: the place or the trade that the comparison is with."""
    doc, end = figure.doc, figure.sentence.end
    if at + 1 >= end or doc[at].lower_ not in ("in", "across", "among"):
        return None
    for k in range(at + 1, min(at + 2 + _APPOSED, end)):
        firm = mention_at(doc, k)
        if firm is not None:
            fits = firm.kind in _PLACES or firm.sector == "industry"
            return Whom(firm, "possessor_of", 0.9, k) if fits and not firm.adjective else None
        if doc[k].pos_ != "DET":
            return None
    return None


def _named_behind(figure: Figure, at: int, prepositions: frozenset[str], kinds: frozenset[str]) -> Whom | None:
    """The name that follows one of the prepositions at token `at`, over an article and what describes it."""
    doc, end = figure.doc, figure.sentence.end
    if at + 1 >= end or doc[at].lower_ not in prepositions or doc[at - 1].lower_ in SPEAKERS:
        return None  # "more than the $5 billion analysts at Citi had pencilled in"
    for k in range(at + 1, min(at + 2 + _APPOSED, end)):
        firm = mention_at(doc, k)
        if firm is not None and firm.kind == "country":
            kinds = kinds & {"index"}  # "for Germany's DAX", where "in U.S. crude stocks" is the country's
        elif firm is not None:
            return Whom(firm, "possessor_of", 0.9, k) if firm.kind in kinds and firm.via != "pronoun" else None
        elif not _describes(doc[k]):
            return None
    return None


def _describes(token: Token) -> bool:
    """The *the*, the *broader* and the *benchmark* before a name, and the *'s* behind a country."""
    return token.pos_ in ("DET", "ADJ", "NOUN") or token.lower_ in ("'s", "’s") or token.text == "-"
