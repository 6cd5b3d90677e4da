"""Captures in; one file out, WARC or WACZ by its name. It stands at its place only when it is whole.

WACZ 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/): a ZIP file, nothing in it compressed again, with the archive, an
index of it by address and time (CDXJ, in gzipped blocks with an index of their own), the pages, and the digests of all.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from warcio.warcwriter import WARCWriter

from retold.interfaces.archives.records import Held, Making, date_of, information, records_of, uri_of
from retold.records.custody import Custody

WACZ_VERSION = "1.1.1"
ARCHIVE = "archive/data.warc.gz"
# Lines in a compressed block of the index: what pywb and py-wacz take (cdxj-indexer, DEFAULT_NUM_LINES).
BLOCK = 300


@dataclass(frozen=True, slots=True)
class Indexed:
    """A line of the index, with what a list of pages shows."""

    key: str
    line: str
    page: dict[str, str]


def export(captures: Iterable[Held], path: Path, making: Making) -> int:
    """Write captures to `path` (.warc, .warc.gz or .wacz); their number. Raises OSError."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        if path.suffix == ".wacz":
            written = _package(captures, partial, making)
        else:
            with partial.open("wb") as stream:
                written = sum(1 for _ in _archive(captures, stream, path.name, making, packed=path.suffix == ".gz"))
        partial.replace(path)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()
    return written


def _archive(
    captures: Iterable[Held], stream: BinaryIO, filename: str, making: Making, *, packed: bool
) -> Iterator[Indexed]:
    writer = WARCWriter(stream, gzip=packed, warc_version="1.1")
    writer.write_record(information(making, filename))
    for held in captures:
        for record in records_of(held, making):
            start = stream.tell()
            writer.write_record(record)
            if record.rec_type != "metadata":
                yield _indexed(held, start, stream.tell() - start, filename, making)


def _indexed(held: Held, start: int, length: int, filename: str, making: Making) -> Indexed:
    uri, date = uri_of(held.custody), date_of(held, making)
    stamp = "".join(sign for sign in date if sign.isdigit())
    said = {
        "url": uri,
        "mime": held.custody.media_type,
        "status": str(held.custody.receipt.status or 200),
        "digest": f"sha256:{held.entry.capture}",
        "length": str(length),
        "offset": str(start),
        "filename": filename,
    }
    key = f"{sort_key(uri)} {stamp}"
    title = held.custody.metadata.title or uri
    page = {"id": held.entry.hash[:16], "url": uri, "ts": date, "title": title}
    return Indexed(key, f"{key} {json.dumps(said, ensure_ascii=True)}\n", page)


def sort_key(uri: str) -> str:
    """An address as an index sorts it: the host's parts turned round, then the path (SURT, as pywb writes it)."""
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError:
        return uri.lower()
    if not parts.hostname:
        return uri.lower().replace(" ", "%20")
    host = ",".join(reversed(parts.hostname.removeprefix("www.").split(".")))
    place = f"{host}:{port}" if port not in (None, 80, 443) else host
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return f"{place}){parts.path or '/'}{'?' if query else ''}{query}".lower()


def _package(captures: Iterable[Held], path: Path, making: Making) -> int:
    with tempfile.TemporaryFile() as archive:
        filename = ARCHIVE.rpartition("/")[2]
        indexed = sorted(_archive(captures, archive, filename, making, packed=True), key=lambda line: line.line)
        blocks, lookup = _blocks(indexed)
        pages = _pages(indexed)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED, allowZip64=True) as package:
            archive.seek(0)
            resources = [_added(package, ARCHIVE, archive, making)]
            for name, content in (
                ("indexes/index.cdx.gz", blocks),
                ("indexes/index.idx", lookup),
                ("pages/pages.jsonl", pages),
            ):
                with tempfile.TemporaryFile() as small:
                    small.write(content)
                    small.seek(0)
                    resources.append(_added(package, name, small, making))
            described = json.dumps(
                {
                    "profile": "data-package",
                    "wacz_version": WACZ_VERSION,
                    "software": making.software,
                    "created": making.created,
                    "resources": resources,
                },
                indent=2,
            ).encode()
            package.writestr(_info("datapackage.json", making), described)
            digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
            package.writestr(_info("datapackage-digest.json", making), json.dumps(digest, indent=2).encode())
    return len(indexed)


def _blocks(indexed: Sequence[Indexed]) -> tuple[bytes, bytes]:
    """The index in gzipped blocks, and the index of the blocks."""
    packed = b""
    lookup = '!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n'
    for start in range(0, len(indexed), BLOCK):
        some = indexed[start : start + BLOCK]
        block = gzip.compress("".join(line.line for line in some).encode(), mtime=0)
        said = {
            "offset": len(packed),
            "length": len(block),
            "digest": f"sha256:{hashlib.sha256(block).hexdigest()}",
        }
        lookup += f"{some[0].key} {json.dumps(said)}\n"
        packed += block
    return packed, lookup.encode()


def _pages(indexed: Sequence[Indexed]) -> bytes:
    """The pages, and whatever else was captured, in order of address and time."""
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages", "hasText": False}
    lines = [json.dumps(head), *(json.dumps(line.page, ensure_ascii=False) for line in indexed)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _added(package: zipfile.ZipFile, name: str, content: BinaryIO, making: Making) -> dict[str, Any]:
    """Add a file, and describe it as the package's own list does."""
    digest = hashlib.file_digest(content, "sha256").hexdigest()  # type: ignore[arg-type]
    size = content.tell()
    content.seek(0)
    with package.open(_info(name, making), "w", force_zip64=size > 2**31) as out:
        shutil.copyfileobj(content, out, 1 << 20)
    return {"name": name.rpartition("/")[2], "path": name, "hash": f"sha256:{digest}", "bytes": size}


def _info(name: str, making: Making) -> zipfile.ZipInfo:
    digits = [int(part) for part in making.created[:19].replace("T", "-").replace(":", "-").split("-")]
    year, month, day, hour, minute, second = digits
    info = zipfile.ZipInfo(name, (max(year, 1980), month, day, hour, minute, second))
    info.external_attr = 0o644 << 16
    return info


def is_named(custody: Custody, address: str) -> bool:
    """Whether a capture is of this address: asked for, answered by, or the address of the article in it."""
    return address in (custody.address, custody.receipt.answered, custody.metadata.url)
