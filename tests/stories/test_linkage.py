from __future__ import annotations

import itertools
import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.stories.likeness import Likeness
from retold.stories.linkage import COPIED, Limits, link

HALF = Limits(0.5)


def likeness(scores: dict[tuple[int, int], float]) -> Likeness:
    pairs = sorted(scores)
    a, b = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    values = np.array([scores[pair] for pair in pairs])
    return Likeness(a, b, values, values, np.full(len(pairs), np.nan))


def plain(items: int, scores: dict[tuple[int, int], float], threshold: float) -> set[frozenset[int]]:
    """Average linkage as a textbook has it."""
    clusters = [frozenset([n]) for n in range(items)]
    while len(clusters) > 1:

        def mean(one: frozenset[int], two: frozenset[int]) -> float:
            pairs = [(min(a, b), max(a, b)) for a in one for b in two]
            return sum(scores.get(pair, 0.0) for pair in pairs) / len(pairs)

        best = max(itertools.combinations(sorted(clusters, key=min), 2), key=lambda pair: mean(*pair))
        if mean(*best) < threshold:
            break
        clusters = [c for c in clusters if c not in best] + [best[0] | best[1]]
    return set(clusters)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 9))
def test_the_sparse_linkage_is_average_linkage(seed: int, items: int) -> None:
    pairs = list(itertools.combinations(range(items), 2))
    # random scores, because ties may be settled either way
    rng = random.Random(seed)
    values = [rng.uniform(0.1, 0.9) for _ in pairs]
    scores = dict(zip(pairs, values, strict=True))
    labels = link(items, likeness(scores), HALF)
    found = {frozenset(n for n in range(items) if labels[n] == label) for label in labels}
    assert found == plain(items, scores, HALF.threshold)


def test_a_chain_of_likenesses_does_not_pull_unlike_ends_together() -> None:
    assert link(3, likeness({(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.1}), HALF) == [0, 0, 2]


def test_pinned_pairs_outweigh_scores() -> None:
    scores = likeness({(0, 1): 0.9, (1, 2): 0.1})
    assert link(3, scores, HALF, {(0, 1): False}) == [0, 1, 2]
    assert link(3, scores, HALF, {(1, 2): True})[1:] == [link(3, scores, HALF, {(1, 2): True})[1]] * 2


def test_a_parted_pair_stays_parted_when_their_clusters_grow() -> None:
    scores = dict.fromkeys(itertools.combinations(range(4), 2), 0.9)
    labels = link(4, likeness(scores), HALF, {(0, 3): False})
    assert labels[0] != labels[3]


def within_and_between(within: float, between: float) -> Likeness:
    """Two groups of three."""
    pairs = itertools.combinations(range(6), 2)
    return likeness({(a, b): within if a // 3 == b // 3 else between for a, b in pairs})


def test_two_tight_groups_that_are_only_somewhat_alike_stay_apart() -> None:
    assert link(6, within_and_between(0.45, 0.25), Limits(0.2, 0.7)) == [0, 0, 0, 3, 3, 3]
    assert link(6, within_and_between(0.45, 0.25), Limits(0.2)) == [0] * 6
    assert link(6, within_and_between(0.3, 0.25), Limits(0.2, 0.7)) == [0] * 6


def test_two_dispatches_printed_word_for_word_by_many_are_still_one_story() -> None:
    assert link(6, within_and_between(1.0, 0.4), Limits(0.2, 0.7)) == [0] * 6
    assert link(6, within_and_between(1.0, 0.7 * COPIED - 0.01), Limits(0.2, 0.7)) == [0, 0, 0, 3, 3, 3]


def test_one_passage_joins_a_tight_group_by_the_threshold_alone() -> None:
    scores = {(0, 1): 0.5, (0, 2): 0.25, (1, 2): 0.25}
    assert link(3, likeness(scores), Limits(0.2, 0.7)) == [0, 0, 0]
