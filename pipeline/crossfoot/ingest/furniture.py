"""Whether a line's own words show it to be page furniture, and which kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from crossfoot.ingest.lines import Line
from crossfoot.vocabulary.loader import Entry, load

_LONGEST_LINE = 3000  # characters that a pattern is tried on; no furniture is longer
_LONGEST_TAIL = 200
FIGURE = re.compile(r"[$€£¥₹] ?\d|\d ?%|\d ?(?:million|billion|trillion|[mb]n)\b", re.IGNORECASE)


class Rule(Entry):
    """One kind of furniture; the fields are told at the head of `boilerplate.yaml`."""

    reason: str
    whole: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    words: int = 40
    place: Literal["anywhere", "edge", "end"] = "anywhere"
    sentences: bool = True
    figures: bool = True
    section: bool = False
    case: bool = False
    caption: bool = False


class Boilerplate(BaseModel):
    """The shape of `boilerplate.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """What a line's words say: why it goes, and where; whether a section opens; whether it is a credited caption."""

    reason: str
    place: str
    section: bool = False
    caption: bool = False


_CAPTION = Sign("image_credit", "anywhere", caption=True)
_CAPTION_WORDS = 8
_CARD = Sign("story_card", "anywhere")


@dataclass(frozen=True, slots=True)
class _Compiled:
    sign: Sign
    words: int
    sentences: bool
    figures: bool
    whole: re.Pattern[str] | None
    starts: re.Pattern[str] | None
    holds: re.Pattern[str] | None
    caption: bool

    def is_whole(self, content: str, bare: str, *, sentence: bool) -> bool:
        """True where the line is the rule's from end to end, with or without the marks around it."""
        if self.whole is None or (sentence and not self.sentences):
            return False
        return self.whole.fullmatch(content) is not None or (bare != content and self.whole.fullmatch(bare) is not None)

    def is_part(self, content: str) -> bool:
        """True where the line begins with, or holds, the rule's words."""
        if not self.figures and FIGURE.search(content):
            return False
        begins = self.starts is not None and self.starts.match(content) is not None
        return begins or (self.holds is not None and self.holds.search(content) is not None)


@cache
def boilerplate() -> Boilerplate:
    """The vocabulary of page furniture."""
    vocabulary: Boilerplate = load("boilerplate.yaml", Boilerplate)
    return vocabulary


def signs_of(lines: Sequence[Line]) -> list[Sign | None]:
    """Each line's sign; a text that comes again is looked at once."""
    known: dict[str, Sign | None] = {}
    for line in lines:
        if line.text not in known:
            known[line.text] = sign_of(line)
    return [known[line.text] for line in lines]


def sign_of(line: Line) -> Sign | None:
    """What the first rule says whose words the line has."""
    if len(line.text) > _LONGEST_LINE:
        return None
    content = line.content
    if _doubled(content):
        return _CARD
    bare = line.text.strip(" \t*_>[]【】") or line.text
    words = content.count(" ") + 1
    sentence = words > 3 and content.endswith((".", "!")) and not content.endswith("..")
    for rule in _rules():
        if rule.is_whole(content, bare, sentence=sentence):
            return rule.sign
        if words <= rule.words and rule.is_part(content):
            return _CAPTION if rule.caption and words >= _CAPTION_WORDS else rule.sign
    return None


def tail_of(line: Line) -> tuple[int, str] | None:
    """Where furniture at the end of a body line begins (an offset of the text), and its reason."""
    base = max(0, len(line.text) - _LONGEST_TAIL)
    for pattern, reason in _tails():
        for match in pattern.finditer(line.text, base):
            if match.end() == len(line.text):
                return line.start + match.start(1), reason
    return None


def _doubled(text: str) -> bool:
    """A headline that stands twice in one line: the picture's label and the link of a card."""
    half = len(text) // 2
    return text.count(" ") >= 5 and text[:half].strip() == text[-half:].strip()


@cache
def _rules() -> tuple[_Compiled, ...]:
    return tuple(
        _Compiled(
            sign=Sign(rule.reason, rule.place, rule.section),
            words=rule.words,
            sentences=rule.sentences,
            figures=rule.figures,
            whole=_joined(rule.whole, rule),
            starts=_joined(rule.starts, rule),
            holds=_joined(rule.holds, rule),
            caption=rule.caption,
        )
        for rule in boilerplate().rules
    )


@cache
def _tails() -> tuple[tuple[re.Pattern[str], str], ...]:
    """A tail follows the end of a sentence: `... the plan. Continue reading at X.`"""
    return tuple(
        (re.compile(rf"[.!?…”\"'’)][ \u00a0]?({pattern})$", re.IGNORECASE), rule.reason)
        for rule in boilerplate().rules
        for pattern in rule.tail
    )


def _joined(patterns: tuple[str, ...], rule: Rule) -> re.Pattern[str] | None:
    flags = 0 if rule.case else re.IGNORECASE
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags) if patterns else None
