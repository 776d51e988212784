"""Which lines of a page are the article: what the extractor found, mended by what the page's own tags and words say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar, overload

from crossfoot.ingest import furniture
from crossfoot.ingest.furniture import Sign
from crossfoot.ingest.lines import Line
from crossfoot.ingest.pages import parts
from crossfoot.ingest.pages.lines import PageLine
from crossfoot.ingest.prose import Shape, shape_of

Value = TypeVar("Value", covariant=True)

_ALL_LINK: Final = 0.9  # of a line's characters
_MUCH_LINK: Final = 0.5
_LINK_WORDS: Final = 4
_WRAPPER: Final = 1 / 3  # of the body's words: a part that holds more is a wrapper's name
_SAME_MAKE: Final = 0.3  # of the body's words: boxes of one make that hold so much are the body's boxes
_STANDFIRST_WORDS: Final = 6
_STANDFIRST_LINES: Final = 6  # above the body, where the page has no headline
_CAPTION_WORDS: Final = 4
_CORRECTION_LINES: Final = 12  # below the body
_HALFWAY: Final = 0.5


class OnDemand(Sequence[Value]):
    """A value for each line, worked out when it is first asked for: most of a page's lines are menus that nobody asks about."""

    def __init__(self, lines: Sequence[Line], work: Callable[[Line], Value]) -> None:
        self._lines, self._work = lines, work
        self._known: dict[int, Value] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...
    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        if isinstance(index, slice):
            return [self[at] for at in range(len(self))[index]]
        if index not in self._known:
            self._known[index] = self._work(self._lines[index])
        return self._known[index]


@dataclass(slots=True)
class Choice:
    """A page's lines with their shapes and signs, and for each whether it is kept and why it goes."""

    lines: Sequence[PageLine]
    plain: list[Line]
    shapes: Sequence[Shape]
    signs: Sequence[Sign | None]
    kept: list[bool]
    reasons: dict[int, str]
    captions: set[int]

    @property
    def body(self) -> range:
        """From the first to the last line that is kept."""
        at = [index for index, kept in enumerate(self.kept) if kept]
        return range(at[0], at[-1] + 1) if at else range(0)

    def words_by(self, names: Sequence[str | None]) -> Counter[str | None]:
        """How many words of the body each name has."""
        words: Counter[str | None] = Counter()
        for index, name in enumerate(names):
            if self.kept[index]:
                words[name] += self.shapes[index].words
        return words

    def drop(self, index: int, reason: str) -> None:
        """The line goes."""
        self.kept[index] = False
        self.reasons[index] = reason


def choose(lines: Sequence[PageLine], found: Sequence[bool]) -> Choice:
    """The body's lines. `found` says which of them the extractor took."""
    plain = [Line(line.start, line.end, line.text) for line in lines]
    shapes, signs = OnDemand(plain, shape_of), OnDemand(plain, furniture.sign_of)
    choice = Choice(lines, plain, shapes, signs, list(found), {}, set())
    _drop_parts(choice)
    _add_siblings(choice)
    _add_between(choice)
    _drop_furniture(choice)
    _drop_links(choice)
    _drop_headlines(choice)
    _add_standfirst(choice)
    _add_captions(choice)
    _add_corrections(choice)
    return choice


def _drop_parts(choice: Choice) -> None:
    """Lines in parts of the page that are furniture by name; a part with much of the body in it is none."""
    words = choice.words_by([line.part for line in choice.lines])
    for index, line in enumerate(choice.lines):
        if line.part in parts.KEPT or line.part is None or words[line.part] > _WRAPPER * words.total():
            continue
        choice.drop(index, line.part)


