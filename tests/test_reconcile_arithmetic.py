"""Figures that other figures imply: one sentence for each relation, and one where the arithmetic does not come out."""

from __future__ import annotations

import pytest

from crossfoot.errors import VocabularyError
from crossfoot.reconcile import reconcile
from crossfoot.reconcile.formulas import combined, evaluate, parsed
from crossfoot.reconcile.relations import bind, library
from crossfoot.values.intervals import Interval
from test_reconcile import DAY, YEAR, claim, kinds, only


def derived(*claims: object) -> list[str]:
    """Findings of arithmetic only."""
    return [kind for kind in kinds(*claims) if "derived" in kind]  # type: ignore[arg-type]


def in_one_sentence(sentence: str, doc: str, *columns: dict[str, object]) -> list[object]:
    """One claim for each bracketed figure of a sentence, each with its own columns."""
    found = []
    pieces = sentence.split("[")
    for place, own in enumerate(columns, start=1):
        marked = "".join(
            piece if at == 0 else ("[" + piece if at == place else piece.replace("]", "", 1))
            for at, piece in enumerate(pieces)
        )
        found.append(claim(marked, doc=doc, **own))  # type: ignore[arg-type]
    return found


def test_a_size_at_a_rate_comes_to_a_total() -> None:
    parts = in_one_sentence(
        "Acme builds [3 GW] at [$40–45 billion per GW].",
        "a",
        {"metric": "capacity", **YEAR},
        {"metric": "construction_cost", **YEAR},
    )
    total = claim("Acme will spend [$125 billion to $145 billion].", doc="b", metric="capital_expenditure", **YEAR)
    assert derived(*parts, total) == ["agree/derived_agreement"]
    far = claim("Acme will spend [$25 billion].", doc="b", metric="capital_expenditure", **YEAR)
    assert derived(*parts, far) == []


def test_a_payment_implies_a_rate() -> None:
    parts = in_one_sentence(
        "Volt leases [300 MW] for [$1.25 billion a month].",
        "a",
        {"metric": "capacity", "firm": "Volt"},
        {"metric": "payment", "firm": "Volt"},
    )
    other = claim(
        "Acme could ask [$10–15 billion per GW per year].", doc="b", metric="revenue", modality="hypothetical"
    )
    found = only(*parts, other)  # type: ignore[arg-type]
    assert (found.status, found.kind) == ("flag", "derived_divergence")
    assert "$50 billion per GW a year" in found.explanation
    near = claim("Acme could ask [$50 billion per GW per year].", doc="b", metric="revenue", modality="hypothetical")
    assert derived(*parts, near) == ["agree/derived_agreement"]


@pytest.mark.parametrize(
    ("level", "expected"),
    [("$1.12 billion", ["agree/derived_agreement"]), ("$1.35 billion", ["flag/derived_divergence"])],
)
def test_growth_from_a_base(level: str, expected: list[str]) -> None:
    now, before = {"metric": "revenue", "date": "2024"}, {"metric": "revenue", "date": "2023"}
    parts = in_one_sentence(
        f"Revenue rose [12%] to [{level}] from [$1.00 billion].", "a", {**now, "measure": "change"}, now, before
    )
    assert derived(*parts) == expected


@pytest.mark.parametrize(
    ("percent", "expected"), [("2.00%", ["agree/derived_agreement"]), ("4.00%", ["flag/derived_divergence"])]
)
def test_points_and_percent_of_one_level(percent: str, expected: list[str]) -> None:
    own = {"metric": "index_level", "unit": "point", **DAY}
    parts = in_one_sentence(
        f"The index lost [3.20] points or [{percent}] to end at [156.80].",
        "a",
        {**own, "measure": "change", "sign": -1},
        {**own, "measure": "change", "unit": "percent", "sign": -1},
        own,
    )
    assert derived(*parts) == expected


@pytest.mark.parametrize(
    ("rest", "expected"), [("35%", ["agree/derived_agreement"]), ("25%", ["flag/derived_divergence"])]
)
def test_the_rest_makes_a_hundred(rest: str, expected: list[str]) -> None:
    parts = in_one_sentence(
        f"Acme uses [65%] of its plants and the [remaining {rest}] stand idle.",
        "a",
        {"metric": "utilization", **DAY},
        {"metric": "idle_capacity", **DAY},
    )
    assert derived(*parts) == expected


