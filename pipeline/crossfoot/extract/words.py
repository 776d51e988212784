"""A Doc's text and words as plain strings, made once: spaCy joins and decodes them anew each time they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.attrs import LOWER, ORTH, SPACY
from spacy.tokens import Doc

if TYPE_CHECKING:
    from crossfoot.extract.tokens import AnyDoc, AnySpan

_TEXT, _WORDS, _LOWER, _SPACES = "crossfoot_text", "crossfoot_words", "crossfoot_lower", "crossfoot_spaces"


def text_of(doc: AnyDoc) -> str:
    """`doc.text`."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def text_in(span: AnySpan) -> str:
    """`span.text`."""
    return text_of(span.doc)[span.start_char : span.end_char]


def words_of(doc: AnyDoc) -> list[str]:
    """`token.text` of every token."""
    return _strings(doc, _WORDS, ORTH)


def spaces_of(doc: AnyDoc) -> list[bool]:
    """For every token whether a blank stands behind it."""
    kept: list[bool] | None = doc.user_data.get(_SPACES)
    if kept is None:
        kept = doc.user_data[_SPACES] = [bool(space) for space in _source(doc).to_array([SPACY]).tolist()]
    return kept


def lower_of(doc: AnyDoc) -> list[str]:
    """`token.lower_` of every token."""
    return _strings(doc, _LOWER, LOWER)


def lower_in(span: AnySpan) -> list[str]:
    """`token.lower_` of every token of a span."""
    return lower_of(span.doc)[span.start : span.end]


def _source(doc: AnyDoc) -> Doc:
    return doc if isinstance(doc, Doc) else doc.source


def _strings(doc: AnyDoc, name: str, attribute: int) -> list[str]:
    kept: list[str] | None = doc.user_data.get(name)
    if kept is None:
        source = _source(doc)
        strings = source.vocab.strings
        keys = source.to_array([attribute]).tolist()
        known = {key: strings[key] for key in set(keys)}
        kept = doc.user_data[name] = [known[key] for key in keys]
    return kept
