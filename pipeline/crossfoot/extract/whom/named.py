"""Whom a word names: a firm, a market, a place; never a person or a paper, whose figures these seldom are."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.extract import grammar
from crossfoot.extract.firms import mention_at, mentions_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.spans import spans_of
from crossfoot.extract.tokens import Doc, Span, Token

NOT_SUBJECTS = frozenset({"person", "media", "group"})  # they speak of figures, figures are seldom theirs


@dataclass(frozen=True, slots=True)
class Whom:
    """A firm, the rule that chose it, and how sure that is (0 to 1)."""

    firm: FirmMention
    rule: str
    confidence: float
    token: int


def firm_at(doc: Doc, token: Token) -> FirmMention | None:
    """The mention at `token` if figures can be its own; the *Hong Kong* of *Hong Kong dollars* is a unit."""
    if token.lower_ == "whose":  # "the brewer Acme, whose sales fell 4%"
        clause = next((above for above in grammar.up(token) if above.dep_ == "relcl"), None)
        return firm_at(doc, clause.head) if clause is not None and clause.head.i < token.i else None
    mention = mention_at(doc, token.i)
    if mention is None and token.pos_ in ("NOUN", "ADJ"):  # "its rival Acme": the name stands in apposition
        beside = next((c for c in token.children if c.dep_ == "appos" and c.i - token.i <= 2), None)
        mention = mention_at(doc, beside.i) if beside is not None else None
        if (
            mention is None and token.dep_ == "appos" and token.head.i < token.i
        ):  # "Acme, a lender that earned $5 billion"
            mention = mention_at(doc, token.head.i)
    if mention is None or token.i in figured(doc) or (mention.kind in NOT_SUBJECTS and mention.sector != "industry"):
        return None
    return mention


def firm_inside(doc: Doc, token: Token) -> FirmMention | None:
    """The firm inside a nested modifier: *Meta's [data center] capacity*, *[Acme shares] price*."""
    for child in token.children:
        if child.dep_ in ("poss", "compound", "nmod") and (found := firm_at(doc, child)) is not None:
            return found
    return None


def figured(doc: Doc) -> frozenset[int]:
    """The tokens that belong to a figure."""
    held: frozenset[int] | None = doc.user_data.get("crossfoot_figured")
    if held is None:
        spans = spans_of(doc, "crossfoot_quantities")
        held = frozenset(index for span in spans for index in range(span.start, span.end))
        doc.user_data["crossfoot_figured"] = held
    return held


def mentions_in(sentence: Span) -> list[tuple[int, FirmMention]]:
    """The mentions of a sentence with their first token, in text order."""
    found, last = [], None
    for index, mention in enumerate(mentions_at(sentence.doc, sentence.start, sentence.end), sentence.start):
        if mention is not None and mention is not last:
            found.append((index, mention))
        last = mention
    return found
