"""`.eml`: a newsletter or a forwarded note: its text, and the documents attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from pathlib import PurePosixPath
from typing import Final

from crossfoot.errors import ArticleError
from crossfoot.ingest.decoding import decode_any
from crossfoot.ingest.outside import parsing
from crossfoot.ingest.readers.fragment import fragment_text
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.readers.mail_furniture import furniture_of
from crossfoot.ingest.readers.zip_file import printable
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.ingest.stated import Metadata, Stated
from crossfoot.records import Rejection

_HEADER = re.compile(
    rb"(?:From|To|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Subject|Date): ", re.IGNORECASE
)
_DOCUMENTS: Final = (".pdf", ".docx", ".html", ".htm", ".txt", ".md", ".eml")
_MOST_PARTS: Final = 200
_ENOUGH: Final = 30  # words; `View this in your browser` has fewer


class Mail:
    """Reads one message a file."""

    def accepts(self, source: Source) -> bool:
        """By extension; what has none counts where it opens with a message's header."""
        return source.suffix == ".eml" or (not source.suffix and _HEADER.match(source.head) is not None)

    def read(self, source: Source) -> Iterator[Found | Source | Rejection]:
        """The message, then its attachments."""
        with parsing("bad_mail", "message"):
            message = message_from_bytes(source.read(at_most=LIMITS.article_bytes), policy=policy.default)
            parts = [part for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False)]
        text = _text(parts)
        attached = list(_attached(source, parts))
        if text or not attached:
            with parsing("bad_mail", "message's header"):
                stated = Metadata(tuple(_stated(message)))
            yield Found(
                path=source.name, fallback_id=source.stem, text=text, stated=stated, furniture=furniture_of(text)
            )
        yield from attached


def _text(parts: Sequence[MIMEPart]) -> str:
    """The text in the plain version, or what the HTML version shows where the plain one says next to nothing."""
    plain = "\n".join(_decoded(part) for part in parts if _is(part, "text/plain"))
    pages = [part for part in parts if _is(part, "text/html")]
    if not pages or len(plain.split()) >= _ENOUGH:
        return plain
    return "\n".join(fragment_text(_decoded(part)) for part in pages)


def _is(part: MIMEPart, kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def _decoded(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return decode_any(payload, declared=part.get_content_charset()).text.replace("\r\n", "\n")


def _stated(message: EmailMessage) -> Iterator[Stated]:
    """The headers that say what the article's fields say."""
    if subject := " ".join(str(message.get("Subject") or "").split()):
        yield Stated("title", subject, "header Subject", 0.9)
    if date := str(message.get("Date") or "").strip():
        yield Stated("published", date, "header Date", 0.95)
    name, address = parseaddr(str(message.get("From") or ""))
    if source := name or address.rpartition("@")[2]:
        yield Stated("source", source, "header From", 0.8)


def _attached(source: Source, parts: Sequence[MIMEPart]) -> Iterator[Source | Rejection]:
    """Documents; pictures and the like are passed over."""
    for number, part in enumerate(parts, start=1):
        name = printable(part.get_filename() or "")
        if part.get_content_disposition() != "attachment" or PurePosixPath(name).suffix.lower() not in _DOCUMENTS:
            continue
        try:
            payload = part.get_payload(decode=True)
            if not isinstance(payload, bytes):
                raise ArticleError("bad_mail", "the attachment cannot be decoded")
            yield source.part(payload, name)
        except ArticleError as error:
            yield source.rejection(error.reason, error.detail, id=f"{source.stem}:{number}")