def _add_siblings(choice: Choice) -> None:
    """Prose in boxes of the same make as those that hold the body: a long article may lie in several.

    Boxes without a class have nothing in common.
    """
    words = choice.words_by(
        [line.make if choice.kept[at] and choice.shapes[at].prose else None for at, line in enumerate(choice.lines)]
    )
    least = _SAME_MAKE * words.total()
    makes = {make for make, count in words.items() if make and not make.endswith(".") and count >= least}
    seen = {line.text for line, kept in zip(choice.lines, choice.kept, strict=True) if kept}
    for index, line in enumerate(choice.lines):
        wanted = line.make in makes and line.tag in ("p", "li") and line.text not in seen and line.links < _MUCH_LINK
        if wanted and choice.shapes[index].prose and _is_plain(choice, index):
            choice.kept[index] = True


def _add_between(choice: Choice) -> None:
    """Lines between two of the body, in the very box that holds both: subheads, and short lines that were passed over."""
    last: dict[int, int] = {}
    for index in choice.body:
        if not choice.kept[index]:
            continue
        box = choice.lines[index].box
        for other in range(last.get(box, index) + 1, index):
            line = choice.lines[other]
            if line.box == box and _is_plain(choice, other) and line.links < _ALL_LINK and choice.shapes[other].words:
                choice.kept[other] = True
        last[box] = index


def _is_plain(choice: Choice, index: int) -> bool:
    """No furniture by its words or by its place."""
    return (
        choice.lines[index].part in (None, "standfirst") and index not in choice.reasons and choice.signs[index] is None
    )


def _drop_furniture(choice: Choice) -> None:
    """Lines whose words show them to be furniture; what is furniture only at the end stays in the first half."""
    total = sum(choice.words_by([None] * len(choice.lines)).values())
    seen = 0
    for index in choice.body:
        if not choice.kept[index]:
            continue
        seen += choice.shapes[index].words
        sign = choice.signs[index]
        if sign is not None and not sign.caption and (sign.place == "anywhere" or seen > _HALFWAY * total):
            choice.drop(index, sign.reason)


def _drop_links(choice: Choice) -> None:
    """Lines that are a link from end to end, and no sentence: the headline of another story."""
    for index in choice.body:
        line, shape = choice.lines[index], choice.shapes[index]
        if (
            choice.kept[index]
            and line.links >= _ALL_LINK
            and not shape.sentence
            and line.text.count(" ") >= _LINK_WORDS
        ):
            choice.drop(index, "related_links")


def _drop_headlines(choice: Choice) -> None:
    """The page's headline is no body; the head's own reading takes it up as the title."""
    for index in choice.body:
        if choice.kept[index] and choice.lines[index].tag == "h1":
            choice.drop(index, "headline")


def _add_standfirst(choice: Choice) -> None:
    """The standfirst between the headline and the body."""
    first = choice.body.start
    headlines = [index for index in range(first) if choice.lines[index].tag == "h1"]
    for index in range(headlines[-1] if headlines else max(0, first - _STANDFIRST_LINES), first):
        line = choice.lines[index]
        long = choice.shapes[index].words >= _STANDFIRST_WORDS
        if line.part == "standfirst" and long and choice.signs[index] is None and line.links < _MUCH_LINK:
            choice.kept[index] = True


def _add_captions(choice: Choice) -> None:
    """Captions of the pictures between the headline and the body's end, which extractors leave out."""
    body = choice.body
    headline = max((index for index in range(body.start) if choice.lines[index].tag == "h1"), default=body.start)
    for index in range(headline, body.stop):
        if choice.lines[index].part == "caption" and not choice.kept[index]:
            sign = choice.signs[index]
            plain = sign is None or sign.caption
            if plain and choice.shapes[index].words >= _CAPTION_WORDS and choice.lines[index].links < _MUCH_LINK:
                choice.kept[index] = True
                choice.captions.add(index)


def _add_corrections(choice: Choice) -> None:
    """Corrections of the article, which extractors take for asides."""
    body = choice.body
    headline = max((index for index in range(body.start) if choice.lines[index].tag == "h1"), default=body.start)
    for index in range(headline, min(len(choice.lines), body.stop + _CORRECTION_LINES)):
        named = choice.lines[index].part == "correction" or parts.is_correction(choice.lines[index].text)
        if named and choice.shapes[index].prose:
            choice.kept[index] = True
            choice.reasons.pop(index, None)
