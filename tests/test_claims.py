"""Sentences as newspapers write them, and the claims that a careful reader takes from them.

A case is the text, then a line a figure: quote | firm | metric | measure | value | unit | date | source | modality.
`-` is none; an empty field is not looked at; the quote is exact, and what is counted stands behind it. Figures that no
line names must not become claims.
"""

from __future__ import annotations

import math

import pytest

from crossfoot.flow import extract

PUBLISHED = "2026-05-14"

CASES = {
    "a sum a share, before or after something": """
        Nike earned $1.14 a share before items. Ford earned 31 cents a share after tax. Nike earned $2 million a year before.
        $1.14 a share |  | eps | level | 1.14 | USD/share
        31 cents a share |  | eps | level | 0.31 | USD/share
        $2 million |  | net_income | level | 2e6 | USD""",
    "a verb that moves a thing of its own": """
        Pfizer's shares leapt 34% after its pill cut deaths by 22%. Revenue at Nike rose 3% after it lifted prices by 4%.
        34% |  | share_price | change
        22% |  | other | change | -22
        3% |  | revenue | change
        4% |  | price | change""",
    "what cuts save is no cut": """
        Shell cut 1,100 jobs and said that the savings, $350 million a year, would come soon. Shell cut 900 jobs, 4% of its
        staff.
        1,100 |  | job_cuts | level
        $350 million a year |  | cost
        900 |  | job_cuts | level
        4% |  | job_cuts | level""",
    "what an aside is measured in": """
        The deficit of Peru, 2.4% of gross domestic product, will narrow to $8 billion. The GDP of Peru rose to $8.1 billion.
        2.4% |  | budget_deficit | level
        $8 billion |  | budget_deficit | level
        $8.1 billion |  | gdp | level""",
    "a sum less than the one before the comma": """
        The lender set aside $240 million for bad loans, $35 million less than in May. Lloyds had loans of $3 billion, 5%
        more than in May.
        $240 million |  | provision | level
        $35 million |  | provision | change | -35e6
        $3 billion |  | loans | level
        5% |  | loans | change | 5""",
    "a charge that is so much of sales": """
        Research and development at Nokia was 12% of sales. Exports were 44% of sales at Nokia.
        12% |  | research_and_development | level
        44% |  | revenue | level""",
    "a spread over a benchmark": """
        Ford sold notes at 95 basis points above Treasuries. The yield was 95 basis points above its low.
        95 basis points |  | interest_rate | level
        95 basis points |  | bond_yield | change""",
    "right behind what a verb moved, by how much": """
        Nestle grew turnover 14% to €212 million and turned a loss into a profit. Ford cut its overheads 5%. Unilever raised
        prices in 3% of its shops.
        14% |  | revenue | change | 14
        €212 million |  | revenue | level
        5% |  | operating_expenses | change | -5
        3% |  | | level""",
    "a sum, and by how much it is up": """
        Sales at Arm were $620 million, up by 20%. Sales at Nike were $440 million, down by more than a fifth. The Dow
        closed 512 points, or 0.6%, higher.
        $620 million | Arm | revenue | level
        20% | Arm | revenue | change | 20
        $440 million |  | revenue | level
        more than a fifth |  | revenue | change
        512 points |  | index_level | change | 512
        0.6% |  | index_level | change | 0.6""",
    "a write-down goes nowhere": """
        Kraft Heinz took a write-down of $9.3 billion. Nike saw a slow-down of 3%.
        $9.3 billion |  | impairment | level
        3% |  |  | change | -3""",
    "a list that tells its verb once": """
        EBITDA at Enel came to $17 billion, net income to $6 billion and net debt to $58 billion. Nike owes its debt to a
        $5 million trust.
        $17 billion |  | ebitda | level
        $6 billion |  | net_income | level
        $58 billion |  | debt | level
        $5 million |  |  | level""",
    "models that are counted": """
        Delta ordered 75 Boeing 787s. Ryanair will lease 30 Airbus A320s. Boeing 737s were grounded.
        75 |  | orders | level
        30 |  |  | level""",
    "what is not in cash": """
        Qualcomm took a non-cash charge of $5.7 billion. Qualcomm took $5.7 billion in cash in May.
        $5.7 billion |  | restructuring_charge | level
        $5.7 billion |  | cash | level""",
    "a large sum for one name": """
        Merck will pay $9.2 billion for Cidara. Merck will pay $9.2 million for paint.
        $9.2 billion | Merck | deal_value | level
        $9.2 million | Merck | payment | level""",
    "people are whom a thing is for": """
        Loans to households at Lloyds rose 2.6%. Investment in stores at Nike rose 4%. Households at Lloyds rose 3%.
        2.6% |  | loans | change
        4% |  | investment | change
        3% |  | customers | change""",
    "what is brought somewhere, not who brings it": """
        Orders of $3 billion took Boeing's backlog to $610 billion. Capex of $2 billion pushed net debt to a record
        $12 billion at Ford. Sales rose to $4 billion at Nike.
        $3 billion |  | orders | level
        $610 billion |  | backlog | level
        $2 billion |  | capital_expenditure | level
        $12 billion |  | debt | level
        $4 billion |  | revenue | level""",
    "a name behind another that says what it is told without": """
        Airbus sees free cash flow before customer financing of $4 billion. Operating profit before one-off items of
        $31 million was flat at Ford. Nike spent it before a financing of $9 million.
        $4 billion |  | free_cash_flow | level
        $31 million |  | operating_income | level
        $9 million |  | funding | level""",
    "a sum that is paid once more, or handed back, moves nothing": """
        Lloyds set aside £800 million more for the claims over car loans. Shell will hand back another $3.5 billion to
        shareholders. Flights cost Ford $8 million more than in May.
        £800 million |  | provision | level
        $3.5 billion |  | share_buyback | level
        $8 million |  |  | change""",
    "an area, the power of transformers and the grade of an ore": """
        Prologis leased 62 million square feet in the quarter. Siemens will make 42,000 MVA of transformers a year. Vale
        mined ore at a grade of 1.42 grams per tonne. The fence is 9 feet high.
        62 million square feet |  | | level | 62e6 | square_foot
        42,000 MVA |  | capacity | level
        1.42 grams per tonne |  | other | level | | gram/tonne""",
    "a rate of a term is the rate": """
        The Bank of England lopped 50 basis points off its one-week repo rate. Churn took 50 basis points off its renewal
        rate at Netflix.
        50 basis points |  | policy_rate | change | -50
        50 basis points |  | other""",
    "a name of the next clause is not the figure's": """
        The pill of Pfizer cut weight by 12%; the shares rose 4%. Pfizer's shares fell 2%; sales rose.
        12% |  | other | change | -12
        4% |  | share_price | change | 4
        2% |  | share_price | change | -2""",
    "more or fewer things are no move of a share": """
        UPS handled 12% fewer parcels in May. UPS fell 3% in May.
        12% |  | other | change | -12
        3% |  | share_price | change | -3""",
    "a ratio that is named right before its figure": """
        EPS growth at Aviva was 9%, and its solvency ratio 217%. Sales at Ford grew 5% and profit 6%.
        9% |  | eps | change
        217% |  | capital_ratio | level
        5% |  | revenue | change
        6% |  | net_income | change""",
    "profit after tax is PAT in capitals": """
        PAT at Infosys was Rs 7,364 crore. Pat Gelsinger of Intel paid $7 million for a house.
        Rs 7,364 crore |  | net_income | level
        $7 million |  | payment | level""",
    "so much worth of what a verb deals in": """
        Tesla repurchased $3 billion worth of its shares. Vietnam exported $31 billion worth of goods. Nike reached a
        $4 billion worth in May.
        $3 billion |  | share_buyback | level
        $31 billion |  | exports | level
        $4 billion |  | other | level""",
    # whose figure: the subject of the verb, the possessor, the object of `of`
    "the movement of a thing that stands before the figure": """
        The higher profit was due to an increase in rental income and fees of $3 million, a decrease in interest
        expense of $2 million and a fall in the price of coal of 5%.
        $3 million |  |  | change | 3e6 | USD
        $2 million |  | interest_expense | change | -2e6 | USD
        5% |  |  | change | -5 | percent""",
    "a clause that goes on behind a figure has its own subject": """
        Orders at Siemens jumped 19% to 58.9 billion euros and operating profit reached 4.7 billion euros. Pretax profit at
        Nestle was 2.1 billion francs and earnings per share were 1.94 francs. Kellogg has sales of $3 billion and
        $2 billion of debt.
        19% | Siemens | orders | change | 19
        58.9 billion euros | Siemens | orders | level | 58.9e9
        4.7 billion euros | Siemens | operating_income | level | 4.7e9
        2.1 billion francs | Nestle | pretax_income | level | 2.1e9
        1.94 francs | Nestle | eps | level | 1.94
        $3 billion |  | revenue | level | 3e9
        $2 billion |  | debt | level | 2e9""",
    "a session that stands behind its figure": """
        Shares of Boeing slid 5% premarket after it cut its forecast. Airbus was up 2% midday. Boeing planned a 5%
        premarket sale.
        5% | Boeing | share_price | change | -5
        2% | Airbus | share_price | change | 2
        5% |  | | |""",
    "a rate that no metric names does not go on about the figure before": """
        Boeing delivered 40 planes, 1% fewer than a year earlier, and its cancellation rate was 20%. Ford sold 900 cars, 4%
        more than a year earlier, while its repeat customers were 30%. Nike rose 2% in May and 3% in June.
        40 | Boeing | units_sold | level | 40
        1% | Boeing | units_sold | change | -1
        20% | Boeing | other | level | 20
        900 | Ford Motor | units_sold | level | 900
        4% | Ford Motor | units_sold | change | 4
        30% | Ford Motor | customers | level | 30
        2% | Nike | | change | 2
        3% | Nike | | change | 3""",
    "staff who go, as a part of all and as heads": """
        Boeing said it would idle a line and lay off 430 workers. Nike cut 5% of its staff, or some 4,250 people. Ford
        notified 900 engineers. Apple cut its workforce by 3%. Airbus has 6% of its staff, or 4,000 people, in Asia.
        430 | Boeing | job_cuts | level | 430
        5% | Nike | job_cuts | level | 5
        some 4,250 | Nike | job_cuts | level | 4250
        900 | Ford Motor | employees | level | 900
        3% | Apple | employees | change | -3
        6% | Airbus | employees | level | 6
        4,000 | Airbus | employees | level | 4000""",
    "an idiom is no movement": """
        The plan will give rise to restructuring charges of $18 million at Boeing.
        $18 million | Boeing | restructuring_charge | level | 18e6 | USD""",
    "a movement that somebody puts at a figure": """
        Mastercard put growth in retail sales at 3.8%. Nike put the drop in footwear revenue at 4%. Ford put the fine
        at $5 million.
        3.8% |  | retail_sales | change | 3.8
        4% | Nike | revenue | change | -4
        $5 million | Ford Motor |  | level | 5e6""",
    "a movement that is the subject, and the figure its size": """
        Sales at Diageo fell 2% in North America. In Greater China the decline was 14%. Volumes at Nike rose 3%. In Asia
        the increase came to 9%. The discount of Boeing was 5%.
        2% | Diageo | revenue | change | -2
        14% |  | revenue | change | -14
        3% | Nike | units_sold | change | 3
        9% |  | units_sold | change | 9
        5% |  | premium | level | 5""",
    "an economy's size is told by how much it grows": """
        Brazil's finance ministry raised its call for 2023 growth to 3.2%. UBS cut its growth forecast for Chile to 1.9%.
        3.2% | Brazil | gdp | change | 3.2
        1.9% | Chile | gdp | change | 1.9""",
    "what is taken out, and what is not produced": """
        Nestle has promised to take out $500 million of cost. Heavy rains cost the mine 2,500 ounces of gold. Nestle's
        repairs cost $500 million.
        $500 million | Nestle | cost | change | -5e8 | USD
        2,500 ounces |  | production | change | -2500
        $500 million | Nestle | cost | level | 5e8 | USD""",
    "what comes in is no rise, how large a staff is, no fall, and a build of a stock is one": """
        SBI picked up 1.3 crore shares of Boeing. Boeing has no plan to reduce its 1,450-strong workforce. Crude inventories
        saw a build of 900,000 barrels. Nike's shares picked up 2%.
        1.3 crore |  | stake | level | 1.3e7
        1,450 |  | employees | level | 1450
        900,000 barrels |  | inventory | change | 900000
        2% |  | share_price | change | 2""",
    "a part of a rise, and what is wanted instead of it": """
        The offer would have raised wages at Boeing by 14%, with 5% of it up front. The union wants 22%.
        14% |  | wages | change | 14
        5% |  | wages | change | 5
        22% |  | wages | change | 22""",
    "how far a movement has gone by now": """
        Nike rose 3%, taking its gain this year to 41%, and Ford fell 2%, extending its decline since May to 12%.
        Apple took its stake to 9%.
        3% | Nike
        41% | Nike | share_price | change | 41
        2% | Ford Motor
        12% | Ford Motor | share_price | change | -12
        9% | Apple | stake | level | 9""",
    "what other currencies are worth": """
        The shekel firmed to 3.41 per dollar. The forint slipped to 361 per euro.
        3.41 | Israeli shekel | exchange_rate | level | 3.41 | ILS/USD
        361 | Hungarian forint | exchange_rate | level | 361 | HUF/EUR""",
    "a fall with its minus printed": """
        Nike expects revenue that is flat to down -4%.
        -4% | Nike | revenue | change | -4""",
    "from nothing to there": """
        Nike expects revenue that is flat to down 4% and Gap sees sales flat to up 1%.
        4% | Nike | revenue | change | -4
        1% | Gap Inc. | revenue | change | 0""",
    "a movement with an adjective, or with its metric right before it": """
        Nike said revenue was up by a remarkable 38%. Volkswagen reported revenues 5.8% higher at $55 billion.
        38% | Nike | revenue | change | 38
        5.8% | Volkswagen | revenue | change | 5.8
        $55 billion | Volkswagen | revenue | level | 55e9""",
    "the same sum in another currency moves as it does": """
        Orsted fell 11%, wiping 17 billion kroner ($2.4 billion) off its market value.
        11% | Orsted
        17 billion kroner | Orsted | market_cap | change | -17e9
        $2.4 billion | Orsted | market_cap | change | -2.4e9""",
    "an expected pace": """
        Revenue at Nike rose 1.9% in the third quarter. Analysts had expected 2.8%.
        1.9% | Nike | revenue | change | 1.9
        2.8% | Nike | revenue | change | 2.8 |  |  |  | estimated""",
    "a loss set against a profit is negative, a booked gain is a result": """
        Ford's credit unit made an operating profit of $346 million, against an operating loss of $19 million a year
        earlier, and it booked a gain of $7 million.
        $346 million |  | operating_income | level | 346e6
        $19 million |  | operating_income | level | -19e6
        $7 million |  |  | level | 7e6""",
    "what a currency is worth in another": """
        The rand firmed 0.3% to 17.18 per dollar. The euro slipped to 1.083 against the dollar. Tokyo's Nikkei fell
        0.2% with the yen at 151.80 per dollar.
        0.3% | South African rand | exchange_rate | change | 0.3
        17.18 | South African rand | exchange_rate | level | 17.18 | ZAR/USD
        1.083 | euro | exchange_rate | level | 1.083 | USD/EUR
        0.2% | Nikkei 225 | index_level | change | -0.2
        151.80 | Japanese yen | exchange_rate | level | 151.8 | JPY/USD""",
    "consumer prices rise by what inflation is": """
        Consumer prices in Chile rose 3.6% in April from a year earlier. Inflation in Peru slowed by 0.4 percentage
        points.
        3.6% | Chile | inflation | level | 3.6
        0.4 percentage points | Peru | inflation | change | -0.4""",
    "the market right behind a movement's size": """
        Nike has fallen 52% this year, against a gain of 12% in the S&P 500. Nike made a gain of 5% in China.
        52% | Nike | share_price | change | -52
        12% | S&P 500 | index_level | change | 12
        5% | Nike""",
    "whose estimate a house changes": """
        Boeing fell. Stifel cut its to $165 from $180. Barclays lowered its Brent crude estimate for the year to $75.
        $165 | Boeing | price_target | level | 165
        $180 | Boeing | price_target | level | 180
        $75 | Brent crude""",
    "whose target it is by the pronoun": """
        The S&P 500 rose 0.9%. Nike was the star, up 4.4% after UBS raised its target price to $41.
        0.9% | S&P 500
        4.4% | Nike
        $41 | Nike | price_target""",
    "a maker's name before what somebody has is not who has it": """
        Carvana has 14,000 Nvidia chips and runs 300 Ford trucks. Nvidia's 9,000 engineers are paid well.
        14,000 | Carvana
        300 | Carvana
        9,000 | Nvidia | employees""",
    "who holds a stake, not what it is in": """
        Elliott Management has built a stake of more than $2 billion in Sysco. Sysco's 9% stake in Gap is for sale.
        more than $2 billion | Elliott Management | stake
        9% | Sysco | stake""",
    "an economy's figure in a text on its central bank": """
        The Bank of Korea left its policy rate at 2.5%. Exports jumped 17% in January.
        2.5% | Bank of Korea | policy_rate
        17% | South Korea | exports | change | 17""",
    "a country's adjective is not the group that it describes": """
        KKR agreed to buy Ford. The US buyout group is paying $13 billion.
        $13 billion | KKR""",
    "names without a verb, with their place": """
        The DAX put on 1.2% and the CAC 40 in Paris 1%.
        1.2% | DAX
        1% | CAC 40 | index_level | change | 1""",
    "what somebody else moves": """
        Westpac sank 4.7% and pulled the S&P/ASX 200 0.9% lower to 8,611.4. Nike sent $2 billion to Ford.
        4.7% | Westpac
        0.9% | S&P/ASX 200 | index_level | change | -0.9
        8,611.4 | S&P/ASX 200 | index_level | level | 8611.4
        $2 billion | Nike""",
    "two names and two figures, with a clause between": """
        LVMH and Kering, which between them employ 200,000 people, rose 2.4% and 1.9%.
        200,000 |  | employees
        2.4% | LVMH | share_price | change | 2.4
        1.9% | Kering | share_price | change | 1.9""",
    "a firm's income less a commodity": """
        Shares of Tiffany rose 2%. Revenue, excluding sales of gold, grew 24%.
        2% | Tiffany
        24% | Tiffany | revenue | change | 24""",
    "figures released in a capital": """
        Figures released in Beijing showed that consumer prices had increased 0.2% in April.
        0.2% | China | inflation""",
    "growth year over year, and at a rate": """
        Nike's footwear revenue grew 17% year over year to $268.3 million. The U.S. economy grew at a 4.3% annual rate.
        Peru's unemployment rate held at 5%.
        17% | Nike | revenue | change | 17
        $268.3 million | Nike | revenue
        4.3% | United States | gdp | change | 4.3
        5% | Peru | unemployment_rate | level | 5""",
    "an aside says what it is without": """
        Nike's operating profit, excluding restructuring charges, rose to $4 billion. Restructuring charges, it said,
        were $9 million.
        $4 billion | Nike | operating_income
        $9 million | Nike | restructuring_charge""",
    "growth that is aimed at": """
        Peru slowed. The government lowered its growth goal to 5.5% from 6%. Nike lowered its growth target to 4%.
        5.5% | Peru | gdp | change | 5.5
        6% | Peru | gdp
        4% | Nike | revenue | change | 4""",
    "a polled consensus is not the pollster's": """
        Nike jumped. Sales rose 5%. The FactSet consensus is for revenue of $3 billion. FactSet's revenue was $2
        billion.
        5% | Nike
        $3 billion | Nike | revenue
        $2 billion | FactSet | revenue""",
    "a sum without its currency": """
        Ericsson took a 3.5 billion crown impairment, pushing it to a net loss of 2.8 billion. It has 5 million
        users, not 3 million.
        3.5 billion crown | Ericsson | impairment | level | 3.5e9 | SEK
        2.8 billion | Ericsson | net_income | level | -2.8e9 | SEK
        5 million | Ericsson | users
        3 million | Ericsson | users""",
    "an expected sum without its currency": """
        Nike earned $4.05 billion. Analysts had been counting on 4.1 billion.
        $4.05 billion | Nike | net_income
        4.1 billion | Nike | net_income | level | 4.1e9 | USD""",
    "an unknown firm of a country is not the country": """
        Nike is for sale. The US investor Brackvale paid $350 million last August.
        $350 million | Nike""",
    "what a price is told with, and how it is paid": """
        Nike will buy Gap for €4.9 billion in cash, or €6.1 billion including debt. Nike has debt of $3 billion and
        $2 billion in cash.
        €4.9 billion | Nike | deal_value
        €6.1 billion | Nike | deal_value
        $3 billion | Nike | debt
        $2 billion | Nike | cash""",
    "shares of the company are no stake": """
        Ford fell. Shares of the company rose 4.1% to $61.30. A share of the company worth 9% is for sale.
        4.1% | Ford Motor | share_price | change | 4.1
        $61.30 | Ford Motor | share_price
        9% | Ford Motor""",
    "its rival is somebody else": """
        Deere raised its plan. Its rival Caterpillar is spending $3.6 billion this year. Its rivals are spending $9 billion.
        $3.6 billion | Caterpillar
        $9 billion |  | cost""",
    "a month's name that is a man's": """
        Deere's John May said it cut 240 jobs last year. It may cut 300 jobs.
        240 | Deere | job_cuts | level | 240 |  | 2025 |  | asserted
        300 | Deere | job_cuts | level | 300 |  |  |  | hypothetical""",
    "two firms in one sentence keep their own figures": """
        Walmart's revenue rose 4% to $165 billion, while Target's sales fell 2% to $24.5 billion.
        4% | Walmart | revenue | change | 4 | percent
        $165 billion | Walmart | revenue | level | 165e9 | USD
        2% | Target | revenue | change | -2 | percent
        $24.5 billion | Target | revenue | level | 24.5e9 | USD""",
    "the subject of the second clause is another firm": """
        Shares of Nvidia climbed 3.1% and the Nasdaq rose 0.9%.
        3.1% | Nvidia | share_price | change | 3.1 | percent
        0.9% | Nasdaq | index_level | change | 0.9 | percent""",
    "a house speaks, the firm is meant": """
        Morgan Stanley expects Tesla to deliver 1.8 million vehicles in 2027.
        1.8 million | Tesla | units_sold | level | 1.8e6 |  | 2027 | Morgan Stanley | projected""",
    "a paragraph goes on about its subject": """
        Ford Motor sold cars for $40 billion. Rival Volkswagen is in trouble. Net profit fell 31% to 2 billion euros.
        $40 billion | Ford Motor
        31% | Volkswagen | net_income | change | -31 | percent
        2 billion euros | Volkswagen | net_income | level | 2e9 | EUR""",
    "the article's firm in the sentence before keeps the next": """
        Ford Motor sold cars for $40 billion. Ford Motor beat Volkswagen. Net profit fell 31%.
        $40 billion | Ford Motor
        31% | Ford Motor | net_income | change | -31 | percent""",
    "an index by the noun behind its name": """
        Warsaw's WIG20 index has risen 9% in January, and the Nikkei average slipped 1%.
        9% | WIG20 | index_level | change | 9 | percent
        1% | Nikkei 225 | index_level | change | -1 | percent""",
    "a house's estimates are of those that it follows": """
        Tesla fell. Jefferies now models 90 cents of earnings per share, and Citi trimmed its 2027 estimates by 5%.
        90 cents | Tesla | eps
        5% | Tesla""",
    "a house that is the subject of its own results": """
        Jefferies cut costs by 5%.
        5% | Jefferies | cost | change | -5 | percent""",
    "whose figure by the order of the words": """
        Nike shed 1.4% and Gap, which owns Athleta, lost 2.1% on Friday.
        1.4% | Nike | share_price | change | -1.4
        2.1% | Gap Inc. | share_price | change | -2.1""",
    "an apposition between a name and its verb": """
        The Nasdaq rallied 1.7% as Commonwealth Bank, the lender, leapt 6.8% on Friday.
        1.7% | Nasdaq
        6.8% | Commonwealth Bank of Australia | share_price | change | 6.8""",
    "a region in a phrase moves nothing itself": """
        Sales at Nike in Germany rose 5%.
        5% | Nike | revenue | change | 5""",
    "two names and two figures": """
        Ford and Tesla fell 2% and 3% on Monday.
        2% | Ford Motor | share_price | change | -2
        3% | Tesla | share_price | change | -3""",
    "two names and one figure each in another clause": """
        Ford and Tesla said sales fell 2% and 3% in June and July.
        2% | Ford Motor | revenue | change | -2
        3% | Ford Motor | revenue | change | -3""",
    "a noun beside a name has what its clause tells": """
        The market belongs to Nike, a maker of shoes whose sales came to $50 billion last year.
        $50 billion | Nike | revenue | level | 50e9""",
    "a firm's tax rate and jobs are its own": """
        Nike expects a tax rate of 15%. It will open a plant in Vietnam, putting 640 jobs at risk.
        15% | Nike | tax_rate
        640 | Nike | jobs""",
    "a country's tax rate is the country's": """
        Vietnam lowered its corporate tax rate to 15%, Nike said.
        15% | Vietnam | tax_rate""",
    "an amount of a commodity is a miner's output": """
        Rio Tinto raised its dividend. Copper rose to 60,500 tonnes.
        60,500 tonnes | Rio Tinto | production | level | 60500""",
    "an amount of a commodity in a text on it is not": """
        Copper prices rose 2% on Monday. Supplies of copper stood at 90,000 tonnes.
        2% | copper | commodity_price
        90,000 tonnes | copper""",
    "a paper that bears an index's name": """
        Toyota will buy the plant for $62 billion, Nikkei has learned.
        $62 billion | Toyota""",
    "an economist's bank has not the rate that he expects": """
        Chile held interest rates. Ann Doe, an economist at Nordea, expects the rate to finish next year at 6.25%.
        6.25% | Chile""",
    "a kind of firm before a name without a verb": """
        Coinbase gave up 3.8% and miner Riot Platforms 5.2%.
        3.8% | Coinbase | share_price | change | -3.8
        5.2% | Riot Platforms | share_price | change | -5.2""",
    "a price is no year": """
        The biggest faller was Unite Group, down 68p at 1112p.
        68p | Unite | share_price | change | -0.68 | GBP/share | 2026-05-14
        1112p | Unite | share_price | level | 11.12 | GBP/share | 2026-05-14""",
    "a year is a year": """
        In 2018 Ford sold 5,500 cars.
        5,500 | Ford Motor | units_sold | level | 5500 | | 2018""",
    "holders who get a sum a share": """
        Nike shareholders will get $42 a share, and Nike earned $2 a share.
        $42 a share | Nike | offer_price
        $2 a share | Nike | eps""",
    "a house's own results are its own": """
        Morgan Stanley reported net income of $4.3 billion for the first quarter of 2026.
        $4.3 billion | Morgan Stanley | net_income | level | 4.3e9 | USD | 2026-01/2026-03""",
    "a price target belongs to the rated stock": """
        Goldman Sachs raised its price target on Netflix to $120 from $105.
        $120 | Netflix | price_target | level | 120 | USD/share |  | Goldman Sachs
        $105 | Netflix | price_target | level | 105 | USD/share |  | Goldman Sachs""",
    "an apposition names the subject": """
        Chip designer Arm said revenue grew 12% to $1.4 billion.
        12% | Arm | revenue | change | 12 | percent
        $1.4 billion | Arm | revenue | level | 1.4e9 | USD""",
    "a house's estimate is for whom it is made": """
        Delmar Foods Inc. fell 2%. Citi trimmed its target price on Halvor Snacks Inc. to $14.
        2% | Delmar Foods | share_price | change | -2 | percent
        $14 | Halvor Snacks | price_target | level | 14 | USD/share""",
    # level or change
    "by and to": """
        Ford cut its dividend by 10% to 15 cents a share.
        10% | Ford | dividend | change | -10 | percent
        15 cents a share | Ford | dividend | level | 0.15 | USD/share""",
    "from and to are two levels": """
        Boeing's order backlog grew from $520 billion to $545 billion.
        $520 billion | Boeing | backlog | level | 520e9 | USD
        $545 billion | Boeing | backlog | level | 545e9 | USD""",
    "falls below is a level": """
        Brent crude fell below $70 a barrel on Tuesday.
        below $70 a barrel | Brent crude | commodity_price | level | - |""",
    "a noun of movement": """
        Intel posted a 7% drop in revenue to $12.6 billion.
        7% | Intel | revenue | change | -7 | percent
        $12.6 billion | Intel | revenue | level | 12.6e9 | USD""",
    "a share of a base is a level": """
        Lufthansa's capacity recovered to 92% of 2019 levels.
        92% | Lufthansa | capacity | level | 92 | percent""",
    # which metric
    "the verb implies it": """
        Pfizer earned $3.2 billion, or 56 cents a share.
        $3.2 billion | Pfizer | net_income | level | 3.2e9 | USD
        56 cents a share | Pfizer | eps | level | 0.56 | USD/share""",
    "a deal's price and its parties": """
        Chevron agreed to acquire Hess for $53 billion.
        $53 billion | Chevron | deal_value | level | 53e9 | USD""",
    "job cuts are a level of job cuts": """
        Cisco plans to cut 4,000 jobs.
        4,000 | Cisco | job_cuts | level | 4000 |  |  | - | projected""",
    "guidance names the metric, the verb does not": """
        Amazon raised its capital expenditure guidance to $130 billion for 2026.
        $130 billion | Amazon | capital_expenditure | level | 130e9 | USD | 2026 | | projected""",
    "an investment bank is no investment": """
        The investment bank Lazard said profit rose 9%.
        9% | Lazard | net_income | change | 9 | percent""",
    "its own noun is no metric": """
        Hackers stole $40 million from a wallet of Coinbase in a $40 million heist.
        $40 million |  |  |  | 40e6 | USD
        $40 million |  |  |  | 40e6 | USD""",
    "a loss is a negative result": """
        Rivian reported a net loss of $1.1 billion.
        $1.1 billion | Rivian | net_income | level | -1.1e9 | USD""",
    "what an aside leaves out, and what a sum holds": """
        Delmar Foods' underlying earnings before tax, excluding an impairment, slipped to $4 million. Halvor Snacks is
        worth $61 million including debt.
        $4 million | Delmar Foods | pretax_income | level | 4e6 | USD
        $61 million | Halvor Snacks | valuation | level | 61e6 | USD""",
    "a name that hangs on the figure before": """
        Delmar Foods was sold for $49 million in cash, or $61 million.
        $49 million | Delmar Foods | deal_value | level | 49e6 | USD
        $61 million | Delmar Foods | deal_value | level | 61e6 | USD""",
    # an economy has no earnings, a firm no unemployment rate
    "an economy's figures": """
        Germany's economy grew 0.3% in the first quarter, and its unemployment rate fell to 6.1%.
        0.3% | Germany | gdp | change | 0.3 | percent | 2026-01/2026-03
        6.1% | Germany | unemployment_rate | level | 6.1 | percent""",
    "a share of output is measured against output": """
        Italy's budget deficit came to 3.4% of GDP in 2025.
        3.4% | Italy | budget_deficit | level | 3.4 | percent | 2025""",
    # when
    "the period follows its figure": """
        Nike's revenue was $49 billion in 2025, up from $46 billion in 2024.
        $49 billion | Nike | revenue | level | 49e9 | USD | 2025
        $46 billion | Nike | revenue | level | 46e9 | USD | 2024""",
    "what a change is measured against is not its period": """
        Airbus delivered 60 jets in April, 5% more than in April 2025.
        60 | Airbus | units_sold | level | 60 |  | 2026-04
        5% | Airbus | units_sold | change | 5 | percent""",
    "a year in a name is that name's": """
        The deal could add $1.20 to Adobe's 2028 EPS.
        $1.20 | Adobe | eps | change | 1.2 | USD/share | 2028 |  | hypothetical""",
    "when it was said is not when it was so": """
        Oracle said on Tuesday that it has 162,000 employees.
        162,000 | Oracle | employees | level | 162000 |  | -""",
    # who says it, and how surely
    "a quotation and its speaker": """
        "We expect sales of $5 billion this year," Starbucks finance chief Cathy Smith said.
        $5 billion | Starbucks | revenue | level | 5e9 | USD | 2026 | | projected""",
    "according to": """
        Apple's iPhone shipments fell 6% in China, according to Counterpoint Research.
        6% | Apple | units_sold | change | -6 | percent |  | Counterpoint Research | asserted""",
    "analysts had expected": """
        Analysts had expected Dell to report revenue of $25.1 billion.
        $25.1 billion | Dell | revenue | level | 25.1e9 | USD |  |  | estimated""",
    "a condition makes it hypothetical": """
        If the merger closes, Kroger could save $500 million a year.
        $500 million a year | Kroger |  |  | | USD/year |  |  | hypothetical""",
    "not only is no denial": """
        Uber not only raised $2 billion but also cut costs.
        $2 billion | Uber | funding | level | 2e9 | USD |  |  | asserted""",
    # no claims
    "dates, names and small counts are no claims": """
        The S&P 500 company gave two reasons in its Form 10-K on May 3, 2026, for Boeing's 737 delays.""",
    # figures that lean on the one before
    "brackets": """
        SAP's cloud revenue came to €5.1 billion (+24%).
        €5.1 billion | SAP | revenue | level | 5.1e9 | EUR
        +24% | SAP | revenue | change | 24 | percent""",
    "a figure goes on about the one that it can be": """
        Nike's net income was $612 million, or $1.48 a share, up from $530 million, or $1.27 a share.
        $612 million | Nike | net_income | level | 612e6 | USD
        $1.48 a share | Nike | eps | level | 1.48 | USD/share
        $530 million | Nike | net_income | level | 530e6 | USD
        $1.27 a share | Nike | eps | level | 1.27 | USD/share""",
    "a name may begin with a number": """
        First Harbor Bancorp (OTCQX: FHBC) earned $4.1 million. First Harbor has 230 employees.
        $4.1 million | First Harbor | net_income | level | 4.1e6 | USD
        230 | First Harbor | employees | level | 230 |""",
    "the Company is the one defined": """
        Calder Biosciences, Inc. (Nasdaq: CLDR) ("Calder" or the "Company") lost $25.6 million. The Company has 140 employees.
        $25.6 million | Calder | net_income | level | -25.6e6 | USD
        140 | Calder | employees | level | 140 |""",
    "what it is compared to has the later period": """
        Biogen's net loss was $25.6 million, compared to $22.2 million for the third quarter of 2023.
        $25.6 million | Biogen | net_income | level | -25.6e6 | USD | -
        $22.2 million | Biogen | net_income | level | -22.2e6 | USD | 2023-07/2023-09""",
    "savings lower the cost": """
        Ford will save $80 million a year.
        $80 million a year | Ford | cost | change | -80e6 | USD/year |  |  | projected""",
    "a sentence ends behind a glued scale": """
        Ford expects operating profit of £400m. Sales fell 4 per cent to £2.2bn.
        £400m | Ford | operating_income | level | 400e6 | GBP |  |  | projected
        4 per cent | Ford | revenue | change | -4 | percent |  |  | asserted
        £2.2bn | Ford | revenue | level | 2.2e9 | GBP |  |  | asserted""",
    "what is paid in is no metric": """
        Chevron agreed to buy Hess for $53 billion in cash and stock.
        $53 billion | Chevron | deal_value | level | 53e9 | USD""",
    "a firm that no list has": """
        Shares of Norvex jumped 9%. Norvex, which makes software, has 41,000 employees.
        9% | Norvex | share_price | change | 9 | percent
        41,000 | Norvex | employees | level | 41000 |""",
    "what it was sold in is a circumstance": """
        OpenAI was valued at $500 billion in a share sale.
        $500 billion | OpenAI | valuation | level | 500e9 | USD""",
    "a unit is no metric": """
        Gold jumped 3.3% to $3,082.50 an ounce.
        3.3% | gold | commodity_price | change | 3.3 | percent
        $3,082.50 an ounce | gold | commodity_price | level | 3082.5 |""",
    "who polled is not whom it is about": """
        Pfizer earned 56 cents a share. Analysts surveyed by LSEG had forecast 51 cents.
        56 cents a share | Pfizer | eps | level | 0.56 | USD/share
        51 cents | Pfizer | eps | level | 0.51 | USD/share""",
    "when it was founded is an aside": """
        Founded in 2013, Databricks has 9,000 employees.
        9,000 | Databricks | employees | level | 9000 |  | -""",
    "to double is a movement, to double down is none": """
        Databricks, which doubled down on research, plans to double its headcount.
        double | Databricks | employees | change | 100 | percent |  |  | projected""",
    "a condition about one unit makes a rate": """
        Citi estimates that if Enel were to rent out one megawatt, it could earn about €3 million in annual revenue.
        one megawatt | Enel |  | level | 1 | MW
        about €3 million | Enel | revenue | level | 3e6 | EUR/MW/year""",
    "a condition about one tonne as well": """
        If BHP were to sell 1 tonne of the metal abroad, it would receive roughly $9,000 in annual fees.
        1 tonne | BHP |  | level | 1 | tonne
        roughly $9,000 | BHP |  | level | 9000 | USD/tonne/year""",
    "a condition about several units makes none": """
        If Enel builds 3 gigawatts, it could bring in €48 billion in annual revenue.
        3 gigawatts | Enel | capacity | level | 3 | GW
        €48 billion | Enel | revenue | level | 48e9 | EUR/year""",
    "each unit of the subject is a denominator": """
        Every gigawatt of capacity could bring Vistra $2 billion in annual revenue.
        $2 billion | Vistra | revenue | level | 2e9 | USD/GW/year |  |  | hypothetical""",
    "a house that assesses is not whom it assesses": """
        Nielsen puts Hulu's share of viewing at 3.1%.
        3.1% | Hulu | market_share | level | 3.1 | percent |  | Nielsen""",
    "what a house sees of a stock is its target": """
        Jefferies sees Boeing reaching $250.
        $250 | Boeing | price_target | level | 250 | USD/share |  | Jefferies""",
    "to put money somewhere is no assessment": """
        Walmart put $2 billion into the venture.
        $2 billion | Walmart | investment | level | 2e9 | USD""",
    "names in a list each have their figure": """
        Of all customers, Tesco has 28%, Asda 12% and Lidl 8%.
        28% | Tesco
        12% | Asda
        8% | Lidl""",
    "respectively pairs names and figures": """
        Shares of Ford and Boeing fell 2.1% and 3.4%, respectively.
        2.1% | Ford Motor | share_price | change | -2.1 | percent
        3.4% | Boeing | share_price | change | -3.4 | percent""",
    "a percentage of a firm is a stake in it": """
        Elliott owns 9.9% of Pfizer. Exports were 9% of Pfizer's revenue.
        9.9% | Elliott | stake | level | 9.9 | percent
        9% | Pfizer | revenue | level | 9 | percent""",
    "a firm's share is what a market's verb moves": """
        Boeing, which plans a merger that saves $2 billion, shed 2.7%. Carvana put on 3.9%, and Vestas gave up 0.6%.
        $2 billion | Boeing | cost
        2.7% | Boeing | share_price | change | -2.7 | percent
        3.9% | Carvana | share_price | change | 3.9 | percent
        0.6% | Vestas | share_price | change | -0.6 | percent""",
    "a business grows, its share does not": """
        Boeing grew 4% in services.
        4% | Boeing | revenue | change | 4 | percent""",
    "a figure set against another measures the same": """
        Nike reported revenue of $12.4 billion, above the $12.1 billion that analysts had wanted.
        $12.4 billion | Nike | revenue | level | 12.4e9 | USD
        $12.1 billion | Nike | revenue | level | 12.1e9 | USD""",
    "a part that is more than some sum is not set against the whole": """
        Costs at Nike came to $11 billion, more than $9 billion of which were wages.
        $11 billion | Nike | cost | level | 11e9 | USD
        more than $9 billion | Nike | wages | level | 9e9 | USD""",
    "a small sum that is earned is earned a share": """
        Nike earned $2.25 per share, against expectations of $2.15. Nike made $71 million from the sale.
        $2.25 per share | Nike | eps | level | 2.25 | USD/share
        $2.15 | Nike | eps | level | 2.15 | USD/share
        $71 million | Nike | net_income | level | 71e6 | USD""",
    "a pronoun stands for what was measured": """
        Exports from Chile rose 4% in May. They had fallen 2% in April.
        4% | Chile | exports | change | 4 | percent | 2026-05
        2% | Chile | exports | change | -2 | percent | 2026-04""",
    "the year of the founding is no time of the figure": """
        Founded in 2015 and based in Oslo, Adevinta employs 4,000 people.
        4,000 | Adevinta | employees | level | 4000 |  | -""",
    "when a note falls due is no time of its sale": """
        Ford sold $500 million of notes due 2031.
        $500 million | Ford Motor | debt | level | 500e6 | USD | -""",
    "results are not of the day of their report, sales are of theirs": """
        Nike on Tuesday posted a profit of $1.2 billion for the quarter ended May 31. Walmart sold 3,000 cars on
        Tuesday.
        $1.2 billion | Nike | net_income | level | 1.2e9 | USD | 2026-03/2026-05
        3,000 | Walmart | units_sold | level | 3000 |  | 2026-05-12""",
    "a time to come of another verb is not the figure's": """
        Nike, which makes 75% of its revenue in China, is to report next week. Walmart expects sales of $3 billion
        next year.
        75% | Nike | revenue | level | 75 | percent | -
        $3 billion | Walmart | revenue | level | 3e9 | USD | 2027""",
    "the time of a figure in an aside is that one's": """
        Nike's operating margin, which reached 7.4% in 2019, has since dwindled to 1.8%.
        7.4% | Nike | operating_margin | level | 7.4 | percent | 2019
        1.8% | Nike | operating_margin | level | 1.8 | percent | -""",
    "what stands now is of no time that is named beside it": """
        Nike wants to raise its market share from 60% now to 75% by 2035.
        60% | Nike | market_share | level | 60 | percent | -
        75% | Nike | market_share | level | 75 | percent | 2035""",
    "then is the time last named": """
        Nike plans to close two hubs by 2034. By then, it foresees a fleet of 155 planes, compared with 112 at present.
        155 | Nike | fleet_size | level | 155 |  | 2034
        112 | Nike | fleet_size | level | 112 |  | -""",
    "a time before a colon in brackets is that of the figure behind it": """
        Nike's capacity amounts to 412 MW (31 December 2024: 187 MW).
        412 MW | Nike | capacity | level | 412 | MW |
        187 MW | Nike | capacity | level | 187 | MW | 2024-12-31""",
    "a clause with when is of the time before it": """
        Nike earned $3 million in 2022, when revenue advanced 9%, but in the first half of 2023 its sales fell by 12%.
        $3 million | Nike | net_income | level | 3e6 | USD | 2022
        9% | Nike | revenue | change | 9 | percent | 2022
        12% | Nike | revenue | change | -12 | percent | 2023-01/2023-06""",
    "when it was forecast is not what it was for": """
        Nike is now seen having sales of $3.3 billion this year, a touch below the $3.4 billion projected in February.
        $3.3 billion | Nike | revenue | level | 3.3e9 | USD | 2026
        $3.4 billion | Nike | revenue | level | 3.4e9 | USD | 2026""",
    "a close that a premium is to": """
        Under terms announced on Tuesday, Nike's shareholders will receive $34 a share, a premium of 37% to Monday's
        close.
        $34 a share | Nike | offer_price | level | 34 | USD/share |
        37% | Nike | premium | level | 37 | percent | -""",
    "sums with their own times in one comparison": """
        Nike has raised $19 million so far this year, more than the $7 million of the same stretch of 2022 and a
        fraction of
        the $150 million that was raised in 2021.
        $19 million | Nike | funding | level | 19e6 | USD | 2026-01-01/2026-05-14
        $7 million | Nike | funding | level | 7e6 | USD | 2022
        $150 million | Nike | funding | level | 150e6 | USD | 2021""",
    "sales beside an older loss are of its time": """
        Nike reported a net loss of $22 million on revenue of $388 million for the six months ended March 31,
        compared with a
        net loss of $57 million on revenue of $305 million a year earlier.
        $22 million | Nike | net_income | level | -22e6 | USD | 2025-10/2026-03
        $388 million | Nike | revenue | level | 388e6 | USD | 2025-10/2026-03
        $57 million | Nike | net_income | level | -57e6 | USD | 2024-10/2025-03
        $305 million | Nike | revenue | level | 305e6 | USD | 2024-10/2025-03""",
    "a figure that stood a year ago": """
        Nike's net income was $81 million in the first quarter of 2026. The bottom line was $103 million a year earlier.
        $81 million | Nike | net_income | level | 81e6 | USD | 2026-01/2026-03
        $103 million | Nike | net_income | level | 103e6 | USD | 2025-01/2025-03""",
    "earnings from operations are no older ones": """
        Nike had net income from continuing operations of $3 million in the first quarter of 2026.
        $3 million | Nike | net_income | level | 3e6 | USD | 2026-01/2026-03""",
    "what is from operations is no older one either": """
        Nike's net profit was $81 million in the first quarter of 2026, against $93 million a year earlier. Revenue from
        operations rose 4.7% to $272 million.
        $81 million | Nike | net_income | level | 81e6 | USD | 2026-01/2026-03
        $93 million | Nike | net_income | level | 93e6 | USD | 2025-01/2025-03
        4.7% | Nike | revenue | change | 4.7 | percent | 2026-01/2026-03
        $272 million | Nike | revenue | level | 272e6 | USD | 2026-01/2026-03""",
    "what is so at the time of writing is of no quarter": """
        Nike's revenue was $81 million in the first quarter of 2026, and its net income rose 3%. It makes 30% of its
        sales in China.
        $81 million | Nike | revenue | level | 81e6 | USD | 2026-01/2026-03
        3% | Nike | net_income | change | 3 | percent | 2026-01/2026-03
        30% | Nike | revenue | level | 30 | percent | -""",
    "a change from a year earlier is no move of a day": """
        Canada's consumer prices rose 7.7% in April, Statistics Canada said on Wednesday. Gasoline prices jumped 47%
        from a
        year earlier.
        7.7% | Canada | inflation | level | 7.7 | percent | 2026-04
        47% | gasoline | commodity_price | change | 47 | percent | 2026-04""",
    "a firm's numbers that are said to be out": """
        Nike sold 300 cars in April. Walmart, which also declared its March quarter numbers on Wednesday, was more
        cautious.
        Walmart's net profit declined 31% to $72 million.
        300 | Nike | units_sold | level | 300 | | 2026-04
        31% | Walmart | net_income | change | -31 | percent | 2026-01/2026-03
        $72 million | Walmart | net_income | level | 72e6 | USD | 2026-01/2026-03""",
    "a clause's own figure keeps its time": """
        Nike runs three plants with an annual capacity of 24,000 units, although utilisation last year averaged only
        71%.
        24,000 | Nike | capacity | level | 24000 | | -
        71% | Nike | utilization | level | 71 | percent | 2025""",
    "what was bought from its owner in a year": """
        Nike bought Converse from its founders for $160 million in 2003.
        $160 million | Nike | deal_value | level | 160e6 | USD | 2003""",
    "the trade of a country goes on about the month told of": """
        Canada's trade deficit widened to $4 billion in March. Exports went up by 6%, but imports increased 12%.
        $4 billion | Canada | trade_balance | level | | USD | 2026-03
        6% | Canada | exports | change | 6 | percent | 2026-03
        12% | Canada | imports | change | 12 | percent | 2026-03""",
    "who says it stands last": """
        Companies have raised $14 billion from share sales so far this year, Bloomberg data show. Nike's sales are
        set to drop
        25% this year, the Department of Agriculture forecasts.
        $14 billion | | | | 14e9 | USD | | Bloomberg
        25% | Nike | revenue | change | -25 | percent | 2026 | Department of Agriculture""",
    "a semicolon parts times": """
        Nike startled the market in March by saying that it would do without 900 workers by 2030; Walmart is
        dispensing with
        700.
        900 | Nike | job_cuts | level | 900 | | 2030
        700 | Walmart | job_cuts | level | 700 | | -""",
    "how many there are is of no time of what is done with them": """
        Nike told its works council that it would cut 900 of its 14,200 jobs by the end of 2027. It ended 2025 with
        31,000
        customers.
        900 | Nike | job_cuts | | | | 2027
        14,200 | Nike | employees | level | 14200 | | -
        31,000 | Nike | customers | level | 31000 | | 2025""",
    "short of last year's": """
        Nike's net income for the six months to March 31 was 3% short of last year's and its gross margin narrowed to
        41%.
        3% | Nike | net_income | change | -3 | percent | 2025-10/2026-03
        41% | Nike | gross_margin | level | 41 | percent | 2025-10/2026-03""",
    "an enumeration goes on over the same time": """
        Walmart shares finished Tuesday at $226 and are down 19% this year, while Nike is off 21%.
        $226 | Walmart | share_price | level | 226 | | 2026-05-12
        19% | Walmart | share_price | change | -19 | percent | 2026
        21% | Nike | share_price | change | -21 | percent | 2026""",
    "a move of a day behind one of a year": """
        Shares in Nike, up 9% this year, were 4.6% higher on news of the deal.
        9% | Nike | share_price | change | 9 | percent | 2026
        4.6% | Nike | share_price | change | 4.6 | percent | 2026-05-14""",
    "the older of two results is of the year before": """
        Nike's revenue rose to $12.8 billion in the first quarter of 2026 from $12.1 billion.
        $12.8 billion | Nike | revenue | level | 12.8e9 | USD | 2026-01/2026-03
        $12.1 billion | Nike | revenue | level | 12.1e9 | USD | 2025-01/2025-03""",
    "an older period that leads its clause governs it": """
        Nike's net income was $300 million in the first quarter of 2026. In the year-ago quarter it earned $280 million.
        $300 million | Nike | net_income | level | 300e6 | USD | 2026-01/2026-03
        $280 million | Nike | net_income | level | 280e6 | USD | 2025-01/2025-03""",
    "a wire's instrument codes are nobody": """
        The Dow Jones Industrial Average .DJI fell 0.4%, and the euro EUR= rose 0.1% to $1.09.
        0.4% | Dow Jones Industrial Average | index_level | change | -0.4 | percent
        0.1% | euro | exchange_rate | change | 0.1 | percent
        $1.09 | euro | exchange_rate | level | 1.09 | USD""",
    "a country's biggest is a firm that was named": """
        Tesco reported higher sales on Wednesday. Britain's biggest grocer employs 330,000 people.
        330,000 | Tesco | employees""",
    "a bracket shortens the whole name": """
        Kestrel Motors India (KMI) sold 5,000 cars in May. Shares of KMI rose 3%.
        5,000 | Kestrel Motors | units_sold
        3% | Kestrel Motors | share_price | change | 3 | percent""",
    "a charge is no price": """
        Boeing will book a charge of $38 million for repairs.
        $38 million | Boeing | restructuring_charge | level | 38e6 | USD""",
    "a session's day serves the moves after it": """
        Boeing fell 2% on Wednesday. Carvana gained 3%. Gold may reach $5,000 an ounce.
        2% | Boeing | share_price | change | -2 | percent | 2026-05-13
        3% | Carvana | share_price | change | 3 | percent | 2026-05-13
        $5,000 an ounce | gold | commodity_price | level | 5000 |  | -""",
    # whose time
    "a clause of its own keeps its time": """
        Delmar Foods, which is due to report on May 28, is down 6%.
        6% | Delmar Foods | share_price | change | -6 | percent | -""",
    "a participle keeps its time": """
        Founded in 1998, Delmar Foods sells 40,000 tons of rice.
        40,000 tons | Delmar Foods |  | level | 40000 | ton | -""",
    "the day of a report is not what an outlook is for": """
        For the third quarter, Delmar Foods expects to earn $1.10 a share.
        $1.10 a share | Delmar Foods | eps | level | 1.10 | USD/share | 2026-07/2026-09 |  | projected""",
    "a comparison elsewhere is of the same time": """
        The jobless rate was 4.1% in April, compared with 3.8% statewide.
        4.1% |  | unemployment_rate | level | 4.1 | percent | 2026-04
        3.8% |  | unemployment_rate | level | 3.8 | percent | 2026-04""",
    "a count that all report runs through the article": """
        Carmakers released their April figures on Monday. Delmar Motors delivered 12,400 cars. Rival Halvor Motors
        sold 9,100 cars.
        12,400 | Delmar Motors | units_sold | level | 12400 |  | 2026-04
        9,100 | Halvor Motors | units_sold | level | 9100 |  | 2026-04""",
    # who is meant
    "the Company in capitals issues the release": """
        Delmar Foods Inc. (NYSE: DLMR) announced results. Halvor Snacks, a unit, shrank. The Company earned $19 million.
        $19 million | Delmar Foods | net_income | level | 19e6 | USD""",
    "an unknown firm by where it is based": """
        Oslo-based Halvor Wind, a newcomer, took 700 MW.
        700 MW | Halvor Wind |  | level | 700 | MW""",
    "a longer name is another firm": """
        Juniper Green Energy won 500 MW.
        500 MW | Juniper Green Energy |  | level | 500 | MW""",
    "a share moves by pence and by dollars": """
        Shell fell 9p to 2,510p. Nvidia slid $4.10. Boeing lost $4.10.
        9p | Shell | share_price | change | -0.09 | GBP/share
        2,510p | Shell | share_price | level | 25.1 | GBP/share
        $4.10 | Nvidia | share_price | change | -4.1 | USD/share
        $4.10 | Boeing | eps | level | -4.1 | USD/share""",
    "a time that is told of is no length": """
        Boeing's orders for the three months came to $2.4 billion. Boeing signed a three-year contract.
        $2.4 billion | Boeing | orders
        three-year | Boeing | contract_duration""",
    "a range that an outlook is raised to": """
        Boeing raised its guidance for adjusted EBITDA to a range of $5.7 billion to $5.9 billion. Boeing raised $2 billion.
        $5.7 billion to $5.9 billion | Boeing | ebitda | level
        $2 billion | Boeing | funding | level""",
    "a rise expected by analysts": """
        Boeing's sales climbed 4.6%, compared with the 4.2% gain expected by analysts. Sales rose 3%, as told by its head.
        4.6% | Boeing | revenue | change | 4.6 | percent
        4.2% | Boeing | revenue | change | 4.2 | percent || analysts | estimated
        3% | Boeing | revenue | change | 3 | percent""",
    "the day of a proposal": """
        The European Commission proposed on Tuesday to double the duty to 50%. Boeing planned in December to spend $2 billion.
        double | European Commission |
        50% | European Commission | tariff_rate | level | 50 | percent | 2026-05-12
        $2 billion | Boeing | cost""",
    "the rate of a clause behind another's object": """
        U.S. employers added 22,000 jobs in April and the unemployment rate rose to 4.3%.
        Orders lifted Boeing's backlog to $9 billion.
        22,000 | United States | jobs
        4.3% | United States | unemployment_rate | level | 4.3 | percent
        $9 billion | Boeing | backlog | level""",
    "what an offering values a firm at": """
        The offering values the software company at $19.3 billion. The offering raised $1.2 billion.
        $19.3 billion |  | valuation | level
        $1.2 billion |  | ipo_proceeds | level""",
    "a house of which something is expected": """
        Ford Motor fell. Barclays is expected to earn $1.5 billion. Barclays expects Ford Motor to earn $2 billion.
        $1.5 billion | Barclays | net_income | level | 1.5e9 | USD
        $2 billion | Ford Motor | net_income | level | 2e9 | USD""",
    "a rival named behind the noun": """
        Ford Motor cut 900 jobs. The company's biggest rival, Stellantis, said it would cut 3,000 jobs. It has 40,000 workers.
        900 | Ford Motor | job_cuts | level | 900
        3,000 | Stellantis | job_cuts | level | 3000
        40,000 | Stellantis | employees | level | 40000""",
    "a firm of a cue's name": """
        Target lost 3.1% on Tuesday. Its target is a margin of 6%.
        3.1% | Target | share_price | change | -3.1 | percent | 2026-05-12
        6% | Target |  | level | 6 | percent""",
    "a particle verb assesses nothing": """
        Commerzbank put on 3.2% after UniCredit raised its stake.
        3.2% | Commerzbank | share_price | change | 3.2 | percent""",
    "an agency's statistics are its country's": """
        The Office for National Statistics said inflation eased to 3.2% in April.
        3.2% | United Kingdom | inflation | level | 3.2 | percent | 2026-04 | Office for National Statistics""",
    "a dateline is nobody": """
        HOUSTON, May 13 - Oil settled 2% lower on Wednesday.
        2% | crude oil | commodity_price | change | -2 | percent | 2026-05-13""",
    "a report is on who makes it": """
        The Kospi climbed after Samsung Electronics reported that operating profit had risen to 24.6 trillion won.
        24.6 trillion won | Samsung Electronics | operating_income | level | 24.6e12 | KRW""",
    "a sum of millions takes the currency of the one before": """
        Boeing's sales rose to 5.9 billion euros, while its profit fell to 540 million.
        5.9 billion euros | Boeing | revenue | level | 5.9e9 | EUR
        540 million | Boeing | net_income | level | 540e6 | EUR""",
    "a target of a sum is a price target": """
        Jefferies has a target of $75 on Boeing. Boeing set a target of cutting 300 jobs.
        $75 | Boeing | price_target | level | 75 | USD/share
        300 | Boeing | job_cuts | level | 300""",
    "whom something costs": """
        Boeing said U.S. tariffs would cost it $300 million.
        $300 million | Boeing | cost | level | 300e6 | USD |  | Boeing | projected""",
    "what is denied": """
        Boeing is not planning to cut 10% of its workforce. It plans to shut 3 plants.
        10% | Boeing | job_cuts | level | 10 | percent |  |  | negated""",
    "a takeover price a share": """
        Boeing agreed to buy Carvana for $47.50 a share.
        $47.50 a share | Boeing | offer_price | level | 47.5 | USD/share""",
    "shares bought back": """
        Boeing bought back 12 million shares for $2 billion. Boeing bought Carvana for $9 billion.
        12 million | Boeing | share_buyback | level | 12e6
        $2 billion | Boeing | share_buyback | level | 2e9 | USD
        $9 billion | Boeing | deal_value | level | 9e9 | USD""",
    "the period behind the older of two is the older's": """
        In the first half of 2025 Boeing earned $38 million, or 6 cents a share, up from $9 million in the first half
        of 2024.
        $38 million | Boeing | net_income | level | 38e6 | USD | 2025-01/2025-06
        6 cents a share | Boeing | eps | level | 0.06 | USD/share | 2025-01/2025-06
        $9 million | Boeing | net_income | level | 9e6 | USD | 2024-01/2024-06""",
    "a circumstance has its own time": """
        Boeing's revenue rose 3% despite the strike in February.
        3% | Boeing | revenue | change | 3 | percent | -""",
    # when, where the sentence leaves it to be meant (the article is of 14 May 2026)
    "a move that names no day is of the article's": """
        Boeing jumped 7.8% to $76.15, the highest since September. Ford, which lost 22% last year, rose 3%. Ford
        could fall 9%.
        7.8% | Boeing | share_price | change | 7.8 | percent | 2026-05-14
        $76.15 | Boeing | share_price | level | 76.15 | USD/share | 2026-05-14
        22% | Ford | share_price | change | -22 | percent | 2025
        3% | Ford | share_price | change | 3 | percent | 2026-05-14
        9% | Ford | share_price | change | -9 | percent | -""",
    "a month of delivery is no time": """
        March raw sugar lost 1.7% to 21.21 cents per lb. January cocoa gained 2%. Cocoa fell 3% in January.
        1.7% | sugar | commodity_price | change | -1.7 | percent | 2026-05-14
        21.21 cents per lb | sugar | commodity_price | level |  |  | 2026-05-14
        2% | cocoa | commodity_price | change | 2 | percent | 2026-05-14
        3% | cocoa | commodity_price | change | -3 | percent | 2026-01""",
    "the time of an aside is the aside's": """
        Shares in Ford, up 9% this year, were 4.6% higher on Tuesday. Ford's sales, up 9% in 2025, were $190 billion.
        9% | Ford | share_price | change | 9 | percent | 2026
        4.6% | Ford | share_price | change | 4.6 | percent | 2026-05-12
        9% | Ford | revenue | change | 9 | percent | 2025
        $190 billion | Ford | revenue | level | 190e9 | USD""",
    "a statistic is of the month that the text began with": """
        Inflation in the UK rose in April. Core inflation eased to 3.3% from 3.5%. Food inflation dropped to 5.2%.
        3.3% | United Kingdom | inflation | level | 3.3 | percent | 2026-04
        3.5% | United Kingdom | inflation | level | 3.5 | percent | 2026-03
        5.2% | United Kingdom | inflation | level | 5.2 | percent | 2026-04""",
    "what ended lies behind": """
        Ford earned $3 billion in the year ended December. Boeing earned $1 billion in the three months ended May 2.
        $3 billion | Ford | net_income | level | 3e9 | USD | 2025
        $1 billion | Boeing | net_income | level | 1e9 | USD | 2026-02/2026-04""",
    "a year ago of a quarter is the quarter a year before": """
        Ford's operating margin in the second quarter of 2025 was 13.2%, compared with 12.8% a year ago.
        13.2% | Ford | operating_margin | level | 13.2 | percent | 2025-04/2025-06
        12.8% | Ford | operating_margin | level | 12.8 | percent | 2024-04/2024-06""",
    "a quarter that is named by its last month makes no fiscal year": """
        Ford earned $14 billion in the first quarter. Ford had said that the June quarter would be good.
        $14 billion | Ford | net_income | level | 14e9 | USD | 2026-01/2026-03""",
    "what a year is due for, and when it is said": """
        For fiscal 2027, Ford said it expects revenue of $9 billion. The yield on Ford's bonds due in 2031 rose to
        3.62%.
        $9 billion | Ford | revenue | level | 9e9 | USD | 2027
        3.62% | Ford | bond_yield | level | 3.62 | percent | 2026-05-14""",
    # movements without a verb of their own
    "a name and its particle, or its participle": """
        Shares fell across Europe, with Renault down 1.9% and Boeing off 3%. Housebuilders slid, with Persimmon
        falling 2.8%.
        1.9% | Renault | share_price | change | -1.9 | percent
        3% | Boeing | share_price | change | -3 | percent
        2.8% | Persimmon | share_price | change | -2.8 | percent""",
    "a firm's own drop, whoever the clause is on": """
        The FTSE 100, weighed down by Rightmove's 3.8% drop, rose 0.1%. The Dow was dragged by Boeing, whose 2.6%
        decline hurt.
        3.8% | Rightmove | share_price | change | -3.8 | percent
        0.1% | FTSE 100 | index_level | change | 0.1 | percent
        2.6% | Boeing | share_price | change | -2.6 | percent""",
    "sales of a firm that fell are no share": """
        Sales rose 4% at Ford, with Boeing down 3%.
        4% | Ford | revenue | change | 4 | percent
        3% | Boeing | revenue | change | -3 | percent""",
    "a clause that leaves its verb to be meant": """
        Ford expects truck prices to rise 5%, and parts between 6% and 7%. Ford's fares rose 5%, and 2% of buyers left.
        5% | Ford | price | change | 5 | percent
        between 6% and 7% | Ford | price | change | 6 | percent
        5% | Ford | price | change | 5 | percent
        2% | Ford |  | level | 2 | percent""",
    "a result is no movement": """
        Ford posted a $4.2 billion quarterly loss. Boeing had a $40 million loss. Boeing's stock saw a 4% loss.
        $4.2 billion | Ford | net_income | level | -4.2e9 | USD
        $40 million | Boeing | net_income | level | -40e6 | USD
        4% | Boeing | share_price | change | -4 | percent""",
    "a verb's particle moves nothing": """
        Ford coughed up $185 million. Boeing shelled out $4 million. Boeing's stock gave up 2%.
        $185 million | Ford | payment | level | 185e6 | USD
        $4 million | Boeing | payment | level | 4e6 | USD
        2% | Boeing | share_price | change | -2 | percent""",
    # parts of a whole
    "a part of the jobs and of the staff": """
        Ford will cut 1,750 jobs, or 15% of its staff. Boeing will cut 1,900 of its 14,200 positions.
        1,750 | Ford | job_cuts | level | 1750
        15% | Ford | job_cuts | level | 15 | percent
        1,900 | Boeing | job_cuts | level | 1900
        14,200 | Boeing | employees | level | 14200""",
    "of which": """
        Boeing's backlog was $5 billion, of which exports made up 44%. Ford has debt of $5 billion, of which $2
        billion is due.
        $5 billion | Boeing | backlog | level | 5e9 | USD
        44% | Boeing | backlog | level | 44 | percent
        $5 billion | Ford | debt | level | 5e9 | USD
        $2 billion | Ford | debt | level | 2e9 | USD""",
    "what is paid for a firm, and for a thing": """
        Boeing is paying $35 billion for Renault. Ford offered $4 billion for Carvana. Ford paid $4 million for the
        advertisement.
        $35 billion | Boeing | deal_value | level | 35e9 | USD
        $4 billion | Ford | deal_value | level | 4e9 | USD
        $4 million | Ford | payment | level | 4e6 | USD""",
    "the whole behind the sum a share": """
        Ford bought it for $13 a share, or $117 million. Boeing earned 12 cents a share, or $40 million.
        $13 a share | Ford | offer_price | level | 13 | USD/share
        $117 million | Ford | deal_value | level | 117e6 | USD
        12 cents a share | Boeing | eps | level | 0.12 | USD/share
        $40 million | Boeing | net_income | level | 40e6 | USD""",
    "a sum beside the sum a share": """
        Boeing earned 12 cents a share, or 4 cents more.
        12 cents a share | Boeing | eps | level | 0.12 | USD/share
        4 cents | Boeing | eps | change""",
    # whom, against what stands nearer
    "a market's verb moves its subject": """
        Vestas rallied 5.5% on U.S. orders. Boeing jumped 4% on China sales. Vestas' U.S. orders rose 2%.
        5.5% | Vestas | share_price | change | 5.5 | percent
        4% | Boeing | share_price | change | 4 | percent
        2% | Vestas | orders | change | 2 | percent""",
    "a house's forecast is for somebody": """
        UBS cut its forecast for operating profit at Renault to $4 billion. Citi raised its estimate of sales at Ford
        to $9 billion.
        $4 billion | Renault | operating_income | level | 4e9 | USD
        $9 billion | Ford | revenue | level | 9e9 | USD""",
    "a firm's own forecast": """
        Boeing cut its forecast for revenue to $3 billion.
        $3 billion | Boeing | revenue | level | 3e9 | USD""",
    "what is shipped is not who ships it": """
        BHP shipped 84 million tonnes of iron ore. BHP mined 3 million tonnes of copper. Imports of 5 million tonnes
        of wheat fell.
        84 million tonnes | BHP | units_sold | level | 84e6 | tonne
        3 million tonnes | BHP | production | level | 3e6 | tonne
        5 million tonnes | wheat | imports | level | 5e6 | tonne""",
    "a margin on sales is a margin": """
        Boeing had a gross margin on jet sales of 23%. Ford had a net loss of $22 million on revenue of $388 million.
        23% | Boeing | gross_margin | level | 23 | percent
        $22 million | Ford | net_income | level | -22e6 | USD
        $388 million | Ford | revenue | level | 388e6 | USD""",
    "a loss is one a share, too, and shares are sold apiece": """
        Boeing had a net loss of $2.2 million, or $0.10 per diluted share. Ford earned $3 million, or $0.20 a share.
        $2.2 million | Boeing | net_income | level | -2.2e6 | USD
        $0.10 per diluted share | Boeing | eps | level | -0.1 | USD/share
        $3 million | Ford | net_income | level | 3e6 | USD
        $0.20 a share | Ford | eps | level | 0.2 | USD/share""",
    "when an outlook was given": """
        In November Boeing had guided to revenue of $4 billion.
        $4 billion | Boeing | revenue | level | 4e9 | USD | - |  | projected""",
    # when
    "an expectation is of its result's time": """
        Boeing earned $2.25 a share in the third quarter of 2025, against expectations of $2.15.
        Boeing's revenue was $4 billion in the first quarter. Analysts had expected $3.8 billion.
        $2.25 a share | Boeing | eps | level | 2.25 | USD/share | 2025-07/2025-09
        $2.15 | Boeing | eps | level | 2.15 | USD/share | 2025-07/2025-09
        $4 billion | Boeing | revenue | level | 4e9 | USD | 2026-01/2026-03
        $3.8 billion | Boeing | revenue | level | 3.8e9 | USD | 2026-01/2026-03""",
    "an expectation behind the older figure": """
        Ford's revenue rose to $4 billion in the third quarter of 2025 from $3 billion a year earlier,
        against a mean forecast of $3.8 billion.
        $4 billion | Ford | revenue | level | 4e9 | USD | 2025-07/2025-09
        $3 billion | Ford | revenue | level | 3e9 | USD | 2024-07/2024-09
        $3.8 billion | Ford | revenue | level | 3.8e9 | USD | 2025-07/2025-09""",
    "what compares is as good as compared": """
        Boeing's revenue was $98 million in the first quarter of 2026, which compares to $82 million a year ago.
        Ford reported a net loss of $22 million for the first quarter of 2026,
        compared with a net loss of $57 million a year earlier.
        $98 million | Boeing | revenue | level | 98e6 | USD | 2026-01/2026-03
        $82 million | Boeing | revenue | level | 82e6 | USD | 2025-01/2025-03
        $22 million | Ford | net_income | level | -22e6 | USD | 2026-01/2026-03
        $57 million | Ford | net_income | level | -57e6 | USD | 2025-01/2025-03""",
    "when a quarter ends is not how long a figure is for": """
        Delmar Foods expects sales for its fiscal fourth quarter, which runs through June 30, to fall 4%.
        4% | Delmar Foods | revenue | change | -4 | percent | 2026-04/2026-06 |  | projected""",
    "when a forecast was made is not what it was for": """
        Delmar Foods expects sales to grow 4% this year rather than the 6% it penciled in three months ago.
        4% | Delmar Foods | revenue | change | 4 | percent | 2026 |  | projected
        6% | Delmar Foods | revenue | change | 6 | percent | 2026 |  | projected""",
    "on the year is against the year before": """
        Delmar Foods' rice output was flat on the year at 46,000 tonnes.
        46,000 tonnes | Delmar Foods | production | level | 46000 | tonne | -""",
    "a figure seen then": """
        Boeing's operating margin was 16%, a touch above the 15% seen in 2023.
        16% | Boeing | operating_margin | level | 16 | percent | -
        15% | Boeing | operating_margin | level | 15 | percent | 2023""",
    "since a day, up to now; a rate that stands is open": """
        Boeing shares have fallen 13% since January. Carvana has sold 31 homes since May 4.
        The Fed's policy rate has stood at 5% since January.
        13% | Boeing | share_price | change | -13 | percent | 2026-01-01/2026-05-14
        31 | Carvana | units_sold | level | 31 |  | 2026-05-04/2026-05-14
        5% | Federal Reserve | policy_rate | level | 5 | percent | 2026-01/..""",
    "since the start of the year, and the session": """
        Shares of Ford, which have lost a quarter of their value since the start of the year, ended 2% lower.
        a quarter | Ford | share_price | change | -25 | percent | 2026-01-01/2026-05-14
        2% | Ford | share_price | change | -2 | percent | 2026-05-14""",
    "a day told of before is not the session's": """
        The Nasdaq rose 1.3%; it had dipped below 900 points on Monday.
        1.3% | Nasdaq | index_level | change | 1.3 | percent | 2026-05-14
        below 900 points | Nasdaq | index_level | level |  | point | 2026-05-11""",
    "how long ago the like was seen": """
        Ford dropped 4%, its worst session in a year. Boeing fell 3%, the weakest since late January.
        Ford's shares could fall to $3 next year.
        4% | Ford | share_price | change | -4 | percent | 2026-05-14
        3% | Boeing | share_price | change | -3 | percent | 2026-05-14
        $3 | Ford | share_price | level | 3 | USD/share | 2027""",
    "an older result in a sentence of its own": """
        Boeing made a profit of $3 million in the quarter ended March 31, 2026. It had earned $2 million in the same
        period of 2025.
        Ford earned $9 million in the quarter, more than in the same period of 2025.
        $3 million | Boeing | net_income | level | 3e6 | USD | 2026-01/2026-03
        $2 million | Boeing | net_income | level | 2e6 | USD | 2025-01/2025-03
        $9 million | Ford | net_income | level | 9e6 | USD | 2026-01/2026-03""",
    "the day behind two figures is of both": """
        The Fed lowered its benchmark rate by half a percentage point to 4.75 percent on Wednesday.
        half a percentage point | Federal Reserve | policy_rate | change | -0.5 | percentage_point | 2026-05-13
        4.75 percent | Federal Reserve | policy_rate | level | 4.75 | percent | 2026-05-13""",
    "no market moved next week": """
        Ford and Boeing, both of which report next week, were down 1.8% and 2.3%, respectively.
        1.8% | Ford | share_price | change | -1.8 | percent | 2026-05-14
        2.3% | Boeing | share_price | change | -2.3 | percent | 2026-05-14""",
    "a level is of a day, not of all since another": """
        Shares of Boeing had lost 13% since January, leaving it with a market capitalization of $70 billion.
        13% | Boeing | share_price | change | -13 | percent | 2026-01-01/2026-05-14
        $70 billion | Boeing | market_cap | level | 70e9 | USD | 2026-05-14""",
    "the year before in brackets; the same sum in another currency": """
        Boeing made a profit of $1,733 million ($1,102 million) in 2025. Ford's net income was $90 million (€80
        million) in 2025.
        $1,733 million | Boeing | net_income | level | 1733e6 | USD | 2025
        $1,102 million | Boeing | net_income | level | 1102e6 | USD | 2024
        $90 million | Ford | net_income | level | 90e6 | USD | 2025
        €80 million | Ford | net_income | level | 80e6 | EUR | 2025""",
    "what was paid on average is of the results' time, the price on a label is not": """
        Boeing's revenue rose 8% in the first quarter of 2026. Fuel averaged $3.08 a gallon, down from $3.41.
        It priced the ticket at $400.
        8% | Boeing | revenue | change | 8 | percent | 2026-01/2026-03
        $3.08 a gallon | Boeing | price | level | 3.08 |  | 2026-01/2026-03
        $3.41 | Boeing | price | level | 3.41 |  | 2025-01/2025-03
        $400 | Boeing | price | level | 400 | USD | -""",
    "what stood at the end of the results' time, and what stands now": """
        Boeing's revenue was $9 million in the first quarter of 2026. Deposits grew by $2 million. Its debt is $3
        million.
        $9 million | Boeing | revenue | level | 9e6 | USD | 2026-01/2026-03
        $2 million | Boeing | deposits | change | 2e6 | USD | 2026-01/2026-03
        $3 million | Boeing | debt | level | 3e6 | USD | -""",
    "three months before, two years earlier": """
        Chile's GDP grew 5% in the first quarter of 2026, after the 4% recorded in the preceding three months.
        Boeing's revenue was $9 million in the first half of 2025, as against $7 million two years earlier.
        5% | Chile | gdp | change | 5 | percent | 2026-01/2026-03
        4% | Chile | gdp | change | 4 | percent | 2025-10/2025-12
        $9 million | Boeing | revenue | level | 9e6 | USD | 2025-01/2025-06
        $7 million | Boeing | revenue | level | 7e6 | USD | 2023-01/2023-06""",
    "no day has a rate of joblessness": """
        Figures on Wednesday showed that unemployment in Chile fell to 8%.
        8% | Chile | unemployment_rate | level | 8 | percent | -""",
    "the quarter under way is an outlook": """
        Boeing's revenue was $9 million in the first quarter of 2026. For the current period, it expects sales of $8
        million.
        Its gross margin was 23%.
        $9 million | Boeing | revenue | level | 9e6 | USD | 2026-01/2026-03
        $8 million | Boeing | revenue | level | 8e6 | USD | 2026-04/2026-06
        23% | Boeing | gross_margin | level | 23 | percent | 2026-01/2026-03""",
    "an older peak does not end the results": """
        Inflation in Chile eased to 3.2% in March. It peaked at 14% in August 2022. Food inflation slowed to 4%.
        3.2% | Chile | inflation | level | 3.2 | percent | 2026-03
        14% | Chile | inflation | level | 14 | percent | 2022-08
        4% | Chile | inflation | level | 4 | percent | 2026-03""",
    # how a market says that a share moved
    "an adverb behind the figure": """
        Carvana closed 2% firmer. Boeing ended 3.4% softer. Unit costs at Boeing were 4% lower.
        2% | Carvana | share_price | change | 2 | percent
        3.4% | Boeing | share_price | change | -3.4 | percent
        4% | Boeing | cost | change | -4 | percent""",
    "a share that is sent somewhere": """
        A stampede sent Carvana up 23%. Weak retail sales sent the ten-year Treasury yield down six basis points.
        23% | Carvana | share_price | change | 23 | percent
        six basis points |  | bond_yield | change | -6 | basis_point""",
    "who makes something, by that": """
        Ford rose 2%. The maker of vans eased 1.5%. Sales of vans eased 1.4%.
        2% | Ford | share_price | change | 2 | percent
        1.5% | Ford | share_price | change | -1.5 | percent
        1.4% | Ford | revenue | change | -1.4 | percent""",
    "a subject of its own": """
        Carvana, whose sales slipped 3%, said nothing. Carvana, which sells cars, slipped 4%.
        3% | Carvana | revenue | change | -3 | percent
        4% | Carvana | share_price | change | -4 | percent""",
    "shares that changed hands": """
        Some 24 million Ford shares changed hands. Boeing changed hands at $93. Ford has 4 billion shares.
        Some 24 million | Ford | trading_volume | level | 24e6 | share
        $93 | Boeing | share_price | level | 93 | USD/share
        4 billion | Ford | shares_outstanding | level | 4e9 | share""",
    "what a share's price makes of the firm": """
        Shares of Carvana closed at $41, valuing it at $9 billion. The investors valued Boeing at $9 billion.
        $41 | Carvana | share_price | level | 41 | USD/share
        $9 billion | Carvana | market_cap | level | 9e9 | USD
        $9 billion | Boeing | valuation | level | 9e9 | USD""",
    # changes that stand like levels
    "how fast something grows": """
        Organic growth at Boeing could reach 13%. Ford is raising its revenue growth forecast to 8%. Boeing's margin
        rose to 13%.
        13% | Boeing | revenue | change | 13 | percent
        8% | Ford | revenue | change | 8 | percent
        13% | Boeing | operating_margin | level | 13 | percent""",
    "one pace beside another": """
        Peru's economy grew 5.4%, picking up from the 5.3% seen before. Boeing's margin rose to 12% from 10%.
        5.4% | Peru | gdp | change | 5.4 | percent
        5.3% | Peru | gdp | change | 5.3 | percent
        12% | Boeing | operating_margin | level | 12 | percent
        10% | Boeing | operating_margin | level | 10 | percent""",
    "two moves that share a verb": """
        Ford was down 1% on the day and 7.2% for the year. Sales rose 9%, and 40% of them are abroad.
        1% | Ford | share_price | change | -1 | percent
        7.2% | Ford | share_price | change | -7.2 | percent
        9% | Ford | revenue | change | 9 | percent
        40% | Ford | revenue | level | 40 | percent""",
    "growth of nothing that is named": """
        Boeing clocked domestic growth of 25%. Economists say growth in Peru will slow to 1.9%. Loan growth at Citi
        was 4%.
        25% | Boeing | revenue | change | 25 | percent
        1.9% | Peru | gdp | change | 1.9 | percent
        4% | Citi | loans | change | 4 | percent""",
    "savings, openings and hiring": """
        Boeing promises cost savings of $110 million. Lidl opened 99 shops and operates 300 shops. Ford plans to hire
        412 people.
        $110 million | Boeing | cost | change | -110e6 | USD
        99 | Lidl | stores | change | 99 | store
        300 | Lidl | stores | level | 300 | store
        412 | Ford | employees | change | 412 | person""",
    "a mark that is passed": """
        Capital spending at Boeing should not exceed $35 million. Revenue at Ford exceeded the forecast by 5%.
        $35 million | Boeing | capital_expenditure | level | 35e6 | USD
        5% | Ford | revenue | change | 5 | percent""",
    # offers and sums
    "what is paid for each share": """
        Investors in Carvana will be handed 310p in cash for each share. Ford will hand them $310 million in cash.
        310p | Carvana | offer_price | level | 3.1 | GBP/share
        $310 million | Ford | cash | level | 310e6 | USD""",
    "a sum beside an offer": """
        Investors in Carvana would collect 465p for every share. It trumps the 427p that Ford offered. Ford spent
        430p on a stamp.
        465p | Carvana | offer_price | level | 4.65 | GBP/share
        427p |  | offer_price | level | 4.27 | GBP/share
        430p | Ford | cost | level | 4.3 | GBP""",
    "for a firm, and for its goods": """
        Boeing will pay €1.35 billion ($1.5 billion) for just under a quarter of Renault. Ford spent $2 billion on
        Intel chips.
        €1.35 billion | Boeing | deal_value | level | 1.35e9 | EUR
        $1.5 billion | Boeing | deal_value | level | 1.5e9 | USD
        just under a quarter | Boeing | stake | level
        $2 billion | Ford | cost | level | 2e9 | USD""",
    "an estimate of what is put there": """
        Rabobank puts Brazil's crop at 71.4 million bags. Rabobank put the sacks in 71 warehouses.
        71.4 million | Brazil | production | level | 71.4e6
        71 | Rabobank""",
    "a name in a clause of its own": """
        Boeing must hand $4.5 million a year to the district, whose budget is small, and hire workers at an average
        salary.
        $4.5 million a year | Boeing | other | level | 4.5e6 | USD/year""",
    "the rate spoken of last": """
        Inflation in Canada rose to 6.8%. Economists saw the rate at 7.2%. The Bank of Canada cut its policy rate to 4%.
        6.8% | Canada | inflation | level | 6.8 | percent
        7.2% | Canada | inflation | level | 7.2 | percent
        4% | Bank of Canada | policy_rate | level | 4 | percent""",
    "a noun for what was measured": """
        Sales at Boeing reached $500 million. In 2024 that number was $450 million. The total of its fines was $450
        million.
        $500 million | Boeing | revenue | level | 500e6 | USD
        $450 million | Boeing | revenue | level | 450e6 | USD
        $450 million | Boeing | settlement | level | 450e6 | USD""",
    # what stands right beside a name, and what is told of before
    "a preposition alone between them": """
        Earnings per share from continuing operations at Boeing of $0.88 rose. Ford cut its debt, with $63 million of
        cash on hand.
        $0.88 | Boeing | eps | level | 0.88 | USD/share
        $63 million | Ford | cash | level | 63e6 | USD""",
    "a result by its bare name": """
        Boeing's pre-tax profit of $212 million turned into a loss of $64 million. Ford made a net loss of $4 million.
        $212 million | Boeing | pretax_income | level | 212e6 | USD
        $64 million | Boeing | pretax_income | level | -64e6 | USD
        $4 million | Ford | net_income | level | -4e6 | USD""",
    "what had been expected, and what is revised": """
        Orders at Boeing fell 3.2%. Economists had braced for a decline of 2.5%. April's increase was revised to 6.2%.
        3.2% | Boeing | orders | change | -3.2 | percent
        2.5% | Boeing | orders | change | -2.5 | percent
        6.2% | Boeing | orders | change | 6.2 | percent""",
    "another's share of the market": """
        Ford has a market share of 28%. Renault, on 8.2%, comes next. Boeing, on 9 April, was fined.
        28% | Ford | market_share | level | 28 | percent
        8.2% | Renault | market_share | level | 8.2 | percent""",
    "points of a rate": """
        The Bank of England cut its policy rate to 4%. Others wanted a cut of 50 basis points. Ford's margin fell 50
        basis points.
        4% | Bank of England | policy_rate | level | 4 | percent
        50 basis points |  | policy_rate | change | -50 | basis_point
        50 basis points | Ford | operating_margin | change | -50 | basis_point""",
    "what is taken away": """
        The move would remove 8% of BHP's copper output. The strike will not change the 9% of output that BHP sells.
        8% | BHP | production | change | -8 | percent
        9% | BHP | production | level | 9 | percent""",
    "how big a thing is": """
        Equinor built up a 10% stake. Boeing dropped its $29 billion pursuit of Ford. Boeing cut its debt by $2 billion.
        10% | Equinor | stake | level | 10 | percent
        $29 billion | Boeing | deal_value | level | 29e9 | USD
        $2 billion | Boeing | debt | change | -2e9 | USD""",
    "a market's verb in an aside": """
        Shares of Boeing fell, wiping $17 billion off its market value, before trading 8.9% lower. Boeing's market
        value fell 8%.
        $17 billion | Boeing | market_cap | change | -17e9 | USD
        8.9% | Boeing | share_price | change | -8.9 | percent
        8% | Boeing | market_cap | change | -8 | percent""",
    "a house that moves": """
        JPMorgan, which rates Netflix a sell, went to $200 from $220. Shares of Netflix went to $200.
        $200 | Netflix | price_target | level | 200 | USD/share
        $220 | Netflix | price_target | level | 220 | USD/share
        $200 | Netflix | share_price | level | 200 | USD/share""",
    "the same move in percent": """
        Arabica gave back 7 cents, or 2.4%. Boeing made $5 million, or 4% of sales.
        7 cents | Arabica coffee | commodity_price | change | -0.07 | USD
        2.4% | Arabica coffee | commodity_price | change | -2.4 | percent
        $5 million | Boeing | net_income | level | 5e6 | USD
        4% | Boeing | net_margin | level | 4 | percent""",
    "a pace told like the one before": """
        Boeing grew 24%, its fastest pace in years, and Renault 48%. Sales fell 3%, while 40% of its workers are older.
        24% | Boeing | revenue | change | 24 | percent
        48% | Renault |  | change | 48 | percent
        3% |  | revenue | change | -3 | percent
        40% |  | employees | level | 40 | percent""",
    "ratios of banks and insurers": """
        Citi's cost-to-income ratio was 45%. Its CET1 ratio stood at 14%. Provisions for bad loans doubled. Loans
        rose 2%.
        45% | Citi | other | level | 45 | percent
        14% | Citi | capital_ratio | level | 14 | percent
        doubled | Citi | provision | change | 100 | percent
        2% | Citi | loans | change | 2 | percent""",
    "an annual figure among those of a quarter": """
        Nike reported results for the quarter that ended in March 2026. Revenue rose 4%. Its annual profit was
        $3 billion.
        4% | Nike | revenue | change | 4 | percent | 2026-01/2026-03
        $3 billion | Nike | net_income | level | 3e9 | USD | -""",
    "an annual figure behind the outlook for a quarter": """
        Nike expects revenue of $12 billion in the second quarter. Annual profit is expected to be $4 billion.
        $12 billion | Nike | revenue | level | 12e9 | USD | 2026-04/2026-06
        $4 billion | Nike | net_income | level | 4e9 | USD | -""",
    "an annual figure behind the outlook for a year": """
        Nike expects revenue of $50 billion in 2026. Annual profit is expected to be $4 billion.
        $50 billion | Nike | revenue | level | 50e9 | USD | 2026
        $4 billion | Nike | net_income | level | 4e9 | USD | 2026""",
    "to where the movement right before it ended, whoever is the subject": """
        The dollar index rose, with the yen down 0.5% to 151.80 and the pound at $1.27.
        0.5% | Japanese yen | exchange_rate | change | -0.5
        151.80 | Japanese yen | exchange_rate | level | 151.8 | JPY
        $1.27 | British pound | exchange_rate""",
    "the code of an instrument between a name and its figure": """
        The dollar index slipped 0.2%, with the yen JPY= up 0.4%.
        0.2% | US Dollar Index | index_level | change | -0.2
        0.4% | Japanese yen |  | change | 0.4""",
    "what weighs somebody down is no fall": """
        Nike is weighed down by $9 billion of debt.
        $9 billion | Nike | debt | level | 9e9""",
    "a recovery of so much of what once was is a level": """
        Traffic at Ryanair made a recovery of 91% of pre-pandemic levels.
        91% | Ryanair | traffic | level | 91""",
    "a part of it in the clause behind a pace": """
        Deliveries at Nio rose 3% in May and 40% go to China.
        3% | Nio | units_sold | change | 3
        40% | Nio | units_sold | level | 40""",
    "a blow dates no results": """
        Revenue at Nike rose 4%. The strike in December 2025 took 90 basis points off sales. Profit fell 2%.
        4% | Nike | revenue | change | 4
        90 basis points | Nike | revenue | change | -90 |  | 2025-12
        2% | Nike | net_income | change | -2 |  | -""",
    "what was revised dates no results": """
        Retail sales in Chile rose 4%. March's gain was revised to 2%. Exports rose 3%.
        4% | Chile | retail_sales | change | 4
        2% | Chile | retail_sales | change | 2 |  | 2026-03
        3% | Chile | exports | change | 3 |  | -""",
    "sales in sight date no results": """
        Nike earned $2 billion in the first quarter. Sales of $12 billion in the second quarter are in sight. Orders rose
        4%.
        $2 billion | Nike | net_income | level | 2e9 |  | 2026-01/2026-03
        $12 billion | Nike | revenue | level | 12e9 |  | 2026-04/2026-06
        4% | Nike | orders | change | 4 |  | 2026-01/2026-03""",
    "results and a forecast for a year that is not over": """
        Nike reported results and trimmed its forecast for 2026. Revenue rose 4%.
        4% | Nike | revenue | change | 4 |  | -""",
    "what employers have done by now is not of the month told": """
        Unemployment in Chile was 4% in April. Employers have shed 9,000 jobs.
        4% | Chile | unemployment_rate | level | 4 |  | 2026-04
        9,000 | Chile | job_cuts | level | 9000 |  | -""",
    "an older month goes away behind the newer stretch": """
        Nike sold 9 million shoes in April 2026. Sales in the first four months are up 3%. Profit rose 3%.
        9 million | Nike | units_sold | level | 9e6 |  | 2026-04
        3% | Nike | units_sold | change | 3 |  | 2026-01/2026-04
        3% | Nike | net_income | change | 3 |  | 2026-01/2026-04""",
    "a part of the business and a place among results": """
        Nike earned $2 billion in the first quarter of 2026. Europe grew by 4%. Toys and games rose 5%.
        $2 billion | Nike | net_income | level | 2e9
        4% | Nike | revenue | change | 4
        5% | Nike | revenue | change | 5""",
    "a count among results is no sales": """
        Nike earned $2 billion in the first quarter of 2026. It drew bids for some 60 of its vans.
        $2 billion | Nike | net_income | level | 2e9
        some 60 | Nike | other | level | 60""",
    "a fall of what is earned a share": """
        Analysts look for earnings of $1.05 a share at Nike, which would be a decline of 8%.
        $1.05 a share | Nike | eps | level | 1.05
        8% | Nike | eps | change | -8""",
    "a number that stands for the one before it": """
        Klarna was valued at $6 billion. In July, when it took in $42 million, that number was $4 billion.
        $6 billion | Klarna | valuation | level | 6e9
        $42 million | Klarna
        $4 billion | Klarna | valuation | level | 4e9""",
    "a sum told once and named again": """
        The new levy will cut profit at Citi by $7 billion. Three quarters of the $7 billion come from its cards.
        $7 billion | Citi | net_income | change | -7e9
        Three quarters | Citi
        $7 billion | Citi | net_income | level | 7e9""",
    "a profit against a loss": """
        Ford's credit unit made an operating profit of $346 million, against a loss of $19 million twelve months before.
        $346 million | Ford Motor | operating_income | level | 346e6
        $19 million | Ford Motor | operating_income | level | -19e6""",
    "the margin of a year ago is of the figure before, not of the subject": """
        Revenue at SK Hynix reached $41 billion, for a margin of 60% when a year ago it was 42%.
        $41 billion | SK Hynix | revenue | level | 41e9
        60% | SK Hynix | operating_margin | level | 60
        42% | SK Hynix | operating_margin | level | 42""",
    "shares that were bought back for a sum": """
        Nike repurchased $9 million of its stock, or 28,000 shares, under the plan.
        $9 million | Nike | share_buyback | level | 9e6
        28,000 | Nike | share_buyback | level | 28000""",
    "the number in a name, and a unit of exchange": """
        The 30-share Sensex jumped 391 points to 80,351. Mazda made 9 billion yen. ($1 = 145 yen)
        391 points | Sensex | index_level | change | 391
        80,351 | Sensex | index_level | level | 80351
        9 billion yen | Mazda | net_income | level | 9e9
        145 yen | Mazda""",
    "a neighbour in the sentence is not what it is priced in": """
        The yen stood at 151 and the pound at 1.27.
        151 | Japanese yen | exchange_rate | level | 151 | JPY
        1.27 | British pound | exchange_rate | level | 1.27""",
    "how it stands now, behind a day of trading": """
        Bitcoin fell 1% on Tuesday. It is now at $9,100.
        1% | Bitcoin | exchange_rate | change | -1 |  | 2026-05-12
        $9,100 | Bitcoin | exchange_rate | level | 9100 |  | -""",
    "a move in a single day has no day": """
        Nike's shares leapt 7.1% in one session.
        7.1% | Nike | share_price | change | 7.1 |  | -""",
    "a backlog and how it will grow, each of its own day": """
        Backlog at Boeing, which stood at $7 billion in May, will nearly triple with the order.
        $7 billion | Boeing | backlog | level | 7e9 |  | 2026-05
        nearly triple | Boeing | backlog | change | 200 |  | -""",
    "the losses of an index are no result": """
        The DAX sank 0.7%, but made good its losses and was up 0.1% by noon.
        0.7% | DAX | index_level | change | -0.7
        0.1% | DAX | index_level | change | 0.1""",
    "money spent beside a firm does not buy it": """
        Amazon spent $20bn on sites near Boeing. Ford spent $3 billion on Carvana.
        $20bn | Amazon | cost
        $3 billion | Ford Motor | deal_value""",
    "what is drawn from a stock": """
        The storage withdrawal of 62 billion cubic feet was the largest in May.
        62 billion cubic feet |  | inventory | change | -62e9""",
    "a sum stated again is what it was": """
        Ford paid a fine of $417 million. The $417 million goes to the Treasury.
        $417 million | Ford Motor | settlement
        $417 million | Ford Motor | settlement""",
    "annual savings are so much a year": """
        The merger brings €85m of annual cost savings at Ford.
        €85m | Ford Motor | cost | change | -85e6 | EUR/year""",
    "another month's in the sentence after": """
        Brazil's inflation was 5% in May. June's was 6%.
        5% | Brazil | inflation | level | 5
        6% | Brazil | inflation | level | 6""",
    "so many fold is a rise by one less": """
        Users of Duolingo rose fourfold. Duolingo's revenue was $50 million, up nearly threefold.
        fourfold | Duolingo | users | change | 300 | percent
        $50 million | Duolingo | revenue | | 50e6 | USD
        nearly threefold | Duolingo | revenue | change | 200 | percent""",
    "a rate at which something shrinks": """
        Japan's economy shrank at an annual rate of 2.3%. Peru's exports fell at a pace of 4%. Loans of BBVA stood at a rate of 4%.
        2.3% | Japan | gdp | change | -2.3
        4% | Peru | exports | change | -4
        4% | BBVA | | level | 4""",
    "a coin behind its country": """
        The euro firmed to 92.4 U.S. cents. The loonie was at 71 US cents.
        92.4 U.S. cents | euro | exchange_rate | level | 0.924 | USD
        71 US cents | Canadian dollar | exchange_rate | level | 0.71 | USD""",
    "a pace that was expected, some words behind": """
        Japan's exports grew 5.1% in May from a year earlier, against the 4% economists had expected.
        5.1% | Japan | exports | change | 5.1
        4% | Japan | exports | change | 4""",
}
COUNTERPARTIES = {
    # the object of the deal, its other side, or the one who acts where the figure is told of the object
    "Boeing will acquire a majority of Renault for $3 billion.": ["Renault"],
    "Ford spent $3 billion on car retailer Carvana.": ["Carvana"],
    "Ford signed a 15-year lease with a subsidiary of Alphabet.": ["Alphabet"],
    "Ford paid a fine of $3 million to the Justice Department.": ["Department of Justice"],
    # who led a round, and who stood beside
    "Lumen AI raised $870 million in a Series C led by Lightspeed, with participation from Carvana.": ["Lightspeed"],
    "Goldman Sachs may buy 3.6 million shares of Nike.": ["Goldman Sachs"],
    # no deal
    "Boeing earned $3 billion, and Renault lost $2 billion.": [None, None],
    "Sales of $3 billion at Ford fell behind those of Carvana.": [None],
    "Ford's contribution of $90 million to the Pension Benefit Guarantee Corporation is due.": [None],
}


