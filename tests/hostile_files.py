"""Files made to break a reader, and what must become of each: `python tests/hostile_files.py FOLDER` writes them.

Each is a clean article (`article`) or a quarantine row with one of the reasons given; `article` beside reasons means that
either may come, or some of each. What is large is made when it is asked for.
"""

from __future__ import annotations

import gzip
import io
import json
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

PROSE = (
    "Example Corp said on Monday that its revenue rose 8% to $2.1 billion in the second quarter, helped by demand for tools. "
    "The company now expects sales of between $8.2 billion and $8.4 billion for the year, up from $8.0 billion. "
    "Shares of the company rose 4.2% in early trading after the report was published, the most since March of last year."
)
PAGE = (
    "<!doctype html><html><head><title>Sales rise</title></head><body><article><h1>Sales rise</h1>"
    f"<p>{PROSE}</p></article></body></html>"
)
MB = 1_000_000


def warc(body: bytes, *, length: int | None = None, id: str = "<urn:uuid:1>", kind: str = "text/html") -> bytes:
    """One response record; `length` is what its header claims."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind.encode() + b"\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: {id}\r\nWARC-Target-URI: https://example.com/a\r\n"
        "WARC-Date: 2026-07-02T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) if length is None else length}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def zipped(**members: bytes) -> bytes:
    """An archive of these files, whose names have `__` for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def nested_zip(depth: int) -> bytes:
    data = zipped(a__txt=PROSE.encode())
    for _ in range(depth):
        data = zipped(a__zip=data)
    return data


def lying_zip() -> bytes:
    """A member whose stated size is 10 bytes and which unpacks to 50 MB."""
    data = bytearray(zipped(a__txt=b" " * 50 * MB))
    size = struct.pack("<I", 50 * MB)
    return bytes(data.replace(size, struct.pack("<I", 10)))


def encrypted_zip() -> bytes:
    data = bytearray(zipped(a__txt=PROSE.encode()))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def traversal_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../../etc/passwd.txt", PROSE)
        archive.writestr("/abs\x07olute.txt", PROSE)
    return out.getvalue()


def docx(document: bytes) -> bytes:
    return zipped(
        **{
            "[Content_Types]__xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            b'wordprocessingml.document.main+xml"/></Types>',
            "_rels/__rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            b'officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document__xml": document,
        }
    )


