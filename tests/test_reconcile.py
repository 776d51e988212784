"""Sentences, two by two, and the finding that their figures make; each kind with a look-alike that is none."""

from __future__ import annotations

import hashlib
import re
from typing import Any, ClassVar

import pytest

from crossfoot.reconcile import reconcile
from crossfoot.records import Claim, Finding
from crossfoot.values.quantities import quantities


def claim(sentence: str, *, doc: str, metric: str, **columns: Any) -> Claim:
    """The claim of the figure that stands in square brackets; value, unit and bound as the reader gives them."""
    before, quote, after = re.match(r"(.*?)\[(.*?)\](.*)", sentence).groups()  # type: ignore[union-attr]
    start = columns.pop("at", 0)
    figures: dict[str, Any] = {}
    if columns.get("kind") != "direction":
        read = quantities(quote)[0]
        sign = columns.pop("sign", 1)
        low, high = read.value.scaled(sign).low, read.value.scaled(sign).high
        figures = {"value": read.value.scaled(sign).middle, "value_low": low, "value_high": high}
        figures |= {"unit": read.unit, "bound": read.bound}
    name = hashlib.sha256(f"{doc} {start} {sentence}".encode()).hexdigest()[:12]
    base = {"claim_id": name, "doc_id": doc, "firm": "Acme", "metric": metric, "quote": quote}
    place = {"start": start + len(before), "end": start + len(before) + len(quote), "sentence_start": start}
    return Claim.model_validate(base | place | {"sentence": before + quote + after} | figures | columns)


def kinds(*claims: Claim) -> list[str]:
    """`status/kind` of every finding, in order."""
    return [f"{finding.status}/{finding.kind}" for finding in reconcile(claims)]


def only(*claims: Claim) -> Finding:
    """The one finding."""
    (finding,) = reconcile(claims)
    return finding


DAY = {"date": "2025-03-04", "published": "2025-03-05"}
YEAR = {"date": "2024", "published": "2025-03-05"}


class TestValueConflict:
    def test_about_ten_percent_is_not_8_8(self) -> None:
        one = claim(
            "Acme shares jumped [about 10%] in a single day.", doc="a", metric="share_price", measure="change", **DAY
        )
        other = claim("Acme stock surged [8.8%] on the news.", doc="b", metric="share_price", measure="change", **DAY)
        found = only(one, other)
        assert (found.status, found.kind, found.severity) == ("flag", "value_conflict", "high")
        assert "9.5–10.5%" in found.explanation
        assert "What would settle it" in found.explanation
        assert found.claim_ids == (one.claim_id, other.claim_id)

    def test_about_ten_percent_covers_9_7(self) -> None:
        one = claim("Acme shares jumped [about 10%].", doc="a", metric="share_price", measure="change", **DAY)
        other = claim("Acme stock surged [9.7%].", doc="b", metric="share_price", measure="change", **DAY)
        assert kinds(one, other) == ["agree/corroboration"]

    def test_two_figures_of_one_sentence_are_told_apart_by_their_author(self) -> None:
        sentence = "Acme had revenue of [$4.2 billion] where rivals expected $3.1 billion."
        one = claim(sentence, doc="a", metric="revenue", **YEAR)
        other = claim(
            sentence.replace("[$4.2 billion]", "$4.2 billion").replace("$3.1 billion", "[$3.1 billion]"),
            doc="a",
            metric="revenue",
            **YEAR,
        )
        assert not [kind for kind in kinds(one, other) if kind.startswith("flag")]

    def test_a_caption_that_contradicts_its_article(self) -> None:
        one = claim(
            "Acme expects a [$3 billion] charge on its fourth-quarter profit.",
            doc="a",
            metric="net_income",
            measure="change",
            sign=-1,
            **YEAR,
        )
        other = claim(
            "The Acme logo. Acme expects a [$7 billion] charge on its fourth-quarter profit.",
            doc="a",
            at=900,
            metric="net_income",
            measure="change",
            sign=-1,
            **YEAR,
        )
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_two_orders_in_one_list_are_two_things(self) -> None:
        one = claim(
            "Acme ordered [30] vans from Ford.", doc="a", metric="orders", unit="vehicle", counterparty="Ford", **DAY
        )
        other = claim(
            "It took [50] lorries from Volvo.",
            doc="a",
            at=40,
            metric="orders",
            unit="vehicle",
            counterparty="Volvo",
            **DAY,
        )
        assert kinds(one, other) == []

    def test_figures_of_different_weeks_without_a_period(self) -> None:
        one = claim("Acme revenue was [$4.2 billion].", doc="a", metric="revenue", published="2024-02-01")
        other = claim("Acme revenue was [$5.3 billion].", doc="b", metric="revenue", published="2025-02-01")
        assert kinds(one, other) == []


