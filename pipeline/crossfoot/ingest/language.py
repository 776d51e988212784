"""Which language a text is in: English by its small words, any other by a library that is asked only then."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pydantic import BaseModel, ConfigDict

from crossfoot.ingest.prose import function_words
from crossfoot.vocabulary.loader import load

_SMALL: Final = 0.2  # of an English text's words
_FEWEST: Final = 25  # words (or signs of a script without spaces) from which a text's language can be told
_SURE: Final = 0.9
_SAMPLE: Final = 6_000  # characters


class Languages(BaseModel):
    """The shape of `languages.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Language:
    """A language that is not English, by name and ISO 639-1 code."""

    name: str
    code: str


def other_than_english(text: str) -> Language | None:
    """The language of a text, where it surely is another than English; a text too short to tell counts as English."""
    sample = text[:_SAMPLE]
    words = [word.strip(".,;:!?\"'“”‘’()[]") for word in sample.lower().split()]
    words = [word for word in words if word.isalpha() or any(map(str.isalpha, word))]
    if sum(map(function_words().__contains__, words)) >= _SMALL * len(words) and words:
        return None
    if len(words) < _FEWEST and sum(char > "\u2e7f" for char in sample) < _FEWEST:
        return None
    code, certainty = _classifier().classify(" ".join(words) if len(words) >= _FEWEST else sample)
    if code == "en" or certainty < _SURE:
        return None
    return Language(_names().get(code, code), code)


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _names() -> dict[str, str]:
    languages: Languages = load("languages.yaml", Languages)
    return languages.names