def pdf(content: bytes, *, filters: bytes = b"", kids: bytes = b"3 0 R") -> bytes:
    """A one-page PDF with this content stream."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length " + str(len(content)).encode() + filters + b">>stream\n" + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += str(number).encode() + b" 0 obj" + body + b"endobj\n"
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + table + b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n" + str(len(out)).encode() + b"\n%%EOF"


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
FEED = (
    "<rss version='2.0'><channel><title>N</title>"
    f"<item><title>Sales rise</title><description>{PROSE}</description></item></channel></rss>"
)
ITEM = json.dumps({"id": "good", "text": PROSE})
MAIL = "Subject: Sales rise\nFrom: a@example.com\nMIME-Version: 1.0\n"

Make = Callable[[], bytes]
# name → (the file, what may become of it)
FILES: dict[str, tuple[Make, str]] = {
    # text
    "nul.txt": (lambda: PROSE.encode() + b"\0\0more", "binary"),
    "program.txt": (lambda: b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40, "binary"),
    "controls.txt": (lambda: bytes(range(1, 32)) * 500 + b"\xff\xfe\xfd", "binary"),
    "latin.txt": (lambda: PROSE.replace("Corp", "Café").encode("latin-1"), "article"),
    "broken_utf8.txt": (lambda: PROSE.encode() + "€ – “".encode() * 20 + b"\xe2\x82" + PROSE.encode(), "article"),
    "cut_utf8.txt": (lambda: PROSE.encode() + "€".encode()[:2], "article"),
    "utf16_unmarked.txt": (lambda: PROSE.encode("utf-16-le"), "article"),
    "utf16_odd.txt": (lambda: PROSE.encode("utf-16") + b"x", "bad_unicode"),
    "utf32.txt": (lambda: PROSE.encode("utf-32"), "article"),
    "utf7.txt": (lambda: b"+ADw-script+AD4- " + PROSE.encode(), "article"),
    "overlong.txt": (lambda: PROSE.encode() + b"\xc0\xaf\xe0\x80\xaf", "article"),
    "mojibake.txt": (
        lambda: PROSE.replace("Monday", "Monday’s “call”").encode().decode("cp1252", "ignore").encode(),
        "article",
    ),
    "bidi.txt": (lambda: PROSE.replace("$2.1", "\u202e$2\u200b.1\u202c").encode(), "article"),
    "long_line.txt": (lambda: (PROSE * (10 * MB // len(PROSE))).encode(), "too_large"),
    "huge.txt": (lambda: b"a" * 21 * MB, "too_large"),
    "spaces.txt": (lambda: b" \n\t" * MB, "empty"),
    "empty.txt": (lambda: b"", "empty"),
    "mark_only.txt": (lambda: b"\xef\xbb\xbf", "empty"),
    "punctuation.txt": (lambda: b"$" * 200_000 + b" " + PROSE.encode(), "article"),
    "combining.txt": (lambda: (PROSE + "e" + "\u0301" * 50_000).encode(), "article"),
    "german.txt": (
        lambda: (
            "Der Konzern hat im zweiten Quartal mehr verdient als erwartet und hebt die Prognose an. " * 5
        ).encode(),
        "not_english",
    ),
    "mojibake_long.txt": (lambda: "â€™".encode() * 200_000, "article not_english"),
    # JSON
    "deep.json": (lambda: b"[" * 100_000, "bad_json"),
    "digits.json": (lambda: b'{"text": ' + b"9" * 100_000 + b"}", "bad_json"),
    "surrogate.json": (lambda: b'{"text": "half \\ud800 pair"}', "bad_unicode"),
    "nan.json": (lambda: b'{"text": NaN}', "text_not_string"),
    "path_id.json": (lambda: json.dumps({"id": "../../etc/passwd", "text": PROSE}).encode(), "article"),
    "control_id.json": (lambda: json.dumps({"id": "a\x1b[2Jb", "text": PROSE}).encode(), "bad_id"),
    "long_id.json": (lambda: json.dumps({"id": "a" * 10_000, "text": PROSE}).encode(), "bad_id"),
    "twice.jsonl": (lambda: f"{ITEM}\n{ITEM}\n".encode(), "article duplicate_id"),
    "long_line.jsonl": (
        lambda: b'{"text": "' + b"a" * 21 * MB + b'"}\n' + ITEM.replace("good", "after").encode(),
        "article too_large",
    ),
    "cut.jsonl": (lambda: (ITEM.replace("good", "whole") + "\n" + ITEM[:80]).encode(), "article bad_json"),
    # pages
    "nested.html": (lambda: b"<html><body>" + b"<div>" * 100_000 + PROSE.encode(), "too_deep no_text bad_html article"),
    "unclosed.html": (lambda: PAGE.replace("</p>", "").replace("</article>", "").encode()[:-30], "article"),
    "attributes.html": (lambda: PAGE.replace("<article>", "<article " + "a='b' " * 50_000 + ">").encode(), "article"),
    "wrong_charset.html": (lambda: PAGE.replace("<title>", "<meta charset=utf-16><title>").encode(), "article"),
    "no_charset.html": (
        lambda: PAGE.replace("<title>", "<meta charset=zip><title>").replace("Corp", "Café").encode("latin-1"),
        "article",
    ),
    "lying_charset.html": (
        lambda: PAGE.replace("<title>", "<meta charset=utf-8><title>").replace("Corp", "Café").encode("latin-1"),
        "article",
    ),
    "entities.html": (lambda: (LAUGHS + PAGE.replace("Monday", "Monday &j;")).encode(), "article"),
    "no_article.html": (lambda: b"<html><body><nav><a href=/>Home</a></nav></body></html>", "no_text article"),
    "comment.html": (lambda: b"<!--" + b"-" * 500_000, "no_text bad_html"),
    "many_lines.html": (lambda: PAGE.replace("</p>", "</p>" + "<p>x</p>" * 60_000).encode(), "too_large"),
    "same_lines.html": (
        lambda: PAGE.replace("</p>", "</p>" + "<p>Sales rose</p>" * 19_000).encode(),
        "article no_text",
    ),
    "record.html": (
        lambda: PAGE.replace(
            "<title>", "<script type='application/ld+json'>" + "[" * 50_000 + "</script><title>"
        ).encode(),
        "article",
    ),
    # feeds and mail
    "laughs.xml": (lambda: (LAUGHS + "<rss><channel><title>&j;</title></channel></rss>").encode(), "bad_feed"),
    "outside.rss": (lambda: (OUTSIDE + FEED.replace("Monday", "&a;")).encode(), "bad_feed"),
    "cut.rss": (lambda: (FEED.replace("</channel>", "<item><title>Next")).encode()[:-6], "article bad_feed empty"),
    "no_feed.xml": (lambda: b"<a><b/></a>", "bad_feed"),
    "parts.eml": (
        lambda: (MAIL + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n" * 50_000 + "\n" + PROSE).encode(),
        "article empty",
    ),
    "nested.eml": (
        lambda: (
            MAIL
            + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
            + "\n"
            + PROSE
        ).encode(),
        "article empty bad_mail too_deep",
    ),
    "base64.eml": (
        lambda: (MAIL + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n%%%%" + "A" * 1001).encode(),
        "article empty binary",
    ),
    "charset.eml": (
        lambda: (
            (MAIL + "Content-Type: text/plain; charset=hex\n\n").encode()
            + PROSE.replace("Corp", "Café").encode("latin-1")
        ),
        "article",
    ),
    # tables
    "field.csv": (lambda: b'id,text\n1,"' + b"a" * 21 * MB + b'"\n', "bad_table too_large"),
    "quote.csv": (lambda: b'id,text\n1,"' + PROSE.encode(), "article"),
    "nul.csv": (lambda: b"id,text\n1,a\0b\n", "binary bad_table"),
    "no_text.csv": (lambda: b"a,b\n1,2\n", "missing_text"),
    "garbage.parquet": (lambda: b"PAR1" + b"\xff" * 1000 + b"PAR1", "bad_table"),
    # documents
    "garbage.pdf": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 500, "bad_pdf no_text"),
    "cut.pdf": (lambda: pdf(b"BT /F 12 Tf (Sales) Tj ET")[:150], "bad_pdf no_text"),
    "loop.pdf": (lambda: pdf(b"", kids=b"2 0 R"), "bad_pdf no_text too_deep too_slow too_large"),
    "bomb.pdf": (
        lambda: pdf(zlib.compress(b"(a) Tj " * 15 * MB), filters=b"/Filter/FlateDecode"),
        "bad_pdf no_text too_large too_slow",
    ),
    "plain.pdf": (lambda: pdf(f"BT /F 12 Tf 20 700 Td ({PROSE}) Tj ET".encode()), "article"),
    "scan.pdf": (lambda: pdf(b""), "no_text"),
    "bomb.docx": (lambda: docx(b"<a>" + b" " * 30 * MB + b"</a>"), "too_large"),
    "outside.docx": (lambda: docx((OUTSIDE + "<x>&a;</x>").encode()), "bad_docx empty"),
    "empty.docx": (lambda: zipped(a__txt=b"x"), "bad_docx"),
    # archives
    "bomb.txt.gz": (lambda: gzip.compress(b"\0" * 300 * MB), "too_large"),
    "bomb.jsonl.gz": (lambda: gzip.compress(b'{"text": "' + b"a" * 300 * MB), "too_large"),
    "cut.txt.gz": (lambda: gzip.compress(PROSE.encode() * 50)[:-20], "bad_archive"),
    "garbage.gz": (lambda: b"\x1f\x8b" + b"\xff" * 500, "bad_archive"),
    "twice.txt.gz.gz": (lambda: gzip.compress(gzip.compress(PROSE.encode())), "article"),
    "nested.zip": (lambda: nested_zip(10), "too_deep"),
    "lying.zip": (lying_zip, "too_large bad_archive"),
    "encrypted.zip": (encrypted_zip, "encrypted"),
    "traversal.zip": (traversal_zip, "article"),
    "cut.zip": (lambda: zipped(a__txt=PROSE.encode())[:-30], "bad_archive"),
    "long.warc": (lambda: warc(PAGE.encode(), length=10**9), "article bad_archive"),
    "short.warc": (
        lambda: warc(PAGE.encode(), length=200) + warc(PAGE.encode(), id="<urn:uuid:2>"),
        "article bad_archive no_text",
    ),
    "negative.warc": (lambda: warc(PAGE.encode(), length=-5), "article bad_archive no_text"),
    "path.warc": (lambda: warc(PAGE.encode(), id="../../etc/passwd"), "article"),
    "garbage.warc": (lambda: b"WARC/1.0\r\n" + b"\xff" * 100_000, "bad_archive"),
    "cut.warc.gz": (lambda: gzip.compress(warc(PAGE.encode()) * 2)[:-15], "article bad_archive duplicate_id"),
    "bomb.warc.gz": (lambda: gzip.compress(warc(b"a" * 300 * MB)), "too_large bad_archive"),
}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, _) in FILES.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
