"""Tags, lemmas and dependency arcs, only for the sentences in which a claim can stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import numpy as np
from spacy.attrs import HEAD, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from crossfoot.extract.attributes import ATTRIBUTES, Attributes, Rows
from crossfoot.extract.cues import has_direction_cue
from crossfoot.extract.directions import PRICE_NOUNS
from crossfoot.extract.metrics import find
from crossfoot.extract.network import Network
from crossfoot.extract.tokens import forget
from crossfoot.extract.words import lower_in, spaces_of, text_in, words_of
from crossfoot.extract.worth import may_be_claim

_SPOKEN_OF = frozenset({"he", "she", "analyst", "analysts", "economist", "economists", "executive", "report"})
_LONGEST = 400  # tokens; a longer "sentence" is a data dump, and the parser makes nothing of it


class Syntax:
    """Runs the English model's tagger and parser over candidate sentences and writes the result into the whole Doc.

    A sentence is a candidate where it holds a span of `crossfoot_quantities` that can be a claim, or a direction word and
    a metric's name. Tokens of all other
    sentences hang from their sentence's first token and have no tag.
    """

    def __init__(self, model: Language) -> None:
        self._network = Network(model)
        self._attributes = Attributes(model)
        self._threads = ThreadpoolController()

    def __call__(self, doc: Doc) -> Doc:
        return self.parse(doc, list(candidates(doc)))

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The same for many Docs, which are parsed together."""
        held = list(docs)
        self._parse([(doc, list(candidates(doc))) for doc in held])
        yield from held

    def parse(self, doc: Doc, chosen: list[Span]) -> Doc:
        """The Doc with tags, lemmas and arcs in the chosen sentences."""
        self._parse([(doc, chosen)])
        return doc

    def _parse(self, articles: list[tuple[Doc, list[Span]]]) -> None:
        parsed = [[_alone(sentence) for sentence in chosen] for _, chosen in articles]
        with self._threads.limit(limits=1, user_api="blas"):  # a second thread costs more than it gives
            self._network.annotate(parsed)
        attributes = iter(self._attributes.rows(list(chain.from_iterable(parsed))))
        for (doc, chosen), sentences in zip(articles, parsed, strict=True):
            self._write(doc, chosen, sentences, [next(attributes) for _ in sentences])

    def _write(self, doc: Doc, chosen: list[Span], sentences: list[Doc], attributes: list[Rows]) -> None:
        forget(doc)
        rows = _flat(doc)
        for sentence, small, own in zip(chosen, sentences, attributes, strict=True):
            rows[sentence.start : sentence.end, :-1] = own
            rows[sentence.start : sentence.end, -1] = small.to_array([HEAD]).reshape(-1)
        if len(doc):
            doc.from_array([*ATTRIBUTES, HEAD], rows)  # type: ignore[arg-type]  # the stubs ask for 32-bit integers


def candidates(doc: Doc) -> Iterator[Span]:
    """The sentences in which a claim can stand, in text order."""
    figures = {span.start for span in doc.spans.get("crossfoot_quantities", ()) if may_be_claim(span)}
    quoted = False  # who said it often stands in the sentence behind the quotation
    before: Span | None = None  # the last sentence passed over: it may name whom "he said" speaks of
    for sentence in doc.sents:
        if len(sentence) > _LONGEST:
            continue
        low = lower_in(sentence)
        figured = not figures.isdisjoint(range(sentence.start, sentence.end))
        if figured or quoted or _may_move(sentence):
            if before is not None and not _SPOKEN_OF.isdisjoint(low[:4]):
                yield before
            yield sentence
            before = None
        elif not text_in(sentence).isspace():
            before = sentence
        quoted = figured and any(char in text_in(sentence)[-4:] for char in '"”’')


def _may_move(sentence: Span) -> bool:
    """True where it can state a movement: by a direction word and what moves."""
    if not has_direction_cue(sentence):
        return False
    return not PRICE_NOUNS.isdisjoint(lower_in(sentence)) or next(find(sentence), None) is not None


def _alone(sentence: Span) -> Doc:
    """The sentence as a Doc of its own, closed to further splitting by the parser."""
    words = words_of(sentence.doc)[sentence.start : sentence.end]
    alone = Doc(sentence.doc.vocab, words=words, spaces=spaces_of(sentence.doc)[sentence.start : sentence.end])
    starts = np.full((len(words), 1), -1, dtype=np.int64)
    starts[0] = 1
    alone.from_array([SENT_START], starts.astype(np.uint64))  # type: ignore[arg-type]  # as above
    return alone


def _flat(doc: Doc) -> Rows:
    """No tags, and every token hanging from its sentence's first: keeps the boundaries that `crossfoot_sentences` set."""
    rows = np.zeros((len(doc), len(ATTRIBUTES) + 1), dtype=np.uint64)
    for sentence in doc.sents:
        offsets = sentence.start - np.arange(sentence.start, sentence.end, dtype=np.int64)
        rows[sentence.start : sentence.end, -1] = offsets.astype(np.uint64)
        rows[sentence.start : sentence.end, -2] = doc.vocab.strings.add("dep")
        rows[sentence.start, -2] = doc.vocab.strings.add("ROOT")  # a head without a label would start no sentence
    return rows
