"""Which lines of a page an extracted text consists of: the heaviest chain of lines that follow one another in both."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

_WORD = re.compile(r"\w+")
_RUN: Final = 4  # words in a row by which a piece of a line is known again
_MOST_PLACES: Final = 40  # where one line of words may stand in the text
_LEAST_SHARE: Final = 0.4  # of a line's runs that are found again
_HALF: Final = 0.5
_MOST_CANDIDATES: Final = 10_000  # of a whole page; the chain looks at each with those before it
_GAP: Final = 0.02  # what a line between two of the chain costs, so that of two copies the nearer one is taken
_WIDEST_GAP: Final = 0.4
_LOOK_BACK: Final = 400  # candidates before one that may precede it in the chain


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Line `line` may be the words `start` to `end` of the text, `weight` of them found."""

    line: int
    start: int
    end: int
    weight: float


def lines_in(lines: Sequence[str], text: str) -> list[bool]:
    """For each line whether the extracted text has it, at a place of its own and in the lines' order."""
    words = [_WORD.findall(line) for line in lines]
    chain = _chain(
        list(islice(_candidates(words, [_WORD.findall(line) for line in text.split("\n")]), _MOST_CANDIDATES))
    )
    found = [False] * len(lines)
    for candidate in chain:
        found[candidate.line] = candidate.weight >= _HALF * len(words[candidate.line])
    return found


def _candidates(lines: Sequence[list[str]], text: Sequence[list[str]]) -> Iterator[_Candidate]:
    whole: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    runs: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    words = [word for line in text for word in line]
    at = 0
    for line in text:
        if line:
            whole[tuple(line)].append(at)
        at += len(line)
    for at in range(len(words) - _RUN + 1):
        runs[tuple(words[at : at + _RUN])].append(at)
    for index, line in enumerate(lines):
        if places := whole.get(tuple(line)):
            for at in places[:_MOST_PLACES]:
                yield _Candidate(index, at, at + len(line), len(line) + _HALF)
        elif len(line) >= _RUN:
            yield from _partial(index, line, runs, len(words))


def _partial(index: int, line: list[str], runs: dict[tuple[str, ...], list[int]], size: int) -> Iterator[_Candidate]:
    """The two best places of a line that the text has in part, or as part of a longer one."""
    shifts: Counter[int] = Counter()
    for at in range(len(line) - _RUN + 1):
        for place in runs.get(tuple(line[at : at + _RUN]), ())[:_RUN]:
            shifts[place - at] += 1
    for shift, _ in shifts.most_common(2):
        near = sum(count for other, count in shifts.items() if abs(other - shift) <= len(line) // 2 + 2)
        if near >= _LEAST_SHARE * (len(line) - _RUN + 1):
            start, end = max(0, shift), min(size, shift + len(line))
            yield _Candidate(index, start, end, near + _RUN - 1)


def _chain(candidates: list[_Candidate]) -> Iterator[_Candidate]:
    """The heaviest chain, last line first."""
    best = [0.0] * len(candidates)
    highest = [0.0] * len(candidates)  # of `best` so far: what lies before an entry no greater need not be looked at
    before: list[int | None] = [None] * len(candidates)
    for index, candidate in enumerate(candidates):
        top = 0.0
        for earlier in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
            if highest[earlier] <= top:
                break
            other = candidates[earlier]
            if other.line < candidate.line and _follows(candidate, other):
                value = best[earlier] - min(_WIDEST_GAP, _GAP * (candidate.line - other.line - 1))
                if value > top:
                    top, before[index] = value, earlier
        best[index] = top + candidate.weight
        highest[index] = max(best[index], highest[index - 1] if index else 0.0)
    at: int | None = max(range(len(candidates)), key=best.__getitem__, default=None)
    while at is not None:
        yield candidates[at]
        at = before[at]


def _follows(later: _Candidate, earlier: _Candidate) -> bool:
    """Behind it in the text; a little overlap is allowed, for the ends of a partial place are not sure."""
    return earlier.start < later.start and earlier.end <= later.start + max(2, (earlier.end - earlier.start) // 4)
