"""The log of custody: one row for each capture that was taken in, chained by hash.

A row's `metadata` digests its `record` (canonical JSON: all that is known of the capture but its bytes), and its
`hash` digests sequence, time, event, capture, metadata and the hash of the row before. Whoever keeps the hash of the
last row can prove later that no earlier row was altered, put in, or taken out. SHA-256 throughout, in hexadecimal.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum

from retold.records.documents import Metadata, Receipt

START = "0" * 64
"""What stands for the hash of the row before the first."""


class Event(StrEnum):
    """What a row of the log says."""

    CAPTURED = "captured"
    ADOPTED = "adopted"
    """Held before there was a log: the bytes are vouched for from then on."""


@dataclass(frozen=True, slots=True)
class Custody:
    """All that is known of a capture but its bytes, and what was made of them.

    `article` is the id of the article made from it, None for a carrier such as a feed; `text` the digest of that
    article's text (UTF-8); `tool` the program and version that took it in.
    """

    address: str
    name: str
    media_type: str
    encoding: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    receipt: Receipt = field(default_factory=Receipt)
    article: str | None = None
    text: str | None = None
    tool: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the log. `event` is an `Event`, `capture` the digest of the bytes, `time` when the row was written."""

    sequence: int
    time: str | None
    event: str
    capture: str
    record: str
    metadata: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Held:
    """A row of the log as intake looks it up: what is held for an address, when captured, and its article."""

    sequence: int
    address: str
    sha256: str
    captured: str | None
    article: str | None


def canonical(value: object) -> str:
    """A JSON value as the one text that is digested: keys sorted, nothing between tokens, no escapes beyond need.

    RFC 8785 for the values that occur here: text, integers, truth values, null, lists and objects of them.
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(text: str) -> str:
    """SHA-256 of a text in UTF-8; a lone surrogate, which only broken input holds, is digested as it stands."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def entry_after(last: Entry | None, event: Event, capture: str, record: str, time: str | None) -> Entry:
    """The row that follows `last`."""
    sequence = last.sequence + 1 if last else 1
    previous = last.hash if last else START
    metadata = digest_of(record)
    return Entry(
        sequence,
        time,
        event,
        capture,
        record,
        metadata,
        previous,
        row_hash(sequence, time, event, capture, metadata, previous),
    )


def row_hash(sequence: int, time: str | None, event: str, capture: str, metadata: str, previous: str) -> str:
    """The hash of a row from its other columns."""
    row = {
        "sequence": sequence,
        "time": time,
        "event": str(event),
        "capture": capture,
        "metadata": metadata,
        "previous": previous,
    }
    return digest_of(canonical(row))
