"""What a reading leaves for the next one of its story, as bytes for the store.

Goes in: what the making of a ledger left, or the bytes of an earlier run. Comes out: the other. Always holds: bytes
that another version wrote, or that are not whole, are nothing; a story is then read as if for the first time.
"""

from __future__ import annotations

from hashlib import sha256

import msgspec

from retold.claims import NOTHING, Kept
from retold.pipeline.fingerprints import digest
from retold.version import VERSION

# A smaller story is read anew almost as fast as what is left of it is found: 20 planted articles take .08 s.
LEAST_ARTICLES = 20
_METHOD = digest(("workings", VERSION)).encode()
_decoder = msgspec.json.Decoder(Kept)


def pack(kept: Kept) -> bytes | None:
    """The bytes to keep, with what made them and a checksum in front; None for a story that is too small."""
    if len(kept.stated) < LEAST_ARTICLES:
        return None
    told = msgspec.json.encode(kept)
    return _METHOD + sha256(told).digest() + told


def unpack(held: bytes | None) -> Kept:
    """What these bytes keep."""
    lead = len(_METHOD)
    if held is None or held[:lead] != _METHOD or held[lead : lead + 32] != sha256(held[lead + 32 :]).digest():
        return NOTHING
    return _decoder.decode(held[lead + 32 :])
