"""A file's bytes as a stream, decompressed where its name or its first bytes say so, and never without end.

A file that swells beyond all measure while it is decompressed raises `ExpandedError` instead of filling disk or time.
"""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path
from typing import Any, BinaryIO, cast

from retold.ingest import refusals
from retold.ingest.paths import Found
from retold.records.documents import Refusal

GZIP = b"\x1f\x8b"
# DEFLATE reaches 1,032 to 1 on zeros; one article of news text, the same 100,000 times over, 255 to 1 (gzip, level 9).
# Below 64 MB no ratio is looked at.
MOST_EXPANSION = 400
UNMEASURED = 64_000_000

FAILURES = (OSError, EOFError, zlib.error)


class ExpandedError(OSError):
    """A compressed file that holds hundreds of times more than it takes up."""


class _Measured(io.RawIOBase):
    """A decompressed stream that keeps count of what goes in and out."""

    def __init__(self, raw: BinaryIO) -> None:
        self.raw = raw
        self.inner = gzip.GzipFile(fileobj=raw, mode="rb")
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        data = self.inner.read1(len(view))
        view[: len(data)] = data
        self.count += len(data)
        if self.count > UNMEASURED and self.count > MOST_EXPANSION * self.raw.tell():
            raise ExpandedError("it holds hundreds of times more than it takes up")
        return len(data)

    def close(self) -> None:
        self.inner.close()
        self.raw.close()
        super().close()


def suffixes(found: Found) -> tuple[str, bool]:
    """The extension that says what a file is, in small letters, and whether it is compressed on top."""
    path = Path(found.path.lower())
    if path.suffix == ".gz":
        return Path(path.stem).suffix, True
    return path.suffix, False


def opened(found: Found, *, compressed: bool) -> BinaryIO:
    """The file's bytes as a buffered stream, decompressed; raises OSError."""
    raw = Path(found.place).open("rb")  # noqa: SIM115 - whoever asked closes it
    if not compressed:
        return raw
    return cast("BinaryIO", io.BufferedReader(_Measured(raw), 1 << 16))


def why_not(subject: str, error: Exception) -> Refusal:
    """The refusal for a file that failed while it was being read."""
    if isinstance(error, FileNotFoundError):
        return refusals.vanished(subject)
    if isinstance(error, ExpandedError):
        return refusals.too_expanded(subject)
    if isinstance(error, (gzip.BadGzipFile, EOFError, zlib.error)):
        return refusals.broken_archive(subject)
    if isinstance(error, OSError):
        return refusals.unreadable(subject, error)
    raise error
