"""How surely a figure is stated: asserted, estimated, projected, hypothetical or negated, by the words that govern it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from crossfoot.extract import grammar
from crossfoot.vocabulary.models import ModalityCues, cues

GROUP = "crossfoot_modality"
Modality = Literal["asserted", "estimated", "projected", "hypothetical", "negated"]
_ORDER: tuple[Modality, ...] = ("hypothetical", "projected", "estimated", "negated")


@dataclass(frozen=True, slots=True)
class ModalityCue:
    """A word at token `at` that makes its clause less than asserted."""

    at: int
    modality: Modality
    form: Literal["word", "verb", "noun", "adverb"]


@Language.component("crossfoot_modality", assigns=["doc.spans"])
def modality_component(doc: Doc) -> Doc:
    """Writes `doc.spans["crossfoot_modality"]`, each cue with `span._.crossfoot_modality`."""
    spans = []
    for sentence in doc.sents:
        if not grammar.parsed(sentence):
            continue
        for token in sentence:
            cue = _cue(token)
            if cue is not None:
                span = Span(doc, token.i, token.i + 1, label=cue.modality.upper())
                span._.crossfoot_modality = cue
                spans.append(span)
    doc.spans[GROUP] = spans
    return doc


def _cue(token: Token) -> ModalityCue | None:
    for name in _ORDER:
        words: ModalityCues = cues().modality[name]  # type: ignore[index]
        lemma = token.lemma_.lower()
        if token.lower_ in words.words and token.pos_ != "NOUN" or (token.lower_ in words.words and name == "projected"):
            return ModalityCue(token.i, name, "word")
        if lemma in words.verbs and token.pos_ == "VERB" and token.dep_ not in ("amod",):
            return ModalityCue(token.i, name, "verb")
        if token.lower_ in words.nouns or lemma in words.nouns and token.pos_ == "NOUN":
            return ModalityCue(token.i, name, "noun")
        if token.lower_ in words.adverbs:
            return ModalityCue(token.i, name, "adverb")
    return None


def modality_of(doc: Doc, at: Token, word: Token | None) -> tuple[Modality, str]:
    """The modality of the clause around `at`, and the cue's own text as the reason."""
    sentence = at.sent
    found = [s._.crossfoot_modality for s in doc.spans.get(GROUP, ()) if sentence.start <= s.start < sentence.end]
    governing = [cue for cue in found if _governs(doc[cue.at], cue, at, word)]
    for name in _ORDER:
        for cue in governing:
            if cue.modality == name:
                if name == "projected" and cue.form == "verb" and _is_past_outlook(doc[cue.at]):
                    return "estimated", doc[cue.at].text
                return name, doc[cue.at].text
    return "asserted", ""


def _governs(token: Token, cue: ModalityCue, at: Token, word: Token | None) -> bool:
    """True where the cue's clause holds the figure: an auxiliary of its verbs, a mark of its clause, a verb above it."""
    chain = [t for t in grammar.up(at)]
    heads = {t.i for t in chain}
    if cue.form == "verb":
        return token.i in heads and not _only_subject(token, at)
    if cue.form in ("noun", "adverb"):
        names = {t.i for t in (grammar.up(word) if word is not None else ())}
        return token.i in heads or token.head.i in heads and token.dep_ in ("compound", "advmod", "amod", "nmod", "poss") or token.i in names and word is not None and token.i <= word.i + 1
    if token.dep_ in ("aux", "neg", "advmod", "mark", "dobj", "compound", "pobj", "nsubj"):
        verb = token.head
        if token.dep_ == "mark" and verb.dep_ == "advcl":
            # "if Meta leases ..., it could add": the condition makes the whole sentence a case.
            return verb.i in heads or verb.head.i in heads
        if token.lower_ in ("not", "n't", "never", "no", "without"):
            return verb.i == (grammar.verb_above(at) or at).i and abs(token.i - at.i) < 12 and token.lower_ != "no"
        return verb.i in heads
    return token.head.i in heads and token.dep_ not in ("cc",)


def _only_subject(verb: Token, at: Token) -> bool:
    """True where the figure stands in the subject of the verb: *The $3 billion deal is expected to close*."""
    below = None
    for token in grammar.up(at):
        if token.i == verb.i:
            break
        below = token
    return below is not None and below.dep_ in ("nsubj", "nsubjpass") and below.i < verb.i


def _is_past_outlook(verb: Token) -> bool:
    """*Analysts had expected $2.1 billion*: a consensus, not a plan."""
    if verb.lemma_.lower() not in ("expect", "anticipate", "forecast", "project", "look", "predict", "see"):
        return False
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    people = subject is not None and any(t.lower_ in cues().attribution.groups or t.lower_ in ("street", "consensus") for t in subject.subtree)
    by = any(c.dep_ == "agent" and any(t.lower_ in cues().attribution.groups for t in c.subtree) for c in verb.children)
    return people or by


if not Span.has_extension("crossfoot_modality"):
    Span.set_extension("crossfoot_modality", default=None)
