"""Sentences of business news, and the quantities that stand in them: phrase, value, unit, bound, direction."""

from __future__ import annotations

import pytest

from crossfoot.values.quantities import Quantity, quantities


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
    ("Revenue rose 4.5% to $1.25bn.", ["4.5% | 4.5 percent up", "$1.25bn | 1250000000 USD"]),
    ("Profit fell by about 3% to €40m.", ["about 3% | 3 percent ~ down", "€40m | 40000000 EUR"]),
    ("The stock gained $2.53, or 3.2%.", ["$2.53 | 2.53 USD up", "3.2% | 3.2 percent up"]),
    ("Margin fell 120 basis points to 18.4%.", ["120 basis points | 120 basis_point down", "18.4% | 18.4 percent"]),
    ("The index shed 40 points.", ["40 points | 40 point down"]),
    ("A 3% drop followed a 0.25% gain.", ["3% | 3 percent down", "0.25% | 0.25 percent up"]),
    ("The fund returned -5.4% this year.", ["-5.4% | -5.4 percent down"]),
    ("It returned minus 3.4%.", ["minus 3.4% | -3.4 percent down"]),
    ("EBITDA margin: 34.5% (-120bps)", ["34.5% | 34.5 percent", "-120bps | -120 basis_point down"]),
    ("Sales doubled to €500m.", ["doubled | 100 percent up", "€500m | 500000000 EUR"]),
    ("Profit more than tripled.", ["more than tripled | 200.. percent > up"]),
    ("Debt was halved.", ["halved | 50 percent down"]),
    ("Orders rose tenfold.", ["tenfold | 10 x up"]),
    ("Shares trade at 18x earnings, 3.1 times book.", ["18x | 18 x", "3.1 times | 3.1 x"]),
    # groupings
    ("It has 12 000 employees and 3'500 stores.", ["12 000 | 12000 employee", "3'500 | 3500 store"]),
    ("Sales of EUR 1.234,5 million", ["EUR 1.234,5 million | 1234500000 EUR"]),
    ("A loan of Rs 12,34,567.89", ["Rs 12,34,567.89 | 1234567.89 INR"]),
    ("It will spend ₹1.2 lakh crore.", ["₹1.2 lakh crore | 1200000000000 INR"]),
    ("up to Rs 5,000 crore", ["up to Rs 5,000 crore | ..50000000000 INR <="]),
    ("It has 8.05 million subscribers.", ["8.05 million | 8050000 subscriber"]),
    ("Some 3.2m users left.", ["Some 3.2m | 3200000 user ~"]),
    # words
    ("They sold one and a half million cars.", ["one and a half million | 1500000 vehicle"]),
    ("It cost half a billion dollars.", ["half a billion dollars | 500000000 USD"]),
    ("twenty-five million euros", ["twenty-five million euros | 25000000 EUR"]),
    ("cut by a quarter of a percentage point", ["a quarter of a percentage point | 0.25 percentage_point down"]),
    ("more than one-third of its backlog", ["more than one-third | 33.3333333333333.. percent >"]),
    ("It cuts costs by about half.", ["about half | 50 percent ~ down"]),
    ("Two thirds of sales came from Asia.", ["Two thirds | 66.6666666666667 percent"]),
    ("One in five employees will leave.", ["One in five | 20 percent"]),
    ("three dollars and forty-five cents", ["three dollars and forty-five cents | 3.45 USD"]),
    ("a dozen analysts", ["a dozen | 12 item"]),
    # vague
    ("It adds several dollars to earnings.", ["several dollars | ? USD ~ up"]),
    ("billions of dollars", ["billions of dollars | ? USD ~"]),
    ("hundreds of millions of users", ["hundreds of millions of | 100000000..1000000000 user ~"]),
    ("mid-single-digit growth", ["mid-single-digit | 4..6 percent ~ up"]),
    ("margins in the mid-to-high 40s", ["mid-to-high 40s | 44..49 ~"]),
    # ranges, and what is none
    ("It costs $40–45 billion per GW.", ["$40–45 billion per GW | 40000000000..45000000000 USD/GW"]),
    ("$10–15 billion per GW per year", ["$10–15 billion per GW per year | 10000000000..15000000000 USD/GW/year"]),
    ("$125 billion to $145 billion", ["$125 billion to $145 billion | 125000000000..145000000000 USD"]),
    ("between 5% and 7%", ["between 5% and 7% | 5..7 percent"]),
    ("between 20 and 30 percent", ["between 20 and 30 percent | 20..30 percent"]),
    ("ranging from 3 to 5 million users", ["3 to 5 million | 3000000..5000000 user"]),
    ("It rose from 3% to 5%.", ["3% | 3 percent", "5% | 5 percent"]),
    ("The jobless rate rose 0.2% to 4%.", ["0.2% | 0.2 percent up", "4% | 4 percent"]),
    ("expected to grow 5% to 7%", ["5% to 7% | 5..7 percent up"]),
    ("a 7- or 8-inch screen", ["7 | 7 inch", "8-inch | 8 inch"]),
    ("8 or $9", ["8 | 8 USD", "$9 | 9 USD"]),
    # bounds
    ("It can support up to 3GW.", ["up to 3GW | ..3 GW <="]),
    ("at least 88 billion Hong Kong dollars", ["at least 88 billion Hong Kong dollars | 88000000000.. HKD >="]),
    ("$2.5 trillion or more", ["$2.5 trillion or more | 2500000000000.. USD >="]),
    ("just under 20 percent", ["just under 20 percent | ..20 percent <"]),
    ("1,000+ employees", ["1,000+ | 1000.. employee >="]),
    ("more than £10bn ($12.9bn)", ["more than £10bn | 10000000000.. GBP >", "$12.9bn | 12900000000.. USD >"]),
    ("about an 8% upside", ["about an 8% | 8 percent ~ up"]),
    # money
    ("$US6,500 and HK$9.1 billion", ["$US6,500 | 6500 USD", "HK$9.1 billion | 9100000000 HKD"]),
    ("R$16.2 billion; KRW 1,125.7 billion", ["R$16.2 billion | 16200000000 BRL", "KRW 1,125.7 billion | 1125700000000 KRW"]),
    ("2.3 billion Swiss francs", ["2.3 billion Swiss francs | 2300000000 CHF"]),
    ("Shares closed at 342.5p, down 1.2p.", ["342.5p | 3.425 GBP", "1.2p | 0.012 GBP down"]),
    ("a loss of ($5.2 million)", ["($5.2 million) | -5200000 USD"]),
    ("A $100 million deal", ["$100 million | 100000000 USD"]),
    # per-units
    ("$40 per watt, €120/MWh", ["$40 per watt | 40 USD/W", "€120/MWh | 120 EUR/MWh"]),
    ("It pays $1.25 billion monthly.", ["$1.25 billion monthly | 1250000000 USD/month"]),
    ("$2.52 a share, $78 a barrel", ["$2.52 a share | 2.52 USD/share", "$78 a barrel | 78 USD/barrel"]),
    ("earnings of $5 a year earlier", ["$5 | 5 USD"]),
    ("a 12-cent-a-share dividend", ["12-cent-a-share | 0.12 USD/share"]),
    ("$20 billion in annual revenue", ["$20 billion | 20000000000 USD/year"]),
    ("250,000 tonnes of copper a year", ["250,000 tonnes of copper a year | 250000 tonne/year"]),
    ("R$828/tonne", ["R$828/tonne | 828 BRL/tonne"]),
    # durations and ages
    ("a 10-year, $100 billion deal", ["10-year | 10 year", "$100 billion | 100000000000 USD"]),
    ("Anna Roy, 42, owns it.", ["42 | 42 year"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_sentence(text: str, expected: list[str]) -> None:
    assert [told(text, quantity) for quantity in quantities(text)] == expected


NO_FIGURES = [
    "In its Form 10-K filed on March 31, 2023, the company gave no outlook.",
    "The S&P 500 and the Nasdaq 100 were little changed.",
    "The Airbus A350-900 and the A320neo compete.",
    "Sales of the iPhone 15 began.",
    "Call 1-800-555-1234 or visit https://example.com/2023/05/12/story-12345.html",
    "The meeting starts at 9:30 a.m. ET on Tuesday, May 14.",
    "Covid-19 hurt demand from third parties.",
    "It is one of the largest banks, and no one doubts it.",
    "Comments (0)",
    "0/500",
    "Support is available 24/7.",
    "They won 3-2 after a 2-1 lead.",
    "In 2019 the 2018 results were restated; the early 2020s were better.",
    "See Section 427, Chapter 11 and No. 1.",
    "The office is at 123 Random Street.",
    "(SEHK Stock Code: 2282)",
    "5G networks and Web 2.0",
    "a 5-for-1 stock split and odds of 3-to-1",
    "On 2024-05-31 and 12/31/2024",
    "The 777 program and the number one buyer",
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
        ("It cost US$5 million.", "AU", "USD"),
    ],
)
def test_shared_signs_follow_the_country(text: str, country: str | None, unit: str) -> None:
    assert [quantity.unit for quantity in quantities(text, country=country)] == [unit]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$20 billion", 19.5e9, 20.5e9),
        ("4,000 jobs", 3950, 4050),
        ("$1.25bn", 1.245e9, 1.255e9),
        ("5%", 4.5, 5.5),
        ("$40–45 billion", 39.5e9, 45.5e9),
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
        ("a 10-year deal", False),
        ("It lasts three years.", False),
    ],
)
def test_calendar_durations_are_marked(text: str, calendar: bool) -> None:
    (quantity,) = quantities(text)
    assert (quantity.kind, quantity.calendar) == ("duration", calendar)


