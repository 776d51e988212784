"""Agreements between copies of one story, folded into one for each story: a reader wants to know of them once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crossfoot.records import Claim, Finding
from crossfoot.values.wording import counted


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as it is shown, with those that are folded into it; `copies` are the articles of its story."""

    finding: Finding
    folded: tuple[Finding, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """What the folded findings have in common."""
        return f"Copies of one story: {', '.join(self.copies)}"

    @property
    def explanation(self) -> str:
        """How many findings are folded, and what they count for."""
        agreements = counted(1 + len(self.folded), "agreement")
        return f"{agreements} between articles that are copies of one story, and one witness."


def folded(findings: Iterable[Finding], claims: Iterable[Claim], copies: Mapping[str, str]) -> list[Shown]:
    """The findings in their order, agreements within one story behind the first of them.

    `copies` maps an article to its syndication group; one that it does not name is no copy.
    """
    articles = {claim.claim_id: claim.doc_id for claim in claims}
    stories: dict[str, list[Finding]] = {}
    order: list[Finding | str] = []
    for finding in findings:
        story = _story(finding, articles, copies)
        if story is None:
            order.append(finding)
            continue
        if story not in stories:
            order.append(story)
        stories.setdefault(story, []).append(finding)
    return [_told(stories[each], articles) if isinstance(each, str) else Shown(each) for each in order]


def _story(finding: Finding, articles: Mapping[str, str], copies: Mapping[str, str]) -> str | None:
    """The group that all articles of an agreement are copies in; None where one is not, or there is one article alone."""
    named = {articles[claim_id] for claim_id in finding.claim_ids if claim_id in articles}
    groups = {copies.get(doc_id) for doc_id in named}
    if finding.status != "agree" or len(named) < 2 or len(groups) != 1:
        return None
    return groups.pop()


def _told(findings: list[Finding], articles: Mapping[str, str]) -> Shown:
    first, *others = findings
    if not others:
        return Shown(first)
    named = {articles[claim_id] for finding in findings for claim_id in finding.claim_ids if claim_id in articles}
    return Shown(first, tuple(others), tuple(sorted(named)))