class TestDirectionConflict:
    def test_one_article_says_it_rose_and_one_that_it_fell(self) -> None:
        down = claim(
            "After the news Acme's [stock weakened].",
            doc="a",
            metric="share_price",
            measure="change",
            kind="direction",
            direction="down",
            **DAY,
        )
        up = claim("After the news Acme's shares jumped [10%].", doc="b", metric="share_price", measure="change", **DAY)
        assert kinds(down, up) == ["flag/direction_conflict"]

    @pytest.mark.parametrize(
        ("sentence", "other"),
        [
            ("In premarket trading Acme's [stock weakened].", "Acme closed [10%] higher."),
            ("Acme's [stock weakened] in after-hours trading.", "Acme shares rose [10%] in the regular session."),
            ("Acme's [stock weakened] after the bell.", "Acme shares rose [10%] on the news."),
        ],
    )
    def test_two_sessions_of_one_day(self, sentence: str, other: str) -> None:
        own = {"metric": "share_price", "measure": "change", **DAY}
        down = claim(sentence, doc="a", kind="direction", direction="down", **own)
        up = claim(other, doc="b", **own)
        found = only(down, up)
        assert (found.status, found.kind) == ("explain", "period_difference")
        assert "two moments of one day" in found.explanation
        fallen = claim(other, doc="b", **{**own, "sign": -1})
        assert [kind for kind in kinds(down, fallen) if not kind.startswith("explain")] == []

    @pytest.mark.parametrize(
        ("sentence", "other"),
        [
            ("Acme shares rose [5%] in after-hours trading.", "Acme shares fell [2%] in the regular session."),
            ("Acme shares rose [5%] in premarket trading.", "Acme shares fell [2%] on the news."),
            ("In extended trading, Acme shares rose [5%].", "Acme shares closed [2%] lower."),
        ],
    )
    def test_a_rise_and_a_fall_of_two_sessions(self, sentence: str, other: str) -> None:
        own = {"metric": "share_price", "measure": "change", **DAY}
        up, down = claim(sentence, doc="a", **own), claim(other, doc="b", **{**own, "sign": -1})
        assert kinds(up, down) == ["explain/period_difference"]

    @pytest.mark.parametrize(
        ("sentence", "other"),
        [
            ("Acme shares rose [5%] in after-hours trading.", "Acme shares fell [2%] in extended trading."),
            ("Acme shares rose [5%] in the regular session.", "Acme shares closed [2%] lower."),
            ("Acme shares rose [5%] on the news.", "Acme shares fell [2%] on the news."),
        ],
    )
    def test_a_rise_and_a_fall_of_one_session(self, sentence: str, other: str) -> None:
        own = {"metric": "share_price", "measure": "change", **DAY}
        up, down = claim(sentence, doc="a", **own), claim(other, doc="b", **{**own, "sign": -1})
        assert kinds(up, down) == ["flag/direction_conflict"]

    def test_a_rise_one_day_and_a_fall_the_next(self) -> None:
        own = {"metric": "share_price", "measure": "change"}
        up = claim("Acme's [shares rose].", doc="a", kind="direction", direction="up", published="2025-03-05", **own)
        down = claim("Acme fell [2%].", doc="b", sign=-1, published="2025-03-07", **own)
        assert kinds(up, down) == ["explain/period_difference"]
        long_after = down.model_copy(update={"published": "2025-06-07"})
        assert kinds(up, long_after) == []

    def test_two_figures_of_opposite_ways(self) -> None:
        own = {"metric": "revenue", "measure": "change", **YEAR}
        up = claim("Acme's revenue rose [5%].", doc="a", **own)
        down = claim("Acme's revenue fell [2%].", doc="b", sign=-1, **own)
        found = only(up, down)
        assert found.kind == "direction_conflict"
        assert "One article says it rose and one article that it fell" in found.explanation

    def test_two_conditions_are_no_conflict(self) -> None:
        down = claim(
            "Acme's [earnings could shrink].",
            doc="a",
            metric="eps",
            measure="change",
            kind="direction",
            direction="down",
            modality="hypothetical",
            published="2025-03-05",
        )
        up = claim(
            "A sale could add [8%] to Acme's earnings.",
            doc="b",
            metric="eps",
            measure="change",
            modality="hypothetical",
            published="2025-03-05",
        )
        assert kinds(down, up) == []


class TestSourceDivergence:
    def test_two_houses(self) -> None:
        one = claim(
            "UBS puts Acme's rental income at [roughly $20 billion] a year.",
            doc="a",
            metric="revenue",
            source="UBS",
            modality="estimated",
            **YEAR,
        )
        other = claim(
            "Citi sees Acme's rental income at [$10–15 billion] a year.",
            doc="b",
            metric="revenue",
            source="Citi",
            modality="projected",
            **YEAR,
        )
        found = only(one, other)
        assert found.kind == "source_divergence"
        assert "UBS and Citi" in found.explanation

    def test_one_house_in_two_articles_is_one_witness(self) -> None:
        one = claim(
            "UBS puts Acme's income at [roughly $20 billion].",
            doc="a",
            metric="revenue",
            source="UBS",
            modality="estimated",
            **YEAR,
        )
        other = claim(
            "Acme may earn [around $20 billion], says UBS.",
            doc="b",
            metric="revenue",
            source="UBS",
            modality="estimated",
            **YEAR,
        )
        found = only(one, other)
        assert (found.kind, found.witnesses) == ("corroboration", 1)
        assert "cite the same source" in found.explanation


