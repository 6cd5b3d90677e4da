"""Planted stories: the truth is where the words are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.planted import Bank, PlantOptions, plant

SEEDS = st.integers(0, 10_000)
BANKS = st.sampled_from(list(Bank))


@settings(max_examples=12, deadline=None)
@given(SEEDS, BANKS)
def test_the_same_seed_gives_the_same_bytes(seed: int, bank: Bank) -> None:
    options = PlantOptions(bank=bank, stories=2)
    assert plant(seed, options) == plant(seed, options)
