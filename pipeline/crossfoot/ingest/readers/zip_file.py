"""`.zip`: the files in it, each by its own kind. Nothing is ever unpacked to disk, so a member's name is only a name."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BufferedIOBase, BytesIO

from crossfoot.errors import ArticleError
from crossfoot.ingest.outside import parsing
from crossfoot.ingest.readers.interface import Source
from crossfoot.ingest.readers.unpacking import buffered
from crossfoot.ingest.records import LIMITS
from crossfoot.records import Rejection

_MAGIC = b"PK\x03\x04"
_ENCRYPTED = 0x1


class ZipFile:
    """Reads archives; documents that are archives inside (`.docx`) have readers of their own before it."""

    def accepts(self, source: Source) -> bool:
        """By its first bytes, or by extension."""
        return source.head.startswith(_MAGIC) or source.suffix == ".zip"

    def read(self, source: Source) -> Iterator[Source | Rejection]:
        """The members in the order of their names; hidden ones are left out."""
        with source.open() as handle, _archive(handle, source) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if len(members) > LIMITS.members:
                raise ArticleError("too_large", f"{len(members):,} files, more than {LIMITS.members:,}")
            for member in sorted(members, key=lambda member: member.filename):
                name = printable(member.filename)
                if name.split("/")[-1].startswith(".") or name.startswith("__MACOSX/"):
                    continue
                try:
                    yield source.part(_unpacked(archive, member), name)
                except ArticleError as error:
                    yield Rejection(path=f"{source.name}/{name}", id=name, reason=error.reason, detail=error.detail)


def printable(name: str) -> str:
    """A member's name on one line, for messages and ids."""
    return (
        "".join(char if char.isprintable() else repr(char)[1:-1] for char in name)[: LIMITS.id_characters] or "unnamed"
    )


def _archive(handle: BufferedIOBase, source: Source) -> zipfile.ZipFile:
    with parsing("bad_archive", "zip archive"):
        seekable = handle if handle.seekable() else BytesIO(source.read(at_most=LIMITS.file_bytes))
        return zipfile.ZipFile(seekable)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> zipfile.ZipExtFile:
    stream = archive.open(member)
    assert isinstance(stream, zipfile.ZipExtFile)  # what `open` gives for reading
    return stream


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """A member's bytes. Raises ArticleError where it is encrypted, broken or too large, whatever size it states."""
    if member.flag_bits & _ENCRYPTED:
        raise ArticleError("encrypted", "the file in the archive needs a password")
    with (
        parsing("bad_archive", "file in an archive"),
        buffered(_member(archive, member), member.compress_size) as stream,
    ):
        data = stream.read(LIMITS.file_bytes + 1)
    if len(data) > LIMITS.file_bytes:
        raise ArticleError("too_large", f"more than {LIMITS.file_bytes:,} bytes unpacked")
    return data
