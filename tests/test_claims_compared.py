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
    ("Copper rose to 60,500 tonnes at Rio Tinto, with one pit giving [more than half] of it.", "production"),
    ("Telwyn expects exceptional charges of £310m, [two-thirds] of them in cash.", "restructuring_charge"),
    ("Telwyn's revenue was £310m. Services made up [a third] of it.", "revenue"),
    ("Geothermal provides only [0.4%] of U.S. electricity.", "market_share"),
    ("Datev had sales of €1.4 billion and holds, by most estimates, [70%] of the accounting software market.", "market_share"),
    ("The Sovereign Fund of Norway owns [4%] of Shell.", "stake"),
    # at another time, as it was expected, and above the price
    ("Lloyds set aside $410 million for bad loans, up from [$260 million].", "provision"),
    ("Lloyds set aside $410 million and made loans of [$260 million].", "loans"),
    ("Same-store sales at Ford rose 0.4%, well short of the [1.5%] analysts had pencilled in.", "same_store_sales"),
    ("Ford's sales rose 0.4%, and a [1.5%] stake changed hands.", "stake"),
    ("Ford ended June with 12,400 staff, [900] fewer than a year before.", "employees"),
    ("The bid for Ford is [28%] above where its shares traded.", "premium"),
    ("The shares of Ford are [28%] above where they were.", "share_price"),
    # what verbs say
    ("Ford wrote down the value of the unit by [$600 million].", "impairment"),
    ("Ford valued the unit at [$600 million].", "valuation"),
    ("Airbus handed over [51 planes] in May.", "units_sold"),
    ("Tesla built [14,611] trucks in May.", "production"),
    ("Ford recalled [112,000] vehicles.", "other"),
    ("U.S. employers added [139,000] jobs.", "jobs"),
    ("Ford added [1,390] jobs.", "employees"),
    ("The regulator fined Lloyds [£28m].", "settlement"),
    ("Shell's stake in the pipeline fetched [$2 billion].", "deal_value"),
    ("Copper for delivery in three months gained [1.1%].", "commodity_price"),
    ("Ford's deliveries gained [1.1%].", "units_sold"),
    ("In Japan the purchasing managers' index slipped to [48.7].", "pmi"),
    ("The Federal Reserve lowered its benchmark by [a quarter point].", "policy_rate"),
    ("The benchmark index in Tokyo lost [3%].", "index_level"),
    ("Shell will build a wind farm off Bergen for [18 billion kroner].", "construction_cost"),
    ("Shell will sell a wind farm off Bergen for [18 billion kroner].", "deal_value"),
    ("Shell will chip in [2.5 billion kroner].", "investment"),
    ("Carlyle agreed to buy Brodrick for $3.1 billion, or [$42 a share].", "offer_price"),
    ("Brodrick made $96 million, or [$1.42 a share].", "eps"),
    # multiples
    ("Ford trades at 18 times earnings, compared with a five-year average of [33].", "pe_ratio"),
    ("Ford trades at 18 times earnings and sold [33,000] cars.", "units_sold"),
    # another place
    ("Ghana's key rate stands at 7%. Kenya's stands at [9.25%].", "policy_rate"),
    ("Ghana's key rate stands at 7%. Ford has [9.25%].", "other"),
    # plans
    ("Ford had operating profit of $94 million. Its boss left. Its guidance for this year is [$69 million].", "operating_income"),
    ("Ford had operating profit of $94 million. Its boss left. Ford's guidance is for a contribution of [$69 million].", "other"),
    # what is counted, and which profit
    ("Maruti sold 160,000 cars in May. Domestic sales rose [1.3%].", "units_sold"),
    ("Maruti sold cars for $3 billion in May. Domestic sales rose [1.3%].", "revenue"),
    ("Profits at Greggs rose [14%]. Greggs said that its pre-tax profit came to £27m.", "pretax_income"),
    ("Profits at Greggs rose [14%]. Greggs made £27m before tax.", "pretax_income"),
    ("Profits at Ford rose [14%]. Ford made $2.7 billion before tax, and earned 14 cents a share.", "net_income"),
    ("Lloyds made £4.1bn before tax, short of the [£4.6bn] that analysts had been expecting.", "pretax_income"),
    # again, and among others
    ("Net debt at Greggs was 3.2 times EBITDA. A year ago the multiple had been [3.9 times].", "leverage_ratio"),
    ("Greggs trades at 13 times earnings. A year ago the multiple had been [14 times].", "pe_ratio"),
    ("The DAX fell 1%. Utilities were the worst performers, sliding [3%].", "index_level"),
    ("The yen fell 1%. Utilities were the worst performers, sliding [3%].", "other"),
    # of what the world makes
    ("Guinea mines [30%] of the world's bauxite.", "market_share"),
    ("Guinea ships [30%] of its bauxite to China.", "other"),
    # names that belong to another figure
    ("The fund will buy new shares at [€4.20 apiece], an 18% premium to the close.", "offer_price"),
    ("The fund will pay a [€4.20] premium, 18% of the price.", "premium"),
    ("At [$5.9 billion], net debt of $640 million included, it would be Kone's biggest deal.", "deal_value"),
    ("Turnover at Ford reached 19m shares, against a daily average of [1.2m].", "trading_volume"),
    ("Nuvama, a broker, has a buy call on Marico with a target of [Rs 760].", "price_target"),
    ("Marico's overseas business delivered constant-currency growth of [16%].", "revenue"),
    ("A Series D round two years ago had valued Klarna at [$3.2 billion].", "valuation"),
    ("Klarna raised [$3.2 billion] in a Series D round.", "funding"),
    # a thing of the firm moves, not its share
    ("Ford said that what advertisers paid for each of them fell [25%].", "other"),
    ("Ford fell [25%].", "share_price"),
    # nothing a share is so large
    ("Ford ended the quarter with $4.6 billion in cash and an equity position at [$5.5 billion].", "equity"),
    ("Ford closed at [$11.20].", "share_price"),
    # jobs pay wages, firms make payments
    ("The typical job at Boeing pays [$41,900].", "wages"),
    ("Boeing pays [$41,900] to the city.", "payment"),
    # an index moves by points
    ("In Italy the new orders index climbed [3.4 points].", "pmi"),
    ("In Italy orders climbed [3.4%].", "orders"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "metric"), CASES)
def test_a_figure_that_leans_on_another(marked: str, metric: str) -> None:
    assert metrics_at(marked) == [metric]
