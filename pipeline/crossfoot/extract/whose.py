"""Steps of a reading: the firm that a figure is about, and what a firm or a market that just moved is measured by."""

from __future__ import annotations

from crossfoot.extract.adjacent import mover_before
from crossfoot.extract.beside import beside
from crossfoot.extract.by_itself import fits_kind, is_told_of_a_thing, moved, named_by, own_metric, trades
from crossfoot.extract.centre import centre_of
from crossfoot.extract.draft import Draft
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.moves import move_of
from crossfoot.extract.parts import part_of_business
from crossfoot.extract.places import place_of
from crossfoot.extract.subjects import fitting, group_of_a_place
from crossfoot.extract.what import What
from crossfoot.extract.whom import Whom, firm_of
from crossfoot.vocabulary.models import metrics_of

_FIRM_WHOM = 0.86
_FALLBACKS = frozenset({"topic_of_the_article", "sentence_before_it"})
_TIMES = ("/year", "/month", "/week", "/day", "/hour")
_BY_NAME = frozenset({"beside_it", "possessor"})  # rules that give a figure the name right before it


def of_whom(draft: Draft) -> None:
    """The firm: by grammar, else that of the figure before, of the sentence before, of the place, of the article."""
    figure, leader, memory = draft.figure, draft.leader, draft.memory
    whom = beside(figure) or _traded(draft) or firm_of(figure, draft.what, topic=memory.topic)
    led = leader.whom if leader is not None else None
    if led is not None and (_right_behind(draft) or draft.leans and (whom is None or whom.confidence < _FIRM_WHOM)):
        whom = Whom(led.firm, "from_the_figure_before", led.confidence * 0.9, led.token)
    if whom is None and led is not None:
        whom = Whom(led.firm, "sentence_before_it", 0.5, led.token)
    if whom is None:
        whom = memory.listed_of(figure)
    if whom is None:
        whom = memory.spoken_of(figure) or place_of(figure, memory.topic)
    if whom is None:
        whom = centre_of(figure, draft.what, memory.topic)
    firm = memory.topic or memory.last
    if whom is None and firm is not None:
        whom = Whom(firm, "topic_of_the_article", 0.45, -1)
    draft.whom = whom if whom is None else group_of_a_place(figure, whom) or whom


def _right_behind(draft: Draft) -> bool:
    """*zinc slipped 1.1% to $3,298*: where the movement of the figure before ended."""
    figure, leader = draft.figure, draft.leader
    if leader is None or draft.change:
        return False
    gapped = leader.whom is not None and leader.whom.rule == "beside_it"  # "silver rose 3%, platinum 2% to $1,605"
    if leader.direction is None and not gapped:
        return False
    return [token.lower_ for token in figure.doc[leader.figure.span.end : figure.span.start]] == ["to"]


def _traded(draft: Draft) -> Whom | None:
    """*Acme rallied 5.5% on U.S. orders*: whose share a market's verb moves, whatever else the sentence names."""
    figure = draft.figure
    thing = moved(figure) if draft.change and trades(figure) else None
    if thing is None:
        return None
    if (mover := mover_before(figure)) is not None:
        return Whom(mover[0], "subject", 0.9, mover[1])  # the name right before the verb, however the tree is built
    name = named_by(thing)
    firm = mention_at(figure.doc, name.i)
    return Whom(firm, "subject", 0.9, name.i) if firm is not None else None


def moves_by_itself(draft: Draft) -> None:
    """*Acme rose 3%*, *the yen fell 1%*: what the kind of thing that moves is measured by."""
    figure, what, whom = draft.figure, draft.what, draft.whom
    if whom is None or what is not None and what.rule == "from_the_figure_before":
        return
    traded = draft.change and trades(figure)
    surer = what is not None and what.confidence > whom.confidence and what.metric in metrics_of("economy")
    unfit = what is None or not fits_kind(whom.firm.kind, what.metric) and not surer
    if unfit and not draft.unsure and whom.rule in _FALLBACKS:
        return  # the clause's own words say more than whom the article is about
    if not (traded or draft.unsure or unfit):
        return
    implied = _implied(draft, whom)
    if implied is not None and (traded or unfit or whom.rule == "subject" and _moves_itself(figure)):
        draft.what = What(implied, None, "moves_by_itself", 0.6)
        draft.direction = move_of(figure)


def _implied(draft: Draft, whom: Whom) -> str | None:
    figure = draft.figure
    if figure.quantity.unit == "basis_point" and whom.firm.sector != "central_bank":
        return None  # rates and margins move by these, no price does
    size = abs(figure.quantity.value.middle or 0.0)
    implied = own_metric(whom.firm.kind, figure.kind, size, change=draft.change, traded=draft.change and trades(figure))
    if implied == "share_price" and is_told_of_a_thing(figure) and not trades(figure):
        return None
    if implied == "share_price" and _grows(figure):
        implied = "revenue"  # shares rise, businesses grow
    if implied == "production" and "/" in figure.quantity.unit and not figure.quantity.unit.endswith(_TIMES):
        return "commodity_price"  # "cocoa was at 8,410 pounds per ton": a currency that a weight is called by
    if implied == "production" and whom.rule != "subject":
        return None  # "stocks of copper stood at 900 tonnes"
    if implied == "gdp" and (draft.leader is not None or whom.rule not in ("subject", "possessor")):
        return None  # "Peru rose 4%" among a firm's sales is a market of the firm
    traded = trades(figure)
    guessed = whom.rule in ("topic_of_the_article", "before_it") and figure.verb is not None and not traded
    moves = traded or _moves_itself(figure) or whom.rule in _BY_NAME
    return None if implied == "share_price" and (guessed or not moves) else implied


def subjects_that_fit(draft: Draft) -> None:
    """An industry's, country's or market's metric belongs to one; a segment's figure keeps its segment."""
    if draft.what is None:
        return
    draft.whom, draft.scope = fitting(draft.figure, draft.what.metric, draft.whom, draft.memory.topic)
    whole = draft.whom is not None and draft.whom.firm.kind in ("company", "division")
    draft.scope = draft.scope or (part_of_business(draft.what) if whole else None)


def _grows(figure: Figure) -> bool:
    """*Acme grew 5%*, *the unit expanded by a tenth*: a business does, not its share."""
    return figure.verb is not None and figure.verb.lemma_.lower() in ("grow", "expand", "contract", "shrink")


def _moves_itself(figure: Figure) -> bool:
    """*Acme rose 3%*, *was up 3 points*: the verb says that its subject moved, not that it moved something."""
    verb = figure.verb
    if figure.noun is not None or figure.preposition is not None and figure.preposition.lower_ != "by":
        return False
    behind = figure.doc[figure.span.end : min(figure.span.end + 2, figure.sentence.end)]
    if len(behind) == 2 and behind[0].lower_ in ("more", "fewer") and behind[1].pos_ == "NOUN":
        return False  # "handled 12% fewer parcels"
    if verb is not None and any(
        child.dep_ == "dobj" and verb.i < child.i < figure.span.start for child in verb.children
    ):
        return False  # "ended the quarter with $2 billion, 10% more"
    return verb is not None and verb.lemma_.lower() not in ("add", "represent", "mark", "bring", "give", "make", "see")
