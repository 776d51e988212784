"""The page's own text, line by line: what a reader of the page could see, each line with the place it has in the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from crossfoot.errors import ArticleError
from crossfoot.ingest.pages import parts
from crossfoot.ingest.records import LIMITS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN: Final = frozenset(
    "title script style noscript template svg head iframe object canvas select math audio video textarea map".split()
)
_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label mark nobr picture q rp rt ruby "
    "s samp small source span strike strong sub sup time tt u var wbr input td th".split()
)
_CELLS: Final = frozenset(("td", "th"))


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of the page's text: `text` is `page.text[start:end]`.

    `tag` is the element that makes it a line, `box` the element around that one (a number for this very element, and its
    tag and class, which elements of one make share), `part` what the names of the elements around it say that it is,
    `links` the share of its characters that are links, `headings` whether it stands in an <h1> to <h6>.
    """

    start: int
    end: int
    text: str
    tag: str
    box: int
    make: str
    part: str | None
    links: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text and its lines."""

    text: str
    lines: tuple[PageLine, ...]


def page_of(tree: HtmlElement) -> Page:
    """The text that the page shows, with a line for each block and each table row.

    Raises ArticleError `too_deep` where elements nest beyond the limit, `too_large` where there are too many lines.
    """
    walk = _Walk()
    walk.through(tree)
    return Page("\n".join(line.text for line in walk.lines), tuple(walk.lines))


@dataclass(slots=True)
class _Frame:
    """An open element. `number` tells elements apart; `block` is the one that makes the line; `unseen` has no text."""

    tag: str
    number: int
    make: str
    part: str | None
    link: bool
    block: _Frame | None = None
    box: _Frame | None = None


@dataclass(slots=True)
class _Walk:
    """The state of one walk: the elements that are open, and the line that is being collected."""

    lines: list[PageLine] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    place: _Frame | None = None
    offset: int = 0
    count: int = 0

    def through(self, tree: HtmlElement) -> None:
        for opens, element in _events(tree):
            if opens:
                self._open(element)
            else:
                self._close(element)
        self._end_line()

    def _open(self, element: HtmlElement) -> None:
        above = self.frames[-1] if self.frames else None
        if len(self.frames) >= LIMITS.depth:
            raise ArticleError("too_deep", f"elements nest more than {LIMITS.depth:,} deep")
        tag = element.tag
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        self.count += 1
        part = parts.part_of(tag, name) or (above.part if above else None)
        frame = _Frame(
            tag, self.count, f"{tag}.{element.get('class') or ''}", part, tag == "a" or bool(above and above.link)
        )
        if tag in _INLINE and above:
            frame.block, frame.box = above.block, above.box
        else:
            self._end_line()
            frame.block, frame.box = frame, (above.block if above else None)
        self.frames.append(frame)
        self._text(element.text, frame)

    def _close(self, element: HtmlElement) -> None:
        if element.tag in _UNSEEN or not isinstance(element.tag, str):
            self._text(element.tail, self.frames[-1] if self.frames else None)
            return
        frame = self.frames.pop()
        if frame.tag in _CELLS:
            self.pieces.append("\t")
        elif frame.block is frame:
            self._end_line()
        self._text(element.tail, self.frames[-1] if self.frames else None)

    def _text(self, text: str | None, frame: _Frame | None) -> None:
        if not text or frame is None:
            return
        if not text.isspace():
            self.place = self.place or frame
            if frame.link:
                self.linked += len(text.strip())
        self.pieces.append(text)

    def _end_line(self) -> None:
        place, linked = self.place, self.linked
        text = "".join(self.pieces)
        self.pieces.clear()
        self.place, self.linked = None, 0
        if place is None or place.block is None:
            return
        cells = (
            [" ".join(cell.split()) for cell in text.split("\t")]
            if place.block.tag == "tr"
            else [" ".join(text.split())]
        )
        shown = "\t".join(cells).strip()
        if len(self.lines) >= LIMITS.lines:
            raise ArticleError("too_large", f"a page of more than {LIMITS.lines:,} lines")
        box = place.box or place.block
        self.lines.append(
            PageLine(
                start=self.offset,
                end=self.offset + len(shown),
                text=shown,
                tag=place.block.tag,
                box=box.number,
                make=box.make,
                part=place.part,
                links=min(1.0, linked / len(shown)),
            )
        )
        self.offset += len(shown) + 1


def _events(tree: HtmlElement) -> Iterator[tuple[bool, HtmlElement]]:
    """Opening and closing of every element that shows text; of what shows none only the closing, for the text behind it."""
    from lxml import etree

    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and element.tag not in _UNSEEN:
            yield True, element
        elif event == "start":
            walk.skip_subtree()
        else:
            yield False, element
