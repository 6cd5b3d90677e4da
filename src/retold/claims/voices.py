"""One more voice on whether two statements agree, beside the structural comparison: a learned comparer, say.

Goes in: comparisons that structure left open, with the words of their two propositions. Comes out: the same with
the voice's opinion, its share of the score, and the reason that says so. Always holds: a voice is asked about pairs
that share words and have no conflict, in an order of texts that does not depend on the order of articles; it moves a
score by a bounded step, so that it lifts what was nearly joined and never joins two statements by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from typing import Protocol

from retold.claims.comparison import Comparison, Conflict

# Structural scores that leave the answer open. Outside a voice is not asked: below, it would have to decide alone;
# above, it could not change the answer.
OPEN_FROM, OPEN_TO = 0.15, 0.85
# The most that a voice adds or takes, in log odds: from .15 it reaches .37, which is shown as unsure and not joined.
LOUDEST = 1.2


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a voice thinks of two statements: shares of 1, what is left is "neither"."""

    agreement: float
    contradiction: float

    def __post_init__(self) -> None:
        if not (0 <= self.agreement <= 1 and 0 <= self.contradiction <= 1):
            raise ValueError(f"not shares of one: {self.agreement}, {self.contradiction}")


class Voice(Protocol):
    """Compares statements by their words alone. The answer for a pair must not depend on the other pairs."""

    @property
    def name(self) -> str:
        """What it is called beside its score, with its version."""

    def compare(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Opinion]:
        """An opinion for each pair of texts, in their order."""


def hear(
    voice: Voice | None, decided: Mapping[tuple[int, int], Comparison], texts: Sequence[str]
) -> dict[tuple[int, int], Comparison]:
    """The comparisons after the voice was heard on those that are open; `texts` by the numbers that pairs name."""
    found = dict(decided)
    if voice is None:
        return found
    pairs = sorted(pair for pair, comparison in decided.items() if _is_open(comparison))
    asked = [_in_order(texts[i], texts[j]) for i, j in pairs]
    for pair, opinion in zip(pairs, voice.compare(asked), strict=True):
        found[pair] = weigh(found[pair], voice.name, opinion)
    return found


def weigh(comparison: Comparison, name: str, opinion: Opinion) -> Comparison:
    """The comparison with an opinion counted in: agreement speaks for one claim, "neither" against it.

    Contradiction says that both are about one thing and not which; it moves nothing and is shown.
    """
    neither = max(0.0, 1 - opinion.agreement - opinion.contradiction)
    odds = log(comparison.score / (1 - comparison.score)) + LOUDEST * (opinion.agreement - neither)
    said = f"{name}: agreement {opinion.agreement:.2f}, contradiction {opinion.contradiction:.2f}"
    reason = "; ".join(part for part in (comparison.reason, said) if part)
    return replace(comparison, score=1 / (1 + exp(-odds)), reason=reason)


def _is_open(comparison: Comparison) -> bool:
    return comparison.conflict is Conflict.NONE and OPEN_FROM <= comparison.score <= OPEN_TO


def _in_order(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)
