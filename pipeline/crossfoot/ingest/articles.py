"""Files become Articles: read, cleaned, with ids that are unique in the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from crossfoot.errors import ArticleError
from crossfoot.ingest import files, markup
from crossfoot.ingest.clean import clean
from crossfoot.ingest.published import as_iso
from crossfoot.ingest.readers import READERS
from crossfoot.ingest.records import LIMITS, Found
from crossfoot.records import Article, Rejection

_LONGEST_SHOWN = 60  # characters of a field that a note repeats


def read(paths: Iterable[str | Path]) -> Iterator[Article | Rejection]:
    """Every article under `paths` (files or folders), in an order that does not hang on how they were named.

    What cannot be read comes as a Rejection with its reason, and the rest goes on.
    Raises UsageError, before the first article, for a path that is not there.
    """
    return _read(files.listed(paths))


def article(
    text: str, *, title: str | None = None, published: str | None = None, url: str | None = None, id: str = "text"
) -> Article:
    """One text as an Article: blocks and furniture told apart; what is given wins over what the text's head says.

    Raises ArticleError `too_large` for a text beyond the limit.
    """
    if problem := _too_large(text):
        raise ArticleError("too_large", problem)
    return _cleaned(Found(path="", fallback_id=id, text=text, title=title, published=published, url=url))


def _read(listed: list[tuple[str, Path]]) -> Iterator[Article | Rejection]:
    seen: dict[str, str] = {}
    for name, path in listed:
        for found in _found(name, path):
            result = _admitted(found) if isinstance(found, Found) else found
            if isinstance(result, Article):
                if result.id in seen:
                    detail = f"an article of this id was read from {seen[result.id]} already"
                    yield _rejected(found, "duplicate_id", detail)
                    continue
                seen[result.id] = result.path or name
            yield result


def _admitted(found: Found) -> Article | Rejection:
    """The article, or why it cannot be one."""
    if not found.text.strip():
        return _rejected(found, "empty", "the text is blank")
    if problem := _too_large(found.text):
        return _rejected(found, "too_large", problem)
    if "\0" in found.text:
        return _rejected(found, "binary", "the text holds NUL characters")
    try:
        found.text.encode()
    except UnicodeEncodeError as error:
        return _rejected(found, "bad_unicode", f"half of a surrogate pair at character {error.start}")
    return _cleaned(found)


def _too_large(text: str) -> str | None:
    limit = LIMITS.article_characters
    return f"the text has {len(text):,} characters, more than {limit:,}" if len(text) > limit else None


def _cleaned(found: Found) -> Article:
    title = markup.without(found.title) if found.title else None
    cleaned = clean(found.text, title=title)
    published = as_iso(found.published)
    return Article(
        id=found.id or found.fallback_id,
        text=found.text,
        title=title or cleaned.title,
        published=published or cleaned.published,
        url=found.url,
        source=found.source,
        authors=found.authors or cleaned.authors,
        path=found.path or None,
        blocks=cleaned.blocks,
        dropped=cleaned.dropped,
        notes=(*found.notes, *_undated(found.published, published, cleaned.published)),
    )


def _undated(stated: str | None, read: str | None, head: str | None) -> Iterator[str]:
    """What became of a stated date that cannot be read."""
    if stated and not read:
        instead = "the date in the text's head is taken" if head else "the article has no date"
        shown = stated if len(stated) <= _LONGEST_SHOWN else stated[:_LONGEST_SHOWN] + "…"
        yield f"published: {shown!r} is not one day that can be read; {instead}"


def _found(name: str, path: Path) -> Iterator[Found | Rejection]:
    try:
        source = files.opened(name, path)
    except OSError as error:
        yield Rejection(
            path=name, id=PurePosixPath(name).stem, reason="unreadable", detail=f"cannot be read: {error.strerror}"
        )
        return
    reader = next((reader for reader in READERS if reader.accepts(source)), None)
    if reader is None:
        yield source.rejection(
            "unknown_format", f"no reader for {source.suffix or 'this kind of'} files", id=source.stem
        )
        return
    yield from reader.read(source)


def _rejected(found: Found | Rejection, reason: str, detail: str) -> Rejection:
    id = found.id or (found.fallback_id if isinstance(found, Found) else None)
    return Rejection(path=found.path, id=id, line=found.line, reason=reason, detail=detail)
