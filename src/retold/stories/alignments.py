"""Shared runs of words between pairs of texts, many pairs at a time.

In: texts and pairs of their indexes. Out: `Alignment`, for each pair every run of equal words that grew from
a run of `seed` words standing exactly once in both texts, and how many words of each text the runs cover. Runs may
stand in another order in the two texts. Each text of a batch is read once; the work is a sort of its words per pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retold.stories.hashing import Array, Flat, flatten, shingles

# Pairs to be aligned in one go: 128 pairs of 200-word texts make arrays of some 50k entries, which stay in cache.
PAIRS = 256
PAIR_BITS = 12
PAIR_SHIFT = 40
# A rewriter who changes a quarter of the words leaves gaps of up to a dozen words between shared runs of four; a new
# sentence between two copied ones is longer (swept 4, 8, 12 on 20,000 planted copies).
GAP = 12
# Between two seeds of one run lie words that the text repeats; growing from both sides bridges twice as many.
STEPS = 24
# A run that reaches only this many words into a sentence does not count as sharing it: "He said the" is no evidence.
TOUCH = 4
# A stretch shorter than this is a stock phrase, not a place that text was taken to.
PLACE = 6


@dataclass(frozen=True, slots=True)
class Alignment:
    """Runs (`pair`, first word in a and b, `length` in words, code points) and figures for each pair.

    `pair` indexes the pairs that were asked for and ascends. The others have one entry per pair: words of the text,
    words that runs cover, the same with gaps of up to `GAP` words between runs bridged; `block` is the longest such
    bridged stretch of either text in shared words, `block_sentences` the most sentences that one touches, `places` the
    number of stretches in the text that has more of them, `longest` the longest run in words.
    """

    pair: Array
    a_word: Array
    b_word: Array
    length: Array
    a_start: Array
    a_end: Array
    b_start: Array
    b_end: Array
    words_a: Array
    words_b: Array
    covered_a: Array
    covered_b: Array
    bridged_a: Array
    bridged_b: Array
    block: Array
    block_sentences: Array
    places: Array
    longest: Array


@dataclass(frozen=True, slots=True)
class _Sides:
    """Where each pair's two texts lie among the batch's words."""

    a_first: Array
    a_last: Array
    b_first: Array
    b_last: Array


def align(texts: Sequence[str], a: Array, b: Array, seed: int) -> Alignment:
    """The alignment of the pairs `(a[i], b[i])`, some `PAIRS` of them."""
    docs, where = np.unique(np.concatenate([a, b]), return_inverse=True)
    flat = flatten([texts[i] for i in docs])
    one, two = where[: len(a)], where[len(a) :]
    sides = _Sides(flat.bounds[one], flat.bounds[one + 1], flat.bounds[two], flat.bounds[two + 1])
    pair, i, j = _seeds(flat, sides, seed)
    pair, i, j, length = _runs(pair, i, j, seed)
    i, j, length = _extend(flat.hashes, sides, pair, i, j, length)
    pair, i, j, length = _with_twins(flat.hashes, sides, pair, i, j, length)
    pair, i, j, length = _joined(pair, i, j, length)
    last = i + length - 1, j + length - 1
    longest = np.zeros(len(a), np.int64)
    np.maximum.at(longest, pair, length)
    sentence = np.cumsum(flat.stops) - flat.stops
    in_a = _blocks(pair, i, length, sentence, len(a))
    in_b = _blocks(pair, j, length, sentence, len(a))
    return Alignment(
        pair,
        i - sides.a_first[pair],
        j - sides.b_first[pair],
        length,
        flat.starts[i],
        flat.ends[last[0]],
        flat.starts[j],
        flat.ends[last[1]],
        sides.a_last - sides.a_first,
        sides.b_last - sides.b_first,
        in_a.covered,
        in_b.covered,
        in_a.bridged,
        in_b.bridged,
        np.maximum(in_a.words, in_b.words),
        np.maximum(in_a.sentences, in_b.sentences),
        np.maximum(in_a.count, in_b.count),
        longest,
    )


def expand(firsts: Array, lasts: Array) -> tuple[Array, Array]:
    """The numbers of all ranges, one range after the other, and which range each comes from."""
    sizes = lasts - firsts
    owner = np.repeat(np.arange(len(sizes)), sizes)
    begins = np.cumsum(sizes) - sizes
    return np.arange(int(sizes.sum())) - np.repeat(begins - firsts, sizes), owner


def _seeds(flat: Flat, sides: _Sides, seed: int) -> tuple[Array, Array, Array]:
    """Runs of `seed` words that stand once in each text of a pair, in order: pair, place in a, place in b."""
    grams, whole = shingles(flat, seed)
    in_a, pair_a = expand(sides.a_first, sides.a_last)
    in_b, pair_b = expand(sides.b_first, sides.b_last)
    place = np.concatenate([in_a, in_b])
    pair = np.concatenate([pair_a, pair_b])
    second = np.arange(len(place)) >= len(in_a)
    usable = whole[place]
    place, pair, second = place[usable], pair[usable], second[usable]
    # pair | run's hash | entry in one number: one sort brings equal runs of a pair together, first text before second
    entry_bits = max(1, len(place)).bit_length()
    kept = np.uint64(64 - PAIR_BITS - entry_bits)
    keys = (grams[place] >> np.uint64(64) - kept) << np.uint64(entry_bits)
    keys |= pair.astype(np.uint64) << np.uint64(64 - PAIR_BITS)
    keys |= np.arange(len(place), dtype=np.uint64)
    keys.sort()
    runs = keys >> np.uint64(entry_bits)
    same = np.concatenate([[False], runs[1:] == runs[:-1], [False]])
    # entry n is equal to n - 1 where same[n]; a lone couple is one that neither neighbour joins
    couple = np.flatnonzero(same[1:-1] & ~same[:-2] & ~same[2:]) if len(keys) else np.zeros(0, np.int64)
    entry = (keys & np.uint64((1 << entry_bits) - 1)).astype(np.int64)
    left, right = entry[couple], entry[couple + 1]
    across = second[right] & ~second[left]
    # entries of the first texts stand pair by pair in text order
    in_order = np.argsort(left[across])
    left, right = left[across][in_order], right[across][in_order]
    pair, i, j = pair[left], place[left], place[right]
    alike = np.ones(len(i), np.bool_)  # the hash was cut short, the words were not
    for step in range(seed):
        alike &= flat.hashes[i + step] == flat.hashes[j + step]
    return pair[alike], i[alike], j[alike]


def _runs(pair: Array, i: Array, j: Array, seed: int) -> tuple[Array, Array, Array, Array]:
    """Seeds that follow one another in both texts, joined."""
    follows = (pair[1:] == pair[:-1]) & (i[1:] == i[:-1] + 1) & (j[1:] == j[:-1] + 1)
    heads = np.flatnonzero(np.append(True, ~follows)) if len(pair) else np.zeros(0, np.int64)
    lengths = np.diff(np.append(heads, len(pair))) + seed - 1
    return pair[heads], i[heads], j[heads], lengths


def _extend(hashes: Array, sides: _Sides, pair: Array, i: Array, j: Array, length: Array) -> tuple[Array, Array, Array]:
    """Runs grown word by word to both sides while the texts agree, up to `STEPS` words."""
    i, j, length = i.copy(), j.copy(), length.copy()
    live = np.arange(len(i))
    for _ in range(STEPS):
        live = live[(i[live] > sides.a_first[pair[live]]) & (j[live] > sides.b_first[pair[live]])]
        live = live[hashes[i[live] - 1] == hashes[j[live] - 1]]
        if not len(live):
            break
        i[live] -= 1
        j[live] -= 1
        length[live] += 1
    live = np.arange(len(i))
    for _ in range(STEPS):
        end_a, end_b = i[live] + length[live], j[live] + length[live]
        within = (end_a < sides.a_last[pair[live]]) & (end_b < sides.b_last[pair[live]])
        live, end_a, end_b = live[within], end_a[within], end_b[within]
        live = live[hashes[end_a] == hashes[end_b]]
        if not len(live):
            break
        length[live] += 1
    return i, j, length


def _with_twins(
    hashes: Array, sides: _Sides, pair: Array, i: Array, j: Array, length: Array
) -> tuple[Array, Array, Array, Array]:
    """Pairs that are the same word for word as one run, even where a text that repeats itself gives no seed."""
    sizes = sides.a_last - sides.a_first
    twins = [
        n
        for n in np.flatnonzero((sizes == sides.b_last - sides.b_first) & (sizes > 0)).tolist()
        if np.array_equal(hashes[sides.a_first[n] : sides.a_last[n]], hashes[sides.b_first[n] : sides.b_last[n]])
    ]
    if not twins:
        return pair, i, j, length
    others = ~np.isin(pair, twins)
    return (
        np.concatenate([pair[others], twins]),
        np.concatenate([i[others], sides.a_first[twins]]),
        np.concatenate([j[others], sides.b_first[twins]]),
        np.concatenate([length[others], sizes[twins]]),
    )


def _joined(pair: Array, i: Array, j: Array, length: Array) -> tuple[Array, Array, Array, Array]:
    """Runs that have grown into one another made one, in order of pair and place in a."""
    if not len(pair):
        return pair, i, j, length
    order = np.lexsort((i, i - j, pair))
    pair, i, j, end = pair[order], i[order], j[order], (i + length)[order]
    apart = (pair[1:] != pair[:-1]) | (i[1:] - j[1:] != i[:-1] - j[:-1]) | (i[1:] > end[:-1])
    heads = np.flatnonzero(np.append(True, apart))
    pair, i, j, length = pair[heads], i[heads], j[heads], np.maximum.reduceat(end, heads) - i[heads]
    order = np.lexsort((j, i, pair))
    return pair[order], i[order], j[order], length[order]


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Blocks of one side, per pair.

    Words in runs, words from run to run with gaps bridged, the longest block's words, the most sentences in one, how
    many blocks.
    """

    covered: Array
    bridged: Array
    words: Array
    sentences: Array
    count: Array


