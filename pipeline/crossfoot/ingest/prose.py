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
_CLIPPED = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$")
_LOWER_START = 0.5  # share of words in lower case that tells a sentence from a headline in Title Case


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
    count = len(words)
    ends = _END.search(content[-12:]) is not None
    clipped = _CLIPPED.search(content[-8:]) is not None
    small = sum(word.lower() in function_words() for word in words[:200])
    share = small / min(count, 200) if count else 0.0
    sentence = ends and not clipped and count >= 2
    prose = (sentence and count >= 8 and share >= 0.2) or (count >= 30 and share >= 0.25)
    return Shape(words=count, sentence=sentence, prose=prose, digits=any(char.isdigit() for char in content))
