"""What of a message nobody wrote for it: mail that it quotes, the signature, telephone lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel, ConfigDict

from crossfoot.ingest.lines import Line, split
from crossfoot.ingest.prose import shape_of
from crossfoot.records import Dropped
from crossfoot.vocabulary.loader import load

_QUOTED = re.compile(r">(?!From )")  # `>From` is how a mailbox writes a line that begins with From


class MailWords(BaseModel):
    """The shape of `mail.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sign_offs: tuple[str, ...]
    devices: tuple[str, ...]
    telephones: tuple[str, ...]
    forwarded: tuple[str, ...]
    introductions: tuple[str, ...]
    examples: dict[str, tuple[str, ...]]
    counter_examples: tuple[str, ...]


@cache
def mail_words() -> MailWords:
    """The words by which the parts of a message are known."""
    words: MailWords = load("mail.yaml", MailWords)
    return words


def furniture_of(text: str) -> tuple[Dropped, ...]:
    """The runs of a message that are furniture, each with its reason; none where nothing else would be left."""
    lines = list(split(text))
    dropped = tuple(_dropped(lines))
    return dropped if len(dropped) < len(lines) else ()


def _dropped(lines: list[Line]) -> Iterator[Dropped]:
    signed = False
    for at, line in enumerate(lines):
        if signed and (_is("forwarded", line) or shape_of(line).prose):
            signed = False  # what is forwarded below a signature, and a letter that goes on, are text again
        signed = signed or _is("sign_offs", line)
        reason = _reason(line, lines[at + 1] if at + 1 < len(lines) else None)
        if reason or signed:
            yield Dropped(start=line.start, end=line.end, reason=reason or "signature")


def _reason(line: Line, following: Line | None) -> str | None:
    if _QUOTED.match(line.text):
        return "quoted_mail"
    if following is not None and _QUOTED.match(following.text) and _is("introductions", line):
        return "quoted_mail"
    return "signature" if _is("telephones", line) or _is("devices", line) else None


def _is(kind: str, line: Line) -> bool:
    return _patterns()[kind].fullmatch(line.text) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    known = mail_words()
    kinds = ("sign_offs", "devices", "telephones", "forwarded", "introductions")
    return {kind: re.compile("|".join(f"(?:{each})" for each in getattr(known, kind)), re.IGNORECASE) for kind in kinds}
