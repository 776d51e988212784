"""One reader a format; the first that accepts a source reads it, so narrow ones stand before broad ones."""

from crossfoot.ingest.readers.docx_file import DocxFile
from crossfoot.ingest.readers.feed import Feed
from crossfoot.ingest.readers.gzip_file import GzipFile
from crossfoot.ingest.readers.html_page import HtmlPage
from crossfoot.ingest.readers.interface import Reader, Source
from crossfoot.ingest.readers.json_file import JsonFile
from crossfoot.ingest.readers.json_lines import JsonLines
from crossfoot.ingest.readers.mail import Mail
from crossfoot.ingest.readers.markdown import Markdown
from crossfoot.ingest.readers.parquet_table import ParquetTable
from crossfoot.ingest.readers.pdf_file import PdfFile
from crossfoot.ingest.readers.plain_text import PlainText
from crossfoot.ingest.readers.table import CsvTable
from crossfoot.ingest.readers.warc import Warc
from crossfoot.ingest.readers.zip_file import ZipFile

READERS: tuple[Reader, ...] = (
    GzipFile(),
    PdfFile(),
    DocxFile(),
    ZipFile(),
    Warc(),
    ParquetTable(),
    JsonLines(),
    JsonFile(),
    CsvTable(),
    Mail(),
    Markdown(),
    Feed(),
    HtmlPage(),
    PlainText(),
)

__all__ = ["READERS", "Reader", "Source"]
