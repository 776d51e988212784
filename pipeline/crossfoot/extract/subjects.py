"""Which kind of subject a metric can have: a country reports no earnings, and a firm has no unemployment rate."""

from __future__ import annotations

from dataclasses import replace

from crossfoot.extract import grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention, narrows
from crossfoot.extract.firms.topic import OF_BOTH
from crossfoot.extract.places import country_of, economy_of, state_of
from crossfoot.extract.whom import Whom, mentions_in
from crossfoot.extract.whom.houses import FORECASTING
from crossfoot.vocabulary.firm_lists import FIRM_KINDS
from crossfoot.vocabulary.models import metrics_of

_PENALTIES = frozenset({"settlement", "payment"})
_FALLBACKS = frozenset({"topic_of_the_article", "sentence_before_it", "from_the_figure_before", "spoken_of_before"})
_GUESSED = frozenset({"topic_of_the_article", "sentence_before_it", "centre_of_the_paragraph", "spoken_of_before"})
_PLACES = frozenset({"country", "region"})
_OWN_WHOLES = frozenset({"subject", "whole_market"})
_AMOUNTS = frozenset({"mass", "volume", "energy"})
_OUTPUT = frozenset({"production", "units_sold", "other", "capacity"})
_OF_A_CENTRAL_BANK = frozenset({"policy_rate", "interest_rate", "other"})
_OF_STATES = frozenset({"tariff_rate", "policy_rate", "government_debt", "budget_deficit", "gdp", "population"})
_OF_ECONOMIES = frozenset(
    "unemployment_rate gdp inflation jobs wages retail_sales exports imports trade_balance".split()
)
_STAFF = frozenset({"jobs", "wages"})
_COUNTING = frozenset(
    "Statistics Statistical Census Eurostat INSEE Insee Istat Destatis IBGE INEGI INE NSO StatCan".split()
)


def _state_of(agency: FirmMention) -> FirmMention | None:
    """The country of a central bank or a statistics office, or whose capital it is, where the lists tell it."""
    country = state_of(agency) if agency.kind in ("agency", "region") else None
    return replace(agency, canonical=country, kind="country", ticker=None, owner=None) if country is not None else None


def capital_of(place: FirmMention) -> FirmMention | None:
    """The country whose capital a place is: *figures released in Beijing*."""
    if place.owner is None:
        return None
    return replace(place, canonical=place.owner, kind="country", owner=None)


def _has_analysts(figure: Figure, firm: FirmMention) -> bool:
    """*an analyst at Acme*, *Acme's analysts*: the sentence has somebody speak for the firm."""
    speakers = {"analyst", "analysts", "strategist", "broker", "brokerage"}
    said = any(token.lower_ in speakers for token in figure.sentence)
    return said and any(mention == firm for _, mention in mentions_in(figure.sentence))


def _forecast_of(figure: Figure, whom: Whom, topic: FirmMention | None) -> FirmMention | None:
    """*Citi sees Brent at $62; the energy agency has $55*: the commodity whose price a house or an office speaks of."""
    if not (whom.firm.house or whom.firm.kind in ("agency", "broker", "media")):
        return None
    named = [m for i, m in mentions_in(figure.sentence) if m.kind == "commodity" and i < figure.span.start]
    if named:
        return named[-1]
    return topic if topic is not None and topic.kind == "commodity" else None


def is_output(figure: Figure, whom: Whom | None, topic: FirmMention | None) -> bool:
    """*Copper rose to 60,500 tonnes* in a text on a miner: an amount of a commodity, which a firm makes or sells."""
    matter = whom is not None and whom.firm.kind == "commodity" and figure.kind in _AMOUNTS
    return matter and topic is not None and topic.kind == "company"


def _subject_firm(figure: Figure) -> FirmMention | None:
    """The firm that acts in the figure's clause: *Acme had the largest rise in Canadian sales*."""
    subject = grammar.subject_of(figure.verb) if figure.verb is not None else None
    firm = mention_at(figure.doc, subject.i) if subject is not None else None
    return firm if firm is not None and firm.kind in FIRM_KINDS and not firm.house else None


def group_of_a_place(figure: Figure, whom: Whom) -> Whom | None:
    """*farmers in Ivory Coast delivered 1.2 million tonnes*: what a country's people do is told of the country."""
    if whom.firm.kind != "group" or not 0 <= whom.token < len(figure.doc):
        return None
    noun = figure.doc[whom.token]
    for preposition in (
        child for child in noun.children if child.lower_ in ("in", "across", "of") and child.i > noun.i
    ):
        for thing in preposition.children:
            named = (thing, *(child for child in thing.children if child.dep_ == "poss"))  # "in Brazil's centre-south"
            for token in named:
                place = mention_at(figure.doc, token.i)
                if place is not None and place.kind in _PLACES:
                    return Whom(replace(place, adjective=False), "place_of_the_group", 0.7, token.i)
    return None


