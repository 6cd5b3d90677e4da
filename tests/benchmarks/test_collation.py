"""Edits count as recovered only where collation shows them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from retold.benchmarks import collation
from retold.planted import PlantOptions, plant
from retold.records.collation import Collation, Telling

PLANTED = [plant(seed, PlantOptions()) for seed in (41, 42)]


def test_edits_and_fates_of_every_copy_are_asked_for() -> None:
    asked, found = collation.recovered(PLANTED)
    assert {kind.split(":")[0] for kind in asked} == {"change", "fate"}
    assert all(0 <= found[kind] <= asked[kind] for kind in asked)
    assert found.total() > asked.total() / 2


def test_a_collation_that_shows_nothing_recovers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def blank(tellings: Sequence[Telling]) -> Collation:
        return Collation(tuple(sorted(t.article for t in tellings)), (), (), ())

    monkeypatch.setattr(collation, "collate", blank)
    asked, found = collation.recovered(PLANTED)
    assert asked.total() > 0
    assert found.total() == 0