@pytest.mark.parametrize("text", COUNTERPARTIES)
def test_the_other_side_of_a_deal(text: str) -> None:
    claims = [claim for claim in extract(text, published=PUBLISHED) if claim.kind == "figure"]
    assert [claim.counterparty for claim in claims] == COUNTERPARTIES[text], [claim.quote for claim in claims]


SOURCES = {
    # a sum that was awaited is theirs who awaited it, and what is set against it is not
    "Boeing earned $5 billion, short of the $6 billion that analysts had expected.": [None, "analysts"],
    # by whose count
    "Streaming reached 47% of viewing by JPMorgan's estimate.": ["JPMorgan"],
    "Boeing's deliveries came to 34 jets, per figures from Citi.": ["Citigroup"],
    "Boeing earned $5 per share by cutting costs.": [None],
    "Yahoo! said that its sales rose 4%.": ["Yahoo"],
    # who reveals a plan does not say what it will come to
    "Boeing revealed plans to expand its fleet by 30%.": [None],
    # the pronoun of him who spoke before
    "Sales rose 4%, said Dan Orvan, who runs Boeing. He said that costs would fall 2%.": ["Dan Orvan", "Dan Orvan"],
    "Boeing announced an order for 50 jets.": ["Boeing"],
}


@pytest.mark.parametrize("text", SOURCES)
def test_who_is_cited(text: str) -> None:
    claims = [claim for claim in extract(text, published=PUBLISHED) if claim.kind == "figure"]
    assert [claim.source for claim in claims] == SOURCES[text], [claim.quote for claim in claims]


