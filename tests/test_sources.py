"""Who is cited for each figure of a text: the text, then a source a figure."""

from __future__ import annotations

import pytest

from crossfoot.flow import extract

CASES: list[tuple[str, list[str | None]]] = [
    # an opinion that no verb of saying tells
    ("OPEC trimmed its forecast of growth in oil demand to 2.03 million barrels a day.", ["OPEC"]),
    ("Citigroup pencilled in an increase of the policy rate to 2.75%.", ["Citigroup"]),
    ("UBS has the policy rate at 10%; JPMorgan is more cautious, arguing that anything under 9.5% would be rash.",
     ["UBS", "JPMorgan"]),
    ("Boeing raised its dividend to $3 a share.", [None]),
    ("The FactSet consensus is for revenue of $3 billion.", ["FactSet"]),
    ("Boeing's revenue was $3 billion.", [None]),
    ("Commerzbank rose 4% after Goldman Sachs raised its target price to 41 euros.", [None, "Goldman Sachs"]),
    # who did the reckoning
    ("Boeing had revenue of $3 billion, against the $4 billion pencilled in by the City.", [None, "City"]),
    ("Boeing had revenue of $3 billion, brought in by the services unit.", [None]),
    ("Nike grew 1%, missing the 3% StreetAccount had called for.", [None, "StreetAccount"]),
    # a result beside an expectation, and whose expectation
    ("Revenue of $2 billion at Nike came in under the $3 billion consensus, according to FactSet.", [None, "FactSet"]),
    ("Revenue at Nike came to $2 billion, according to FactSet.", ["FactSet"]),
    ("Nike's stock fell 3% after it earned $1 a share, less than analysts expected.", [None, None]),
    # people, by name, role, pronoun and relative clause
    ("“Growth of 3% is likely,” said Park Jeong-woo, an economist at Nomura.", ["Nomura"]),
    ("“Fine,” said Clara Roe, an economist at Nomura, who expects the policy rate to end the year at 3%.", ["Nomura"]),
    ("Nike fell. Barclays analyst Lena Roth was unmoved. She reduced her forecast of earnings to $2 a share.", ["Barclays"]),
    ("Nike fell. Barclays analyst Lena Roth was unmoved. Her estimate of this year's earnings is $2 a share.", ["Barclays"]),
    ("Nike fell. “Fine,” said Carl Brandt, who follows the firm for Barclays. He figures sales will fall 3%.", ["Barclays"]),
    ("Nike bought servers from Dell, its chief executive Carl Brandt said. He expects sales to fall by 3%.", ["Nike"]),
    ("The duty on fuel is reckoned by the Treasury to be raising £24 billion a year.", ["Treasury"]),
    ("Nike was told to pay $2 billion.", [None]),
    # bodies that no list has, and the name beside what somebody is
    ("Exports from Peru rose 3%, data from the trade ministry showed.", ["trade ministry"]),
    ("A London-based broker, Marex, sees a copper shortfall of 300,000 tonnes.", ["Marex"]),
    ("At UBS, a note to clients said that Nike was worth $80 a share.", ["UBS"]),
    ("Carmakers sold 470,000 vans in India in May, industry body QIAM said.", ["QIAM"]),
    ("The statistics institute IBGE said pay rose 3%. The finance ministry trimmed staff by 200 people.",
     ["IBGE", None]),
    ("Stores of gas are 76% full, according to Brenlow Gas Monitor.", ["Brenlow Gas Monitor"]),
    ("Russia shipped 4.6 million tons of wheat, Sovecon estimates.", ["Sovecon"]),
    ("Nike is preparing a $60bn bid for Gap, according to people close to the matter.", ["people"]),
    ("RBC Capital Markets, which sees upside of 24% in Nike, named it a top pick.", ["RBC Capital Markets"]),
    ("Rivals that have grown by 24% are rare.", [None]),
    # the words turned round
    ("Another offer values Nike at $4 billion, notes the Courier.", ["Courier"]),
    # a group that acts says nothing
    ("With employers adding 41,300 jobs in Canada, wages may rise.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sources"), CASES)
def test_who_is_cited(text: str, sources: list[str | None]) -> None:
    claims = [claim for claim in extract(text, published="2026-05-14") if claim.kind == "figure"]
    assert [claim.source for claim in claims] == sources, [claim.quote for claim in claims]
