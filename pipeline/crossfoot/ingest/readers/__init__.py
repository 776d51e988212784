"""One reader a format; the first that accepts a file reads it."""

from crossfoot.ingest.readers.interface import Reader, Source
from crossfoot.ingest.readers.json_file import JsonFile
from crossfoot.ingest.readers.json_lines import JsonLines
from crossfoot.ingest.readers.plain_text import PlainText

READERS: tuple[Reader, ...] = (JsonLines(), JsonFile(), PlainText())

__all__ = ["READERS", "Reader", "Source"]
