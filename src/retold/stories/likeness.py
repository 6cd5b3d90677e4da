"""How alike two passages are: words, headline, names and dates weighed into one score.

In: title, text and date of each passage. Out: `Likeness`, the scored pairs worth looking at; a pair that is not in it
is unlike. Vectors are sparse, partners are found by blocks of rows, so that memory follows the pairs kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from retold.stories.hashing import Array
from retold.stories.times import moment

ROWS = 512


@dataclass(frozen=True, slots=True)
class LikenessOptions:
    """Pairs whose words are less alike than `floor` are not looked at; at most `partners` are kept for a passage."""

    floor: float = 0.08
    partners: int = 40
    days: float = 6.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """Scored pairs `a < b`, sorted; `words` is the cosine of their words, `days` between dates (nan if unknown)."""

    a: Array
    b: Array
    score: Array
    words: Array
    days: Array

    def rows(self) -> Iterator[tuple[int, int, float, str]]:
        """Each pair with its score and what was compared."""
        for a, b, score, words, days in zip(self.a, self.b, self.score, self.words, self.days, strict=True):
            when = "no dates" if np.isnan(days) else f"{days:.0f} days apart"
            yield int(a), int(b), float(score), f"words {words:.2f} alike, {when}"


def compare(passages: Sequence[tuple[str, str, str | None]], options: LikenessOptions) -> Likeness:
    """The likeness of passages given as title, text, published."""
    none = np.zeros(0)
    if len(passages) < 2:
        return Likeness(none.astype(int), none.astype(int), none, none, none)
    vectorizer = TfidfVectorizer(sublinear_tf=True, min_df=1, stop_words=None, token_pattern=r"(?u)\b\w\w+\b")
    try:
        matrix = vectorizer.fit_transform([f"{title}\n{text}" for title, text, _ in passages])
    except ValueError:  # no words at all
        return Likeness(none.astype(int), none.astype(int), none, none, none)
    a, b, words = _neighbours(matrix, options)
    days = _days([published for _, _, published in passages], a, b)
    score = words * np.where(np.isnan(days), 1.0, np.exp(-days / options.days))
    return Likeness(a, b, score, words, days)


def _neighbours(matrix: object, options: LikenessOptions) -> tuple[Array, Array, Array]:
    pairs: list[tuple[Array, Array, Array]] = []
    for first in range(0, matrix.shape[0], ROWS):  # type: ignore[attr-defined]
        block = (matrix[first : first + ROWS] @ matrix.T).toarray()  # type: ignore[index, attr-defined]
        rows, columns = np.nonzero(block >= options.floor)
        keep = rows + first < columns
        rows, columns = rows[keep], columns[keep]
        pairs.append((rows + first, columns, block[rows, columns]))
    a, b, words = (np.concatenate(part) for part in zip(*pairs, strict=True))
    return a, b, words


def _days(published: Sequence[str | None], a: Array, b: Array) -> Array:
    moments = [moment(value) for value in published]
    first = np.array([m.first if m else np.nan for m in moments])
    last = np.array([m.last if m else np.nan for m in moments])
    days: Array = np.maximum(np.maximum(first[a] - last[b], first[b] - last[a]), 0.0) / 86400.0
    return days
