"""Sentences of business news, and the time that each of their figures is for, in the order of the figures."""

from __future__ import annotations

import pytest

from crossfoot.flow import extract

PUBLISHED = "2026-05-14"

DATES: dict[str, list[str | None]] = {
    # a clause between the subject and its verb has a time of its own
    "Shares in Nike, whose finance director left in March, sank 8.1 per cent to $61.83.": ["2026-05-14"] * 2,
    "Shares in Ford, which reported on Monday, were down 4%.": ["2026-05-14"],
    "Nike shares, which have lost 9% since Bill, a rival, walked away from a bid in early 2025, rose 6.4%.": [
        "2025-01-01/2026-05-14",
        "2026-05-14",
    ],
    "Boeing fell 6.3 percent to $150 despite having reported a profit only last Friday.": ["2026-05-14"] * 2,
    "The revenue of Ford in March, which was a record, rose 3%.": ["2026-03"],
    # two clauses that "and" joins, each with its time
    "Orders for the quarter amounted to $3.6 billion, and at the end of April Boeing had cash of $9 billion.": [
        "2026-01/2026-03",
        "2026-04",
    ],
    "Revenue of Nike rose 3% in March, while in April it slipped 2%.": ["2026-03", "2026-04"],
    "Revenue of Nike rose 3% in March and April.": ["2026-03/2026-04"],
    # a day of its own right behind the figure is no time of comparison
    "Total loans of JPMorgan reached $5.87 billion on March 31, 2026, with mortgages the biggest part.": ["2026-03-31"],
    "Revenue of Nike rose 8% on 2025.": [None],
    # what money comes from is not what it was before
    "Funds from operations (FFO) of $0.61 per share in 2025, up 5.2% from $0.58 in 2024.": ["2025", "2025", "2024"],
    # a time that is passed on to a clause which has none, and one that is not
    "Ford spent $4.8 billion in 2024, and last year it spent $5.1 billion, even as rival Boeing trimmed its costs by 7%.": [
        "2024",
        "2025",
        "2025",
    ],
    "In Asia, where Nike makes two fifths of its revenue, sales in the three months to March fell 4%.": [
        None,
        "2026-01/2026-03",
    ],
    "For 2026 Nike plans for sales that are flat to down 4%.": ["2026"],
    # what a sum or a share is added to, and what a multiple is of
    "The deal is to close in the third quarter and to add 5% to earnings per share in 2027.": ["2027"],
    "Tariffs could shave $1.5 billion from 2026 operating profit.": ["2026"],
    "Ford generated revenue of $884 million in 2025, more than double the figure of three years before.": ["2025"] * 2,
    "Boeing put savings from the merger at $90 million by 2028.": ["2028"],
    # this week's move, up to now
    "Shares of Nike gained 8.9% this week.": ["2026-05-11/2026-05-14"],
    # the older figure of a pair of results, which the newer one's time is not for
    "Ford's first-quarter revenue rose to $3.4 billion from $3.0 billion.": ["2026-01/2026-03", "2025-01/2025-03"],
    "In March inflation rose to 3.4% from 3.0%.": ["2026-03", "2026-02"],
    "In March inflation rose to 3.4%, against 3.0% in France.": ["2026-03", "2026-03"],
    # what was expected is for the time of the result, what was forecast before for that of the forecast
    "Inflation stood at 3.8% in April, up from 3.6% in March and higher than the 3.7% that economists had been expecting.": [
        "2026-04",
        "2026-03",
        "2026-04",
    ],
    "Nike now expects sales to be flat in 2027; it had previously pencilled in growth of 2% to 4%.": ["2027"],
    # two movements of one time
    "Output fell 4% in March, and exports were down 5%.": ["2026-03", "2026-03"],
    "Shares of Ford, up 9% this year, were 4.6% higher.": ["2026", "2026-05-14"],
    # a plan of before, and the start of the year that a figure is of
    "Ford will invest $26 billion by 2028, up from the $21 billion it announced in March.": ["2028", "2026-03"],
    "Net debt of Ford stood at $2.1 billion at the end of March, down from $2.4 billion at the start of the year.": [
        "2026-03",
        "2026",
    ],
    # a list of results, and what is told beside them
    "Ford's revenue in the first quarter of 2026 was $3 billion.\n\n- Rent spreads of 28%\n- Equity ratio of 52%": [
        "2026-01/2026-03"
    ]
    * 3,
    # the month of a report beside the quarter that it is on, and the year before of a quarter
    "Last month, Ford reported growth of 21% in net profit to $212 million for the quarter ended March 2026.": [
        "2026-01/2026-03"
    ]
    * 2,
    "Ford reported revenue of $3 million last month.": ["2026-04"],
    "Ford's margin was 13.1 percent in Q1 2026 (previous year: 14.0 percent).": ["2026-01/2026-03", "2025-01/2025-03"],
    # when a mark was set
    "Ford is 72% below its record close of $34.80, hit in March 2021.": [None, "2021-03"],
    # the close that a price is measured from tells of no session
    "The buyer paid a premium of 3.1 per cent to Tuesday's close. Ford settled 4.6 per cent lower.": [
        None,
        "2026-05-14",
    ],
    "Ford rose 3% from Tuesday's close of $12.": ["2026-05-14", "2026-05-12"],
    # from an event on
    "Shares in Nike have more than doubled since it went public in May 2021.": ["2021-05-01/2026-05-14"],
    "Shares in Nike more than doubled in May 2021.": ["2021-05"],
    "The yield on the 10-year Treasury edged up to 4.29% from 4.2% late Tuesday.": ["2026-05-14", "2026-05-12"],
    "Inflation rose to 3%, the office said this morning. Money markets yesterday put the odds at 40%. Sterling firmed by 0.3%.": [
        None,
        "2026-05-13",
        "2026-05-14",
    ],
    # the month in a contract's name is no time
    "July wheat futures settled 2.1% lower.": ["2026-05-14"],
    "Wheat for July slid 0.9% to $6.": ["2026-05-14"] * 2,
    # what a forecast is for, whenever it was changed
    "Nike on Monday raised its call for 2027 sales to $3 billion.": ["2027"],
    "In the first quarter of 2026 Ford made 300 cars. It narrows its annual forecast to 900 cars, from 1,000 cars.": [
        "2026-01/2026-03",
        "2026",
        "2026",
    ],
    "Morgan Stanley this week lowered its Brent estimate for the fourth quarter to $75 a barrel from $80.": [
        "2026-10/2026-12"
    ]
    * 2,
    "For 2026 Boeing guides to revenue of $11 billion. Investments will total $450 million.": ["2026"] * 2,
    # the day of a trade serves the other figures on it
    "Warburg Pincus on Tuesday sold a 6.8% stake in Ford. It disposed of 4 million shares. Its holding has come down to 9%.": [
        "2026-05-12"
    ]
    * 3,
    "Warburg Pincus on Tuesday sold a 6.8% stake in Ford. It had bought 4 million shares.": ["2026-05-12", None],
    # the year to date of a report ends with the quarter that it is on
    "Ford's output was 300 cars in the first quarter of 2026. Ford produced 300 cars in the year to date.": [
        "2026-01/2026-03",
        "2026-01/2026-03",
    ],
    "Shares in Ford are up 9% in the year to date.": ["2026-01-01/2026-05-14"],
    # a forecast's own day, and what it is for
    "Ford sees earnings of $4 a share in 2026, compared with a January forecast of $6.": ["2026", "2026"],
    "In March Ford had withdrawn a forecast that called for revenue growth of 4%.": [None],
    "In March Ford had revenue of $4 million.": ["2026-03"],
    "Looking ahead to 2027, Ford expects capital spending of $900 million.": ["2027"],
    "Looking back on 2025, Ford employs 900 people.": [None],
    # how a thing began
    "Ford's existing site in Utah, opened in 2018, has a capacity of 200 megawatts.": [None],
    "Ford's existing site in Utah had in 2018 a capacity of 200 megawatts.": ["2018"],
    # what a cut is measured from
    "By 2030 Ford wants to cut emissions by 40% from 2019 levels.": ["2030"],
    # a close tells of the day, a move for the year does not
    "At Friday's close of $38.12, Ford was down 19% for the year.": ["2026-05-08", "2026"],
    # a mark set on a day before is no session's
    "Gold was up 1.2% at $4,178 an ounce after hitting a high of $4,190 on Tuesday. Gold for June gained 0.9%.": [
        "2026-05-14",
        "2026-05-14",
        "2026-05-12",
        "2026-05-14",
    ],
    "Gold hit a high of $4,190 on Tuesday. Gold for June gained 0.9%.": ["2026-05-12", "2026-05-12"],
    # all of a year, against a part of one
    "Boeing won orders for 30 planes so far this year, against 26 planes in all of last year.": [
        "2026-01-01/2026-05-14",
        "2025",
    ],
    # from then on
    "Nike raised $9 million in its listing last month, but the stock has since dropped 13%.": [
        "2026-04",
        "2026-04-01/2026-05-14",
    ],
    # what is told of a quarter tells what the text is on
    "Ford opened 40 stores during the first quarter. Ford's revenue rose 3%.": ["2026-01/2026-03"] * 2,
    "Ford opened 40 stores in March. Ford's revenue rose 3%.": ["2026-03", None],
    # the line of a list under its heading, and an outlook's
    "Fourth quarter 2025 highlights\n- Ford's average earnings per vessel of $18,900\n- A dividend of $2 a share": [
        "2025-10/2025-12",
        None,
    ],
    "Outlook for 2027\nFord anticipates delivering 300 cars and expects capital expenditure of $60 million.": ["2027"]
    * 2,
    # the older of a pair, though a time leads the sentence
    "In the first quarter of 2026 Ford's market share rose to 5% from 4%.": [
        "2026-01/2026-03",
        "2025-01/2025-03",
    ],
    "In the first quarter of 2026 Ford had a market share of 5%.": ["2026-01/2026-03"],
    # a close of its own
    "Ford lost 3.8% on Monday and was another 1.1% lower at $8.14 at Tuesday's close.": [
        "2026-05-11",
        "2026-05-12",
        "2026-05-12",
    ],
    # what is so, beside what was
    "Ford had revenue of $612 million last year and employs 2,300 people.": ["2025", None],
    "Ford had revenue of $612 million last year and lost 2,300 cars.": ["2025", "2025"],
    # as it was told at first
    "Inflation rose to 3% in April, from a previously reported 2.9%.": ["2026-04", "2026-04"],
    # what a movement to come starts from
    "Ford will lift the price of its van to $8,990 in December from $7,990.": ["2026-12", None],
    "Ford raised its forecast for 2027 revenue to $9 billion from $8 billion.": ["2027", "2027"],
    # each of a row of older figures has its own time
    "Ford signed up 41,000 customers in the quarter, after 36,000 in the previous three months.": [
        "2026-01/2026-03",
        "2025-10/2025-12",
    ],
    "Ford said orders were 28% above December 2024.": [None],
    "Ford has ordered 12 ships, the first of which arrive in August.": [None],
    # when an aim was changed, and what it is for
    "Ford aims to deliver 130,000 cars in 2026, having cut that goal in March from 150,000 cars.": ["2026", "2026"],
    "Ford cut its prices in March by 3%.": ["2026-03"],
    # from a time to come on; how many there are today
    "Ford expects to save $210 million a year from 2027.": ["2027"],
    "Ford aims to double its staff of 260 by the end of 2027.": [None, None],
    "Ford aims to have a staff of 260 by the end of 2027.": ["2027"],
    # where it stands, not what it was all along
    "Ford's revenue has tripled to $48 million in the past two years.": ["2024-05-14/2026-05-14", None],
    # the time of a mark that others are measured from
    "Nike is 46% lower than a year ago and 82% below its peak of $377 in May 2021, but 31% above the average of $42 in 2019.": [
        None,
        None,
        "2021-05",
        None,
        "2019",
    ],
    # a firm's profit is of no day
    "Ford, it was told on Wednesday, made a net profit of $58 million.": [None],
    # the lines under an outlook, and what is told behind them
    "Ford reports first quarter 2026 results\n2026 guidance\n- Revenue of $9 billion\nFord's bookings reached $3 billion.": [
        "2026",
        "2026-01/2026-03",
    ],
    # what a price came from is no session's
    "Gold fell, retreating from the record of $4,190 touched on Monday. Silver gained 0.9%.": [
        "2026-05-11",
        "2026-05-14",
    ],
    # the second of two older figures
    "Ford's first-quarter output slipped to 740 cars, from 810 cars in the preceding quarter and 790 cars a year ago.": [
        "2026-01/2026-03",
        "2025-10/2025-12",
        "2025-01/2025-03",
    ],
    "Inflation was 4.9% in April, after a 4.5% rise the month before.": ["2026-04", "2026-03"],
    "In March, retail sales in Turkey had risen 2.04% on the month.": ["2026-03"],
    # a forecast's quarter is no time of a move
    "Nike jumped 7% in extended trading after its forecast for third-quarter revenue of $15 billion.": [
        "2026-05-14",
        "2026-07/2026-09",
    ],
    # a month of the quarter that is told of
    "Ford made 740 cars in the first quarter of 2026 because of a strike in March that cost 6,000 cars. Ford's revenue fell 3%.": [
        "2026-01/2026-03",
        "2026-03",
        "2026-01/2026-03",
    ],
    # what is foreseen is for the time of the forecast just named
    "Ford cut its full-year outlook on Monday, saying it now expects operating profit to rise by 3%.": ["2026"],
    "Ford lowered its 2026 margin target. It now sees an operating margin of 3%, after forecasting 5% in March.": [
        "2026",
        "2026",
    ],
    "Ford lowered its 2026 margin target. Its operating margin is 3%.": [None],
    "For the third quarter, Ford expects earnings of $1.27 per share; for full year 2026 it now anticipates $5.35.": [
        "2026-07/2026-09",
        "2026",
    ],
    "Against the first quarter of last year, Ford's output was up 1.4%.": [None],
    # a debt to come due, and shares bought in the quarter that is told of
    "Ford's revenue rose 3% in the first quarter of 2026. A $2 billion bond falls due soon.": ["2026-01/2026-03", None],
    "Ford's revenue rose 3% in the first quarter of 2026. Its debt was $2 billion.": ["2026-01/2026-03"] * 2,
    "Ford's revenue rose 3% in the first quarter of 2026. It repurchased $2 billion of stock.": ["2026-01/2026-03"] * 2,
    "Ford's revenue rose 3% in the first quarter of 2026. It approved a $2 billion buyback.": ["2026-01/2026-03", None],
    # a quarter that the sentence places a year back
    "First-quarter revenue of Ford a year earlier was $400 million.": ["2025-01/2025-03"],
    "A year ago, Ford had first-quarter sales of $448 million, or $2 a share.": ["2025-01/2025-03"] * 2,
    "In the year-ago period, first-quarter profit at Ford was $30 million.": ["2025-01/2025-03"],
    "Ford had first-quarter sales of $500 million, compared with first-quarter sales of $448 million a year earlier.": [
        "2026-01/2026-03",
        "2025-01/2025-03",
    ],
    "First-quarter revenue of Ford, up 4% from a year ago, was $400 million.": ["2026-01/2026-03"] * 2,
    "First-quarter sales of Ford, which a year earlier had been hurt by a strike, were $448 million.": [
        "2026-01/2026-03"
    ],
    "Ford's profit stood at $30 million in the same quarter last year.": ["2025-01/2025-03"],
    # the day of another figure, and of an opinion, is no session
    "The yen firmed to 152.35 per dollar from Wednesday's 153.20. On Thursday the Nikkei 225 fell 2%.": [
        "2026-05-14",
        "2026-05-14",
    ],
    "Copper fell 2% on Tuesday. Citigroup on Wednesday repeated its call for copper to average $12,000. Zinc tumbled 3%.": [
        "2026-05-12",
        "2026-05-13",
        "2026-05-12",
    ],
    # how much it was at a month's end, in an aside
    "Ford's net debt, $6 million at the end of September, equals 4.2 times its annual EBITDA.": ["2025-09"] * 2,
    # a year up to a day, and what stands in passing
    "Shares of Ford are down 12% this year through Wednesday's close.": ["2026-01-01/2026-05-13"],
    "Shares of Ford were up 9% for the year through Tuesday.": ["2026-01-01/2026-05-12"],
    "Shares of Ford rose 2% on Tuesday.": ["2026-05-12"],
    "Nickel, the weakest of the metals this year, rose 3% on Wednesday. Zinc, the strongest this year, fell 2%.": [
        "2026-05-13",
        "2026-05-13",
    ],
    "She sees the Fed's benchmark rate, now 3.5%, at 3% by year-end.": [None, "2026"],
    # what had been signalled before is for the time of the forecast that it gave way to
    "Ford expects revenue to rise 3% in 2026. In March it had pointed to revenue growth of 5%.": ["2026", "2026"],
    "Ford expects revenue to rise 3% in 2026. In March its revenue had grown 5%.": ["2026", "2026-03"],
    # a count of people has no time of what they did
    "The strike by 870 workers at Ford, the carmaker, which began on Aug. 12, halted production.": [None],
}


@pytest.mark.parametrize("text", DATES)
def test_the_time_that_each_figure_is_for(text: str) -> None:
    claims = [claim for claim in extract(text, published=PUBLISHED) if claim.kind == "figure"]
    assert [claim.date for claim in claims] == DATES[text], [
        (claim.quote, claim.metric, claim.rules) for claim in claims
    ]
