"""Sentences of business news, and the quantities that stand in them: phrase, value, unit, bound, direction."""

from __future__ import annotations

import pytest

from crossfoot.values.quantities import Quantity, quantities
from crossfoot.values.quantities.home import home_of


def told(text: str, quantity: Quantity) -> str:
    """A quantity in one line: phrase | low..high unit bound change."""
    low, high = quantity.value.low, quantity.value.high
    value = f"{low:.15g}" if low is not None and low == high else "?" if low is None and high is None else None
    if value is None:
        value = f"{'' if low is None else f'{low:.15g}'}..{'' if high is None else f'{high:.15g}'}"
    words = [f"{text[quantity.start : quantity.end]} | {value}", quantity.unit]
    words += [quantity.bound] if quantity.bound != "=" else []
    words += [quantity.change] if quantity.change else []
    return " ".join(word for word in words if word)


SENTENCES = [
    # levels and changes
    ("Revenue rose 6.5% to $1.45bn.", ["6.5% | 6.5 percent up", "$1.45bn | 1450000000 USD"]),
    ("Profit fell by about 3% to €40m.", ["about 3% | 3 percent ~ down", "€40m | 40000000 EUR"]),
    ("The stock gained $4.10, or 2.7%.", ["$4.10 | 4.1 USD up", "2.7% | 2.7 percent up"]),
    ("Margin fell 120 basis points to 18.4%.", ["120 basis points | 120 basis_point down", "18.4% | 18.4 percent"]),
    ("The index shed 40 points.", ["40 points | 40 point down"]),
    ("A 3% drop followed a 0.75% gain.", ["3% | 3 percent down", "0.75% | 0.75 percent up"]),
    ("The fund returned -6.1% this year.", ["-6.1% | -6.1 percent down"]),
    ("It returned minus 3.7%.", ["minus 3.7% | -3.7 percent down"]),
    ("It left the S&P 500 down 30 points.", ["30 points | 30 point down"]),
    ("It closed at 5210.40 up 31.15 points.", ["5210.40 | 5210.4 point", "31.15 points | 31.15 point up"]),
    ("The result was EUR -147 million.", ["EUR -147 million | -147000000 EUR"]),
    ("EBIT was SEK –3 million.", ["SEK –3 million | -3000000 SEK"]),
    ("It costs EUR 5 - 7 million.", ["EUR 5 - 7 million | 5000000..7000000 EUR"]),
    ("EBITDA margin: 34.5% (-120bps)", ["34.5% | 34.5 percent", "-120bps | -120 basis_point down"]),
    ("Sales doubled to €500m.", ["doubled | 100 percent up", "€500m | 500000000 EUR"]),
    ("Profit more than tripled.", ["more than tripled | 200.. percent > up"]),
    ("Debt was halved.", ["halved | 50 percent down"]),
    ("Orders rose tenfold.", ["tenfold | 10 x up"]),
    ("Shares trade at 19x earnings, 2.3 times book.", ["19x | 19 x", "2.3 times | 2.3 x"]),
    # groupings
    ("It has 12 000 employees and 3'500 stores.", ["12 000 | 12000 employee", "3'500 | 3500 store"]),
    ("Sales of EUR 1.234,5 million", ["EUR 1.234,5 million | 1234500000 EUR"]),
    ("A loan of Rs 23,45,678.50", ["Rs 23,45,678.50 | 2345678.5 INR"]),
    ("It will spend ₹1.2 lakh crore.", ["₹1.2 lakh crore | 1200000000000 INR"]),
    ("up to Rs 5,000 crore", ["up to Rs 5,000 crore | ..50000000000 INR <="]),
    ("It has 8.05 million subscribers.", ["8.05 million | 8050000 subscriber"]),
    ("Some 3.2m users left.", ["Some 3.2m | 3200000 user ~"]),
    # words
    ("They sold one and a half million cars.", ["one and a half million | 1500000 vehicle"]),
    ("It cost half a billion dollars.", ["half a billion dollars | 500000000 USD"]),
    ("twenty-five million euros", ["twenty-five million euros | 25000000 EUR"]),
    ("cut by a quarter of a percentage point", ["a quarter of a percentage point | 0.25 percentage_point down"]),
    ("more than two-fifths of its orders", ["more than two-fifths | 40.. percent >"]),
    ("It will trim outlays by roughly a third.", ["roughly a third | 33.3333333333333 percent ~ down"]),
    ("Two thirds of sales came from Asia.", ["Two thirds | 66.6666666666667 percent"]),
    ("One in five employees will leave.", ["One in five | 20 percent"]),
    ("two dollars and thirty cents", ["two dollars and thirty cents | 2.3 USD"]),
    ("a dozen analysts", ["a dozen | 12 item"]),
    # vague
    ("It adds several euros to the fare.", ["several euros | ? EUR ~ up"]),
    ("billions of dollars", ["billions of dollars | ? USD ~"]),
    ("hundreds of millions of users", ["hundreds of millions of | 100000000..1000000000 user ~"]),
    ("mid-single-digit growth", ["mid-single-digit | 4..6 percent ~ up"]),
    ("margins in the mid-to-high 40s", ["mid-to-high 40s | 44..49 ~"]),
    # ranges, and what is none
    ("The track takes €31–34 million per km.", ["€31–34 million per km | 31000000..34000000 EUR/kilometer"]),
    ("£2–4 thousand per hectare per year", ["£2–4 thousand per hectare per year | 2000..4000 GBP/hectare/year"]),
    ("$25 billion to $35 billion", ["$25 billion to $35 billion | 25000000000..35000000000 USD"]),
    ("between 6% and 8%", ["between 6% and 8% | 6..8 percent"]),
    ("between 15 and 25 percent", ["between 15 and 25 percent | 15..25 percent"]),
    ("ranging from 3 to 5 million users", ["3 to 5 million | 3000000..5000000 user"]),
    ("Its stake went from 4.8% to 9.7%.", ["4.8% | 4.8 percent", "9.7% | 9.7 percent"]),
    ("Online sales made up 7.3%.", ["7.3% | 7.3 percent"]),
    ("It rose from 3% to 5%.", ["3% | 3 percent", "5% | 5 percent"]),
    ("The jobless rate rose 0.3% to 5%.", ["0.3% | 0.3 percent up", "5% | 5 percent"]),
    ("expected to grow 5% to 7%", ["5% to 7% | 5..7 percent up"]),
    ("Payrolls fell by 19,000, or 2 percent.", ["19,000 | 19000 down", "2 percent | 2 percent down"]),
    ("It takes 5, 6, or 7 percent.", ["5 | 5 percent", "6 | 6 percent", "7 percent | 7 percent"]),
    ("a 5- or 6-inch screen", ["5 | 5 inch", "6-inch | 6 inch"]),
    ("6 or $7", ["6 | 6 USD", "$7 | 7 USD"]),
    ("The rate will go up from 4.3% to 4.5%.", ["4.3% | 4.3 percent", "4.5% | 4.5 percent"]),
    ("It raised its outlook to 10%, from 7% to 9% previously.", ["10% | 10 percent", "7% to 9% | 7..9 percent"]),
    # bounds
    ("The grid may carry up to 7GW.", ["up to 7GW | ..7 GW <="]),
    ("at least 15 billion Hong Kong dollars", ["at least 15 billion Hong Kong dollars | 15000000000.. HKD >="]),
    ("$1.8 trillion or more", ["$1.8 trillion or more | 1800000000000.. USD >="]),
    ("just under 35 percent", ["just under 35 percent | ..35 percent <"]),
    ("1,000+ employees", ["1,000+ | 1000.. employee >="]),
    ("more than £4bn ($5.1bn)", ["more than £4bn | 4000000000.. GBP >", "$5.1bn | 5100000000.. USD >"]),
    ("about an 11% upside", ["about an 11% | 11 percent ~ up"]),
    # what a figure is set against is no bound of it
    ("It made $412m, topping the $396m expected.", ["$412m | 412000000 USD", "$396m | 396000000 USD"]),
    ("It fell short of the 154 billion yen forecast.", ["154 billion yen | 154000000000 JPY"]),
    ("Sales topped the $5 billion mark.", ["topped the $5 billion | 5000000000.. USD >"]),
    ("The dividend will go up to 96 yen.", ["96 yen | 96 JPY"]),
    ("The forecast was nudged up to 5.7 percent.", ["5.7 percent | 5.7 percent"]),
    # money
    ("$US7,200 and HK$8.3 billion", ["$US7,200 | 7200 USD", "HK$8.3 billion | 8300000000 HKD"]),
    ("R$12.6 billion; KRW 1,340.2 billion", ["R$12.6 billion | 12600000000 BRL", "KRW 1,340.2 billion | 1340200000000 KRW"]),
    ("2.3 billion Swiss francs", ["2.3 billion Swiss francs | 2300000000 CHF"]),
    ("Shares closed at 342.5p, down 1.6p.", ["342.5p | 3.425 GBP", "1.6p | 0.016 GBP down"]),
    ("a loss of ($5.2 million)", ["($5.2 million) | -5200000 USD"]),
    ("A $100 million deal", ["$100 million | 100000000 USD"]),
    # per-units
    ("$25 per watt, €120/MWh", ["$25 per watt | 25 USD/W", "€120/MWh | 120 EUR/MWh"]),
    ("The rent is €3.65 million monthly.", ["€3.65 million monthly | 3650000 EUR/month"]),
    ("$3.14 a share, $78 a barrel", ["$3.14 a share | 3.14 USD/share", "$78 a barrel | 78 USD/barrel"]),
    ("earnings of $5 a year earlier", ["$5 | 5 USD"]),
    ("a 17-cent-a-share dividend", ["17-cent-a-share | 0.17 USD/share"]),
    ("£34 million in annual revenue", ["£34 million | 34000000 GBP/year"]),
    ("250,000 tonnes of copper a year", ["250,000 tonnes of copper a year | 250000 tonne/year"]),
    ("84.3 pence per euro", ["84.3 pence per euro | 0.843 GBP/EUR"]),
    ("156mn monthly active users", ["156mn | 156000000 user"]),
    ("R$650/tonne", ["R$650/tonne | 650 BRL/tonne"]),
    # durations and ages
    ("a 12-year, $30 billion lease", ["12-year | 12 year", "$30 billion | 30000000000 USD"]),
    ("Anna Roy, 42, owns it.", ["42 | 42 year"]),
    ("Its margin widened from 12% to 14%.", ["12% | 12 percent", "14% | 14 percent"]),
    ("Sales were up from $4 million to $5 million.", ["$4 million | 4000000 USD", "$5 million | 5000000 USD"]),
    ("Its stake goes from 12% to 14%.", ["12% | 12 percent", "14% | 14 percent"]),
    ("It guided to growth of from 5% to 7%.", ["5% to 7% | 5..7 percent"]),
    ("Firms with from 10 to 49 workers do.", ["10 to 49 | 10..49 employee"]),
    ("Stocks rose by 3.9 million tons to 264 million.", ["3.9 million tons | 3900000 ton up", "264 million | 264000000"]),
    ("Costs will rise by 3 million to 5 million tons.", ["3 million to 5 million tons | 3000000..5000000 ton up"]),
    ("Sales came to T$335.8 billion.", ["T$335.8 billion | 335800000000 TWD"]),
    ("Revenue was 22 trillion won, up 3%.", ["22 trillion won | 22000000000000 KRW", "3% | 3 percent up"]),
    ("Some 22 million won the draw.", ["Some 22 million | 22000000 ~"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_sentence(text: str, expected: list[str]) -> None:
    assert [told(text, quantity) for quantity in quantities(text)] == expected


NO_FIGURES = [
    "In its Form 10-K filed on March 30, 2022, the company gave no outlook.",
    "The S&P 500 and the Nasdaq 100 were little changed.",
    "The Airbus A330-800 and the A320neo compete.",
    "Sales of the iPhone 15 began.",
    "Call 1-800-555-1234 or visit https://example.com/2023/05/12/story-12345.html",
    "The meeting starts at 9:30 a.m. ET on Tuesday, May 14.",
    "Covid-19 hurt demand from third parties.",
    "It is one of the largest banks, and no one doubts it.",
    "Comments (7)",
    "12/280",
    "Support is available 24/7.",
    "They won 3-2 after a 2-1 lead.",
    "In 2019 the 2018 results were restated; the early 2020s were better.",
    "See Section 427, Chapter 11 and No. 1.",
    "The office is at 77 Harbour Street.",
    "(SEHK Stock Code: 4417)",
    "5G networks and Web 2.0",
    "a 5-for-1 stock split and odds of 3-to-1",
    "On 2024-05-31 and 12/31/2024",
    "The 900 program and the number one buyer",
    "It was the second half, the third quarter, and the fourth year.",
    "A third company bid in a fifth round.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figure(text: str) -> None:
    assert [told(text, quantity) for quantity in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "country", "unit"),
    [
        ("It cost $5 million.", None, "USD"),
        ("It cost $5 million.", "AU", "AUD"),
        ("It cost kr 500.", "NO", "NOK"),
        ("It cost ¥500.", "CN", "CNY"),
        ("It cost ¥500.", None, "JPY"),
        ("It cost 10 pounds.", "GB", "GBP"),
        ("It cost 361 million pounds.", None, "GBP"),
        ("It weighs 208 pounds.", None, "pound"),
        ("Cocoa cost 8,410 pounds per ton.", None, "GBP/ton"),
        ("It cost US$5 million.", "AU", "USD"),
    ],
)
def test_shared_signs_follow_the_country(text: str, country: str | None, unit: str) -> None:
    assert [quantity.unit for quantity in quantities(text, country=country)] == [unit]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("OSLO, May 3 - The lender earned 3 billion crowns, up from 2 billion.", ["NOK", "NOK"]),
        ("The brewer, based in Copenhagen, sold beer for 4 million kroner.", ["DKK"]),
        ("Sales in Prague came to 5 billion crowns.", ["CZK"]),
        ("Colombia froze 20 trillion pesos ($4.9 billion) of spending.", ["COP", "USD"]),
        ("KARACHI - The mill made Rs 20 billion.", ["PKR"]),
        ("The ASX-listed miner sold ore at US$90 a tonne and holds $88 million.", ["USD/tonne", "AUD"]),
        ("Its shares on the ASX closed at 74c, and cash stood at $9 million.", ["AUD", "AUD"]),
        ("TORONTO - All amounts are in Canadian dollars. Revenue was $40 million.", ["CAD"]),
        # where the text says the opposite, or tells no country
        ("The ASX-listed miner paid A$20 million ($13 million).", ["AUD", "USD"]),
        ("Listed on the TSX and the NYSE, it earned $20 million in Canada.", ["USD"]),
        ("The Sydney office cost $2 million.", ["USD"]),
        ("The Danish firm was paid 4 million Norwegian crowns in Copenhagen.", ["NOK"]),
        ("It paid 4 million crowns.", ["SEK"]),
    ],
)
def test_shared_signs_follow_the_places_that_a_text_names(text: str, units: list[str]) -> None:
    assert [quantity.unit for quantity in quantities(text, country=home_of(text))] == units


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$20 billion", 19.5e9, 20.5e9),
        ("6,000 posts", 5950, 6050),
        ("$1.25bn", 1.245e9, 1.255e9),
        ("5%", 4.5, 5.5),
        ("$60–75 billion", 59.5e9, 75.5e9),
    ],
)
def test_printed_interval_is_half_a_unit_of_the_last_digit(text: str, low: float, high: float) -> None:
    (quantity,) = quantities(text)
    assert (quantity.printed.low, quantity.printed.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        ("over the past two years", True),
        ("for the three months ended June 30", True),
        ("12 weeks to May", True),
        ("two years later", True),
        ("an 11-year deal", False),
        ("It lasts three years.", False),
    ],
)
def test_calendar_durations_are_marked(text: str, calendar: bool) -> None:
    (quantity,) = quantities(text)
    assert (quantity.kind, quantity.calendar) == ("duration", calendar)


