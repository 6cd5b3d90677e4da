"""Average-link clustering over a sparse graph of scored pairs.

In: how many items, and the scored pairs between them; a pair that is not given scores 0. Out: a label for each item,
the smallest index of its cluster. Clusters merge while the mean score over all their pairs reaches the threshold and,
where both hold several items, comes near the mean within each: two tight clusters that are only somewhat alike stay
apart. Equal scores are settled by index, so that the result is the same in every run.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from retold.stories.likeness import Likeness

# Passages that are alike beyond this are copies: a story of two dispatches, each printed word for word by many, is as
# tight on both sides as can be and still one story (swept .35 to 1 as `GroupOptions` says; on planted stories, where
# copies abound, B-cubed F1 is .928 without it and .947 with it).
COPIED = 0.5


@dataclass(frozen=True, slots=True)
class Limits:
    """What the mean score between two clusters must reach: `threshold`, and `cohesion` times the lower mean within."""

    threshold: float
    cohesion: float = 0.0


def link(
    items: int, likeness: Likeness, limits: Limits, pins: Mapping[tuple[int, int], bool] | None = None
) -> list[int]:
    """Labels by average linkage; pinned pairs are together or apart whatever their score."""
    clusters = _Clusters(items)
    for a, b, score in _within_reach(items, likeness, limits.threshold, pins or {}):
        clusters.add(a, b, score)
    for (a, b), together in sorted((pins or {}).items()):
        if together:
            clusters.join(a, b)
    for (a, b), together in sorted((pins or {}).items()):
        if not together:
            clusters.forbid(a, b)
    clusters.run(limits)
    return clusters.labels()


def _within_reach(
    items: int, likeness: Likeness, threshold: float, pins: Mapping[tuple[int, int], bool]
) -> Iterator[tuple[int, int, float]]:
    """The pairs whose two items could end in one cluster.

    Two clusters merge only if their mean reaches the threshold, so at least one pair between them does: no cluster
    leaves a connected component of the pairs at or above the threshold (and of those pinned together).
    """
    strong = likeness.score >= threshold
    joined = [pair for pair, together in pins.items() if together]
    a = np.concatenate([likeness.a[strong], np.array([pair[0] for pair in joined], np.int64)])
    b = np.concatenate([likeness.b[strong], np.array([pair[1] for pair in joined], np.int64)])
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    graph = coo_array((np.ones(len(a)), (a, b)), shape=(items, items))
    _, component = connected_components(graph, directed=False)
    near = component[likeness.a] == component[likeness.b]
    yield from zip(likeness.a[near].tolist(), likeness.b[near].tolist(), likeness.score[near].tolist(), strict=True)


class _Clusters:
    """Cluster sums between clusters, merged greedily from a heap of candidate merges."""

    def __init__(self, items: int) -> None:
        self.sums: list[dict[int, float]] = [{} for _ in range(items)]
        self.inside = [0.0] * items
        self.size = [1] * items
        self.parent = list(range(items))
        self.apart: set[tuple[int, int]] = set()

    def add(self, a: int, b: int, score: float) -> None:
        self.sums[a][b] = self.sums[b][a] = score

    def find(self, n: int) -> int:
        while self.parent[n] != n:
            self.parent[n] = self.parent[self.parent[n]]
            n = self.parent[n]
        return n

    def forbid(self, a: int, b: int) -> None:
        one, two = sorted((self.find(a), self.find(b)))
        if one != two:
            self.apart.add((one, two))
            self.sums[one].setdefault(two, 0.0)
            self.sums[two].setdefault(one, 0.0)

    def join(self, a: int, b: int) -> int:
        keep, gone = sorted((self.find(a), self.find(b)))
        if keep == gone:
            return keep
        self.parent[gone] = keep
        self.size[keep] += self.size[gone]
        self.inside[keep] += self.inside[gone] + self.sums[keep].pop(gone, 0.0)
        for other, total in self.sums[gone].items():
            if other == keep:
                continue
            self.sums[keep][other] = self.sums[keep].get(other, 0.0) + total
            del self.sums[other][gone]
            self.sums[other][keep] = self.sums[keep][other]
            if (min(gone, other), max(gone, other)) in self.apart:
                self.apart.add((min(keep, other), max(keep, other)))
        self.sums[gone] = {}
        return keep

    def run(self, limits: Limits) -> None:
        heap = [(-self.mean(a, b), a, b) for a in range(len(self.sums)) for b in self.sums[a] if a < b]
        heap = [entry for entry in heap if -entry[0] >= limits.threshold]
        heapq.heapify(heap)
        while heap:
            negative, a, b = heapq.heappop(heap)
            if self.parent[a] != a or self.parent[b] != b or -negative != self.mean(a, b):
                continue
            if (a, b) in self.apart or -negative < limits.cohesion * min(self.within(a), self.within(b)):
                continue
            keep = self.join(a, b)
            for other in self.sums[keep]:
                mean = self.mean(keep, other)
                if mean >= limits.threshold:
                    heapq.heappush(heap, (-mean, min(keep, other), max(keep, other)))

    def within(self, a: int) -> float:
        """The mean over the pairs inside a cluster, up to `COPIED`; 0 for one item, which asks nothing of others."""
        return min(self.inside[a] / max(self.size[a] * (self.size[a] - 1) / 2, 1), COPIED)

    def mean(self, a: int, b: int) -> float:
        return self.sums[a].get(b, 0.0) / (self.size[a] * self.size[b])

    def labels(self) -> list[int]:
        return [self.find(n) for n in range(len(self.parent))]
