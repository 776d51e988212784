"""Tags, lemmas and dependency arcs, only for the sentences in which a claim can stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span

from crossfoot.extract.cues import has_direction_cue

_ATTRIBUTES = [TAG, POS, MORPH, LEMMA, DEP, HEAD]
_SPOKEN_OF = frozenset({"he", "she", "analyst", "analysts", "economist", "economists", "executive", "report"})
_LONGEST = 400  # tokens; a longer "sentence" is a data dump, and the parser makes nothing of it


class Syntax:
    """Runs the English model's tagger and parser over candidate sentences and writes the result into the whole Doc.

    A sentence is a candidate where it holds a span of `crossfoot_quantities` or a direction word. Tokens of all other
    sentences hang from their sentence's first token and have no tag.
    """

    def __init__(self, model: Language, *, batch_size: int = 128) -> None:
        self.model = model
        self.batch_size = batch_size

    def __call__(self, doc: Doc) -> Doc:
        return next(iter(self.pipe([doc])))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Parses the candidate sentences of `batch_size` Docs together: short batches waste the model's time."""
        batch: list[Doc] = []
        for doc in docs:
            batch.append(doc)
            if len(batch) >= batch_size:
                yield from self._parse(batch)
                batch = []
        yield from self._parse(batch)

    def _parse(self, docs: list[Doc]) -> list[Doc]:
        chosen = [(doc, sentence) for doc in docs for sentence in candidates(doc)]
        parsed: Iterable[Doc] = (_alone(sentence) for _, sentence in chosen)
        for _, component in self.model.pipeline:
            stage: Any = component  # every component of the model is a Pipe; the stubs promise a callable only
            parsed = stage.pipe(parsed, batch_size=self.batch_size)
        arrays = {id(doc): _flat(doc) for doc in docs}
        for (doc, sentence), small in zip(chosen, parsed, strict=True):
            arrays[id(doc)][sentence.start : sentence.end] = small.to_array(_ATTRIBUTES)
        for doc in docs:
            if len(doc):
                doc.from_array(_ATTRIBUTES, arrays[id(doc)])  # type: ignore[arg-type]  # the stubs ask for 32-bit integers
        return docs


def candidates(doc: Doc) -> Iterator[Span]:
    """The sentences that hold a quantity or a direction word, in text order."""
    figures = {span.start for span in doc.spans.get("crossfoot_quantities", ())}
    quoted = False  # who said it often stands in the sentence behind the quotation
    before: Span | None = None  # the last sentence passed over: it may name whom "he said" speaks of
    for sentence in doc.sents:
        if len(sentence) > _LONGEST:
            continue
        figured = any(index in figures for index in range(sentence.start, sentence.end))
        if figured or quoted or has_direction_cue(sentence):
            if before is not None and any(token.lower_ in _SPOKEN_OF for token in sentence[:4]):
                yield before
            yield sentence
            before = None
        elif not sentence.text.isspace():
            before = sentence
        quoted = figured and any(char in sentence.text[-4:] for char in '"”’')


def _alone(sentence: Span) -> Doc:
    """The sentence as a Doc of its own, closed to further splitting by the parser."""
    words = [token.text for token in sentence]
    spaces = [bool(token.whitespace_) for token in sentence]
    starts: list[bool | int | None] = [index == 0 for index in range(len(words))]
    return Doc(sentence.doc.vocab, words=words, spaces=spaces, sent_starts=starts)


def _flat(doc: Doc) -> np.ndarray[tuple[int, int], np.dtype[np.uint64]]:
    """No tags, and every token hanging from its sentence's first: keeps the boundaries that `crossfoot_sentences` set."""
    rows = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
    for sentence in doc.sents:
        offsets = sentence.start - np.arange(sentence.start, sentence.end, dtype=np.int64)
        rows[sentence.start : sentence.end, -1] = offsets.astype(np.uint64)
        rows[sentence.start : sentence.end, -2] = doc.vocab.strings.add("dep")
        rows[sentence.start, -2] = doc.vocab.strings.add("ROOT")  # a head without a label would start no sentence
    return rows
