"""A summary from disk or standard input as text: .txt, .md, .html, .docx or `-`.

Markup is made blank, not removed, so that offsets and lines are those of the file (a DOCX has no lines: a paragraph is one).
"""

from __future__ import annotations

import html
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from crossfoot.errors import UsageError

_HIDDEN: Final = re.compile(r"<!--.*?-->|<(script|style|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"<[a-zA-Z/!][^<>]*>")
_BLOCK: Final = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|tr|td|th|table|br|section|article|blockquote)\b[^<>]*>", re.I)
_ENTITY: Final = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
_MARKS: Final = re.compile(
    r"^[ \t]*#{1,6}[ \t]|\*\*|__|`|^[ \t]*[*+-][ \t]|^[ \t]*>[ \t]?|\]\([^)\s]*\)|(?<!\w)\[", re.MULTILINE
)


def read_summary(path: str) -> str:
    """The text of a summary. Raises UsageError, in one clear line, where it cannot be read or is empty."""
    text = sys.stdin.buffer.read() if path == "-" else _bytes(Path(path))
    reader = _READERS.get(Path(path).suffix.lower(), _plain)
    read = reader(text, path)
    if not read.strip():
        raise UsageError(f"the summary is empty: {'standard input' if path == '-' else path}")
    return read


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UsageError(f"no such summary: {path}") from error
    except OSError as error:
        raise UsageError(f"cannot read the summary {path}: {error.strerror or error}") from error


def _plain(data: bytes, path: str) -> str:
    if b"\0" in data:
        raise UsageError(f"the summary is no text: {path} (text, Markdown, HTML and DOCX can be read)")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"the summary is not UTF-8 text, at byte {error.start}: {path}") from error


def _markdown(data: bytes, path: str) -> str:
    return _MARKS.sub(_blank, _plain(data, path))


def _page(data: bytes, path: str) -> str:
    text = _HIDDEN.sub(_blank, _plain(data, path))
    text = _BLOCK.sub(_ended, text)
    text = _TAG.sub(_blank, text)
    return _ENTITY.sub(lambda match: html.unescape(match[0]).ljust(len(match[0]))[: len(match[0])], text)


def _blank(match: re.Match[str]) -> str:
    return "".join(char if char in "\r\n" else " " for char in match[0])


def _ended(match: re.Match[str]) -> str:
    """A block's tag ends a line for the reader of sentences; the sign that stands for that counts as no line."""
    blank = _blank(match)
    return blank[:-1] + "\x0b" if blank else blank


def _docx(data: bytes, path: str) -> str:
    try:
        import docx
    except ImportError as error:
        raise UsageError("a .docx summary needs python-docx: pip install 'crossfoot[docx]'") from error
    from io import BytesIO

    try:
        document = docx.Document(BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UsageError(f"the summary is no Word document: {path}") from error
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


_READERS: Final[dict[str, Callable[[bytes, str], str]]] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _page,
    ".htm": _page,
    ".docx": _docx,
}
