"""Bytes to text: UTF-8 or a reason why not; no newline is translated, so offsets are those of the file."""

from __future__ import annotations

from pathlib import Path

from crossfoot.errors import ArticleError

_BOM = b"\xef\xbb\xbf"


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


def decode(data: bytes, *, first: bool = True) -> str:
    """UTF-8 text, without the byte order mark that may open a file.

    Raises ArticleError `binary` where NUL bytes show that it is no text, else `not_utf8`.
    """
    if b"\0" in data:
        raise ArticleError("binary", f"not text: a NUL byte at {data.index(0)}")
    if first and data.startswith(_BOM):
        data = data[len(_BOM) :]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError("not_utf8", f"not UTF-8 text: byte {error.start} is 0x{data[error.start]:02x}") from error
