"""How much a line looks like written sentences, without reading what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.ingest.lines import Line
from crossfoot.vocabulary.loader import load

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_END = re.compile(r"[.?!…。！？][\"”’'»)\]*]{0,3}\s*\W{0,4}$|[\"”’:;]$")
_STOP = re.compile(r"[a-z][.!?][\"”’')]{0,2}\s")
_DIGIT = re.compile(r"\d")
_CLIPPED = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$")
_UNSPACED = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{2}"
)  # Japanese, Chinese, Thai: two signs count as a word


class FunctionWords(BaseModel):
    """The shape of `function_words.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shape:
    """A line's words, counted; `sentence` where it ends like one, `prose` where it also reads like one."""

    words: int
    sentence: bool
    prose: bool
    digits: bool


@cache
def function_words() -> frozenset[str]:
    """The small words of English."""
    vocabulary: FunctionWords = load("function_words.yaml", FunctionWords)
    return vocabulary.words


def shape_of(line: Line) -> Shape:
    """The shape of a line, its bullet left out."""
    content = line.content
    words = _WORD.findall(content)
    count = len(words) + len(_UNSPACED.findall(content))
    ends = _END.search(content[-12:]) is not None
    clipped = _CLIPPED.search(content[-8:]) is not None
    sentence = ends and not clipped and count >= 2
    stops = sentence or _STOP.search(content) is not None
    prose = (sentence and count >= 8 and _flows(words[:200], 0.2)) or (
        count >= 30 and stops and _flows(words[:200], 0.25)
    )
    return Shape(words=count, sentence=sentence, prose=prose, digits=_has_digit(content))


def _has_digit(content: str) -> bool:
    """True where it holds any, ² and the like among them."""
    return _DIGIT.search(content) is not None or (not content.isascii() and any(map(str.isdigit, content)))


def _flows(words: list[str], share: float) -> bool:
    """Enough small words; in another language enough words in lower case, or a script that has no cases."""
    small = sum(map(function_words().__contains__, map(str.lower, words)))
    return small >= share * len(words) or sum(word[:1].isupper() for word in words) <= 0.25 * len(words)
