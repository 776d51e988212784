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
]  # fmt: skip


@pytest.mark.parametrize(("title", "marked", "firm"), CASES)
def test_whom_a_figure_is_about(title: str, marked: str, firm: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    told = [claim for claim in extract(text, title=title) if claim.start < end and claim.end > start]
    assert [str(claim.firm).startswith(firm) for claim in told] == [True], [claim.firm for claim in told]