class TestExplained:
    def test_intraday_and_close(self) -> None:
        one = claim("Acme fell as low as [$61.20] at noon.", doc="a", metric="share_price", **DAY)
        other = claim("Acme closed at [$66.70].", doc="b", metric="share_price", **DAY)
        assert kinds(one, other) == ["explain/period_difference"]

    def test_two_closes_of_one_day(self) -> None:
        one = claim("Acme shares closed at [$61.20] on the exchange.", doc="a", metric="share_price", **DAY)
        other = claim("Acme shares closed at [$66.70] on the exchange.", doc="b", metric="share_price", **DAY)
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_two_periods(self) -> None:
        one = claim(
            "Acme's revenue was [$4.2 billion] in the quarter.", doc="a", metric="revenue", date="2024-10/2024-12"
        )
        other = claim("Acme's revenue was [$16.1 billion] in 2024.", doc="b", metric="revenue", date="2024")
        assert kinds(one, other) == ["explain/period_difference"]

    def test_a_result_and_its_forecast(self) -> None:
        one = claim("Acme earned [$3.17] a share.", doc="a", metric="eps", **YEAR)
        other = claim(
            "Analysts had looked for [$3.02] a share.",
            doc="a",
            at=60,
            metric="eps",
            modality="estimated",
            source="LSEG",
            **YEAR,
        )
        assert kinds(one, other) == ["explain/basis_difference"]

    def test_two_results_that_disagree_stay_a_flag_beside_their_forecast(self) -> None:
        one = claim("Acme's revenue was [$4.2 billion].", doc="a", metric="revenue", **YEAR)
        other = claim("Acme's revenue came to [$4.6 billion].", doc="b", metric="revenue", **YEAR)
        forecast = {"metric": "revenue", "modality": "projected", **YEAR}
        expected = claim("Acme had guided to revenue of [$4.4 billion].", doc="c", **forecast)
        assert kinds(one, other, expected) == [
            "flag/value_conflict",
            "explain/basis_difference",
            "explain/basis_difference",
        ]
        conflict = {one.claim_id, other.claim_id}
        explained = [each for each in reconcile([one, other, expected]) if each.status == "explain"]
        assert not any(conflict <= set(each.claim_ids) for each in explained)
        second = claim("Acme took [$4.21 billion] in revenue.", doc="b", metric="revenue", **YEAR)
        assert kinds(one, second, expected) == ["explain/basis_difference", "agree/corroboration"]

    @pytest.mark.parametrize(
        "expected",
        [
            "Analysts had expected revenue of [$4.6 billion].",
            "Revenue missed the [$4.6 billion] consensus.",
            "Revenue was $4.2 billion, below estimates of [$4.6 billion].",
        ],
    )
    def test_a_result_that_equals_the_forecast_settles_nothing(self, expected: str) -> None:
        """The second article does not repeat the first's expectation: it contradicts the first's result."""
        own = {"metric": "revenue", **YEAR}
        one = claim("Acme's revenue was [$4.2 billion].", doc="a", **own)
        other = claim("Acme's revenue came to [$4.6 billion].", doc="b", **own)
        assert kinds(one, other, claim(expected, doc="a", at=80, **own))[0] == "flag/value_conflict"

    def test_a_result_that_beats_expectations_is_no_expectation(self) -> None:
        one = claim(
            "Acme's revenue was [$4.2 billion], above estimates of $4.0 billion.", doc="a", metric="revenue", **YEAR
        )
        other = claim("Acme's revenue came to [$4.6 billion].", doc="b", metric="revenue", **YEAR)
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_adjusted_and_reported(self) -> None:
        one = claim("Acme's adjusted profit was [$2.7 billion].", doc="a", metric="net_income", **YEAR)
        other = claim("Acme's profit was [$2.1 billion].", doc="b", metric="net_income", **YEAR)
        assert kinds(one, other) == ["explain/basis_difference"]

    def test_reported_and_plain_are_one_definition(self) -> None:
        one = claim("Under GAAP the profit of Acme was [$2.7 billion].", doc="a", metric="net_income", **YEAR)
        other = claim("The profit of Acme was [$2.1 billion].", doc="b", metric="net_income", **YEAR)
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_two_definitions_of_profit(self) -> None:
        one = claim("Acme's operating profit was [$2.7 billion].", doc="a", metric="operating_income", **YEAR)
        other = claim("Acme's profit was [$2.1 billion].", doc="b", metric="net_income", **YEAR)
        assert kinds(one, other) == ["explain/basis_difference"]

    def test_cost_and_rent(self) -> None:
        one = claim("Acme builds at [$40 billion per GW].", doc="a", metric="construction_cost", **YEAR)
        other = claim("Acme leases at [$40 per watt].", doc="b", metric="lease_rate", **YEAR)
        assert kinds(one, other) == ["explain/basis_difference"]

    def test_a_part_and_the_whole(self) -> None:
        one = claim("Acme's domestic sales were [$2.7 billion].", doc="a", metric="revenue", **YEAR)
        other = claim("Acme's sales were [$4.1 billion].", doc="b", metric="revenue", **YEAR)
        assert kinds(one, other) == ["explain/scope_difference"]

    def test_guidance_that_was_cut(self) -> None:
        guided = {"metric": "revenue", "measure": "change", "modality": "projected", **YEAR}
        one = claim("Acme now sees growth of [2.6%], down from previous guidance of 3.1%.", doc="a", **guided)
        other = claim("Acme now sees growth of 2.6%, down from previous guidance of [3.1%].", doc="a", **guided)
        assert kinds(one, other) == ["explain/revision"]

    def test_two_currencies(self) -> None:
        one = claim("A coin cost [$640] (£510).", doc="a", metric="price", **DAY)
        other = claim("A coin cost $640 ([£510]).", doc="a", metric="price", **DAY)
        assert kinds(one, other) == ["explain/unit_crosswalk"]

    def test_points_and_percent_without_a_level(self) -> None:
        one = claim("Acme was up [49 points].", doc="a", metric="share_price", measure="change", **DAY)
        other = claim("Acme rose [8.8%].", doc="b", metric="share_price", measure="change", **DAY)
        found = only(one, other)
        assert found.kind == "unit_crosswalk"
        assert "556.8 points" in found.explanation


