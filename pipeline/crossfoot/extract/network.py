"""The English model's network for reading only: what its layers compute, in fewer and larger steps.

The same tags and arcs as through the model's own components, in half of their time: a word's embedding is computed once,
the parser takes each step for all sentences together, and nothing is kept for training.

What is read of an article does not depend on the articles beside it, although a product of matrices rounds by its size
and by a row's place in it. So a word is embedded by itself, a window is of one article's sentences, and the sums by which
the parser chooses, which are of several articles, have twice the digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.attrs import ORTH, SPACY
from spacy.language import Language
from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]  # it has no stubs
from spacy.pipeline import DependencyParser, Tagger
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

Floats = npt.NDArray[np.float32]
Layer = Model[Any, Any]
_TOKENS = 4096  # parsed together: more need more memory, and go no faster
_MOST = 20_000  # embeddings kept: 8 MB
_TINY = np.float32(1e-8)
_WINDOW = "residual(expand_window>>maxout>>layernorm>>dropout)"


class Network:
    """Tags and arcs for sentences that are Docs of their own."""

    def __init__(self, model: Language) -> None:
        self._tagger = cast(Tagger, model.get_pipe("tagger"))
        self._parser = _Parser(cast(DependencyParser, model.get_pipe("parser")))
        self._encoder = _Encoder(cast(Tagger, model.get_pipe("tok2vec")).model, model.vocab)
        softmax = _layer(self._tagger.model, "softmax")
        self._weights, self._bias = _transposed(_param(softmax, "W")), _param(softmax, "b")

    def annotate(self, articles: Sequence[list[Doc]]) -> None:
        """Writes tag, head and arc label of every token, for the sentences of each article."""
        for some in _batches([sentences for sentences in articles if sentences]):
            known = self._encoder.learn(some)
            vectors = [self._encoder.vectors(sentences, own) for sentences, own in zip(some, known, strict=True)]
            for sentences, rows in zip(some, vectors, strict=True):
                tags = (rows @ self._weights + self._bias).argmax(axis=1)
                ends = np.cumsum([len(sentence) for sentence in sentences])
                self._tagger.set_annotations(sentences, np.split(tags, ends[:-1]))
            self._parser.annotate(list(chain.from_iterable(some)), vectors)


class _Encoder:
    """A vector for each token: its word's embedding, and its neighbours through as many windows as the model has."""

    def __init__(self, model: Layer, vocab: Vocab) -> None:
        self._vocab = vocab
        embed, encode = model.get_ref("embed"), model.get_ref("encode")
        self._features = embed.layers[:3]  # rows of the tables of hashes, side by side
        self._mix = _Maxout(embed.layers[3])
        self._windows = [_Maxout(layer) for layer in encode.walk() if layer.name == _WINDOW]
        self._pad: int = encode.attrs["pad"]
        self._rows: dict[tuple[int, int], int] = {}
        self._embeddings: Floats = np.zeros((_MOST, self._mix.width), dtype=np.float32)

    def vectors(self, sentences: list[Doc], known: list[int]) -> Floats:
        """The vectors of all tokens of an article's sentences, one row each; `known` are their words' embeddings."""
        # between two sentences, and around them, stands padding as wide as the windows reach
        lengths = np.array([len(sentence) for sentence in sentences])
        padding = np.repeat(np.arange(1, len(lengths) + 1) * self._pad, lengths)
        rows = np.arange(len(padding)) + padding
        vectors: Floats = np.zeros((len(rows) + self._pad * (len(lengths) + 1), self._mix.width), dtype=np.float32)
        vectors[rows] = self._embeddings[known]
        for window in self._windows:
            np.add(vectors, window(_beside(vectors)), out=vectors)
        found: Floats = vectors[rows]
        return found

    def learn(self, articles: list[list[Doc]]) -> list[list[int]]:
        """The embeddings' rows of the tokens of each article's sentences; words not seen before are embedded."""
        keys = [
            [(orth, space) for sentence in sentences for orth, space in sentence.to_array([ORTH, SPACY]).tolist()]
            for sentences in articles
        ]
        new = [key for key in dict.fromkeys(chain.from_iterable(keys)) if key not in self._rows]
        if len(self._rows) + len(new) > len(self._embeddings):
            self._rows.clear()
            new = list(dict.fromkeys(chain.from_iterable(keys)))
            self._embeddings = np.zeros((max(_MOST, len(new)), self._mix.width), dtype=np.float32)
        if new:
            self._embed(new)
        return [[self._rows[key] for key in own] for own in keys]

    def _embed(self, keys: list[tuple[int, int]]) -> None:
        strings = self._vocab.strings
        words = Doc(self._vocab, words=[strings[orth] for orth, _ in keys], spaces=[bool(space) for _, space in keys])
        ragged: Any = [words]
        for layer in self._features:
            ragged = layer.predict(ragged)
        first = len(self._rows)
        self._embeddings[first : first + len(keys)] = self._mix.each(ragged.data)
        self._rows.update(zip(keys, range(first, first + len(keys)), strict=True))


