"""Counts in; shares, precision, recall and F1 out. Nothing to count gives 0."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Counts = Mapping[str, float]


def total(rows: Iterable[Counts]) -> defaultdict[str, float]:
    """Counts by name, added up; a name that no row has is 0."""
    out: defaultdict[str, float] = defaultdict(float)
    for row in rows:
        for name, number in row.items():
            out[name] += number
    return out


def share(part: float, whole: float) -> float:
    """`part` of `whole`."""
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many of what was found, and of what is there to be found (gold), are right."""

    right: float
    found: float
    gold: float

    @property
    def precision(self) -> float:
        """Right of found."""
        return share(self.right, self.found)

    @property
    def recall(self) -> float:
        """Right of gold."""
        return share(self.right, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return share(2 * self.right, self.found + self.gold)
