"""Whose opinion a clause tells without a verb of saying: *UBS cut its forecast to 3%*, *the 48 cents pencilled in by the City*."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crossfoot.extract import grammar
from crossfoot.extract.firms import mention_at
from crossfoot.extract.tokens import Span, Token
from crossfoot.vocabulary.models import cues

_HAVING = frozenset({"have"})
_AT_HEAD = 8  # tokens: an opinion that the sentence is on stands at its head
_OWNING = frozenset({"poss", "compound", "nmod"})
_OBJECTS = frozenset({"dobj", "pobj", "attr"})


def opinions(sentence: Span, is_voice: Callable[[Token], bool]) -> Iterator[tuple[Token, int, int]]:
    """(who, first token, one past the last) of each opinion; `is_voice` tells whether a subject is one that has opinions."""
    for token in sentence:
        if grammar.is_verb(token):
            yield from _held(sentence, token, is_voice)
        if token.lemma_.lower() in cues().attribution.opinions:
            yield from _owned(sentence, token)
        if token.tag_ == "VBN":
            yield from _by_agent(token, is_voice)


def _held(sentence: Span, verb: Token, is_voice: Callable[[Token], bool]) -> Iterator[tuple[Token, int, int]]:
    """*UBS cut its forecast*, *UBS has the rate at 10%*, *economists had pencilled in 2%*: what the subject of a verb holds."""
    subject = grammar.subject_of(verb)
    if subject is None or not is_voice(subject):
        return
    if _revises(verb) or _pencils(verb) or _has_at(verb) and not _is_agency(subject):
        first, last = _reach(sentence, verb)
        yield subject, first, last


def _revises(verb: Token) -> bool:
    """*trimmed its forecast of growth*, *stuck to its call*, *has a target of $5*."""
    lemma = verb.lemma_.lower()
    if lemma not in cues().attribution.revising and lemma not in _HAVING:
        return False
    return any(
        word.lemma_.lower() in cues().attribution.opinions and (word.dep_ in _OBJECTS or word.head.lower_ == "price")
        for child in verb.children
        if child.i > verb.i
        for word in (child, *child.children)
    )


def _has_at(verb: Token) -> bool:
    """*has the rate at 10%*: where a house sees it."""
    held = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if verb.lemma_.lower() != "have" or held is None:
        return False
    return any(child.lower_ == "at" and child.i > verb.i for each in (verb, held) for child in each.children)


def _is_agency(subject: Token) -> bool:
    """A central bank has its own rate at 10%."""
    mention = mention_at(subject.doc, subject.i)
    return mention is not None and mention.kind == "agency"


def _pencils(verb: Token) -> bool:
    """*pencilled in 2%*, *had called for 3%*, *models 4%*: a verb of those who only reckon."""
    particle = cues().attribution.reckoning.get(verb.lemma_.lower())
    far = verb.subtree if particle == "at" else verb.children  # "values the unit, which it would sell, at $1 billion"
    behind = {word.lower_ for word in far if word.i > verb.i}
    return particle is not None and (not particle or particle in behind)


def _owned(sentence: Span, noun: Token) -> Iterator[tuple[Token, int, int]]:
    """*Her estimate for 2026 is $2*, *the FactSet consensus is for growth of 4%*: whose opinion it is."""
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.i - sentence.start > _AT_HEAD:
        return
    owner = next((child for child in noun.children if child.dep_ in _OWNING and child.i < noun.i), None)
    if owner is not None:
        yield owner, sentence.start, sentence.end


def _by_agent(verb: Token, is_voice: Callable[[Token], bool]) -> Iterator[tuple[Token, int, int]]:
    """*the £38m pencilled in by the City*, *is reckoned by the Treasury to raise £24bn*: who does the reckoning."""
    if verb.lemma_.lower() not in cues().attribution.reckoned:
        return
    by = next((child for child in verb.children if child.lower_ == "by" and child.i > verb.i), None)
    agent = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    if agent is None or not (is_voice(agent) or _is_unlisted(agent)):
        return
    last = max(word.i for word in verb.subtree) + 1
    if verb.dep_ == "acl" and verb.head.i < verb.i:
        yield agent, verb.head.left_edge.i, last
    elif any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        yield agent, min(word.i for word in verb.subtree), last


def _is_unlisted(agent: Token) -> bool:
    """The *Treasury* of *is reckoned by the Treasury*: a name that no list has."""
    return agent.pos_ == "PROPN" and mention_at(agent.doc, agent.i) is None


def _reach(sentence: Span, verb: Token) -> tuple[int, int]:
    """The clause of the verb; in a relative clause what it hangs on too: *the $2 that economists had pencilled in*."""
    if verb.dep_ == "ROOT":
        marks = [token.i for token in sentence if token.text == ";"]
        first = max((at + 1 for at in marks if at < verb.i), default=sentence.start)
        return first, min((at for at in marks if at > verb.i), default=sentence.end)
    top = verb.head if verb.dep_ == "relcl" and verb.head.tag_ not in ("NNP", "NNPS") else verb
    words = [word.i for word in verb.subtree]
    return min(top.left_edge.i, *words), max(words) + 1
