"""Which metrics are told period by period, which month by month by an office, and which day by day by a market."""

from __future__ import annotations

PERIODIC = frozenset(
    """revenue gross_profit gross_margin operating_income operating_margin net_income net_margin ebitda eps same_store_sales
    ebitda_margin pretax_income net_interest_income bookings free_cash_flow operating_cash_flow""".split()
)
STATISTICS = frozenset(
    """inflation unemployment_rate gdp jobs retail_sales industrial_production trade_balance exports imports pmi
    consumer_confidence housing_starts""".split()
)
TRADED = frozenset({"share_price", "index_level", "commodity_price", "exchange_rate", "bond_yield", "market_cap"})
