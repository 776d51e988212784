"""A parsed Doc as plain Python objects, under spaCy's own names: what the rules read.

spaCy makes a Token, and each of its strings, anew each time one is asked for; the rules ask some hundred times a token.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, count
from operator import attrgetter
from typing import Any, overload

from spacy.attrs import DEP, HEAD, LEMMA, POS, SENT_START, TAG
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan

from crossfoot.extract.joined_clauses import rejoin
from crossfoot.extract.words import lower_of, spaces_of, strings_of, text_of, words_of

_KEPT = "crossfoot_tokens"
_LABELS = (LEMMA, POS, TAG, DEP)
_PLACE = attrgetter("i")
_NOTHING: list[Token] = []  # below most tokens


class Token:
    """One token of a Doc; see spaCy's Token for what each name means."""

    __slots__ = ("_below", "children", "dep_", "doc", "head", "i", "idx", "lemma_", "lower_", "pos_", "tag_", "text")

    head: Token

    def __init__(
        self, doc: Doc, i: int, idx: int, text: str, lower: str, lemma: str, pos: str, tag: str, dep: str
    ) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = lower
        self.lemma_ = lemma
        self.pos_ = pos
        self.tag_ = tag
        self.dep_ = dep
        self.children = _NOTHING
        self._below: list[Token] | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, steps: int = 1) -> Token:
        """The token so many places on."""
        return self.doc.tokens[self.i + steps]

    @property
    def lefts(self) -> Iterator[Token]:
        return (child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> Iterator[Token]:
        return (child for child in self.children if child.i > self.i)

    @property
    def subtree(self) -> list[Token]:
        """The token and all that hangs from it, what stands left of each before it."""
        if self._below is None:
            left = [below for child in self.lefts for below in child.subtree]
            self._below = [*left, self, *(below for child in self.rights for below in child.subtree)]
        return self._below

    @property
    def left_edge(self) -> Token:
        return min(self.subtree, key=_PLACE)

    @property
    def right_edge(self) -> Token:
        return max(self.subtree, key=_PLACE)

    @property
    def sent(self) -> Span:
        return self.doc.sentence_at(self.i)

    @property
    def is_space(self) -> bool:
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        return self.doc.source[self.i].is_punct

    @property
    def is_currency(self) -> bool:
        return self.doc.source[self.i].is_currency

    @property
    def like_num(self) -> bool:
        return self.doc.source[self.i].like_num

    @property
    def shape_(self) -> str:
        return self.doc.source[self.i].shape_


class Span:
    """Tokens [start, end) of a Doc; `_` holds what a component says of them."""

    __slots__ = ("_", "doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int, said: Any = None) -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self._ = said

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __repr__(self) -> str:
        return self.text

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> list[Token]: ...
    def __getitem__(self, key: int | slice) -> Token | list[Token]:
        return self.doc.tokens[self.start : self.end][key]

    @property
    def start_char(self) -> int:
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(text_of(self.doc))

    @property
    def end_char(self) -> int:
        if self.end == self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return text_of(self.doc)[self.start_char : self.end_char]

    @property
    def sent(self) -> Span:
        return self.doc.sentence_at(self.start)


class Doc:
    """The tokens and sentences of a spaCy Doc (`source`), as they were when first asked for."""

    __slots__ = ("_", "_sentence_of", "groups", "places", "sents", "source", "tokens", "user_data")

    def __init__(self, source: SpacyDoc) -> None:
        self.source = source
        self.user_data: dict[Any, Any] = source.user_data
        self._ = source._
        self.groups: dict[str, tuple[list[int], list[Span]]] = {}  # span groups that were asked for
        words = words_of(source)
        lengths = (len(word) + space for word, space in zip(words, spaces_of(source), strict=True))
        self.places = list(accumulate(lengths, initial=0))
        rows = source.to_array([*_LABELS, SENT_START, HEAD])
        columns = rows.T.tolist()
        strings = source.vocab.strings
        named = [strings_of(column, strings) for column in columns[: len(_LABELS)]]
        self.tokens = tokens = [
            Token(self, *of_one) for of_one in zip(count(), self.places, words, lower_of(source), *named, strict=False)
        ]
        for token, head in zip(tokens, rows[:, -1].astype("int64").tolist(), strict=True):
            token.head = above = tokens[token.i + head]
            if head:
                if above.children is _NOTHING:
                    above.children = []
                above.children.append(token)
        starts = [i for i, start in enumerate(columns[len(_LABELS)]) if start == 1 or not i]
        self.sents = [Span(self, start, end) for start, end in zip(starts, [*starts[1:], len(tokens)], strict=False)]
        self._sentence_of = [sentence for sentence in self.sents for _ in range(len(sentence))]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Span: ...
    def __getitem__(self, key: int | slice) -> Token | Span:
        if isinstance(key, int):
            return self.tokens[key]
        start, end, _ = key.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def char_span(self, start: int, end: int) -> Span:
        """The tokens that characters [start, end) touch."""
        return Span(self, bisect_right(self.places, start) - 1, bisect_right(self.places, end - 1))

    def sentence_at(self, index: int) -> Span:
        """The sentence in which a token stands."""
        return self._sentence_of[index]

    @property
    def text(self) -> str:
        return text_of(self)


AnyDoc = Doc | SpacyDoc
AnySpan = Span | SpacySpan


def tokens_of(doc: SpacyDoc) -> Doc:
    """The Doc's tokens, made at the first call and kept."""
    kept: Doc | None = doc.user_data.get(_KEPT)
    if kept is None:
        kept = doc.user_data[_KEPT] = Doc(doc)
        rejoin(kept)
    return kept


def forget(doc: SpacyDoc) -> None:
    """Drops them, by whatever changes tags or arcs, and by whoever reads last.

    They are taken apart, since they hold one another: thousands an article that only the garbage collector would find.
    """
    kept: Doc | None = doc.user_data.pop(_KEPT, None)
    if kept is not None:
        for token in kept.tokens:
            del token.doc, token.head, token.children, token._below
        for held in (kept.tokens, kept.sents, kept._sentence_of, kept.groups):
            held.clear()
