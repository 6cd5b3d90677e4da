"""Windows cover a text once and never exceed their size."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.statements.tagging.encoding import Encoded
from retold.statements.tagging.windows import windows


def made_of(counts: list[int]) -> Encoded:
    places = np.arange(len(counts), dtype=np.int64)
    return Encoded(
        starts=2 * places,
        ends=2 * places + 1,
        features=np.zeros((len(counts), 4), dtype=np.int64),
        stops=np.zeros(len(counts), dtype=np.int64),
        pieces=np.zeros(sum(counts), dtype=np.int64),
        first=np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]).astype(np.int64),
    )


@settings(max_examples=150, deadline=None)
@given(counts=st.lists(st.integers(1, 8), max_size=300), size=st.integers(16, 60), overlap=st.integers(0, 15))
def test_windows_keep_every_word_once_with_context(counts: list[int], size: int, overlap: int) -> None:
    encoded = made_of(counts)
    found = windows(encoded, size, overlap)
    kept = [word for window in found for word in range(window.keep_start, window.keep_end)]
    assert kept == list(range(len(counts)))
    for window in found:
        assert window.start <= window.keep_start <= window.keep_end <= window.end
        assert encoded.first[window.end] - encoded.first[window.start] <= size


def test_neighbouring_windows_share_the_overlap() -> None:
    first, second = windows(made_of([1] * 150), 100, 40)[:2]
    assert first.end - second.start == 40
    assert first.keep_end == second.keep_start == 80
