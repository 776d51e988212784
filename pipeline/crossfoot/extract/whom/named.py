"""Whom a word names: a firm, a market, a place; never a person or a paper, whose figures these seldom are."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.extract import grammar
from crossfoot.extract.firms import mention_at, mentions_at, topic_of
from crossfoot.extract.firms.mentions import FirmMention, country_told, narrows
from crossfoot.extract.sources import source_at
from crossfoot.extract.spans import spans_of
from crossfoot.extract.tokens import Doc, Span, Token
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, firm_words

_FEW = frozenset({"two", "three", "four", "both"})
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
        beside = next((c for c in token.children if c.dep_ == "appos" and 0 < c.left_edge.i - token.i <= 2), None)
        mention = mention_at(doc, beside.i) if beside is not None else None
        if (
            mention is None and token.dep_ == "appos" and token.head.i < token.i
        ):  # "Acme, a lender that earned $5 billion"
            mention = mention_at(doc, token.head.i)
    if mention is not None and mention.sector == "people" and token.lower_ in firm_words().residents:
        country = country_told(mention.canonical.split()[0])  # "American households"
        mention = FirmMention(country, "country", "recognised", 0.6) if country is not None else mention
    if mention is None or token.i in figured(doc) or (mention.kind in NOT_SUBJECTS and mention.sector != "industry"):
        return None
    return None if mention.kind == "group" and _is_anybodys(doc, token, mention) else mention


def _is_anybodys(doc: Doc, group: Token, mention: FirmMention) -> bool:
    """The *suppliers* of *Acme's suppliers*, the *restaurants* that a firm of that trade runs: no industry's."""
    if any(child.dep_ == "poss" and _is_a_firm(doc, child) or child.lower_ in _FEW for child in group.children):
        return True  # "its suppliers", "two lenders"
    topic = topic_of(doc)
    if topic is None or topic.kind not in FIRM_KINDS or group.lower_ not in firm_words().premises:
        return False
    if narrows(mention.canonical.split()[0]):
        return False  # "U.S. factories shed 14,000 jobs"
    cited = source_at(doc, group.i, group.i + 1)
    return cited is None or cited.name is None or cited.name == topic.canonical


def _is_a_firm(doc: Doc, owner: Token) -> bool:
    """Whether *its*, *their* or a name owns something as a firm does: not *India's carmakers*."""
    mention = mention_at(doc, owner.i)
    return mention is not None and mention.kind in FIRM_KINDS


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
