"""An encoded text in; stretches of words that the encoder can read at once out.

The windows' `keep` ranges ascend, touch and cover every word exactly once; around each there is context on both
sides wherever the text has any.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retold.statements.tagging.encoding import Encoded


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `end` are read; the answers for `keep_start` to `keep_end` are kept."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def windows(encoded: Encoded, size: int, overlap: int) -> tuple[Window, ...]:
    """Windows of at most `size` pieces that share about `overlap` pieces with their neighbours."""
    spans: list[tuple[int, int]] = []
    start, total = 0, len(encoded)
    first = encoded.first
    while start < total:
        end = int(np.searchsorted(first, first[start] + size, side="right")) - 1
        spans.append((start, end))
        if end >= total:
            break
        start = max(start + 1, int(np.searchsorted(first, first[end] - overlap, side="left")))
    found = []
    keep = 0
    for index, (start, end) in enumerate(spans):
        following = spans[index + 1][0] if index + 1 < len(spans) else end
        keep_end = end if index + 1 == len(spans) else (following + end) // 2
        found.append(Window(start, end, keep, keep_end))
        keep = keep_end
    return tuple(found)
