"""Exports: nothing runs in a spreadsheet, the same bytes for the same run, and linked data in the shape of its standards."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

import crossfoot
from crossfoot import store
from crossfoot.errors import UsageError
from crossfoot.export import FORMS, TABLES, Source, spreadsheet, xlsx
from crossfoot.records import Article, Claim, Finding, Verdict

# What spreadsheets, old and new, have been made to run; some begin with blanks or signs that a program passes over.
FORMULAS = (
    "=1+1", "=2*3", "+1+1", "-1+1", "@SUM(1,1)", "=HYPERLINK(\"http://evil.example\",\"click\")", "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+9)*cmd|' /C calc'!A0", "=IMPORTXML(\"http://evil.example\",\"//a\")",
    "=WEBSERVICE(\"http://evil.example\")", "=IMAGE(\"http://evil.example/p.png\")", "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "=IFERROR(A1,B1)", "\t=1+1", "\r=1+1", "\n=1+1", "   =1+1", "=\"a\"&B1", "=INDIRECT(\"A\"&1)", "=rundll32|'URL.dll'!A",
    "={1,2,3}", "=-1", "=+1", "=@A1", "＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "ok;=1+1", "ok\n=1+1", "\ufeff=1+1",
)  # fmt: skip
HOSTILE = '=HYPERLINK("x") [bold]red[/bold] <b>&\u202e \x1b[31m'


def claim(claim_id: str, quote: str, **given: Any) -> Claim:
    """A claim whose quote begins the text of its article, which is named as it is."""
    fields: dict[str, Any] = {"doc_id": claim_id, "start": 0, "end": len(quote), "quote": quote, "sentence": quote}
    return Claim(claim_id=claim_id, **{**fields, "sentence_start": 0, "metric": "revenue", **given})


def written(folder: Path, claims: list[Claim], findings: list[Finding] | None = None, **article: Any) -> Path:
    """A run's folder with these claims and an article for each."""
    articles = [Article(**{"id": each.doc_id, "text": each.quote + " said.", **article}) for each in claims]
    store.write_tables(folder, claims=claims, findings=findings or [], articles=articles, rejections=[])
    return folder


def exported(folder: Path, to: str, table: str = "claims") -> bytes:
    return FORMS[to].render(Source(folder, store.read_run(folder), table))


def finding(*claim_ids: str, **given: Any) -> Finding:
    fields = {"status": "flag", "kind": "value_conflict", "severity": "high", "firm": "Acme", "metric": "revenue"}
    return Finding(
        finding_id="f/1", claim_ids=claim_ids, **{**fields, "explanation": "“1” and “2” do not meet.", **given}
    )


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory, seed_run: crossfoot.Run) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    seed_run.write(folder)
    return folder


@pytest.fixture
def attack(tmp_path: Path) -> Path:
    """A run in which every text is a formula."""
    claims = [
        claim(f"c{at}", text, firm=text, source=text, scope=text, rules=(text,), value=-3.5, value_low=-3.5, value_high=-3.5)
        for at, text in enumerate(FORMULAS)
    ]  # fmt: skip
    findings = [finding("c0", "c1", firm=text, explanation=text) for text in FORMULAS]
    return written(tmp_path, claims, findings, title="=1+1", source="@x", authors=("+a", "-b"))


class TestSpreadsheets:
    @pytest.mark.parametrize("table", TABLES)
    def test_no_formula_lives_in_the_csv_for_excel(self, attack: Path, table: str) -> None:
        text = exported(attack, "csv", table).decode("utf-8-sig")
        numbers = {
            "start",
            "end",
            "sentence_start",
            "value",
            "value_low",
            "value_high",
            "confidence",
            "witnesses",
            "score",
        }
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert len(rows) == len(FORMULAS)
        for row in rows:
            for column, cell in row.items():
                if column not in numbers:
                    assert not re.match(r"[\s\ufeff]*[=+\-@＝＋－＠]", cell), (column, cell)
                    assert not cell.startswith(("\t", "\r", "\n")), (column, cell)
                    assert not re.search(r"[;\t\r\n]\s*=", cell), (column, cell)

    def test_numbers_stay_numbers_and_texts_are_whole_behind_the_apostrophe(self, attack: Path) -> None:
        rows = list(csv.DictReader(io.StringIO(exported(attack, "csv").decode("utf-8-sig"), newline="")))
        assert {row["value"] for row in rows} == {"-3.5"}
        plain = [row["firm"].replace("'", "") for row in rows]
        assert plain == [text.replace("'", "") for text in FORMULAS]

    def test_excel_knows_the_csv_for_utf_8(self, tmp_path: Path) -> None:
        assert exported(written(tmp_path, [claim("c", "8% für Müller")]), "csv").startswith(b"\xef\xbb\xbfclaim_id,")

    @pytest.mark.parametrize("text", ["007", "12345678901234567", "95812608e45", "1.5E3"])
    def test_an_id_that_reads_as_a_number_keeps_its_digits(self, text: str) -> None:
        assert spreadsheet.inert(text) == f"'{text}"

    @pytest.mark.parametrize("text", ["Acme", "1234", "2026-07-01", "a=b", "rose 3-4%", "Q&A; then more", ""])
    def test_what_harms_nobody_is_left_as_it_is(self, text: str) -> None:
        assert spreadsheet.inert(text) == text

    def test_the_plain_csv_is_the_runs_own(self, seeds: Path) -> None:
        assert exported(seeds, "csv-plain") == (seeds / "claims.csv").read_bytes()
        assert exported(seeds, "jsonl") == (seeds / "claims.jsonl").read_bytes()
        assert exported(seeds, "jsonl", "findings") == (seeds / "findings.jsonl").read_bytes()
        assert exported(seeds, "parquet") == (seeds / "claims.parquet").read_bytes()
        assert exported(seeds, "parquet", "articles") == (seeds / "articles.parquet").read_bytes()


