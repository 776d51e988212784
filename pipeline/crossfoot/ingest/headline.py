"""The head of scraped text: which line is the title, which the byline, and the date that stands there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, Literal

from crossfoot.ingest import furniture
from crossfoot.ingest.furniture import Sign
from crossfoot.ingest.lines import Line
from crossfoot.ingest.prose import Shape
from crossfoot.ingest.published import DATE, moment

HeadKind = Literal["title", "dateline", "byline"]

_LINES_ABOVE: Final = 25  # how far above the body a title or date may stand
_LINES_BELOW: Final = 4  # and how far into it a date
_DATELINES_APART: Final = 3  # lines between `Published ...` and `Updated ...`
_LONGEST_DATELINE: Final = 160
_WORDS_BESIDE_A_DATE: Final = 8
_NEAR: Final = 12  # lines between the byline and the body
_TITLE_GAP: Final = 2
_WORDS_OF_A_FULL_TITLE: Final = 6  # where there is such a line, shorter ones are sections and names
_TITLE_WORDS: Final = (3, 30)
_BYLINE = re.compile(
    r"(?:(?:written|reported|posted|published|words|story|edited|reviewed) )?by:? ([A-Z][^|•·\d]{2,80})"
)
_LABELLED = re.compile(r"(?:author|reporter|writer|byline)s?: ?([A-Z][^|•·\d]{2,80})", re.IGNORECASE)
# A wire's own dateline: `OSLO, Norway, Oct. 8, 2024 /ExampleWire/ -- The firm ...`
_WIRE = re.compile(r"\s?(?:\([A-Z][\w .]{2,30}\)|/[\w .-]{3,30}/)?\s?(?:--|—|–|-|/)")
_UPDATED = re.compile(r"(?:updated|modified|edited)\b", re.IGNORECASE)
_GLUED = re.compile(r"[a-z][A-Z]")  # `HomeMarketsOpinion`: a menu whose entries lost what parted them
_NAME_BREAK = re.compile(r",| and | & |;")
_WORD = re.compile(r"[^\W\d_]+")
_ANY_WORD = re.compile(r"\w+")
_LONGEST_NAME: Final = 15  # characters; what is longer is no mere name that happens to open the title
_PARTS = re.compile(r"[\W_]*?[|•·–—»:/(\[]|\s+-\s")  # what parts a title from the outlet behind it
_WORDS_BEHIND_A_SIGN: Final = 8
_WORDS_BEHIND: Final = 3


@dataclass(slots=True)
class Head:
    """What the head gives: kinds by line index, and the values read."""

    kinds: dict[int, HeadKind] = field(default_factory=dict)
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()


def read_head(
    lines: Sequence[Line], shapes: Sequence[Shape], signs: Sequence[Sign | None], first: int, *, title: str | None
) -> Head:
    """The head of a text whose body begins at line `first`; `title` is the one that the record gives."""
    head = Head()
    above = range(max(0, first - _LINES_ABOVE), min(len(lines), first + _LINES_BELOW))
    _read_dates(head, lines, shapes, above, first)
    _read_wire_dateline(head, lines[first] if lines else None)
    _read_byline(head, lines, shapes, above)
    if title:
        _mark_given_title(head, lines, title, last=first + _LINES_BELOW)
    else:
        _read_title(head, lines, shapes, signs, first)
    return head


def _read_dates(head: Head, lines: Sequence[Line], shapes: Sequence[Shape], around: range, first: int) -> None:
    """A line that is a date and little else, nearest to the body: a page's masthead gives the day it was fetched."""
    found = {index: dates for index in around if (dates := _dateline(lines[index], shapes[index])) is not None}
    if not found:
        return

    def order(index: int) -> tuple[bool, int, int]:
        distance = first - index if index <= first else _LINES_ABOVE + index - first
        return found[index].published is None, distance, index

    chosen = min(found, key=order)
    near = [index for index in found if abs(index - chosen) <= _DATELINES_APART]
    updates = [found[index].updated for index in sorted(near, key=order) if found[index].updated]
    head.updated = updates[0] if updates else None
    head.published = found[chosen].published or head.updated
    for index in near:
        head.kinds[index] = "dateline"


@dataclass(frozen=True, slots=True)
class _Dates:
    """What a dateline gives."""

    published: str | None
    updated: str | None


def _dateline(line: Line, shape: Shape) -> _Dates | None:
    """The dates of a line; None where the line is no dateline."""
    if len(line.text) > _LONGEST_DATELINE or shape.prose:
        return None
    found = [(match, day) for match in DATE.finditer(line.text) if (day := moment(match))]
    beside = _WORD.findall(DATE.sub(" ", line.text))
    if not found or len(beside) > _WORDS_BESIDE_A_DATE:
        return None
    if len(found) > 1 and not _UPDATED.search(line.text):
        return None  # `January 5, 2026/January 12, 2026, Issue`
    updated = [day for match, day in found if _UPDATED.search(line.text[max(0, match.start() - 25) : match.start()])]
    published = [day for _, day in found if day not in updated]
    return _Dates(next(iter(published), None), next(iter(updated), None))


