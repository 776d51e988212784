"""How fast something grows or what is saved: figures that stand like levels (*growth of 5%*, *savings of $2m*) and are changes."""

from __future__ import annotations

from collections.abc import Iterable

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.memory import Reading
from crossfoot.extract.tokens import Token
from crossfoot.extract.what import What
from crossfoot.records import Direction
from crossfoot.vocabulary.firm_lists import FIRM_KINDS
from crossfoot.vocabulary.models import cues, metrics

POINTS = ("basis_point", "percentage_point")
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
_FARTHEST = 18
_TURNS: dict[str, Direction] = {
    "cut": "down", "easing": "down", "ease": "down", "lower": "down", "reduction": "down", "loosening": "down",
    "hike": "up", "tightening": "up", "tighten": "up", "raise": "up", "increase": "up",
}  # fmt: skip
_STOCK_MOVES: dict[str, Direction] = {
    "withdrawal": "down",
    "draw": "down",
    "drawdown": "down",
    "injection": "up",
    "build": "up",
}
_WHAT_IS_TAKEN = frozenset({"its_name_in_a_phrase_on_it", "its_name_hangs_on_it", "phrase_of_its_verb"})
_COSTS = frozenset({"cost", "construction_cost", "price", "payment"})
_SAVINGS = frozenset({"saving", "savings", "synergy", "synergies"})
# Rules by which a figure measures what one of the sentences before did.
_SAID_BEFORE = frozenset({"said_again", "expected_of_the_figure_before", "like_the_figure_before", "what_a_house_sees"})
_AIMED_BY = frozenset({"for", "of", "on", "about"})
_BUSINESSES = frozenset({"business", "division", "unit", "segment", "arm", "operation", "franchise", "brand"})
_BUSINESS_GROWS = frozenset({"grow", "expand", "shrink", "contract"})
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
    grown = any(not _is_of_another(token) for token in near) or _is_growth_aimed_at(figure)
    if not grown:
        return None
    business = firm.kind in FIRM_KINDS and not (firm.house or firm.sector == "central_bank")
    told = any(token.lemma_.lower() == "economist" for token in figure.sentence)
    return "revenue" if business and not told else "gdp"


def _is_growth_aimed_at(figure: Figure) -> bool:
    """*lowered its growth goal to 5.5%*: the growth that the verb's object aims at."""
    objects = [child for child in figure.verb.children if child.dep_ in ("dobj", "nsubjpass")] if figure.verb else []
    aims = [thing for thing in objects if thing.lemma_.lower() in cues().forecasts.held]
    if any(thing.i > 0 and thing.nbor(-1).lower_ == "growth" for thing in aims):
        return True
    return any(_growth_behind(thing, figure) for thing in aims)


def _growth_behind(aim: Token, figure: Figure) -> bool:
    """*its call for 2023 growth*, *their estimate of German growth*: growth of nothing else, in a phrase on what is aimed at."""
    behind = aim.doc[aim.i + 1 : figure.span.start]
    grown = next((token for token in behind if token.lower_ == "growth"), None)
    return len(behind) > 0 and behind[0].lower_ in _AIMED_BY and grown is not None and not _is_of_another(grown)


def _is_of_another(growth: Token) -> bool:
    """*loan growth*, *growth in inflows*: growth of something that is named."""
    before = any(child.dep_ == "compound" and child.lower_ != "currency" for child in growth.children)
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
    if "and" in gap[-4:-1] and _is_named_alone(figure, gap):
        return not _is_subject(figure)
    beside = figure.preposition is not None and figure.preposition.lower_ in _BESIDE
    beside = beside or bool({"the", "earlier", "previous"} & set(gap[-2:]))
    return beside and not _COMPARED.isdisjoint(gap)


def _is_named_alone(figure: Figure, gap: list[str]) -> bool:
    """*and Renault 48%*: a name alone, whose verb is that of the name before."""
    names = gap[::-1].index("and")
    behind = figure.doc[figure.span.start - names : figure.span.start]
    return all(token.pos_ == "PROPN" for token in behind)