class TestWorkbook:
    def test_no_formula_and_no_link_is_in_it(self, attack: Path) -> None:
        data = exported(attack, "xlsx")
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            xml = "".join(parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets"))
        assert "<f>" not in xml
        assert "<hyperlink" not in xml
        import openpyxl
        from openpyxl.utils.escape import unescape

        book = openpyxl.load_workbook(io.BytesIO(data))
        assert book.sheetnames == ["claims", "findings", "articles"]
        sheet = book["claims"]
        head = [cell.value for cell in sheet[1]]
        firms = [row[head.index("firm")] for row in sheet.iter_rows(min_row=2)]
        assert [cell.data_type for cell in firms] == ["s"] * len(FORMULAS)
        assert [unescape(cell.value) for cell in firms] == list(FORMULAS)
        values = [row[head.index("value")] for row in sheet.iter_rows(min_row=2)]
        assert {(cell.data_type, cell.value) for cell in values} == {("n", -3.5)}
        assert {book[name].freeze_panes for name in book.sheetnames} == {"A2"}

    def test_the_same_run_gives_the_same_bytes(self, seeds: Path) -> None:
        assert exported(seeds, "xlsx") == exported(seeds, "xlsx")

    def test_a_text_longer_than_a_cell_says_where_it_was_cut(self, tmp_path: Path) -> None:
        import openpyxl

        folder = written(tmp_path, [claim("c", "x" * 40_000)])
        sheet = openpyxl.load_workbook(io.BytesIO(exported(folder, "xlsx")))["articles"]
        cell = next(cell.value for cell in sheet[2] if cell.value and cell.value.startswith("xxx"))
        assert len(cell) == spreadsheet.LONGEST
        assert cell.endswith("… (cut: 40,006 characters)")

    def test_more_rows_than_a_sheet_holds_are_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(xlsx, "MOST_ROWS", 1)
        with pytest.raises(
            UsageError, match=r"^claims: 2 rows do not fit a sheet, which holds 1; export --to csv or parquet$"
        ):
            exported(written(tmp_path, [claim("a", "1%"), claim("b", "2%")]), "xlsx")

    def test_without_its_library_it_says_what_to_install(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "xlsxwriter", None)
        with pytest.raises(UsageError, match=r"needs xlsxwriter: pip install 'crossfoot\[xlsx\]'$"):
            exported(written(tmp_path, []), "xlsx")


class TestDuckDB:
    def rows(self, script: bytes, query: str) -> list[tuple[Any, ...]]:
        duckdb = pytest.importorskip("duckdb")
        with duckdb.connect(":memory:") as connection:
            connection.execute(script.decode())
            found: list[tuple[Any, ...]] = connection.execute(query).fetchall()
        return found

    def test_the_script_makes_views_of_the_run(self, seeds: Path, seed_run: crossfoot.Run) -> None:
        script = exported(seeds, "duckdb")
        for name, records in (
            ("claims", seed_run.claim_records),
            ("findings", seed_run.finding_records),
            ("articles", seed_run.article_records),
            ("quarantine", seed_run.rejections),
        ):
            assert self.rows(script, f"SELECT count(*) FROM {name}") == [(len(records),)]
        pairs = self.rows(script, "SELECT finding_id, claim_id FROM compared")
        expected = [(each.finding_id, name) for each in seed_run.finding_records for name in each.claim_ids]
        assert sorted(pairs) == sorted(expected)

    @pytest.mark.parametrize("name", ["it's", "a [b]", "what*", "x'; DROP TABLE y; --", "ä ö"])
    def test_a_folder_of_any_name(self, tmp_path: Path, name: str) -> None:
        folder = written(tmp_path / name, [claim("c", "8%")], [finding("c")])
        assert self.rows(exported(folder, "duckdb"), "SELECT quote, explanation FROM compared") == [
            ("8%", "“1” and “2” do not meet.")
        ]


def quoted(text: str, target: dict[str, Any]) -> None:
    """A target as the model has it: both selectors say the same characters."""
    assert target["type"] == "SpecificResource"
    assert target["source"].startswith(("urn:crossfoot:", "https://"))
    quote, position = target["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    start, end = position["start"], position["end"]
    assert text[start:end] == quote["exact"]
    assert text[:start].endswith(quote.get("prefix", ""))
    assert text[end:].startswith(quote.get("suffix", ""))


def keys(value: Any) -> set[str]:
    """Every key of a JSON value, however deep."""
    if isinstance(value, dict):
        return set(value) | {key for item in value.values() for key in keys(item)}
    return {key for item in value for key in keys(item)} if isinstance(value, list) else set()


class TestAnnotations:
    """https://www.w3.org/TR/annotation-model: what a collection, a page and an annotation must have."""

    def test_shape(self, seeds: Path, seed_run: crossfoot.Run) -> None:
        collection = json.loads(exported(seeds, "annotations"))
        assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert collection["type"] == "AnnotationCollection"
        page = collection["first"]
        assert page["type"] == "AnnotationPage"
        items = page["items"]
        assert collection["total"] == len(items) == len(seed_run.claim_records) + len(seed_run.finding_records)
        identifiers = [collection["id"], page["id"], *(item["id"] for item in items)]
        assert len(set(identifiers)) == len(identifiers)
        assert all(identifier.startswith("urn:crossfoot:") for identifier in identifiers)
        texts = {claim.claim_id: text for article in seed_run.article_records for text in [article.text]
                 for claim in seed_run.claim_records if claim.doc_id == article.id}  # fmt: skip
        for item in items:
            assert item["type"] == "Annotation"
            assert item["motivation"] in ("describing", "assessing")
            assert all(body["type"] == "TextualBody" and body["value"] for body in item["body"])
            if item["motivation"] == "describing":
                quoted(texts[item["id"].rpartition(":")[2]], item["target"])

    def test_every_term_is_one_of_the_model(self, seeds: Path) -> None:
        """Those of https://www.w3.org/ns/anno.jsonld that we use."""
        assert keys(json.loads(exported(seeds, "annotations"))) <= {
            "@context", "id", "type", "label", "name", "generator", "total", "first", "startIndex", "items", "motivation",
            "body", "target", "value", "format", "purpose", "language", "source", "selector", "state",
            "sourceDateStart", "sourceDateEnd", "cached", "exact", "prefix", "suffix", "start", "end",
        }  # fmt: skip

    def test_positions_count_code_points(self, tmp_path: Path) -> None:
        text = "🤖 𝟛 Sales rose 8%."
        one = Claim(
            claim_id="c",
            doc_id="a",
            start=15,
            end=17,
            quote="8%",
            sentence=text,
            sentence_start=0,
            metric="revenue",
            published="2026-07-02",
        )
        article = Article(id="a", text=text, url="https://news.example/a b?x=1", published="2026-07-02")
        store.write_tables(tmp_path, claims=[one], findings=[], articles=[article], rejections=[])
        (item,) = json.loads(exported(tmp_path, "annotations"))["first"]["items"]
        quoted(text, item["target"])
        assert item["target"]["source"] == "https://news.example/a%20b?x=1"
        assert item["target"]["state"] == {
            "type": "TimeState",
            "sourceDateStart": "2026-07-02T00:00:00Z",
            "sourceDateEnd": "2026-07-02T23:59:59Z",
            "cached": "urn:crossfoot:article:a",
        }

    def test_a_day_that_is_none_is_left_out(self, tmp_path: Path) -> None:
        folder = written(
            tmp_path, [claim("c", "8%", published="last week")], [finding("c")], url="https://news.example/a"
        )
        item = json.loads(exported(folder, "annotations"))["first"]["items"][0]
        assert item["target"]["state"] == {"type": "TimeState", "cached": "urn:crossfoot:article:c"}
        assert "datePublished" not in json.loads(exported(folder, "claimreview"))["@graph"][0]["itemReviewed"]

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "http://[", "file:///etc/passwd", ""])
    def test_an_address_that_no_browser_may_follow_is_not_given(self, tmp_path: Path, url: str) -> None:
        folder = written(tmp_path, [claim("c", "8%")], url=url)
        (item,) = json.loads(exported(folder, "annotations"))["first"]["items"]
        assert item["target"]["source"] == "urn:crossfoot:article:c"

    def test_verdicts(self) -> None:
        text = "A\n🤖 Sales rose 9%."
        verdict = Verdict(
            verdict_id="v", start=15, end=17, line=2, quote="9%", label="refuted", explanation="no", correction="8%"
        )
        collection = json.loads(crossfoot_annotations(text, [verdict]))
        (item,) = collection["first"]["items"]
        quoted(text, item["target"])
        assert [body["value"] for body in item["body"]] == ["no. Instead: 8%", "refuted"]


