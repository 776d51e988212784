"""Subjects that the parser hung on the figure before: *rose to $58 million and profit reached $4 million*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossfoot.extract.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BEFORE_VERB = frozenset({"ADV", "AUX", "PART"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_SUMS = frozenset({"nummod", "quantmod"})
_LONGEST = 12  # tokens of a subject


def rejoin(doc: Doc) -> None:
    """Hangs such a noun from its verb, and the *and* before it from the verb's head."""
    for verb in doc.tokens:
        if verb.dep_ == "conj" and verb.tag_ in _FINITE and (subject := _lost_subject(verb)) is not None:
            _hang(subject, verb)


def _lost_subject(verb: Token) -> Token | None:
    """The noun before a verb without a subject, joined by *and* to the figure that all before the verb hangs on."""
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return None
    tokens, at = verb.doc.tokens, verb.i - 1
    while at > 0 and tokens[at].pos_ in _BEFORE_VERB and tokens[at].head is verb:
        at -= 1
    figure = tokens[at].head
    while not _is_figure(figure) and at - _LONGEST < figure.head.i < figure.i:
        figure = figure.head
    if not _is_figure(figure) or figure.i >= at:
        return None
    joined = [child for child in figure.children if child.dep_ in ("cc", "conj") and figure.i < child.i <= at]
    labels = [child.dep_ for child in joined]
    return joined[1] if labels == ["cc", "conj"] and joined[1].pos_ in _NOUNS else None


def _is_figure(token: Token) -> bool:
    """*million*, the *euros* of *58.9 billion euros*, the *%* of *19%*."""
    return token.pos_ == "NUM" or any(child.dep_ in _SUMS and child.pos_ == "NUM" for child in token.children)


def _hang(noun: Token, verb: Token) -> None:
    """Takes the noun, and what of its phrase hangs on the figure too, to the verb."""
    figure = noun.head
    for token in [child for child in figure.children if figure.i < child.i < verb.i]:
        head = verb if token is noun else noun if token.i > noun.i else verb.head
        figure.children.remove(token)
        head.children = sorted([*head.children, token], key=lambda child: child.i)
        token.head = head
    noun.dep_ = "nsubj"
