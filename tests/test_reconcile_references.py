"""Figures that refer back, counts under two metrics, statements told twice: each with a look-alike that is none."""

from __future__ import annotations

import pytest

from test_reconcile import YEAR, claim, kinds

WEEK = {"published": "2025-03-05"}
MAYBE = {"metric": "customers", "modality": "hypothetical", **WEEK}
CUSTOMERS = {"metric": "customers", **WEEK}
RATE = {"metric": "tax_rate", "firm": "Ruritania", **WEEK}


class TestEchoes:
    """`Half of the €640 million` is the revenue that the article told before."""

    def told(self, echo: str, **columns: object) -> list[str]:
        told = claim(
            "Acme expects revenue of [€640 million] in 2024.",
            doc="a",
            metric="revenue",
            unit="EUR",
            modality="projected",
            **YEAR,
        )
        again = claim(echo, doc="a", at=2000, metric="other", unit="EUR", published="2025-03-05", **columns)
        lead = claim(
            "Acme's revenue will come to [€640 million] in 2024.",
            doc="b",
            metric="revenue",
            unit="EUR",
            modality="projected",
            **YEAR,
        )
        return kinds(told, again, lead)

    @pytest.mark.parametrize(
        "echo",
        [
            "A third of the [€910 million] will come from Polish yards.",
            "Most of the [€910 million] revenue stems from ferries.",
            "The remainder of the [€910 million] is owed to repairs of ferries.",
        ],
    )
    def test_one_that_no_longer_agrees(self, echo: str) -> None:
        assert "flag/value_conflict" in self.told(echo)

    def test_one_that_agrees(self) -> None:
        assert self.told("A third of the [€640 million] will come from Polish yards.") == ["agree/corroboration"]

    @pytest.mark.parametrize(
        "other",
        [
            "Acme also signed the [€910 million] contract in Gdansk.",  # another noun: another thing
            "Acme paid [€910 million] for a rival yard.",
        ],
    )
    def test_a_figure_that_refers_to_nothing(self, other: str) -> None:
        assert "flag/value_conflict" not in self.told(other)


class TestCounts:
    """Consumers, customers and people are counted alike where no metric tells them apart."""

    def test_people_of_two_metrics(self) -> None:
        one = claim("A breach at Acme exposed [41.3 million people] in all.", doc="a", metric="other", **WEEK)
        other = claim("The breach exposed [41.3 million customers] of Acme.", doc="b", **CUSTOMERS)
        assert kinds(one, other) == ["agree/corroboration"]

    def test_people_and_firms_are_two_things(self) -> None:
        one = claim("Acme holds records of [41.3 million people].", doc="a", metric="other", **WEEK)
        other = claim("Acme holds records of [18.2 million businesses].", doc="b", **CUSTOMERS)
        assert kinds(one, other) == []

    def test_an_equal_bound_for_one_country(self) -> None:
        one = claim("Acme lost data of [up to 700,000] British people.", doc="a", metric="other", **WEEK)
        other = claim(
            "Acme says that data of [fewer than 700,000] UK consumers was lost.",
            doc="a",
            at=150,
            metric="customers",
            **WEEK,
        )
        assert kinds(one, other) == ["agree/corroboration"]

    def test_people_of_two_countries(self) -> None:
        one = claim("The breach at Acme affected [41.3 million] US customers.", doc="a", **CUSTOMERS)
        other = claim("The breach at Acme affected [400,000] UK customers.", doc="b", **CUSTOMERS)
        assert kinds(one, other) == ["explain/scope_difference"]

    def test_what_may_have_happened_is_no_condition(self) -> None:
        one = claim(
            "A breach may have exposed [41.3 million customers] of Acme.",
            doc="a",
            metric="customers",
            modality="hypothetical",
            **WEEK,
        )
        other = claim("The breach exposed [71.3 million customers] of Acme.", doc="b", **CUSTOMERS)
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_what_may_come_is_one(self) -> None:
        maybe = {"modality": "hypothetical", **YEAR}
        one = claim("A merger may bring Acme revenue of [$41.3 billion].", doc="a", metric="revenue", **maybe)
        other = claim("Acme had revenue of [$71.3 billion].", doc="b", metric="revenue", **YEAR)
        assert "flag/value_conflict" not in kinds(one, other)


class TestToldTwice:
    def test_a_caption_that_leaves_out_the_part(self) -> None:
        one = claim(
            "Acme says that [43 million] consumers in the United States lost data to the breach.",
            doc="a",
            metric="customers",
            **WEEK,
        )
        other = claim(
            "Acme says that [73 million] consumers lost data to the breach.",
            doc="a",
            at=900,
            metric="customers",
            **WEEK,
        )
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_a_part_that_another_sentence_speaks_of(self) -> None:
        one = claim("Acme has [43 million] customers in the United States.", doc="a", **CUSTOMERS)
        other = claim(
            "Worldwide demand took Acme to [73 million] customers, the bank reckons.",
            doc="b",
            metric="customers",
            **WEEK,
        )
        assert kinds(one, other) == ["explain/scope_difference"]


class TestRatesThatALawSets:
    def test_they_are_no_forecast(self) -> None:
        one = claim(
            "Firms pay a tax of [15.5 percent] on cash held abroad.",
            doc="a",
            metric="tax_rate",
            firm="Ruritania",
            **WEEK,
        )
        other = claim(
            "Firms will have to pay a tax of [15.5%] on cash held abroad.",
            doc="b",
            metric="tax_rate",
            firm="Ruritania",
            modality="projected",
            **WEEK,
        )
        assert kinds(one, other) == ["agree/corroboration"]