MODALITIES = {
    # what outsiders had awaited of a figure that is out
    "Revenue of $3.1 billion topped the $3 billion that analysts had pencilled in.": ["asserted", "estimated"],
    "Boeing earned 33 cents a share vs. 35 cents expected.": ["asserted", "estimated"],
    "Analysts polled by Visible Alpha had been looking for earnings of 48 cents.": ["estimated"],
    "Sales of $3 billion were more than analysts had expected.": ["asserted"],
    # a plan, and the fact that it is set against
    "Boeing expects sales of $3 billion, up from $2 billion.": ["projected", "asserted"],
    "Ford will cut 900 of its 14,200 jobs.": ["projected", "asserted"],
    "Boeing raised its forecast for sales to $3 billion from $2 billion.": ["projected", "projected"],
    "UBS sees growth of 2.1% rather than 1.7%.": ["projected", "projected"],
    # the terms of an offer are agreed
    "Ford will pay $13 in cash for each Carvana share.": ["asserted"],
    # what is settled and still to come
    "Some 900 people are to lose their jobs at Ford.": ["projected"],
    "Ford must spend $30 million on the site.": ["projected"],
    "Ford set aside $30 million for the recall.": ["asserted"],
    "Ford is set to spend $30 million on the site.": ["projected"],
    "Ford said that $400 million would be invested in the site.": ["projected"],
    "As many as 1,400 people may have been affected at Ford.": ["hypothetical"],
    "The $3 billion deal is expected to close in July.": ["asserted"],
    "Ford's plan assumes an exchange rate of 142 yen.": ["projected"],
    "The loss, due to higher costs, was $3 million.": ["asserted"],
    "Ford's board approved a repurchase of up to $3 billion of its stock.": ["projected"],
    "Ford bought back $3 billion of its stock.": ["asserted"],
    # one list under one word
    "Lloyds is guiding to net interest income of $13 billion, operating costs of $9 billion and a margin of 13%.":
        ["projected", "projected", "projected"],
    "Ford expects sales of $3 billion, and its costs fell 4% last year.": ["projected", "asserted"],
    "Hackers are believed to have stolen $90 million from Carvana.": ["estimated"],
    "Should sales exceed $5 billion in 2027, Ford would pay $20 million.": ["hypothetical", "hypothetical"],
    "Boeing said that sales should rise 4%.": ["projected"],
    "If Boeing cuts its costs and earns $13 billion, the plan has worked.": ["hypothetical"],
    "To reach $40 billion in sales, Boeing would have to drop the plan.": ["projected"],
    # what is described by the way, and what is part of an offer
    "A chain of 30 papers may be sold.": ["asserted"],
    "Boeing, a maker of 30 kinds of jet, may be for sale.": ["asserted"],
    "Ford's holders will be handed 90p in cash and 0.4 new Boeing shares for each share.": ["asserted", "asserted"],
    "Boeing earned $3 billion, ahead of the $2 billion that a poll of brokers had pencilled in.":
        ["asserted", "estimated"],
    "Analysts surveyed by LSEG were expecting $3.14 a share on revenue of $31 billion from Boeing.":
        ["estimated", "estimated"],
    # words that look like a cue
    "Theresa May bought 4% of Boeing.": ["asserted"],
    "The loss of $3 million was due to costs of $2 million.": ["asserted", "asserted"],
    "Ford believed in him and paid him $3 million.": ["asserted"],
    "Ford saw sales rise 4%.": ["asserted"],
}  # fmt: skip


