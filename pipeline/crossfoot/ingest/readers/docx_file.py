"""`.docx`: a note as its paragraphs and tables, in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from crossfoot.errors import ArticleError
from crossfoot.ingest.outside import needed, parsing
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.ingest.stated import Metadata, Stated

_MAGIC: Final = b"PK\x03\x04"
_MOST_ROWS: Final = 20_000


class DocxFile:
    """Reads Word documents."""

    def accepts(self, source: Source) -> bool:
        """By extension."""
        return source.suffix == ".docx"

    def read(self, source: Source) -> Iterator[Found]:
        """The document's article."""
        docx = needed("docx", extra="docx", what="Word documents")
        data = source.read(at_most=LIMITS.article_bytes)
        with parsing("bad_docx", "Word document"):
            _check_size(data)
            document = docx.Document(io.BytesIO(data))
            text = "\n".join(_lines(document))
            properties = document.core_properties
            stated = Metadata(tuple(_stated(properties)))
            made = properties.created.date().isoformat() if properties.created else None
        yield Found(path=source.name, fallback_id=source.stem, text=text, stated=stated, estimate=made)


def _check_size(data: bytes) -> None:
    """A document is an archive. Raises ArticleError `too_large` for one that unpacks to more than any article."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(member.file_size for member in archive.infolist() if member.filename.endswith((".xml", ".rels")))
    if size > LIMITS.article_bytes:
        raise ArticleError("too_large", f"{size:,} bytes unpacked, more than {LIMITS.article_bytes:,}")


def _lines(document: Any) -> Iterator[str]:
    """Paragraphs, and the rows of tables with tabs between their cells."""
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for _, row in zip(range(_MOST_ROWS), item.rows, strict=False):
                yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)
        else:
            yield item.text


def _stated(properties: Any) -> Iterator[Stated]:
    if title := " ".join((properties.title or "").split()):
        yield Stated("title", title, "docx", 0.5)
    if author := " ".join((properties.author or "").split()):
        yield Stated("authors", (author,), "docx", 0.5)
