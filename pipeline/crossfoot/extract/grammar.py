"""Walks on the dependency tree: heads of spans, governing verbs, subjects, possessors, and how two words hang together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.extract.tokens import Doc, Span, Token

NOUN_MODIFIERS = frozenset(
    {"nummod", "amod", "compound", "nmod", "quantmod", "poss", "npadvmod", "appos", "det", "punct", "advmod"}
)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # tags
CLAUSE_MARKS = frozenset({",", ";", ":", "(", ")", "–", "—"})
CLAUSE_ENDS = frozenset({";", ":", "–", "—", "--"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "dep"})


def parsed(sentence: Span) -> bool:
    """True where the sentence went through the parser."""
    return sentence[0].pos_ != "" or any(token.pos_ for token in sentence)


def root_of(doc: Doc, start: int, end: int) -> Token:
    """The token of doc[start:end] that the others hang from: the first whose head lies outside."""
    if end - start == 1:
        return doc[start]
    tokens = [token for token in doc[start:end] if not token.is_space] or [doc[start]]
    for token in tokens:
        if (token.head.i < start or token.head.i >= end) and token.dep_ != "punct":
            return token
    return tokens[-1]


def up(token: Token) -> Iterator[Token]:
    """`token`, its head, that one's head, and so on to the sentence's root."""
    seen = 0
    while seen < 200:
        yield token
        head = token.head
        if head.i == token.i:
            return
        token, seen = head, seen + 1


def is_verb(token: Token) -> bool:
    """A verb or a form of *be* that carries a clause."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound")


def verb_above(token: Token) -> Token | None:
    """The nearest verb that governs `token` (never the token itself)."""
    return next((each for each in up(token) if each.i != token.i and is_verb(each)), None)


def is_perfect(verb: Token) -> bool:
    """*has risen*, *have since fallen*: up to the day of writing."""
    return any(child.lower_ in ("has", "have", "'ve", "’ve") for child in verb.children)


def is_past_perfect(verb: Token) -> bool:
    """*had touched 74c*, *had on Tuesday been at 70c*: told as earlier than the rest."""
    return any(child.dep_ == "aux" and child.lower_ in ("had", "'d", "’d") for child in verb.children)


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs from this very verb; of two, the one right before it (*Acme, whose sales slipped 3%*)."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return next((child for child in reversed(subjects) if child.i < verb.i), subjects[0] if subjects else None)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or shared: of a conjunct, a participle, an infinitive, a relative clause."""
    for _ in range(8):
        subject = own_subject(verb)
        if subject is not None and not (subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"):
            return subject
        if verb.dep_ in ("relcl", "acl"):
            return verb.head
        if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "parataxis", "dep") and verb.head.i != verb.i:
            above = verb.head if is_verb(verb.head) else verb_above(verb)
            if above is None or above.i == verb.i:
                return None
            if verb.dep_ == "xcomp":  # "asked them to pay": the object does it; "plans to add": the subject does
                given = next((c for c in above.children if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
                if given is not None and above.lemma_.lower() in (
                    "ask",
                    "tell",
                    "order",
                    "urge",
                    "allow",
                    "see",
                    "cost",
                    "force",
                ):
                    return given
            verb = above
            continue
        return None
    return None


def within(token: Token, top: Token) -> bool:
    """True where `top` is `token` or one of its ancestors."""
    return any(each.i == top.i for each in up(token))


@dataclass(frozen=True, slots=True)
class Path:
    """How two tokens hang together: dependency labels from each up to their lowest common head."""

    from_first: tuple[str, ...]
    from_second: tuple[str, ...]
    meet: Token
    verbs_crossed: int


def path(first: Token, second: Token) -> Path | None:
    """The way from `first` to `second` through the tree; None where they stand in different trees."""
    above = list(up(first))
    positions = {token.i: index for index, token in enumerate(above)}
    second_chain: list[Token] = []
    for token in up(second):
        if token.i in positions:
            chain = above[: positions[token.i]]
            crossed = sum(is_verb(each) and each.dep_ in CLAUSES for each in chain)
            return Path(tuple(each.dep_ for each in chain), tuple(each.dep_ for each in second_chain), token, crossed)
        second_chain.append(token)
    return None
