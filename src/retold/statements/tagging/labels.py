"""Roles of words: the labels that the tagger gives, and the spans that a sequence of labels makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


class Role(IntEnum):
    """What a stretch of words is in an attribution."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


OUTSIDE = 0
LABELS = 7
"""Outside, then begin and inside for each role: `begin(role)` is odd, `inside(role)` the even number after it."""

FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True, order=True)
class Fragment:
    """Words `start` to `end` (exclusive) with one role."""

    start: int
    end: int
    role: Role


def begin(role: Role) -> int:
    """The label of a role's first word."""
    return 1 + 2 * role


def inside(role: Role) -> int:
    """The label of a role's further words."""
    return 2 + 2 * role


def transition_mask() -> NDArray[np.float32]:
    """0 where one label may follow another, FORBIDDEN where not: a role goes on only after itself."""
    mask = np.zeros((LABELS, LABELS), dtype=np.float32)
    for role in Role:
        for before in range(LABELS):
            if before not in (begin(role), inside(role)):
                mask[before, inside(role)] = FORBIDDEN
    return mask


def start_mask() -> NDArray[np.float32]:
    """0 where a sequence may begin with a label; windows cut spans, so that it may begin inside one."""
    return np.zeros(LABELS, dtype=np.float32)


def fragments(labels: Sequence[int]) -> tuple[Fragment, ...]:
    """The stretches that a sequence of labels marks, in order."""
    found: list[Fragment] = []
    opened: tuple[int, Role] | None = None
    for index, label in enumerate([*labels, OUTSIDE]):
        role = Role((label - 1) // 2) if label else None
        goes_on = opened is not None and role == opened[1] and label % 2 == 0
        if opened is not None and not goes_on:
            found.append(Fragment(opened[0], index, opened[1]))
            opened = None
        if role is not None and not goes_on:
            opened = (index, role)
    return tuple(found)
