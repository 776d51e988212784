"""A text as blocks and furniture: each line is kept with its kind, or dropped with its reason."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from crossfoot.ingest import body, furniture, headline, markup
from crossfoot.ingest.furniture import Sign
from crossfoot.ingest.lines import Line, split
from crossfoot.ingest.prose import Shape, shape_of
from crossfoot.ingest.records import Cleaned
from crossfoot.records import Block, BlockKind, Dropped

_HEADING_WORDS = 20
_LINK_WORDS = 8  # the longest line, in words, that goes for its company alone
_AMID = 3  # a third of the lines beside it being furniture
_REPEATS = 3
_MENU = 3  # bullets in a run that may be a menu
_LABEL_WORDS = 12  # a longer line that is no sentence is a picture's label or a link before it is a heading


def clean(text: str, *, title: str | None = None, marks: Sequence[tuple[int, int]] = ()) -> Cleaned:
    """Tells a text's lines apart. `title` is the one that the record gives; a line that repeats it is of that kind.

    `marks` are the runs that the format marks the text up with, beside the HTML that a scraper may have left in it.
    """
    tags = markup.merged([*markup.runs(text), *marks])
    text = markup.blanked(text, tags) if tags else text
    lines = list(split(text))
    if not lines:
        return Cleaned(dropped=tuple(_markup(tags, ())))
    shapes = [shape_of(line) for line in lines]
    signs = furniture.signs_of(lines)
    span = body.span_of(lines, shapes, signs)
    head = headline.read_head(lines, shapes, signs, span.first, title=title)
    reasons = _reasons(lines, shapes, signs, span, head.kinds)
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    for index, line in enumerate(lines):
        reason = reasons[index]
        if reason is not None:
            dropped.append(Dropped(start=line.start, end=line.end, reason=reason))
            continue
        end = line.end
        if shapes[index].sentence and (tail := furniture.tail_of(line)) is not None:
            end = line.start + len(text[line.start : tail[0]].rstrip())
            dropped.append(Dropped(start=tail[0], end=line.end, reason=tail[1]))
        sign = signs[index]
        caption: BlockKind | None = "caption" if sign is not None and sign.caption else None
        kind = head.kinds.get(index) or caption or _kind(lines, shapes, index)
        blocks.append(Block(start=line.start, end=end, kind=kind))
    if not tags:
        return Cleaned(tuple(blocks), tuple(dropped), head.title, head.published, head.updated, head.authors)
    title = head.title and " ".join(head.title.split())
    kept = tuple(piece for block in blocks for piece in _around(block, tags, text))
    dropped = sorted([*dropped, *_markup(tags, dropped)], key=lambda run: run.start)
    return Cleaned(kept, tuple(dropped), title, head.published, head.updated, head.authors)


def _around(block: Block, tags: Sequence[tuple[int, int]], text: str) -> Iterator[Block]:
    """The pieces of a block that the markup inside it leaves. `text` has its markup blanked."""
    inside = tags[bisect_left(tags, (block.start, 0)) : bisect_left(tags, (block.end, 0))]
    edges = [block.start, *(edge for tag in inside for edge in tag), block.end]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = text[start:end].strip()
        if piece:
            start += text[start:end].index(piece)
            yield block.model_copy(update={"start": start, "end": start + len(piece)})


def _markup(tags: Sequence[tuple[int, int]], dropped: Sequence[Dropped]) -> Iterator[Dropped]:
    """Each tag as a run of its own, but for those inside a line that goes anyway."""
    starts = [run.start for run in dropped]
    for start, end in tags:
        before = bisect_right(starts, start) - 1
        if before < 0 or dropped[before].end <= start:
            yield Dropped(start=start, end=end, reason="markup")


def _reasons(
    lines: Sequence[Line],
    shapes: Sequence[Shape],
    signs: Sequence[Sign | None],
    span: body.Span,
    head: dict[int, headline.HeadKind],
) -> list[str | None]:
    """Each line's reason to go, None where it stays."""
    reasons: list[str | None] = [None] * len(lines)
    half = sum(shape.words for shape in shapes) / 2
    seen = 0
    for index, sign in enumerate(signs):
        seen += shapes[index].words
        inside = span.first <= index <= span.last
        late = not inside or seen > half
        if index in head or sign is None or (sign.caption and (inside or not span.page)):
            continue
        if sign.place == "anywhere" or (sign.place == "edge" and not inside) or (sign.place == "end" and late):
            reasons[index] = sign.reason
    _drop_around(reasons, signs, shapes, span, head)
    if span.page:
        _drop_within(reasons, lines, shapes, signs, span, head)
    return reasons