def crossfoot_annotations(text: str, verdicts: list[Verdict]) -> str:
    from crossfoot.export import web_annotations

    return web_annotations.of_verdicts(text, verdicts, "note.md")


class TestClaimReview:
    """https://schema.org/ClaimReview, and what Google asks of one: claimReviewed, reviewRating, url."""

    def test_shape(self, seeds: Path, seed_run: crossfoot.Run) -> None:
        document = json.loads(exported(seeds, "claimreview"))
        assert document["@context"] == "https://schema.org"
        reviews = document["@graph"]
        assert len(reviews) == sum(len(each.claim_ids) for each in seed_run.finding_records)
        assert len({review["@id"] for review in reviews}) == len(reviews)
        for review in reviews:
            assert review["@type"] == "ClaimReview"
            assert review["claimReviewed"]
            assert review["url"].startswith("report.html#/finding/")
            assert review["author"]["@type"] == "Organization"
            assert review["reviewRating"] == {
                "@type": "Rating",
                "alternateName": review["reviewRating"]["alternateName"],
            }
            assert review["itemReviewed"]["@type"] == "Claim"
            assert review["itemReviewed"]["appearance"]["@type"] == "NewsArticle"

    def test_every_term_is_one_of_the_vocabulary(self, seeds: Path) -> None:
        """Those of schema.org that ClaimReview, Rating, Claim, Person, Organization and CreativeWork have."""
        assert keys(json.loads(exported(seeds, "claimreview"))) <= {
            "@context", "@graph", "@id", "@type", "url", "claimReviewed", "reviewBody", "author", "name", "reviewRating",
            "alternateName", "itemReviewed", "text", "datePublished", "appearance", "identifier", "headline", "publisher",
        }  # fmt: skip

    def test_who_is_cited_is_a_person_or_a_house(self, tmp_path: Path) -> None:
        names = ("Jim Cramer", "Raymond James", "JPMorgan")
        claims = [claim(f"c{at}", "8%", source=name) for at, name in enumerate(names)]
        folder = written(tmp_path, claims, [finding("c0", "c1", "c2")])
        authors = [review["itemReviewed"]["author"] for review in json.loads(exported(folder, "claimreview"))["@graph"]]
        assert [(author["@type"], author["name"]) for author in authors] == [
            ("Person", "Jim Cramer"), ("Organization", "Raymond James"), ("Organization", "JPMorgan")
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("label", "value"),
        [("supported", 5), ("conflicting_evidence", 3), ("refuted", 1), ("not_enough_evidence", None)],
    )
    def test_verdicts_are_rated(self, label: Any, value: int | None) -> None:
        from crossfoot.export import claimreview

        verdict = Verdict(verdict_id="v", start=11, end=13, quote="9%", label=label, explanation="so")
        (review,) = json.loads(claimreview.of_verdicts("Sales rose 9%.\nMore.", [verdict], "note.md"))["@graph"]
        assert review["claimReviewed"] == "Sales rose 9%."
        assert review["reviewRating"].get("ratingValue") == value
        assert review["reviewRating"]["alternateName"]


