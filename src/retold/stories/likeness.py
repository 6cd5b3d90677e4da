"""How alike two passages are: their words, names and numbers weighed by rarity, and the days between them.

In: headline, text and date of each passage. Out: `Likeness`, the scored pairs worth looking at; a pair that is not in
it is unlike. A word weighs by its rarity in these passages (TF-IDF), a name (a capital first) and a number more, and
so does the beginning, where news says what happened. Vectors are sparse and pairs are sought in blocks of rows, so that
memory follows the pairs kept, not the square of the passages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from retold.stories.hashing import Array, batches, flatten
from retold.stories.telling_words import Shared, describe, find_shared
from retold.stories.times import DAY, moment

# Words are told apart by 20 bits of their hash: at 100,000 different words a tenth share a column, and it does not
# matter which (22 bits: same figures to .001).
COLUMNS = 1 << 20
SHIFT = np.uint64(44)
# Passages compared with all others at a time; their scores take 64 times the passages, at worst.
ROWS = 64
# Code points that are made into terms at a time: a few hundred articles, so that memory holds no word twice.
BATCH = 1 << 20
# Words that more passages hold than this (or than the given part of them) do not serve to find partners, though they
# count once a pair is found.
HOLDERS, PART = 1000, 0.02
# Pairs are found by their rarer words alone: what those must reach, as part of the floor, and what the common words of
# two passages add at most (.09 on allsides-full).
RARE = 0.5
COMMON = 0.1
# Pairs whose cosine is computed in one go.
PAIRS = 8192
SHOWN = 6


@dataclass(frozen=True, slots=True)
class LikenessOptions:
    """How passages are compared.

    Names weigh `name` times, numbers `number` times a common word, the first `lead` words `leading` times. Likeness
    falls by a factor e every `days` days between two dates. Pairs below `floor` are dropped.

    Swept on basil, ecbplus and allsides-full (dev) for one set of values that serves all three: name 1, 1.5, 2, 2.5;
    number 1, 1.5, 2; lead 60 or 100 at 1 to 2; days 6. B-cubed F1 at .24: all 1 .981 .880 .887; name 2, number 1.5
    1.000 .900 .879; these 1.000 .903 .879. What names gain is telling look-alike events apart.
    """

    name: float = 2.0
    number: float = 2.0
    lead: int = 60
    leading: float = 1.5
    days: float = 6.0
    floor: float = 0.08


@dataclass(frozen=True, slots=True)
class Likeness:
    """Scored pairs `a < b` in order; `words` is the cosine, `days` the days between two dates (nan where unknown)."""

    a: Array
    b: Array
    score: Array
    words: Array
    days: Array
    terms: Terms | None = None

    def reason(self, row: int) -> str:
        """What was compared in one pair, in words."""
        days = self.days[row]
        when = "no dates to compare" if np.isnan(days) else "the same day" if days < 1 else f"{days:.0f} days apart"
        alike = f"{self.words[row]:.2f} alike in words, names and numbers"
        if not self.terms:
            return f"{alike}; {when}"
        shared = self.terms.shared(int(self.a[row]), int(self.b[row]))
        return f"{alike} ({describe(shared) or 'no telling word among them'}); {when}"


@dataclass(frozen=True, slots=True)
class Terms:
    """The passages' vectors, and where each column's word stands, so that a likeness can be shown in words."""

    matrix: Any
    texts: Sequence[str]
    sample: Array

    def shared(self, a: int, b: int) -> tuple[Shared, ...]:
        """The telling words that speak most for the likeness of two passages; grammar words never do."""
        both = self.matrix[[a]].multiply(self.matrix[[b]]).tocsr()
        ranked = sorted(zip(-both.data, both.indices, strict=True))
        words = (self._word(int(column)) for _, column in ranked)
        texts = (self.texts[a], self.texts[b])
        return tuple(islice((found for word in words if (found := find_shared(word, texts))), SHOWN))

    def _word(self, column: int) -> str:
        text, start, end = self.sample[column].tolist()
        return str(self.texts[text][start:end])


def compare(passages: Sequence[tuple[str, str, str | None]], options: LikenessOptions) -> Likeness:
    """The likeness of passages given as headline, text, published."""
    texts = [f"{title}\n{text}" if title else text for title, text, _ in passages]
    terms = vectors(texts, options)
    dates = _Dates.of([published for _, _, published in passages])
    none, nothing = np.zeros(0, np.int64), np.zeros(0)
    found = [(none, none, nothing, nothing, nothing), *_partners(terms.matrix, dates, options)]
    a, b, score, words, days = (np.concatenate(column) for column in zip(*found, strict=True))
    return Likeness(a, b, score, words, days, terms)


@dataclass(frozen=True, slots=True)
class _Dates:
    """First and last second that each passage may have been published in; nan where unknown."""

    first: Array
    last: Array

    @staticmethod
    def of(published: Sequence[str | None]) -> _Dates:
        moments = [moment(value) for value in published]
        first = np.array([m.first if m else np.nan for m in moments])
        return _Dates(first, np.array([m.last if m else np.nan for m in moments]))

    def days(self, a: Array, b: Array) -> Array:
        apart: Array = np.maximum(np.maximum(self.first[a] - self.last[b], self.first[b] - self.last[a]), 0.0) / DAY
        return apart


def vectors(texts: Sequence[str], options: LikenessOptions) -> Terms:
    """Unit vectors of the texts over hashed words of two letters or more."""
    sample, seen = np.zeros((COLUMNS, 3), np.int32), np.zeros(COLUMNS, np.bool_)
    columns, values = [np.zeros(0, np.int32)], [np.zeros(0)]
    bounds = np.zeros(len(texts) + 1, np.int64)
    for first, last in batches(texts, BATCH):
        block = _terms(texts[first:last], options)
        columns.append(block.columns)
        values.append(block.values)
        bounds[first + 1 : last + 1] = bounds[first] + block.bounds[1:]
        fresh = ~seen[block.sample_columns]
        sample[block.sample_columns[fresh]] = block.sample[fresh] + [first, 0, 0]
        seen[block.sample_columns] = True
    column, value = np.concatenate(columns), np.concatenate(values)
    del columns, values
    rarity = np.log((1 + len(texts)) / (1 + np.bincount(column, minlength=COLUMNS))) + 1
    for first in range(0, len(texts), ROWS):
        last = min(first + ROWS, len(texts))
        part = slice(bounds[first], bounds[last])
        value[part] *= rarity[column[part]]
        row = np.repeat(np.arange(last - first), np.diff(bounds[first : last + 1]))
        value[part] /= np.sqrt(np.bincount(row, weights=value[part] ** 2, minlength=last - first))[row]
    from scipy.sparse import csr_array  # here: a quarter of a second that looking things up need not cost

    return Terms(csr_array((value, column, bounds), shape=(len(texts), COLUMNS)), texts, sample)


@dataclass(frozen=True, slots=True)
class _Block:
    """The terms of some texts, before their rarity is known: column and value, text by text; each column's first place.

    `sample` holds text, start and end of the first word in each of `sample_columns`.
    """

    columns: Array
    values: Array
    bounds: Array
    sample_columns: Array
    sample: Array


def _terms(texts: Sequence[str], options: LikenessOptions) -> _Block:
    flat = flatten(texts)
    owner = np.repeat(np.arange(len(texts)), np.diff(flat.bounds))
    weight = _weights(texts, flat.starts, flat.bounds, owner, options)
    kept = flat.ends - flat.starts >= 2
    column = (flat.hashes[kept] >> SHIFT).astype(np.int64)
    keys, where, counts = np.unique(owner[kept] * COLUMNS + column, return_inverse=True, return_counts=True)
    mean = np.bincount(where, weights=weight[kept], minlength=len(keys)) / np.maximum(counts, 1)
    bounds = np.searchsorted(keys // COLUMNS, np.arange(len(texts) + 1))
    found, first = np.unique(column, return_index=True)
    places = np.stack([owner[kept], flat.starts[kept], flat.ends[kept]], axis=1)[first].astype(np.int32)
    return _Block((keys % COLUMNS).astype(np.int32), (1 + np.log(counts)) * mean, bounds, found, places)


def _weights(texts: Sequence[str], starts: Array, bounds: Array, owner: Array, options: LikenessOptions) -> Array:
    initials = [
        text[start]
        for text, first, last in zip(texts, bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)
        for start in starts[first:last].tolist()
    ]
    by_initial = {
        sign: options.number if sign.isdigit() else options.name if sign.isupper() else 1.0 for sign in set(initials)
    }
    weight = np.fromiter((by_initial[sign] for sign in initials), np.float64, len(initials))
    weight[np.arange(len(owner)) - bounds[owner] < options.lead] *= options.leading
    return weight


def _partners(
    matrix: Any, dates: _Dates, options: LikenessOptions
) -> Iterator[tuple[Array, Array, Array, Array, Array]]:
    """Pairs `a < b` whose score reaches the floor, block by block: a, b, score, cosine, days."""
    size = matrix.shape[0]
    holders = np.bincount(matrix.indices, minlength=COLUMNS)
    common = holders > max(HOLDERS, PART * size)
    rare = matrix.copy()
    rare.data[common[rare.indices] | (holders[rare.indices] < 2)] = 0.0
    rare.eliminate_zeros()
    across = rare.T.tocsr()
    pruned = bool(common.any())
    for start in range(0, size, ROWS):
        block = (rare[start : start + ROWS] @ across).tocoo()
        a, b, words = (block.row + start).astype(np.int64), block.col.astype(np.int64), block.data
        keep = (a < b) & (words >= options.floor * (RARE if pruned else 1.0))
        a, b, words = a[keep], b[keep], words[keep]
        days = dates.days(a, b)
        fading = np.where(np.isnan(days), 1.0, np.exp(-days / options.days))
        near = (words + (COMMON if pruned else 0.0)) * fading >= options.floor
        order = np.flatnonzero(near)[np.lexsort((b[near], a[near]))]
        a, b, words, days, fading = a[order], b[order], words[order], days[order], fading[order]
        if pruned:
            words = _cosines(matrix, a, b)
        score = words * fading
        enough = score >= options.floor
        yield a[enough], b[enough], score[enough], words[enough], days[enough]


def _cosines(matrix: Any, a: Array, b: Array) -> Array:
    parts = [
        matrix[a[first : first + PAIRS]].multiply(matrix[b[first : first + PAIRS]]).sum(axis=1)
        for first in range(0, len(a), PAIRS)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)
