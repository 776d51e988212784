"""Sources become Articles: read, cleaned, with ids that are unique in the run."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import chain, islice
from pathlib import Path

from crossfoot.errors import ArticleError
from crossfoot.ingest import files, hidden, markup, mending
from crossfoot.ingest.clean import clean
from crossfoot.ingest.deadline import within
from crossfoot.ingest.language import other_than_english
from crossfoot.ingest.published import as_iso
from crossfoot.ingest.readers import READERS, Source
from crossfoot.ingest.readers.gzip_file import GzipFile
from crossfoot.ingest.readers.html_page import HtmlPage
from crossfoot.ingest.readers.interface import HEAD_BYTES
from crossfoot.ingest.records import LIMITS, Cleaned, Found
from crossfoot.ingest.stated import Metadata, Stated
from crossfoot.records import Article, Dropped, Origin, Rejection

_LONGEST_SHOWN = 60  # characters of a field that a note repeats
_BY_THE_TEXT = 0.6  # how sure a date, title or name is that stands in the text's head


@dataclass(frozen=True, slots=True)
class Admitted:
    """An article as its file gives it. `named`: its id is stated there; `line`: the record's place in the file."""

    article: Article
    named: bool
    line: int | None


def read(paths: Iterable[str | Path]) -> Iterator[Article | Rejection]:
    """Every article under `paths` (files or folders; `-` is standard input), in an order of its own.

    What cannot be read comes as a Rejection with its reason, and the rest goes on.
    Raises UsageError, before the first article, for a path that is not there.
    """
    return unique(each for name, path in files.listed(paths) for each in read_file(name, path))


def article(
    text: str, *, title: str | None = None, published: str | None = None, url: str | None = None, id: str = "text"
) -> Article:
    """One text as an Article: blocks and furniture told apart; what is given wins over what the text's head says.

    Raises ArticleError `too_large` for a text beyond the limit.
    """
    if problem := _too_large(text):
        raise ArticleError("too_large", problem)
    given = (("title", title), ("published", published), ("url", url))
    stated = Metadata(tuple(Stated(field, value, "given", 1.0) for field, value in given if value))  # type: ignore[arg-type]
    return _cleaned(Found(path="", fallback_id=id, text=text, stated=stated))


def page(data: bytes, *, id: str = "page") -> Article:
    """One web page as an Article. Raises ArticleError where it holds none."""
    found = next(HtmlPage().read(Source(id, id, ".html", data[:HEAD_BYTES], lambda: BytesIO(data))))
    return _cleaned(found)


def read_file(name: str, where: files.Location) -> Iterator[Admitted | Rejection]:
    """Every article of one file, under the id that the file gives it: `unique` sees to it that no other has it."""
    try:
        source = files.opened(name, where)
    except ArticleError as error:
        yield _unopened(name, error)
        return
    yield from _from(source)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands in a file from one place on, and the place where reading stopped; None where that is the file's end."""

    found: list[Admitted | Rejection]
    left_at: int | None


def read_stretch(name: str, where: files.Location, *, start: int, characters: int) -> Stretch:
    """The articles of a file from its `start`-th item on, until they have so many characters.

    Items are what the file holds, once it is unpacked: the pages of a web archive, the members of a ZIP file, the rows of a
    table. To come to the `start`-th the file is gone through, but what stands before is not made articles.
    """
    try:
        source = files.opened(name, where)
    except ArticleError as error:
        return Stretch([_unopened(name, error)], None)
    found: list[Admitted | Rejection] = []
    held = 0
    for at, some in enumerate(_items(source, start), start=start + 1):
        for each in some:
            found.append(each)
            held += len(each.article.text) if isinstance(each, Admitted) else 0
        if held >= characters:
            return Stretch(found, at)
    return Stretch(found, None)


def unique(
    found: Iterable[Admitted | Rejection], taken: Mapping[str, str] | None = None
) -> Iterator[Article | Rejection]:
    """Each id once; `taken` maps those that others have to their files.

    An id that is only a file's name gives way to the file's whole path; a stated one is refused.
    """
    seen = dict(taken or {})
    for each in found:
        yield _unique(each, seen) if isinstance(each, Admitted) else each


def _unopened(name: str, error: ArticleError) -> Rejection:
    return Rejection(path=name, id=Path(name).stem, reason=error.reason, detail=error.detail)


def _from(source: Source) -> Iterator[Admitted | Rejection]:
    """What a source holds, and what the sources in it hold."""
    return chain.from_iterable(_items(source))


