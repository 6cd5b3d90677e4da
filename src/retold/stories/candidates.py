"""Pairs of texts whose sketches overlap: who may have copied whom.

In: sketches. Out: `Candidates`, index pairs `a < b` that share enough of their sampled runs, with how commonly those
runs are met. Pairs come from runs that few texts hold and from couples of runs that many hold; each is then checked
by its two sketches. Work and memory for each text are bounded, whatever the number of texts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retold.stories.alignments import expand
from retold.stories.couples import by_couples
from retold.stories.hashing import Array
from retold.stories.holders import COMMON_SCALE, by_runs, list_holders
from retold.stories.pairing import DOC_BITS, DOC_MASK, MAX_DOCS, CandidateOptions, distinct
from retold.stories.sketches import (
    PLACE_MASK,
    PLACE_MAX,
    PLACE_SCALE,
    SENTENCE_BITS,
    SENTENCE_MASK,
    WHERE_BITS,
    Sketches,
)

# Pairs that are checked at a time.
CHECKED = 512


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of indexes `a < b`; `common` is the mean log2 number of texts that hold the sampled runs they share."""

    a: Array
    b: Array
    common: Array


def find_candidates(sketches: Sketches, options: CandidateOptions) -> Candidates:
    """Pairs of texts whose sketches overlap by `options.share` of the smaller sketch.

    Pairs come in an order that depends on the texts alone and has near-copies close together.
    """
    texts = len(sketches.signature)
    if texts >= MAX_DOCS:
        raise ValueError(f"at most {MAX_DOCS - 1} texts at a time, not {texts}")
    # Short texts first: in each list of holders they then stand before all the texts that they are to be paired with.
    order = np.lexsort((sketches.signature, sketches.sizes >= options.short)).astype(np.int32)
    holders = list_holders(sketches, order, options)
    found = [np.zeros(0, np.uint64), *by_runs(sketches, holders, options)]
    common, linked = holders.common, holders.linked
    del holders
    if not linked.all():
        found += by_couples(sketches, order, ~linked, common, options)
    return _checked(sketches, distinct(np.concatenate(found)), order, common, options)


def _checked(sketches: Sketches, pairs: Array, order: Array, common: Array, options: CandidateOptions) -> Candidates:
    """Of distinct pairs, those that share enough; in the order of signatures, which keeps near-copies close."""
    rank = np.empty(len(sketches.signature), np.int64)
    rank[order] = np.arange(len(rank))
    a, b = (pairs >> DOC_BITS).astype(np.int64), (pairs & DOC_MASK).astype(np.int64)
    swap = rank[a] > rank[b]
    a, b = np.where(swap, b, a), np.where(swap, a, b)
    in_order = np.lexsort((rank[b], rank[a]))
    a, b = a[in_order], b[in_order]
    kept = [np.zeros(0, np.bool_)]
    means = [np.zeros(0)]
    for first in range(0, len(a), CHECKED):
        enough, mean = _overlap(sketches, a[first : first + CHECKED], b[first : first + CHECKED], common, options)
        kept.append(enough)
        means.append(mean)
    enough = np.concatenate(kept)
    a, b = a[enough], b[enough]
    return Candidates(np.minimum(a, b), np.maximum(a, b), np.concatenate(means)[enough])


def _overlap(sketches: Sketches, a: Array, b: Array, common: Array, options: CandidateOptions) -> tuple[Array, Array]:
    """Whether each pair shares enough, by its places in `a`; the mean log2 of how many texts hold what it shares."""
    bounds = sketches.bounds
    in_a, pair_a = expand(bounds[a], bounds[a + 1])
    in_b, pair_b = expand(bounds[b], bounds[b + 1])
    row, pair = np.concatenate([in_a, in_b]), np.concatenate([pair_a, pair_b])
    bits = max(1, len(row)).bit_length()
    # pair | run | entry in one number: one sort brings equal runs of a pair together, first text before second
    free = np.uint64(64 - len(a).bit_length() - bits)
    runs = sketches.runs[row] >> WHERE_BITS
    keys = pair.astype(np.uint64) << np.uint64(64 - len(a).bit_length())
    keys |= (runs & (np.uint64(1) << free) - np.uint64(1)) << np.uint64(bits)
    keys |= np.arange(len(row), dtype=np.uint64)
    keys.sort()
    twice = np.flatnonzero(keys[1:] >> np.uint64(bits) == keys[:-1] >> np.uint64(bits))
    mask = np.uint64((1 << bits) - 1)
    one, two = (keys[twice] & mask).astype(np.int64), (keys[twice + 1] & mask).astype(np.int64)
    alike = runs[one] == runs[two]  # the hash may have been cut short
    one = one[alike]
    pair, row = pair[one], row[one]
    counts = np.bincount(pair, minlength=len(a))
    mean = np.bincount(pair, weights=common[row], minlength=len(a)) / np.maximum(counts, 1) / COMMON_SCALE
    place = (sketches.runs[row] >> SENTENCE_BITS & PLACE_MASK).astype(np.int64)
    farthest, nearest = np.zeros(len(a), np.int64), np.full(len(a), PLACE_MAX)
    np.maximum.at(farthest, pair, place)
    np.minimum.at(nearest, pair, place)
    sentence = distinct(pair.astype(np.uint64) << SENTENCE_BITS | sketches.runs[row] & SENTENCE_MASK)
    sentences = np.bincount((sentence >> SENTENCE_BITS).astype(np.int64), minlength=len(a))
    smaller = np.minimum(bounds[a + 1] - bounds[a], bounds[b + 1] - bounds[b])
    stock = mean >= options.stock
    enough = counts >= np.minimum(options.least, smaller)
    enough &= counts >= np.where(stock, options.stock_share, options.share) * smaller
    apart = (farthest - nearest) * PLACE_SCALE >= np.where(stock, options.stock_spread, options.spread)
    apart |= counts >= np.where(stock, options.stock_most, options.most) * smaller
    several = (sentences >= options.sentences) | (counts >= options.crowded_most * smaller)
    enough &= apart & (several | (mean < options.crowded))
    return enough, mean
