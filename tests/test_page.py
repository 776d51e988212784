"""The page in a browser, from disk: every view, the keys, decisions, hostile texts, and what axe says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from browser import axe, chromium
from crossfoot.flow import Run, check, checked_page, evidence
from crossfoot.records import Decision
from page_runs import HOSTILE, hostile, of, told_again
from test_run import command

VIEWS = ("", "findings", "findings/all", "summary", "claims", "articles", "quarantine", "made")
MANY = 20_000
_DRAWN = """() => new Promise((done) => {
  const look = () => document.documentElement.dataset.ready === location.hash ? done() : setTimeout(look, 1);
  look();
})"""
_NOT_OURS = "main :is(img, iframe, object, embed, video, form, base, link, meta, b b, style:not(svg style))"


@dataclass
class Opened:
    """A window, what it asked for and what it complained of."""

    page: Any
    path: Path
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, view: str) -> Any:
        """Shows a view; `view` is what stands behind `#/`."""
        self.page.goto(f"file://{self.path}#/{view}")
        self.wait()
        return self.page

    def wait(self) -> None:
        """Until the view of the address is drawn."""
        self.page.evaluate(_DRAWN)

    def decided(self) -> dict[str, str]:
        """The decisions that the browser keeps for this page."""
        kept = self.page.evaluate(
            "Object.entries(localStorage).find(([name]) => name.startsWith('crossfoot:decisions'))"
        )
        return {name: one["decision"] for name, one in json.loads(kept[1]).items() if one} if kept else {}

    def exported(self, folder: Path) -> Path:
        """The file that the button downloads."""
        with self.page.expect_download() as waiting:
            self.page.click("#export")
        assert waiting.value.suggested_filename == "decisions.jsonl"
        waiting.value.save_as(folder / "decisions.jsonl")
        return folder / "decisions.jsonl"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory, seed_run: Run) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(of(seed_run).page(), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Any, seeds: Path) -> Iterator[Opened]:
    yield from _opened(browser, seeds)


def _opened(browser: Any, path: Path, **options: Any) -> Iterator[Opened]:
    context = browser.new_context(**options)
    shown = Opened(context.new_page(), path)
    shown.page.on("request", lambda request: shown.requests.append(request.url))
    shown.page.on("console", lambda message: shown.complaints.append(message.text))
    shown.page.on("pageerror", lambda error: shown.complaints.append(str(error)))
    shown.page.on("dialog", lambda dialog: (shown.complaints.append(dialog.message), dialog.dismiss()))
    yield shown
    context.close()
    assert shown.complaints == []
    assert {url.split("#")[0] for url in shown.requests if not url.startswith("blob:")} <= {f"file://{path}"}


def places(run: Run) -> list[str]:
    """Every view of a run's page, each finding, claim and article by its permalink."""
    finding, *_ = run.finding_records
    return [
        *VIEWS,
        *(f"finding/{one.finding_id}" for one in run.finding_records),
        f"claim/{finding.claim_ids[0]}",
        *(f"article/{article.id}" for article in run.article_records),
    ]


def rows(page: Any) -> list[str]:
    return [row.inner_text() for row in page.query_selector_all("ol.queue > li")]


def current(page: Any) -> int:
    """The number of the selected row."""
    return page.evaluate(
        "[...document.querySelectorAll('ol.queue > li')].findIndex((row) => row.matches('[aria-current]'))"
    )


def test_every_view_opens_and_asks_for_nothing(opened: Opened, seed_run: Run) -> None:
    for view in places(seed_run):
        page = opened.go(view)
        assert page.inner_text("main h1"), view
        assert "Not here" not in page.inner_text("main h1"), view
    assert opened.requests


def test_an_address_that_names_nothing_says_so(opened: Opened) -> None:
    for view in ("finding/nothing", "claim/%E0%A4%A", "article/<b>"):
        assert opened.go(view).inner_text("main h1") == "Not here"
    assert opened.go("nowhere").inner_text("main h1") == "Overview"


def test_the_overview_counts(opened: Opened, seed_run: Run) -> None:
    tiles = opened.go("").inner_text(".tiles")
    flags = sum(finding.status == "flag" for finding in seed_run.finding_records)
    assert re.findall(r"\d+ (?:to look at|claims|articles)", tiles.replace("\n", " ")) == [
        f"{flags} to look at",
        f"{len(seed_run.claim_records)} claims",
        f"{len(seed_run.article_records)} articles",
    ]


