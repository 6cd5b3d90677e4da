"""Sketches of texts, and the pairs of texts whose sketches overlap: who may have copied whom.

In: texts. Out: `Candidates`, index pairs `a < b` that share enough of a sampled set of word runs, with how commonly
those runs are met. A sketch keeps every run whose hash falls under a fixed fraction (FracMinHash: Irber et al. 2022),
so that the overlap of two sketches estimates *containment*, whatever the texts' lengths, and the same run is kept or
left in every text. Time and memory grow with the number of kept runs; a run that more than `crowd` texts hold pairs
each of them only with those nearest in signature, so that a footer on every page costs no more than a rare phrase.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from retold.stories.hashing import BATCH_TEXTS, Array, batches, flatten, shingles

DOC_BITS = np.uint64(24)
DOC_MASK = np.uint64((1 << 24) - 1)
MAX_DOCS = 1 << 24
# Beside a pair of texts stand 16 bits: log2 of the run's holders in quarters (6 bits), place in the text (10 bits).
COMMON_SCALE = 4.0
COMMON_MAX = 63
PLACE_SCALE = 4
PLACE_BITS = np.uint64(10)
PLACE_MAX = 1023
BLOCK_EVENTS = 1 << 17


@dataclass(frozen=True, slots=True)
class SketchOptions:
    """How candidates are found.

    `run` words make a shingle, one in `every` is kept; texts with fewer kept than `floor` keep their `floor` smallest.
    `crowd` bounds the partners tried for one run. A candidate shares `least` kept runs that make `share` of the
    smaller sketch and lie `spread` words apart (a lone sentence, quoted or standing, makes no copy), or `most` of it.
    Runs that 2**`stock` texts hold on average are stock, as chance makes them in a large corpus: they need more.
    """

    run: int = 4
    every: int = 4
    floor: int = 6
    crowd: int = 256
    share: float = 0.18
    spread: int = 36
    most: float = 0.38
    least: int = 2
    stock: float = 3.5
    stock_share: float = 0.22
    stock_spread: int = 44
    stock_most: float = 0.5


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of indexes `a < b`; `common` is the mean log2 number of texts that hold the sampled runs they share."""

    a: Array
    b: Array
    common: Array


def find_candidates(texts: Sequence[str], options: SketchOptions) -> Candidates:
    """Pairs of texts whose sketches overlap by `options.share` of the smaller sketch.

    Pairs come in an order that depends on the texts alone and has near-copies close together.
    """
    if len(texts) >= MAX_DOCS:
        raise ValueError(f"at most {MAX_DOCS - 1} texts at a time, not {len(texts)}")
    sketch = _sketch(texts, options)
    order = np.argsort(sketch.signature, kind="stable")
    rank = np.empty(len(texts), np.uint64)
    rank[order] = np.arange(len(texts), dtype=np.uint64)
    entries, places, sizes = sketch.entries, sketch.places, sketch.sizes[order]
    del sketch
    ranked = rank[(entries & DOC_MASK).astype(np.int32)]
    entries &= ~DOC_MASK
    entries |= ranked
    del ranked
    by_run = np.argsort(entries)  # no two entries are equal
    entries, places = entries[by_run], places[by_run]
    del by_run
    parts = [_overlaps(block, sizes, options) for block in _pair_events(entries, places, options.crowd)]
    return _by_index(parts, order)


@dataclass(frozen=True, slots=True)
class _Sketch:
    """Kept runs as `hash (40 bits) | text (24 bits)` with their place; per text how many, and the smallest hash."""

    entries: Array
    places: Array
    sizes: Array
    signature: Array


