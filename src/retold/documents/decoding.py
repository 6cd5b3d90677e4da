"""A capture's bytes in; its characters and the charset out, or a refusal.

Order: a byte-order mark; what the carrier declared; what the page declares; UTF-8; Windows-1252 where its
typographic marks explain every byte; what charset-normalizer finds. A declaration that the bytes contradict is passed
over, and a declared 8-bit charset gives way to bytes that are valid UTF-8 beyond ASCII. Text that is UTF-8 but for a
few bytes (at most 1 in 1,000) is kept with U+FFFD in their place, and its charset says how many were replaced; the
charset's first word is always the codec's name.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from retold.records.documents import Capture, Refusal

# Page authors mean Windows-1252 by these names (WHATWG encoding standard, labels).
AS_WINDOWS = frozenset({"ascii", "iso8859-1", "latin-1", "us-ascii"})
MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:\-]{2,40})", re.IGNORECASE
)
DECLARED_WITHIN = 4096
SAMPLE = 200_000
MOST_REPLACED = 0.001
# The Windows-1252 bytes that English prose uses: curly marks, dashes, ellipsis, bullets, currency, common accents.
TYPOGRAPHIC = frozenset("€…‘’“”•–—™\u00a0£§©«®°·»éèñüçóíá".encode("cp1252"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a capture and the charset that they were read with."""

    text: str
    charset: str


def decode(capture: Capture) -> Decoded | Refusal:
    """The capture's characters; a byte-order mark is kept as U+FEFF, so that offsets count every character."""
    content = capture.content
    for mark, charset in MARKS:
        if content.startswith(mark):
            text = _strict(content, charset)
            if text is not None:
                return Decoded(text, charset)
    for name in (capture.encoding, _declared(content)):
        found = _as_declared(content, name)
        if found:
            return found
    return _guessed(content) or Refusal(
        capture.address, "undecodable", "Its characters are in no charset that could be told; save it as UTF-8."
    )


def _declared(content: bytes) -> str | None:
    match = DECLARED.search(content[:DECLARED_WITHIN])
    return match.group(1).decode("ascii", "replace") if match else None


def _as_declared(content: bytes, name: str | None) -> Decoded | None:
    charset = _codec(name)
    if charset is None:
        return None
    if charset != "utf-8" and not charset.startswith(("utf-16", "utf-32")) and not content.isascii():
        text = _strict(content, "utf-8")
        if text is not None:
            return Decoded(text, "utf-8")
    text = _strict(content, charset)
    return None if text is None else Decoded(text, charset)


def _codec(name: str | None) -> str | None:
    """Python's name for a text charset that it knows; UTF-16 without a mark is no charset that pages declare truly."""
    if not name:
        return None
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in ("utf-7", "utf-16", "utf-32", "idna", "punycode"):
        return None
    if info.name in ("unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape", "undefined"):
        return None
    return "cp1252" if info.name in AS_WINDOWS else info.name


def _strict(content: bytes, charset: str) -> str | None:
    try:
        return content.decode(charset)
    except (UnicodeError, ValueError):
        return None


def _guessed(content: bytes) -> Decoded | None:
    for charset in _wide(content):
        text = _strict(content, charset)
        if text is not None:
            return Decoded(text, charset)
    text = _strict(content, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    high = {byte for byte in content if byte > 127}
    if high <= TYPOGRAPHIC and (text := _strict(content, "cp1252")) is not None:
        return Decoded(text, "cp1252")
    mended = content.decode("utf-8", "replace")
    replaced = mended.count("\ufffd") - content.count("\ufffd".encode())
    beyond_ascii = len(mended) - len(mended.encode("ascii", "ignore"))
    if replaced <= max(1, MOST_REPLACED * len(mended)) and beyond_ascii > replaced:
        return Decoded(mended, f"utf-8 ({replaced} bytes replaced)")
    best = from_bytes(content[:SAMPLE]).best()
    codec = _codec(best.encoding) if best else None
    text = _strict(content, codec) if codec else None
    return Decoded(text, codec) if text is not None and codec else None


def _wide(content: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark, where nearly every other byte of the start is NUL."""
    sample = content[:SAMPLE]
    half = len(sample) // 2
    if half < 8 or b"\0" not in sample:
        return ()
    even, odd = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    if odd > 0.6 * half > even:
        return ("utf-16-le",)
    return ("utf-16-be",) if even > 0.6 * half > odd else ()
