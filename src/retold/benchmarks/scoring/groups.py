"""Gold and found group labels in; B-cubed precision, recall and F1 out (Bagga & Baldwin 1998)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from retold.benchmarks.scoring.counting import share


@dataclass(frozen=True, slots=True)
class BCubed:
    """Averages over items."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return share(2 * self.precision * self.recall, self.precision + self.recall)


def b_cubed(labels: Iterable[tuple[Hashable, Hashable]]) -> BCubed:
    """One pair (gold group, found group) an item."""
    items = list(labels)
    both, gold, found = Counter(items), Counter(g for g, _ in items), Counter(f for _, f in items)
    precision = sum(n * n / found[f] for (_, f), n in both.items())
    recall = sum(n * n / gold[g] for (g, _), n in both.items())
    return BCubed(share(precision, len(items)), share(recall, len(items)))
