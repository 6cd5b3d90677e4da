"""A web archive in (WARC, plain or .gz); its pages out, each as the capture that it is.

Only answers (response, status 200) and resources of HTML are pages; the record's address, date and headers become the
capture's. Records are read one at a time. One that is damaged is a refusal, and reading goes on at the next that can be
found: at the next member of a compressed file, at the next line that starts a record in a plain one.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from retold.ingest import refusals
from retold.ingest.kinds import HTML, HTML_START, SAMPLE
from retold.ingest.opening import FAILURES, GZIP, why_not
from retold.ingest.options import IngestOptions
from retold.records.documents import Capture, How, Metadata, Receipt, Refusal

Headers = tuple[tuple[str, str], ...]

PAGES = ("text/html", "application/xhtml+xml")
RECORD_START = re.compile(rb"(?:^|\n)WARC/1\.[01]\r?\n")
MEMBER_START = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
WINDOW = 1 << 20
# A page has some twenty headers of some hundred bytes; what is beyond these is noise or worse.
MOST_HEADERS = 100
LONGEST_HEADER = 4000
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z")
CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:\-]{2,40})", re.I)


@dataclass(slots=True)
class _Walk:
    """A walk through an archive: where the last record started that was reached, how many pages were found.

    `ended` says that the reader came to an end by itself.
    """

    stream: BinaryIO
    address: str
    options: IngestOptions
    packed: bool
    start: int = -1
    pages: int = 0
    ended: bool = False

    def place(self, start: int) -> str:
        """A record's place, for a person to find it."""
        return f"{self.address}@{start}"


def read_warc(stream: BinaryIO, address: str, options: IngestOptions) -> Iterator[Capture | Refusal]:
    """The pages of an archive, in its order. `stream` must be able to seek; `address` names the archive."""
    try:
        walk = _Walk(stream, address, options, packed=stream.read(2) == GZIP)
        begin: int | None = 0
        while begin is not None:
            begin = yield from _from(walk, begin)
        if walk.ended and walk.start >= 0 and not _is_whole(walk):
            yield refusals.cut_off(address)
        elif walk.ended and not walk.pages:
            yield refusals.without_pages(address)
    except FAILURES as error:
        yield why_not(address, error)


def _from(walk: _Walk, begin: int) -> Generator[Capture | Refusal, None, int | None]:
    """The pages from a record's start on; where to go on after a record that is lost, None at the end."""
    walk.stream.seek(begin)
    reached = False
    records = iter(ArchiveIterator(walk.stream, parse_http=False))
    while True:
        try:
            record = next(records)
        except StopIteration:
            walk.ended = True
            return None
        except (*FAILURES, ValueError) as error:
            # After records that were good, the lost one is the next that starts: it is refused when nothing can be
            # read from its very start.
            lost = walk.start if reached else begin
            following = _next_start(walk, lost + 1)
            if not reached or following is None:
                yield refusals.broken_record(walk.place(lost), _cause(error))
            return following
        reached, walk.start = True, record.stream_pos
        try:
            item = _page(record, walk)
        except (*FAILURES, ValueError) as error:
            yield refusals.broken_record(walk.place(walk.start), _cause(error))
            return _next_start(walk, walk.start + 1)
        if item is not None:
            walk.pages += 1
            yield item
        if isinstance(item, Refusal) and item.code == "altered-record" and not walk.packed:
            # Its length may be what is wrong: look for the next start within it.
            return _next_start(walk, walk.start + 1)


def _cause(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


def _page(record: WarcRecord, walk: _Walk) -> Capture | Refusal | None:
    """The capture of a record, where it is a page. The record's own digest is checked first."""
    is_answer = record.record_type == WarcRecordType.response
    if not is_answer and record.record_type != WarcRecordType.resource:
        return None
    place = walk.place(record.stream_pos)
    limit = walk.options.largest
    # An answer's headers stand in the block too; its body is measured below, once it is decoded.
    if record.content_length > limit + MOST_HEADERS * LONGEST_HEADER:
        return refusals.too_large(place, limit)
    if _digest_is_known(record.headers.get("WARC-Block-Digest")) and not record.verify_block_digest():
        return refusals.altered_record(place)
    headers: Headers = ()
    status = None
    kind = record.headers.get("Content-Type") or ""
    if is_answer:
        record.parse_http(auto_decode="all")
        if not record.is_http_parsed or record.http_headers.status_code != 200:
            return None
        status = 200
        headers = tuple((key, value[:LONGEST_HEADER]) for key, value in record.http_headers.items()[:MOST_HEADERS])
        kind = record.http_headers.get("Content-Type") or ""
    if kind and not kind.lower().lstrip().startswith(PAGES):
        return None
    content = record.reader.read(limit + 1)
    if len(content) > limit:
        return refusals.too_large(place, limit)
    if not content.strip():
        return refusals.empty(place)
    if not kind and not HTML_START.match(content[:SAMPLE]):
        return None
    return _capture(record, content, kind, status, headers, walk.address)


def _capture(
    record: WarcRecord,
    content: bytes,
    kind: str,
    status: int | None,
    headers: tuple[tuple[str, str], ...],
    archive: str,
) -> Capture:
    url = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    identity = record.record_id or ""
    address = url or f"{archive}#{identity}"
    date = (record.headers.get("WARC-Date") or "").strip()
    is_dated = DATE.fullmatch(date) is not None
    charset = CHARSET.search(kind)
    return Capture(
        hashlib.sha256(content).hexdigest(),
        address,
        address,
        HTML,
        content,
        charset.group(1) if charset else None,
        Metadata(url=url or None),
        Receipt(
            How.ARCHIVED,
            date if is_dated else None,
            dated=is_dated,
            within=f"{archive}#{identity}",
            status=status,
            headers=headers,
        ),
    )


def _digest_is_known(stated: str | None) -> bool:
    """Whether a digest is of a kind that can be checked; a tool's private kind says nothing."""
    return (stated or "").lower().startswith(("sha1:", "md5:", "sha256:"))


def _next_start(walk: _Walk, begin: int) -> int | None:
    """Where the next record starts, at or after `begin`; None where none does."""
    pattern = MEMBER_START if walk.packed else RECORD_START
    walk.stream.seek(begin)
    kept = b""
    place = begin
    while window := walk.stream.read(WINDOW):
        data = kept + window
        match = pattern.search(data)
        if match:
            start = place - len(kept) + match.start()
            return start + (data[match.start() : match.start() + 1] == b"\n")
        kept = data[-16:]
        place += len(window)
    return None


def _is_whole(walk: _Walk) -> bool:
    """Whether the last record that was reached, and what follows it, ends where the archive does."""
    walk.stream.seek(walk.start)
    return _members_end(walk.stream) if walk.packed else _block_ends(walk.stream)


def _members_end(stream: BinaryIO) -> bool:
    """Whether compressed members, from here on, are whole."""
    member = zlib.decompressobj(31)
    try:
        while data := stream.read(16_384):
            while data:
                if member.eof:
                    member = zlib.decompressobj(31)
                member.decompress(data)
                data = member.unused_data
    except zlib.error:
        return False
    return member.eof


def _block_ends(stream: BinaryIO) -> bool:
    """Whether a plain record that starts here has all its bytes, with nothing but line ends after it."""
    size = None
    for _ in range(MOST_HEADERS):
        line = stream.readline(LONGEST_HEADER)
        if not line.strip():
            break
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            size = int(value)
    if size is None:
        return False
    stream.seek(size - 1, 1)
    return len(stream.read(1)) == 1 and not stream.read(WINDOW).strip()
