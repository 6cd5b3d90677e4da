"""The body of an answer, read piece by piece within a limit of size.

Always holds: no more than the limit and one piece beyond it is ever unpacked, so that a small answer cannot become a
huge one in memory.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx

from retold.ingest.fetching import refusals
from retold.records.documents import Refusal

# Codings that are asked for. Others unpack without a bound on what one piece becomes.
CODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one body: the most bytes when unpacked, and whether to cut there rather than refuse."""

    largest: int
    cut: bool = False


async def read_body(response: httpx.Response, subject: str, limits: Limits) -> bytes | Refusal:
    """The body with its coding undone, or why not; raises httpx.TransportError."""
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in CODINGS:
        return refusals.coding(subject, coding)
    parts: list[bytes] = []
    size = 0
    try:
        async for piece in _unpacked(response, coding):
            parts.append(piece)
            size += len(piece)
            if size > limits.largest:
                return b"".join(parts)[: limits.largest] if limits.cut else refusals.too_large(subject, limits.largest)
    except zlib.error as error:
        return refusals.broken(subject, str(error))
    return b"".join(parts)


async def _unpacked(response: httpx.Response, coding: str) -> AsyncIterator[bytes]:
    """Pieces of the body of bounded size."""
    unpack = zlib.decompressobj(47) if coding not in ("", "identity") else None
    raw_deflate = coding == "deflate"
    async for packed in response.aiter_raw():
        if unpack is None:
            yield packed
            continue
        try:
            piece = unpack.decompress(packed, PIECE)
        except zlib.error:
            if not raw_deflate:
                raise
            unpack = zlib.decompressobj(-zlib.MAX_WBITS)  # many servers send deflate without its wrapper
            piece = unpack.decompress(packed, PIECE)
        raw_deflate = False
        yield piece
        while unpack.unconsumed_tail:
            yield unpack.decompress(unpack.unconsumed_tail, PIECE)
    if unpack is not None:
        yield unpack.flush()
        if not unpack.eof:
            raise zlib.error("it ends too early")