def _drop_around(
    reasons: list[str | None],
    signs: Sequence[Sign | None],
    shapes: Sequence[Shape],
    span: body.Span,
    head: dict[int, headline.HeadKind],
) -> None:
    """Above and below the body of a page everything goes; of a text only short lines that stand amid furniture."""
    above = [index for index in range(span.first) if index not in head]
    below = list(range(span.last + 1, len(shapes)))
    if span.page:
        for index in (*above, *below):
            reasons[index] = reasons[index] or ("navigation" if index < span.first else "after_the_body")
        return
    for side, reason in ((above, "navigation"), (below, "after_the_body")):
        if sum(signs[index] is not None for index in side) * _AMID >= len(side):
            for index in side:
                if shapes[index].words <= _LINK_WORDS and not shapes[index].sentence:
                    reasons[index] = reasons[index] or reason


def _drop_within(
    reasons: list[str | None],
    lines: Sequence[Line],
    shapes: Sequence[Shape],
    signs: Sequence[Sign | None],
    span: body.Span,
    head: dict[int, headline.HeadKind],
) -> None:
    """In a whole page's body: lists of links, labels of pictures, and short lines that come again and again."""
    counts = Counter(line.text for line in lines)
    for index in _menus(lines, shapes, signs, span):
        reasons[index] = reasons[index] or "list_of_links"
    section = False
    for index in range(span.first, span.last + 1):
        shape, sign = shapes[index], signs[index]
        section = bool(sign and sign.section) or (section and not shape.prose)
        if reasons[index] or index in head or sign is not None:
            continue
        if lines[index].text in (
            line.text for line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
        ):
            reasons[index] = "repeated"  # a picture's label and its caption
        if shape.sentence or shape.prose:
            continue
        if section:
            reasons[index] = "related_links"
        elif counts[lines[index].text] >= _REPEATS:
            reasons[index] = "repeated"
        elif not lines[index].bullet and "\t" not in lines[index].text and _is_label(lines, shapes, signs, index):
            reasons[index] = "picture_or_link"


def _menus(
    lines: Sequence[Line], shapes: Sequence[Shape], signs: Sequence[Sign | None], span: body.Span
) -> Iterator[int]:
    """Runs of short bullets that no sentence leads up to."""
    index = span.first
    while index <= span.last:
        end = index
        while end <= span.last and lines[end].bullet and not shapes[end].sentence and shapes[end].words <= _LABEL_WORDS:
            end += 1
        led = index > 0 and signs[index - 1] is None and (shapes[index - 1].sentence or shapes[index - 1].prose)
        if end - index >= _MENU and not led:
            yield from range(index, end)
        index = max(end, index + 1)


def _is_label(lines: Sequence[Line], shapes: Sequence[Shape], signs: Sequence[Sign | None], index: int) -> bool:
    """A short line with no text of its own behind it: a heading has prose or a list there."""
    following = index + 1
    if following >= len(lines):
        return True
    leads = signs[following] is None and (
        shapes[following].sentence or shapes[following].prose or lines[following].bullet
    )
    return not leads if shapes[index].words >= _LABEL_WORDS else not leads and signs[following] is None


def _kind(lines: Sequence[Line], shapes: Sequence[Shape], index: int) -> BlockKind:
    line, shape = lines[index], shapes[index]
    if "\t" in line.text or line.text.count("|") > 2:
        return "table"
    numbered = line.bullet and line.text[0].isdigit()
    if line.bullet and not (numbered and not shape.sentence):
        return "bullet"
    heading = 0 < shape.words <= _HEADING_WORDS and not line.text.endswith((".", ",", ";", "”", '"'))
    if heading and not shape.prose and index + 1 < len(lines) and line.text[:1].isalnum() | (line.text[:1] in "“\"'‘"):
        return "heading"
    return "paragraph"
