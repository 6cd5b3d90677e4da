"""Sketches of texts: a sampled set of word runs for each, from which the overlap of any two can be estimated.

In: texts. Out: `Sketches`. A sketch keeps every run whose hash falls under a fixed fraction (FracMinHash: Irber et al.
2022), so that the overlap of two sketches estimates *containment*, whatever the texts' lengths, and the same run is
kept or left in every text. A sketch depends on its own text alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retold.stories.hashing import Array, Flat, batches, flatten, shingles

# A kept run is 38 bits of its hash, 10 of its place and 6 of its sentence: at ten million texts of 50 runs, one in five
# hundred shares its hash with another run.
HASH_BITS = np.uint64(38)
HASH_SHIFT = np.uint64(24)
HASH_MASK = np.uint64((1 << 38) - 1)
PLACE_BITS = np.uint64(10)
PLACE_MASK = np.uint64((1 << 10) - 1)
PLACE_MAX = 1023
PLACE_SCALE = 4
SENTENCE_BITS = np.uint64(6)
SENTENCE_MASK = np.uint64((1 << 6) - 1)
WHERE_BITS = np.uint64(16)
RUN_BITS = np.uint64(54)
RUN_MASK = np.uint64((1 << 54) - 1)


@dataclass(frozen=True, slots=True)
class Sketches:
    """The kept runs of every text as `hash (38 bits) | place (10 bits) | sentence (6 bits)`, text by text, ascending.

    Text `i` owns `runs[bounds[i] : bounds[i + 1]]`; each run is there once, with its first place in the text, in steps
    of `PLACE_SCALE` words, and the last bits of its sentence's number. `signature` is the hash of a text's first run,
    0 where it has none.
    """

    runs: Array
    bounds: Array
    signature: Array

    @property
    def sizes(self) -> Array:
        """How many runs each text keeps."""
        return np.diff(self.bounds)


def sketch(texts: Sequence[str], run: int, every: int, floor: int) -> Sketches:
    """Sketches of the texts: `run` words make a run, one in `every` is kept, of a short text the `floor` smallest."""
    kept: list[Array] = [np.zeros(0, np.uint64)]
    sizes = np.zeros(len(texts), np.int64)
    limit = np.uint64((1 << 64) // every)
    for first, last in batches(texts):
        flat = flatten(texts[first:last])
        grams, whole = shingles(flat, run)
        chosen = whole & (grams < limit)
        chosen |= _smallest(grams, whole, chosen, flat.bounds, floor)
        words = np.flatnonzero(chosen)
        docs = np.searchsorted(flat.bounds, words, side="right") - 1
        place = np.minimum((words - flat.bounds[docs]) // PLACE_SCALE, PLACE_MAX).astype(np.uint64)
        sentence = _sentences(flat)[words].astype(np.uint64) & SENTENCE_MASK
        # text | hash | place | sentence in one number: one sort finds each text's runs, each run's first place
        packed = docs.astype(np.uint64) << RUN_BITS | place << SENTENCE_BITS | sentence
        packed |= (grams[words] >> HASH_SHIFT & HASH_MASK) << WHERE_BITS
        packed.sort()
        packed = packed[np.append(True, packed[1:] >> WHERE_BITS != packed[:-1] >> WHERE_BITS)[: len(packed)]]
        sizes[first:last] = np.bincount((packed >> RUN_BITS).astype(np.int64), minlength=last - first)
        kept.append(packed & RUN_MASK)
    runs = np.concatenate(kept)
    bounds = np.append(0, np.cumsum(sizes))
    signature = np.zeros(len(texts), np.uint64)
    filled = np.flatnonzero(sizes)
    signature[filled] = runs[bounds[filled]] >> WHERE_BITS
    return Sketches(runs, bounds, signature)


def _sentences(flat: Flat) -> Array:
    """The number of each word's sentence; a stop with no blank after it ("harrow.example") ends none."""
    ends = flat.stops.copy()
    ends[:-1] &= flat.starts[1:] - flat.ends[:-1] > 1
    numbers: Array = np.cumsum(ends)
    return numbers


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