@pytest.mark.parametrize("to", FORMS)
@pytest.mark.parametrize("text", [HOSTILE, "\x00\x0b", "'; --", "</script>"])
def test_any_text_is_written_in_every_form(tmp_path: Path, to: str, text: str) -> None:
    one = claim("c", "8%", firm=text, source=text, scope=text)
    article = Article(id="c", text="8% said.", title=text, url=text, source=text)
    run = store.StoredRun((article,), (one,), (finding("c", firm=text, explanation=text),))
    assert FORMS[to].render(Source(tmp_path, run))
    if to in ("annotations", "claimreview"):
        json.loads(FORMS[to].render(Source(tmp_path, run)))


@pytest.mark.parametrize("to", sorted(FORMS.keys() - {"parquet"}))  # a run's own Parquet holds no half character
def test_half_a_character_is_written_as_a_whole_one(tmp_path: Path, to: str) -> None:
    run = store.StoredRun((), (claim("c", "8%", firm="A\ud800"),), ())
    assert FORMS[to].render(Source(tmp_path, run)).decode("utf-8", "ignore") is not None


@pytest.mark.parametrize("to", FORMS)
def test_an_empty_run_is_written_in_every_form(tmp_path: Path, to: str) -> None:
    folder = written(tmp_path, [])
    assert FORMS[to].render(Source(folder, store.read_run(folder))) is not None
