"""What can be set about a collation; read once, in the interfaces."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CollateOptions:
    """Thresholds between 0 and 1; see `retold.collation.likeness` and `retold.collation.rows` for their meaning.

    `same` is the likeness from which two sentences of different tellings state the same thing; `part` is the share
    of a sentence's weight that another must hold for it to count as split off from it.
    """

    same: float = 0.34
    part: float = 0.55

    def __post_init__(self) -> None:
        if not (0 < self.same <= 1 and 0 < self.part <= 1):
            raise ValueError(f"thresholds lie above 0 and at most 1: {self}")
