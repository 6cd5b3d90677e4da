"""The order in which the versions of one page were made from one another, told from their texts.

In: the texts of all known versions, and where dates are known which is the elder of two. Out: the steps of the
likeliest order, and how probable each is. Each version is taken to come from one other: a page's history is a line.
A step's score is a weighted sum of its signs; the weights make the true orders of 268 histories as probable as can be
among all orders (`training/train_revisions.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from retold.stories.orders import LIMIT, weigh
from retold.stories.revision_signs import SIGNS, signs_of
from retold.stories.revision_weights import WEIGHTS

# More versions than this are too many for an exact sum over their orders.
MOST_VERSIONS = LIMIT


@dataclass(frozen=True, slots=True)
class Step:
    """`child` comes right after `parent`.

    `beside` is the probability that they are neighbours, `forward` the one that, if so, the parent is the elder.
    """

    parent: int
    child: int
    beside: float
    forward: float


def order_versions(texts: Sequence[str], dated: Callable[[int, int], float]) -> tuple[Step, ...]:
    """The steps of the likeliest order of at least two and at most `MOST_VERSIONS` texts.

    `dated(a, b)` is the log odds that dates give to `a` being the elder; 0 where they say nothing.
    """
    size = len(texts)
    scores = signs_of(texts) @ np.array([WEIGHTS[sign] for sign in SIGNS])
    scores += np.array([[dated(a, b) if a != b else 0.0 for b in range(size)] for a in range(size)])
    orders = weigh(scores)
    return tuple(
        Step(
            a, b, float(orders.beside[a, b]), float(orders.step[a, b] / max(orders.beside[a, b], np.finfo(float).tiny))
        )
        for a, b in pairwise(orders.best())
    )
