"""Two bare statements, and what the first says of the second."""

from __future__ import annotations

import pytest

import crossfoot
from crossfoot.reconcile import statements
from crossfoot.reconcile.statements.days import compared, days
from crossfoot.reconcile.statements.figures import figures
from crossfoot.reconcile.statements.matching import matched

AGREE, CONFLICT, EXPLAINED, UNRELATED = "AGREE", "CONFLICT", "EXPLAINED", "UNRELATED"


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        # figures within the digits printed, after conversion, and inside bounds
        ("Tarn Foods' profit margin was 11.46% in 2021.", "In 2021 the profit margin of Tarn Foods was 11.5%.", AGREE),
        (
            "Tarn Foods' profit margin was 11.46% in 2021.",
            "In 2021 the profit margin of Tarn Foods was 11.7%.",
            CONFLICT,
        ),
        ("Brenn's net loss was $(14.2) million.", "Brenn made a net loss of $14.2 million.", AGREE),
        ("Brenn's net loss was $(14.2) million.", "Brenn made a net profit of $14.2 million.", CONFLICT),
        ("The ferry carried 1,300 passengers.", "The ferry carried more than 1,250 passengers.", AGREE),
        ("The ferry carried 1,300 passengers.", "The ferry carried fewer than 1,300 passengers.", CONFLICT),
        ("Orla borrowed $2,500 million from its banks.", "Orla borrowed $2.5 million from its banks.", CONFLICT),
        ("Brenn pays Kolb €30 million a month.", "Brenn pays Kolb €360 million a year.", AGREE),
        ("The museum drew more than 90,000 visitors.", "The museum drew more than 96,000 visitors.", CONFLICT),
        ("The museum drew fewer than 96,000 visitors.", "The museum drew more than 92,000 visitors.", AGREE),
        # figures that are no quantities
        ("Critics gave the play a rating of 6.4/10.", "The play has a rating below 6/10 from critics.", CONFLICT),
        ("It is the 17th largest port in Asia.", "It ranks as the 19th largest port in Asia.", CONFLICT),
        ("Ardal beat Tove 3–1 in the final.", "The final ended 3-1 for Ardal against Tove.", AGREE),
        ("The gates close at 9:30 p.m. on Sundays.", "On Sundays the gates close at 8:30 pm.", CONFLICT),
        # several figures: each meets its own
        (
            "The film took $40.2 million in North America and $31.7 million in other territories.",
            "The film earned less than $32 million outside the United States and Canada.",
            AGREE,
        ),
        (
            "The county reported 812 cases, 47 recoveries and 9 deaths.",
            "There were more than 9 deaths in the county.",
            CONFLICT,
        ),
        # days
        ("The treaty was signed on 4 May 1921.", "The treaty was signed on 6 May 1921.", CONFLICT),
        ("As of May 4 the clinic had 40 patients.", "As of May 9 the clinic had 55 patients.", EXPLAINED),
        # two firms, two houses, two bases, two periods
        ("Halvor's backlog reached $80 billion.", "Kolb's backlog reached $64 billion.", UNRELATED),
        ("Citi has a price target of $90 on Brenn.", "UBS has a price target of $70 on Brenn.", EXPLAINED),
        ("Brenn's revenue was $7.2 billion in 2022.", "Brenn's revenue was $6.1 billion in 2021.", EXPLAINED),
        ("72% of Brenn's floors are in use.", "28% of Brenn's floors are idle.", AGREE),
        ("72% of Brenn's floors are in use.", "38% of Brenn's floors are idle.", CONFLICT),
        # one figure, held otherwise: denied, only possible, `to` and `by`, of another noun
        ("Brenn did not lose 4.1%.", "Brenn lost 4.1%.", CONFLICT),
        ("Brenn isn't expected to hire 300 people.", "Brenn is expected to hire 300 people.", CONFLICT),
        ("Brenn has no plans to close 12 branches.", "Brenn plans to close 12 branches.", CONFLICT),
        ("Brenn did not say why it closed 12 branches.", "Brenn closed 12 branches.", AGREE),
        ("Brenn did not lose 4%, it gained 3%.", "Brenn gained 3%.", AGREE),
        ("Brenn raised its dividend to 40 cents.", "Brenn raised its dividend by 40 cents.", CONFLICT),
        ("Brenn cut its price by 9%.", "Brenn cut its price to 9%.", CONFLICT),
        ("Brenn lifted its price 9% to $30.", "Brenn lifted its price by 9% to $30.", AGREE),
        ("Brenn reported revenue of $94 million.", "Brenn reported a loss of $94 million.", UNRELATED),
        ("Brenn reported a profit of $94 million.", "Brenn reported a loss of $94 million.", CONFLICT),
        ("Brenn reported turnover of $94 million.", "Brenn reported revenue of $94 million.", AGREE),
        ("Brenn's sales may rise 5%.", "Brenn's sales rose 5%.", EXPLAINED),
        ("Brenn expects sales to rise 5%.", "Brenn's sales grew 5%.", EXPLAINED),
        ("Brenn's sales may rise 5%.", "Brenn's sales could rise 5%.", AGREE),
        # directions, and nothing in common
        ("Brenn's shares rose 4.1% on Friday.", "Brenn's shares fell 4.1% on Friday.", CONFLICT),
        ("Brenn's order book grew to $80 billion.", "A bakery in Lyon sells 300 loaves a day.", UNRELATED),
    ],
)
def test_relate(one: str, other: str, label: str) -> None:
    found = crossfoot.relate(one, other)
    assert found.label == label, found


