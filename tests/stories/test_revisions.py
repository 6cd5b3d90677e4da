from __future__ import annotations

import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stories.prose import sentences

from retold.stories.revision_signs import SIGNS, signs_of
from retold.stories.revision_weights import WEIGHTS
from retold.stories.revisions import order_versions


def undated(_a: int, _b: int) -> float:
    return 0.0


def versions() -> list[str]:
    """Five versions: each adds two sentences, the third also drops one."""
    text = sentences(1, 16)
    return [" ".join(text[: 6 + 2 * n][int(n > 1) :]) for n in range(5)]


def test_versions_that_grow_are_put_in_their_order_whatever_order_they_come_in() -> None:
    texts = versions()
    for seed in range(4):
        shuffled = list(range(5))
        random.Random(seed).shuffle(shuffled)
        steps = order_versions([texts[n] for n in shuffled], undated)
        assert [(shuffled[s.parent], shuffled[s.child]) for s in steps] == [(0, 1), (1, 2), (2, 3), (3, 4)]
        assert all(step.beside > 0.5 and step.forward > 0.5 for step in steps)


def test_a_date_turns_an_order_that_the_texts_would_have_the_other_way() -> None:
    texts = versions()[:2]
    assert [(s.parent, s.child) for s in order_versions(texts, undated)] == [(0, 1)]
    (turned,) = order_versions(texts, lambda a, b: 5.0 if a > b else -5.0)
    assert (turned.parent, turned.child) == (1, 0)


def test_a_version_that_names_a_later_day_comes_later() -> None:
    base = " ".join(sentences(1, 8))
    signs = signs_of([base + " It opened on 4 May 2031.", base + " It opened on June 9, 2031."])
    assert signs[0, 1, SIGNS.index("later day")] == 1
    assert signs[1, 0, SIGNS.index("later day")] == -1
    assert signs[0, 1, SIGNS.index("later year")] == 0


def test_every_sign_has_a_weight_and_no_other() -> None:
    assert set(WEIGHTS) == set(SIGNS)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_no_sign_depends_on_the_order_of_the_texts(texts: list[str], rng: random.Random) -> None:
    signs = signs_of(texts)
    assert signs.shape == (len(texts), len(texts), len(SIGNS))
    assert np.isfinite(signs).all()
    order = list(range(len(texts)))
    rng.shuffle(order)
    off = ~np.eye(len(texts), dtype=bool)
    np.testing.assert_allclose(signs_of([texts[n] for n in order])[off], signs[np.ix_(order, order)][off])
