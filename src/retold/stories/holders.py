"""Which texts hold which run, and the pairs of texts that share enough runs of few holders.

In: sketches. Out: `Holders`, every run's list of texts; and pairs. A list pairs each of its texts with those behind it,
`crowd` at most, as long as the pairs of all lists can be paid for, the shortest lists first; the longer lists pair
only their short texts. So work for each text is bounded, whatever the number of texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from retold.stories.alignments import expand
from retold.stories.hashing import Array
from retold.stories.pairing import BLOCK_DOCS, DOC_BITS, DOC_MASK, CandidateOptions, fresh, paired
from retold.stories.sketches import (
    PLACE_BITS,
    PLACE_MASK,
    PLACE_SCALE,
    SENTENCE_BITS,
    WHERE_BITS,
    Sketches,
)

# How common a run is, as log2 of its holders in quarters.
COMMON_SCALE = 4.0
COMMON_BITS = np.uint64(6)
COMMON_MASK = np.uint64((1 << 6) - 1)
BESIDE_BITS = PLACE_BITS + COMMON_BITS
HOLD_BITS = np.uint64(40)
HOLD_MASK = np.uint64((1 << 40) - 1)
# Pairs of texts that are counted at a time: a megabyte, which stays in cache while it is sorted.
BLOCK_EVENTS = 1 << 17
# Of what a pair must share, the part that its directly paired runs must make where other runs were passed over.
PARTIAL = 0.75


@dataclass(frozen=True, slots=True)
class Holders:
    """Lists of holders: texts by run, and for each run of each text, in the order of the sketches, where it stands.

    `holders` is the texts of all lists, one list after the other; `at` a run's place among them, `partners` how many
    of those behind it in the same list it is to be paired with, `common` log2 of the list's length in quarters, and
    `linked` whether the list pairs its texts directly.
    """

    holders: Array
    at: Array
    partners: Array
    common: Array
    linked: Array


def list_holders(sketches: Sketches, order: Array, options: CandidateOptions) -> Holders:
    """The lists of every run, their texts in the given `order`, which has the short texts first."""
    sizes = sketches.sizes
    rank = np.empty(len(order), np.uint64)
    rank[order] = np.arange(len(order), dtype=np.uint64)
    keys = sketches.runs >> WHERE_BITS  # in place, here and below: these arrays are the most that is ever held
    keys <<= DOC_BITS
    keys |= np.repeat(rank, sizes)
    keys.sort()  # no two are equal
    holders = order[(keys & DOC_MASK).astype(np.int32)]
    keys >>= DOC_BITS
    heads = np.flatnonzero(fresh(keys))
    lengths = np.diff(np.append(heads, len(keys))).astype(np.int32)
    del keys
    few = _affordable(lengths, len(order), options)
    common = np.minimum(np.log2(np.maximum(lengths, 1)) * COMMON_SCALE, COMMON_MASK).astype(np.uint8)
    partners = np.repeat((heads + lengths).astype(np.uint32), lengths)
    del heads
    partners -= np.arange(1, len(holders) + 1, dtype=np.uint32)
    partners = np.minimum(partners, np.uint32(options.crowd)).astype(np.uint16)
    linked = np.repeat(few, lengths)
    partners[~linked & (sizes[holders] >= options.short)] = 0
    # Sorted by text and place in the lists, whose order is that of the runs' hashes, they stand as in the sketches.
    back = holders.astype(np.uint64)
    back <<= HOLD_BITS
    back |= np.arange(len(holders), dtype=np.uint64)
    back.sort()
    back &= HOLD_MASK
    at = back.astype(np.uint32)
    del back
    return Holders(holders, at, partners[at], np.repeat(common, lengths)[at], linked[at])


def _affordable(lengths: Array, texts: int, options: CandidateOptions) -> Array:
    """Which lists pair their texts directly: the shortest, while the pairs that they make can be paid for."""
    counts = np.bincount(lengths, minlength=1)
    length = np.arange(len(counts))
    reach = np.minimum(length, options.crowd)
    spent = np.cumsum(counts * (length * reach - reach * (reach + 1) // 2))
    longest = np.searchsorted(spent, max(options.events_free, options.events * texts), side="right") - 1
    few: Array = lengths <= longest
    return few


def by_runs(sketches: Sketches, index: Holders, options: CandidateOptions) -> Iterator[Array]:
    """Pairs, as `smaller index | larger index`, that share enough of the runs whose lists pair their texts."""
    sizes = sketches.sizes
    bounds = sketches.bounds
    linked = marked_runs(sketches, index.linked)
    for first, last in _blocks(index.partners, bounds):
        events = _events(sketches, index, first, last)
        if not len(events):
            continue
        heads = np.flatnonzero(fresh(events >> BESIDE_BITS))
        ends = np.append(heads[1:], len(events))
        counts = ends - heads
        a = (events[heads] >> DOC_BITS + BESIDE_BITS).astype(np.int64) + first
        b = (events[heads] >> BESIDE_BITS & DOC_MASK).astype(np.int64)
        smaller = np.minimum(sizes[a], sizes[b])
        # Where lists were passed over the pair may share more than was counted; couples find those that share far more.
        passed = np.where(sizes[a] < options.short, 0, np.minimum((sizes - linked)[a], (sizes - linked)[b]))
        need = np.maximum(options.share * smaller - passed, PARTIAL * options.share * smaller)
        enough = (counts >= np.minimum(options.least, smaller)) & (counts >= need)
        places = events >> COMMON_BITS & PLACE_MASK
        spread = ((places[ends - 1] - places[heads]) * np.uint64(PLACE_SCALE)).astype(np.int64)
        enough &= (spread >= options.spread) | (counts >= options.most * smaller)
        kept = np.flatnonzero(enough)
        rows, owner = expand(heads[kept], ends[kept])
        common = np.bincount(owner, (events[rows] & COMMON_MASK).astype(np.float64), len(kept)) / counts[kept]
        kept = kept[
            (common < options.stock * COMMON_SCALE)
            | (spread[kept] >= options.stock_spread)
            | (counts[kept] >= options.stock_most * smaller[kept])
        ]
        yield paired(a[kept], b[kept])


def marked_runs(sketches: Sketches, marked: Array) -> Array:
    """How many runs of each text are marked."""
    counts = np.zeros(len(sketches.sizes), np.int64)
    filled = np.flatnonzero(sketches.sizes)
    if len(filled):
        counts[filled] = np.add.reduceat(marked, sketches.bounds[filled], dtype=np.int64)
    return counts


def _events(sketches: Sketches, index: Holders, first: int, last: int) -> Array:
    """Every pair of the texts `first` to `last` with those behind them in a list, once for each run.

    As `a | b | place in a | common`, sorted; `a` counts from `first`.
    """
    begin, end = sketches.bounds[first], sketches.bounds[last]
    rows = begin + np.flatnonzero(index.partners[begin:end])
    times = index.partners[rows].astype(np.int64)
    owner = (np.searchsorted(sketches.bounds[first : last + 1], rows, side="right") - 1).astype(np.uint64)
    before = owner << DOC_BITS + BESIDE_BITS
    before |= (sketches.runs[rows] >> SENTENCE_BITS & PLACE_MASK) << COMMON_BITS | index.common[rows]
    ends = np.cumsum(times)
    behind = np.repeat(index.at[rows] + 1 - (ends - times), times)
    behind += np.arange(len(behind))
    events: Array = index.holders[behind].astype(np.uint64) << BESIDE_BITS
    events |= np.repeat(before, times)
    events.sort()
    return events


def _blocks(partners: Array, bounds: Array) -> Iterator[tuple[int, int]]:
    """Ranges of texts that together make a bounded number of pairs; a text that makes more is a range of its own."""
    for start in range(0, len(bounds) - 1, BLOCK_DOCS):
        stop = min(start + BLOCK_DOCS, len(bounds) - 1)
        edges = bounds[start : stop + 1] - bounds[start]
        load = np.append(0, np.cumsum(partners[bounds[start] : bounds[stop]], dtype=np.int64))[edges]
        first = start
        while first < stop:
            last = start + int(np.searchsorted(load, load[first - start] + BLOCK_EVENTS, side="right")) - 1
            last = min(max(last, first + 1), stop)
            yield first, last
            first = last
