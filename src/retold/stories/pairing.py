"""What the ways of pairing texts share: their options, and pairs of texts packed into one number.

A pair is `smaller index (24 bits) | larger index (24 bits)`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retold.stories.hashing import Array

DOC_BITS = np.uint64(24)
DOC_MASK = np.uint64((1 << 24) - 1)
MAX_DOCS = 1 << 24
# Texts handled at a time: what is made of them stays in cache.
BLOCK_DOCS = 256


@dataclass(frozen=True, slots=True)
class CandidateOptions:
    """How candidates are found.

    `run` words make a run, one in `every` is kept; texts with fewer kept than `floor` keep their `floor` smallest.
    `crowd` bounds the partners tried for one run. A candidate shares `least` kept runs that make `share` of the
    smaller sketch and lie `spread` words apart (a lone sentence, quoted or standing, makes no copy), or `most` of it.
    Runs that 2**`stock` texts hold on average are stock, as chance makes them in a large corpus: they need more; those
    that 2**`crowded` texts hold must come from several `sentences` besides, or make `crowded_most` of it.

    The rarest runs pair texts directly until they have made `events` pairs for each text, or `events_free` in all
    (half a second's work, some 50,000 news articles). The others do in couples: two runs of different sentences, `near`
    words apart at least, with less than `reach` kept runs between them, of which one in `couples` is tried. A text that
    keeps fewer than `short` runs is always paired directly. Swept on 20,000 planted copies with every run passed over
    (events 10): couples 4, reach 32, short 32 lose 4 of 1,525 merged copies and no others; couples 6 lose 8, at two
    thirds of the memory; reach 12 loses a tenth of the merged ones, short 24 a hundredth of these and two cut ones.
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
    crowded: float = 5.0
    sentences: int = 3
    crowded_most: float = 0.65
    events: int = 64
    events_free: int = 1 << 23
    couples: int = 6
    near: int = 16
    reach: int = 32
    short: int = 32


def paired(a: Array, b: Array) -> Array:
    """Pairs of indexes as one number each, smaller index first."""
    pairs: Array = np.minimum(a, b).astype(np.uint64) << DOC_BITS | np.maximum(a, b).astype(np.uint64)
    return pairs


def distinct(pairs: Array) -> Array:
    """The different ones among packed pairs, in order."""
    ordered: Array = np.sort(pairs)
    return ordered[fresh(ordered)]


def fresh(values: Array) -> Array:
    """Where a value differs from the one before."""
    return np.append(True, values[1:] != values[:-1])[: len(values)]
