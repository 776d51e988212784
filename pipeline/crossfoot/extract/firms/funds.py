"""Funds by their full names, whatever lists hold of the words inside: *iShares Bitcoin Trust*, *Vanguard Total Bond Market ETF*."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.extract.firms.mentions import FirmMention, Found, Words

_ENDS = frozenset({"ETF", "ETN", "Trust", "Fund"})
_INSIDE = frozenset({"&", "-"})
_LONGEST = 7  # tokens
_FEWEST = 2  # words before the last: *a Bitcoin ETF* is no fund's name
_SURE = 0.8


def funds(words: Words, found: list[Found]) -> Iterator[Found]:
    """The funds of a text; never a name that a list has whole (*International Monetary Fund*)."""
    ends = {place.end for place in found if place.end - place.start > 1}
    for i, word in enumerate(words.words):
        if word not in _ENDS or i + 1 in ends or words.at(i + 1) in _ENDS or words.headline[i]:
            continue
        start = _start(words, i)
        if sum(words.words[k] not in _INSIDE for k in range(start, i)) >= _FEWEST:
            name = words.text[words.starts[start] : words.starts[i] + len(word)]
            yield Found(start, i + 1, FirmMention(name, "company", "recognised", _SURE, sector="asset_manager"))


def _start(words: Words, end: int) -> int:
    """The first token of the capitalised run before `end`."""
    start = end
    while start > 0 and end - start < _LONGEST and not words.opens[start]:
        word = words.words[start - 1]
        if not (word[:1].isupper() or word.isdigit() or word in _INSIDE or word[1:2].isupper()) or word == "The":
            break
        start -= 1
    return start + (words.words[start] in _INSIDE)
