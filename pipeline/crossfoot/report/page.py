"""The report as one HTML file: its data, its script and its style inside, nothing loaded, nothing else allowed to run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib import resources
from types import MappingProxyType

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crossfoot.passed import Passed
from crossfoot.records import Article, Claim, Decision, Finding, Rejection
from crossfoot.report import libraries, summaries, views
from crossfoot.report.held import held
from crossfoot.report.made import Made
from crossfoot.report.payload import Payload, fingerprint
from crossfoot.report.summaries import Summary
from crossfoot.values.intervals import Interval


def stated(claim: Claim) -> Interval:
    """The interval that a claim states, where nobody says what its printed digits allow."""
    return Interval(claim.value_low, claim.value_high)


def render(
    claims: Iterable[Claim],
    findings: Iterable[Finding],
    articles: Iterable[Article],
    rejections: Iterable[Rejection],
    *,
    copies: Mapping[str, str] | None = None,
    allowed: views.Allowed = stated,
    decisions: Iterable[Decision] = (),
    checked: Iterable[Summary] = (),
    made: Made | None = None,
    passed_over: Mapping[str, Sequence[Passed]] = MappingProxyType({}),
) -> str:
    """The page as text; the records' order is the page's order, and the same records give the same bytes.

    `copies` maps an article to its syndication group; without it the articles say so themselves. `allowed` gives the
    interval that a printed figure stands for; `checked` are summaries that were held against the articles. `passed_over` are
    the figures that became no claim, by article; of one that it does not name they are looked for.
    """
    claims, findings, articles, rejections = tuple(claims), tuple(findings), tuple(articles), tuple(rejections)
    if copies is None:
        copies = {article.id: article.syndication for article in articles if article.syndication}
    kept = held(claims, findings, articles, rejections)
    payload = Payload(kept, copies=copies, allowed=allowed, passed_over=passed_over)
    data: dict[str, object] = {
        "run": fingerprint(claims, findings),
        "claims": payload.claims(),
        "articles": payload.articles(),
        "findings": payload.findings(),
        "quarantine": payload.quarantine(),
        "without": kept.without,
        "decisions": [decision.model_dump(exclude_defaults=True) for decision in decisions],
        "summaries": [summaries.shown(each) for each in checked],
        "made": asdict(made) if made else None,
        "licences": [(library.name, library.licence) for library in libraries.libraries()],
    }
    return _page({**data, "texts": payload.strings.table})


def _page(data: dict[str, object]) -> str:
    """The template filled in; styles and scripts are ours, and their hashes are all that the page allows."""
    files = {library.file: library.text for library in libraries.libraries()}
    styles = [files["pico.classless.min.css"], _own("page.css")]
    scripts = [files["d3.min.js"], files["plot.min.js"], _own("page.js")]
    return (
        _environment()
        .get_template("page.html")
        .render(
            data=data,
            styles=[Markup(text) for text in styles],
            scripts=[Markup(text) for text in scripts],
            style_hashes=[_hash(text) for text in (*styles, libraries.held("plot.css"))],
            script_hashes=[_hash(text) for text in scripts],
        )
    )


def _hash(text: str) -> str:
    """A source of a Content-Security-Policy: this text, and none but this."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _own(name: str) -> str:
    """Our own style or script, as it stands in its file."""
    return resources.files("crossfoot.report").joinpath("template", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("crossfoot.report", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "separators": (",", ":"),
        "allow_nan": False,
    }
    return environment
