"""What the tagger and linker saw of one attribution in; how likely it is right out.

Logistic regressions fitted on PolNeAR dev (figures and reliability table: docs/model-card-attribution.md).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retold.statements.tagging.decoding import Doubles
from retold.statements.tagging.labels import Fragment, begin, inside
from retold.statements.tagging.linking import Link

EVIDENCE = (
    "cue",
    "cue_edges",
    "content",
    "content_edges",
    "source",
    "source_edges",
    "source_link",
    "content_link",
    "sourceless",
)
# Beyond these log odds a probability says nothing more that dev could confirm.
CAP = 8.0


def evidence(link: Link, chances: Doubles) -> tuple[float, ...]:
    """One number for each name in EVIDENCE: log odds, capped; `chances` are label probabilities per word."""
    cue, cue_edges = _certainty(link.cue, chances)
    contents = [_certainty(content, chances) for content in link.contents]
    source = _certainty(link.source, chances) if link.source else (0.0, 0.0)
    return (
        cue,
        cue_edges,
        min(c for c, _ in contents),
        min(e for _, e in contents),
        *source,
        _capped(link.source_margin),
        _capped(min(link.content_margins)),
        0.0 if link.source else 1.0,
    )


def _certainty(fragment: Fragment, chances: Doubles) -> tuple[float, float]:
    """Log odds of the words' having the role on average, and of both edges' being where they are."""
    part = chances[fragment.start : fragment.end]
    role = part[:, [begin(fragment.role), inside(fragment.role)]].sum(1)
    start = part[0, begin(fragment.role)]
    end = 1.0 if fragment.end == len(chances) else 1.0 - chances[fragment.end, inside(fragment.role)]
    return _log_odds(float(role.mean())), _log_odds(float(start * end))


def _log_odds(p: float) -> float:
    p = min(max(p, 1e-6), 1 - 1e-6)
    return _capped(math.log(p / (1 - p)))


def _capped(value: float) -> float:
    return min(max(value, -CAP), CAP)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression over EVIDENCE."""

    weights: tuple[float, ...]
    bias: float

    @classmethod
    def read(cls, table: Mapping[str, float]) -> Calibration:
        """Out of a table with a weight for each name in EVIDENCE and a `bias`."""
        return cls(tuple(float(table[name]) for name in EVIDENCE), float(table["bias"]))

    def probability(self, numbers: Sequence[float]) -> float:
        """Rounded to four places, so that machines agree."""
        z = float(np.dot(self.weights, numbers)) + self.bias
        return round(1 / (1 + math.exp(-min(max(z, -30.0), 30.0))), 4)
