"""The tree-shaped CRF gives what a word-by-word one gives."""

from __future__ import annotations

from itertools import pairwise, product
from operator import itemgetter

import numpy as np
import pytest

from retold.statements.tagging.decoding import Floats, best_labels, probabilities

LABELS = 3


def scores(length: int, seed: int) -> tuple[Floats, Floats, Floats]:
    rng = np.random.default_rng(seed)
    emissions = rng.normal(size=(length, LABELS)).astype(np.float32)
    transitions = rng.normal(size=(LABELS, LABELS)).astype(np.float32)
    transitions[0, 2] = -1e4
    return emissions, transitions, rng.normal(size=LABELS).astype(np.float32)


def all_paths(emissions: Floats, transitions: Floats, starts: Floats) -> dict[tuple[int, ...], float]:
    out = {}
    for path in product(range(LABELS), repeat=len(emissions)):
        steps = sum(float(transitions[a, b]) for a, b in pairwise(path))
        out[path] = float(starts[path[0]]) + steps + sum(float(emissions[i, k]) for i, k in enumerate(path))
    return out


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5, 6, 7])
def test_the_best_path_and_the_probabilities_match_all_paths_tried(length: int) -> None:
    for seed in range(5):
        emissions, transitions, starts = scores(length, seed)
        paths = all_paths(emissions, transitions, starts)
        assert best_labels(emissions, transitions, starts) == list(max(paths.items(), key=itemgetter(1))[0])
        weights = {path: np.exp(score) for path, score in paths.items()}
        expected = np.zeros((length, LABELS))
        for path, weight in weights.items():
            expected[range(length), path] += weight
        expected /= sum(weights.values())
        np.testing.assert_allclose(probabilities(emissions, transitions, starts), expected, atol=1e-5)


def test_a_forbidden_step_is_never_taken() -> None:
    emissions, transitions, starts = scores(20_000, 1)
    labels = best_labels(emissions, transitions, starts)
    assert (0, 2) not in set(pairwise(labels))
    assert np.isfinite(probabilities(emissions, transitions, starts)).all()


def test_no_words_have_no_labels() -> None:
    emissions, transitions, starts = scores(0, 1)
    assert best_labels(emissions, transitions, starts) == []
    assert probabilities(emissions, transitions, starts).shape == (0, LABELS)
