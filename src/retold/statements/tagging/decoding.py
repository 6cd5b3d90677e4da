"""Scores of labels per word in; the best allowed sequence of labels, and each label's probability, out.

A linear-chain CRF worked out by joining neighbouring stretches in pairs, so that numpy does whole levels at once: a
text of n words costs about log2(n) array operations and linear memory.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indices = NDArray[np.int8]
Doubles = NDArray[np.float64]

# Stretches joined at once; bounds the memory of a join to a few megabytes for texts of any length.
SLICE = 4096
UNREACHABLE = -1e6


def best_labels(emissions: Floats, transitions: Floats, starts: Floats) -> list[int]:
    """The best path (Viterbi); ties go to the lower label."""
    if not len(emissions):
        return []
    labels = emissions.shape[1]
    first = starts + emissions[0]
    if len(emissions) == 1:
        return [int(first.argmax())]
    identity = np.full((1, labels, labels), UNREACHABLE, dtype=np.float32)
    identity[0, range(labels), range(labels)] = 0
    level = transitions[None] + emissions[1:, None, :]
    chosen: list[tuple[Indices, int]] = []
    while len(level) > 1:
        size = len(level)
        if size % 2:
            level = np.concatenate([level, identity])
        level, arguments = _join_best(level[0::2], level[1::2])
        chosen.append((arguments, size))
    ends = first[:, None] + level[0]
    bounds = np.asarray(np.unravel_index(int(ends.argmax()), ends.shape), dtype=np.int64)
    for arguments, size in reversed(chosen):
        middle = arguments[np.arange(len(arguments)), bounds[:-1], bounds[1:]]
        wider = np.empty(2 * len(middle) + 1, dtype=np.int64)
        wider[0::2], wider[1::2] = bounds, middle
        bounds = wider[: size + 1]
    return [int(label) for label in bounds]


def _join_best(left: Floats, right: Floats) -> tuple[Floats, Indices]:
    scores = np.empty_like(left)
    arguments = np.empty(left.shape, dtype=np.int8)
    for low in range(0, len(left), SLICE):
        part = slice(low, low + SLICE)
        through = left[part, :, None, :] + right[part].transpose(0, 2, 1)[:, None]
        best = through.argmax(-1)
        found = np.take_along_axis(through, best[..., None], -1)[..., 0]
        scores[part] = found - found.max((1, 2), keepdims=True)
        arguments[part] = best
    return scores, arguments


def probabilities(emissions: Floats, transitions: Floats, starts: Floats) -> Doubles:
    """The probability of each label at each word (forward-backward)."""
    if len(emissions) < 2:
        weights = np.exp(_centred(np.asarray(starts + emissions, dtype=np.float64), (1,)))
        return np.asarray(weights / weights.sum(1, keepdims=True), dtype=np.float64)
    labels = emissions.shape[1]
    steps = np.exp(_centred(np.asarray(transitions[None] + emissions[1:, None, :], dtype=np.float64), (1, 2)))
    levels = [steps]
    while len(levels[-1]) > 1:
        level = levels[-1]
        if len(level) % 2:
            level = levels[-1] = np.concatenate([level, np.eye(labels)[None]])
        joined = level[0::2] @ level[1::2]
        levels.append(joined / joined.max((1, 2), keepdims=True))
    before = np.exp(_centred(np.asarray(starts + emissions[:1], dtype=np.float64), (1,)))
    after = np.ones((1, labels))
    for level in reversed(levels[:-1]):
        left, right = level[0::2], level[1::2]
        before = _interleaved(before[: len(left)], _scaled((before[: len(left), None] @ left)[:, 0]))
        after = _interleaved(_scaled((right @ after[: len(right), :, None])[..., 0]), after[: len(right)])
    count = len(emissions) - 1
    before, after = before[:count], after[:count]
    opening = before[:1] * (steps[0] @ after[0])
    found = np.concatenate([opening, (before[:, None] @ steps[:count])[:, 0] * after])
    return np.asarray(found / found.sum(1, keepdims=True), dtype=np.float64)


def _centred(values: Doubles, axes: tuple[int, ...]) -> Doubles:
    return np.asarray(values - values.max(axes, keepdims=True), dtype=np.float64)


def _scaled(rows: Doubles) -> Doubles:
    return np.asarray(rows / rows.max(1, keepdims=True), dtype=np.float64)


def _interleaved(even: Doubles, odd: Doubles) -> Doubles:
    out = np.empty((len(even) + len(odd), even.shape[1]))
    out[0::2], out[1::2] = even, odd
    return out
