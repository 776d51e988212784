"""Whom the words before a verb of saying name: a house, a person and whom that one speaks for, a pronoun's person."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.extract import grammar
from crossfoot.extract.firms import mention_at
from crossfoot.extract.firms.mentions import FirmMention
from crossfoot.extract.tokens import Doc, Token
from crossfoot.vocabulary.models import cues

HOUSES = frozenset({"company", "broker", "media", "agency", "division", "index", "country", "group", "region"})
DEFINITE_SPEAKERS = frozenset(
    {
        "analyst",
        "analysts",
        "firm",
        "broker",
        "brokerage",
        "bank",
        "house",
        "report",
        "note",
        "economist",
        "economists",
        "strategist",
        "strategists",
        "outlet",
        "newspaper",
        "desk",
    }
)
_UNNAMED = frozenset({"people", "sources", "officials", "traders", "bankers"})
_PLACED = frozenset({"group", "country", "region", "index"})
_PERSON_REACH = 90  # tokens
_PRONOUNS = frozenset({"he", "she", "they", "it"})


@dataclass(frozen=True, slots=True)
class Source:
    """Who says the words in tokens [start, end): the house where one is named, else the person."""

    start: int
    end: int
    name: str | None
    person: str | None
    kind: str
    rule: str
    verb: int | None = None


def speaker_of(subject: Token, before: list[Source]) -> tuple[str | None, str | None, str] | None:
    """(house or person, person beside a house, kind) of a subject's noun phrase."""
    doc = subject.doc
    span = doc[subject.left_edge.i : subject.right_edge.i + 1]
    words = [
        t
        for t in span
        if not any(
            a.dep_ in ("relcl", "acl", "appos") and a.i != subject.i and grammar.within(a, subject)
            for a in grammar.up(t)
        )
    ]
    if subject.lower_ in _PRONOUNS or (subject.lower_ in DEFINITE_SPEAKERS and not _mentions(words)):
        mention = mention_at(doc, subject.i)
        if (named := apposed(subject)) is not None:
            return named
        if subject.lower_ not in _PRONOUNS and (house := _at_whom(subject)) is not None:
            return house.canonical, None, house.kind
        man = subject.lower_ in ("he", "she")
        earlier = person_before(subject, before) if man else cited_before(before, person=False)
        if subject.lower_ in ("it",) and mention is not None and (earlier is None or mention.canonical != earlier[0]):
            return mention.canonical, None, mention.kind
        if earlier is not None:
            return earlier
        return (mention.canonical, None, mention.kind) if mention is not None else None
    return _named_speaker(words, subject) or apposed(subject) or _by_role(subject) or _body(subject)


def person_before(pronoun: Token, before: list[Source]) -> tuple[str | None, str | None, str] | None:
    """Whom *he*, *she*, *his* mean: the person cited last, or one named since whose house the text tells."""
    cited = cited_before(before, person=True)
    for at in range(pronoun.i - 1, max(-1, pronoun.i - _PERSON_REACH), -1):
        mention = mention_at(pronoun.doc, at)
        if mention is not None and mention.kind == "person":
            known = cited is not None and mention.canonical in cited[:2]
            return cited if known or not mention.owner else (mention.owner, mention.canonical, "person")
    return cited


def apposed(subject: Token) -> tuple[str | None, str | None, str] | None:
    """*Credit agency Acme said*, *A London broker, Acme, sees*: the name beside a noun that says what it is."""
    names = (mention_at(subject.doc, c.i) for c in subject.children if c.dep_ == "appos" and c.i > subject.i)
    named = next((name for name in names if name is not None and name.kind in HOUSES - _PLACED), None)
    return (named.canonical, None, named.kind) if named is not None and subject.pos_ == "NOUN" else None


def _at_whom(subject: Token) -> FirmMention | None:
    """*At Acme Securities, a note said*: the house that the sentence opens with."""
    sentence = subject.sent
    mention = mention_at(subject.doc, sentence.start + 1) if sentence.end - sentence.start > 2 else None
    opened = subject.doc[sentence.start].lower_ in ("at", "over")
    return mention if opened and mention is not None and (mention.house or mention.kind == "broker") else None


