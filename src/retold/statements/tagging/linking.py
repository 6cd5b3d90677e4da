"""Word vectors and fragments in; which source and which contents belong to which cue out.

Each content fragment picks one cue, each cue one source or none; several cues may pick the same source.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retold.statements.tagging.decoding import Floats
from retold.statements.tagging.encoding import Encoded, Ints
from retold.statements.tagging.labels import Fragment, Role
from retold.statements.tagging.pairs import PAIR_FEATURE_SIZES, Ground, ground, pair_features

# The linker was trained on pairs within one window; further apart it has seen nothing.
REACH = 300


@dataclass(frozen=True, slots=True, eq=False)
class PairScorer:
    """The trained weights of one linker."""

    span_weight: Floats
    span_bias: Floats
    cue_weight: Floats
    cue_bias: Floats
    features: tuple[Floats, ...]
    score_weight: Floats
    score_bias: float

    @classmethod
    def read(cls, weights: Mapping[str, Floats], name: str) -> PairScorer:
        """The linker called `name` out of a table of weights."""
        return cls(
            weights[f"{name}.span.weight"],
            weights[f"{name}.span.bias"],
            weights[f"{name}.cue.weight"],
            weights[f"{name}.cue.bias"],
            tuple(weights[f"{name}.features.{i}.weight"] for i in range(len(PAIR_FEATURE_SIZES))),
            weights[f"{name}.score.weight"][0],
            float(weights[f"{name}.score.bias"][0]),
        )

    def scores(self, spans: Floats, cues: Floats, features: Ints) -> Floats:
        """A score for each (fragment, cue)."""
        a = spans @ self.span_weight.T + self.span_bias
        b = cues @ self.cue_weight.T + self.cue_bias
        size = a.shape[1] // 2
        hidden = a[:, None, :size] + b[None, :, :size]
        for column, table in enumerate(self.features):
            hidden = hidden + table[features[..., column]]
        product = a[:, size:] @ b[:, size:].T / np.float32(math.sqrt(size))
        single = np.maximum(hidden, 0) @ self.score_weight + np.float32(self.score_bias)
        return np.asarray(single + product, dtype=np.float32)


def pooled(vectors: Floats, spans: Ints) -> Floats:
    """First, last and mean vector of each span."""
    means = [vectors[a:b].mean(0) for a, b in spans]
    return np.concatenate([vectors[spans[:, 0]], vectors[spans[:, 1] - 1], np.stack(means)], axis=1)


def rows(found: Sequence[Fragment]) -> Ints:
    """Fragments as rows of (first word, past the last)."""
    return np.asarray([(f.start, f.end) for f in found], dtype=np.int64).reshape(-1, 2)


@dataclass(frozen=True, slots=True)
class Link:
    """One cue with its fragments; `source_margin` and `content_margins` are log odds against the next best choice."""

    cue: Fragment
    source: Fragment | None
    contents: tuple[Fragment, ...]
    source_margin: float
    content_margins: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Linker:
    """Both linkers and the score of having no source."""

    source: PairScorer
    content: PairScorer
    null_weight: Floats
    null_bias: float

    @classmethod
    def read(cls, weights: Mapping[str, Floats]) -> Linker:
        """Out of a table of weights."""
        null = weights["source.null.weight"][0]
        bias = float(weights["source.null.bias"][0])
        return cls(PairScorer.read(weights, "source"), PairScorer.read(weights, "content"), null, bias)

    def link(self, vectors: Floats, found: Sequence[Fragment], encoded: Encoded) -> tuple[Link, ...]:
        """Every cue that has a content, in text order."""
        cues = [f for f in found if f.role == Role.CUE]
        contents = [f for f in found if f.role == Role.CONTENT]
        sources = [f for f in found if f.role == Role.SOURCE]
        if not cues or not contents:
            return ()
        on = ground(encoded)
        cue_rows = rows(cues)
        cue_vectors = pooled(vectors, cue_rows)
        scores = _pair_scores(self.content, vectors, contents, cue_rows, cue_vectors, on)
        held: list[list[tuple[Fragment, float]]] = [[] for _ in cues]
        for content, line in zip(contents, scores, strict=True):
            best = int(line.argmax())
            if line[best] > UNREACHED:
                held[best].append((content, _margin(line, best)))
        null = (cue_vectors @ self.null_weight + self.null_bias)[:, None]
        table = null
        if sources:
            table = np.concatenate([_pair_scores(self.source, vectors, sources, cue_rows, cue_vectors, on).T, null], 1)
        links = []
        for cue, line, mine in zip(cues, table, held, strict=True):
            if mine:
                best = int(line.argmax())
                source = sources[best] if best < len(sources) else None
                links.append(
                    Link(cue, source, tuple(c for c, _ in mine), _margin(line, best), tuple(m for _, m in mine))
                )
        return tuple(links)


UNREACHED = -1e4


def _pair_scores(
    scorer: PairScorer, vectors: Floats, spans: Sequence[Fragment], cues: Ints, cue_vectors: Floats, on: Ground
) -> Floats:
    """All scores, with UNREACHED for pairs further apart than REACH; long texts are worked through in stretches."""
    span_rows = rows(spans)
    out = np.full((len(spans), len(cues)), UNREACHED, dtype=np.float32)
    for low in range(0, len(spans), 64):
        part = span_rows[low : low + 64]
        near = (cues[:, 1] > part[:, 0].min() - REACH) & (cues[:, 0] < part[:, 1].max() + REACH)
        chosen = np.flatnonzero(near)
        if len(chosen):
            features = pair_features(part, cues[chosen], on)
            found = scorer.scores(pooled(vectors, part), cue_vectors[chosen], features)
            gap = np.maximum(cues[chosen, 0][None] - part[:, 1][:, None], part[:, 0][:, None] - cues[chosen, 1][None])
            out[low : low + 64, chosen] = np.where(gap > REACH, UNREACHED, found)
    return out


def _margin(line: Floats, best: int) -> float:
    """Log odds of the best choice against all others together."""
    others = np.delete(line, best)
    if not len(others):
        return float(-UNREACHED)
    top = others.max()
    return float(line[best] - top - np.log(np.exp(others - top).sum()))