def _read_wire_dateline(head: Head, line: Line | None) -> None:
    """The date between the town and the wire's name that opens a press release."""
    if line is None or head.published:
        return
    match = DATE.search(line.text, 0, _LONGEST_DATELINE)
    town = line.text[: match.start()].strip(" ,(-–—") if match else ""
    if match and town[:2].isupper() and len(town) < 60 and _WIRE.match(line.text, match.end()):
        head.published = moment(match)


def _read_byline(head: Head, lines: Sequence[Line], shapes: Sequence[Shape], above: range) -> None:
    for index in above:
        text = lines[index].text
        if shapes[index].sentence or len(text) > _LONGEST_DATELINE:
            continue
        match = _BYLINE.match(text) or _BYLINE.match(text[:1].lower() + text[1:]) or _LABELLED.match(text)
        if match is None:
            continue
        cut = DATE.split(match[1])[0] if DATE.search(match[1]) else match[1]
        names = tuple(name for part in _NAME_BREAK.split(cut) if _is_name(name := part.strip(" .|-–—")))
        head.kinds.setdefault(index, "byline")
        if not head.authors:
            head.authors = names


def _is_name(text: str) -> bool:
    """Two to four words, each with a capital: no desk, no outlet of one word, no name with a menu glued to it."""
    words = text.split()
    if any(_GLUED.search(word) and not word.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van")) for word in words):
        return False
    return 2 <= len(words) <= 4 and all(
        word[:1].isupper() or word in ("de", "van", "von", "da", "bin") for word in words
    )


def _mark_given_title(head: Head, lines: Sequence[Line], title: str, *, last: int) -> None:
    """A line near the head that repeats the record's title or begins it, and at most an outlet's name behind it."""
    for index, line in enumerate(lines[: max(0, last)]):
        if _repeats(line.text, title):
            head.kinds[index] = "title"


def _repeats(text: str, title: str) -> bool:
    """True for a line that is the title, its beginning, or the title with a tail."""
    shown, wanted = _words(text), _words(title)
    if not shown or not wanted or len(" ".join(shown)) <= _LONGEST_NAME:
        return bool(shown) and shown == wanted
    if len(shown) <= len(wanted):
        return shown == wanted[: len(shown)]
    return shown[: len(wanted)] == wanted and _is_tail(_behind(text, len(wanted)))


def _behind(text: str, words: int) -> str:
    """What stands behind the first `words` words of a text."""
    *_, last = islice(_ANY_WORD.finditer(text), words)
    return text[last.end() :]


def _is_tail(rest: str) -> bool:
    """True for ` | Outlet, 3 March 2026`, ` (Update 2)`, ` Outlet News`; a sentence or an amount goes on with the story."""
    words = _words(rest)
    if rest.rstrip().endswith((".", "!", "?", ";", ":", ",")) or furniture.FIGURE.search(rest):
        return False
    if _PARTS.match(rest):
        return len(words) <= _WORDS_BEHIND_A_SIGN
    return len(words) <= _WORDS_BEHIND and not any(char.isdigit() for char in rest)


def _read_title(
    head: Head, lines: Sequence[Line], shapes: Sequence[Shape], signs: Sequence[Sign | None], first: int
) -> None:
    """The last headline-like line above the byline or dateline, else above the body, else the text's first line."""
    if first == 0 and lines and not (_headline(lines[0], shapes[0]) and len(lines) > 1):
        return
    anchor = min((index for index in head.kinds if first - _NEAR <= index <= first), default=max(first, 1))
    candidates = [
        index
        for index in range(max(0, anchor - _LINES_ABOVE), anchor)
        if signs[index] is None and index not in head.kinds and _headline(lines[index], shapes[index])
    ]
    if not candidates:
        return
    full = [index for index in candidates if shapes[index].words >= _WORDS_OF_A_FULL_TITLE]
    counts = Counter(line.text for line in lines[: first + 1])
    twice = [index for index in full if counts[lines[index].text] > 1]  # in the page's own title too, or its trail
    chosen = twice[-1] if twice else _first_of_last_group(full or candidates[-1:])
    head.title = lines[chosen].text
    wanted = _plain(head.title)
    for index in range(first + 1):
        if _plain(lines[index].text) == wanted:
            head.kinds[index] = "title"


def _first_of_last_group(candidates: Sequence[int]) -> int:
    """Of the headline-like lines that stand together nearest to the body the first: the standfirst follows the title."""
    chosen = candidates[-1]
    for index in reversed(candidates):
        if chosen - index > _TITLE_GAP:
            break
        chosen = index
    return chosen


def _headline(line: Line, shape: Shape) -> bool:
    """A line of a headline's length that does not end as a sentence does, and opens no list."""
    low, high = _TITLE_WORDS
    if len(_GLUED.findall(line.text)) > 1:
        return False
    return (
        low <= shape.words <= high and not line.bullet and not line.text.endswith((".", ":", ",")) and not shape.prose
    )


def _plain(text: str) -> str:
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _ANY_WORD.findall(text)]
