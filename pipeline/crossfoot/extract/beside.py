"""A figure that a name stands beside without a verb: *Netflix 8.4%*, *A and B fell 2% and 3%, respectively*."""

from __future__ import annotations

from crossfoot.extract import cues, grammar
from crossfoot.extract.figures import Figure
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Doc, Span, Token
from crossfoot.extract.whom import Whom, mentions_in
from crossfoot.extract.words import lower_in
from crossfoot.vocabulary.firm_lists import FIRM_KINDS, MARKET_KINDS
from crossfoot.vocabulary.models import verbs

_BESIDE = frozenset(
    {",", "just", "only", "on", "with", "about", "around", "some", "nearly", "almost", "roughly", "(", ":"}
)
_LISTED = FIRM_KINDS | MARKET_KINDS | {"country"}
_JOINS = frozenset({",", "and", "the", "or", "by", "to", "&"})
_TO_THE_NAMES = 8  # tokens between the names of a list and its figures: "have been told to pay"


def beside(figure: Figure) -> Whom | None:
    """*Netflix 8.4%*, *Tesco, on 28%*, *A and B fell 2% and 3%, respectively*: a name of the figure's own, without a verb."""
    if (listed := _listed_before(figure)) is not None:
        return listed
    doc, at = figure.doc, figure.span.start - 1
    while at > figure.sentence.start and (doc[at].lower_ in _BESIDE or _moves(doc[at]) or _is_code(doc[at].text)):
        at -= 1
    at -= at > figure.sentence.start and doc[at].lower_ in ("'s", "’s")  # "and Omnicom's 2.6%"
    if at - 2 > figure.sentence.start and doc[at - 1].lower_ == "in" and _is_place(doc, at):
        at -= 2  # "the CAC 40 in Paris 1%"
    if doc[at].lower_ in ("at", "near") and at > figure.sentence.start:
        at = _stood_at(doc, at - 1, at)
    firm = mention_at(doc, at)
    if at >= figure.sentence.start and firm is not None and _can_be_listed(firm) and not firm.adjective:
        start = at
        while start > figure.sentence.start and mention_at(doc, start - 1) == firm:
            start -= 1
        first = start
        if start > figure.sentence.start and (doc[start - 1].pos_ == "NOUN" or _is_named(doc[start - 1], firm)):
            first -= 1  # "and miner Acme", "with the yen"
        opened = first == figure.sentence.start or doc[first - 1].lower_ in (
            ",",
            ";",
            "and",
            "while",
            "but",
            "by",
            "with",
            ":",
            "•",
        )
        several = any(
            other.start > figure.span.end or other.end <= start
            for other in spans_in(doc, "crossfoot_quantities", figure.sentence.start, figure.sentence.end)
        )
        ends = figure.span.end >= figure.sentence.end or doc[figure.span.end].is_punct
        if opened and several and (at < figure.span.start - 1 or doc[at].dep_ != "compound" or ends):
            return Whom(firm, "beside_it", 0.88, at)
    return _respectively(figure)


def _can_be_listed(firm: FirmMention) -> bool:
    """A firm, a market, a place, or a trade: *capesizes up 3.1%*."""
    return firm.kind in _LISTED or firm.kind == "region" or firm.sector == "industry"


def _is_place(doc: Doc, at: int) -> bool:
    """The *Paris* of *the CAC 40 in Paris 1%*; not the *French* of *in French bonds*."""
    mention = mention_at(doc, at)
    return mention is not None and mention.kind in ("region", "country") and not mention.adjective


def _stood_at(doc: Doc, name: int, at: int) -> int:
    """Where the name stands of *the yen at 151.80*, *gold hovering at $2,100*; else `at`."""
    name -= name > 0 and doc[name].tag_ == "VBG"
    firm = mention_at(doc, name)
    if (
        firm is not None
        and firm.kind in ("country", "region", "company")
        and name
        and doc[name - 1].lower_ in ("with", "and", ",")
    ):
        return name  # "with Germany at 76% and Italy at 95%"
    return name if firm is not None and firm.kind in MARKET_KINDS else at


def _is_named(article: Token, firm: FirmMention) -> bool:
    """The article of *the yen*, *the FTSE 100*."""
    return article.lower_ == "the" and firm.kind in MARKET_KINDS


