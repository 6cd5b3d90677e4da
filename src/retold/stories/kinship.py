"""How near the members of one family are to each other, and what their texts say about which came first.

In: the texts of a family. Out: `Kinship`, from which distance, containment and direction of each pair can be asked.
Distance is Jaccard's over runs of eight signs, which sees changed punctuation and spelling as well as words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from retold.stories.hashing import MIX, SHIFT, Array, flatten, shingles

SIGNS = 8
RUN = 4
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
# Log odds that b was made from a, fitted by logistic regression without intercept on the 1,251 edges of the
# revision histories (five-fold by family: .88 of the found edges turned right; see benchmarks/lineage.py).
LONGER, KEPT, YEARS, ADDED = 0.57, 0.83, 1.12, 0.39


class Kinship:
    """Distances and directions between the texts of one family; computed when first asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.signs = [sign_runs(text) for text in texts]
        self._shared: dict[tuple[int, int], int] = {}

    def shared(self, a: int, b: int) -> int:
        """How many different runs of signs stand in both."""
        key = (min(a, b), max(a, b))
        if key not in self._shared:
            self._shared[key] = _common(self.signs[a], self.signs[b])
        return self._shared[key]

    def distance(self, a: int, b: int) -> float:
        """0 for the same text, 1 for nothing in common."""
        both = self.shared(a, b)
        return 1.0 - both / max(len(self.signs[a]) + len(self.signs[b]) - both, 1)

    def contained(self, child: int, parent: int) -> float:
        """The part of the child that stands in the parent."""
        return self.shared(child, parent) / max(len(self.signs[child]), 1)

    def forward(self, a: int, b: int) -> float:
        """Log odds, by the texts alone, that `b` was made from `a`: texts grow, and later years appear in them."""
        one, two = self._runs[a], self._runs[b]
        both = _common(one, two)
        score = LONGER * (int(len(two) > len(one)) - int(len(two) < len(one)))
        score += KEPT * (both / max(len(one), 1) - both / max(len(two), 1))
        score += ADDED * float(np.log1p(len(two) - both) - np.log1p(len(one) - both))
        first, second = self._years[a], self._years[b]
        if first and second:
            score += YEARS * (int(second > first) - int(second < first))
        return score

    @cached_property
    def _runs(self) -> list[Array]:
        flat = flatten(self.texts)
        grams, whole = shingles(flat, RUN)
        sides = list(zip(flat.bounds[:-1].tolist(), flat.bounds[1:].tolist(), strict=True))
        return [np.unique(grams[first:last][whole[first:last]]) for first, last in sides]

    @cached_property
    def _years(self) -> list[int]:
        """The latest year that each text names, 0 for none."""
        return [latest_year(text) for text in self.texts]


def latest_year(text: str) -> int:
    """The latest year from 1800 to 2099 that a text names; 0 for none."""
    return max((int(year) for year in YEAR.findall(text)), default=0)


def sign_runs(text: str) -> Array:
    """The different runs of `SIGNS` code points of a text, case folded, as sorted hashes; never none."""
    points = np.frombuffer(text.casefold().encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    if len(points) < SIGNS:
        points = np.append(points, np.zeros(SIGNS - len(points), np.uint64))
    runs = np.zeros(len(points) - SIGNS + 1, np.uint64)
    for step in range(SIGNS):
        runs = runs * MIX + points[step : len(points) - SIGNS + 1 + step]
    return np.unique((runs ^ runs >> SHIFT) * MIX)


def _common(one: Array, two: Array) -> int:
    small, large = sorted((one, two), key=len)
    if not len(large):
        return 0
    where = np.minimum(np.searchsorted(large, small), len(large) - 1)
    return int(np.count_nonzero(large[where] == small))
