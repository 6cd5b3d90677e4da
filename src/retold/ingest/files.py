"""One file in; its bytes, or the reason why not. Never reads more than the limit, whatever the file says it has."""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from retold.ingest import refusals
from retold.ingest.kinds import HTML, MARKDOWN, TEXT
from retold.ingest.options import IngestOptions
from retold.ingest.paths import Found
from retold.records.documents import Capture, How, Receipt, Refusal

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
# Formats whose text would be read as if it were prose, or that hide it from a reader of text.
UNREAD_SUFFIXES = frozenset(
    """
    .json .csv .tsv .xml .rss .atom .opml .warc .wacz .parquet .pdf .doc .docx .rtf .odt .epub .zip .tar .sqlite .db
    """.split()  # noqa: SIM905 - a list of names reads better as words
)
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
SAMPLE = 8192
# Text holds next to no control characters; a picture or a program has them in every few bytes.
MOST_CONTROLS = 0.05
CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x0b\x1b\x08") + b"\x7f"


def suffixes(found: Found) -> tuple[str, bool]:
    """The extension that says what a file is, in small letters, and whether it is compressed on top."""
    path = Path(found.path.lower())
    if path.suffix == ".gz":
        return Path(path.stem).suffix, True
    return path.suffix, False


def opened(found: Found, compressed: bool) -> BinaryIO:
    """The file's bytes as a stream, decompressed; raises OSError."""
    return cast("BinaryIO", gzip.open(found.path, "rb") if compressed else Path(found.path).open("rb"))


def read(found: Found, options: IngestOptions) -> Capture | Refusal:
    """A file that holds one article, as a capture."""
    suffix, compressed = suffixes(found)
    if suffix in UNREAD_SUFFIXES:
        return refusals.unsupported(found.path, suffix)
    try:
        if not compressed and Path(found.path).stat().st_size > options.largest:
            return refusals.too_large(found.path, options.largest)
        with opened(found, compressed) as stream:
            content = stream.read(options.largest + 1)
    except (OSError, EOFError, zlib.error) as error:
        return why_not(found.path, error)
    return capture_of(content, found, suffix, options)


def capture_of(content: bytes, found: Found, suffix: str, options: IngestOptions) -> Capture | Refusal:
    """The bytes of one article as a capture; `suffix` is what its name says that it is, "" where it has none."""
    if len(content) > options.largest:
        return refusals.too_large(found.path, options.largest)
    if not content.strip():
        return refusals.empty(found.path)
    if is_binary(content):
        return refusals.binary(found.path)
    is_page = suffix in HTML_SUFFIXES or (suffix != ".txt" and HTML_START.match(content[:SAMPLE]) is not None)
    digest = hashlib.sha256(content).hexdigest()
    kind = HTML if is_page else MARKDOWN if suffix in MARKDOWN_SUFFIXES else TEXT
    return Capture(digest, found.path, found.name, kind, content, receipt=Receipt(How.FILE))


def why_not(subject: str, error: Exception) -> Refusal:
    """The refusal for a file that failed while it was being read."""
    if isinstance(error, FileNotFoundError):
        return refusals.vanished(subject)
    if isinstance(error, (gzip.BadGzipFile, EOFError, zlib.error)):
        return refusals.broken_archive(subject)
    if isinstance(error, OSError):
        return refusals.unreadable(subject, error)
    raise error


def is_binary(content: bytes) -> bool:
    """Whether the first bytes are no text in any charset: controls, or NULs that no UTF-16 or UTF-32 explains."""
    sample = content[:SAMPLE]
    if sample.startswith(BYTE_ORDER_MARKS) or sample[:4] == b"\x00\x00\xfe\xff":
        return False
    if is_wide(sample):
        return False
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return b"\0" in sample or controls > MOST_CONTROLS * len(sample)


def is_wide(sample: bytes) -> bool:
    """Whether this looks like UTF-16 without a mark: nearly all bytes at even, or at odd, places are NUL."""
    half = len(sample) // 2
    if half < 8:
        return False
    even, odd = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    return (even > 0.8 * half and odd == 0) or (odd > 0.8 * half and even == 0)