def _moves(token: Token) -> bool:
    """The *down* of *with Acme down 2%*, the *falling* of *with Acme falling 2%*."""
    return token.lower_ in verbs().ways or token.tag_ == "VBG" and cues.verb_direction(token) is not None


def _is_code(text: str) -> bool:
    """An instrument's code behind its name: *the euro EUR=*, *the dollar index .DXY*, or the blanks that it left."""
    return text.isspace() or len(text) > 2 and text.isupper() and ("=" in text or text[0] == ".")


def _respectively(figure: Figure) -> Whom | None:
    """The name in the place of a list that the figure has in another: *A and B fell 2% and 3%, respectively*."""
    doc, sentence = figure.doc, figure.sentence
    low, verb = lower_in(sentence), figure.verb
    word = sentence.start + low.index("respectively") if "respectively" in low else None
    if verb is None or figure.span.start < verb.i:
        return None
    named = [m for i, m in mentions_in(sentence) if i < verb.i and m.via not in ("pronoun", "definite")]
    names = [m for m in named if m.kind in _LISTED and not m.adjective]
    if word is None and (word := _pair_ends(figure, verb, names)) is None:
        return None
    listed = spans_in(doc, "crossfoot_quantities", verb.i + 1, max(word, verb.i + 1))
    place = next((k for k, span in enumerate(listed) if span.start == figure.span.start), None)
    if place is None or len(names) < len(listed) or len(listed) < 2:
        return None
    return Whom(names[place - len(listed)], "respectively", 0.9, verb.i)


def _listed_before(figure: Figure) -> Whom | None:
    """*the Dow up 28 points, and the Nasdaq and S&P up 0.3% and 0.2% respectively*: names and figures of this list alone."""
    doc, first = figure.doc, figure.sentence.start
    low = lower_in(figure.sentence)
    word = first + low.index("respectively") if "respectively" in low else first
    spans = _list_ending(figure, word)
    place = next((k for k, span in enumerate(spans) if span.start == figure.span.start), None)
    if place is None or len(spans) < 2:
        return None
    at = spans[0].start - 1
    while (
        at > first and mention_at(doc, at) is None and spans[0].start - at <= _TO_THE_NAMES and doc[at].text not in ",;"
    ):
        at -= 1
    names: list[tuple[FirmMention, int]] = []
    while at >= first and len(names) < len(spans):
        firm = mention_at(doc, at)
        if firm is not None and (not names or names[-1][0] is not firm):
            names.append((firm, at))
        elif firm is None and doc[at].lower_ not in _JOINS:
            break
        at -= 1
    if len(names) != len(spans) or any(firm.kind not in _LISTED or firm.adjective for firm, _ in names):
        return None
    firm, index = names[len(spans) - 1 - place]
    return Whom(firm, "respectively", 0.9, index)


def _list_ending(figure: Figure, word: int) -> list[Span]:
    """The figures that only *and* and commas join, up to the *respectively* at token `word`."""
    doc = figure.doc
    found: list[Span] = []
    end = word
    for span in reversed(spans_in(doc, "crossfoot_quantities", figure.sentence.start, word)):
        if any(token.lower_ not in _JOINS for token in doc[span.end : end]):
            break
        found.insert(0, span)
        end = span.start
    return found


def _pair_ends(figure: Figure, verb: Token, names: list[FirmMention]) -> int | None:
    """Where the two figures of *A and B rose 2% and 1%* end: two names, two figures of a kind, and nothing else."""
    doc, sentence = figure.doc, figure.sentence
    spans = spans_in(doc, "crossfoot_quantities", verb.i + 1, sentence.end)[:2]
    pair = len(names) == 2 and len(spans) == 2 and spans[1].start - spans[0].end == 1
    if not pair or doc[spans[0].end].lower_ != "and" or spans[0].start - verb.i > 2:
        return None
    units = {span._.crossfoot_quantity.unit for span in spans}
    subject = grammar.own_subject(verb)
    several = subject is not None and any(child.dep_ == "conj" for child in subject.children)
    return spans[1].end if len(units) == 1 and several and figure.span in spans else None
