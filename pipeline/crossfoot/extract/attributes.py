"""Parts of speech and lemmas from tag, arc and word: what the model's rules say, asked once for each combination."""

from __future__ import annotations

from itertools import chain
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

ATTRIBUTES = [TAG, POS, MORPH, LEMMA, DEP]
_MOST = 100_000  # combinations kept, 4 MB: numbers and names never end

Rows = np.ndarray[tuple[int, int], np.dtype[np.uint64]]
Key = tuple[int, int, int]


class Attributes:
    """The attribute ruler and the lemmatizer of a model, for parsed sentences.

    Nearly all of their rules look at one token: its tag, its arc's label and its word. So a token of each combination is
    shown to them once, alone, and the answer kept. A sentence that holds the first token of a rule about several
    (`gon` of *gonna*) goes to the components themselves.
    """

    def __init__(self, model: Language) -> None:
        self._ruler: AttributeRuler = model.get_pipe("attribute_ruler")  # type: ignore[assignment]
        self._lemmatizer = model.get_pipe("lemmatizer")
        self._openers = Matcher(model.vocab)
        for index, rule in enumerate(self._ruler.patterns):
            patterns: list[list[dict[str, Any]]] = rule["patterns"]  # type: ignore[assignment]
            if opening := [pattern[:1] for pattern in patterns if len(pattern) > 1]:
                self._openers.add(str(index), opening)
        self._kept: dict[Key, int | None] = {}  # a combination's row, none where it may open a rule about several
        self._rows: Rows = np.zeros((_MOST, len(ATTRIBUTES)), dtype=np.uint64)

    def rows(self, sentences: list[Doc]) -> list[Rows]:
        """TAG, POS, MORPH, LEMMA and DEP of tagged and parsed sentences, one row a token."""
        keys = [list(map(tuple, sentence.to_array([ORTH, TAG, DEP]).tolist())) for sentence in sentences]
        new = [key for key in dict.fromkeys(chain.from_iterable(keys)) if key not in self._kept]
        if len(self._kept) + len(new) > len(self._rows):
            self._kept.clear()
            new = list(dict.fromkeys(chain.from_iterable(keys)))
            self._rows = np.zeros((max(_MOST, len(new)), len(ATTRIBUTES)), dtype=np.uint64)
        if new:
            self._ask(sentences[0].vocab, new)
        return [self._of(sentence, own) for sentence, own in zip(sentences, keys, strict=True)]

    def _of(self, sentence: Doc, keys: list[Key]) -> Rows:
        kept = [self._kept[key] for key in keys]
        return self._read(sentence) if None in kept else self._rows[kept]  # type: ignore[index]  # none is None

    def _ask(self, vocab: Vocab, keys: list[Key]) -> None:
        """Keeps the rows of tokens by themselves: where none opens a rule about several, they may stand side by side."""
        opening = {index for _, start, end in self._openers(_side_by_side(vocab, keys)) for index in range(start, end)}
        alone = [key for index, key in enumerate(keys) if index not in opening]
        first = len(self._kept)
        self._kept.update(dict.fromkeys(keys))
        if alone:
            self._rows[first : first + len(alone)] = self._read(_side_by_side(vocab, alone))
            self._kept.update(zip(alone, range(first, first + len(alone)), strict=True))

    def _read(self, doc: Doc) -> Rows:
        done: Doc = self._lemmatizer(self._ruler(doc))
        return done.to_array(ATTRIBUTES)  # type: ignore[return-value]


def _side_by_side(vocab: Vocab, keys: list[Key]) -> Doc:
    """The words as sentences of their own."""
    strings = vocab.strings
    words, tags, labels = ([strings[key] for key in column] for column in zip(*keys, strict=True))
    return Doc(vocab, words=words, spaces=[False] * len(words), tags=tags, deps=labels, heads=list(range(len(words))))