def fitting(
    figure: Figure, metric: str, whom: Whom | None, topic: FirmMention | None
) -> tuple[Whom | None, str | None]:
    """The subject that the metric can have, and the place that the figure is limited to.

    A place in the stead of a firm is the scope of that firm's figure: *In Malaysia, revenue rose*.
    """
    if whom is None:
        return None, None
    kind = whom.firm.kind
    if kind == "agency" and metric in _PENALTIES and topic is not None and topic.kind == "company":
        return replace(whom, firm=topic, rule="fined_by_a_regulator", confidence=0.6), None
    if metric == "price_target" and (whom.firm.house or _has_analysts(figure, whom.firm)) and whom.firm != topic:
        rated = next(
            (m for _, m in mentions_in(figure.sentence) if m.kind == "company" and not m.house and m != whom.firm),
            topic,
        )
        return (replace(whom, firm=rated, rule="rated_by_a_house", confidence=0.7) if rated is not None else whom), None
    if metric == "commodity_price" and (matter := _forecast_of(figure, whom, topic)) is not None:
        return replace(whom, firm=matter, rule="forecast_by_a_house", confidence=0.7), None
    if metric == "policy_rate" and kind in ("currency", "commodity", "index", "country"):
        banks = (m for _, m in mentions_in(figure.sentence) if m.kind == "agency" and m.sector == "central_bank")
        setter = next((m for m in banks if kind != "country" or m.country == whom.firm.canonical), None)
        if setter is not None:
            return replace(whom, firm=setter, rule="setter_of_the_rate", confidence=0.75), None
    economic = metric in metrics_of("economy")
    guessed = kind == "country" and whom.rule in _GUESSED and (economic or whom.rule == "topic_of_the_article")
    offices = filter(None, (_state_of(mention) for _, mention in mentions_in(figure.sentence)))
    home = (next(offices, None) or economy_of(figure.doc)) if guessed else None
    if home is not None and home.canonical != whom.firm.canonical:
        return replace(whom, firm=home, rule="country_of_the_economy"), None
    central_bank = kind == "agency" and whom.firm.sector == "central_bank"
    speaks_for_itself = (
        kind in _PLACES
        or kind == "currency"
        and metric not in _OF_ECONOMIES
        or central_bank
        and metric == "policy_rate"
    )
    counting = not _COUNTING.isdisjoint(whom.firm.canonical.split())
    counts = kind == "agency" and whom.rule in _FALLBACKS and (counting or metric not in metrics_of("firm"))
    counts = counts and not (central_bank and metric in _OF_A_CENTRAL_BANK)
    if counts and (state := _state_of(whom.firm)) is not None:
        return replace(whom, firm=state, rule="state_of_its_office"), None
    national = narrows(whom.firm.canonical.split()[0])  # "U.S. companies" pay what the country asks
    industry = whom.firm.sector == "industry" and whom.rule in _OWN_WHOLES and not national and metric not in _OF_STATES
    firms_own = kind in FIRM_KINDS and topic is not None and topic.kind == "company"
    firms_own = firms_own and metric in OF_BOTH and (metric in _STAFF or whom.rule not in _FALLBACKS)
    if economic and kind == "region" and (country := capital_of(whom.firm)) is not None:
        return replace(whom, firm=country, rule="country_of_the_economy"), None
    if economic and not speaks_for_itself and not industry and not firms_own:
        country = _state_of(whom.firm) or next(offices, None) or country_of(figure)
        if country is None and kind == "agency" and whom.rule in _GUESSED and metric not in _OF_A_CENTRAL_BANK:
            return None, None  # an office counts what is a country's, which the text may not name
        return (Whom(country, "country_of_the_economy", 0.55, -1) if country is not None else whom), None
    if topic is not None and metric in _OUTPUT and is_output(figure, whom, topic):
        return replace(whom, firm=topic, rule="topic_with_its_product", confidence=0.6), None
    foresees = (
        figure.verb is not None and figure.verb.lemma_.lower() in FORECASTING
    )  # "trader Acme sees Brazil's crop at"
    seller = _subject_firm(figure) if kind in _PLACES and whom.rule != "subject" and not foresees else None
    if seller is not None and not economic:
        return replace(whom, firm=seller, rule="subject_with_a_place", confidence=0.7), whom.firm.canonical
    people = whom.rule == "subject" and whom.firm.via == "recognised"  # "American employers announced 9,000 lay-offs"
    if (
        metric in metrics_of("firm")
        and kind in _PLACES
        and topic is not None
        and topic.kind in FIRM_KINDS
        and not people
    ):
        return replace(whom, firm=topic, rule="topic_with_a_place", confidence=0.55), whom.firm.canonical
    return whom, None