def test_parts_make_the_count() -> None:
    own = {"metric": "orders", "unit": "aircraft", **DAY}
    parts = in_one_sentence("It sold [five] jets: [two] to Ruli and [three] to Toma.", "a", own, own, own)
    assert "agree/derived_agreement" in kinds(*parts)  # type: ignore[arg-type]
    assert (
        derived(*in_one_sentence("It sold [nine] jets: [two] to Ruli and [three] to Toma.", "a", own, own, own)) == []
    )


def test_two_parts_make_the_total_of_another_article_and_are_no_conflict_with_it() -> None:
    deal = {"metric": "investment", "counterparty": "Desk", **YEAR}
    parts = in_one_sentence("Acme puts [$4.5 billion] into Desk and funds a [$2 billion] buyout.", "a", deal, deal)
    total = claim("Acme committed [$6.5 billion] to Desk.", doc="b", **deal)  # type: ignore[arg-type]
    assert kinds(*parts, total) == ["agree/derived_agreement"]  # type: ignore[arg-type]


def test_a_share_of_a_whole() -> None:
    parts = in_one_sentence(
        "[Two thirds] of its [9,000 employees] will go.",
        "a",
        {"metric": "job_cuts"},
        {"metric": "employees", "unit": "employee"},
    )
    part = claim("Acme will cut [6,000 jobs].", doc="b", metric="job_cuts", unit="employee")
    assert derived(*parts, part) == ["agree/derived_agreement"]


def test_a_margin() -> None:
    income = claim("EBITDA was [$8.2 billion].", doc="a", metric="ebitda", **YEAR)
    sales = claim("Revenue was [$29.0 billion].", doc="a", at=50, metric="revenue", **YEAR)
    margin = claim("The EBITDA margin was [28.3%].", doc="a", at=90, metric="ebitda_margin", **YEAR)
    assert derived(income, sales, margin) == ["agree/derived_agreement"]


def test_formulas_carry_every_end() -> None:
    roles = {"base": Interval(90, 110), "growth": Interval(0.1, 0.2)}
    result = evaluate("base * (1 + growth)", roles)
    assert result is not None
    assert (result.low, result.high) == pytest.approx((99, 132))
    assert evaluate("base / growth", {**roles, "growth": Interval(-0.1, 0.2)}) is None
    assert evaluate("base / missing", roles) is None
    assert combined("+", Interval(None, 3), Interval(1, 2)) is None
    assert combined("*", Interval(1e300, 1e300), Interval(1e300, 1e300)) is None


@pytest.mark.parametrize("formula", ["__import__('os')", "base ** 2", "base if growth else 1", "base +", "base.low"])
def test_formulas_are_arithmetic_only(formula: str) -> None:
    with pytest.raises(VocabularyError):
        parsed(formula)


def test_units_bind_to_their_variables() -> None:
    assert bind("$u/$v", "USD/W", {"$v": "W"}) == {"$v": "W", "$u": "USD"}
    assert bind("$u/$v/year", "USD/W/year", {}) == {"$u": "USD", "$v": "W"}
    assert bind("$u/$v", "USD/W", {"$v": "tonne"}) is None
    assert bind("$u", "percent", {}) is None
    assert bind("$u", "USD/share", {}) == {"$u": "USD/share"}
    assert bind("$d", "USD", {"$c": "USD"}) is None
    assert bind("$c", "employee", {}) is None


def test_the_library_is_read_and_named_once() -> None:
    names = [relation.name for relation in library()]
    assert len(names) == len(set(names)) >= 10
    assert reconcile([]) == []


def test_another_percentage_beside_a_sum_that_comes_out() -> None:
    own = {"metric": "share_price", "unit": "USD/share", **DAY}
    change = {**own, "measure": "change"}
    parts = in_one_sentence("It rose [$2.10], or [3.0%], to [$72.10], and is up [12%] this year.", "a", change,
        {**change, "unit": "percent"}, own, {**change, "unit": "percent"})  # fmt: skip
    assert derived(*parts) == ["agree/derived_agreement"]


