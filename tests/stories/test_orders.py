from __future__ import annotations

from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.stories.orders import LIMIT, weigh


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 5))
def test_steps_are_as_probable_as_the_orders_that_hold_them(seed: int, size: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)) * 2
    weights = {order: np.exp(sum(scores[a, b] for a, b in pairwise(order))) for order in permutations(range(size))}
    total = sum(weights.values())
    found = weigh(scores)
    assert np.isclose(found.log_sum, np.log(total))
    for a, b in permutations(range(size), 2):
        holding = sum(weight for order, weight in weights.items() if (a, b) in pairwise(order))
        assert np.isclose(found.step[a, b], holding / total)


def test_the_best_order_is_the_one_that_the_scores_ask_for_and_turned_their_way() -> None:
    wanted = [2, 0, 3, 1]
    scores = np.full((4, 4), -2.0)
    for a, b in pairwise(wanted):
        scores[a, b], scores[b, a] = 2.0, 1.0
    assert weigh(scores).best() == wanted
    assert weigh(scores.T).best() == wanted[::-1]


def test_too_many_things_are_refused() -> None:
    with pytest.raises(ValueError, match="orders of"):
        weigh(np.zeros((LIMIT + 1, LIMIT + 1)))
