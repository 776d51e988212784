"""The head of scraped text: which line is the title, which the byline, and the date that stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from crossfoot.ingest.furniture import Sign
from crossfoot.ingest.lines import Line
from crossfoot.ingest.prose import Shape
from crossfoot.ingest.published import DATE, moment

HeadKind = Literal["title", "dateline", "byline"]

_LINES_ABOVE: Final = 25  # how far above the body a title or date may stand
_LINES_BELOW: Final = 4  # and how far into it a date
_LONGEST_DATELINE: Final = 160
_WORDS_BESIDE_A_DATE: Final = 8
_TITLE_WORDS: Final = (3, 30)
_BYLINE = re.compile(
    r"(?:(?:written|reported|posted|published|words|story|edited|reviewed) )?by:? ([A-Z][^|•·\d]{2,80})"
)
_LABELLED = re.compile(r"(?:author|reporter|writer|byline)s?: ?([A-Z][^|•·\d]{2,80})", re.IGNORECASE)
# A wire's own dateline: `SEOUL, South Korea, Feb. 13, 2025 /PRNewswire/ -- The firm ...`
_WIRE = re.compile(r"\s?(?:\([A-Z][\w .]{2,30}\)|/[\w .-]{3,30}/)?\s?(?:--|—|–|-|/)")
_UPDATED = re.compile(r"(?:last )?(?:updated|modified|edited)\b.{0,6}$", re.IGNORECASE)
_NAME_BREAK = re.compile(r",| and | & |;")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Head:
    """What the head gives: kinds by line index, and the values read."""

    kinds: dict[int, HeadKind] = field(default_factory=dict)
    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()


def read_head(
    lines: Sequence[Line], shapes: Sequence[Shape], signs: Sequence[Sign | None], first: int, *, title: str | None
) -> Head:
    """The head of a text whose body begins at line `first`; `title` is the one that the record gives."""
    head = Head()
    above = range(max(0, first - _LINES_ABOVE), min(len(lines), first + _LINES_BELOW))
    _read_dates(head, lines, shapes, above)
    _read_wire_dateline(head, lines[first] if lines else None)
    _read_byline(head, lines, shapes, above)
    if title:
        _mark_given_title(head, lines, title, last=first + _LINES_BELOW)
    else:
        _read_title(head, lines, shapes, signs, first)
    return head


def _read_dates(head: Head, lines: Sequence[Line], shapes: Sequence[Shape], above: range) -> None:
    """A line that is a date and little else; the first that is no `updated` wins."""
    updated: str | None = None
    for index in above:
        text = lines[index].text
        if len(text) > _LONGEST_DATELINE or shapes[index].prose:
            continue
        match = DATE.search(text)
        stated = moment(match) if match else None
        if match is None or stated is None:
            continue
        beside = _WORD.findall(DATE.sub(" ", text))
        if len(beside) > _WORDS_BESIDE_A_DATE:
            continue
        head.kinds[index] = "dateline"
        if _UPDATED.search(text[: match.start()]):
            updated = updated or stated
        else:
            head.published = head.published or stated
    head.published = head.published or updated


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
    """Two to four words, each with a capital: no desk, no outlet of one word."""
    words = text.split()
    return 2 <= len(words) <= 4 and all(
        word[:1].isupper() or word in ("de", "van", "von", "da", "bin") for word in words
    )


def _mark_given_title(head: Head, lines: Sequence[Line], title: str, *, last: int) -> None:
    """A line near the head that repeats the record's title, whatever follows it there (` | Outlet`)."""
    wanted = _plain(title)
    for index, line in enumerate(lines[: max(0, last)]):
        shown = _plain(line.text)
        if shown and (shown == wanted or (len(shown) > 15 and (wanted.startswith(shown) or shown.startswith(wanted)))):
            head.kinds[index] = "title"


def _read_title(
    head: Head, lines: Sequence[Line], shapes: Sequence[Shape], signs: Sequence[Sign | None], first: int
) -> None:
    """The last headline-like line above the byline or dateline, else above the body, else the text's first line."""
    if first == 0 and lines and not (_headline(lines[0], shapes[0]) and len(lines) > 1):
        return
    anchor = min((index for index in head.kinds if index <= first), default=max(first, 1))
    candidates = [
        index
        for index in range(max(0, anchor - _LINES_ABOVE), anchor)
        if signs[index] is None and index not in head.kinds and _headline(lines[index], shapes[index])
    ]
    if not candidates:
        return
    chosen = max(candidates, key=lambda index: (min(shapes[index].words, 7), index))
    head.title = lines[chosen].text
    wanted = _plain(head.title)
    for index in range(first + 1):
        if _plain(lines[index].text) == wanted:
            head.kinds[index] = "title"


def _headline(line: Line, shape: Shape) -> bool:
    """A line of a headline's length that does not end as a sentence does, and opens no list."""
    low, high = _TITLE_WORDS
    return (
        low <= shape.words <= high and not line.bullet and not line.text.endswith((".", ":", ",")) and not shape.prose
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
