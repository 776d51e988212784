"""Results as a notebook shows them: small HTML in which every text is escaped; and claims as spaCy's displaCy draws them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from markupsafe import Markup, escape

from crossfoot.records import Article, Claim, Finding, Label, Rejection, Verdict
from crossfoot.values import wording
from crossfoot.values.wording import counted

_SHOWN: Final = 10  # findings
_STATUS: Final = {"flag": "⚑ flag", "explain": "≈ explained", "agree": "✓ agrees"}
_LABELS: Final[dict[Label, str]] = {
    "supported": "✓ supported",
    "refuted": "✗ refuted",
    "conflicting_evidence": "≠ in conflict",
    "not_enough_evidence": "? not settled",
}
_WORD: Final = re.compile(r"\S+")


def run_html(
    articles: Sequence[Article], claims: Sequence[Claim], findings: Sequence[Finding], rejections: Sequence[Rejection]
) -> str:
    """A run: what it came to, and its first findings."""
    status = Counter(finding.status for finding in findings)
    counts = [
        counted(len(articles), "article"),
        counted(len(claims), "claim"),
        *([counted(len(rejections), "rejection")] if rejections else []),
        f"{status['flag']} flagged, {status['explain']} explained, {status['agree']} agreeing",
    ]
    rows = [
        (_STATUS[each.status], each.severity, each.firm or "", wording.metric(each.metric), each.explanation)
        for each in findings[:_SHOWN]
    ]
    rest = len(findings) - len(rows)
    more = Markup("<p>and {} more in <code>.findings</code></p>").format(rest) if rest > 0 else Markup()
    head = Markup("<p><b>crossfoot run</b>: {}</p>").format(", ".join(counts))
    return str(head + _table(("status", "severity", "firm", "metric", "why"), rows) + more)


def check_html(text: str, verdicts: Sequence[Verdict], coverage: str) -> str:
    """A checked summary: its text with each statement marked, then why."""
    head = Markup("<p><b>crossfoot check</b>: {}</p>").format(coverage)
    told = Markup('<p style="white-space: pre-wrap">{}</p>').format(Markup().join(_marked(text, verdicts)))
    rows = [(_LABELS[each.label], each.quote, each.explanation, each.correction or "") for each in verdicts]
    return str(head + told + _table(("verdict", "statement", "why", "instead"), rows))


def text_html(text: str) -> str:
    """A text, line for line."""
    return str(Markup('<pre style="white-space: pre-wrap">{}</pre>').format(text))


def displacy_spans(text: str | Article, claims: Iterable[Claim]) -> dict[str, Any]:
    """A text and its claims as spaCy's displaCy draws them, each under whose figure of what it is.

    spacy.displacy.render(crossfoot.displacy_spans(article, claims), style="span", manual=True)

    Of claims of several articles those of the `Article` are taken; a bare text takes all. Labels and title come escaped,
    for displaCy writes them as they are.
    """
    told = text.text if isinstance(text, Article) else text
    own = [claim for claim in claims if not isinstance(text, Article) or claim.doc_id == text.id]
    tokens = list(_tokens(told, {edge for claim in own for edge in (claim.start, claim.end)}))
    starts, ends = ({place[side]: at for at, place in enumerate(tokens)} for side in (0, 1))
    spans = [
        {"start_token": starts[claim.start], "end_token": ends[claim.end] + 1, "label": str(escape(_label(claim)))}
        for claim in own
        if claim.start in starts and claim.end in ends
    ]
    title = text.title if isinstance(text, Article) else None
    words = [told[start:end] for start, end in tokens]
    return {"text": told, "tokens": words, "spans": spans, "title": str(escape(title)) if title else None}


def _label(claim: Claim) -> str:
    return f"{claim.firm or 'nobody named'}: {wording.metric(claim.metric)}"


def _tokens(text: str, edges: set[int]) -> Iterator[tuple[int, int]]:
    """The words of a text, cut where a claim begins or ends."""
    for word in _WORD.finditer(text):
        cuts = [word.start(), *sorted(edge for edge in edges if word.start() < edge < word.end()), word.end()]
        yield from pairwise(cuts)


def _marked(text: str, verdicts: Iterable[Verdict]) -> Iterator[Markup]:
    """The text, with those verdicts marked that do not overlap an earlier one."""
    end = 0
    for each in sorted(verdicts, key=lambda each: (each.start, each.end)):
        if each.start >= end:
            yield escape(text[end : each.start])
            yield Markup('<mark title="{}">{} {}</mark>').format(
                each.explanation, _LABELS[each.label][0], text[each.start : each.end]
            )
            end = each.end
    yield escape(text[end:])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    cells = Markup().join(Markup("<th>{}</th>").format(name) for name in head)
    body = Markup().join(
        Markup("<tr>{}</tr>").format(
            Markup().join(Markup('<td style="text-align: left">{}</td>').format(cell) for cell in row)
        )
        for row in rows
    )
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(cells, body)
