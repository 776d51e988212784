"""Parts of speech and lemmas from tag, arc and word: what the model's rules say, asked once for each combination."""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

ATTRIBUTES = [TAG, POS, MORPH, LEMMA, DEP]
_MOST = 200_000  # combinations kept: numbers and names never end

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
        self._kept: dict[Key, tuple[int, ...] | None] = {}

    def rows(self, sentence: Doc) -> Rows:
        """TAG, POS, MORPH, LEMMA and DEP of a tagged and parsed sentence, one row a token."""
        if len(self._kept) > _MOST:
            self._kept.clear()
        keys = [(orth, tag, dep) for orth, tag, dep in sentence.to_array([ORTH, TAG, DEP]).tolist()]
        kept = [
            self._kept[key] if key in self._kept else self._ask(sentence, index, key) for index, key in enumerate(keys)
        ]
        if None in kept:
            return self._read(sentence)
        return np.array(kept, dtype=np.uint64)

    def _ask(self, sentence: Doc, index: int, key: Key) -> tuple[int, ...] | None:
        """The row of a token by itself, or None where it may open a rule about several."""
        token = sentence[index]
        alone = Doc(sentence.vocab, words=[token.text], spaces=[False], tags=[token.tag_], deps=[token.dep_], heads=[0])
        row = None if self._openers(alone) else tuple(self._read(alone)[0].tolist())
        self._kept[key] = row
        return row

    def _read(self, doc: Doc) -> Rows:
        done: Doc = self._lemmatizer(self._ruler(doc))
        return done.to_array(ATTRIBUTES)  # type: ignore[return-value]
