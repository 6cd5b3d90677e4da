"""Which rows stand elsewhere in another telling, and only those that really moved.

In: the rows of a collation as places per telling. Out: the rows that moved. For each two tellings the longest chain
of shared rows that stands in the same order in both has not moved; what is outside it has. Where two chains are
equally long, the one is kept whose sentences stayed in their paragraphs; where that is equal too, the one that
keeps the later rows (so that the earlier block is the one that moved down).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

Places = Sequence[int | None]


def moved(rows: Sequence[Places], uprooted: Sequence[int]) -> frozenset[int]:
    """Indices of the rows outside the longest chain in some pair of tellings.

    `rows` gives for each row its place (any ascending number) per telling, None where absent; `uprooted` for each
    row how many of its paragraph's companions it lost or won from telling to telling.
    """
    found: set[int] = set()
    tellings = len(rows[0]) if rows else 0
    for one, two in combinations(range(tellings), 2):
        shared = [
            (first, second, row)
            for row, places in enumerate(rows)
            if (first := places[one]) is not None and (second := places[two]) is not None
        ]
        shared.sort()
        if all(a[1] < b[1] for a, b in pairwise(shared)):
            continue
        chain = longest_chain([place for _, place, _ in shared], [uprooted[row] for _, _, row in shared])
        found.update(row for number, (_, _, row) in enumerate(shared) if number not in chain)
    return frozenset(found)


def longest_chain(places: Sequence[int], costs: Sequence[int]) -> frozenset[int]:
    """Indices of the longest ascending run of distinct `places`; among equals the cheapest, then the latest.

    Fredman's longest increasing subsequence, weighted, over a Fenwick tree of best chains: O(n log n).
    """
    ranks = {place: rank for rank, place in enumerate(sorted(places), 1)}
    size = len(places)
    # A chain's worth: its length, minus its cost, then its last index; and the index that it ends at.
    tree: list[tuple[int, int, int]] = [(0, 0, -1)] * (size + 1)
    before = [-1] * size
    best = (0, 0, -1)
    for index, place in enumerate(places):
        rank = ranks[place]
        length, worth, last = _best_below(tree, rank - 1)
        before[index] = last
        chain = (length + 1, worth - costs[index], index)
        best = max(best, chain)
        while rank <= size:
            tree[rank] = max(tree[rank], chain)
            rank += rank & -rank
    kept: set[int] = set()
    index = best[2]
    while index >= 0:
        kept.add(index)
        index = before[index]
    return frozenset(kept)


def _best_below(tree: list[tuple[int, int, int]], rank: int) -> tuple[int, int, int]:
    best = (0, 0, -1)
    while rank > 0:
        best = max(best, tree[rank])
        rank -= rank & -rank
    return best