def _by_role(subject: Token) -> tuple[str | None, str | None, str] | None:
    """*said Park Jeong-woo, an economist at Acme*: a name that no list has, with the house that its role names."""
    role = next((c for c in subject.children if c.dep_ == "appos" and c.i > subject.i), None)
    if subject.pos_ != "PROPN" or role is None or role.lemma_.lower() not in cues().attribution.roles:
        return None
    house = next((m for m in _mentions(list(role.subtree)) if m.kind in HOUSES and m.kind not in _PLACED), None)
    name = subject.doc[subject.left_edge.i : subject.i + 1].text
    return (house.canonical, name, "person") if house is not None else None


def _body(subject: Token) -> tuple[str | None, str | None, str] | None:
    """*data from the trade ministry showed*: a body that the text only describes."""
    noun = subject
    if subject.lower_ in cues().attribution.nouns:
        given = (c for c in subject.children if c.lower_ in ("from", "by", "of"))
        noun = next((thing for c in given for thing in c.children if thing.dep_ == "pobj"), subject)
    told = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i]
    if noun.lemma_.lower() not in cues().attribution.bodies or not told or mention_at(noun.doc, noun.i) is not None:
        return None
    text = noun.doc[told[0].i : noun.i + 1].text
    return (text, None, "agency") if text.islower() else None


def _named_speaker(words: list[Token], subject: Token) -> tuple[str | None, str | None, str] | None:
    mentions = _mentions(words)
    head = mention_at(subject.doc, subject.i)
    person = next((m for m in mentions if m.kind == "person"), None)
    house = next(
        (
            m
            for m in mentions
            if m.kind in HOUSES and m.kind not in ("group", "country", "region", "index") and m is not head
        ),
        None,
    )
    if head is not None and head.kind in HOUSES and head.kind not in ("group",):
        return head.canonical, None, head.kind
    if house is not None and house.kind == "media" and person is not None:
        return person.canonical, None, "person"  # the paper lends its pages, the person speaks
    if house is not None:
        return house.canonical, person.canonical if person else None, house.kind
    if person is not None:
        return person.owner or person.canonical, person.canonical if person.owner else None, "person"
    if head is not None and head.kind == "group":
        plain = subject.lower_ in ("analysts", "economists")  # "City economists"
        return subject.lower_ if plain else head.canonical, None, "group"
    if subject.lower_ in cues().attribution.groups:
        return subject.text, None, "group"
    return None


def _mentions(words: list[Token]) -> list[FirmMention]:
    found: list[FirmMention] = []
    for token in words:
        mention = mention_at(token.doc, token.i)
        if mention is not None and mention not in found:
            found.append(mention)
    return found


def cited_before(before: list[Source], *, person: bool) -> tuple[str | None, str | None, str] | None:
    """The last one cited; for *he said* the last person."""
    for source in reversed(before):
        if person and not (source.person or source.kind == "person"):
            continue
        if source.kind != "media":
            return source.name, source.person, source.kind
    return None


def speaker_in(doc: Doc, start: int, end: int, before: list[Source]) -> tuple[str | None, str | None, str] | None:
    """The speaker named in the noun phrase that starts at `start`."""
    stop = next((i for i in range(start, end) if doc[i].text in (",", ";", "(", ".", "–", "—")), end)
    words = list(doc[start : min(stop, start + 16)])
    if not words:
        return None
    mentions = _mentions(words)
    named = [m for m in mentions if m.kind not in ("country", "region", "index", "commodity", "currency")]
    if named:
        house = next((m for m in named if m.kind not in ("person", "group")), None)
        person = next((m for m in named if m.kind == "person"), None)
        first = house or person or named[0]
        beside = person.canonical if house is not None and person is not None else None
        return first.owner if first.kind == "person" and first.owner else first.canonical, beside, first.kind
    if words[0].lower_ in ("the", "its", "their") and any(w.lower_ in DEFINITE_SPEAKERS for w in words[:3]):
        return cited_before(before, person=False)
    if words[0].lower_ in _UNNAMED:
        return words[0].lower_, None, "group"  # "according to people close to the matter"
    return None