class TestAgreement:
    def test_rounded(self) -> None:
        one = claim("Acme took [$13.4 billion] in revenue.", doc="a", metric="revenue", **YEAR)
        other = claim("Acme's revenue was [$13.423 billion].", doc="b", metric="revenue", **YEAR)
        assert only(one, other).witnesses == 2

    def test_equal_digits_of_two_metrics_are_none(self) -> None:
        one = claim("Acme's revenue rose [6.5%].", doc="a", metric="revenue", measure="change", **YEAR)
        other = claim(
            "Acme's comparable sales rose [6.5%].", doc="b", metric="same_store_sales", measure="change", **YEAR
        )
        assert kinds(one, other) == []

    def test_megawatts_and_gigawatts(self) -> None:
        deal = {"metric": "capacity", "counterparty": "Volt", **DAY}
        one = claim("Acme bought [1.6 GW] from Volt.", doc="a", **deal)
        other = claim("Acme bought [1,600 MW] from Volt.", doc="b", **deal)
        assert kinds(one, other) == ["agree/corroboration"]

    def test_a_bound_that_is_met(self) -> None:
        one = claim("Acme will cut [more than 4,000 jobs].", doc="a", metric="job_cuts", unit="employee", **YEAR)
        other = claim("Acme will cut [4,200 jobs].", doc="b", metric="job_cuts", unit="employee", **YEAR)
        assert kinds(one, other) == ["agree/corroboration"]

    def test_a_bound_far_away_says_nothing(self) -> None:
        one = claim("Acme will cut [more than 400 jobs].", doc="a", metric="job_cuts", unit="employee", **YEAR)
        other = claim("Acme will cut [4,200 jobs].", doc="b", metric="job_cuts", unit="employee", **YEAR)
        assert kinds(one, other) == []

    def test_copies_of_one_story_are_one_witness(self) -> None:
        one = claim("Acme's revenue was [$13.4 billion].", doc="a", metric="revenue", **YEAR)
        other = claim("Acme's revenue was [$13.4 billion].", doc="b", metric="revenue", **YEAR)
        (found,) = reconcile([one, other], witnesses={"a": "wire 1", "b": "wire 1"})
        assert found.witnesses == 1
        assert "copies of one story" in found.explanation


@pytest.mark.parametrize(
    ("quote", "other", "expected"),
    [
        ("nearly $5 billion", "$4.8 billion", "agree"),
        ("nearly $5 billion", "$5.2 billion", "flag"),
        ("just over $5 billion", "$5.1 billion", "agree"),
        ("just over $5 billion", "$4.9 billion", "flag"),
        ("about $5 billion", "$5.2 billion", "agree"),
        ("about $5.0 billion", "$5.4 billion", "flag"),
        ("$20 billion", "$20.4 billion", "agree"),
        ("$20 billion", "$20.6 billion", "flag"),
        ("$20.0 billion", "$20.4 billion", "flag"),
        ("$20 million", "$20 billion", "flag"),
        ("at least $5 billion", "$4.1 billion", "flag"),
        ("$4.2 billion", "$4.3 billion", "flag"),  # they end and begin at 4.25
        ("$2.9 billion", "$3.0 billion", "flag"),
        ("$4.2 billion", "$4.25 billion", "agree"),
        ("$4.25 billion", "$4.3 billion", "agree"),
    ],
)
def test_how_near_is_equal(quote: str, other: str, expected: str) -> None:
    one = claim(f"Acme's revenue was [{quote}].", doc="a", metric="revenue", **YEAR)
    two = claim(f"Acme's revenue was [{other}].", doc="b", metric="revenue", **YEAR)
    assert only(one, two).status == expected


class TestToldApart:
    def test_an_article_that_gives_both_figures_settles_it(self) -> None:
        deal = {"metric": "deal_value", **DAY}
        both = [
            claim("Acme buys Volt for [$12.4 billion].", doc="a", **deal),
            claim("Including debt the deal is worth [$15.1 billion].", doc="a", at=60, **deal),
        ]
        one = claim("Acme's [$15.1 billion] deal for Volt.", doc="b", **deal)
        other = claim("Acme takes over Volt for [$12.4 billion].", doc="c", **deal)
        assert "explain/basis_difference" in kinds(*both, one, other)
        assert not [kind for kind in kinds(*both, one, other) if kind.startswith("flag")]
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_two_shares_under_one_name(self) -> None:
        """Names get mixed up; but an article that gives the other's figure as well does not contradict it."""
        own = {"metric": "share_price", "measure": "change", **DAY}
        table = [
            claim("Shares of the target rose [20%].", doc="a", **own),
            claim("The bidder fell [3%] on the day.", doc="a", at=90, sign=-1, **own),
            claim("Shares of the target climbed [20.4%].", doc="b", **own),
            claim("The bidder lost [3.2%] on the day.", doc="b", at=90, sign=-1, **own),
        ]
        assert not [kind for kind in kinds(*table) if kind.startswith("flag")]


def test_a_plan_and_its_announcement_are_one_figure() -> None:
    one = claim(
        "Acme plans to cut [2,300 jobs].", doc="a", metric="job_cuts", modality="projected", published="2025-03-04"
    )
    other = claim("Acme cuts [2,300 jobs].", doc="b", metric="job_cuts", published="2025-03-05")
    assert kinds(one, other) == ["agree/corroboration"]


def test_two_brokers_targets_are_their_own() -> None:
    one = claim("UBS has a target of [$180].", doc="a", metric="price_target", source="UBS", **DAY)
    other = claim("Citi has a target of [$165].", doc="b", metric="price_target", source="Citi", **DAY)
    assert kinds(one, other) == []


def test_a_target_is_no_result_and_no_forecast_of_one() -> None:
    own = {"metric": "price_target", "source": "UBS", **DAY}
    one = claim("UBS has a target of [$180].", doc="a", modality="projected", **own)
    other = claim("UBS sets its target at [$180].", doc="b", **own)
    assert kinds(one, other) == ["agree/corroboration"]
    far = claim("UBS sets its target at [$165].", doc="b", **own)
    assert kinds(one, far) == ["flag/value_conflict"]


def test_what_is_left_out_makes_another_definition() -> None:
    own = {"metric": "inflation", "firm": "France", "date": "2025-07"}
    one = claim("Excluding food and energy, inflation was [3.1%].", doc="a", **own)
    other = claim("Inflation was [2.7%].", doc="b", **own)
    assert kinds(one, other) == ["explain/basis_difference"]
    assert kinds(one.model_copy(update={"sentence": "Inflation was 3.1%."}), other) == ["flag/value_conflict"]


