"""A Doc's text and words as plain strings, made once: spaCy joins and decodes them anew each time they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.attrs import ORTH, SPACY
from spacy.strings import StringStore
from spacy.tokens import Doc

if TYPE_CHECKING:
    from crossfoot.extract.tokens import AnyDoc, AnySpan

_TEXT, _WORDS, _LOWER, _SPACES = "crossfoot_text", "crossfoot_words", "crossfoot_lower", "crossfoot_spaces"
_KNOWN: dict[int, str] = {}
_MOST = 50_000


def text_of(doc: AnyDoc) -> str:
    """`doc.text`."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def keep_text(doc: Doc, text: str) -> None:
    """Keeps the text from which the Doc was made."""
    doc.user_data[_TEXT] = text


def text_in(span: AnySpan) -> str:
    """`span.text`."""
    return text_of(span.doc)[span.start_char : span.end_char]


def words_of(doc: AnyDoc) -> list[str]:
    """`token.text` of every token."""
    kept: list[str] | None = doc.user_data.get(_WORDS)
    if kept is None:
        source = _source(doc)
        kept = doc.user_data[_WORDS] = strings_of(source.to_array([ORTH]).tolist(), source.vocab.strings)
    return kept


def spaces_of(doc: AnyDoc) -> list[bool]:
    """For every token whether a blank stands behind it."""
    kept: list[bool] | None = doc.user_data.get(_SPACES)
    if kept is None:
        kept = doc.user_data[_SPACES] = [bool(space) for space in _source(doc).to_array([SPACY]).tolist()]
    return kept


def lower_of(doc: AnyDoc) -> list[str]:
    """`token.lower_` of every token."""
    kept: list[str] | None = doc.user_data.get(_LOWER)
    if kept is None:
        kept = doc.user_data[_LOWER] = list(map(str.lower, words_of(doc)))
    return kept


def lower_in(span: AnySpan) -> list[str]:
    """`token.lower_` of every token of a span."""
    return lower_of(span.doc)[span.start : span.end]


def _source(doc: AnyDoc) -> Doc:
    return doc if isinstance(doc, Doc) else doc.source


def strings_of(keys: list[int], strings: StringStore) -> list[str]:
    """The strings of spaCy's keys; a key is its string's hash, the same in every vocabulary."""
    if len(_KNOWN) > _MOST:
        _KNOWN.clear()
    for key in set(keys).difference(_KNOWN):
        _KNOWN[key] = strings[key]
    return [_KNOWN[key] for key in keys]
