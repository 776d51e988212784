"""Mojibake (`â€™` for ’) mended, with a map back: what is read is the mended text, what is quoted the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from crossfoot.records import Article, Block, Claim, Dropped, Mended

# What UTF-8 looks like that was read as windows-1252 (or Latin-1): the first byte of a western letter, dash, quotation mark
# or emoji, and a byte that goes on.
_GOES_ON = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x80-\xbf"
_SUSPECT = re.compile(f"[ÂÃ][{_GOES_ON}]|[âð][{_GOES_ON}]{{2}}|ï»¿|ï¿½")
_FIRST_SIGNS = "ÂÃâðï"  # one of these opens it, and most texts have none
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]{1,500}")  # what is mended at once: mojibake of one sign holds no ASCII
Run = TypeVar("Run", Block, Dropped)


def mends(text: str) -> tuple[Mended, ...]:
    """The runs of a text that are mojibake, each with what it should read."""
    if not any(sign in text for sign in _FIRST_SIGNS) or not _SUSPECT.search(text):
        return ()
    from ftfy import fix_encoding

    found = (
        (match, fix_encoding(match.group())) for match in _BEYOND_ASCII.finditer(text) if _SUSPECT.search(match[0])
    )
    return tuple(
        Mended(start=match.start(), end=match.end(), text=fixed)
        for match, fixed in found
        if fixed and fixed != match[0]
    )


def mended_text(text: str) -> str:
    """A text without mojibake, where no map is wanted."""
    return apply(text, mends(text))


def apply(text: str, runs: Sequence[Mended]) -> str:
    """The text with its runs mended."""
    pieces, end = [], 0
    for run in runs:
        pieces += [text[end : run.start], run.text]
        end = run.end
    return "".join([*pieces, text[end:]])


def as_read(article: Article) -> Article:
    """The article with its text mended and its blocks where they are in that."""
    if not article.mended:
        return article
    shift = _Shift(article.mended)
    return article.model_copy(
        update={
            "text": apply(article.text, article.mended),
            "blocks": tuple(_moved(block, shift.to_mended) for block in article.blocks),
            "dropped": tuple(_moved(run, shift.to_mended) for run in article.dropped),
            "mended": (),
        }
    )


def in_original(runs: Sequence[Run], mended: Sequence[Mended]) -> tuple[Run, ...]:
    """Runs of the mended text as runs of the original."""
    if not mended:
        return tuple(runs)
    shift = _Shift(mended)
    return tuple(_moved(run, shift.to_original) for run in runs)


def quoting_original(claim: Claim, article: Article) -> Claim:
    """A claim found in the mended text, its offsets and words those of the original."""
    if not article.mended:
        return claim
    to = _Shift(article.mended).to_original
    start, end, sentence = to(claim.start), to(claim.end, end=True), to(claim.sentence_start)
    stop = to(claim.sentence_start + len(claim.sentence), end=True)
    words = {"quote": article.text[start:end], "sentence": article.text[sentence:stop]}
    return claim.model_copy(update={**words, "start": start, "end": end, "sentence_start": sentence})


def _moved(run: Run, to: Callable[..., int]) -> Run:
    return run.model_copy(update={"start": to(run.start), "end": to(run.end, end=True)})


class _Shift:
    """Offsets from the original to the mended text and back; one inside a mended run goes to that run's edge."""

    def __init__(self, runs: Sequence[Mended]) -> None:
        self._original: list[tuple[int, int]] = []
        self._mended: list[tuple[int, int]] = []
        shift = 0
        for run in runs:
            self._original.append((run.start, run.end))
            self._mended.append((run.start + shift, run.start + shift + len(run.text)))
            shift += len(run.text) - (run.end - run.start)

    def to_mended(self, offset: int, *, end: bool = False) -> int:
        """An offset of the original in the mended text; `end` where a run of text ends there."""
        return _carried(offset, self._original, self._mended, end=end)

    def to_original(self, offset: int, *, end: bool = False) -> int:
        """An offset of the mended text in the original."""
        return _carried(offset, self._mended, self._original, end=end)


def _carried(offset: int, here: list[tuple[int, int]], there: list[tuple[int, int]], *, end: bool) -> int:
    at = bisect_right(here, offset - end, key=lambda run: run[0]) - 1
    if at < 0:
        return offset
    if offset - end < here[at][1] and offset != here[at][0]:
        return there[at][1] if end else there[at][0]
    if offset == here[at][0]:
        return there[at][0]
    return offset + there[at][1] - here[at][1]