def test_in_cash_is_a_part_of_a_deal_and_the_whole_of_a_hoard() -> None:
    one = claim("Acme ended the year with [$9.1 billion] in cash.", doc="a", metric="cash", **YEAR)
    other = claim("Cash of Acme stood at [$9.4 billion] at the end of the year.", doc="b", metric="cash", **YEAR)
    assert kinds(one, other) == ["flag/value_conflict"]
    paid = claim("Acme pays [$9.1 billion] in cash.", doc="a", metric="deal_value", **DAY)
    deal = claim("Acme strikes a deal of [$9.4 billion].", doc="b", metric="deal_value", **DAY)
    assert kinds(paid, deal) == ["explain/basis_difference"]


def test_a_restated_figure() -> None:
    own = {"metric": "revenue", **YEAR}
    one = claim("Acme restated its revenue to [$21.8 billion].", doc="a", **own)
    other = claim("Acme had revenue of [$22.4 billion].", doc="b", **own)
    assert kinds(one, other) == ["explain/revision"]
    assert kinds(one.model_copy(update={"sentence": "Acme had $21.8 billion in revenue."}), other) == [
        "flag/value_conflict"
    ]


def test_a_year_or_a_yearly_amount() -> None:
    one = claim("The merger saves [$600 million] in yearly costs.", doc="a", metric="cost", **DAY)
    other = claim("The merger saves [$800 million a year] in costs.", doc="b", metric="cost", **DAY)
    assert kinds(one, other) == ["flag/value_conflict"]


class TestUnknownFirm:
    """Figures whose firm was not recognised are compared only where their sentences name the same."""

    def test_two_names(self) -> None:
        own = {"metric": "backlog", "firm": None, **DAY}
        one = claim("Orchard's order book swelled to [$38 billion].", doc="a", **own)
        other = claim("Kestrel's order book came to [$21 billion].", doc="b", **own)
        assert kinds(one, other) == []

    def test_one_name(self) -> None:
        own = {"metric": "backlog", "firm": None, **DAY}
        one = claim("Orchard's order book swelled to [$38 billion].", doc="a", **own)
        other = claim("The order book of Orchard came to [$21 billion].", doc="b", **own)
        assert kinds(one, other) == ["flag/value_conflict"]


def test_more_than_and_fewer_than_only_touch() -> None:
    one = claim("The app of Acme counts [more than 70,000 users].", doc="a", metric="users", **DAY)
    other = claim("At Acme there are [fewer than 70,000 users].", doc="b", metric="users", **DAY)
    assert kinds(one, other) == ["flag/value_conflict"]


def test_two_months_that_only_the_words_name() -> None:
    own = {"metric": "inflation", "measure": "change", "firm": "France", "published": "2025-03-05"}
    one = claim("In May, living costs were [3.4%] higher than a year before.", doc="a", **own)
    other = claim("In June, living costs were [2.7%] higher than a year before.", doc="b", **own)
    assert kinds(one, other) == ["explain/period_difference"]


def test_prices_of_different_days_without_a_date() -> None:
    one = claim("Acme traded at [$61.20].", doc="a", metric="share_price", published="2025-03-05")
    other = claim("Acme traded at [$98.40].", doc="b", metric="share_price", published="2025-03-09")
    assert kinds(one, other) == ["explain/period_difference"]


def test_a_list_of_parts_in_one_article_is_no_contradiction() -> None:
    own = {"metric": "revenue", "measure": "change", **YEAR}
    things = {"vans": "9.1", "lorries": "4.2", "buses": "6.6", "cars": "1.5"}
    lines = [f"Sales of {thing} rose [{growth}%]." for thing, growth in things.items()]
    assert kinds(*(claim(line, doc="a", at=600 * place, **own) for place, line in enumerate(lines))) == []


def test_revenue_that_fell_short_did_not_fall() -> None:
    short = claim("Acme's [revenue fell] short of forecasts.", doc="a", metric="revenue", measure="change",
        kind="direction", direction="down", **YEAR)  # fmt: skip
    rose = claim("Acme's revenue rose [6.5%].", doc="b", metric="revenue", measure="change", **YEAR)
    assert kinds(short, rose) == []
    fell = claim("Acme's [revenue fell].", doc="a", metric="revenue", measure="change", kind="direction",
        direction="down", **YEAR)  # fmt: skip
    assert kinds(fell, rose) == ["flag/direction_conflict"]


def test_one_figure_under_two_metrics() -> None:
    one = claim("Acme paid [$3.47 million] for the right to the name Orla.", doc="a", metric="payment", **DAY)
    other = claim("The right to the name Orla cost Acme [$3.47 million].", doc="b", metric="investment", **DAY)
    assert kinds(one, other) == ["agree/corroboration"]
    else_where = claim("Acme spent [$3.47 million] on its offices.", doc="b", metric="cost", **DAY)
    assert kinds(one, else_where) == []


def test_a_figure_that_is_compared_with_is_the_earlier_one() -> None:
    one = claim(
        "Acme earned $612 million, compared with [$530 million] a year ago.", doc="a", metric="net_income", **YEAR
    )
    other = claim("Acme's profit was [$612 million].", doc="b", metric="net_income", **YEAR)
    assert kinds(one, other) == ["explain/period_difference"]


def test_a_works_and_its_firm() -> None:
    own = {"metric": "employees", "published": "2025-03-05"}
    table = [
        claim("Acme employs [28,000 people] worldwide.", doc="a", **own),
        claim("Its plant in Ghent has [900 workers].", doc="a", at=60, **own),
        claim("Acme has [28,100 employees].", doc="b", **own),
    ]
    assert not [kind for kind in kinds(*table) if kind.startswith("flag")]


