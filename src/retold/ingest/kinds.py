"""What a source is: told by the end of its name, by its first bytes, or by the person who gives it."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """A kind of source, by the name that `--as` takes."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    FEED = "feed"
    OPML = "opml"
    SITEMAP = "sitemap"
    ADDRESSES = "urls"
    JSON_LINES = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    PARQUET = "parquet"
    WARC = "warc"
    WACZ = "wacz"


TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
JSON = "application/json"
FEED = "application/rss+xml"
OPML = "text/x-opml"
SITEMAP = "application/xml"
ADDRESSES = "text/uri-list"

CARRIERS = frozenset({FEED, SITEMAP})
"""Media types of captures that are kept as evidence of what they name; no article is made from them."""

MEDIA_TYPES = {
    Kind.TEXT: TEXT,
    Kind.MARKDOWN: MARKDOWN,
    Kind.HTML: HTML,
    Kind.FEED: FEED,
    Kind.OPML: OPML,
    Kind.SITEMAP: SITEMAP,
    Kind.ADDRESSES: ADDRESSES,
}
"""The kinds that are read whole, each with the media type of its capture."""

BY_SUFFIX = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".opml": Kind.OPML,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".csv": Kind.CSV,
    ".tsv": Kind.TSV,
    ".tab": Kind.TSV,
    ".parquet": Kind.PARQUET,
    ".warc": Kind.WARC,
    ".wacz": Kind.WACZ,
}
MARKUP_SUFFIXES = frozenset({".xml", ".rss", ".atom", ".rdf"})
# Formats whose text would be read as if it were prose, or that hide it from a reader of text.
UNREAD_SUFFIXES = frozenset(
    ".json .pdf .doc .docx .rtf .odt .epub .zip .tar .sqlite .db .mht .mhtml".split()  # noqa: SIM905 - a list of names
)

SAMPLE = 8192
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
# The root element, past a declaration, comments and a document type without rules of its own.
ROOT = re.compile(
    rb"\s*(?:<\?.{0,500}?\?>\s*|<!--.{0,4000}?-->\s*|<!DOCTYPE[^>\[]{0,500}(?:\[.{0,4000}?\]\s*)?>\s*)*"
    rb"<(?:[\w.-]{1,40}:)?([\w.-]{1,40})",
    re.I | re.S,
)
ROOTS = {
    b"rss": Kind.FEED,
    b"rdf": Kind.FEED,
    b"feed": Kind.FEED,
    b"opml": Kind.OPML,
    b"urlset": Kind.SITEMAP,
    b"sitemapindex": Kind.SITEMAP,
    b"html": Kind.HTML,
}
ADDRESS = re.compile(rb"https?://[^\s<>\"]+", re.I)
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(suffix: str, head: bytes) -> Kind | None:
    """The kind of a source with this ending and these first bytes; None for a format that is not read.

    A name that says what the file is decides; a .txt is prose or a list of addresses, whatever it looks like.
    """
    if suffix in BY_SUFFIX:
        return BY_SUFFIX[suffix]
    if suffix in UNREAD_SUFFIXES:
        return None
    if suffix == ".txt":
        return Kind.ADDRESSES if are_addresses(head) else Kind.TEXT
    if suffix in MARKUP_SUFFIXES:
        return _by_root(head)
    return _by_content(head)


def _by_content(head: bytes) -> Kind:
    if head.startswith(b"PAR1"):
        return Kind.PARQUET
    if head.startswith(b"PK\x03\x04"):
        return Kind.WACZ
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if re.match(rb'\s*\{\s*"', head):
        return Kind.JSON_LINES
    if HTML_START.match(head):
        return Kind.HTML
    found = _by_root(head)
    if found:
        return found
    return Kind.ADDRESSES if are_addresses(head) else Kind.TEXT


def _by_root(head: bytes) -> Kind | None:
    plain = head.replace(b"\0", b"")
    for mark in BYTE_ORDER_MARKS:
        plain = plain.removeprefix(mark)
    root = ROOT.match(plain)
    return ROOTS.get(root.group(1).lower()) if root else None


def are_addresses(head: bytes) -> bool:
    """Whether these first bytes are a list of addresses: each line one, blank lines and `#` remarks apart."""
    lines = head.removeprefix(BYTE_ORDER_MARKS[0]).splitlines()
    if len(head) >= SAMPLE:
        lines = lines[:-1]
    said = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith(b"#")]
    return bool(said) and all(ADDRESS.fullmatch(line) for line in said)


def is_address(text: str) -> bool:
    """Whether this is an address of the web, and nothing else."""
    return ADDRESS.fullmatch(text.encode("utf-8", "surrogateescape")) is not None
