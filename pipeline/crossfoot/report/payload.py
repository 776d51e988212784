"""The records as the one block of data that the page holds: columns of numbers into a table of texts.

A column is a list with one cell a record, so that 20,000 findings stay a few megabytes and nothing need be worked out when
the page opens. `page.js` reads it; the names of the columns are the same there.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from crossfoot.passed import Passed, passed
from crossfoot.records import Article, Claim, Finding, Rejection
from crossfoot.report import views
from crossfoot.report.folding import folded
from crossfoot.report.held import Held
from crossfoot.report.interning import Offsets, Strings
from crossfoot.values.wording import metric as metric_name

Columns = dict[str, list[object]]
_KINDS: Final = {
    "value_conflict": "figures disagree",
    "direction_conflict": "directions disagree",
    "source_divergence": "sources differ",
    "derived_divergence": "arithmetic does not fit",
    "basis_difference": "different basis",
    "scope_difference": "different part",
    "period_difference": "different period",
    "unit_crosswalk": "different unit",
    "revision": "revised since",
    "corroboration": "figures agree",
    "derived_agreement": "arithmetic fits",
}
_OF_A_CLAIM: Final = (
    "id firm metric change figure quote unit period cited modality details rules sure "
    "article start within from sentence low high value allows"
).split()
_OF_AN_ARTICLE: Final = "id title outlet url day authors notes copies hash text marks passed dropped".split()
_HASH: Final = 16  # hex digits


def fingerprint(claims: Iterable[Claim], findings: Iterable[Finding]) -> str:
    """The hash of a run: the same for the same findings over the same claims."""
    names = [finding.finding_id for finding in findings], [claim.claim_id for claim in claims]
    return hashlib.sha256(repr(names).encode("utf-8", "backslashreplace")).hexdigest()[:_HASH]


class Payload:
    """The columns of one page, over one table of texts."""

    def __init__(
        self,
        held: Held,
        *,
        copies: Mapping[str, str],
        allowed: views.Allowed,
        passed_over: Mapping[str, Sequence[Passed]] = MappingProxyType({}),
    ) -> None:
        self.held = held
        self.strings = Strings()
        self._allowed = allowed
        self._copies = copies
        self._passed = passed_over
        self._articles = {article.id: article for article in held.articles}
        self._offsets = {doc_id: Offsets(self._articles[doc_id].text) for doc_id in sorted(held.texts)}
        strangers = dict.fromkeys(claim.doc_id for claim in held.claims if claim.doc_id not in self._articles)
        self._places = {doc_id: at for at, doc_id in enumerate([*self._articles, *strangers])}

    def claims(self) -> Columns:
        """One row a claim. Where the article's text is held, `sentence` is an offset and a length in it."""
        compared = {claim_id for finding in self.held.findings for claim_id in finding.claim_ids}
        rows = [
            {**self._said(claim), **self._where(claim), **self._sized(claim, compared=claim.claim_id in compared)}
            for claim in self.held.claims
        ]
        return _columns(_OF_A_CLAIM, rows)

    def _said(self, claim: Claim) -> dict[str, object]:
        number = self.strings.number
        return {
            "id": claim.claim_id,
            "firm": number(claim.firm),
            "metric": number(metric_name(claim.metric)),
            "change": int(claim.measure == "change"),
            "figure": number(views.figure(claim)),
            "quote": number(claim.quote),
            "unit": number(claim.unit),
            "period": number(views.period(claim)),
            "cited": number(views.cited(claim)),
            "modality": number("" if claim.modality == "asserted" else claim.modality),
            "details": number(views.details(claim)),
            "rules": number(" ".join(claim.rules)),
            "sure": round(100 * claim.confidence),
        }

    def _where(self, claim: Claim) -> dict[str, object]:
        """The article, the sentence in it, and where in the sentence the quote stands (-1: it does not)."""
        at = views.place(claim)
        within = -1 if at is None else Offsets(claim.sentence).at(at)
        begin, end = claim.sentence_start, claim.sentence_start + len(claim.sentence)
        offsets = self._offsets.get(claim.doc_id)
        place = {"article": self._places[claim.doc_id], "start": claim.start, "within": within}
        if offsets is None or self._articles[claim.doc_id].text[begin:end] != claim.sentence:
            return {**place, "from": -1, "sentence": self.strings.number(claim.sentence)}
        start = offsets.at(begin)
        return {**place, "from": start, "sentence": offsets.at(end) - start}

    def _sized(self, claim: Claim, *, compared: bool) -> dict[str, object]:
        """The interval that a compared figure allows, in numbers and in words; `value` where it is not its middle."""
        if not compared or claim.kind != "figure":
            return {"low": None, "high": None, "value": None, "allows": 0}
        interval = self._allowed(claim)
        low, high, value = (_short(size) for size in (interval.low, interval.high, claim.value))
        words = views.allowed(claim, interval)
        return {
            "low": low,
            "high": high,
            "value": None if value == _short(interval.middle) else value,
            "allows": self.strings.number(words if words != views.figure(claim) else ""),
        }

    def articles(self) -> Columns:
        """One row an article, then one for each that only claims name."""
        of_article: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.held.claims:
            of_article[claim.doc_id].append(claim)
        rows = [self._article(doc_id, self._articles.get(doc_id), of_article[doc_id]) for doc_id in self._places]
        return _columns(_OF_AN_ARTICLE, rows)

    def _article(self, doc_id: str, article: Article | None, claims: Sequence[Claim]) -> dict[str, object]:
        days = [claim.published for claim in claims if claim.published]
        if article is None:
            return {
                **dict.fromkeys(("url", "authors", "hash", "copies", "notes"), ""),
                **dict.fromkeys(("dropped", "passed", "marks"), ()),
                **{"id": doc_id, "title": self.strings.number(doc_id), "outlet": 0},
                **{"day": days[0] if days else "", "text": None},
            }
        whole = self._offsets.get(doc_id)
        return {
            "id": doc_id,
            "title": self.strings.number(views.name(article)),
            "outlet": self.strings.number(views.outlet(article)),
            "url": views.web_address(article.url),
            "day": article.published_day or "",
            "authors": ", ".join(article.authors),
            "notes": "; ".join(article.notes),
            "copies": self._copies.get(doc_id, ""),
            "hash": hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH],
            "text": article.text if whole else None,
            **self._marked(article, claims, whole),
        }

    def _marked(self, article: Article, claims: Sequence[Claim], whole: Offsets | None) -> dict[str, object]:
        """Where in a text that is held its claims, the figures not taken and its furniture stand."""
        if whole is None:
            return {"marks": (), "passed": (), "dropped": ()}
        number = self.strings.number
        dropped = [(run.start, run.end, number(run.reason.replace("_", " "))) for run in article.dropped]
        known = self._passed.get(article.id)
        if known is None:
            known = passed(article, ((claim.start, claim.end) for claim in claims))
        seen = [(one.start, one.end, number(one.reason)) for one in known]
        return {
            "marks": [(whole.at(claim.start), whole.at(claim.end)) for claim in claims],
            "passed": [(whole.at(start), whole.at(end), reason) for start, end, reason in seen],
            "dropped": [(whole.at(start), whole.at(end), reason) for start, end, reason in dropped],
        }

    def findings(self) -> Columns:
        """One row a finding; `fold` is the row that stands for it, -1 where it stands for itself."""
        rows = {claim.claim_id: at for at, claim in enumerate(self.held.claims)}
        number = self.strings.number
        return {
            "id": [each.finding_id for each in self.held.findings],
            "status": [number(each.status) for each in self.held.findings],
            "severity": [number(each.severity) for each in self.held.findings],
            "kind": [number(_KINDS[each.kind]) for each in self.held.findings],
            "sort": [number(each.kind) for each in self.held.findings],
            "derived": [int(each.kind.startswith("derived")) for each in self.held.findings],
            "firm": [number(each.firm) for each in self.held.findings],
            "metric": [number(metric_name(each.metric)) for each in self.held.findings],
            "claims": [[rows[name] for name in each.claim_ids if name in rows] for each in self.held.findings],
            "explanation": [self.strings.clauses(each.explanation) for each in self.held.findings],
            "witnesses": [each.witnesses for each in self.held.findings],
            **self._folds(),
        }

    def _folds(self) -> Columns:
        place = {finding.finding_id: at for at, finding in enumerate(self.held.findings)}
        folds: list[object] = [-1] * len(place)
        stories: list[object] = []
        for shown in folded(self.held.findings, self.held.claims, self._copies):
            if not shown.folded:
                continue
            leader = place[shown.finding.finding_id]
            stories.append((leader, shown.heading, shown.explanation))
            for one in shown.folded:
                folds[place[one.finding_id]] = leader
        return {"fold": folds, "stories": stories}

    def quarantine(self) -> Columns:
        """One row a file, or line of one, that could not be read."""
        rows: Sequence[Rejection] = self.held.rejections
        return {
            "path": [row.path for row in rows],
            "line": [row.line or 0 for row in rows],
            "reason": [row.reason.replace("_", " ") for row in rows],
            "detail": [row.detail for row in rows],
        }


def _short(size: float | None) -> float | None:
    """A size with as many digits as a drawing can show."""
    return None if size is None else float(f"{size:.8g}")


def _columns(names: Sequence[str], rows: Sequence[Mapping[str, object]]) -> Columns:
    """A list of cells for each name, also where there is no row."""
    return {name: [row[name] for row in rows] for name in names}
