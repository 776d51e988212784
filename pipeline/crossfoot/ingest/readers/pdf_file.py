"""`.pdf`: a broker's note or a report as text, its lines joined to paragraphs."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from crossfoot.errors import ArticleError
from crossfoot.ingest.outside import needed, parsing
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.ingest.stated import Metadata, Stated

_MAGIC: Final = b"%PDF-"
_HEAD: Final = 1024  # bytes in which the mark may stand, as the standard has it
_SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]]{0,2}$")
_OPENS = re.compile(r"[•‣▪●◦·*–—-]\s|\d{1,3}[.)]\s")
_SHORT: Final = 0.7  # of the page's usual line: a line that ends so early ends its paragraph
_HYPHENATED = re.compile(r"[a-z]-$")


class PdfFile:
    """Reads PDF files that hold text; scans have none."""

    def accepts(self, source: Source) -> bool:
        """By its first bytes, or by extension."""
        return _MAGIC in source.head[:_HEAD] or source.suffix == ".pdf"

    def read(self, source: Source) -> Iterator[Found]:
        """The file's article."""
        pypdf = needed("pypdf", extra="pdf", what="PDF files")
        data = source.read(at_most=LIMITS.article_bytes)
        logging.getLogger("pypdf").setLevel(logging.ERROR)  # it reports each mended flaw of a file as a warning
        with parsing("bad_pdf", "PDF"):
            file = pypdf.PdfReader(io.BytesIO(data), strict=False)
            if file.is_encrypted and not file.decrypt(""):
                raise ArticleError("encrypted", "the PDF needs a password")
            if len(file.pages) > LIMITS.pages:
                raise ArticleError("too_large", f"{len(file.pages):,} pages, more than {LIMITS.pages:,}")
            text = "\n\n".join(_pages(file))
            stated = Metadata(tuple(_stated(file.metadata or {})))
            made = str((file.metadata or {}).get("/CreationDate") or "")
        if not text.strip():
            raise ArticleError("no_text", "the PDF holds no text; it may be a scan")
        yield Found(
            path=source.name, fallback_id=source.stem, id=source.id, text=text, stated=stated, estimate=_day(made)
        )


def _pages(file: Any) -> Iterator[str]:
    """Each page's text. Raises ArticleError `too_large` once all together are too long."""
    total = 0
    for page in file.pages:
        text = joined(page.extract_text().replace("\x00", ""))
        total += len(text)
        if total > LIMITS.article_characters:
            raise ArticleError("too_large", f"more than {LIMITS.article_characters:,} characters of text")
        yield text


def joined(text: str) -> str:
    """Lines that a page broke joined to paragraphs: a line is the end of one where it is short or ends a sentence early."""
    lines = [line.strip() for line in text.split("\n")]
    usual = _usual_length(lines)
    pieces: list[str] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else ""
        ends = not line or not following or _ends(line, following, usual)
        if not ends and _HYPHENATED.search(line) and following[:1].islower():
            pieces.append(line[:-1])
        else:
            pieces.append(line + ("\n" if ends else " "))
    return "".join(pieces).strip("\n")


def _usual_length(lines: list[str]) -> int:
    """The length that most full lines have, in tens."""
    lengths = Counter(len(line) // 10 * 10 for line in lines if len(line) >= 30)
    return max(lengths, key=lambda length: (lengths[length], length), default=0)


def _ends(line: str, following: str, usual: int) -> bool:
    if _OPENS.match(following):
        return True
    short = len(line) < _SHORT * usual
    return short and (bool(_SENTENCE_END.search(line)) or not following[:1].islower())


def _stated(metadata: Any) -> Iterator[Stated]:
    """The title and author that the file states; programs fill these in, so they are not very sure."""
    if title := " ".join(str(metadata.get("/Title") or "").split()):
        yield Stated("title", title, "pdf", 0.5)
    if author := " ".join(str(metadata.get("/Author") or "").split()):
        yield Stated("authors", (author,), "pdf", 0.5)


def _day(stated: str) -> str | None:
    """`D:20260702083000Z` as the day the file was made: an estimate of the day it was published."""
    match = re.match(r"(?:D:)?((?:19|20)\d\d)([01]\d)([0-3]\d)", stated)
    return "-".join(match.groups()) if match else None