@pytest.mark.parametrize("text", MODALITIES)
def test_how_surely_each_figure_is_stated(text: str) -> None:
    claims = [claim for claim in extract(text, published=PUBLISHED) if claim.kind == "figure"]
    assert [claim.modality for claim in claims] == MODALITIES[text], [claim.quote for claim in claims]


MOVEMENTS = {
    # a movement without a figure, of the verb's subject or object
    "Boeing's sales fell.": [("Boeing's sales fell", "revenue", "down")],
    "Boeing cut its prices.": [("cut its prices", "price", "down")],
    # denied, or with its figure
    "The strike at Boeing did not cut output.": [],
    "Boeing's sales fell 4%.": [],
}


@pytest.mark.parametrize("text", MOVEMENTS)
def test_a_movement_without_a_figure(text: str) -> None:
    claims = [claim for claim in extract(text, published=PUBLISHED) if claim.kind == "direction"]
    assert [(claim.quote, claim.metric, claim.direction) for claim in claims] == MOVEMENTS[text]


BASES = {
    "Boeing's organic growth was 4%.": ["organic"],
    "Boeing's adjusted profit was $2 billion, and its revenue rose 4%.": ["adjusted", None],
}


@pytest.mark.parametrize("text", BASES)
def test_on_what_basis_a_figure_stands(text: str) -> None:
    assert [claim.basis for claim in extract(text)] == BASES[text]