def _blocks(pair: Array, first: Array, length: Array, sentence: Array, pairs: int) -> _Blocks:
    none = np.zeros(pairs, np.int64)
    if not len(pair):
        return _Blocks(none, none, none, none, none)
    order = np.argsort(pair << PAIR_SHIFT | first, kind="stable")
    pair, first, end = pair[order], first[order], (first + length)[order]
    reach = np.maximum.accumulate(pair << PAIR_SHIFT | end) & ((1 << PAIR_SHIFT) - 1)
    fresh = pair[1:] != pair[:-1]
    fresh_words = end - first
    fresh_words[1:] -= np.where(fresh, 0, np.clip(reach[:-1] - first[1:], 0, fresh_words[1:]))
    gaps = np.where(fresh, 0, np.maximum(first[1:] - reach[:-1], 0))
    parted = fresh | (gaps > GAP)
    heads = np.flatnonzero(np.append(True, parted))
    inset = np.minimum(TOUCH, end - first) - 1
    opening, closing = sentence[first + inset], sentence[end - 1 - inset]
    count = np.maximum(closing - opening + 1, 1)
    count[1:] -= (opening[1:] == closing[:-1]) & ~parted
    bridged = fresh_words.copy()
    bridged[1:] += np.where(parted, 0, gaps)
    words = np.add.reduceat(fresh_words, heads)
    found = _Blocks(
        np.bincount(pair, weights=fresh_words, minlength=pairs).astype(np.int64),
        np.bincount(pair, weights=bridged, minlength=pairs).astype(np.int64),
        none.copy(),
        none.copy(),
        np.bincount(pair[heads], weights=words >= PLACE, minlength=pairs).astype(np.int64),
    )
    np.maximum.at(found.words, pair[heads], words)
    np.maximum.at(found.sentences, pair[heads], np.add.reduceat(count, heads))
    return found
