"""How surely a figure is stated: asserted, estimated, projected, hypothetical or negated, by the words that govern it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan

from crossfoot.extract import grammar
from crossfoot.extract.firms import mention_at
from crossfoot.extract.sources import source_at
from crossfoot.extract.spans import spans_in
from crossfoot.extract.tokens import Doc, Token, tokens_of
from crossfoot.vocabulary.models import ModalityCues, cues

GROUP = "crossfoot_modality"
_KEPT = "crossfoot_modalities"
Modality = Literal["asserted", "estimated", "projected", "hypothetical", "negated"]
_ORDER: tuple[Modality, ...] = ("hypothetical", "estimated", "projected", "negated")
_BOUNDARIES = frozenset({"relcl", "parataxis"})  # what governs the clause outside does not govern what is inside
_NOW = frozenset({"is", "are", "'s", "'re"})
_TO_DO = frozenset({"VB", "VBN"})  # tags of the verb of *is to cut*, *are to be closed*
_HELD = frozenset({"thought", "believed"})
_CALLED = frozenset({"called", "named", "known"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_RECKONED_LAST = frozenset({"estimates", "reckons", "calculates", "estimate", "reckon"})
_TOLD_LAST = _RECKONED_LAST | {"forecasts", "predicts"}
_CONDITIONS = frozenset({"if", "unless", "should", "suppose", "assuming"})


@dataclass(frozen=True, slots=True)
class ModalityCue:
    """A word at token `at` that makes its clause less than asserted."""

    at: int
    modality: Modality
    form: Literal["word", "verb", "noun", "adverb"]


@Language.component("crossfoot_modality", assigns=["doc.spans"])
def modality_component(doc: SpacyDoc) -> SpacyDoc:
    """Writes `doc.spans["crossfoot_modality"]`, each cue with `span._.crossfoot_modality`."""
    spans = []
    telling = _telling()
    for sentence in tokens_of(doc).sents:
        if not grammar.parsed(sentence):
            continue
        for token in sentence:
            told = token.tag_ in _TO_DO or token.lower_ in telling or token.lemma_.lower() in telling
            if told and (cue := _cue(token)) is not None:
                span = SpacySpan(doc, token.i, token.i + 1, label=cue.modality.upper())
                span._.crossfoot_modality = cue
                spans.append(span)
    doc.spans[GROUP] = spans
    return doc


@cache
def _telling() -> frozenset[str]:
    """Every word and lemma by which the vocabulary tells a modality."""
    groups: Iterable[ModalityCues] = (cues().modality[name] for name in _ORDER)  # type: ignore[index]
    return _HELD.union(*(words.words | words.verbs | words.nouns | words.adverbs for words in groups))


def _cue(token: Token) -> ModalityCue | None:
    low, lemma = token.lower_, token.lemma_.lower()
    if _is_to(token):
        return ModalityCue(token.head.i, "projected", "verb")
    if low not in _telling() and lemma not in _telling() or _is_named_so(token):
        return None
    if low in _HELD:
        return ModalityCue(token.i, "estimated", "verb") if _is_held(token) else None
    if low == "due" and not _is_awaited(token) or low == "set" and not _is_set_to(token):
        return None
    if low == "should" and _is_inverted(token):
        return ModalityCue(token.i, "hypothetical", "word")
    if low == "target" and "price" in (neighbour.lower_ for neighbour in token.doc[max(0, token.i - 1) : token.i + 2]):
        return None  # a price target is a level that a house has set
    for name in _ORDER:
        words: ModalityCues = cues().modality[name]  # type: ignore[index]
        if name == "negated" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "only":
            continue  # "not only hired ... but also trained"
        if low in words.words and (token.pos_ != "NOUN" or name == "projected"):
            return ModalityCue(token.i, name, "word")
        if lemma in words.verbs and token.pos_ == "VERB" and token.dep_ != "amod" and not _is_seen(token):
            return ModalityCue(token.i, name, "verb")
        if low in words.nouns or lemma in words.nouns and token.pos_ == "NOUN":
            return ModalityCue(token.i, name, "noun")
        if low in words.adverbs:
            return ModalityCue(token.i, name, "adverb")
    return None


def _is_named_so(token: Token) -> bool:
    """The *May* of *John May said*, the firm of *Target lost 3%*: no cue, whatever the word is."""
    if token.text[:1].isupper() and mention_at(token.doc, token.i) is not None:
        return True
    before = token.nbor(-1) if token.i > token.sent.start else None
    return token.text.istitle() and before is not None and before.text[:1].isupper() and before.pos_ == "PROPN"


def _is_to(token: Token) -> bool:
    """The verb of *is to cut 900 jobs*, *are to be closed*: what is settled and still to come."""
    if token.tag_ not in _TO_DO or token.dep_ not in ("xcomp", "ccomp") or token.head.lower_ not in _NOW:
        return False
    if token.lower_ in _CALLED:
        return False
    first = token.head.i + 1
    between = [t.lower_ for t in token.doc[first : token.i] if t.pos_ not in ("ADV", "PART") or t.lower_ == "to"]
    return between[:1] == ["to"] and len(between) <= 2


def _is_awaited(due: Token) -> bool:
    """*is due to begin*; not *due to higher costs*, *notes due 2031*."""
    return due.i + 2 < len(due.doc) and due.nbor().lower_ == "to" and due.nbor(2).tag_ == "VB"


def _is_set_to(token: Token) -> bool:
    """*is set to fall*, *set for its worst year*; not *set aside $2 billion*, *set a record*."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in ("to", "for")


def _is_held(token: Token) -> bool:
    """*is thought to have lost $3 billion*."""
    return any(c.dep_ == "auxpass" for c in token.children)