FIELDS = ("quote", "firm", "metric", "measure", "value", "unit", "date", "source", "modality")


@pytest.mark.parametrize("name", CASES)
def test_a_sentence_and_its_claims(name: str) -> None:
    lines = [line.strip() for line in CASES[name].strip().splitlines()]
    text, expected = " ".join(x for x in lines if " | " not in x), [x for x in lines if " | " in x]
    claims = [claim for claim in extract(text, published=PUBLISHED) if claim.kind == "figure"]
    assert len(claims) == len(expected), [claim.quote for claim in claims]
    for claim, line in zip(claims, expected, strict=True):
        want = dict(zip(FIELDS, (part.strip() for part in line.split("|")), strict=False))
        assert claim.quote == want.pop("quote")
        for field, value in want.items():
            got = getattr(claim, "value_low" if field == "value" else field)
            if value == "-":
                assert got is None, (field, got)
            elif field == "value" and value:
                assert math.isclose(math.nan if got is None else got, float(value)), (claim.quote, got)
            elif value:
                assert got == value or (field == "firm" and str(got).startswith(value)), (claim.quote, field, got)


def test_a_list_is_about_whom_the_line_above_it_names() -> None:
    text = "Nio sold 14,820 cars. So did Leapmotor, a newcomer:\n\n- Deliveries: 8,966\n- Stores open: 143\n\nNet profit fell 31%."
    told = [(claim.quote, claim.firm) for claim in extract(text, title="Nio sells more")]
    assert told[1:3] == [("8,966", "Leapmotor"), ("143", "Leapmotor")]
    assert told[3] == ("31%", "Nio")


