"""Whom a figure is about: a sentence with the figure in brackets, the article's title, and the firm."""

from __future__ import annotations

import pytest

from crossfoot.flow import extract

ON_NIKE = "Nike slips on costs"

CASES = [
    # somebody else's figure that the clause sets its own against
    (ON_NIKE, "Nike is up 31% since January, against a gain of [5%] for the benchmark Nifty.", "Nifty 50"),
    (ON_NIKE, "Nike trades at 20.4 times earnings, compared with [9.1] for Gap.", "Gap"),
    (ON_NIKE, "Nike fell 4%, compared with [3%] for the year before.", "Nike"),
    # an insertion between a name and its verb
    ("", "The Hang Seng lost 1.7% and Australia's S&P/ASX 200, dragged by miners, dropped [1.9%].", "S&P/ASX 200"),
    ("", "The Nikkei 225 rose 1%, and the Kospi, despite gains in chips, shed [0.4%].", "Kospi"),
    ("", "The Nikkei 225, which had lost 2% by noon, ended [1%] higher.", "Nikkei 225"),
    # currencies that are everyday words
    ("", "The real closed [0.6%] weaker at 4.88 per dollar.", "Brazilian real"),
    ("", "In Oslo, the krone slipped to [11.62] per euro.", "Norwegian krone"),
    (ON_NIKE, "The real winner, Nike, gained [3%].", "Nike"),
    # a house is not whom its words are about
    (ON_NIKE, "Nike slipped. UBS noted that debt was high and that the dividend yield of [3.7%] might be cut.", "Nike"),
    (ON_NIKE, "Nike slipped. Barclays's team, which rates the stock a hold, told clients that discounts ran at [31%].", "Nike"),
    (ON_NIKE, "Nike slipped. UBS feels that the stock, at [3.2 times] its estimate of book value, is dear.", "Nike"),
    ("UBS cuts jobs", "UBS said that its dividend yield of [3.7%] was safe.", "UBS"),
    # nor is the exchange whose data are quoted
    ("Warburg sells", "Warburg Pincus sold out. According to data on the Nasdaq, the fund sold [4 million] shares.", "Warburg"),
    # whose own
    (ON_NIKE, "Nike raised its budget, even as rival Gap trimmed its own rent bill by [7%].", "Gap"),
    (ON_NIKE, "Nike trimmed its rent bill by [7%].", "Nike"),
    # who acts for a firm
    (
        ON_NIKE,
        "Nike lagged Gap. Chief executive Elliott Hill cut the company's outlook, as duties could shave [$1 billion] from profit.",
        "Nike",
    ),
    # a participle of the one who speaks
    ("Hershey warns", "Hershey warned that cocoa would limit growth, having put up prices by [6.5%].", "Hershey"),
    ("", "Cocoa rose on Friday, having gained [6.5%] in the week.", "cocoa"),
    # a trade's noun before the name
    ("", "Drilling rig operator Transocean jumped [3%].", "Transocean"),
    ("", "Tax preparer H&R Block plunged [11%].", "H&R Block"),
    # two lists of one length
    ("", "Stocks rose, sending the Dow up 28 points, and the Nasdaq and S&P up [0.3%] and 0.2% respectively.", "Nasdaq"),
    ("", "Stocks rose, sending the Dow up 28 points, and the Nasdaq and S&P up 0.3% and [0.2%] respectively.", "S&P 500"),
    (ON_NIKE, "Sales at Gap and Nike grew to $3 billion and [$4 billion], respectively.", "Nike"),
    (ON_NIKE, "Nike's sales and profit rose 3% and [4%], respectively.", "Nike"),
    # parts of a business that head lines, and what is measured in capitals
    (ON_NIKE, "Nike reported results.\n\n- Trail Running: Revenues rose by [17%] to $160 million.", "Trail Running"),
    (ON_NIKE, "Nike reported results.\n\nKids & Teens: Organic sales growth of [3.4%].", "Kids & Teens"),
    (ON_NIKE, "BEAVERTON, Ore. — Nike said that profit fell [26%] in the quarter.", "Nike"),
    (ON_NIKE, "Nike reported results.\n\n- Group: Revenues rose by [17%].", "Nike"),
    (ON_NIKE, "Nike reported results.\n\n- Adjusted EBITDA: [$40 million]", "Nike"),
    # people of a country, and what only states set
    ("", "Exporters reckon that farmers in Peru had delivered [1.2 million tonnes] to ports.", "Peru"),
    ("", "Farmers delivered [1.2 million tonnes] to ports.", "farmers"),
    ("", "Exports to the U.S. fell, hurt by stocks that dealers built and a threat to lift the duty on vans to [25%].", "United"),
    # an unknown name that acts in its own clause, and one that only opens a sentence
    ("", "Maybank lent Nike $4 billion, and the investor Stonepeak paid [$350 million] for a stake.", "Nike"),
    ("", "Copper rose. Tin, which is prone to swings, shed [3.4%].", "tin"),
    # a semicolon parts two houses; and a house called a bank where the text is on none
    ("Brazil cuts", "Brazil cut its rate. UBS has the level at [10%]; Citi is more cautious and expects growth.", "Brazil"),
    ("Cocoa", "Cocoa rose, said Anna Roe of Rabobank. The bank has cut its estimate of the gap to [390,000 tonnes].", "cocoa"),
    # whole markets, which are nobody's own, and a maker's own sales of its kind of goods
    (ON_NIKE, "Nike rose. Global output of running shoes will slip [2%] this year, according to S&P Global.", "running shoes"),
    (ON_NIKE, "Nike rose. Gartner reckons that spending on sports software will grow [13%] this year.", "sports software"),
    (ON_NIKE, "Nike rose. The global market for trainers is worth about [$70bn] a year.", "trainers"),
    (ON_NIKE, "Nike rose. Global sales of running shoes grew by [9%].", "Nike"),
    (ON_NIKE, "Nike rose. Gap reported that sales of running shoes had shrunk [14%].", "Gap"),
    ("", "Global growth will slow to [3.0%] this year, the International Monetary Fund said.", "world"),
    # trades, and the premises that a firm of the trade runs
    ("Chipotle slips", "Chipotle slips. Traffic at restaurants open a year or longer dropped [4.4%].", "Chipotle"),
    ("Jobs", "The Bureau of Labor Statistics spoke. Factories in America shed [14,000] jobs.", "United States"),
    (ON_NIKE, "Nike rose. Factories shed [14,000] jobs in May, the Bureau of Labor Statistics said.", "factories"),
    ("Jobs", "The Bureau of Labor Statistics said payrolls rose by 119,000. Manufacturing lost [6,000] jobs.", "United States"),
    ("Cane", "Mills in Brazil's centre-south crushed [20.35 million tons] of cane in November.", "Brazil"),
    ("", "Malaysian palm oil futures lost [1.3%] on Wednesday.", "palm oil"),
    ("", "Malaysian palm oil exports fell [1.3%] in May.", "Malaysia"),
    # money that a crowd moves, and a house's estimate
    ("", "Investors pulled [$3.8bn] from US equity funds in the week, LSEG data showed.", "US equity funds"),
    (ON_NIKE, "Nike fell. That is more than the [$5 billion] analysts at Jefferies had pencilled in.", "Nike"),
    ("", "Goldman Sachs raised its end-2026 gold forecast to [$4,900] an ounce.", "gold"),
    # who is told of in the figure's own clause
    ("", "Argentina's inflation picked up to 2.1%, while Brazil's twelve-month rate was [5.17%].", "Brazil"),
    ("", "The services PMI edged down to 50.8 in Britain; in Germany it rose to [51.5].", "Germany"),
    ("", "European gas storage is 83% full, with Germany at [76%] and Italy at 95%.", "Germany"),
    ("", "Silver climbed 3.2% to $51.20 an ounce, platinum 2% to [$1,605].", "platinum"),
    ("", "Unemployment in Boston was 4.1%, a tick above the Massachusetts average of [4.0%].", "Massachusetts"),
    (ON_NIKE, "Two rivals fared better: Adidas, where margins widened to [2.1%], and Puma.", "Adidas"),
    (ON_NIKE, "Nike's arm, which owns Gap, earned $911m; parks made [$1.9bn].", "Nike"),
    (ON_NIKE, "Registrations of new bikes in Peru rose [10%], the statistics office said.", "Peru"),
    # people of a country, and the country of a market
    ("Savings", "American households hold [$4.3tn] in funds, the Investment Company Institute calculates.", "United States"),
    ("Savings", "Statistics Finland said that unemployment rose to [5.3%].", "Finland"),
    (ON_NIKE, "Nike will merge with Gap. The group would control [34%] of the Dutch market.", "Nike"),
    (ON_NIKE, "Nike bought two rivals; the combined company has [9,000] staff.", "Nike"),
    # at whom, whose own, and which of a list
    (ON_NIKE, "Puma shrank 3.1% and at Adidas, its rival, volumes were down [1.4%].", "Adidas"),
    ("Levy", "The levy would fall on three groups: Entain, Flutter and Nike, which alone would pay [£130m].", "Nike"),
    ("Ratings", "Its largest holder, UBS, cut its holding in Nike; Boeing lifted its dividend to [$3] a share.", "Boeing"),
    ("Peso", "The peso firmed to 18.3 per dollar after Banxico, the central bank, cut its key rate to [7.25%].", "Bank of Mexico"),
    ("Cedi", "The Mexican peso has strengthened 34%, while inflation in Mexico has dropped to [8%].", "Mexico"),
    (ON_NIKE, "Puma's sales grew 5.7% and Adidas's [2.6%].", "Adidas"),
    ("Copper", "Antofagasta, which digs up [3%] of the world's copper, shut a mine.", "Antofagasta"),
    ("Oil", "Nearly [39%] of oil output in Norway was offline.", "crude oil"),
    ("Watches", "Exports of Swiss watches to America plunged [56%] in May.", "Switzerland"),
    (ON_NIKE, "Nike missed 3.8% of payments, compared with [2.2%] across US banks.", "US banks"),
    (ON_NIKE, "Fintech Finbridge raised $120m in a round led by Gap, which put in $50m, valuing it at [$900m].", "Finbridge"),
    # what a deed of others does to a market, a country and the world
    ("Tin", "Indonesia's seizure of illegal mines lifted tin by [3.6%].", "tin"),
    (ON_NIKE, "The attack on Nike cost Britain [£1.9bn], said the Treasury.", "United Kingdom"),
    ("IMF", "The IMF raised its forecast for world growth this year to [3.2%].", "world"),
    ("Rates", "Sweden's Riksbank left its rate at [1.75%].", "Riksbank"),
    (ON_NIKE, "Toy imports into the United States sank [28%] in August.", "United States"),
    (ON_NIKE, "Nike's parent, Skov Holding, owns [61%] of Gap.", "Skov"),
    # whom a rating house speaks of
    ("", "Fitch cut Braskem to CCC+, noting that the petrochemical group's leverage had reached [14.7 times].", "Braskem"),
    ("", "Moody's downgraded Norvik Shipping to Caa1, saying its debt stood at [7.4 times] core earnings.", "Norvik Shipping"),
    ("", "Moody's raised its dividend by 7%, saying its debt stood at [2 times] core earnings.", "Moody's"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "marked", "firm"), CASES)
def test_whom_a_figure_is_about(title: str, marked: str, firm: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    told = [claim for claim in extract(text, title=title) if claim.start < end and claim.end > start]
    assert [str(claim.firm).startswith(firm) for claim in told] == [True], [claim.firm for claim in told]
