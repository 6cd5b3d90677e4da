"""Edits count as recovered only where collation shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from retold.benchmarks import collation
from retold.collation import collate
from retold.planted import PlantOptions, plant
from retold.records.collation import ChangeClass, Collation, Telling

PLANTED = [plant(seed, PlantOptions()) for seed in (41, 42)]


def test_edits_and_fates_of_every_copy_are_asked_for() -> None:
    asked, found = collation.recovered(PLANTED)
    assert {kind.split(":")[0] for kind in asked} == {"change", "fate", "precision"}
    assert all(0 <= found[kind] <= asked[kind] for kind in asked)
    assert found.total() > asked.total() / 2


def test_a_collation_that_shows_nothing_recovers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def blank(tellings: Sequence[Telling]) -> Collation:
        return Collation(tuple(sorted(t.article for t in tellings)), (), (), ())

    monkeypatch.setattr(collation, "collate", blank)
    asked, found = collation.recovered(PLANTED)
    assert asked.total() > 0
    assert found.total() == 0


def test_a_change_where_none_was_planted_costs_precision(monkeypatch: pytest.MonkeyPatch) -> None:
    def blind(tellings: Sequence[Telling]) -> Collation:
        found = collate(tellings)
        return replace(found, changes=tuple(replace(change, kind=ChangeClass.DATE) for change in found.changes))

    monkeypatch.setattr(collation, "collate", blind)
    asked, found = collation.recovered(PLANTED)
    assert [kind for kind in asked if kind.startswith("precision")] == ["precision: date"]
    assert found["precision: date"] < asked["precision: date"] / 2