def test_a_finding_shows_figures_sentences_and_reasons(opened: Opened, seed_run: Run) -> None:
    finding = next(one for one in seed_run.finding_records if one.kind == "value_conflict")
    page = opened.go(f"finding/{finding.finding_id}")
    assert page.query_selector("svg.plot[role=img]")
    assert page.evaluate("getComputedStyle(document.querySelector('svg.plot')).display") == "block"
    claims = {claim.claim_id: claim for claim in seed_run.claim_records}
    marked = [mark.inner_text() for mark in page.query_selector_all("blockquote mark")]
    assert marked == [claims[name].quote for name in finding.claim_ids]
    assert page.inner_text(".lead") == finding.explanation
    assert page.query_selector_all("table[aria-label='The figures'] tbody tr, [aria-label='The figures'] tbody tr")
    assert "⚑ Flag" in page.inner_text(".finding")
    assert "Why they were compared" in page.inner_text(".finding")


def test_an_article_shows_what_was_taken_and_what_was_not(opened: Opened, seed_run: Run) -> None:
    for article in seed_run.article_records:
        page = opened.go(f"article/{article.id}")
        text = page.inner_text("main")
        taken = [claim for claim in seed_run.claim_records if claim.doc_id == article.id]
        assert text.count("● taken") == len(taken)
        assert text.count("▢ left out") == len(article.dropped)
    assert "○ not taken" in opened.go("article/003_0ea4250fca89c9a4").inner_text("main")


def test_a_claim_has_a_permalink(opened: Opened, seed_run: Run) -> None:
    claim = seed_run.claim_records[0]
    page = opened.go(f"claim/{claim.claim_id}")
    assert page.inner_text("blockquote mark") == claim.quote
    assert f"{claim.start}–{claim.end} of the article" in page.inner_text("main")


def test_a_filter_leaves_what_holds_its_words(opened: Opened) -> None:
    page = opened.go("findings/all")
    everything = rows(page)
    page.fill("#filter", "bank of america GW")
    fewer = rows(page)
    assert 0 < len(fewer) < len(everything)
    page.fill("#filter", "no such words")
    assert rows(page) == []
    assert "No finding is left by this filter." in page.inner_text("main")
    page.fill("#filter", "")
    assert rows(page) == everything
    page.select_option("label:has-text('Severity') select", "high")
    assert all("high" in row or "⚑" not in row for row in rows(page))
    page = opened.go("claims")
    page.fill("#filter", "jpmorgan 20 billion")
    found = [row.inner_text() for row in page.query_selector_all("main tbody tr")]
    assert found
    assert [row for row in found if "JPMorgan" not in row] == []


def test_keys_move_decide_and_undo(opened: Opened, seed_run: Run) -> None:
    page = opened.go("findings")
    ids = [finding.finding_id for finding in seed_run.finding_records if finding.status == "flag"]
    assert current(page) == 0
    page.keyboard.press("j")
    assert current(page) == 1
    page.keyboard.press("d")
    assert opened.decided() == {ids[1]: "dismiss"}
    assert "✕ Dismissed" in rows(page)[1]
    page.keyboard.press("k")
    page.keyboard.press("a")
    assert opened.decided() == {ids[0]: "accept", ids[1]: "dismiss"}
    page.keyboard.press("u")
    assert opened.decided() == {ids[1]: "dismiss"}
    for _ in range(9):
        page.keyboard.press("k")
    assert current(page) == 0
    page.keyboard.press("?")
    assert "next finding" in page.inner_text("dialog[open]")
    page.keyboard.press("j")
    assert current(page) == 0
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    assert page.inner_text("main h1") == "Meta Platforms: share price"


def test_undo_goes_back_to_the_last_decision_where_the_row_has_none(opened: Opened) -> None:
    page = opened.go("findings")
    page.keyboard.type("djju")
    assert opened.decided() == {}
    assert current(page) == 0


def test_fast_keys_fall_on_the_row_they_are_meant_for(opened: Opened, seed_run: Run) -> None:
    ids = [finding.finding_id for finding in seed_run.finding_records if finding.status == "flag"]
    page = opened.go("findings")
    page.keyboard.type("djajdjajd")
    assert opened.decided() == dict(zip(ids, ("dismiss", "accept", "dismiss", "accept", "dismiss"), strict=True))


