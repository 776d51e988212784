"""Which kind of subject a metric can have: a country reports no earnings, and a firm has no unemployment rate."""

from __future__ import annotations

from dataclasses import replace

from crossfoot.extract.figures import Figure
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.whom import Whom, country_of, mentions_in

ECONOMY = frozenset(
    """gdp inflation unemployment_rate policy_rate jobs wages trade_balance retail_sales housing_starts government_debt
    budget_deficit tariff_rate population industrial_production consumer_confidence pmi tax_rate""".split()
)
_OF_FIRMS = frozenset(
    """revenue cost_of_revenue gross_profit gross_margin operating_income operating_margin net_income net_margin ebitda eps
    capital_expenditure free_cash_flow operating_cash_flow dividend share_buyback impairment restructuring_charge
    same_store_sales ebitda_margin pretax_income provision bookings backlog rpo share_price price_target pe_ratio market_cap
    offer_price ipo_proceeds stake shares_outstanding users subscribers customers employees job_cuts stores""".split()
)
_PLACES = frozenset({"country", "region"})


def _state_of(agency: FirmMention) -> FirmMention | None:
    """The country of a central bank or a statistics office, where the lists tell it."""
    if agency.kind != "agency" or agency.country in (None, "other"):
        return None
    return replace(agency, canonical=agency.country, kind="country", ticker=None, owner=None)


def fitting(
    figure: Figure, metric: str, whom: Whom | None, topic: FirmMention | None
) -> tuple[Whom | None, str | None]:
    """The subject that the metric can have, and the place that the figure is limited to.

    A place in the stead of a firm is the scope of that firm's figure: *In Malaysia, revenue rose*.
    """
    if whom is None:
        return None, None
    kind = whom.firm.kind
    if metric == "price_target" and whom.firm.house and whom.firm != topic:
        rated = next((m for _, m in mentions_in(figure.sentence) if m.kind == "company" and not m.house), topic)
        return (replace(whom, firm=rated, rule="rated_by_a_house", confidence=0.7) if rated is not None else whom), None
    speaks_for_itself = kind in ("country", "region", "currency") or kind == "agency" and metric == "policy_rate"
    if metric in ECONOMY and not speaks_for_itself:
        country = country_of(figure) or _state_of(whom.firm)
        return (Whom(country, "country_of_the_economy", 0.55, -1) if country is not None else whom), None
    if metric in _OF_FIRMS and kind in _PLACES and topic is not None and topic.kind in ("company", "division"):
        return replace(whom, firm=topic, rule="topic_with_a_place", confidence=0.55), whom.firm.canonical
    return whom, None
