"""Runs for the tests of the page: the five articles told again under other names, and records full of hostile texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crossfoot.flow import Run, page
from crossfoot.records import Article, Claim, Decision, Finding, Rejection

# Each would run, load or break out where a text reached the page as markup.
HOSTILE = (
    "<script>hacked=1</script>",
    "</script><script>hacked=1</script>",
    "<img src=x onerror=hacked=1>",
    '"><img src=x onerror=hacked=1>',
    "'><svg onload=hacked=1>",
    "<svg/onload=hacked=1>",
    "<svg><script>hacked=1</script>",
    "<iframe src=javascript:hacked=1>",
    "<iframe srcdoc='<script>parent.hacked=1</script>'>",
    "javascript:hacked=1",
    "<a href=javascript:hacked=1>x</a>",
    "<body onload=hacked=1>",
    "<details open ontoggle=hacked=1>",
    "<video><source onerror=hacked=1>",
    "<input autofocus onfocus=hacked=1>",
    "<style>*{display:none}</style>",
    "</style><script>hacked=1</script>",
    "<link rel=stylesheet href=http://example.com/a.css>",
    "<img src=http://example.com/a.png>",
    "<meta http-equiv=refresh content=0>",
    "<base href=http://example.com/>",
    "<form action=http://example.com><button>x</button></form>",
    "<object data=http://example.com>",
    "<embed src=http://example.com>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE html>",
    "</body></html>",
    "{{ 7*7 }}",
    "{% raw %}",
    "${hacked=1}",
    "`${hacked=1}`",
    "'+(hacked=1)+'",
    '");hacked=1;//',
    "\\u003cscript\\u003ehacked=1\\u003c/script\\u003e",
    "&lt;script&gt;hacked=1&lt;/script&gt;",
    "&#60;script&#62;hacked=1",
    "%3Cscript%3Ehacked=1",
    "../../etc/passwd",
    "a/b?c#d&e=f",
    "__proto__",
    "constructor",
    "toString",
    "\u2028hacked=1",
    "\u202eesrever",
    "\ufeffhidden",
    "\U0001f916 <b>bold</b>",
    "<mark>not ours</mark>",
)


@dataclass(frozen=True, slots=True)
class Records:
    """What a page is made of."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    articles: tuple[Article, ...] = ()
    rejections: tuple[Rejection, ...] = ()

    def page(self, decisions: Iterable[Decision] = ()) -> str:
        """The page of these records."""
        return page(self.claims, self.findings, self.articles, self.rejections, decisions=decisions)


def of(run: Run) -> Records:
    """The records of a run."""
    return Records(run.claim_records, run.finding_records, run.article_records, run.rejections)


def told_again(run: Run, findings: int) -> Records:
    """So many findings: the run's own again and again, under other names and with other digits in every text."""
    claims: list[Claim] = []
    told: list[Finding] = []
    articles: list[Article] = []
    number = 0
    while len(told) < findings:
        swap = _other_digits(number)
        claims += [_claim(claim, number, swap) for claim in run.claim_records]
        told += [_finding(finding, number, swap) for finding in run.finding_records]
        articles += [
            article.model_copy(update={"id": f"{number}-{article.id}", "text": article.text.translate(swap)})
            for article in run.article_records
        ]
        number += 1
    return Records(tuple(claims), tuple(told[:findings]), tuple(articles))


def _other_digits(number: int) -> dict[int, str]:
    """A digit for each digit, another one in each telling."""
    steps = [(number // 10**place) % 10 for place in range(4)]
    return {ord(str(digit)): str((digit + steps[digit % 4] + 1) % 10) for digit in range(10)}


def _claim(claim: Claim, number: int, swap: dict[int, str]) -> Claim:
    return claim.model_copy(
        update={
            "claim_id": f"{number:04x}{claim.claim_id[4:]}",
            "doc_id": f"{number}-{claim.doc_id}",
            "firm": f"{claim.firm} {number // 4}",
            "quote": claim.quote.translate(swap),
            "sentence": claim.sentence.translate(swap),
            "value_low": _sized(claim.value_low, number),
            "value_high": _sized(claim.value_high, number),
        }
    )


def _sized(value: float | None, number: int) -> float | None:
    """Up to twice as large, with three digits."""
    return None if value is None else float(f"{value * (1 + number % 97 / 97):.3g}")


def _finding(finding: Finding, number: int, swap: dict[int, str]) -> Finding:
    return finding.model_copy(
        update={
            "finding_id": f"{number:04x}{finding.finding_id[4:]}",
            "firm": f"{finding.firm} {number // 4}",
            "claim_ids": tuple(f"{number:04x}{name[4:]}" for name in finding.claim_ids),
            "explanation": finding.explanation.translate(swap),
        }
    )


def hostile() -> Records:
    """One article, claim, finding and refused file for each hostile text, which stands in every field that takes it."""
    claims, findings, articles, rejections = [], [], [], []
    for number, text in enumerate(HOSTILE):
        name = f"{text} {number}"
        body = f"{text} sales hit $1 billion {text}."
        start = body.index("$1 billion")
        article = Article(id=name, text=body, title=text, source=text, url=text, authors=(text,), notes=(text,))
        claims.append(
            Claim(
                claim_id=name, doc_id=name, start=start, end=start + 10, quote="$1 billion", sentence=body, sentence_start=0,
                firm=text, metric="revenue", value=1e9, value_low=1e9, value_high=1e9, unit="USD", period_label=text, source=text,
                counterparty=text, scope=text, basis=text, rules=(text,),
            )
        )  # fmt: skip
        findings.append(
            Finding(
                finding_id=name, status="flag", kind="value_conflict", severity="high", firm=text, metric="revenue",
                claim_ids=(name,), explanation=f"{text}: {text} in {name}.",
            )
        )  # fmt: skip
        articles.append(article)
        rejections.append(Rejection(path=text, line=1, reason=text, detail=text))
    return Records(tuple(claims), tuple(findings), tuple(articles), tuple(rejections))