def test_fast_keys_within_the_view_of_a_finding(opened: Opened, seed_run: Run) -> None:
    ids = [finding.finding_id for finding in seed_run.finding_records if finding.status == "flag"]
    page = opened.go("findings")
    page.keyboard.press("Enter")
    page.wait_for_selector(".finding")
    page.keyboard.type("djjakd")
    assert opened.decided() == {ids[0]: "dismiss", ids[1]: "dismiss", ids[2]: "accept"}
    assert page.url.endswith(f"#/finding/{ids[1]}")
    page.wait_for_timeout(100)  # the browser's own events of the moves come now, and change nothing
    assert page.url.endswith(f"#/finding/{ids[1]}")
    assert "✕ Dismissed" in page.inner_text(".finding")
    page.keyboard.press("Escape")
    assert current(page) == 0
    assert len(rows(page)) == len(ids) - 3


def test_a_letter_typed_into_a_field_is_no_key(opened: Opened) -> None:
    page = opened.go("findings")
    page.keyboard.press("/")
    page.keyboard.type("jadu")
    assert page.input_value("#filter") == "jadu"
    assert opened.decided() == {}


def test_decisions_survive_a_reload(opened: Opened) -> None:
    page = opened.go("findings")
    page.keyboard.type("djja")
    before = rows(page)
    page.reload()
    opened.wait()
    assert len(rows(page)) == len(before) - 2
    assert "1" in page.inner_text("[data-group=dismissed]")
    page.click("[data-group=dismissed]")
    opened.wait()
    assert [row.split("\n")[0] for row in rows(page)] == [before[0].split("\n")[0]]
    page.keyboard.press("u")
    assert list(opened.decided().values()) == ["accept"]


def test_decisions_come_back_through_the_command(
    opened: Opened, browser: Any, corpus: Path, tmp_path: Path, seed_run: Run
) -> None:
    ids = [finding.finding_id for finding in seed_run.finding_records if finding.status == "flag"]
    opened.go("findings").keyboard.type("djja")
    file = opened.exported(tmp_path)
    told = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [(one["finding_id"], one["decision"]) for one in told] == [(ids[0], "dismiss"), (ids[2], "accept")]
    assert told[0]["about"] == "Meta Platforms: share price"
    assert told[0]["decided"].startswith("20")
    decided_on = seed_run.finding_records[0]
    assert (told[0]["kind"], tuple(told[0]["claim_ids"])) == (decided_on.kind, decided_on.claim_ids)
    out = tmp_path / "out"
    done = command("run", corpus / "articles", "--out", out, "--decisions", file)
    assert done.returncode == 0
    assert "decision is of" not in done.stderr
    assert " 4  findings to look at" in done.stdout
    assert " 1  dismissed and 1 accepted before" in done.stdout
    assert "directions disagree" not in done.stdout
    seed_run.write(tmp_path / "plain")
    for name in ("claims.jsonl", "findings.jsonl"):  # what is dismissed is not gone, and its figures stand
        assert (out / name).read_bytes() == (tmp_path / "plain" / name).read_bytes()
    for again in _opened(browser, out / "report.html"):
        page = again.go("findings")
        assert len(rows(page)) == len(ids) - 2
        assert again.decided() == {}
        assert "✕ Dismissed" in "".join(rows(again.go("findings/dismissed")))
        page = again.go("findings/open")
        page.keyboard.press("d")
        both = [json.loads(line)["finding_id"] for line in again.exported(tmp_path).read_text("utf-8").splitlines()]
        assert both == [ids[0], ids[1], ids[2]]


def test_a_browser_that_keeps_nothing_says_so(browser: Any, seeds: Path) -> None:
    for opened in _opened(browser, seeds):
        opened.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
        )
        page = opened.go("findings")
        page.keyboard.press("d")
        assert "✕ Dismissed" in rows(page)[0]
        assert "keeps nothing" in opened.go("claims").inner_text("main")


