"""One JSON object with `id`, `title`, `text`, `published`, `updated`, `url`, `source`, `authors` becomes a Found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from crossfoot.errors import ArticleError
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.ingest.stated import Field, Metadata, Stated


def parse(text: str) -> Any:
    """The value of a JSON text. Raises ArticleError `bad_json`, also for nesting too deep and numbers too long."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ArticleError("bad_json", f"not JSON: {error.msg} at character {error.pos}") from error
    except (RecursionError, ValueError) as error:
        raise ArticleError("bad_json", f"JSON beyond what can be read: {error}") from error


def found(value: Any, *, path: str, fallback_id: str, line: int | None = None, notes: tuple[str, ...] = ()) -> Found:
    """The article that a record holds.

    Raises ArticleError `not_a_record`, `missing_text`, `text_not_string` or `bad_id`.
    Optional fields of another type than expected are left out with a note: they are no reason to lose the text.
    """
    if not isinstance(value, dict):
        raise ArticleError("not_a_record", f"a JSON object with a text is wanted, not {_kind(value)}")
    text = value.get("text")
    if text is None:
        raise ArticleError("missing_text", "the record has no text")
    if not isinstance(text, str):
        raise ArticleError("text_not_string", f"the record's text is {_kind(text)}")
    return Found(
        path=path,
        fallback_id=fallback_id,
        id=record_id(value),
        text=text,
        stated=Metadata(tuple(_stated(value))),
        line=line,
        notes=(*notes, *_notes(value)),
    )


def _stated(record: dict[str, Any]) -> Iterator[Stated]:
    """The fields beside the text, each as the record writes it."""
    fields: tuple[Field, ...] = ("title", "published", "updated", "url", "source")
    for field in fields:
        read = _date if field in ("published", "updated") else _words
        if value := read(record.get(field)):
            yield Stated(field, value, "record", 1.0)
    if names := _authors(record.get("authors")):
        yield Stated("authors", names, "record", 1.0)


def record_id(value: Any) -> str | None:
    """The id that a record states; a whole number counts, anything else that is no string does not.

    An id is only ever a name: no file is opened or written by it, so `../x` and a URL are as good as any.
    Raises ArticleError `bad_id` where it is too long or holds control characters, which would break a table's row.
    """
    stated = value.get("id") if isinstance(value, dict) else None
    if isinstance(stated, int) and not isinstance(stated, bool):
        stated = str(stated)
    if not isinstance(stated, str) or not stated.strip():
        return None
    stated = stated.strip()
    if len(stated) > LIMITS.id_characters or not stated.isprintable():
        raise ArticleError("bad_id", "the record's id is too long or holds control characters")
    return stated


def _notes(record: dict[str, Any]) -> Iterator[str]:
    """Which optional fields state something that is no text, or text that no file could hold."""
    for name in ("title", "published", "updated", "url", "source"):
        value = record.get(name)
        read = _date(value) if name in ("published", "updated") else _words(value)
        blank = value is None or (isinstance(value, str) and not value.strip())
        if read is None and not blank:
            yield f"{name}: {_kind(value)} where text is wanted"
    if record.get("authors") and not _authors(record["authors"]):
        yield f"authors: {_kind(record['authors'])} that holds no names"


def _date(value: Any) -> str | None:
    """A date as the record writes it; a whole number may be one (20260702)."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _words(value)


def _words(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) and _encodable(value) else None


def _authors(value: Any) -> tuple[str, ...]:
    names = value if isinstance(value, list) else [value]
    return tuple(name for name in map(_words, names) if name)


def _encodable(text: str) -> bool:
    """False where a lone surrogate stands in it, which no file could hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
