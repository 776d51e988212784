"""Whom a text names, and whom its pronouns and definite nouns mean: the sentence, then the answer."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from crossfoot.extract import pipeline
from crossfoot.extract.firms.component import SPANS, discourse, mention_at, topic_of
from crossfoot.extract.firms.mentions import FirmMention


@cache
def nlp() -> Language:
    return pipeline.load()


def read(text: str, *, title: str | None = None) -> Doc:
    doc = nlp().make_doc(text)
    doc.user_data["crossfoot_title"] = title
    for name, component in nlp().pipeline:
        doc = component(doc)
        if name == "crossfoot_firms":
            break
    return doc


def spans(text: str, *, title: str | None = None) -> list[tuple[str, FirmMention]]:
    doc = read(text, title=title)
    return [(span.text, span._.crossfoot_firm) for span in doc.spans[SPANS]]


def named(text: str) -> list[str]:
    """Canonical names of everything that is named outright, groups left out."""
    return [m.canonical for _, m in spans(text) if m.via not in {"pronoun", "definite"} and m.kind != "group"]


def named_topic(doc: Doc) -> str | None:
    found = topic_of(doc)
    return found.canonical if found is not None else None


def meant(text: str, words: str) -> str | None:
    """Whom the last occurrence of `words` means."""
    found = [m for printed, m in spans(text) if printed == words]
    return found[-1].canonical if found else None


@pytest.mark.parametrize(
    ("text", "canonical", "ticker"),
    [
        ("Quantum Harbor Inc. (NASDAQ: QHBR) said revenue rose 12%.", "Quantum Harbor", "QHBR"),
        (
            "Shares of Quantum Harbor ( QHBR ) fell 3%. Quantum Harbor Inc. (NASDAQ:QHBR) is small.",
            "Quantum Harbor",
            "QHBR",
        ),
        ("Lotus Palace Holdings Limited (SEHK Stock Code: 9182) earned HK$2 billion.", "Lotus Palace", "9182"),
        ("Chevron (CVX) earned $5 billion.", "Chevron", "CVX"),
        ("Shell plc (LSE: SHEL, NYSE: SHEL) reported profit of $6 billion.", "Shell", "SHEL"),
        ("Home improvement chain Home Depot (NYSE: HD) earned $2.8 billion.", "Home Depot", "HD"),
    ],
)
def test_printed_ticker(text: str, canonical: str, ticker: str) -> None:
    assert (canonical, ticker) in [(m.canonical, m.ticker) for _, m in spans(text)]


def test_an_abbreviation_in_brackets_is_no_ticker() -> None:
    assert (
        named("Artificial intelligence (AI) spending rose 30%, and initial public offerings (IPOs) raised $4 billion.")
        == []
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Google's revenue rose 14% and Facebook's 22%.", ["Alphabet", "Meta Platforms"]),
        ("NVIDIA CORP. and Lowe's both beat by 3%.", ["Nvidia", "Lowe's"]),
        ("The S&P 500 rose 1% and the Dow 0.4%.", ["S&P 500", "Dow Jones Industrial Average"]),
        ("Dow Inc. shares fell 3%.", ["Dow Inc."]),
        ("Apple's iPhone sales rose 6%.", ["Apple", "Apple"]),
        ("Google Cloud grew 32%.", ["Google Cloud"]),
        ("Brent crude fell 2% to $78, gold prices 1%.", ["Brent crude", "gold"]),
        ("Merck KGaA bought 5% of it; Merck & Co. did not.", ["Merck KGaA", "Merck"]),
        ("BofA Securities analysts expect 8%.", ["Bank of America"]),
        ("Beijing wants tariffs of 25% lifted.", ["China"]),
        ("A plant in Beijing cut 300 jobs.", ["Beijing"]),
    ],
)
def test_listed_names(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The target was missed by 4%.",
        "Target prices were cut by 5%.",
        "A city block was sold for $40 million.",
        "The gap between the two widened to 3%. Gap between rich and poor: 12%.",
        "Visa requirements were eased for 40 countries.",
        "He won a gold medal and 3 silver ones.",
        "Delta variant cases rose 30%.",
        "May sales rose 3%. March was weaker by 2%.",
    ],
)
def test_everyday_words_are_no_firms(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zentrix, a maker of surgical robots, raised $230 million.", "Zentrix"),
        ("German drugmaker Bravonix agreed to pay 3 billion euros.", "Bravonix"),
        ("It bought Swiss rival Helvon for 3 billion francs.", "Helvon"),
        ("Northwind Traders plc today announced revenue of £45 million.", "Northwind Traders"),
        ("A fund took a 9% stake in Solvanta, and Solvanta's shares jumped 4%.", "Solvanta"),
        ("Harlow & Pike shares fell 6%.", "Harlow & Pike"),
        ("Kestrel Dynamics Asset Management runs $4 billion.", "Kestrel Dynamics Asset Management"),
        ("Peers fell too, with Brellux off 3% and Dornach losing 2%.", "Brellux"),
        ("Peers fell too, with Brellux off 3% and Dornach losing 2%.", "Dornach"),
        ("Growth was led by Harlan Copper. Investors like Harlan, and Harlan added 4% on Monday.", "Harlan Copper"),
        ("Orrin AI raised $40 million in a round led by Keel Partners.", "Orrin AI"),
        ("A fund took a 9% stake in Tessel AI, and sold it.", "Tessel AI"),
        ("Velora Equities, which has a target of Rs 760, expects more.", "Velora Equities"),
        ("VQ7 will supply 0.4 TWh a year from a wind farm.", "VQ7"),
        ("Plans for QLX MI, founded in 1931, had cost 20 million euros.", "QLX MI"),
        ("Fornebu Energi, an Oslo-listed minnow, said output would drop by 9,000 barrels.", "Fornebu Energi"),
        ("Ravnsund, the salmon farmer owned by Bain Capital, has shelved a listing of 2 billion crowns.", "Ravnsund"),
        (
            "The Japan Bank for International Cooperation is considering loans of $1.2 billion.",
            "Japan Bank for International Cooperation",
        ),
        ("It was awkward for Dalvion. Dalvion slid 2.1% in Zurich.", "Dalvion"),
        ("Cellbrook, the network iQ Mobile and others signed up 400,000 people.", "iQ Mobile"),
        ("Tresvant picked up $150 million last month.", "Tresvant"),
        ("Shares of Juniper Gold rose 5% to $12.", "Juniper Gold"),
        ("Tamar Copper posted revenue of $120 million.", "Tamar Copper"),
        ("The FTSE 250 landlord Abbott & Reeve raised its dividend by 4%.", "Abbott & Reeve"),
        ("Regional lender Great Tarn Bancorp is cutting 260 jobs.", "Great Tarn Bancorp"),
        ("Holdings at the Osaka Futures Exchange stood at 336,964 tonnes.", "Osaka Futures Exchange"),
        ("The Norling Bitcoin Trust shed $1.1 billion.", "Norling Bitcoin Trust"),
        ("At the bottom of the index sat Norvik. The Swedish pump maker plunged 17%.", "Norvik"),
        ("The setback is awkward for Helvia too. The Swiss drugmaker slid 2%.", "Helvia"),
        ("Harlow — Shares of the dating-app operator plunged 33%.", "Harlow"),
        ("Halden Foods agreed to buy Dresk Snacks for $2.1 billion.", "Dresk Snacks"),
        ("Barclays cut its price target on Fennmark to 105p.", "Fennmark"),
        ("Lender Santam Bhd's net profit rose 3%.", "Santam"),
        ("Retailer Quarrel raised $90 million.", "Quarrel"),
        ("Alterra, its private rival, said it sold 200,000 passes.", "Alterra"),
        ("Ms. Okafor's company, Tallow, has 300 employees.", "Tallow"),
        ("The Bank of Bergen cut 300 jobs.", "Bank of Bergen"),
        ("The Bank of Perth cut 300 jobs.", "Bank of Perth"),
        ("A court fined Dansk Finans 400 million crowns on Monday.", "Dansk Finans"),
        ("Regional lender Great Solvan Bancorp is to let 260 people go.", "Great Solvan Bancorp"),
        ("BlackRock's iShares Bitcoin Trust oversees $52 billion.", "iShares Bitcoin Trust"),
        ("The Vanguard Total Bond Market ETF took in $2.1bn in one month alone.", "Vanguard Total Bond Market ETF"),
        ("Salmon fetched more, according to the Norwegian Seafood Council.", "Norwegian Seafood Council"),
        ("The Central Bank of Ireland fined a lender €2.4m.", "Central Bank of Ireland"),
        ("Rooms cost €134 a night, the statistics office QNE said.", "QNE"),
        ("The buyer, Mumbai's Solvandel, would borrow $40 million.", "Solvandel"),
        ("Wheat sales rose, the Buenos Aires Grains Exchange said.", "Buenos Aires Grains Exchange"),
        ("Genmab will pay $8bn for Solvandex, whose drug is new.", "Solvandex"),
        ("S&P cut Boeing to junk and expects it to burn cash.", "S&P Global"),
        ("Harlow & Pike said that demand was weak.", "Harlow & Pike"),
        ("Solvandex Nord now expects EBITDA of $2.1bn.", "Solvandex Nord"),
        ("A court ordered Solvandex Optik to pay $73m to a rival.", "Solvandex Optik"),
        ("Petrolane runs 310 forecourts in Wales.", "Petrolane"),
        ("Yorkshire Water will spend £300m by 2030.", "Yorkshire Water"),
        ("Its operator, Halton Link, collected £78m last year.", "Halton Link"),
        ("The jobless rate of Solvan County was 5.1%.", "Solvan County"),
        ("CTS Solvanta of Germany, its nearest rival, reported earnings of €100m.", "CTS Solvanta"),
        ("Bank Solvanta's bad loans rose to 3.4% of the total.", "Bank Solvanta"),
        ("Via Norte plans to spend 7.5 billion reais. It bought toll-road group Via Norte.", "Via Norte"),
        ("Tapestry — The parent of Coach added 7%.", "Tapestry"),
        ("The market belongs to Torvexa, a co-operative whose sales came to 2 billion euros.", "Torvexa"),
    ],
)
def test_firms_that_no_list_has(text: str, name: str) -> None:
    assert name in named(text)


def test_a_sentences_first_word_is_no_part_of_a_name_that_stands_alone() -> None:
    text = "Remember Orvanta, the Zurich startup? Its robots sell. All told, Orvanta has raised $615 million."
    assert named(text).count("Orvanta") == 2
    people = [m.canonical for _, m in spans("Anna Orvanta left. Orvanta said she was tired.") if m.kind == "person"]
    assert people == ["Anna Orvanta", "Anna Orvanta"]


def test_a_founders_name_does_not_hide_the_firm_that_bears_it() -> None:
    text = "Norbeck Instruments makes lasers. Norbeck has 300 staff. It was founded by Alan Norbeck. Norbeck's shares rose 3%."
    assert meant(text, "Norbeck") == "Norbeck Instruments"
    assert meant("Alan Weber left Ford. Weber said so.", "Weber") == "Alan Weber"


def test_a_name_that_moves_in_the_title_is_a_firms() -> None:
    told = "At the bottom of the index sat Torvik. It fell 17%."
    assert "Torvik" in [m.canonical for _, m in spans(told, title="Shares rebound; Torvik sinks to record low")]
    assert "Torvik" not in [m.canonical for _, m in spans(told, title="Shares rebound as Torvik reopens to traffic")]


def test_an_investors_deal_is_told_of_the_firm_that_it_buys() -> None:
    text = (
        "Bain Capital has agreed to buy Pelwick Instruments for £1.3bn. Pelwick makes sensors. The shares jumped 38%."
    )
    title = "Bain agrees takeover of UK sensor maker Pelwick"
    assert named_topic(read(text, title=title)) == "Pelwick Instruments"
    assert (
        named_topic(read("Bain Capital earned $2 billion. Bain hired 90.", title="Bain earns more")) == "Bain Capital"
    )


def test_a_name_once_known_opens_a_sentence() -> None:
    assert named("A fund owns 9% of drugmaker Zendrova. Zendrova charges 2 euros a call.").count("Zendrova") == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sales in the Nordland rose 3%.", "Nordland"),
        ("Labor went the other way: wages rose 10%, to $804 million.", "Labor"),
        ("City economists had been expecting 3.7% for July and August alike.", "City"),
        ("A Bitcoin ETF lost $40 million.", "Bitcoin ETF"),
        ("PRETORIA – The South African Reserve Bank brought its lending rate down to 6.75% on Thursday.", "PRETORIA"),
        ("S&P rose 2% on Monday in New York after a slow start.", "S&P Global"),
        ("Solvanta unveiled the New Solvanta range, and Solvanta's shares rose 4%.", "New Solvanta"),
        ("Generative AI raised hopes and $40 million.", "Generative AI"),
        ("Spending on Solvanta AI chips rose 5%.", "Solvanta AI"),
        ("Midville, Ohio, issued 12% more bonds.", "Midville"),
        ("The output of Qinghe, which the bank's analysts watch, fell 8%.", "Qinghe"),
        ("The Executive Board expects revenue of EUR 2 billion.", "Executive Board"),
        ("The 2031 Notes were priced at 99% of par, to yield 5%.", "Notes"),
        ("The Chief Executive Officer of Solvanta spoke.", "Chief Executive Officer of Solvanta"),
        ("Unrest was worst in Bergskog. The Swedish city maker fair drew 900 visitors.", "Bergskog"),
        ("It is one of the biggest batteries in the Southwest by far.", "Southwest Airlines"),
        ("It survived the Great Winter Storm, which cost $4 million.", "Great Winter Storm"),
        ("Ford & Co. sold 9 million cars.", "Ford & Co"),
        ("Large deal TCV came in at $2.4 billion.", "TCV"),
        ("They sold it via Norling for $2 million.", "via Norling"),
        ("WHEATFIELD, Ind. — The developer will spend $2.8 billion.", "Ind."),
        ("Its profit rose 5%. On the BSQ, the scrip settled at Rs 1,287.45 apiece.", "BSQ"),
        ("He likes to buy Roses for a living.", "Roses"),
    ],
)
def test_names_that_are_no_firms(text: str, name: str) -> None:
    assert name not in named(text)


@pytest.mark.parametrize(
    ("text", "person", "employer"),
    [
        ("Sarah Whitfield, an analyst at Morgan Stanley, expects 12%.", "Sarah Whitfield", "Morgan Stanley"),
        ("JPMorgan analyst Anton Weber expects 12%. Weber rates it a buy.", "Anton Weber", "JPMorgan"),
        ("Ford CEO Jim Farley sees costs of $2 billion.", "Jim Farley", "Ford Motor"),
        ("Mr Okonkwo said 12%. Grace Okonkwo is a trader.", "Grace Okonkwo", None),
        ("Trump said tariffs would rise to 50%.", "Donald Trump", None),
    ],
)
def test_people_and_their_employers(text: str, person: str, employer: str | None) -> None:
    people = [m for _, m in spans(text) if m.kind == "person"]
    assert people
    assert {(m.canonical, m.owner) for m in people} == {(person, employer)}


@pytest.mark.parametrize(
    ("text", "words", "canonical"),
    [
        ("Nvidia beat estimates by 5%. The chipmaker earned $20 billion.", "The chipmaker", "Nvidia"),
        ("Emirates ordered 30 Boeing jets. The airline has 270 jets.", "The airline", "Emirates"),
        (
            "Emirates ordered jets from Boeing and Airbus. The American planemaker fell 2%.",
            "The American planemaker",
            "Boeing",
        ),
        ("Nvidia rose 3%. JPMorgan analysts said the company would earn $9 billion.", "the company", "Nvidia"),
        ("Jefferies raised its target on Wells Fargo to $80. The bank earned $5 billion.", "The bank", "Wells Fargo"),
        ("Tesla sold 400,000 cars. It employs 90,000 people.", "It", "Tesla"),
        ("Tesla was slow. Its rival BYD sold 500,000 cars. The Chinese carmaker overtook it.", "it", "Tesla"),
        ("The euro rose 0.3%. Gold slipped 1% to $2,300. It is up 12% this year.", "It", "gold"),
        (
            "Sunvolta Energy Inc. sold panels for $9 million. Bain Capital owns 38% of the firm.",
            "the firm",
            "Sunvolta Energy",
        ),
        ("The Fed cut rates. The central bank sees inflation at 2.5%.", "The central bank", "Federal Reserve"),
        ("Micron rose 9%. Carnival shed 3%; the cruise operator cut 200 jobs.", "the cruise operator", "Carnival"),
        ("Germany shrank 0.2%. Volkswagen sold cars. The German economy is slow. It fell 1%.", "It", "Germany"),
        ("Meta fell 3%, and SoftBank, its largest investor, lost $2 billion.", "its", "Meta Platforms"),
        ("The Home Depot Inc. reported sales of $9 billion. Shares rose 4%.", "Shares", "Home Depot"),
        (
            "Ghana spent $2 billion. Nigeria did not, and the Ghanaian government said so.",
            "the Ghanaian government",
            "Ghana",
        ),
        (
            'Acme Dynamics Ltd. ("Acme" or the "Company") grew 4%. The Company\'s margin was 9%.',
            "The Company",
            "Acme Dynamics",
        ),
        ('"We grew 9%," said Jim Farley, CEO of Ford. Tesla did not.', "We", "Ford Motor"),
        ("Tesla rose 2%. Peers sank, with Ford losing 3%. The company sold 400,000 cars.", "The company", "Tesla"),
        ("Tesla rose 2%. Cars sell after Ford put in $40 million. The company is old.", "The company", "Tesla"),
        ("Ford makes cars. The S&P 500 group will borrow $300 million.", "The S&P 500 group", "Ford Motor"),
        ("Ford closed a round led by Bain Capital. It values the company at $4 billion.", "the company", "Ford Motor"),
        ("Norwegian Cruise Line Holdings lost money. Norwegian's stock slid.", "Norwegian", "Norwegian Cruise Line"),
        ("Norwegian Cruise Line Holdings lost money. Norwegian oil rose.", "Norwegian", "Norway"),
        ("Colombia cut rates. The Colombian economy grew. The peso lost 2%.", "peso", "Colombian peso"),
        ("Mexico cut rates. The peso lost 2%.", "peso", "Mexican peso"),
        ("Vodafone added users. The telco has 9 million.", "The telco", "Vodafone"),
        (
            "Tesla rose 2%. Tesla sells cars. Novo Nordisk rose too. It is awkward for Helvia. The Swiss drugmaker slid 2%.",
            "The Swiss drugmaker",
            "Helvia",
        ),
        ("Novo Nordisk sells to Solvanta. The Danish drugmaker grew 2%.", "The Danish drugmaker", "Novo Nordisk"),
        (
            "Tesla rose 2%. Tesla makes cars.\n\nHarlow — Shares of the car-sharing company fell 3%.",
            "the car-sharing company",
            "Harlow",
        ),
        (
            "The S&P 500 rose 1%. The best day was that of Callow Materials, the miner of tin, whose stock hit $74. It doubled.",
            "It",
            "Callow Materials",
        ),
        (
            "HSBC grew. Ryanair flew. Wizz Air flew too. The Hungarian carrier lost 3%.",
            "The Hungarian carrier",
            "Wizz Air",
        ),
        (
            "Target lost 3% and Walmart 1%. Best Buy was the exception. The electronics chain gained 4%.",
            "The electronics chain",
            "Best Buy",
        ),
        ("Target lost 3%. Best Buy did not. The company has 1,900 stores.", "The company", "Target"),
        (
            "Bain Capital owns 4% of Ford Motor. It wants the company to sell a unit for $3 billion.",
            "the company",
            "Ford Motor",
        ),
        ("Tapestry — The parent of Coach added 7%.", "The parent", "Tapestry"),
        ("Ford Motor grew. Ford Motor sells cars. Tesla did too. Traffic on its roads rose 5%.", "its", "Tesla"),
        ("Meta Platforms grew. The Instagram owner's revenue jumped 22%.", "The Instagram owner", "Meta Platforms"),
        ("TOKYO - The government will spend 21 trillion yen. U.S. tariffs bite.", "The government", "Japan"),
        (
            "Canada borrows. Exports to the United States fell, as did those to China. The economy shrank.",
            "The economy",
            "Canada",
        ),
        ("Tesla rose 2%. Ford lost 3%, though the company sold 400,000 cars.", "the company", "Ford Motor"),
    ],
)
def test_pronouns_and_definite_nouns(text: str, words: str, canonical: str) -> None:
    assert meant(text, words) == canonical


def test_a_small_listed_firm_does_not_hide_a_longer_name() -> None:
    text = "Helio Grid, a battery startup, raised $85 million. Helio operates 14 sites."
    assert named(text) == ["Helio Grid", "Helio Grid"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Salar Lithium Corp. (TSX-V: SAZ) borrowed $900 million.", "Salar Lithium"),
        (
            "DENVER--(BUSINESS WIRE)--Datawell Technologies, Inc. (NYSE: DWL) earned $9 million.",
            "Datawell Technologies",
        ),
        ("Conab, Brazil's crop agency, sees 56 million bags.", "Conab"),
        ("Medivault shares (MDVT) plunged 18%.", "Medivault"),
        ("Shares of Zylo Pharma Inc (ZYLO.O) rose 4%.", "Zylo Pharma"),
        ("It rallied 3%, said Ken Polari at SlateStone Wealth.", "SlateStone Wealth"),
    ],
)
def test_names_that_are_half_listed_or_glued(text: str, name: str) -> None:
    assert name in named(text)


def test_a_listing_is_on_an_exchange_not_in_an_index() -> None:
    assert "Nasdaq Composite" not in named("Sunvolta plans to list on the Nasdaq at $20 a share.")
    assert "Nasdaq Composite" in named("The Nasdaq rose 2%.")


def test_an_officer_without_a_named_firm_speaks_for_the_firm_meant() -> None:
    people = {m.canonical: m.owner for _, m in spans("Amazon grew 9%. Its CEO, Anna Weber, was paid $2 million.")}
    assert people["Anna Weber"] == "Amazon"


def test_topic_of_a_place_where_the_title_names_no_firm() -> None:
    text = "Inflation in the euro zone eased to 2.1%, Eurostat said. Carla Bruns of ING expects 2%. ING rose 3%."
    topic = topic_of(read(text, title="Euro zone inflation falls"))
    assert topic is not None
    assert topic.canonical == "Euro zone"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vietnam exported 88,000 tonnes. It is the world's largest producer.", "the world's largest producer"),
        ("Ford Motor grew. It had $88 million in the bank.", "the bank"),
        ("Ford Motor sold 9 million cars, against the 17.4 billion daily average.", "the 17.4 billion daily average"),
        ("Tesla fell 3%. It is unclear whether sales will rise 5%.", "It"),
        ("Tesla fell 3%. It's the second delay of 5 weeks.", "It"),
        ("Tesla sent the company email to 900 workers.", "the company"),
    ],
)
def test_nobody_is_meant(text: str, words: str) -> None:
    assert meant(text, words) is None


def test_short_forms_keep_name_and_ticker() -> None:
    text = "Quantum Harbor Inc. (NASDAQ: QHBR) grew 12%. Harbor traffic fell. Quantum Harbor shares rose 8%."
    assert [(printed, m.canonical, m.ticker) for printed, m in spans(text)] == [
        ("Quantum Harbor Inc.", "Quantum Harbor", "QHBR"),
        ("Quantum Harbor", "Quantum Harbor", "QHBR"),
    ]


def test_a_group_is_told_from_an_industry() -> None:
    found = {m.canonical: m.sector for _, m in spans("Big U.S. banks gained 3%, analysts said.") if m.kind == "group"}
    assert found == {"big U.S. banks": "industry", "analysts": "people"}


def test_a_cup_is_no_currency_and_a_short_name_in_the_title_is_the_longer_one_below_it() -> None:
    cup = read(
        "A run to the final of the Euros helped Penrose Inns plc to a rise in profits.",
        title="Euros cheer Penrose Inns",
    )
    assert named_topic(cup) == "Penrose Inns"
    assert "euro" in named("The euro rose 0.3% and euros were sold.")
    group = "Shares of Tesla Motors Enterprises fell 7% as worries over Japan grew. Japan has 960 of its stores."
    assert named_topic(read(group, title="Brokers turn on Tesla as Japan worries deepen")) == "Tesla Motors Enterprises"


def test_whoever_is_named_only_as_a_source_is_no_topic() -> None:
    assert named_topic(read("Economists surveyed by FactSet had expected 80,000 new jobs. Wages rose 3.7%.")) is None
    assert named_topic(read("FactSet surveyed economists. Its revenue rose 3.7%.")) == "FactSet"


def test_topic_is_the_titles_firm() -> None:
    text = "Airlines buy many jets. Boeing built 40 jets for Emirates, and Boeing lost $1 billion on them."
    doc = read(text, title="Emirates orders 40 jets")
    topic = topic_of(doc)
    assert topic is not None
    assert topic.canonical == "Emirates"


def test_mention_at_and_discourse_helpers() -> None:
    doc = read("Nvidia bought 5% of Nokia. It paid $1 billion.")
    _, second = list(doc.sents)
    found = discourse(doc)
    assert found is not None
    covering = mention_at(doc, 0)
    assert covering is not None
    assert covering.canonical == "Nvidia"
    assert mention_at(doc, 1) is None
    assert found.resolve(doc[second.start]) is not None


def test_spans_are_ordered_and_do_not_overlap() -> None:
    text = "The company said Nvidia's H100 sold well. Its rival AMD (AMD), which it sued, paid $5 million to it."
    doc = read(text)
    found: list[Span] = list(doc.spans[SPANS])
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "(", "A", "(((((" * 40, "'s 's 's", "The the The the", "& & & &"])
def test_odd_texts_are_read(text: str) -> None:
    assert isinstance(spans(text), list)