def test_the_noun_has_its_own_offsets() -> None:
    text = "It will cut about 8,200 full-time jobs."
    (quantity,) = quantities(text)
    assert (quantity.noun_start, quantity.noun_end) == (text.index("jobs"), text.index("jobs") + 4)
    assert text[quantity.figure_start : quantity.figure_end] == "8,200"


def test_offsets_count_characters_of_the_original() -> None:
    text = "📉 Umsätze:\r\n\tabout\u00a0$5\u202f000 were lost"
    (quantity,) = quantities(text)
    assert text[quantity.start : quantity.end] == "about\u00a0$5\u202f000"
    assert quantity.value.low == 5000


MORE_SENTENCES = [
    ("60,000 of its 120,000 staff", ["60,000 | 60000 employee", "120,000 | 120000 employee"]),
    ("It ordered 100 Airbus 320 Neo jets.", ["100 | 100 aircraft"]),
    ("It ordered 60 Airbus A330-800 jets.", ["60 | 60 aircraft"]),
    ("The rate ticked up to 4%.", ["4% | 4 percent"]),
    ("It sold 443,956 cars, beating estimates of 439,302.", ["443,956 | 443956 vehicle", "439,302 | 439302 vehicle"]),
    ("6.2 million phones, up from 5.1 million", ["6.2 million | 6200000 item", "5.1 million | 5100000 item"]),
    ("It will invest $3bn over 10 years.", ["$3bn | 3000000000 USD", "10 years | 10 year"]),
    ("The strike lasted less than a week.", ["less than a week | ..1 week <"]),
    ("It raised $6.6bn, and cut its workforce by 10%.", ["$6.6bn | 6600000000 USD", "10% | 10 percent down"]),
]


@pytest.mark.parametrize(("text", "expected"), MORE_SENTENCES, ids=[text for text, _ in MORE_SENTENCES])
def test_what_a_sentence_leaves_unsaid(text: str, expected: list[str]) -> None:
    assert [told(text, quantity) for quantity in quantities(text)] == expected
