"""A capture as records of a web archive: itself, and what the log of custody says of it.

A page that a server answered with is a `response` with its status and headers; anything else is a `resource`. Headers
that speak of how the body was packed on the way are kept under `X-Archive-Orig-…`, for the body is kept unpacked; its
digest is the capture's. What came of no address of the web is named `urn:retold:…`. Beside each stands a `metadata`
record: its row of the log, whole, so that the chain can be followed without the database.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import quote

import msgspec
from warcio.recordbuilder import RecordBuilder
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders

from retold.records.custody import Custody, Entry
from retold.records.documents import How

WARC_VERSION = "WARC/1.1"
# Headers that no longer hold of a body that was unpacked (as browsertrix and pywb rename them).
OF_THE_WAY = frozenset({"content-encoding", "transfer-encoding", "content-length"})
DATE = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?Z")
WEB = re.compile(r"https?://[^\s<>\"]+", re.I)
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")


@dataclass(frozen=True, slots=True)
class Held:
    """A capture as it is exported: its row of the log, what that says, and its bytes."""

    entry: Entry
    custody: Custody
    content: bytes


@dataclass(frozen=True, slots=True)
class Making:
    """The circumstances of an export: when (ISO 8601), and by which program."""

    created: str
    software: str


def uri_of(custody: Custody) -> str:
    """The address that a capture has in an archive: its own where it is one of the web, else a name."""
    if WEB.fullmatch(custody.address) and custody.receipt.how is not How.ITEM:
        return custody.address
    named = custody.receipt.within if custody.receipt.how is How.ITEM else custody.name
    return f"urn:retold:{quote(named or custody.name, safe='/:#?&=@,;.-_~', errors='replace')}"


def date_of(held: Held, making: Making) -> str:
    """When a capture was made; else when it was taken in; else, where nobody knows, when it is exported."""
    for said in (held.custody.receipt.captured, held.entry.time):
        match = DATE.fullmatch(said or "")
        if match:
            return f"{match.group(1)}Z"
    return making.created


def information(making: Making, filename: str) -> ArcWarcRecord:
    """The record that an archive opens with."""
    builder = RecordBuilder(warc_version=WARC_VERSION)
    said = {"software": making.software, "format": "WARC File Format 1.1"}
    record = builder.create_warcinfo_record(filename, said)
    record.rec_headers.replace_header("WARC-Date", making.created)
    record.rec_headers.replace_header("WARC-Record-ID", _identity(f"{filename}\0{making.created}"))
    return record


def records_of(held: Held, making: Making) -> Iterator[ArcWarcRecord]:
    """A capture's two records."""
    builder = RecordBuilder(warc_version=WARC_VERSION)
    uri, date = uri_of(held.custody), date_of(held, making)
    identity = _identity(held.entry.hash)
    own = {
        "WARC-Record-ID": identity,
        "WARC-Date": date,
        "WARC-Payload-Digest": f"sha256:{held.entry.capture}",
    }
    answered = held.custody.receipt.status is not None and uri == held.custody.address
    yield builder.create_warc_record(
        uri,
        "response" if answered else "resource",
        payload=BytesIO(held.content),
        length=len(held.content),
        warc_content_type="" if answered else _media_type(held.custody),
        warc_headers_dict=own,
        http_headers=_headers(held) if answered else None,
    )
    row = msgspec.json.encode(held.entry)
    yield builder.create_warc_record(
        uri,
        "metadata",
        payload=BytesIO(row),
        length=len(row),
        warc_content_type="application/json",
        warc_headers_dict={
            "WARC-Record-ID": _identity(f"{held.entry.hash}\0row"),
            "WARC-Date": date,
            "WARC-Refers-To": identity,
        },
    )


def _headers(held: Held) -> StatusAndHeaders:
    kept: list[tuple[str, str]] = []
    for name, value in held.custody.receipt.headers:
        if HEADER_NAME.fullmatch(name):
            plain = " ".join(value.split())
            kept.append((f"X-Archive-Orig-{name}" if name.lower() in OF_THE_WAY else name, plain))
    if not any(name.lower() == "content-type" for name, _ in kept):
        kept.append(("Content-Type", _media_type(held.custody)))
    kept.append(("Content-Length", str(len(held.content))))
    status = held.custody.receipt.status
    return StatusAndHeaders("200 OK" if status == 200 else f"{status} ", kept, protocol="HTTP/1.1")


def _media_type(custody: Custody) -> str:
    return f"{custody.media_type}; charset={custody.encoding}" if custody.encoding else custody.media_type


def _identity(of: str) -> str:
    """A record's id: equal captures, equal ids, whenever they are exported."""
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, of)}>"
