"""`.md`: one article a file; its marks are markup, its front matter metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crossfoot.ingest.decoding import decode_any
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.ingest.stated import Field, Metadata, Stated

_FRONT = re.compile(r"---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z_]{2,30}):[ \t]*(\S.*)")
_MARKS = re.compile(
    "|".join(
        (
            r"^[ \t]{0,3}#{1,6}[ \t]+|[ \t]#+[ \t]*$",  # a heading's signs
            r"^[ \t]{0,3}>[ \t]?",  # a quotation's
            r"^[ \t]{0,3}(?:```|~~~).*$|^[ \t]{0,3}(?:[-*_][ \t]?){3,}$",  # fences and rules
            r"!\[[^\]\n]{0,500}\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\)",  # a picture, its label too
            r"\[(?=[^\]\n]{0,500}\]\()|(?<=[^\[\n])\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\)",  # a link but for its text
            r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])",  # stress
            r"(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)",
        )
    ),
    re.MULTILINE,
)
_FIELDS: Final[dict[str, Field]] = {
    "title": "title", "date": "published", "published": "published", "updated": "updated", "lastmod": "updated",
    "author": "authors", "authors": "authors", "url": "url", "canonical_url": "url", "source": "source",
}  # fmt: skip


class Markdown:
    """Reads Markdown: the text stays as it is, and what marks it up is told apart from it."""

    def accepts(self, source: Source) -> bool:
        """By extension."""
        return source.suffix in (".md", ".markdown")

    def read(self, source: Source) -> Iterator[Found]:
        """The file's article."""
        decoded = decode_any(source.read(at_most=LIMITS.article_bytes), declared=source.charset)
        front = _FRONT.match(decoded.text)
        start = front.end() if front else 0
        marks = ((0, start),) if front else ()
        yield Found(
            path=source.name,
            fallback_id=source.stem,
            text=decoded.text,
            stated=Metadata(tuple(_stated(front[1] if front else ""))),
            markup=(*marks, *(match.span() for match in _MARKS.finditer(decoded.text, start) if match.group())),
            notes=(decoded.note,) if decoded.note else (),
        )


def _stated(front: str) -> Iterator[Stated]:
    """The entries of the front matter that are one value on one line; it is never run as YAML."""
    for line in front.splitlines():
        match = _ENTRY.fullmatch(line.rstrip())
        field = _FIELDS.get(match[1].lower()) if match else None
        if match is None or field is None:
            continue
        value = match[2].strip().strip("\"'")
        if field == "authors":
            names = tuple(name.strip(" \"'") for name in value.strip("[]").split(",") if name.strip(" \"'"))
            yield Stated(field, names, "front matter", 1.0)
        else:
            yield Stated(field, value, "front matter", 1.0)
