"""One file, or standard input, in; everything that it holds out. Here it is decided which reader reads what."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from retold.ingest import refusals
from retold.ingest.archives import read_warc
from retold.ingest.files import read
from retold.ingest.following import Item, unfold
from retold.ingest.kinds import MARKUP_SUFFIXES, SAMPLE, Kind, kind_of
from retold.ingest.lines import read_lines
from retold.ingest.opening import FAILURES, GZIP, opened, suffixes, why_not
from retold.ingest.options import IngestOptions
from retold.ingest.packages import read_wacz
from retold.ingest.paths import Found
from retold.ingest.tables import read_parquet, read_table
from retold.records.documents import Refusal


def read_source(found: Found, options: IngestOptions) -> Iterator[Item]:
    """What a file holds, by its kind."""
    suffix, compressed = suffixes(found)
    kind = options.kind
    if kind is None:
        try:
            with opened(found, compressed=compressed) as stream:
                head = stream.read(SAMPLE)
        except FAILURES as error:
            yield why_not(found.path, error)
            return
        kind = kind_of(suffix, head)
        if kind is None:
            unknown = suffix in MARKUP_SUFFIXES
            yield refusals.unknown_markup(found.path) if unknown else refusals.unsupported(found.path, suffix)
            return
    yield from _read(found, kind, options, compressed=compressed)


def _read(found: Found, kind: Kind, options: IngestOptions, *, compressed: bool) -> Iterator[Item]:
    if kind is Kind.JSON_LINES:
        yield from read_lines(found, options, compressed=compressed)
    elif kind in (Kind.CSV, Kind.TSV):
        yield from read_table(found, kind, options, compressed=compressed)
    elif kind is Kind.PARQUET:
        yield from read_parquet(found, options)
    elif kind is Kind.WACZ:
        yield from read_wacz(found, options)
    elif kind is Kind.WARC:
        # The archive's reader unpacks it itself, member by member.
        try:
            with opened(found, compressed=False) as stream:
                yield from read_warc(stream, found.path, options)
        except FAILURES as error:
            yield why_not(found.path, error)
    else:
        capture = read(found, kind, options, compressed=compressed)
        if isinstance(capture, Refusal):
            yield capture
        else:
            yield from unfold(capture)


def read_input(stream: BinaryIO | None, options: IngestOptions) -> Iterator[Item]:
    """What standard input holds; its kind is told by its first bytes where nobody says it.

    It is copied to a temporary file first, for archives and Parquet are not read from one end to the other. Its address
    holds the digest of all of it, so that other input is never taken for a new version of this.
    """
    if stream is None:
        yield refusals.no_input("standard input")
        return
    with tempfile.NamedTemporaryFile(prefix="retold-") as copy:
        digest = hashlib.sha256()
        while data := stream.read(1 << 20):
            digest.update(data)
            copy.write(data)
        copy.flush()
        name = f"stdin-{digest.hexdigest()[:12]}"
        found = Found(name, name, copy.name)
        with Path(copy.name).open("rb") as written:
            compressed = written.read(2) == GZIP
        yield from _read_unnamed(found, options, compressed=compressed)


def _read_unnamed(found: Found, options: IngestOptions, *, compressed: bool) -> Iterator[Item]:
    kind = options.kind
    if kind is None:
        try:
            with opened(found, compressed=compressed) as unpacked:
                head = unpacked.read(SAMPLE)
        except FAILURES as error:
            yield why_not(found.path, error)
            return
        kind = kind_of("", head)
    if kind is None:
        yield refusals.binary(found.path)
    else:
        yield from _read(found, kind, options, compressed=compressed)
