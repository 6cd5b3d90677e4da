"""What can be set about a collation; read once, in the interfaces."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CollateOptions:
    """Thresholds between 0 and 1; see `retold.collation.likeness` and `retold.collation.rows` for their meaning.

    `same` is the likeness from which two sentences of different tellings state the same thing; `part` is the share
    of a sentence's weight that another must hold for it to count as split off from it.

    `same` was chosen by reading best pairs of the basil development stories 31 to 48 (three newsrooms on one event):
    of those above .34 about four in five state the same thing, from .32 to .34 eleven in thirteen, from .30 to .32
    six in eleven, below .30 one in three. On 345 pairs of independent planted articles .26 / .32 / .38 / .42 give
    precision .78 / .80 / .81 / .82 and recall .74 / .70 / .65 / .61 (sentences that carry one claim).
    """

    same: float = 0.32
    part: float = 0.55

    def __post_init__(self) -> None:
        if not (0 < self.same <= 1 and 0 < self.part <= 1):
            raise ValueError(f"thresholds lie above 0 and at most 1: {self}")
