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
    # a month's contract of a commodity
    ("Cocoa rose. May delivery in New York settled $212, or [3.6%], higher at $6,104 a ton.", "commodity_price"),
    ("Cocoa rose. In London the same month put on [2.8%] to finish at 4,947 pounds.", "commodity_price"),
    ("Copper fell. In Shanghai the most-traded March contract ended the day [2.1%] lower.", "commodity_price"),
    ("The contract for December delivery slipped [0.6%] to 2,931 ringgit.", "commodity_price"),
    ("Boeing won a contract that rose [2.1%] in value.", "contract_value"),
    ("Ford sold 9,000 cars in May. In the same month its deliveries in Spain gained [3%].", "units_sold"),
    # where a move ended, whatever else the sentence says
    ("Samsung Electronics retreated 6.3% to [150,400 won] despite having reported a bumper profit.", "share_price"),
    ("By mid-morning Ford was 4.8% higher at [$13.62] after its dividend rose.", "share_price"),
    ("Ford's profit retreated 6.3% to [$940 million] despite a rise of its shares.", "net_income"),
    # the margin of a profit, a name that is said to be a figure, and the growth of a sum
    ("EBITDA at Greggs came to £40m, giving a margin of [13.8%].", "ebitda_margin"),
    ("Greggs had gross profit of £40m, for a margin of [41%].", "gross_margin"),
    ("Greggs had sales of £40m and a margin of [13.8%].", "operating_margin"),
    ("Profit before tax at Greggs was £26m and earnings per share were [£1.94].", "eps"),
    ("Sales at Greggs rose 4%, and net debt, at [£31m], is the highest in a decade.", "debt"),
    ("Greggs, which sells cars too, had 4,100 shops at the end of May, a rise of [6%].", "stores"),
    ("Greggs had 4,100 shops at the end of May, and reported a rise in sales of [6%].", "revenue"),
    ("The economy of Chile expanded 0.9%, [three times] what analysts had projected.", "gdp"),
    # a round, and what it says of the firm
    ("Baseten picked up $150 million last month at [$2.15 billion].", "valuation"),
    ("Baseten picked up [$150 million] last month at $2.15 billion.", "funding"),
    # what the article is on
    ("Exports of Vietnam rose 9%. Chips brought in [$20.5 billion].", "exports"),
    ("Exports of Vietnam rose 9%. Strip out chips and you are looking at growth of [3%].", "exports"),
    ("Sales at Samsung rose 9%. Chips brought in [$20.5 billion].", "revenue"),
    ("Meta's capital spending will be $60 billion this year. Alphabet will spend [$75 billion].", "capital_expenditure"),
    ("Meta's capital spending will be $60 billion this year. Alphabet will spend [$75 billion] on deals.", "deal_value"),
    ("The Central Bank of Brazil cut its key rate to 12.75%. Citi has the terminal level at [10%].", "policy_rate"),
    ("Analyst Jo Reed rates Deere a buy. Her estimate for the year is [$4.10].", "eps"),
    ("Analyst Jo Reed rates Deere a buy. Her estimate of revenue is [$4.10 billion].", "revenue"),
    ("Schneider offered 42 euros a share. That's [31%] more than where the stock closed on Friday.", "premium"),
    ("Schneider's shares are at 42 euros. That's [31%] more than where the stock closed on Friday.", "share_price"),
    # what holders made, what an index did beside the share, and whose the jobs are
    ("Shareholders in Sysco made [40%] in that time.", "share_price"),
    ("Ford made [$40 million] for its shareholders in that time.", "net_income"),
    ("Ford's shares are up 31% since January, against a gain of [5%] for the benchmark Nasdaq.", "index_level"),
    ("Ford's shares are up 31% since January, against a gain of [5%] in March.", "share_price"),
    ("Employers in Canada added 60,000 jobs. Factories there let [7,800] people go.", "jobs"),
    ("Ford's revenue rose 3%. Ford let [7,800] people go.", "job_cuts"),
    # a name behind another figure, and a sum before a noun of its own
    ("Klarna got [$180 million] at a $1.5 billion valuation.", "funding"),
    ("Rents rose 3%. Amazon said that it will build an [$11 billion] complex.", "investment"),
    ("Amazon's advertising business grew [19%].", "revenue"),
    ("Jinhai will supply 4,000 robots to BYD for [1.26 billion yuan].", "contract_value"),
    # what they were, of whom the sentence before told
    ("Sales at Nokia fell 4% to $5 billion. Stripping out currencies they rose [1%].", "revenue"),
    ("Exports from Chile fell 4% to $5 billion. They had risen [1%] in May.", "exports"),
    ("Revenue at Nokia fell 4% to $5 billion. Its shares rose [1%].", "share_price"),
    ("Loans at BBVA grew 4% to $5 billion. Deposits did not: they slipped [1%].", "deposits"),
    # what a verb takes off or writes down
    ("Glanbia wrote down its plant by [$210 million].", "impairment"),
    ("A rout wiped [$40 billion] off the value of Tesla.", "market_cap"),
    ("Glanbia brought down its debt by [$210 million].", "debt"),
    # who works where, and what is a share of those who buy
    ("Around [1,200] people now work at Rolls-Royce's plant in Derby.", "employees"),
    ("Wipro will onboard [10,000] freshers this year.", "employees"),
    ("Pfizer has captured [61%] of new prescriptions for the drug.", "market_share"),
    ("Pfizer has captured [61%] of what it had hoped for.", "other"),
    # loans by their trade's names, and what is no equity or policy of the firm
    ("Siemens will pay with cash and a [$2 billion] bridge facility.", "debt"),
    ("Wipro said that large deal wins were [$1.2 billion].", "contract_value"),
    ("Equinor's equity ratio was [44.1 per cent].", "other"),
    ("The project of Teck has an internal rate of return of [24%].", "other"),
    ("Traders put the odds of a cut by the Bank of England at [65%].", "other"),
    ("Economists put the base rate of the Bank of England at [4%].", "policy_rate"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "metric"), CASES)
def test_a_figure_that_leans_on_another(marked: str, metric: str) -> None:
    assert metrics_at(marked) == [metric]