def _is_inverted(aux: Token) -> bool:
    """*Should sales exceed $3 billion, ...*"""
    subject = grammar.own_subject(aux.head)
    return subject is not None and aux.i < subject.left_edge.i


def _is_seen(token: Token) -> bool:
    """*saw a 6% rise* looks back, *sees a 6% rise* looks ahead."""
    return token.lemma_.lower() in ("see", "look") and token.tag_ not in ("VBZ", "VBP")


def _chain(at: Token) -> list[Token]:
    """The words above the figure, as far as its own statement reaches."""
    chain: list[Token] = []
    for token in grammar.up(at):
        chain.append(token)
        if token.dep_ in _BOUNDARIES or token.dep_ in ("conj", "advcl") and _stands_alone(token):
            break
    return chain


def _stands_alone(verb: Token) -> bool:
    """A clause with its own subject that is no condition: *..., while revenue rose 5%*."""
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    return grammar.is_verb(verb) and grammar.own_subject(verb) is not None and not marks & (_CONDITIONS | {"that"})


def modality_of(doc: Doc, at: Token, word: Token | None) -> tuple[Modality, str]:
    """The modality of the clause around `at`, and the cue's own text as the reason; asked several times of a figure."""
    kept: dict[tuple[int, int | None], tuple[Modality, str]] = doc.user_data.setdefault(_KEPT, {})
    key = at.i, word.i if word is not None else None
    if key not in kept:
        kept[key] = _governing(doc, at, word)
    return kept[key]


def _governing(doc: Doc, at: Token, word: Token | None) -> tuple[Modality, str]:
    sentence = at.sent
    found = [span._.crossfoot_modality for span in spans_in(doc, GROUP, sentence.start, sentence.end)]
    governing = [cue for cue in found if _governs(doc[cue.at], cue, at, word)]
    for name in _ORDER:
        for cue in governing:
            if cue.modality == name:
                text = doc[cue.at].text
                if name == "projected" and cue.form == "verb" and _is_denied(doc[cue.at]):
                    return "negated", text
                if name == "projected" and cue.form == "verb" and _is_past_outlook(doc[cue.at]):
                    return "estimated", text
                if text.lower() == "would" and not any(t.lower_ in _CONDITIONS for t in sentence):
                    return "projected", text
                return name, text
    return _by_who_tells(doc, at)


def _by_who_tells(doc: Doc, at: Token) -> tuple[Modality, str]:
    """*Russia shipped 4 million tons, Acme estimates*: the verb behind the words that looks like a noun."""
    cited = source_at(doc, at.i, at.i + 1)
    verb = doc[cited.verb] if cited is not None and cited.verb is not None else None
    told = verb.lower_ if verb is not None and verb.pos_ == "NOUN" else ""
    if told not in _TOLD_LAST:
        return "asserted", ""
    return ("estimated" if told in _RECKONED_LAST else "projected"), told


def _is_denied(verb: Token) -> bool:
    """*is not planning to cut 10%*."""
    return any(child.dep_ == "neg" for child in verb.children)


def _governs(token: Token, cue: ModalityCue, at: Token, word: Token | None) -> bool:
    """True where the cue's clause holds the figure: an auxiliary of its verbs, a mark of its clause, a verb above it."""
    heads = {t.i for t in _chain(at)}
    if cue.form == "verb":
        counted = token.lower_ in _NOW or _is_indefinite(token)
        return token.i in heads and (not _only_subject(token, at) or counted and _counts_subject(token, at))
    if cue.form in ("noun", "adverb"):
        names = {t.i for t in (grammar.up(word) if word is not None else ())}
        return (
            token.i in heads
            or token.head.i in heads
            and token.dep_ in ("compound", "advmod", "amod", "nmod", "poss")
            or token.dep_ in ("nsubj", "nsubjpass")
            and token.lemma_.lower() in cues().forecasts.foreseen
            and token.head.i == (grammar.verb_above(at) or at).i
            or token.i in names
            and word is not None
            and token.i <= word.i + 1
        )
    if token.dep_ in ("aux", "neg", "advmod", "mark", "dobj", "compound", "pobj", "nsubj"):
        verb = token.head
        if _only_subject(verb, at) and not (_is_indefinite(verb) and _counts_subject(verb, at)):
            return False
        if token.dep_ == "mark" and verb.dep_ == "advcl":
            # "if Acme merges ..., it could save": the condition makes the whole sentence a case.
            return verb.i in heads or verb.head.i in heads
        if token.lower_ in ("not", "n't", "never", "no", "without"):
            return verb.i == (grammar.verb_above(at) or at).i and abs(token.i - at.i) < 12 and token.lower_ != "no"
        return verb.i in heads
    return token.head.i in heads and token.dep_ not in ("cc",)


def _counts_subject(be: Token, at: Token) -> bool:
    """*Some 900 people are to go*: how many is the plan itself."""
    subject = grammar.own_subject(be)
    return subject is not None and (at.i == subject.i or at.head.i == subject.i and at.dep_ == "nummod")


def _is_indefinite(verb: Token) -> bool:
    """*850 people will be hired*, *€400 million would be invested*; not *The $3 billion deal is expected to close*."""
    subject = grammar.own_subject(verb)
    return subject is not None and not any(
        child.tag_ == "PRP$" or child.lower_ in _DEFINITE or child.dep_ == "poss" for child in subject.children
    )


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
    people = subject is not None and any(
        t.lower_ in cues().attribution.groups or t.lower_ in ("street", "consensus") for t in subject.subtree
    )
    by = any(c.dep_ == "agent" and any(t.lower_ in cues().attribution.groups for t in c.subtree) for c in verb.children)
    return people or by


if not SpacySpan.has_extension("crossfoot_modality"):
    SpacySpan.set_extension("crossfoot_modality", default=None)
