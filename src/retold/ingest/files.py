"""One file in; its bytes as a capture, or the reason why not. Never reads more than the limit, whatever it holds."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from retold.ingest import refusals
from retold.ingest.kinds import MEDIA_TYPES, SAMPLE, Kind
from retold.ingest.opening import FAILURES, opened, why_not
from retold.ingest.options import IngestOptions
from retold.ingest.paths import Found
from retold.records.documents import Capture, How, Metadata, Receipt, Refusal

BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
# Text holds next to no control characters; a picture or a program has them in every few bytes.
MOST_CONTROLS = 0.05
CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x0b\x1b\x08") + b"\x7f"
# What browsers write at the top of a page that they save: "saved from url=(0024)https://…", the number being the
# address's length; and SingleFile, an extension, " url: https://…".
SAVED_FROM = re.compile(rb"<!--\s{0,20}saved from url=\(\d{4,6}\)(https?://[^\s<>\"]{1,2000})\s", re.I)
SINGLE_FILE = re.compile(rb"Page saved with SingleFile\s{1,20}url:\s{0,9}(https?://[^\s<>\"]{1,2000})\s", re.I)


def read(found: Found, kind: Kind, options: IngestOptions, *, compressed: bool) -> Capture | Refusal:
    """A file that is read whole (text, a page, a feed, a list), as a capture."""
    limit = _limit(kind, options)
    try:
        if not compressed and Path(found.place).stat().st_size > limit:
            return refusals.too_large(found.path, limit)
        with opened(found, compressed=compressed) as stream:
            content = stream.read(limit + 1)
    except FAILURES as error:
        return why_not(found.path, error)
    return capture_of(content, found, kind, options)


def capture_of(content: bytes, found: Found, kind: Kind, options: IngestOptions) -> Capture | Refusal:
    """Bytes that were read whole, as a capture."""
    limit = _limit(kind, options)
    if len(content) > limit:
        return refusals.too_large(found.path, limit)
    if not content.strip():
        return refusals.empty(found.path)
    if is_binary(content):
        return refusals.binary(found.path)
    saved_from = _saved_from(content) if kind is Kind.HTML else None
    return Capture(
        hashlib.sha256(content).hexdigest(),
        found.path,
        found.name,
        MEDIA_TYPES[kind],
        content,
        metadata=Metadata(url=saved_from),
        receipt=Receipt(How.FILE, answered=saved_from),
    )


def _limit(kind: Kind, options: IngestOptions) -> int:
    return options.largest_carrier if kind in (Kind.FEED, Kind.OPML, Kind.SITEMAP) else options.largest


def _saved_from(content: bytes) -> str | None:
    """The address that a browser noted in a page when it saved it."""
    match = SAVED_FROM.search(content, 0, SAMPLE) or SINGLE_FILE.search(content, 0, SAMPLE)
    return match.group(1).decode("ascii", "replace") if match else None


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