def test_a_list_measures_what_the_line_above_it_names() -> None:
    text = (
        "Capital expenditure planned for 2027:\n\n- Boeing: $9 billion\n- Carvana: $1.2 billion\n\n"
        "Carvana raised $3 billion from lenders."
    )
    told = [(claim.quote, claim.firm, claim.metric, claim.date) for claim in extract(text)]
    assert told[:2] == [
        ("$9 billion", "Boeing", "capital_expenditure", "2027"),
        ("$1.2 billion", "Carvana", "capital_expenditure", "2027"),
    ]
    assert told[2][2] == "funding"


def test_what_a_title_says_is_read_in_the_text_alone() -> None:
    claims = extract("Nike's profit rises 5%\n\nNike said that its profit rose 5%.")
    assert [(claim.quote, claim.sentence) for claim in claims] == [("5%", "Nike said that its profit rose 5%.")]


def test_a_debt_far_below_the_results_is_of_no_quarter() -> None:
    told, debt = "Nike earned $2 billion in the first quarter of 2026.", "Its debt came to $3 billion."
    between = "It makes shoes.\n\nIt hired a banker."
    assert extract(f"{told}\n\n{debt}", published=PUBLISHED)[-1].date == "2026-01/2026-03"
    assert extract(f"{told}\n\n{between}\n\n{debt}", published=PUBLISHED)[-1].date is None


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Hiring slows",
            "Employers added 73,000 jobs in May, the Labor Department said. Economists surveyed by Dow Jones wanted more. "
            "The unemployment rate ticked up to 4.5%. Japan's economy shrank 0.9%.",
            {"4.5%": "United States", "0.9%": "Japan"},
        ),
        (
            "Ottawa's deficit to swell",
            "The deficit will be C$78 billion, the finance minister said. Economists had expected a deficit of C$71 billion. "
            "Exports to the United States shrank 7.9%, Statistics Canada said. Inflation in Mexico was 3%.",
            {"C$71 billion": "Canada", "7.9%": "Canada", "3%": "Mexico"},
        ),
        (
            "Prices rise faster",
            "Consumer prices rose 3.6%, above the Reserve Bank of India's target of 4%. The Dow fell 3%.",
            {"3.6%": "India", "4%": "India", "3%": "Dow Jones Industrial Average"},
        ),
    ],
)
def test_whose_economy_an_article_is_on(title: str, text: str, expected: dict[str, str]) -> None:
    told = {claim.quote: claim.firm for claim in extract(text, title=title) if claim.kind == "figure"}
    assert {quote: told[quote] for quote in expected} == expected
