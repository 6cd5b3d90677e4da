"""Pairs of long texts that share two runs of different sentences: what joins texts by runs that many others hold.

In: sketches, and which of their runs were passed over. Out: pairs. In a large corpus chance gives every sentence to
many texts, and each of them is paired with all the others by each of its runs. Two sentences together are rare, so
that couples of runs have few holders, and a text's work does not grow with the corpus. A couple is tried or left by
its hash alone: in both texts the same are tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from retold.stories.hashing import MIX, SHIFT, Array
from retold.stories.holders import marked_runs
from retold.stories.pairing import BLOCK_DOCS, DOC_BITS, DOC_MASK, CandidateOptions, distinct, paired
from retold.stories.sketches import (
    HASH_BITS,
    PLACE_BITS,
    PLACE_MASK,
    PLACE_MAX,
    PLACE_SCALE,
    RUN_BITS,
    SENTENCE_BITS,
    SENTENCE_MASK,
    WHERE_BITS,
    Sketches,
)

# Couples are sorted shelf by shelf, so that they take little more memory than the lists of holders did.
SHELVES = 32
SHELF_EDGES = np.arange(1, SHELVES, dtype=np.uint64) << np.uint64(59)
# Pairs found so far are thinned to distinct ones when they are this many.
MERGED = 1 << 22
# A footer that ten thousand pages hold and a sentence that a hundred hold are no couple: chance brings them together.
# Runs of one text that was copied are about equally common; this far apart they may be (16 times, in quarters of log2).
UNLIKE = np.uint8(16)
ODD = np.uint32(0x9E3779B1)
ONE = np.uint64(1)
WHERE_MASK = (ONE << WHERE_BITS) - ONE
# A place with the text's number above it: runs of two texts are further apart than any two places.
TEXT_BITS = np.uint32(PLACE_BITS + ONE)


@dataclass(frozen=True, slots=True)
class _Material:
    """What couples are made of: ranks of texts, which runs were passed over, how common each is."""

    rank: Array
    passed: Array
    common: Array


def by_couples(
    sketches: Sketches, order: Array, passed: Array, common: Array, options: CandidateOptions
) -> Iterator[Array]:
    """Pairs of long texts that share a couple of runs of which one at least was `passed` over; some come repeatedly.

    `common` is how common each run is, `order` the texts by signature.
    """
    rank = np.empty(len(order), np.uint64)
    rank[order] = np.arange(len(order), dtype=np.uint64)
    shelves = _shelved(_couples(sketches, _Material(rank, passed, common), options))
    waiting = [np.zeros(0, np.uint64)]
    while shelves:
        for a, b in _neighbours(np.sort(np.concatenate(shelves.pop())), options.crowd):
            waiting.append(paired(order[a].astype(np.int64), order[b].astype(np.int64)))
        if sum(map(len, waiting)) > max(MERGED, 2 * len(waiting[0])):
            waiting = [distinct(np.concatenate(waiting))]
    yield distinct(np.concatenate(waiting))


def _shelved(blocks: Iterator[Array]) -> list[list[Array]]:
    """The hashes of all blocks, put apart by their first bits."""
    shelves: list[list[Array]] = [[np.zeros(0, np.uint64)] for _ in range(SHELVES)]
    for keys in blocks:
        keys.sort()
        for shelf, part in zip(shelves, np.split(keys, np.searchsorted(keys, SHELF_EDGES)), strict=True):
            shelf.append(part)
    return shelves


def _couples(sketches: Sketches, given: _Material, options: CandidateOptions) -> Iterator[Array]:
    """Hashes of couples of runs, with the rank of the text: `hash (40 bits) | rank (24 bits)`; in blocks of texts."""
    bounds, sizes = sketches.bounds, sketches.sizes
    useful = (sizes >= options.short) & (marked_runs(sketches, given.passed) > 0)
    for first in range(0, len(sizes), BLOCK_DOCS):
        last = min(first + BLOCK_DOCS, len(sizes))
        rows = slice(int(bounds[first]), int(bounds[last]))
        kept = np.repeat(useful[first:last], sizes[first:last])
        kept &= given.common[rows] > 0  # no other text shares what it alone holds
        owner = np.repeat(np.arange(last - first, dtype=np.uint64), sizes[first:last])
        text = _in_order(sketches.runs[rows][kept], owner[kept], given.passed[rows][kept], given.common[rows][kept])
        yield _drawn(text, given.rank[first:last], options)


def _drawn(text: _InOrder, ranks: Array, options: CandidateOptions) -> Array:
    """The couples of one block whose hash is drawn."""
    limit = np.uint32((1 << 32) // options.couples)
    near = np.uint32(options.near // PLACE_SCALE)
    mixed = text.hashes * MIX
    small = (mixed >> np.uint64(32)).astype(np.uint32)
    found = [np.zeros(0, np.uint64)]
    for step in range(1, min(options.reach, len(mixed))):
        drawn = (small[:-step] + small[step:]) * ODD < limit
        drawn &= text.place[step:] - text.place[:-step] - near <= PLACE_MAX
        drawn &= text.sentence[step:] != text.sentence[:-step]
        drawn &= text.common[step:] - text.common[:-step] + UNLIKE <= 2 * UNLIKE
        drawn &= text.passed[:-step] | text.passed[step:]
        one = np.flatnonzero(drawn)
        # a sum, for a rewriter may have turned the two around
        key = mixed[one] + mixed[one + step]
        key ^= key >> SHIFT
        key *= MIX
        found.append(key & ~DOC_MASK | ranks[text.place[one] >> TEXT_BITS])
    return np.concatenate(found)


@dataclass(frozen=True, slots=True)
class _InOrder:
    """Runs in the order of their texts: hash, place and sentence (both with the text's number above), and more."""

    hashes: Array
    place: Array
    sentence: Array
    common: Array
    passed: Array


def _in_order(runs: Array, owner: Array, passed: Array, common: Array) -> _InOrder:
    # text | place | sentence | hash: no two are equal, so that the order is the same whatever texts stand beside
    order = np.argsort(owner << RUN_BITS | (runs & WHERE_MASK) << HASH_BITS | runs >> WHERE_BITS)
    runs, text = runs[order], owner[order].astype(np.uint32)
    place = (runs >> SENTENCE_BITS & PLACE_MASK).astype(np.uint32)
    sentence = (runs & SENTENCE_MASK).astype(np.uint16)
    return _InOrder(
        runs >> WHERE_BITS,
        text << TEXT_BITS | place,
        text.astype(np.uint16) << np.uint16(SENTENCE_BITS) | sentence,
        common[order],
        passed[order],
    )


def _neighbours(keys: Array, crowd: int) -> Iterator[tuple[Array, Array]]:
    """Ranks of texts that stand in one list of the sorted `keys`, up to `crowd` apart."""
    rows = np.flatnonzero(keys[1:] >> DOC_BITS == keys[:-1] >> DOC_BITS)
    for step in range(1, crowd + 1):
        a, b = keys[rows] & DOC_MASK, keys[rows + step] & DOC_MASK
        apart = a != b
        yield a[apart].astype(np.int64), b[apart].astype(np.int64)
        rows = rows[: np.searchsorted(rows, len(keys) - step - 1)]
        rows = rows[keys[rows] >> DOC_BITS == keys[rows + step + 1] >> DOC_BITS]
        if not len(rows):
            break