def _items(source: Source, start: int = 0) -> Iterator[Iterable[Admitted | Rejection]]:
    """What each thing in a source holds, from the `start`-th thing on; of a packed file, of what is packed."""
    reader = next((reader for reader in READERS if reader.accepts(source)), None)
    if reader is None:
        detail = f"no reader for {source.suffix or 'this kind of'} files"
        yield [source.rejection("unknown_format", detail, id=source.stem)]
        return
    if source.depth > LIMITS.nesting:
        yield [source.rejection("too_deep", f"more than {LIMITS.nesting} files inside one another", id=source.stem)]
        return
    items = reader.read(source)
    if isinstance(reader, GzipFile):
        packed = _next(items, source)
        yield from _items(packed, start) if isinstance(packed, Source) else [[packed]] if packed else []
        return
    try:
        deque(islice(items, start), maxlen=0)
    except ArticleError as error:  # the file is not what it was
        yield [source.rejection(error.reason, error.detail, id=source.id or source.stem)]
        return
    while (item := _next(items, source)) is not None:
        yield _from(item) if isinstance(item, Source) else [item]


def _next(items: Iterator[Found | Rejection | Source], source: Source) -> Admitted | Rejection | Source | None:
    """The next thing that a reader yields, made an article within the time that one may take; None at the end."""

    def step() -> Admitted | Rejection | Source | None:
        found = next(items, None)
        return _admitted(found) if isinstance(found, Found) else found

    try:
        return within(LIMITS.seconds, step)
    except ArticleError as error:
        return source.rejection(error.reason, error.detail, id=source.id or source.stem)


def _unique(found: Admitted, seen: dict[str, str]) -> Article | Rejection:
    made, path = found.article, found.article.path or ""
    if made.id in seen:
        if found.named or path in seen or not path:
            detail = f"an article of this id was read from {seen[made.id]} already"
            return Rejection(path=path, id=made.id, line=found.line, reason="duplicate_id", detail=detail)
        made = made.model_copy(update={"id": path})
    seen[made.id] = path
    return made


def _admitted(found: Found) -> Admitted | Rejection:
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
    made = _cleaned(found)
    if language := other_than_english("\n".join(made.text[block.start : block.end] for block in made.blocks)):
        return _rejected(found, "not_english", f"the text is in {language.name} ({language.code})")
    return Admitted(made, named=found.id is not None, line=found.line)


def _too_large(text: str) -> str | None:
    limit = LIMITS.article_characters
    return f"the text has {len(text):,} characters, more than {limit:,}" if len(text) > limit else None


def _cleaned(found: Found) -> Article:
    stated = found.stated
    title = stated.text("title")
    title = mending.mended_text(markup.without(title)) if title else None
    text = markup.blanked(found.text, ((run.start, run.end) for run in found.furniture))
    mended = () if found.layout else mending.mends(text)  # a page's text was mended before it was laid out
    cleaned = found.layout or clean(mending.apply(text, mended), title=title, marks=found.markup)
    published = as_iso(stated.text("published"))
    return Article(
        id=found.id or found.fallback_id,
        text=found.text,
        title=title or cleaned.title,
        published=published or cleaned.published,
        updated=as_iso(stated.text("updated")) or cleaned.updated,
        published_estimate=None if published or cleaned.published else found.estimate,
        url=stated.text("url"),
        source=stated.text("source"),
        authors=stated.names("authors") or cleaned.authors,
        path=found.path or None,
        blocks=mending.in_original(cleaned.blocks, mended),
        dropped=_in_order(found.furniture, mending.in_original(cleaned.dropped, mended)),
        mended=mended,
        origins=tuple(_origins(found, cleaned)),
        notes=(
            *found.notes,
            *_undated(stated.text("published"), published, cleaned.published),
            *hidden.notes(found.text),
        ),
    )


def _in_order(furniture: tuple[Dropped, ...], dropped: tuple[Dropped, ...]) -> tuple[Dropped, ...]:
    return tuple(sorted((*furniture, *dropped), key=lambda run: run.start))


def _origins(found: Found, cleaned: Cleaned) -> Iterator[Origin]:
    """Where each field's value is from; an id has one only where the file states it."""
    if found.id:
        yield Origin(field="id", origin="record", certainty=1.0)
    read = {stated.field: stated for stated in found.stated.values}
    for field in ("title", "published", "updated", "authors", "url", "source"):
        stated = read.get(field)
        usable = stated is not None and (field not in ("published", "updated") or as_iso(str(stated.value)))
        if stated is not None and usable:
            yield Origin(field=field, origin=stated.origin, certainty=stated.certainty)
        elif getattr(cleaned, field, None):
            yield Origin(field=field, origin="text", certainty=_BY_THE_TEXT)


def _undated(stated: str | None, read: str | None, head: str | None) -> Iterator[str]:
    """What became of a stated date that cannot be read."""
    if stated and not read:
        instead = "the date in the text's head is taken" if head else "the article has no date"
        shown = stated if len(stated) <= _LONGEST_SHOWN else stated[:_LONGEST_SHOWN] + "…"
        yield f"published: {shown!r} is not one day that can be read; {instead}"


def _rejected(found: Found, reason: str, detail: str) -> Rejection:
    return Rejection(path=found.path, id=found.id or found.fallback_id, line=found.line, reason=reason, detail=detail)