def test_says_why() -> None:
    found = crossfoot.relate("The ferry carried 1,300 passengers.", "The ferry carried 1,900 passengers.")
    assert "1,300" in found.reason
    assert "1,900" in found.reason
    assert found.level == "figures"


def test_one_sentence_in_two_versions_is_an_edit() -> None:
    """`About 300` and `about 304` meet, but nobody writes one sentence twice to say so."""
    before = "The aircraft of the regional fleet is flown in a two-class layout with 190 seats."
    after = "The aircraft of the regional fleet is flown in a two-class layout with 189 seats."
    assert crossfoot.relate(before, after).level == "versions"
    assert crossfoot.relate("It has 190 seats in all.", "In all, 189 seats are on board.").label == AGREE


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("It scored 71 out of 100 from 12 critics.", ["71 out of 100", "12"]),
        ("The 42nd edition drew 3,000 people at 7 p.m.", ["42nd", "3,000", "7 p.m."]),
        ("They won 4–2 in the 2018–19 season.", ["4–2"]),
    ],
)
def test_figures(text: str, quotes: list[str]) -> None:
    found = statements.read(text, [], name="one").figures
    assert [figure.quote for figure in found] == quotes


def test_words_belong_to_the_figure_beside_them() -> None:
    cases, _ = figures("The confirmed cases reached 919, and the number of deaths reached 65.")
    assert "reach" in cases.near
    assert not cases.near & {"death", "dead"}


def test_each_figure_meets_one() -> None:
    ones = figures("It sold 80 vans in May, 95 vans in June.")
    others = figures("It sold 95 vans.")
    assert [(match.one.quote, match.other.quote) for match in matched(ones, others)] == [("95", "95")]


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("on 4 May 2019", "on 4 May", "same"),
        ("on 4 May 2019", "on 5 May", "different"),
        ("as of 4 May", "before 6 May", "unknown"),
        ("as of 4 May", "before 4 May", "different"),
        ("as of 4 May", "by 4 May", "same"),
        ("as of 4 May", "after 6 May", "different"),
    ],
)
def test_days(one: str, other: str, agreement: str) -> None:
    assert compared(days(f"It closed {one}."), days(f"It closed {other}.")) == agreement


def test_blank_statements_say_nothing() -> None:
    assert crossfoot.relate("", "").label == UNRELATED
    assert crossfoot.relate("Brenn hired 40 people.", " ").label == UNRELATED