def test_a_summary_is_shown_with_its_evidence(browser: Any, seed_run: Run, tmp_path: Path) -> None:
    note = "Meta's shares fell 3%. JPMorgan sees about $20 billion in revenue per GW a year."
    path = tmp_path / "check.html"
    path.write_text(checked_page(["note.md"], [check(note, seed_run)], evidence(seed_run)), encoding="utf-8")
    for opened in _opened(browser, path):
        opened.page.goto(f"file://{path}")
        page = opened.page
        assert page.inner_text("main h1") == "Checked summary"
        assert "✗ refuted" in page.inner_text(".verdicts")
        page.click("button.jump >> nth=0")
        assert page.evaluate("document.activeElement.classList.contains('verdict')")
        page.click(".evidence mark >> nth=0")
        assert "What was read" in page.inner_text("main")


def test_a_decision_says_that_a_figure_was_added_since(browser: Any, seed_run: Run, tmp_path: Path) -> None:
    grown = next(each for each in seed_run.finding_records if len(each.claim_ids) > 2)
    before = Decision(finding_id="gone", decision="accept", kind=grown.kind, claim_ids=grown.claim_ids[:-1])
    path = tmp_path / "report.html"
    path.write_text(of(seed_run).page(decisions=(before,)), encoding="utf-8")
    for opened in _opened(browser, path):
        page = opened.go(f"finding/{grown.finding_id}")
        assert page.inner_text("main .decision").endswith("Accepted, 1 figure added since")


@pytest.fixture(scope="module")
def axe_script(tmp_path_factory: pytest.TempPathFactory) -> str:
    return axe(tmp_path_factory.mktemp("axe"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser: Any, seed_run: Run, axe_script: str, scheme: str, tmp_path: Path) -> None:
    path = tmp_path / "check.html"
    note = "Meta's shares fell 3%. JPMorgan sees about $20 billion in revenue per GW a year. Meta has 900 users. It rose 8.8%."
    path.write_text(checked_page(["note.md"], [check(note, seed_run)], evidence(seed_run)), encoding="utf-8")
    whole = tmp_path / "report.html"
    decision = Decision(finding_id=seed_run.finding_records[0].finding_id, decision="dismiss")
    whole.write_text(of(seed_run).page(decisions=(decision,)), encoding="utf-8")
    for file, views in ((whole, places(seed_run)), (path, ["summary"])):
        for opened in _opened(browser, file, color_scheme=scheme):
            for view in views:
                assert violations(opened.go(view), axe_script) == [], view
            opened.page.keyboard.press("?")
            assert violations(opened.page, axe_script) == [], "keys"


def violations(page: Any, axe_script: str) -> list[str]:
    page.evaluate(axe_script)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    return [f"{one['id']}: {node['html'][:200]} {node['failureSummary']}" for one in found for node in one["nodes"][:3]]


def test_the_theme_switch_is_kept(opened: Opened) -> None:
    page = opened.go("")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) == light
    page.click("#theme")
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    opened.wait()
    assert page.evaluate(ground) == dark


def test_hostile_texts_stay_inert(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(hostile().page(), encoding="utf-8")
    assert len(HOSTILE) >= 50
    for opened in _opened(browser, path):
        names = [f"{text} {number}" for number, text in enumerate(HOSTILE)]
        shown = [f"{view}/{quote(name, safe='')}" for name in names for view in ("finding", "claim", "article")]
        for view in (*VIEWS, *shown):
            page = opened.go(view)
            assert "Not here" not in page.inner_text("main h1"), view
            assert page.evaluate("typeof hacked") == "undefined", view
            assert page.evaluate("document.querySelectorAll('script').length") == 4
            assert page.query_selector_all(_NOT_OURS) == []
        page.reload()
        opened.go("findings")
        page.keyboard.type("djajd")
        assert len(opened.decided()) == 3
        assert len(opened.exported(tmp_path).read_text("utf-8").splitlines()) == 3


def test_many_findings_are_one_small_page(browser: Any, seed_run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(told_again(seed_run, MANY).page(), encoding="utf-8")
    assert path.stat().st_size < 15_000_000
    for opened in _opened(browser, path):
        page = opened.go("findings/all")
        assert f"{MANY:,} findings" in page.inner_text("main")
        assert len(rows(page)) == 50
        page.fill("#filter", "platforms 137")
        assert 0 < len(rows(page)) <= 50
        page.fill("#filter", "")
        page.keyboard.press("Escape")
        page.keyboard.type("j" * 60 + "d")
        assert current(page) == 60
        assert "✕ Dismissed" in rows(page)[60]