def test_a_name_with_and_without_its_accents() -> None:
    one = claim("Nestlé's revenue was [$4.2 billion].", doc="a", firm="Nestlé", metric="revenue", **YEAR)
    other = claim("Nestle's revenue was [$4.6 billion].", doc="b", firm="Nestle", metric="revenue", **YEAR)
    assert [kind for kind in kinds(one, other) if kind.startswith("flag")]


QUARTER = {"metric": "revenue", "date": "2024-07/2024-09", "published": "2024-10-25"}


class TestInferredPeriods:
    """A finding that rests on a period which the sentence does not give says so."""

    def test_a_quarter_of_a_year_that_is_not_named(self) -> None:
        one = claim("Acme's third-quarter revenue was [$4.2 billion].", doc="a", **QUARTER)
        other = claim("Acme's revenue was [$4.6 billion] in the third quarter of 2024.", doc="b", **QUARTER)
        found = only(one, other)
        assert found.kind == "value_conflict"
        assert found.explanation.endswith("The year of “$4.2 billion” is inferred, not stated beside it.")

    def test_a_period_carried_over(self) -> None:
        rules = ("metric:subject_of_its_verb", "date:carried_over")
        one = claim("Acme's revenue was [$4.2 billion].", doc="a", rules=rules, **YEAR, metric="revenue")
        other = claim("Acme took [$4.2 billion].", doc="b", rules=rules, **YEAR, metric="revenue")
        assert "is inferred" in only(one, other).explanation
        third = claim("Acme's revenue was [$4.21 billion].", doc="c", rules=rules, **YEAR, metric="revenue")
        assert "The periods of “$4.2 billion” and “$4.21 billion” are inferred" in only(one, other, third).explanation

    @pytest.mark.parametrize(
        "sentence",
        [
            "Acme's revenue was [$4.2 billion] in the third quarter of 2024.",
            "Acme's Q3'24 revenue was [$4.2 billion].",
        ],
    )
    def test_a_quarter_that_is_stated(self, sentence: str) -> None:
        one, other = (claim(sentence, doc=doc, **QUARTER) for doc in "ab")
        assert "inferred" not in only(one, other).explanation

    def test_a_year_that_does_not_matter(self) -> None:
        one = claim("Acme's adjusted profit was [$2.7 billion] in the third quarter.", doc="a", **QUARTER)
        other = claim("Acme's profit was [$2.1 billion] in the third quarter.", doc="b", **QUARTER)
        assert "inferred" not in only(one, other).explanation


class TestNamedParts:
    """What stands right before a metric's name in one article: a part is not confronted with its whole."""

    WHOLE = "Demand for services grew and revenue at Acme reached [$49 billion] in 2024, it said on Tuesday."

    @pytest.mark.parametrize(
        "sentence",
        [
            "Acme said on Tuesday that wholesale revenue reached [$44 billion] in 2024 as demand for services grew.",
            "Direct revenue reached [$44 billion] in 2024 as demand for services grew, Acme said on Tuesday.",
            "Acme said on Tuesday that its data center revenue reached [$44 billion] in 2024 as demand for services grew.",
        ],
    )
    def test_a_part_against_the_whole_is_a_difference_of_scope(self, sentence: str) -> None:
        whole = claim(self.WHOLE, doc="a", metric="revenue", **YEAR)
        part = claim(sentence, doc="a", metric="revenue", at=200, **YEAR)
        found = only(whole, part)
        assert (found.status, found.kind) == ("explain", "scope_difference")
        assert "revenue without a limit" in found.explanation

    @pytest.mark.parametrize(
        "sentence",
        [
            "Acme said on Tuesday that annual revenue reached [$44 billion] in 2024 as demand for services grew.",
            "Acme said on Tuesday that it posted revenue that reached [$44 billion] in 2024 as demand for services grew.",
            "Acme said on Tuesday that total revenue reached [$44 billion] in 2024 as demand for services grew.",
        ],
    )
    def test_words_that_name_no_part_leave_the_conflict(self, sentence: str) -> None:
        whole = claim(self.WHOLE, doc="a", metric="revenue", **YEAR)
        other = claim(sentence, doc="a", metric="revenue", at=200, **YEAR)
        assert kinds(whole, other) == ["flag/value_conflict"]

    def test_of_one_part_two_figures_are_in_conflict(self) -> None:
        one = claim(
            "Acme said on Tuesday that wholesale revenue was [$21 billion] as demand for services grew.",
            doc="a", metric="revenue", **YEAR,
        )  # fmt: skip
        other = claim(
            "Demand for services grew and wholesale revenue at Acme reached [$49 billion] in 2024, it said on Tuesday.",
            doc="a", metric="revenue", at=200, **YEAR,
        )  # fmt: skip
        assert kinds(one, other) == ["flag/value_conflict"]


SECOND = {"date": "2025-04/2025-06", "published": "2025-08-05"}
THIRD = {"date": "2025-07/2025-09", "published": "2025-08-07"}


class TestInferredQuarters:
    """Quarters that only the calendar tells apart may be one under the firm's fiscal year."""

    def explanation(self, first: str, second: str) -> str:
        one = claim(f"Acme said that {first} revenue was [$49 billion].", doc="a", metric="revenue", **SECOND)
        other = claim(f"Acme said that {second} revenue was [$44 billion].", doc="b", metric="revenue", **THIRD)
        found = only(one, other)
        assert (found.status, found.kind) == ("explain", "period_difference")
        return found.explanation

    def test_a_quarter_without_its_year_is_no_flat_no_conflict(self) -> None:
        said = self.explanation("second-quarter", "third-quarter")
        assert "No conflict:" not in said
        assert "Under a fiscal year the two may be one quarter." in said

    def test_quarters_that_the_text_dates_are_two(self) -> None:
        said = self.explanation("April to June 2025", "July to September 2025")
        assert "No conflict: they are for two periods" in said
        assert "fiscal" not in said


