"""Bytes to text: by byte order mark, by what is declared, as UTF-8, or as the charset detected; no newline is translated."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
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
_LATIN: Final = "windows-1252"  # what pages that say ISO-8859-1 or ASCII are written in
_LATIN_NAMES: Final = frozenset(("iso8859-1", "ascii", "cp1252"))
_FEW: Final = 0.1  # of the bytes: a western text has fewer that are no ASCII
_GOOD_FOR_ONE_BROKEN: Final = 4
_SHORT: Final = 200  # bytes in which no charset can be detected
_SAMPLE: Final = 20_000
_CONTROLS: Final = frozenset(map(chr, [*range(1, 9), *range(14, 27), *range(28, 32), *range(127, 160)])) - {"\x85"}
_MANY_CONTROLS: Final = 0.01  # of a text's characters, from which it is none


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the charset it was read by, and a note where that is no more than a detection."""

    text: str
    charset: str
    note: str | None = None


def is_wide(head: bytes) -> bool:
    """True where a byte order mark says that characters take two or four bytes: NUL bytes are no sign of binary then."""
    return _marked(head)[1] != "utf-8"


def opening(head: bytes) -> str:
    """The first characters of a file, as far as its first bytes give them."""
    mark, encoding = _marked(head)
    return head[len(mark) :].decode(encoding, errors="ignore").lstrip()


def decode(data: bytes, *, first: bool = True) -> str:
    """The text without the byte order mark that may open a file (`first`); UTF-8 where there is none, and nothing else.

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


def decode_any(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text by byte order mark, else as UTF-8, else by the `declared` charset, else by the one detected.

    UTF-8 goes before the declaration: what decodes as UTF-8 by chance is rare, wrong declarations are not.
    Raises ArticleError `binary`, `bad_unicode` or `unknown_charset`.
    """
    mark, encoding = _marked(data)
    if mark:
        return Decoded(decode(data), encoding)
    if b"\0" in data:
        encoding = _unmarked_wide(data)
        return Decoded(_by(data, encoding), encoding, f"read as {encoding.upper()}, which the file does not say")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        broken = error
    name = _known(declared)
    if name is not None:
        return Decoded(_text(data.decode(name, errors="replace")), name)
    if broken.reason == "unexpected end of data" and _is_cut(data, broken.start):
        return Decoded(data[: broken.start].decode("utf-8"), "utf-8", "the file breaks off inside a character")
    if mended := _mostly_utf8(data, declared):
        return mended
    name = _detected(data)
    return Decoded(_text(_by(data, name)), name, f"read as {name}, which the file does not say")


def _is_cut(data: bytes, start: int) -> bool:
    """UTF-8 that breaks off inside a character, and no western letter that ends a text in another charset."""
    return len(data) - start > 1 or any(byte > 127 for byte in data[:start])


def _mostly_utf8(data: bytes, declared: str | None) -> Decoded | None:
    """UTF-8 with some broken bytes in it, which become U+FFFD; None where the text has few signs that are UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    good = sum(char > "\x7f" for char in text) - broken
    stated = (declared or "").strip(" \"'").lower().replace("-", "") == "utf8"
    if good <= _GOOD_FOR_ONE_BROKEN * broken and not (stated and good >= broken):
        return None
    return Decoded(_text(text), "utf-8", f"{broken} bytes are no UTF-8 and are shown as U+FFFD")


def _known(declared: str | None) -> str | None:
    """Python's name of a declared charset; None where there is no such one, or it is UTF-8, which was tried."""
    try:
        name = codecs.lookup((declared or "").strip(" \"'")).name
    except (LookupError, ValueError):
        return None
    if name in _LATIN_NAMES:
        return _LATIN
    return (
        None if name.startswith(("utf", "idna", "punycode", "unicode", "raw-unicode")) or not _is_text(name) else name
    )


def _is_text(name: str) -> bool:
    """False for codecs from bytes to bytes (`zip`, `hex`), which a hostile file may declare."""
    return bool(getattr(codecs.lookup(name), "_is_text_encoding", True))


def _unmarked_wide(data: bytes) -> str:
    """UTF-16 without its mark: every second byte of western text is NUL. Raises ArticleError `binary` for the rest."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    for encoding, nuls in (("utf-16-le", sample[1::2].count(0)), ("utf-16-be", sample[::2].count(0))):
        if half > 10 and nuls > 0.7 * half:
            return encoding
    raise ArticleError("binary", f"not text: a NUL byte at {data.index(0)}")


def _detected(data: bytes) -> str:
    """windows-1252 for a short text or one of few signs beyond ASCII, else what charset-normalizer makes of it."""
    sample = data[:_SAMPLE]
    if len(sample) < _SHORT or sum(byte > 127 for byte in sample) <= _FEW * len(sample):
        return _LATIN
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=["utf_16", "utf_32", "utf_7"]).best()
    if best is None:
        raise ArticleError("unknown_charset", "no charset fits these bytes")
    return best.encoding


def _by(data: bytes, encoding: str) -> str:
    """The bytes by a charset that was not declared: five of windows-1252's have no sign, and stand for themselves."""
    try:
        return data.decode(encoding, errors="replace" if encoding == _LATIN else "strict")
    except UnicodeDecodeError as error:
        raise ArticleError("bad_unicode", f"read as {encoding}, but no such text at byte {error.start}") from error


def _text(text: str) -> str:
    """The text. Raises ArticleError `binary` where control characters show that it is none."""
    sample = text[:_SAMPLE]
    if sum(char in _CONTROLS for char in sample) > _MANY_CONTROLS * len(sample):
        raise ArticleError("binary", "not text: it is full of control characters")
    return text


def _marked(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that the data open with, and the encoding that it stands for."""
    return next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", "utf-8"))
