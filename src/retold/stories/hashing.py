"""Texts as flat arrays of word hashes: what near-copy search computes with.

In: plain texts, any number. Out: one `Flat` with a 64-bit hash and the code-point bounds of every word of every
text, and where each text's words begin. The same word has the same hash in every text and every run; case and
punctuation do not count. No object is made per word or per text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

# Code points above the basic plane (emoji, rare scripts) are read by their low 16 bits' entry 0: no letter.
PLANE = 1 << 16
# Odd, so that it has an inverse modulo 2**32: a word's hash is the sum of letter * BASE**place, mixed to 64 bits.
BASE = np.uint32(0x9E3779B1)
UNBASE = np.uint32(pow(0x9E3779B1, -1, 1 << 32))
MIX = np.uint64(0x9E3779B97F4A7C15)
SHIFT = np.uint64(29)
# 64k code points keep every temporary array within a core's second-level cache (swept 16k to 1M: 5 to 8 µs a text).
BATCH = 1 << 16
BATCH_TEXTS = 1 << 8
STOP_POINTS = tuple(np.uint16(ord(sign)) for sign in ".!?…\n。！？")
ASCII_A, ASCII_LETTERS, ASCII_CASE = np.uint16(ord("a")), np.uint16(26), np.uint16(32)
ASCII_ZERO, ASCII_DIGITS, ASCII_LAST = np.uint16(ord("0")), np.uint16(10), np.uint16(127)
# A full stop after a shorter word is more often an abbreviation's ("Mr.", "Gov.", "U.S.") than a sentence's.
ABBREVIATED = 3


@dataclass(frozen=True, slots=True)
class Flat:
    """Words of several texts, one after the other.

    `hashes` (uint64), `starts` and `ends` (int32, code points into the word's own text) and `stops` (whether a
    sentence seems to end after the word) are as long as there are words; text `i` owns the words `bounds[i]` to
    `bounds[i + 1]`.
    """

    hashes: Array
    starts: Array
    ends: Array
    stops: Array
    bounds: Array


@cache
def _letters() -> Array:
    """For each code point the letter or digit that it counts as, 0 for all else; a constant of Unicode."""
    table = np.zeros(PLANE, np.uint16)
    for code in range(PLANE):
        sign = chr(code)
        if sign.isalnum():
            table[code] = ord(sign.casefold()[0])
    return table


@cache
def _powers() -> tuple[Array, Array]:
    """BASE and its inverse to the powers 0, 1, 2 … for every place of a batch."""
    ones = np.ones(2 * BATCH + 3, np.uint32)
    up, down = ones * BASE, ones * UNBASE
    up[0] = down[0] = 1
    return np.cumprod(up, dtype=np.uint32), np.cumprod(down, dtype=np.uint32)


def _code_points(text: str) -> Array:
    """The text as an array of its code points' low 16 bits; those above the basic plane and lone surrogates are 0."""
    points: Array = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(points) > len(text):
        wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        points = wide.astype(np.uint16)
        points[wide >= PLANE] = 0
    return points


def _as_letters(points: Array) -> Array:
    """For each code point the letter or digit that it counts as, in lower case, 0 for all else."""
    # ASCII by arithmetic, a tenth of the cost of a table; the table for the rest. Digits have the bit of lower case.
    lower = points | ASCII_CASE
    known = lower - ASCII_A < ASCII_LETTERS
    known |= points - ASCII_ZERO < ASCII_DIGITS
    letters: Array = lower * known
    others = np.flatnonzero(points > ASCII_LAST)
    letters[others] = _letters()[points[others]]
    return letters


def _as_stops(points: Array) -> Array:
    """Whether each code point is a sign that can end a sentence."""
    stops: Array = points == STOP_POINTS[0]
    for stop in STOP_POINTS[1:]:
        stops |= points == stop
    return stops


