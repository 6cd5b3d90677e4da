"""All orders in which some things may follow one another, weighed by the score of each step.

In: a matrix of scores, log odds that the second comes right after the first. Out: `Orders`: how probable each step is
over all orders (each weighs the exponential of its steps' sum), and the order whose steps are the most probable
neighbours, turned the likelier way. Exact, by sums over subsets (Bellman, Held and Karp 1962): 2**n * n**2 steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from retold.stories.hashing import Array

# 0.1 s at 10, a quarter of a second more for each further item.
LIMIT = 10


@dataclass(frozen=True, slots=True)
class Orders:
    """`step[a, b]`: the probability that `b` comes right after `a`; `log_sum`: of all orders' weights."""

    step: Array
    log_sum: float

    @property
    def beside(self) -> Array:
        """The probability that two are neighbours, either way round."""
        either: Array = self.step + self.step.T
        return either

    def best(self) -> list[int]:
        """The order with the most probable neighbours; ties by index."""
        order = _longest(np.round(self.beside, 9))
        forward = sum(self.step[a, b] - self.step[b, a] for a, b in pairwise(order))
        return order if round(float(forward), 9) >= 0 else order[::-1]


def weigh(scores: Array) -> Orders:
    """The orders of one family, `scores[from, to]`; ValueError for none or above `LIMIT` items."""
    step, log_sum = weigh_all(scores[None])
    return Orders(step[0], float(log_sum[0]))


def weigh_all(scores: Array) -> tuple[Array, Array]:
    """The same for several families of one size, `scores[family, from, to]`: `step` and `log_sum` of each."""
    families, size, _ = scores.shape
    if not 0 < size <= LIMIT:
        raise ValueError(f"orders of {size} items")
    before, after = _before(scores), _after(scores)
    total = np.logaddexp.reduce(before[:, -1], axis=1)
    sets = np.arange(1 << size)
    step = np.zeros((families, size, size))
    for a in range(size):
        for b in range(size):
            if a != b:
                using = sets[(sets >> a & 1 == 1) & (sets >> b & 1 == 0)]
                paths = np.logaddexp.reduce(before[:, using, a] + after[:, using | 1 << b, b], axis=1)
                step[:, a, b] = np.exp(paths + scores[:, a, b] - total)
    return step, total


def _before(scores: Array) -> Array:
    """`[family, set, last]`: the log of the weights of all orders of a set that end in `last`."""
    families, size, _ = scores.shape
    found = np.full((families, 1 << size, size), -np.inf)
    found[:, 1 << np.arange(size), np.arange(size)] = 0.0
    for members, inside, _ in _subsets(size):
        for last in inside.tolist() if len(inside) > 1 else ():
            rest = inside[inside != last]
            ways = found[:, members ^ 1 << last, rest] + scores[:, rest, last]
            found[:, members, last] = np.logaddexp.reduce(ways, axis=1)
    return found


def _after(scores: Array) -> Array:
    """`[family, set, last]`: the log of the weights of all ways on from `last` through what the set leaves out."""
    families, size, _ = scores.shape
    found = np.full((families, 1 << size, size), -np.inf)
    found[:, -1] = 0.0
    for members, inside, outside in reversed(_subsets(size)):
        if len(outside):
            on = found[:, members | 1 << outside, outside]
            ways = scores[:, inside[:, None], outside] + on[:, None, :]
            found[:, members, inside] = np.logaddexp.reduce(ways, axis=2)
    return found


def _subsets(size: int) -> list[tuple[int, Array, Array]]:
    """Every set but the empty one, smaller numbers first, with its members and the others."""
    items = np.arange(size)
    inside = [(members, (members >> items & 1) == 1) for members in range(1, 1 << size)]
    return [(members, items[held], items[~held]) for members, held in inside]


def _longest(gain: Array) -> list[int]:
    """The order of the greatest sum of `gain` between neighbours."""
    size = len(gain)
    best = np.full((1 << size, size), -np.inf)
    via = np.full((1 << size, size), -1)
    best[1 << np.arange(size), np.arange(size)] = 0.0
    for members, inside, outside in _subsets(size):
        if not len(outside):
            continue
        total = best[members, inside][:, None] + gain[np.ix_(inside, outside)]
        choice = total.argmax(axis=0)
        for at, new in enumerate(outside.tolist()):
            best[members | 1 << new, new] = total[choice[at], at]
            via[members | 1 << new, new] = inside[choice[at]]
    members, last = (1 << size) - 1, int(best[-1].argmax())
    order: list[int] = []
    while last >= 0:
        order.append(last)
        members, last = members ^ 1 << last, int(via[members, last])
    return order