def _sketch(texts: Sequence[str], options: SketchOptions) -> _Sketch:
    kept: list[Array] = []
    places: list[Array] = []
    sizes = np.zeros(len(texts), np.int32)
    signature = np.zeros(len(texts), np.uint64)
    limit = np.uint64((1 << 64) // options.every)
    for first, last in batches(texts):
        flat = flatten(texts[first:last])
        grams, whole = shingles(flat, options.run)
        chosen = whole & (grams < limit)
        chosen |= _smallest(grams, whole, chosen, flat.bounds, options.floor)
        words = np.flatnonzero(chosen)
        docs = np.searchsorted(flat.bounds, words, side="right") - 1
        place = np.minimum((words - flat.bounds[docs]) // PLACE_SCALE, PLACE_MAX).astype(np.uint64)
        # hash | text | place in one number: one sort finds each text's runs, each run's first place
        packed = (grams[words] & ~DOC_MASK) | docs.astype(np.uint64) << PLACE_BITS | place
        packed.sort()
        runs = packed >> PLACE_BITS
        fresh = np.append(True, runs[1:] != runs[:-1])[: len(runs)]
        packed = packed[fresh]
        docs = (packed >> PLACE_BITS).astype(np.int64) & (BATCH_TEXTS - 1)
        entries = (packed & ~DOC_MASK) | (docs + first).astype(np.uint64)
        kept.append(entries)
        places.append((packed & np.uint64(PLACE_MAX)).astype(np.uint16))
        sizes[first:last] = np.bincount(docs, minlength=last - first)
        # entries ascend in hash: written backwards, each text's smallest hash is what stays
        signature[first + docs[::-1]] = entries[::-1] >> DOC_BITS
    none = np.zeros(0, np.uint64)
    return _Sketch(np.concatenate([none, *kept]), np.concatenate([none.astype(np.uint16), *places]), sizes, signature)


def _smallest(grams: Array, whole: Array, chosen: Array, bounds: Array, floor: int) -> Array:
    """Marks the `floor` smallest runs of every text that keeps fewer."""
    marks = np.zeros(len(grams), np.bool_)
    counts = np.add.reduceat(np.append(chosen, False), bounds[:-1]) if len(bounds) > 1 else np.zeros(0)
    counts = np.where(np.diff(bounds) > 0, counts, 0)
    for i in np.flatnonzero((counts < floor) & (np.diff(bounds) > 0)):
        first, last = bounds[i], bounds[i + 1]
        usable = first + np.flatnonzero(whole[first:last])
        marks[usable[np.argsort(grams[usable], kind="stable")[:floor]]] = True
    return marks


def _pair_events(entries: Array, places: Array, crowd: int) -> Iterator[Array]:
    """Every two texts that hold one run, as `a | b | log2 holders | place`, sorted; no pair straddles two blocks."""
    docs = entries & DOC_MASK
    fresh = np.append(True, entries[1:] >> DOC_BITS != entries[:-1] >> DOC_BITS)[: len(entries)]
    heads = np.flatnonzero(fresh)
    holders = np.diff(np.append(heads, len(entries)))
    common = np.minimum(np.log2(np.maximum(holders, 1)) * COMMON_SCALE, COMMON_MAX).astype(np.uint16)
    beside = np.repeat(common << np.uint16(PLACE_BITS), holders) | places
    ends = np.repeat((heads + holders).astype(np.int32), holders)
    partners = np.minimum(ends - np.arange(1, len(entries) + 1, dtype=np.int32), np.int32(crowd))
    del fresh, heads, holders, ends
    for rows in _blocks(docs, partners):
        first = docs[rows] << (np.uint64(64) - DOC_BITS) | beside[rows].astype(np.uint64)
        events: list[Array] = []
        step = 1
        while len(rows):
            events.append(first | docs[rows + step] << np.uint64(16))
            step += 1
            more = partners[rows] >= step
            rows, first = rows[more], first[more]
        if events:
            joined = np.concatenate(events)
            joined.sort()
            yield joined


def _blocks(docs: Array, partners: Array) -> Iterator[Array]:
    """Postings that have partners, by ranges of text; each range has a bounded number of pairs."""
    rows = np.flatnonzero(partners > 0)
    owner = docs[rows].astype(np.int32)
    load = np.bincount(owner, weights=partners[rows], minlength=1)
    turn = (np.cumsum(load) // BLOCK_EVENTS).astype(np.int32)[owner]
    in_turn = np.argsort(turn, kind="stable")
    rows, turn = rows[in_turn], turn[in_turn]
    edges = np.flatnonzero(np.append(True, turn[1:] != turn[:-1])) if len(rows) else np.zeros(0, np.int64)
    for first, last in itertools.pairwise(np.append(edges, len(rows)).tolist()):
        yield rows[first:last]


def _overlaps(events: Array, sizes: Array, options: SketchOptions) -> Candidates:
    pairs = events >> np.uint64(16)
    heads = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1]))
    counts = np.diff(np.append(heads, len(pairs)))
    a = (pairs[heads] >> DOC_BITS).astype(np.int64)
    b = (pairs[heads] & DOC_MASK).astype(np.int64)
    smaller = np.minimum(sizes[a], sizes[b])
    holders = (events & np.uint64(0xFFFF)) >> PLACE_BITS
    common = np.add.reduceat(holders, heads).astype(np.float64) / counts / COMMON_SCALE
    stock = common >= options.stock
    enough = (counts >= np.minimum(options.least, smaller)) & (
        counts >= np.where(stock, options.stock_share, options.share) * smaller
    )
    places = (events & np.uint64(PLACE_MAX)).astype(np.int64)
    spread = (np.maximum.reduceat(places, heads) - np.minimum.reduceat(places, heads)) * PLACE_SCALE
    enough &= (spread >= np.where(stock, options.stock_spread, options.spread)) | (
        counts >= np.where(stock, options.stock_most, options.most) * smaller
    )
    return Candidates(a[enough], b[enough], common[enough])


def _by_index(parts: Sequence[Candidates], order: Array) -> Candidates:
    """The pairs by the texts' own indexes; still in the order of signatures, which keeps near-copies close."""
    none = np.zeros(0, np.int64)
    one = order[np.concatenate([none, *(part.a for part in parts)])]
    two = order[np.concatenate([none, *(part.b for part in parts)])]
    common = np.concatenate([np.zeros(0), *(part.common for part in parts)])
    return Candidates(np.minimum(one, two), np.maximum(one, two), common)