class TestOneTimeOrTwo:
    """Days, deadlines and lengths of time: what is one, and what only sounds like it."""

    CUTS: ClassVar = {"metric": "job_cuts", "published": "2026-03-16"}

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (("by year-end", "2026"), ("by the end of December", "2026-12")),
            (("before the end of September", "2026-09"), ("by the end of the third quarter", "2026-07/2026-09")),
        ],
    )
    def test_two_names_of_one_deadline(self, first: tuple[str, str], second: tuple[str, str]) -> None:
        one = claim(f"Acme will cut [600 jobs] {first[0]}.", doc="a", date=first[1], **self.CUTS)
        other = claim(f"Acme will cut [700 jobs] {second[0]}.", doc="b", date=second[1], **self.CUTS)
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_what_is_done_in_a_month_is_not_what_is_done_in_its_year(self) -> None:
        one = claim("Acme cut [600 jobs] in 2026.", doc="a", date="2026", **self.CUTS)
        other = claim("Acme cut [70 jobs] in December.", doc="b", date="2026-12", **self.CUTS)
        assert kinds(one, other) == ["explain/period_difference"]

    @pytest.mark.parametrize("metric", ["index_level", "commodity_price"])
    def test_a_market_on_two_days(self, metric: str) -> None:
        move = {"metric": metric, "measure": "change"}
        one = claim("It rose [0.8%] on Tuesday.", doc="a", date="2026-10-13", published="2026-10-13", **move)
        other = claim("It rose [0.4%] on Wednesday.", doc="b", date="2026-10-14", published="2026-10-14", **move)
        same = claim("It rose [0.4%] on Tuesday.", doc="b", date="2026-10-13", published="2026-10-14", **move)
        assert kinds(one, other) == ["explain/period_difference"]
        assert kinds(one, same) == ["flag/value_conflict"]

    def test_a_day_that_another_sentence_names(self) -> None:
        move = {"metric": "share_price", "measure": "change", "date": "2026-10-13"}
        one = claim("Acme fell [3.4%] on Tuesday.", doc="a", sign=-1, published="2026-10-13", **move)
        sure = claim("Acme recovered [1.9%].", doc="b", published="2026-10-14", **move)
        unsure = sure.model_copy(update={"rules": ("date:day_of_the_session",)})
        assert kinds(one, sure) == ["flag/direction_conflict"]
        assert kinds(one, unsure) == []

    def test_an_undated_sum_is_not_held_against_a_quarters(self) -> None:
        dated = {"metric": "revenue", "published": "2026-08-05"}
        quarter = claim("Acme's second-quarter revenue was [$4.6 billion].", doc="a", date="2026-04/2026-06", **dated)
        undated = claim("Acme, which has revenue of [$19 billion], makes vans.", doc="b", **dated)
        equal = claim("Acme, which had revenue of [$4.6 billion], makes vans.", doc="b", **dated)
        another = claim("Acme's revenue was [$4.9 billion].", doc="b", date="2026-04/2026-06", **dated)
        assert kinds(quarter, undated) == ["explain/period_difference"]
        assert "does not say what “$19 billion” is for" in only(quarter, undated).explanation
        assert kinds(quarter, equal) == ["agree/corroboration"]
        assert kinds(quarter, another) == ["flag/value_conflict"]

    def test_a_years_sales_in_the_sentence_of_a_quarter(self) -> None:
        own = {"metric": "revenue", "date": "2026-07/2026-09", "published": "2026-10-22"}
        quarter = claim("Acme's third-quarter sales were [$3.12 billion].", doc="a", **own)
        yearly = claim("Acme, with annual sales of [about $12 billion], reported its third quarter.", doc="b", **own)
        assert kinds(quarter, yearly) == ["explain/period_difference"]

    def test_early_in_the_day_and_at_the_close(self) -> None:
        own = {"metric": "share_price", "measure": "change", **DAY}
        early = claim("Acme shares were down [1.5%] in early trading.", doc="a", sign=-1, **own)
        close = claim("Acme shares closed [0.9%] lower.", doc="b", sign=-1, **own)
        other_close = claim("Acme shares closed [2.9%] lower.", doc="a", sign=-1, **own)
        assert "close against early in the day" in only(early, close).explanation
        assert kinds(other_close, close) == ["flag/value_conflict"]


