"""Finds listed names in a text: a trie over word pieces, one pass, longest match first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from crossfoot.vocabulary.firm_lists import FirmEntry, firm_lists

# Runs of letters and digits, or one sign; `S&P 500` is S & P 500, `Lowe's` is Lowe ' s.
PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_PARTS = re.compile(f"({PIECE.pattern})")  # splits a text into its pieces and what lies between them
_APOSTROPHES = "’‘ʼ`"


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed name in a text, by character offsets; `adjective` for `Chinese`."""

    start: int
    end: int
    entry: FirmEntry
    adjective: bool = False


@dataclass(slots=True)
class _Node:
    """A trie node: the next pieces, and what ends here as (pieces as listed, entry, adjective)."""

    next: dict[str, _Node] = field(default_factory=dict)
    ends: list[tuple[tuple[str, ...], FirmEntry, bool]] = field(default_factory=list)


def pieces_of(text: str) -> tuple[str, ...]:
    """The text's pieces, curly apostrophes made straight."""
    return tuple(PIECE.findall(_straight(text)))


def _straight(text: str) -> str:
    """The text with its curly apostrophes made straight."""
    for sign in _APOSTROPHES:
        text = text.replace(sign, "'")
    return text


def _cased(listed: str, seen: str) -> bool:
    """Whether a piece is printed as it may be: its first letter as listed, a short acronym exactly so.

    >>> _cased("Nvidia", "NVIDIA"), _cased("ARM", "Arm"), _cased("Target", "target"), _cased("bitcoin", "Bitcoin")
    (True, False, False, True)
    """
    if listed == seen:
        return True
    if listed.isupper() and 1 < len(listed) <= 4:
        return False
    first = listed[0]
    if first.islower():
        return seen == first.upper() + listed[1:] or (len(seen) > 3 and seen.isupper())
    return seen[0] == first


@cache
def _trie() -> _Node:
    root = _Node()
    for spelling in firm_lists().spellings:
        pieces = pieces_of(spelling.text)
        if not pieces:
            continue
        node = root
        for piece in pieces:
            key = piece.lower()
            following = node.next.get(key)
            if following is None:
                following = node.next[key] = _Node()
            node = following
        node.ends.append((pieces, spelling.entry, spelling.adjective))
    return root


def _glued(text: str, start: int, end: int) -> bool:
    """Whether the run is part of a longer word, an address or a sum: `www.apple.com`, `US$`, `@visa`."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before in {"@", "/", "_", "#"} and text[start - 2 : start - 1] not in {" ", ""}:
        return True
    if before in {"@", "#", "_"} or after[:1] in {"_", "$", "@"}:
        return True
    return (after[:1] == "." and after[1:2].isalnum() and after[1:2].islower()) or (
        before == "." and text[start - 2 : start - 1].isalnum() and text[start - 2 : start - 1].islower()
    )


def find_names(text: str) -> Iterator[Hit]:
    """Listed names in `text`, in order, not overlapping, the longest at each place; linear in the text's length."""
    parts = _PARTS.split(_straight(text))
    places = list(accumulate(map(len, parts)))
    found = list(zip(places[0:-1:2], places[1::2], parts[1::2], strict=True))
    low = [*map(str.lower, parts[1::2]), ""]
    first = _trie().next
    done = 0
    for at, piece in enumerate(low):
        node = first.get(piece)
        if node is None or at < done or not (node.ends or low[at + 1] in node.next):
            continue
        best, reach = _longest_at(text, found, low, at)
        if best is not None and piece == "the":  # "the Dow" is no name in "the Dow Jones Industrial Average"
            longer, further = _longest_at(text, found, low, at + 1)
            best, reach = (longer, further) if longer is not None and further > reach else (best, reach)
        if best is not None:
            yield best
            done = reach + 1


def _longest_at(text: str, found: list[tuple[int, int, str]], low: list[str], at: int) -> tuple[Hit | None, int]:
    """The longest listed name that begins with piece `at`, and its last piece; `low` are the pieces, and an empty one."""
    node = _trie().next.get(low[at])
    best: Hit | None = None
    reach = step = at
    while node is not None:
        for pieces, entry, adjective in node.ends:
            if all(_cased(p, found[at + k][2]) for k, p in enumerate(pieces)):
                start, end = found[at][0], found[step][1]
                if not _glued(text, start, end):
                    best, reach = Hit(start, end, entry, adjective), step
                break
        step += 1
        node = node.next.get(low[step])
        # A name does not run over a line's end: `Apple\n\nInc` is two things.
        if node is not None and "\n" in text[found[step - 1][1] : found[step][0]]:
            break
    return best, reach