def test_the_noun_has_its_own_offsets() -> None:
    text = "It will cut about 12,500 full-time jobs."
    (quantity,) = quantities(text)
    assert (quantity.noun_start, quantity.noun_end) == (text.index("jobs"), text.index("jobs") + 4)
    assert text[quantity.figure_start : quantity.figure_end] == "12,500"


def test_offsets_count_characters_of_the_original() -> None:
    text = "📉 Umsätze:\r\n\tabout\u00a0$5\u202f000 were lost"
    (quantity,) = quantities(text)
    assert text[quantity.start : quantity.end] == "about\u00a0$5\u202f000"
    assert quantity.value.low == 5000


MORE_SENTENCES = [
    ("60,000 of its 120,000 staff", ["60,000 | 60000 employee", "120,000 | 120000 employee"]),
    ("It ordered 100 Boeing 737 Max jets.", ["100 | 100 aircraft"]),
    ("The rate ticked up to 4%.", ["4% | 4 percent"]),
    ("It sold 443,956 cars, beating estimates of 439,302.", ["443,956 | 443956 vehicle", "439,302 | 439302 vehicle"]),
    ("3.9 million headsets, up from 2.4 million", ["3.9 million | 3900000 item", "2.4 million | 2400000 item"]),
    ("It will invest $3bn over 10 years.", ["$3bn | 3000000000 USD", "10 years | 10 year"]),
    ("The strike lasted less than a week.", ["less than a week | ..1 week <"]),
    ("It raised $6.6bn, and cut its workforce by 10%.", ["$6.6bn | 6600000000 USD", "10% | 10 percent down"]),
]


@pytest.mark.parametrize(("text", "expected"), MORE_SENTENCES, ids=[text for text, _ in MORE_SENTENCES])
def test_what_a_sentence_leaves_unsaid(text: str, expected: list[str]) -> None:
    assert [told(text, quantity) for quantity in quantities(text)] == expected