def growth_to(level: str, growth: str, doc: str) -> list[object]:
    own = {"metric": "revenue", **YEAR}
    return in_one_sentence(f"Acme's revenue rose [{growth}] to [{level}].", doc, {**own, "measure": "change"}, own)


def test_two_growth_rates_on_one_base_are_still_two_answers() -> None:
    """Both come to a base of $11.4 billion or so, which makes neither the other's part."""
    table = [*growth_to("$12.4 billion", "8%", "a"), *growth_to("$12.1 billion", "6%", "b")]
    assert kinds(*table).count("flag/value_conflict") == 2  # type: ignore[arg-type]
    same = [*growth_to("$12.4 billion", "8%", "a"), *growth_to("$12.42 billion", "8.2%", "b")]
    assert not [kind for kind in kinds(*same) if kind.startswith("flag")]  # type: ignore[arg-type]


def test_a_margin_that_comes_out_does_not_settle_two_incomes() -> None:
    income = claim("Operating profit was [$3.0 billion].", doc="a", metric="operating_income", **YEAR)
    sales = claim("Revenue was [$30.0 billion].", doc="a", at=50, metric="revenue", **YEAR)
    margin = claim("The operating margin was [10%].", doc="a", at=90, metric="operating_margin", **YEAR)
    other = claim("Operating profit was [$2.7 billion].", doc="b", metric="operating_income", **YEAR)
    assert "flag/value_conflict" in kinds(income, sales, margin, other)


def price_to(sentence: str, doc: str) -> list[object]:
    own = {"metric": "commodity_price", "unit": "USD/barrel", **DAY}
    return in_one_sentence(sentence, doc, {**own, "measure": "change", "unit": "percent", "sign": -1}, own)


def test_a_price_at_two_moments_that_fell_from_one_figure() -> None:
    one = price_to("Crude fell [3.4%] to [$62.10 a barrel].", "a")
    other = price_to("Crude lost [2.2%] to settle at [$62.82 a barrel].", "b")
    assert not [kind for kind in kinds(*one, *other) if kind.startswith("flag")]  # type: ignore[arg-type]
    two_closes = [
        *price_to("Crude closed [3.4%] lower and settled at [$62.10 a barrel].", "a"),
        *price_to("Crude closed [2.2%] lower and settled at [$62.82 a barrel].", "b"),
    ]
    assert kinds(*two_closes).count("flag/value_conflict") == 2  # type: ignore[arg-type]


def test_only_relations_of_parts_and_wholes_drop_conflicts() -> None:
    parts = {relation.name for relation in library() if relation.parts}
    assert parts == {"parts of a count", "shares of a whole", "money that comes in two parts", "a share of a whole"}


@pytest.mark.parametrize(("sales", "said"), [("Third-quarter revenue", True), ("Third-quarter 2024 revenue", False)])
def test_arithmetic_that_rests_on_an_inferred_period_says_so(sales: str, said: bool) -> None:
    quarter = {"doc": "a", "date": "2024-07/2024-09"}
    income = claim("In the third quarter of 2024 EBITDA was [$8.2 billion].", metric="ebitda", **quarter)
    revenue = claim(f"{sales} was [$29.0 billion].", at=90, metric="revenue", **quarter)
    margin = claim("The margin was [28.3%] in that quarter of 2024.", at=150, metric="ebitda_margin", **quarter)
    assert ("The year of “$29.0 billion” is inferred" in only(income, revenue, margin).explanation) is said


@pytest.mark.parametrize(("verb", "fits"), [("closed", False), ("was trading", True)])
def test_no_arithmetic_fits_between_figures_that_contradict_each_other(verb: str, fits: bool) -> None:
    """10% to $55 and 12% to $56 both start from $50: two moments of a day, and no two closes."""

    def told(doc: str, verb: str, percent: str, price: str) -> list[object]:
        own = {"metric": "share_price", "date": "2026-08-04", "published": "2026-08-04"}
        sentence = f"Acme {verb} [{percent}] higher at [{price}]."
        return in_one_sentence(sentence, doc, {**own, "measure": "change"}, own)

    found = derived(*told("a", "closed", "10%", "$55.00"), *told("b", verb, "12%", "$56.00"))
    assert ("agree/derived_agreement" in found) is fits