def batches(texts: Sequence[str], size: int = BATCH) -> Iterator[tuple[int, int]]:
    """Ranges `first, last` of texts with about `size` code points and at most `BATCH_TEXTS` texts.

    A text longer than `size` is a range of its own.
    """
    first = held = 0
    for i, text in enumerate(texts):
        if i > first and (held + len(text) > size or i - first == BATCH_TEXTS):
            yield first, i
            first, held = i, 0
        held += len(text)
    if first < len(texts):
        yield first, len(texts)


def flatten(texts: Sequence[str]) -> Flat:
    """All words of `texts` in one flat record."""
    parts = [
        _flatten(texts[first:last]) if len(texts[first]) <= BATCH else _flatten_long(texts[first])
        for first, last in batches(texts)
    ]
    if len(parts) == 1:
        return parts[0]
    sizes = [np.diff(part.bounds) for part in parts]
    return Flat(
        _joined([part.hashes for part in parts], np.uint64),
        _joined([part.starts for part in parts], np.int32),
        _joined([part.ends for part in parts], np.int32),
        _joined([part.stops for part in parts], np.bool_),
        np.append(0, np.cumsum(_joined(sizes, np.int64))),
    )


def _joined(parts: list[Array], kind: type) -> Array:
    return np.concatenate(parts) if parts else np.zeros(0, kind)


def _flatten(texts: Sequence[str]) -> Flat:
    """The words of texts that are together no longer than two batches."""
    # A blank stands after every text and before the first, so that no word touches another text's or an edge.
    points = _code_points(" " + " ".join(texts) + "  ")
    letters = _as_letters(points)
    inside = letters > 0
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    edges += 1
    starts, ends = edges[0::2], edges[1::2]
    up, down = _powers()
    sums = np.cumsum(letters * up[: len(letters)], dtype=np.uint32)
    hashes = ((sums[ends - 1] - sums[starts - 1]) * down[starts]).astype(np.uint64)
    hashes *= MIX
    hashes ^= hashes >> SHIFT
    hashes *= MIX
    signs = _as_stops(points)
    signs[:-1] |= signs[1:]
    stops = signs[ends]
    stops &= ends - starts > ABBREVIATED
    lengths = np.fromiter((len(text) + 1 for text in texts), np.int64, len(texts))
    offsets = np.append(1, np.cumsum(lengths) + 1)
    bounds = np.searchsorted(starts, offsets)
    base = np.repeat(offsets[:-1], np.diff(bounds))
    return Flat(hashes, (starts - base).astype(np.int32), (ends - base).astype(np.int32), stops, bounds)


def _flatten_long(text: str) -> Flat:
    """The words of one long text, window by window; a window ends at a blank where it has one."""
    parts: list[Flat] = []
    begin = 0
    while begin < len(text):
        stop = min(begin + BATCH, len(text))
        blank = max(text.rfind(" ", begin, stop), text.rfind("\n", begin, stop)) if stop < len(text) else -1
        stop = blank + 1 if blank > begin else stop
        part = _flatten([text[begin:stop]])
        by = np.int32(begin)
        parts.append(Flat(part.hashes, part.starts + by, part.ends + by, part.stops, part.bounds))
        begin = stop
    return Flat(
        np.concatenate([part.hashes for part in parts]),
        np.concatenate([part.starts for part in parts]),
        np.concatenate([part.ends for part in parts]),
        np.concatenate([part.stops for part in parts]),
        np.array([0, sum(len(part.hashes) for part in parts)]),
    )


def shingles(flat: Flat, size: int) -> tuple[Array, Array]:
    """Hashes of every run of `size` words, by the run's first word, and whether the run stays within one text.

    Both arrays have one entry for each word of `flat`; runs that leave their text are marked False.
    """
    total = len(flat.hashes)
    grams = flat.hashes.copy()
    for step in range(1, min(size, total)):
        grams[:-step] = grams[:-step] * MIX + flat.hashes[step:]
    grams ^= grams >> SHIFT
    grams *= MIX
    whole = np.ones(total, np.bool_)
    for step in range(1, size):
        last = flat.bounds[1:] - step
        whole[last[last >= flat.bounds[:-1]]] = False
    return grams, whole