class TestOneThingOrTwo:
    """What is spent, paid, raised or aimed at: one thing under two names, and two under one."""

    @pytest.mark.parametrize(("first", "second"), [("fuel costs", "fuel expense"), ("labor costs", "labour bill")])
    def test_one_cost_under_two_names(self, first: str, second: str) -> None:
        one = claim(f"Acme's {first} were [$95 million].", doc="a", metric="cost", **YEAR)
        other = claim(f"Acme's {second} was [$105 million].", doc="b", metric="operating_expenses", **YEAR)
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_costs_of_two_things(self) -> None:
        one = claim("Acme's fuel costs were [$95 million].", doc="a", metric="cost", **YEAR)
        other = claim("Acme's labor costs were [$105 million].", doc="b", metric="cost", **YEAR)
        assert kinds(one, other) == []

    def test_targets_of_two_houses_that_nobody_cites(self) -> None:
        own = {"metric": "price_target", "published": "2026-02-11"}
        one = claim("Analysts at Corbel Securities cut their target on Acme to [$55].", doc="a", **own)
        other = claim("Analysts at Hadley Brown kept a target of [$62] on Acme.", doc="b", **own)
        same = claim("At Corbel Securities the target on Acme is [$62].", doc="b", **own)
        assert kinds(one, other) == []
        assert kinds(one, same) == ["flag/value_conflict"]

    def test_a_round_and_all_that_was_raised(self) -> None:
        own = {"metric": "funding", "published": "2026-06-09"}
        one = claim("Acme raised [$230 million] in the round.", doc="a", **own)
        total = claim("Acme has raised [$480 million] in total.", doc="b", **own)
        other = claim("Acme raised [$250 million] in the round.", doc="b", **own)
        assert kinds(one, total) == ["explain/basis_difference"]
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_a_price_per_share_in_cash_is_no_part_of_the_price(self) -> None:
        own = {"counterparty": "Bolt", "published": "2026-03-16"}
        offer = claim("Acme offers [$31 per share] for Bolt.", doc="a", metric="offer_price", **own)
        cash = claim("Acme offers Bolt [$33 per share] in cash.", doc="b", metric="offer_price", **own)
        whole = claim("Acme buys Bolt for [$5 billion].", doc="a", metric="deal_value", **own)
        part = claim("Acme pays for Bolt [$3 billion] in cash.", doc="b", metric="deal_value", **own)
        assert kinds(offer, cash) == ["flag/value_conflict"]
        assert kinds(whole, part) == ["explain/basis_difference"]

    def test_prices_that_rose_by_so_much_are_inflation_of_so_much(self) -> None:
        own = {"metric": "inflation", "firm": "Freedonia", "date": "2026-06", "published": "2026-07-14"}
        one = claim("Prices in Freedonia rose [2.9%] in June.", doc="a", measure="change", **own)
        other = claim("Inflation in Freedonia was [2.9%] in June.", doc="b", **own)
        higher = claim("Inflation in Freedonia was [3.2%] in June.", doc="b", **own)
        assert kinds(one, other) == ["agree/corroboration"]
        assert kinds(one, higher) == ["flag/value_conflict"]

    def test_a_part_that_the_other_sentence_names_too(self) -> None:
        own = {"metric": "capacity", "published": "2026-09-08"}
        one = claim("Acme plans [2.4 GW] of data centres in Texas.", doc="a", **own)
        other = claim("Acme plans data centres of [2.8 GW] in Texas.", doc="b", scope="Texas", **own)
        elsewhere = claim("All its power is to come to [5.8 GW].", doc="a", **own)
        assert kinds(one, other) == ["flag/value_conflict"]
        assert kinds(elsewhere, other) == ["explain/scope_difference"]

    def test_what_analysts_had_forecast_replaced_nothing(self) -> None:
        one = claim("Analysts had forecast [$4.4 billion].", doc="a", metric="revenue", **YEAR)
        other = claim("Acme's revenue was [$4.9 billion].", doc="b", metric="revenue", **YEAR)
        earlier = claim("Acme had forecast revenue of [$4.4 billion].", doc="a", metric="revenue", **YEAR)
        assert kinds(one, other) == ["explain/basis_difference"]
        assert kinds(earlier, other) == ["explain/revision"]


class TestExplanationsNameTheSides:
    def test_three_figures_on_two_sides(self) -> None:
        own = {"metric": "revenue", **YEAR}
        table = [
            claim("Acme's revenue was [about $840 million].", doc="a", **own),
            claim("Acme had revenue of [$842 million].", doc="b", **own),
            claim("Revenue of the optics segment was [$310 million].", doc="c", scope="optics", **own),
        ]
        explained = [found for found in reconcile(table) if found.status == "explain"]
        assert "between “$310 million” and “about $840 million” or “$842 million”: " in explained[0].explanation

    def test_three_periods(self) -> None:
        own = {"metric": "revenue", "published": "2026-08-04"}
        table = [
            claim("Acme's revenue was [$4.6 billion] in the second quarter.", doc="a", date="2026-04/2026-06", **own),
            claim("Acme's revenue was [$17 billion] in 2025.", doc="b", date="2025", **own),
            claim("Acme's revenue was [$15 billion] in 2024.", doc="c", date="2024", **own),
        ]
        (found,) = reconcile(table)
        assert "for different periods, each given in brackets" in found.explanation

    def test_articles_of_one_story_mean_one_year(self) -> None:
        own = {"metric": "revenue", "date": "2026-01/2026-03"}
        one = claim("Acme's first-quarter revenue was [$842 million].", doc="a", published="2026-05-06", **own)
        other = claim("Acme had first-quarter revenue of [$824 million].", doc="b", published="2026-05-07", **own)
        later = claim("Acme had first-quarter revenue of [$824 million].", doc="b", published="2026-06-20", **own)
        assert "inferred" not in only(one, other).explanation
        assert "The years of “$842 million” and “$824 million” are inferred" in only(one, later).explanation


@pytest.mark.parametrize("told", ["Gross domestic product of Freedonia rose [0.4%]", "The economy grew [0.4%]"])
def test_gross_domestic_product_is_neither_gross_nor_domestic(told: str) -> None:
    own = {
        "metric": "gdp",
        "measure": "change",
        "firm": "Freedonia",
        "date": "2026-01/2026-03",
        "published": "2026-04-30",
    }
    one = claim(f"{told} in the first quarter.", doc="a", **own)
    other = claim("Freedonia's economy expanded [0.6%] in the first quarter.", doc="b", **own)
    assert kinds(one, other) == ["flag/value_conflict"]


def test_a_business_that_is_sold_is_a_part() -> None:
    one = claim("The business had sales of [$900 million] in 2024.", doc="a", metric="revenue", **YEAR)
    other = claim("Acme had sales of [$6.1 billion] in 2024.", doc="b", metric="revenue", **YEAR)
    nearly = claim("Acme had sales of [$5.9 billion] in 2024.", doc="a", metric="revenue", **YEAR)
    assert kinds(one, other) == ["explain/scope_difference"]
    assert kinds(nearly, other) == ["flag/value_conflict"]