def is_move_in_percent(figure: Figure, leader: Reading) -> bool:
    """*gave back 7.35 cents, or 2.4%*: the move before it, in percent."""
    if figure.quantity.unit != "percent" or leader.direction is None or _is_part(figure):
        return False
    gap = [token.lower_ for token in figure.doc[leader.figure.span.end : figure.span.start]]
    return leader.figure.quantity.unit != "percent" and len(gap) <= 3 and gap[-1:] == ["or"]


def goes_on_as_pace(figure: Figure, what: What, earlier: Iterable[Reading]) -> Direction | None:
    """*Sales rose 1.9%. Analysts had expected 2.8%*: how fast something grows, as where the article told of it before."""
    bare = figure.quantity.unit == "percent" and figure.noun is None and not _is_part(figure)
    if not bare or what.rule not in _SAID_BEFORE or not _can_grow(what.metric):
        return None
    told = (each for each in earlier if each.what is not None and each.what.metric == what.metric)
    last = next((each for each in told if each.figure.quantity.unit == "percent"), None)
    return "up" if last is not None and last.direction is not None else None


def stock_move(figure: Figure, what: What) -> Direction | None:
    """*a storage withdrawal of 62 bcf*: by how much a stock falls or grows."""
    if what.metric != "inventory" or figure.kind not in ("volume", "mass", "count"):
        return None
    of = figure.preposition.head if figure.preposition is not None and figure.preposition.lower_ == "of" else None
    names = (each.lemma_.lower() for each in (what.word, of, figure.noun) if each is not None)
    return next((_STOCK_MOVES[name] for name in names if name in _STOCK_MOVES), None)


def names_a_saving(figure: Figure, what: What) -> bool:
    """*cost savings of $85 million*: by how much a cost falls."""
    if figure.kind != "money" or what.word is None:
        return False
    return what.word.lower_ in _SAVINGS or figure.noun is not None and figure.noun.lower_ in _SAVINGS


def is_taken_away(figure: Figure, what: What) -> bool:
    """*would remove 8% of output*, *took $260 million out of the cost base*, *cost the mine 900 tonnes of output*."""
    verb = figure.verb
    if verb is None or verb.i > figure.span.start or what.rule not in _WHAT_IS_TAKEN:
        return False
    lemma = verb.lemma_.lower()
    behind = figure.doc[figure.span.end : min(figure.span.end + 4, figure.sentence.end)]
    apart = any(child.dep_ in ("prt", "prep", "advmod") and child.lower_ == "out" for child in verb.children)
    apart = apart and (figure.preposition is None or figure.preposition.lower_ == "out")
    out = lemma == "take" and (apart or any(token.lower_ in ("out", "off") for token in behind))
    return out or lemma in ("remove", "wring", "strip", "deprive") or lemma == "cost" and what.metric not in _COSTS


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


def is_business_that_grows(figure: Figure) -> bool:
    """*its ad business grew 19%*: a business is as large as its sales."""
    subject = grammar.own_subject(figure.verb) if figure.verb is not None else None
    grows = figure.verb is not None and figure.verb.lemma_.lower() in _BUSINESS_GROWS
    return grows and subject is not None and subject.lemma_.lower() in _BUSINESSES and is_bare_percent(figure)


def is_bare_percent(figure: Figure) -> bool:
    """*growth of 3%*, not *3% of GDP*."""
    return figure.quantity.unit == "percent" and not _is_part(figure)


def costs_output(figure: Figure) -> bool:
    """*rains cost the site 2,500 ounces*: what is not produced."""
    verb = figure.verb
    return verb is not None and verb.lemma_.lower() == "cost" and figure.kind in ("mass", "volume", "energy")


def policy_turn(figure: Figure) -> Direction | None:
    """Which way a rate goes by so many basis points: the first word of its sentence that says it."""
    words = [token.lemma_.lower() for token in figure.sentence]
    turns = [_TURNS[word] for word in words if word in _TURNS]
    return turns[0] if turns else None