class _Parser:
    """The transition parser, all sentences of a batch taking each step together."""

    def __init__(self, parser: DependencyParser) -> None:
        self._parser = parser
        tok2vec, lower, upper = parser.model.layers
        narrow = _layer(tok2vec, "linear")
        self._narrow, self._narrow_bias = _transposed(_param(narrow, "W")), _param(narrow, "b")
        self._features: int = lower.get_dim("nF")
        self._hidden: int = lower.get_dim("nO")
        # pieces before outputs, so that the greater of two pieces is that of two halves
        self._lower = _transposed(_param(lower, "W").transpose(0, 2, 1, 3).reshape(-1, lower.get_dim("nI")))
        self._lower_bias = _param(lower, "b").T.reshape(-1)
        self._missing = _param(lower, "pad")[0].transpose(0, 2, 1).reshape(self._features, -1)
        self._upper = _transposed(_param(upper, "W")).astype(np.float64)
        self._upper_bias = _param(upper, "b")
        self._shape = SimpleNamespace(state2vec=SimpleNamespace(nF=self._features))

    def annotate(self, sentences: list[Doc], vectors: list[Floats]) -> None:
        """Writes head and arc label of every token of the sentences; `vectors` are theirs, article by article."""
        states = self._parser.moves.init_batch(sentences)
        summands = self._summands(vectors)
        columns = np.arange(self._features)
        active = [state for state in states if not state.is_final()]
        while active:
            ids = ParserStepModel.get_token_ids(self._shape, active)  # -1 where a state has no such token
            sums = summands.take((ids + 1) * self._features + columns, axis=0).sum(axis=1)
            sums += self._lower_bias
            hidden = np.maximum(sums[:, : self._hidden], sums[:, self._hidden :])
            scores = (hidden @ self._upper + self._upper_bias).astype(np.float32)
            active = self._parser.transition_states(active, scores)
        self._parser.set_annotations(sentences, states)

    def _summands(self, vectors: list[Floats]) -> Floats:
        """What each token adds to a state, one row for each of its features; the first rows are of a missing token."""
        tokens = sum(map(len, vectors))
        made: Floats = np.empty((tokens + 1, self._missing.size), dtype=np.float32)
        made[0] = self._missing.reshape(-1)
        start = 1
        for rows in vectors:
            narrow = rows @ self._narrow + self._narrow_bias
            np.dot(narrow, self._lower, out=made[start : start + len(rows)])
            start += len(rows)
        return made.reshape(-1, self._missing.shape[1])


class _Maxout:
    """A maxout layer with its layer norm."""

    def __init__(self, model: Layer) -> None:
        maxout, norm = _layer(model, "maxout"), _layer(model, "layernorm")
        weights = _param(maxout, "W")
        self.width, self._pieces, inputs = weights.shape
        # pieces before outputs, so that a maximum over pieces is one over column blocks
        self._weights = _transposed(weights.transpose(1, 0, 2).reshape(-1, inputs))
        self._bias = _param(maxout, "b").T.reshape(-1)
        self._gain, self._shift = _param(norm, "G"), _param(norm, "b")

    def __call__(self, inputs: Floats) -> Floats:
        return self._normed(inputs @ self._weights)

    def each(self, inputs: Floats) -> Floats:
        """The same, a product of matrices for each row."""
        return self._normed((inputs[:, None] @ self._weights)[:, 0])

    def _normed(self, sums: Floats) -> Floats:
        """The largest of each unit's pieces, brought to mean 0 and spread 1 in its row: spaCy's maxout and layer norm."""
        sums += self._bias
        found = sums[:, : self.width]
        for piece in range(1, self._pieces):
            found = np.maximum(found, sums[:, piece * self.width : (piece + 1) * self.width])
        found -= found.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", found, found) / np.float32(self.width) + _TINY
        found *= (1 / np.sqrt(spread))[:, None]
        found *= self._gain
        found += self._shift
        return found


def _beside(vectors: Floats) -> Floats:
    """Each row with the one before and the one behind."""
    width = vectors.shape[1]
    made = np.zeros((len(vectors), 3 * width), dtype=np.float32)
    made[1:, :width] = vectors[:-1]
    made[:, width : 2 * width] = vectors
    made[:-1, 2 * width :] = vectors[1:]
    return made


def _layer(model: Layer, name: str) -> Layer:
    """The one layer of that name."""
    (found,) = [layer for layer in model.walk() if layer.name == name]
    return found


def _param(layer: Layer, name: str) -> Floats:
    return cast(Floats, layer.get_param(name))


def _transposed(weights: Floats) -> Floats:
    return np.ascontiguousarray(weights.T)


def _batches(articles: list[list[Doc]]) -> Iterator[list[list[Doc]]]:
    """The articles in batches of even size."""
    some: list[list[Doc]] = []
    held = 0
    for sentences in articles:
        length = sum(map(len, sentences))
        if some and held + length > _TOKENS:
            yield some
            some, held = [], 0
        some.append(sentences)
        held += length
    if some:
        yield some
