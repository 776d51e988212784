"""Figures that lean on one told before: more than it, a part of it, a multiple of it, or a plan for it."""

from __future__ import annotations

import pytest

from conftest import metrics_at

CASES = [
    # so much more than a sum
    ("Klarna raised $12 billion from investors, [71%] more than in 2024.", "funding"),
    ("Klarna has raised $14 billion, nearly [eight times] the amount of a year ago.", "funding"),
    ("Some 24 million shares of Ford changed hands, which is [10 times] the daily average.", "trading_volume"),
    ("Ford's shares trade at [18 times] earnings.", "pe_ratio"),
    ("Ford's revenue came to $40 billion, and its shares rose [3%].", "share_price"),
    # the premium of an offer
    ("Tillbrook's holders would receive 385p in cash for each share, [44pc] more than Friday's close.", "premium"),
    ("Tillbrook's holders would receive 385p in cash for each share, which rose [4pc] on Friday.", "share_price"),
    # parts
    ("Copper rose to 90,800 tonnes at Vale, with Salobo giving [more than half] of it.", "production"),
    ("Telwyn expects exceptional charges of £310m, [two-thirds] of them in cash.", "restructuring_charge"),
    ("Telwyn's revenue was £310m. Services made up [a third] of it.", "revenue"),
    ("Geothermal provides only [0.4%] of U.S. electricity.", "market_share"),
    ("Datev had sales of €1.4 billion and holds, by most estimates, [70%] of the accounting software market.", "market_share"),
    ("The Sovereign Fund of Norway owns [4%] of Shell.", "stake"),
    # multiples
    ("Ford trades at 18 times earnings, compared with a five-year average of [33].", "pe_ratio"),
    ("Ford trades at 18 times earnings and sold [33,000] cars.", "units_sold"),
    # another place
    ("Ghana's key rate stands at 7%. Kenya's stands at [9.25%].", "policy_rate"),
    ("Ghana's key rate stands at 7%. Ford has [9.25%].", "other"),
    # plans
    ("Ford had operating profit of $94 million. Its boss left. Its guidance for this year is [$69 million].", "operating_income"),
    ("Ford had operating profit of $94 million. Its boss left. Ford's guidance is for a contribution of [$69 million].", "other"),
    # nothing a share is so large
    ("Ford ended the quarter with $4.6 billion in cash and an equity position at [$5.5 billion].", "equity"),
    ("Ford closed at [$11.20].", "share_price"),
    # an index moves by points
    ("In Italy the new orders index climbed [3.4 points].", "pmi"),
    ("In Italy orders climbed [3.4%].", "orders"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "metric"), CASES)
def test_a_figure_that_leans_on_another(marked: str, metric: str) -> None:
    assert metrics_at(marked) == [metric]
