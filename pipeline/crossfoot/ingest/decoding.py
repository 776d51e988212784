"""Bytes to text: UTF-8, or what a byte order mark says, or a reason why not; no newline is translated."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from crossfoot.errors import ArticleError

# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)


def read_bytes(path: Path, *, at_most: int) -> bytes:
    """The file's bytes. Raises ArticleError `too_large` or `unreadable`."""
    try:
        with path.open("rb") as handle:
            data = handle.read(at_most + 1)
    except OSError as error:
        raise ArticleError("unreadable", f"the file cannot be read: {error.strerror}") from error
    if len(data) > at_most:
        raise ArticleError("too_large", f"the file has more than {at_most:,} bytes")
    return data


def is_wide(head: bytes) -> bool:
    """True where a byte order mark says that characters take two or four bytes: NUL bytes are no sign of binary then."""
    return _marked(head)[1] != "utf-8"


def opening(head: bytes) -> str:
    """The first characters of a file, as far as its first bytes give them."""
    mark, encoding = _marked(head)
    return head[len(mark) :].decode(encoding, errors="ignore").lstrip()


def decode(data: bytes, *, first: bool = True) -> str:
    """The text without the byte order mark that may open a file (`first`); UTF-8 where there is none.

    Raises ArticleError `binary` where NUL bytes show that it is no text, `not_utf8`, or `bad_unicode` where a text
    with the mark of another encoding breaks off.
    """
    mark, encoding = _marked(data) if first else (b"", "utf-8")
    if encoding == "utf-8" and b"\0" in data:
        raise ArticleError("binary", f"not text: a NUL byte at {data.index(0)}")
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(mark) + error.start
        if encoding == "utf-8":
            raise ArticleError("not_utf8", f"not UTF-8 text: byte {at} is 0x{data[at]:02x}") from error
        name = encoding[:6].upper()
        raise ArticleError("bad_unicode", f"marked as {name}, but no such text at byte {at}") from error


def _marked(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that the data open with, and the encoding that it stands for."""
    return next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", "utf-8"))
