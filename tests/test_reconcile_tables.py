"""Tables held against each other, copies of one story, figures told weeks later, and an analyst's own relations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crossfoot.errors import VocabularyError
from crossfoot.reconcile import against, copies, reconcile
from crossfoot.reconcile.relations import added, library
from crossfoot.store import json_lines
from test_reconcile import YEAR, claim, kinds

SALES = {"metric": "revenue", **YEAR}
MOVED = {"metric": "index_level", "measure": "change", "firm": "Ruritania 50"}


class TestNewBatch:
    old = (
        claim("Acme's revenue was [$4.1 billion] in 2024.", doc="old", **SALES),
        claim("Brill's revenue was [$2.5 billion] in 2024.", doc="old", at=300, firm="Brill", **SALES),
        claim("Brill had revenue of [$2.9 billion] in 2024.", doc="older", firm="Brill", **SALES),
    )
    new = (
        claim("Acme had revenue of [$4.7 billion] in 2024.", doc="new", **SALES),
        claim("Acme's revenue came to [$4.7 billion] in 2024.", doc="newer", **SALES),
    )

    def test_only_what_the_two_say_of_each_other(self) -> None:
        (found,) = against(self.new, self.old)
        assert found.status == "flag"
        assert set(found.claim_ids) == {self.old[0].claim_id, *(each.claim_id for each in self.new)}

    def test_a_claim_that_both_tables_hold_is_no_news(self) -> None:
        assert against(self.old[:1], self.old) == []

    def test_command(self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        from crossfoot import cli

        new, old, out = tmp_path / "new.jsonl", tmp_path / "old.jsonl", tmp_path / "out"
        new.write_text(json_lines(self.new), encoding="utf-8")
        old.write_text(json_lines(self.old), encoding="utf-8")
        monkeypatch.setattr("sys.argv", ["crossfoot", "diff", str(new), str(old), "--out", str(out)])
        cli.main()
        assert "figures disagree" in capsys.readouterr().out
        (found,) = (json.loads(line) for line in (out / "findings.jsonl").read_text(encoding="utf-8").splitlines())
        assert found["kind"] == "value_conflict"
        assert (out / "report.html").is_file()


class TestCopies:
    story = "Acme said Tuesday that its revenue in the year that ended in December came to [$4.1 billion], helped by mild weather."

    def test_a_story_under_two_mastheads_is_one_witness(self) -> None:
        one = claim(self.story, doc="a", **SALES)
        other = claim(f"(Wire) {self.story}", doc="b", **SALES)
        (found,) = reconcile([one, other])
        assert found.witnesses == 1
        assert "copies of one story" in found.explanation

    def test_two_writers_are_two(self) -> None:
        one = claim(self.story, doc="a", **SALES)
        other = claim(
            "Mild months lifted Acme to annual sales of [$4.1 billion], according to accounts that it published for 2024.",
            doc="b",
            **SALES,
        )
        (found,) = reconcile([one, other])
        assert found.witnesses == 2

    def test_groups_are_named_by_their_first_article(self) -> None:
        claims = [claim(self.story, doc=name, **SALES) for name in "cab"]
        assert copies.groups(claims) == {"a": "a", "b": "a", "c": "a"}


class TestToldLater:
    def test_a_statistic_may_have_been_revised(self) -> None:
        first = {"metric": "gdp", "measure": "change", "date": "2024-01/2024-03", "firm": "Ruritania"}
        one = claim("The economy grew [1.4%] in the first quarter.", doc="a", published="2024-04-26", **first)
        other = claim("The economy grew [2.1%] in the first quarter.", doc="b", published="2024-06-28", **first)
        assert kinds(one, other) == ["explain/revision"]

    def test_two_articles_of_one_week_disagree(self) -> None:
        first = {"metric": "gdp", "measure": "change", "date": "2024-01/2024-03", "firm": "Ruritania"}
        one = claim("The economy grew [1.4%] in the first quarter.", doc="a", published="2024-04-26", **first)
        other = claim("The economy grew [2.1%] in the first quarter.", doc="b", published="2024-04-28", **first)
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_a_result_is_not_revised_by_the_weeks(self) -> None:
        one = claim(
            "Acme's revenue was [$4.1 billion] in 2024.", doc="a", metric="revenue", date="2024", published="2025-02-01"
        )
        other = claim(
            "Acme's revenue was [$4.7 billion] in 2024.", doc="b", metric="revenue", date="2024", published="2025-04-01"
        )
        assert kinds(one, other) == ["flag/value_conflict"]


class TestMovesWithoutADay:
    def test_every_day_has_one(self) -> None:
        one = claim("The Ruritania 50 rose [1.7%] as banks gained.", doc="a", **MOVED)
        other = claim("The Ruritania 50 rose [0.4%] as banks gained.", doc="b", **MOVED)
        assert kinds(one, other) == []

    def test_of_one_day_they_disagree(self) -> None:
        day = {"published": "2025-03-05", "date": "2025-03-05"}
        one = claim("The Ruritania 50 closed [1.7%] higher as banks gained.", doc="a", **MOVED, **day)
        other = claim("The Ruritania 50 closed [0.4%] higher as banks gained.", doc="b", **MOVED, **day)
        assert kinds(one, other) == ["flag/value_conflict"]

    def test_the_levels_beside_them_tell_two_days(self) -> None:
        share = {**MOVED, "metric": "share_price", "firm": "Acme"}
        one = claim("Acme's shares rose [1.7%] to $41.20 on the news of its results.", doc="a", **share)
        other = claim("Acme's shares rose [4.4%] to $57.90 on the news of its results.", doc="b", **share)
        near = claim("Acme's shares rose [4.4%] to $41.60 on the news of its results.", doc="c", **share)
        assert kinds(one, other) == []
        assert kinds(one, near) == ["flag/value_conflict"]


OWN = """
relations:
  - name: costs and profit make sales
    left: costs + profit
    right: sales
    groups:
      - within: article
        same: [firm, date]
        roles:
          costs: {unit: $u, metrics: [operating_expenses]}
          profit: {unit: $u, metrics: [operating_income]}
      - roles:
          sales: {unit: $u, metrics: [revenue]}
    same: [firm]
    says: "{costs} and {profit} make {left}"
    meets: derived_agreement
"""


class TestOwnRelations:
    claims = (
        claim("Acme's running costs were [$3.0 billion] in 2024.", doc="a", metric="operating_expenses", **YEAR),
        claim("Its operating profit was [$1.1 billion] in 2024.", doc="a", at=80, metric="operating_income", **YEAR),
        claim("Acme's revenue was [$4.1 billion] in 2024.", doc="b", **SALES),
    )

    def test_an_analyst_adds_one(self, tmp_path: Path) -> None:
        file = tmp_path / "own.yaml"
        file.write_text(OWN, encoding="utf-8")
        assert reconcile(self.claims) == []
        (found,) = reconcile(self.claims, relations=added(file))
        assert found.kind == "derived_agreement"
        assert "“$3.0 billion” and “$1.1 billion” make $4.1 billion" in found.explanation
        assert len(added(file)) == len(library()) + 1

    @pytest.mark.parametrize(
        "text", ["relations: [{name: half}]", "relations: {", OWN.replace("costs + profit", "open(costs)")]
    )
    def test_a_file_that_is_none_is_refused(self, text: str, tmp_path: Path) -> None:
        file = tmp_path / "own.yaml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(VocabularyError, match=r"own\.yaml|formula"):
            added(file)

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(VocabularyError):
            added(tmp_path / "none.yaml")
